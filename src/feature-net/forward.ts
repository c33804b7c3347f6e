import { conv2d, globalAveragePool2d, maxPool2d, type Tensor } from 'conv-math'
import { convs, pool, stageEnds } from '#feature-net/architecture.ts'
import type { Weights } from '#feature-net/weights.ts'

export interface Forward {
  /** What each stage's last convolution reads: [batch, channels, height, width]. */
  readonly inputs: readonly Tensor[]
  /** What that convolution and its ReLU make of it: the stage's activations, before pooling. */
  readonly stages: readonly Tensor[]
  /** [batch, classes, 1, 1], before the softmax. */
  readonly logits: Tensor
}

/** The network's answer to a batch of images [batch, 1, 28, 28] with values from 0 to 1. */
export function forward(weights: Weights, images: Tensor): Forward {
  let map = images
  const steps = convs.map(({ padding, pooled }, at) => {
    const input = map
    const active = relu(conv2d(input, weights[at].weight, { bias: weights[at].bias, padding }))
    map = pooled ? maxPool2d(active, pool) : active
    return { input, active }
  })
  const head = weights[convs.length]
  return {
    inputs: stageEnds.map((end) => steps[end].input),
    stages: stageEnds.map((end) => steps[end].active),
    logits: conv2d(globalAveragePool2d(map), head.weight, { bias: head.bias }),
  }
}

/** max(0, x) in every cell, in place: the tensor given is the one that comes back. */
export function relu(map: Tensor): Tensor {
  const { data } = map
  for (let i = 0; i < data.length; i++) if (data[i] < 0) data[i] = 0
  return map
}

/** exp(zᵢ) / Σ exp(zⱼ), of a list of numbers; sums to 1. */
export function softmax(logits: ArrayLike<number>): number[] {
  const values = Array.from(logits)
  // Subtracting the largest leaves the quotient as it is and keeps exp from overflowing.
  const most = Math.max(...values)
  const powers = values.map((value) => Math.exp(value - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
