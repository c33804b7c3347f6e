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

/** The windows, first to last, in which one tap of an axis falls on real input; none when last < first. */
export function tapRange(axis: Axis, tap: number): readonly [first: number, last: number] {
  const offset = axis.start - tap * axis.dilation
  const first = Math.max(0, Math.ceil(offset / axis.stride))
  const last = Math.min(axis.outputSize - 1, Math.floor((axis.inputSize - 1 + offset) / axis.stride))
  return [first, last]
}

/** An axis run backwards: the convolution of which a transposed convolution is the transpose. */
export function reversed(axis: Axis): Axis {
  return { ...axis, inputSize: axis.outputSize, outputSize: axis.inputSize }
}

/** The number of groups, once it is known to divide the channels of both sides. */
export function requireGroups(fn: string, groups: unknown, inChannels: number, outChannels: number): number {
  const count = requireInteger(fn, 'groups', groups, 1)
  if (inChannels % count !== 0) refuse(fn, `groups must divide the ${inChannels} input channels, got ${count}`)
  if (outChannels % count !== 0) refuse(fn, `groups must divide the ${outChannels} output channels, got ${count}`)
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
