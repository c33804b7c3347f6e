import type { Axis } from './axis.ts'
import { requireInteger } from './checks.ts'
import type { Axes } from './per-axis.ts'
import { refuse, show } from './problem.ts'
import { requireTensor, type Tensor } from './tensor.ts'

/**
 * A convolution between two stacks of planes: `in` is the side that is read by windows, `out` the side with one cell
 * per window. A transposed convolution has the same geometry, run from `out` to `in`. Weights are
 * [outChannels, inChannels / groups, kernel height, kernel width] in both directions.
 */
export interface Geometry extends Axes {
  readonly batch: number
  readonly groups: number
  readonly inChannels: number
  readonly outChannels: number
}

/** An axis run backwards: the convolution of which a transposed convolution is the transpose. */
export function reversed(axis: Axis): Axis {
  return { ...axis, inputSize: axis.outputSize, outputSize: axis.inputSize }
}

/** The number of groups, 1 when left out, once it is known to divide each of the channel counts. */
export function requireGroups(fn: string, groups: unknown, channels: Readonly<Record<string, number>>): number {
  const count = requireInteger(fn, 'groups', groups === undefined ? 1 : groups, 1)
  for (const [name, size] of Object.entries(channels)) {
    if (size % count !== 0) refuse(fn, `groups must divide ${name} ${size}, got ${count}`)
  }
  return count
}

/** The bias, once it is known to hold one number per output channel, or undefined when left out. */
export function requireBias(fn: string, bias: unknown, outChannels: number): Tensor | undefined {
  if (bias === undefined) return undefined
  const checked = requireTensor(fn, 'bias', bias, 1)
  if (checked.shape[0] !== outChannels) {
    refuse(fn, `bias must have shape [${outChannels}], one number per output channel, got ${show(checked.shape)}`)
  }
  return checked
}
