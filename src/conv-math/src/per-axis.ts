import { type Axis, type AxisOrProblem, axisOrThrow } from './axis.ts'
import { optionsProblem } from './checks.ts'
import { refuse, refuseProblem, show } from './problem.ts'

/** One value for both axes, or a pair: a bare pair is always [height, width]. */
export type PerAxis<T> = T | readonly [height: T, width: T]

/** Padding of a plane: one number, [height, width], or per side and then always nested. */
export type Padding =
  | PerAxis<number>
  | readonly [readonly [top: number, bottom: number], readonly [left: number, right: number]]

/** Both axes of an operation on planes. */
export interface Axes {
  readonly height: Axis
  readonly width: Axis
}

type Pair<T> = readonly [height: T, width: T]
type Options = Readonly<Record<string, unknown>>

const PER_AXIS = ['kernelSize', 'stride', 'dilation', 'outputPadding']

/**
 * A value given once for both axes or as [height, width], as a pair. Checks that an array has two members, not what
 * the members are: that is the affair of the axis.
 */
export function splitPerAxis(fn: string, name: string, value: unknown): Pair<unknown> {
  if (!Array.isArray(value)) return [value, value]
  if (value.length !== 2) refuse(fn, `${name} must be one value or a pair [height, width], got ${show(value)}`)
  return [value[0], value[1]]
}

/** Padding in any of its forms as one pair [start, end] per axis; throws on a mix such as [1, [0, 1]]. */
export function splitPadding(fn: string, padding: unknown): Pair<unknown> {
  const pair = splitPerAxis(fn, 'padding', padding)
  const nested = pair.map((side) => Array.isArray(side))
  const sound = nested[0] === nested[1] && pair.every((side) => !Array.isArray(side) || side.length === 2)
  if (!sound) refuse(fn, `padding must be p, [height, width] or [[top, bottom], [left, right]], got ${show(padding)}`)
  return pair
}

/** Options for a plane as one options object per axis. Keys that do not differ by axis are copied to both. */
export function splitOptions(fn: string, options: unknown): Pair<Options> {
  const problem = optionsProblem(options)
  if (problem) refuseProblem(fn, problem)
  const given = (options ?? {}) as Options
  const height: Record<string, unknown> = { ...given }
  const width: Record<string, unknown> = { ...given }
  for (const name of PER_AXIS) {
    if (given[name] === undefined) continue
    const pair = splitPerAxis(fn, name, given[name])
    height[name] = pair[0]
    width[name] = pair[1]
  }
  if (given.padding !== undefined) {
    const pair = splitPadding(fn, given.padding)
    height.padding = pair[0]
    width.padding = pair[1]
  }
  return [height, width]
}

/**
 * Both axes of an operation on a plane, resolved by the one-axis rule given; throws naming the axis at fault.
 *
 * @param size [height, width] of the input
 */
export function resolveAxes(
  fn: string,
  size: Pair<unknown>,
  options: unknown,
  resolve: (inputSize: unknown, options: unknown) => AxisOrProblem,
): Axes {
  const [height, width] = splitOptions(fn, options)
  return {
    height: axisOrThrow(fn, resolve(size[0], height), 'height'),
    width: axisOrThrow(fn, resolve(size[1], width), 'width'),
  }
}
