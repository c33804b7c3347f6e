import { conv2d, conv2dInputGradient, conv2dWeightGradient, globalAveragePool2d, type Tensor, tensor } from 'conv-math'
import { convs } from '#feature-net/architecture.ts'
import { softmax } from '#feature-net/forward.ts'
import { type Normalized, normalize, normalizeGradient } from './batch-norm.ts'
import { maxPool, maxPoolGradient } from './max-pool.ts'
import type { Parameters, Statistics } from './parameters.ts'

/** Sums over the batch. */
export interface Score {
  readonly loss: number
  readonly correct: number
}

/**
 * The cross-entropy of a batch, and its mean's gradient with respect to every parameter, written to `gradient`; the
 * statistics of each batch norm are written to `statistics`.
 *
 * @param images [batch, 1, height, width]
 */
export function lossGradient(
  parameters: Parameters,
  images: Tensor,
  labels: ArrayLike<number>,
  gradient: Parameters,
  statistics: readonly Statistics[],
): Score {
  const inputs: Tensor[] = []
  const normalized: Normalized[] = []
  let map = images
  for (const [at, { padding, pooled }] of convs.entries()) {
    inputs.push(map)
    const norm = normalize(conv2d(map, parameters.convs[at].weight, { padding }), parameters.convs[at], statistics[at])
    normalized.push(norm)
    map = pooled ? maxPool(norm.output) : norm.output
  }
  const pooled = globalAveragePool2d(map)
  const { score, logitGradient } = crossEntropy(
    conv2d(pooled, parameters.head.weight, { bias: parameters.head.bias }),
    labels,
  )

  gradient.head.weight.data.set(conv2dWeightGradient(pooled, logitGradient, { kernelSize: [1, 1] }).data)
  sumOverBatch(logitGradient, gradient.head.bias)
  let back = spread(conv2dInputGradient(logitGradient, parameters.head.weight, { inputSize: [1, 1] }), map.shape)
  for (let at = convs.length - 1; at >= 0; at--) {
    const { kernelSize, padding, pooled: isPooled } = convs[at]
    const norm = normalized[at]
    if (isPooled) back = maxPoolGradient(norm.output, inputs[at + 1], back)
    const given = normalizeGradient(back, norm, parameters.convs[at], gradient.convs[at])
    const size = [kernelSize, kernelSize] as const
    gradient.convs[at].weight.data.set(conv2dWeightGradient(inputs[at], given, { kernelSize: size, padding }).data)
    if (at === 0) break
    const [, , height, width] = inputs[at].shape
    back = conv2dInputGradient(given, parameters.convs[at].weight, { padding, inputSize: [height, width] })
  }
  return score
}

function crossEntropy(logits: Tensor, labels: ArrayLike<number>): { score: Score; logitGradient: Tensor } {
  const [batch, classes] = logits.shape
  const logitGradient = tensor(logits.shape)
  let loss = 0
  let correct = 0
  for (let b = 0; b < batch; b++) {
    const shares = softmax(logits.data.subarray(b * classes, (b + 1) * classes))
    loss -= Math.log(Math.max(shares[labels[b]], Number.MIN_VALUE))
    if (shares.indexOf(Math.max(...shares)) === labels[b]) correct++
    for (let c = 0; c < classes; c++) {
      logitGradient.data[b * classes + c] = (shares[c] - (c === labels[b] ? 1 : 0)) / batch
    }
  }
  return { score: { loss, correct }, logitGradient }
}

function sumOverBatch(gradient: Tensor, bias: Tensor): void {
  const [batch, channels] = gradient.shape
  for (let c = 0; c < channels; c++) {
    let sum = 0
    for (let b = 0; b < batch; b++) sum += gradient.data[b * channels + c]
    bias.data[c] = sum
  }
}

/** The gradient of a mean over a plane: each cell gets an equal share. */
function spread(gradient: Tensor, shape: readonly number[]): Tensor {
  const cells = shape[2] * shape[3]
  const spreadOut = tensor(shape)
  for (const [plane, value] of gradient.data.entries()) {
    spreadOut.data.fill(value / cells, plane * cells, (plane + 1) * cells)
  }
  return spreadOut
}
