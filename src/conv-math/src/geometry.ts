import type { Axis } from './axis.ts'
import { integerProblem } from './checks.ts'
import type { Axes } from './per-axis.ts'
import { type Problem, refuse, refuseProblem, show } from './problem.ts'
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

/**
 * The problem with a number of groups for these channel counts, or null when it divides each of them: what a grouped
 * convolution throws, as data. Never throws.
 *
 * @param groups parts that the channels are split into, ≥ 1
 * @param channels the counts by name, such as inChannels and outChannels, each ≥ 1
 *
 * @example checkGroups(4, { inChannels: 8, outChannels: 12 }) // null
 * @example checkGroups(4, { inChannels: 8, outChannels: 6 }).channels // 6
 */
export function checkGroups(groups: number, channels: Readonly<Record<string, number>>): Problem | null {
  const notInteger = integerProblem('groups', groups, 1)
  if (notInteger) return notInteger
  for (const [name, size] of Object.entries(channels)) {
    const notSize = integerProblem(name, size, 1)
    if (notSize) return notSize
    if (size % groups !== 0) return { code: 'groupsNotDividing', name, channels: size, groups }
  }
  return null
}

/** The number of groups, 1 when left out, once it is known to divide each of the channel counts. */
export function requireGroups(fn: string, groups: unknown, channels: Readonly<Record<string, number>>): number {
  const count = (groups === undefined ? 1 : groups) as number
  const problem = checkGroups(count, channels)
  if (problem) refuseProblem(fn, problem)
  return count
}

/** The bias, once it is known to hold one number per output channel, or undefined when left out. */
export function requireBias(fn: string, bias: unknown, outChannels: number, weight?: Tensor): Tensor | undefined {
  if (bias === undefined) return undefined
  const checked = requireTensor(fn, 'bias', bias, 1)
  if (checked.shape[0] !== outChannels) {
    refuse(
      fn,
      `bias must have shape [${outChannels}]${weight ? ` for weight ${show(weight.shape)}` : ''}, got ${show(checked.shape)}`,
    )
  }
  return checked
}
