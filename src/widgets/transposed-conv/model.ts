import {
  checkTransposedConvAxis,
  collapsingInputSizes,
  conv2d,
  convOutputSize,
  effectiveKernelSize,
  type Problem,
  type StretchedCell,
  stretchedAxis,
  type Tap,
  type Tensor,
  tensor,
  transposedConv2d,
  transposedConvOutputSize,
  transposedConvTaps,
} from 'conv-math'
import { choice, int, numbers, type StateOf } from '#ui/fields.ts'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

/** The editable maps are kept at their largest size, so that a number survives a smaller size in between. */
export const side = 5
const inputNumbers = [1, 2, 0, 1, 3, 3, 4, 1, 2, 0, 2, 1, 3, 0, 1, 0, 2, 1, 4, 2, 1, 3, 2, 1, 0]
const kernelNumbers = [1, 2, 1, 0, 1, 0, 3, -1, 1, 0, 2, 1, -1, 0, 2, 1, 0, 1, 2, -1, 0, 1, 0, -1, 1]

export const fields = {
  inputSize: int(1, side, 2),
  kernelSize: int(1, side, 3),
  stride: int(1, 4, 2),
  padding: int(0, 2, 0),
  dilation: int(1, 3, 1),
  outputPadding: int(0, 3, 0),
  order: choice(['output', 'input'], 'output'),
  step: int(0, 224, 12),
  x: numbers(-99, 99, inputNumbers),
  w: numbers(-99, 99, kernelNumbers),
}
export type State = StateOf<typeof fields>

/** The largest stretched input that the figure has room for. */
export const room = 17

export interface Term extends Tap {
  readonly x: number
  readonly w: number
  readonly product: number
}
export interface RoundTrip {
  readonly size: number
  readonly values: Tensor
}
interface Shape {
  readonly ok: true
  readonly x: Tensor
  readonly w: Tensor
  readonly output: Tensor
  readonly outputSize: number
  readonly stretched: readonly StretchedCell[]
  readonly frames: number
  readonly frame: number
  /** The output cell in question, [row, column]. */
  readonly unit: readonly [number, number]
  /** The inputs that have painted when the order goes by inputs: all before and with the current one. */
  readonly painted: Tensor
  readonly terms: readonly Term[]
  readonly sum: number
  /** The sizes that the convolution this one transposes maps to the input's size. */
  readonly origins: readonly number[]
  readonly roundTrip: RoundTrip
}
export type Trouble = Problem | { readonly code: 'tooLarge'; readonly size: number; readonly room: number }
export type Derived = Shape | { readonly ok: false; readonly problem: Trouble }

export const at = (map: Tensor, row: number, column: number): number => map.data[row * map.shape[3] + column]

const cut = (values: readonly number[], size: number): Tensor =>
  tensor(
    [1, 1, size, size],
    range(size).flatMap((row) => values.slice(row * side, row * side + size)),
  )

/** The first inputs alone, the others zero: what has been painted so far. */
const firstOf = (x: Tensor, count: number): Tensor =>
  tensor(
    x.shape,
    [...x.data].map((v, i) => (i < count ? v : 0)),
  )

export function derive(state: State): Derived {
  const { inputSize, order } = state
  const { kernelSize, stride, padding, dilation, outputPadding } = state
  const options = { kernelSize, stride, padding, dilation, outputPadding }
  const problem = checkTransposedConvAxis(inputSize, options)
  if (problem) return { ok: false, problem }
  const outputSize = transposedConvOutputSize(inputSize, options)
  const stretched = stretchedAxis(inputSize, options)
  if (stretched.length > room) return { ok: false, problem: { code: 'tooLarge', size: stretched.length, room } }

  const x = cut(state.x, inputSize)
  const w = cut(state.w, kernelSize)
  const values = { stride, padding, dilation, outputPadding }
  const output = transposedConv2d(x, w, values)
  const frames = (order === 'output' ? outputSize : inputSize) ** 2
  const frame = Math.min(state.step, frames - 1)
  const painted = order === 'output' ? output : transposedConv2d(firstOf(x, frame + 1), w, values)
  const unit = unitOf(state, frame, outputSize)
  const taps = transposedConvTaps(unit, [inputSize, inputSize], options)
  const terms = taps.map((tap) => {
    const [xv, wv] = [at(x, ...tap.input), at(w, ...tap.kernel)]
    return { ...tap, x: xv, w: wv, product: xv * wv }
  })
  return {
    ok: true,
    x,
    w,
    output,
    outputSize,
    stretched,
    frames,
    frame,
    unit,
    painted,
    terms: terms.sort((a, b) => a.input[0] - b.input[0] || a.input[1] - b.input[1]),
    sum: at(output, ...unit),
    origins: collapsingInputSizes(inputSize, { kernelSize, stride, padding, dilation }),
    roundTrip: {
      size: convOutputSize(outputSize, { kernelSize, stride, padding, dilation }),
      values: conv2d(output, w, { stride, padding, dilation }),
    },
  }
}

/** By output: the frame's own cell. By input: the first output cell that the frame's input paints. */
function unitOf(state: State, frame: number, outputSize: number): readonly [number, number] {
  const size = state.order === 'output' ? outputSize : state.inputSize
  const place = [Math.floor(frame / size), frame % size]
  if (state.order === 'output') return [place[0], place[1]]
  const inside = (v: number): number => Math.min(outputSize - 1, Math.max(0, v * state.stride - state.padding))
  return [inside(place[0]), inside(place[1])]
}

/** The cells one input paints, before cropping: its kernel's span. */
export const stampSize = (state: State): number => effectiveKernelSize(state.kernelSize, state.dilation)

export function describe(state: State, derived: Extract<Derived, { ok: true }>, messages: Messages): string {
  return messages.description(state, derived)
}
