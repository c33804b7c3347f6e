import { parameterLength, parametersOf } from './parameters.ts'
import type { Settings } from './settings.ts'

/** Where weight decay applies: the weights, not batch norm's scales and shifts and not the bias. */
const decays = new Float32Array(parameterLength)
const decaying = parametersOf(decays)
for (const { weight } of [...decaying.convs, decaying.head]) weight.data.fill(1)

/**
 * One step of gradient descent with Nesterov's momentum, in place: v ← μ v + g + λ w, w ← w − η (g + λ w + μ v).
 *
 * @param gradients parts of the batch of equal size; their mean, summed in the order given, is the gradient
 * @see Sutskever, Martens, Dahl & Hinton 2013, On the importance of initialization and momentum in deep learning
 */
export function descend(
  parameters: Float32Array,
  velocity: Float32Array,
  gradients: readonly Float32Array[],
  learningRate: number,
  { momentum, weightDecay }: Settings,
): void {
  for (let i = 0; i < parameters.length; i++) {
    let sum = 0
    for (const gradient of gradients) sum += gradient[i]
    const slope = sum / gradients.length + weightDecay * decays[i] * parameters[i]
    velocity[i] = momentum * velocity[i] + slope
    parameters[i] -= learningRate * (slope + momentum * velocity[i])
  }
}
