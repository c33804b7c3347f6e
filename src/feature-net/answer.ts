import { tensor } from 'conv-math'
import { imageSize } from '#feature-net/architecture.ts'
import { forward, softmax } from '#feature-net/forward.ts'
import type { Weights } from '#feature-net/weights.ts'

/** What the network makes of one image. */
export interface Answer {
  /** By stage: the maps that its last convolution reads, one after the other. */
  readonly inputs: readonly Float32Array[]
  /** By stage: its maps, channel after channel, row-major. */
  readonly stages: readonly Float32Array[]
  /** By class; sums to 1. */
  readonly probabilities: readonly number[]
}

/**
 * The network's answer to one image.
 *
 * @param pixels 28 × 28 values from 0 (ground) to 1, row-major
 */
export function answerOf(weights: Weights, pixels: ArrayLike<number>): Answer {
  const { inputs, stages, logits } = forward(weights, tensor([1, 1, imageSize, imageSize], pixels))
  return {
    inputs: inputs.map(({ data }) => data),
    stages: stages.map(({ data }) => data),
    probabilities: softmax(logits.data),
  }
}
