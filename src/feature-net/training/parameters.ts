import { type Tensor, tensor } from 'conv-math'
import { classNames, convs } from '#feature-net/architecture.ts'
import { untrainedWeights, type Weights, weightShapes } from '#feature-net/weights.ts'

/** What is learned in one convolution: its weight, and the scale and shift of its batch norm. */
export interface ConvParameters {
  readonly weight: Tensor
  readonly scale: Tensor
  readonly shift: Tensor
}
/** Means and variances of the values that enter a batch norm, by channel. */
export interface Statistics {
  readonly mean: Tensor
  readonly variance: Tensor
}
export interface Parameters {
  readonly convs: readonly ConvParameters[]
  readonly head: { readonly weight: Tensor; readonly bias: Tensor }
}

const size = (shape: readonly number[]): number => shape.reduce((product, each) => product * each, 1)
const channels = convs.map(({ outChannels }) => outChannels)

export const parameterLength =
  weightShapes.reduce((sum, shape) => sum + size(shape), 0) +
  channels.reduce((sum, count) => sum + 2 * count, 0) +
  classNames.length
export const statisticsLength = channels.reduce((sum, count) => sum + 2 * count, 0)

/** Tensors that are parts of one list of numbers, one after the other: writing to them writes to it. */
function cutter(list: Float32Array): (shape: readonly number[]) => Tensor {
  let from = 0
  return (shape) => {
    const data = list.subarray(from, from + size(shape))
    from += size(shape)
    return { shape, data }
  }
}

export function parametersOf(list: Float32Array): Parameters {
  const cut = cutter(list)
  return {
    convs: convs.map(({ outChannels }, at) => ({
      weight: cut(weightShapes[at]),
      scale: cut([outChannels]),
      shift: cut([outChannels]),
    })),
    head: { weight: cut(weightShapes[convs.length]), bias: cut([classNames.length]) },
  }
}

export function statisticsOf(list: Float32Array): readonly Statistics[] {
  const cut = cutter(list)
  return channels.map((count) => ({ mean: cut([count]), variance: cut([count]) }))
}

/** Writes the network before training: scales 1, shifts and biases 0. */
export function initialize(parameters: Parameters): void {
  const start = untrainedWeights()
  parameters.convs.forEach(({ weight, scale }, at) => {
    weight.data.set(start[at].weight.data)
    scale.data.fill(1)
  })
  parameters.head.weight.data.set(start[convs.length].weight.data)
}

/** Added to a variance before its root is taken. */
export const epsilon = 1e-5

/**
 * The weights as they are used. Batch norm of a convolution, s · (w ∗ x − mean) / √(variance + ε) + shift, is the
 * convolution with w · s / √(variance + ε) and the bias shift − mean · s / √(variance + ε).
 */
export function folded(parameters: Parameters, statistics: readonly Statistics[]): Weights {
  const body = parameters.convs.map(({ weight, scale, shift }, at) => {
    const { mean, variance } = statistics[at]
    const perChannel = weight.data.length / scale.data.length
    const factors = scale.data.map((value, channel) => value / Math.sqrt(variance.data[channel] + epsilon))
    return {
      weight: tensor(
        weight.shape,
        weight.data.map((value, i) => value * factors[Math.floor(i / perChannel)]),
      ),
      bias: tensor(
        shift.shape,
        shift.data.map((value, channel) => value - mean.data[channel] * factors[channel]),
      ),
    }
  })
  return [...body, parameters.head]
}
