import {
  checkTransposedConvAxis,
  conv2d,
  convAxisTaps,
  macCount,
  type Problem,
  samePadding,
  sequential,
  type Tensor,
  type TransposedConvAxisOptions,
  tensor,
  transposedConv2d,
  transposedConvAxisTaps,
  transposedConvOutputSize,
} from 'conv-math'
import { choice, int, numbers, type StateOf } from '#ui/fields.ts'
import { remembered } from '#ui/remembered.ts'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { profile } from './profile.ts'

const mostKernel = 9
export const fields = {
  kernelSize: int(1, mostKernel, 3),
  stride: int(1, 5, 2),
  padding: int(0, 4, 0),
  inputSize: int(2, 8, 6),
  resizeKernelSize: int(1, mostKernel, 3),
  weights: choice(['ones', 'bilinear', 'random', 'custom'], 'ones'),
  seed: int(1, 99, 1),
  w: numbers(-9, 9, [1, 2, 3, 1, 1, 2, 1, 0, 1]),
  row: int(0, 43, 6),
  column: int(0, 43, 6),
}
export type State = StateOf<typeof fields>

/** First and last cell. */
export type Span = readonly [first: number, last: number]

/** What one output of an input that is 1 everywhere gets along one axis. */
export interface Cell {
  /** Products that reach it. */
  readonly count: number
  /** Their sum: the weights that reach it. */
  readonly sum: number
  /** Kernel cells that reach it. */
  readonly taps: readonly number[]
  /** What it reads, first and last: inputs, or cells of the enlarged input. */
  readonly reads: Span | null
  /** Whether it gets what a cell far from the border gets. */
  readonly inner: boolean
}
export interface Method {
  readonly size: number
  readonly weights: readonly number[]
  readonly cells: readonly Cell[]
  /** Where each input lands along one axis: its stamp, or its block; null where the padding crops all of it. */
  readonly stamps: readonly (Span | null)[]
  /** One period of cells far from the border, from the first whose position is a multiple of the stride. */
  readonly period: readonly Cell[]
  /** All outputs of a flat input, row-major. */
  readonly map: Float32Array
  /** Equal counts, and equal sums, over a period. */
  readonly even: boolean
  readonly flat: boolean
  readonly macs: number
}
export interface Whole {
  readonly ok: true
  readonly transposed: Method
  readonly resized: Method
  /** The chosen cell of the transposed convolution's output. */
  readonly unit: readonly [row: number, column: number]
  /** The remainder of the chosen column. */
  readonly phase: number
  readonly signed: boolean
}
export type Derived = Whole | { readonly ok: false; readonly problem: Problem }

const ones = (...shape: number[]): Tensor => {
  const made = tensor(shape)
  made.data.fill(1)
  return made
}
const outer = (w: readonly number[]): Tensor =>
  tensor(
    [1, 1, w.length, w.length],
    w.flatMap((a) => w.map((b) => a * b)),
  )
const sumOf = (w: readonly number[], taps: readonly number[]): number => taps.reduce((sum, tap) => sum + w[tap], 0)
const same = (values: readonly number[]): boolean => values.every((value) => Math.abs(value - values[0]) < 1e-6)

interface Tap {
  readonly kernel: number
  readonly input: number
}

function method(
  size: number,
  weights: readonly number[],
  reach: (unit: number) => readonly Tap[],
  far: readonly (readonly number[])[],
  phase: (unit: number) => number,
): Pick<Method, 'size' | 'weights' | 'cells' | 'period' | 'even' | 'flat'> {
  const cell = (taps: readonly number[]) => ({ count: taps.length, sum: sumOf(weights, taps), taps })
  const period = far.map((taps): Cell => ({ ...cell(taps), reads: null, inner: true }))
  const cells = range(size).map((unit): Cell => {
    const taps = reach(unit)
    const inputs = taps.map(({ input }) => input)
    return {
      ...cell(taps.map(({ kernel }) => kernel)),
      reads: taps.length ? [Math.min(...inputs), Math.max(...inputs)] : null,
      inner: taps.length === far[phase(unit)].length,
    }
  })
  const [even, flat] = [same(period.map(({ count }) => count)), same(period.map(({ sum }) => sum))]
  return { size, weights, cells, period, even, flat }
}

/** Where each input of a transposed convolution lands along one axis. */
function stampsOf(inputSize: number, options: TransposedConvAxisOptions): readonly (Span | null)[] {
  const spans: (Span | null)[] = range(inputSize).map(() => null)
  for (const unit of range(transposedConvOutputSize(inputSize, options))) {
    for (const { input } of transposedConvAxisTaps(unit, inputSize, options)) {
      spans[input] = [spans[input]?.[0] ?? unit, unit]
    }
  }
  return spans
}

type Numbers = Pick<State, 'kernelSize' | 'stride' | 'padding' | 'inputSize' | 'resizeKernelSize'>
const profileOf = remembered(profile)
const profileAfter = remembered(profile)

function transposed({ kernelSize, stride, padding, inputSize }: Numbers, weights: readonly number[]): Method {
  const options = { kernelSize, stride, padding }
  // wide enough that the middle period meets no border
  const reach = Math.ceil(kernelSize / stride)
  const far = range(stride).map((rest) =>
    transposedConvAxisTaps(reach * stride + rest, 2 * reach + 2, { kernelSize, stride }).map(({ kernel }) => kernel),
  )
  const size = transposedConvOutputSize(inputSize, options)
  const graph = sequential([{ type: 'transposedConv', outChannels: 1, ...options, bias: false }])
  const taps = (unit: number): readonly Tap[] => transposedConvAxisTaps(unit, inputSize, options)
  return {
    ...method(size, weights, taps, far, (unit) => (unit + padding) % stride),
    stamps: stampsOf(inputSize, options),
    map: transposedConv2d(ones(1, 1, inputSize, inputSize), outer(weights), { stride, padding }).data,
    macs: macCount(graph, [1, inputSize, inputSize]).total,
  }
}

function resized({ stride, inputSize, resizeKernelSize: kernelSize }: Numbers, weights: readonly number[]): Method {
  // the nearest neighbour is what a stamp of ones as wide as the stride paints
  const block = { kernelSize: stride, stride }
  const size = transposedConvOutputSize(inputSize, block)
  const nearest = transposedConv2d(ones(1, 1, inputSize, inputSize), ones(1, 1, stride, stride), { stride })
  const padding = samePadding(size, { kernelSize })
  const graph = sequential([
    { type: 'resize', scale: stride, mode: 'nearest' },
    { type: 'conv', outChannels: 1, kernelSize, padding: [padding, padding], bias: false },
  ])
  const taps = (unit: number): readonly Tap[] =>
    convAxisTaps(unit, size, { kernelSize, padding }).filter(({ inside }) => inside)
  const far = range(stride).map(() => range(kernelSize))
  return {
    ...method(size, weights, taps, far, (unit) => unit % stride),
    stamps: stampsOf(inputSize, block),
    map: conv2d(nearest, outer(weights), { padding: [padding, padding] }).data,
    macs: macCount(graph, [1, inputSize, inputSize]).total,
  }
}

/** Both ways, whatever cell is chosen. */
const waysOf = remembered(
  (
    kernelSize: number,
    stride: number,
    padding: number,
    inputSize: number,
    resizeKernelSize: number,
    weights: readonly number[],
    after: readonly number[],
  ) => {
    const state = { kernelSize, stride, padding, inputSize, resizeKernelSize }
    const ways = { transposed: transposed(state, weights), resized: resized(state, after) }
    return { ...ways, signed: Object.values(ways).some(({ map }) => map.some((value) => value < 0)) }
  },
)

export function derive(state: State): Derived {
  const { kernelSize, stride, padding, inputSize, resizeKernelSize } = state
  const problem = checkTransposedConvAxis(inputSize, { kernelSize, stride, padding })
  if (problem) return { ok: false, problem }
  const weights = profileOf(state.weights, kernelSize, state.seed, state.w)
  const after = profileAfter(state.weights, resizeKernelSize, state.seed, state.w)
  const ways = waysOf(kernelSize, stride, padding, inputSize, resizeKernelSize, weights, after)
  const last = ways.transposed.size - 1
  const [row, column] = [Math.min(state.row, last), Math.min(state.column, last)]
  return { ok: true, ...ways, unit: [row, column], phase: (column + padding) % stride }
}

/** The reader's own weights, taken over from those in sight and then changed at one place. */
export function edited(state: State, at: number, value: number): Partial<State> {
  const seen = profile(state.weights, state.kernelSize, state.seed, state.w)
  const w = [...seen, ...state.w.slice(seen.length)]
  w[at] = value
  return { weights: 'custom', w: w.map((each) => Math.round(each * 100) / 100) }
}

export function describe(state: State, derived: Whole, messages: Messages): string {
  return messages.description(state, derived)
}
