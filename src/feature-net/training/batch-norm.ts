import { type Tensor, tensor } from 'conv-math'
import { type ConvParameters, epsilon, type Statistics } from './parameters.ts'

/** What the gradient needs of the values that went through. */
export interface Normalized {
  readonly output: Tensor
  /** The values with mean 0 and variance 1 in every channel: the tensor that was given. */
  readonly standard: Tensor
  /** √(variance + ε), by channel. */
  readonly deviations: Float64Array
}

/**
 * Batch norm and ReLU in one pass: max(0, scale · (x − mean) / √(variance + ε) + shift), mean and variance over the
 * batch and the plane; both are written to `statistics`.
 *
 * @param input [batch, channels, height, width]; overwritten, since a second copy of every map would not stay in cache
 * @see Ioffe & Szegedy 2015, arXiv:1502.03167, algorithm 1
 */
export function normalize(input: Tensor, { scale, shift }: ConvParameters, statistics: Statistics): Normalized {
  const [batch, channels, height, width] = input.shape
  const cells = height * width
  const output = tensor(input.shape)
  const deviations = new Float64Array(channels)
  const x = input.data
  for (let c = 0; c < channels; c++) {
    let sum = 0
    let squares = 0
    for (let b = 0; b < batch; b++) {
      const from = (b * channels + c) * cells
      for (let i = from; i < from + cells; i++) {
        sum += x[i]
        squares += x[i] * x[i]
      }
    }
    const mean = sum / (batch * cells)
    const variance = Math.max(0, squares / (batch * cells) - mean * mean)
    const deviation = Math.sqrt(variance + epsilon)
    statistics.mean.data[c] = mean
    statistics.variance.data[c] = variance
    deviations[c] = deviation
    const [times, plus] = [scale.data[c], shift.data[c]]
    for (let b = 0; b < batch; b++) {
      const from = (b * channels + c) * cells
      for (let i = from; i < from + cells; i++) {
        const value = (x[i] - mean) / deviation
        x[i] = value
        output.data[i] = Math.max(0, times * value + plus)
      }
    }
  }
  return { output, standard: input, deviations }
}

/**
 * The gradient with respect to the input of `normalize`, from that with respect to its output, which is overwritten;
 * the gradients of scale and shift are written to `gradient`.
 *
 * @see Ioffe & Szegedy 2015, arXiv:1502.03167, section 3
 */
export function normalizeGradient(
  outputGradient: Tensor,
  { output, standard, deviations }: Normalized,
  { scale }: ConvParameters,
  gradient: ConvParameters,
): Tensor {
  const [batch, channels, height, width] = outputGradient.shape
  const cells = height * width
  const g = outputGradient.data
  for (let c = 0; c < channels; c++) {
    let sum = 0
    let product = 0
    for (let b = 0; b < batch; b++) {
      const from = (b * channels + c) * cells
      for (let i = from; i < from + cells; i++) {
        if (output.data[i] === 0) g[i] = 0
        sum += g[i]
        product += g[i] * standard.data[i]
      }
    }
    gradient.scale.data[c] = product
    gradient.shift.data[c] = sum
    const factor = scale.data[c] / deviations[c]
    const [meanGradient, meanProduct] = [sum / (batch * cells), product / (batch * cells)]
    for (let b = 0; b < batch; b++) {
      const from = (b * channels + c) * cells
      for (let i = from; i < from + cells; i++) {
        g[i] = factor * (g[i] - meanGradient - standard.data[i] * meanProduct)
      }
    }
  }
  return outputGradient
}
