import { type Tensor, tensor } from 'conv-math'
import { classNames, convs } from '#feature-net/architecture.ts'
import { random } from '#feature-net/random.ts'

/** A weight [outChannels, inChannels, height, width] and a bias [outChannels]. */
export interface Affine {
  readonly weight: Tensor
  readonly bias: Tensor
}

/** The network's numbers as they are used, batch norm folded in: one pair per convolution, then the linear layer's. */
export type Weights = readonly Affine[]

/** The shapes of the weights, in order. The linear layer is a 1×1 convolution of the one cell that pooling leaves. */
export const weightShapes: readonly (readonly number[])[] = [
  ...convs.map(({ outChannels, inChannels, kernelSize }) => [outChannels, inChannels, kernelSize, kernelSize]),
  [classNames.length, convs[convs.length - 1].outChannels, 1, 1],
]

const initialSeed = 28

/**
 * The network before any training, as `npm run train` starts it: weights from a normal distribution of variance
 * 2 / (inputs of a unit), biases 0.
 *
 * @see He, Zhang, Ren & Sun 2015, arXiv:1502.01852, section 2.2
 */
export function untrainedWeights(): Weights {
  return weightShapes.map((shape, layer) => {
    const source = random(initialSeed, layer)
    const deviation = Math.sqrt(2 / (shape[1] * shape[2] * shape[3]))
    const weight = tensor(shape)
    for (let i = 0; i < weight.data.length; i++) weight.data[i] = deviation * source.normal()
    return { weight, bias: tensor([shape[0]]) }
  })
}
