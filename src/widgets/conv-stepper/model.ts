import {
  type AxisPadding,
  checkConvAxis,
  conv2d,
  convAxisReads,
  convOutputSize,
  convTaps,
  droppedByFloor,
  effectiveKernelSize,
  type FilterKernel,
  filterKernel,
  macCount,
  type Problem,
  samePadding,
  sequential,
  smallestFilterSize,
  type Tap,
  type Tensor,
  tensor,
} from 'conv-math'
import { choice, flag, int, numbers, type StateOf } from '#ui/fields.ts'
import { camera, pixels } from '#ui/pictures.ts'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

/** The editable maps are kept at their largest size, so that a number survives a smaller size in between. */
export const side = 12
export const kernelSide = 7
const inputNumbers = [
  ...'310214203142',
  ...'025142310421',
  ...'142021042132',
  ...'201310351204',
  ...'512043201412',
  ...'130212310420',
  ...'215034021310',
  ...'042131402153',
  ...'310240123104',
  ...'025130214301',
  ...'120413203142',
  ...'203120410231',
].map(Number)
const kernelNumbers = range(kernelSide ** 2).map(
  (at) => [-1, 0, 1, 0, 0, 0, 0, -2, 0, 2, 0, 0, 0, 0, -1, 0, 1][at] ?? 0,
)

export const presets = ['identity', 'box', 'gaussian', 'sobelX', 'sobelY', 'laplacian', 'sharpen', 'custom'] as const
export type Preset = (typeof presets)[number]

export const perSide = int(0, 3, 0)
export const fields = {
  mode: choice(['numbers', 'picture'], 'numbers'),
  inputSize: int(1, side, 8),
  kernelSize: int(1, kernelSide, 3),
  stride: int(1, 4, 2),
  padding: perSide,
  dilation: int(1, 3, 1),
  preset: choice(presets, 'sobelX'),
  /** equal: `padding` on every side; sides: four numbers; same and tensorflow: as the frameworks choose it. */
  paddingMode: choice(['equal', 'sides', 'same', 'tensorflow'], 'equal'),
  paddingTop: perSide,
  paddingBottom: perSide,
  paddingLeft: perSide,
  paddingRight: perSide,
  relu: flag(false),
  step: int(0, 9999, 121),
  x: numbers(-99, 99, inputNumbers),
  w: numbers(-999, 999, kernelNumbers),
  divisor: int(1, 4096, 1),
}
export type State = StateOf<typeof fields>

/** The largest padded input that the figure has room for. */
export const room = 18

/** A square grey picture: row-major levels from 0 to 255. */
export interface Source {
  readonly size: number
  readonly values: ArrayLike<number>
}
export const photo: Source = { size: camera.width, values: pixels(camera).map((value) => Math.round(value * 255)) }

export interface Axis {
  readonly padding: readonly [start: number, end: number]
  readonly output: number
  /** How many windows read each cell of the padded axis. */
  readonly reads: readonly number[]
  /** Cells at the end beyond the last window, and those of them that are real input. */
  readonly dropped: number
  readonly lost: number
  /** Unread cells between the windows. */
  readonly skipped: number
}
export interface Term extends Tap {
  readonly x: number
  readonly w: number
  readonly product: number
}
export interface Shape {
  readonly ok: true
  readonly size: number
  readonly span: number
  readonly rows: Axis
  readonly columns: Axis
  readonly x: Tensor
  readonly kernel: FilterKernel
  /** The sums before the divisor; of a picture only the current one is worked out here. */
  readonly sums: Tensor | null
  readonly frames: number
  readonly frame: number
  /** The output cell in question, [row, column]. */
  readonly unit: readonly [number, number]
  /** Every tap of the current window, those in the padding with x = 0. */
  readonly terms: readonly Term[]
  readonly sum: number
  readonly macs: number
}
export type Trouble =
  | Problem
  | { readonly code: 'tooLarge'; readonly size: number; readonly room: number }
  | { readonly code: 'filterTooSmall'; readonly preset: Preset; readonly smallest: number; readonly kernelSize: number }
  | { readonly code: 'sameNeedsStrideOne'; readonly stride: number }
export type Derived = Shape | { readonly ok: false; readonly problem: Trouble }

export const at = (map: Tensor, row: number, column: number): number => map.data[row * map.shape[3] + column]

const square = (size: number, values: ArrayLike<number>): Tensor => tensor([1, 1, size, size], values)

function kernelOf(state: State): FilterKernel | Trouble {
  const { preset, kernelSize, divisor } = state
  if (preset === 'custom') {
    const rows = range(kernelSize).flatMap((row) => state.w.slice(row * kernelSide, row * kernelSide + kernelSize))
    return { weights: rows, divisor }
  }
  const smallest = smallestFilterSize(preset)
  if (kernelSize < smallest) return { code: 'filterTooSmall', preset, smallest, kernelSize }
  return filterKernel(preset, kernelSize)
}

type Sides = readonly [rows: readonly [number, number], columns: readonly [number, number]]

function sidesOf(state: State, size: number): Sides | Trouble {
  const { paddingMode, padding, kernelSize, stride, dilation } = state
  if (paddingMode === 'equal') {
    const both = [padding, padding] as const
    return [both, both]
  }
  if (paddingMode === 'sides') {
    return [
      [state.paddingTop, state.paddingBottom],
      [state.paddingLeft, state.paddingRight],
    ]
  }
  if (paddingMode === 'same' && stride > 1) return { code: 'sameNeedsStrideOne', stride }
  const both = samePadding(size, { kernelSize, stride, dilation })
  return [both, both]
}

function axisOf(state: State, size: number, padding: readonly [number, number]): Axis {
  const { kernelSize, stride, dilation } = state
  const options = { kernelSize, stride, dilation, padding }
  const reads = convAxisReads(size, options)
  const dropped = droppedByFloor(size, options)
  return {
    padding,
    output: convOutputSize(size, options),
    reads,
    dropped,
    lost: Math.max(0, dropped - padding[1]),
    skipped: reads.filter((count) => count === 0).length - dropped,
  }
}

export function derive(state: State, picture: Source = photo): Derived {
  const { mode, kernelSize, stride, dilation } = state
  const size = mode === 'picture' ? picture.size : state.inputSize
  const kernel = kernelOf(state)
  if ('code' in kernel) return { ok: false, problem: kernel }
  const sides = sidesOf(state, size)
  if ('code' in sides) return { ok: false, problem: sides }
  const check = (padding: AxisPadding): Problem | null => checkConvAxis(size, { kernelSize, stride, dilation, padding })
  const problem = check(sides[0]) ?? check(sides[1])
  if (problem) return { ok: false, problem }
  const padded = size + Math.max(...sides.map(([start, end]) => start + end))
  if (mode === 'numbers' && padded > room) return { ok: false, problem: { code: 'tooLarge', size: padded, room } }

  const [rows, columns] = sides.map((padding) => axisOf(state, size, padding))
  const cut = range(size).flatMap((row) => state.x.slice(row * side, row * side + size))
  const x = mode === 'picture' ? square(size, picture.values) : square(size, cut)
  const w = square(kernelSize, kernel.weights)
  const options = { stride, dilation, padding: sides }
  const frames = rows.output * columns.output
  const frame = Math.min(state.step, frames - 1)
  const unit = [Math.floor(frame / columns.output), frame % columns.output] as const
  const terms = convTaps(unit, [size, size], { kernelSize, ...options }).map((tap): Term => {
    const [xv, wv] = [tap.inside ? at(x, ...tap.input) : 0, kernel.weights[tap.kernel[0] * kernelSize + tap.kernel[1]]]
    return { ...tap, x: xv, w: wv, product: xv * wv }
  })
  const layer = { type: 'conv', outChannels: 1, kernelSize, bias: false, ...options } as const
  return {
    ok: true,
    size,
    span: effectiveKernelSize(kernelSize, dilation),
    rows,
    columns,
    x,
    kernel,
    sums: mode === 'picture' ? null : conv2d(x, w, options),
    frames,
    frame,
    unit,
    terms,
    sum: terms.reduce((sum, term) => sum + term.product, 0),
    macs: macCount(sequential([layer]), [1, size, size]).total,
  }
}

export function describe(state: State, derived: Shape, messages: Messages): string {
  return messages.description(state, derived)
}
