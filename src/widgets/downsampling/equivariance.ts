import { averagePool2d, conv2d, maxPool2d, receptiveField, sequential, type Tensor, tensor } from 'conv-math'
import { camera, pixels } from '#ui/pictures.ts'
import { range } from '#ui/scale.ts'
import type { Kind } from './model.ts'

/** What a chain makes of a row of pixels and of the same row shifted. */
export interface Equivariance {
  /** Pixels between neighbouring outputs: the product of the strides. */
  readonly stride: number
  readonly shift: number
  /** How many outputs the shift comes to, to the nearest whole one. */
  readonly outputs: number
  readonly whole: boolean
  /** The outputs of the shifted row, and the unshifted ones moved by `outputs`: equal where equivariance holds. */
  readonly actual: readonly number[]
  readonly expected: readonly number[]
  readonly worst: number
}
interface Window {
  readonly kind: Kind
  readonly kernelSize: number
  readonly stride: number
  readonly padding: number
}

/** Grey levels of the photograph's rows, every third one, read to and fro without end: a long line of real pixels. */
const levels = pixels(camera).map((value) => Math.round(255 * value))
function pixel(position: number): number {
  const { width, height } = camera
  const line = Math.floor(position / width)
  const along = position - line * width
  const row = (((firstRow + 3 * line) % height) + height) % height
  return levels[row * width + (line % 2 === 0 ? along : width - 1 - along)]
}
const firstRow = 14

const length = 448
const shown = 16
const smooth = tensor([1, 1, 1, 3], [0.25, 0.5, 0.25])

function run(windows: readonly Window[], shift: number): Tensor {
  let map = tensor(
    [1, 1, 1, length],
    range(length).map((position) => pixel(position - shift)),
  )
  for (const { kind, kernelSize, stride, padding } of windows) {
    const across = { stride: [1, stride], padding: [0, padding] } as const
    if (kind === 'maxPool') map = maxPool2d(map, { kernelSize: [1, kernelSize], ...across })
    else if (kind === 'averagePool') map = averagePool2d(map, { kernelSize: [1, kernelSize], ...across })
    else map = conv2d(map, smooth, across)
  }
  return map
}

/** Compares outputs that see real pixels alone: padding does not move with the picture. */
export function equivarianceOf(windows: readonly Window[], shift: number): Equivariance {
  const field = receptiveField(
    sequential(
      windows.map(({ kind, ...window }) =>
        kind === 'maxPool' || kind === 'averagePool'
          ? { type: kind, ...window }
          : { type: 'conv', outChannels: 1, ...window },
      ),
    ),
  ).width
  const stride = field.effectiveStride
  const outputs = Math.round(shift / stride)
  const from = range(length).find((unit) => (field.interval(unit - outputs)?.[0] ?? -1) >= 0) ?? 0
  const [plain, shifted] = [run(windows, 0), run(windows, shift)]
  const units = range(shown).map((unit) => from + unit)
  const actual = units.map((unit) => shifted.data[unit])
  const expected = units.map((unit) => plain.data[unit - outputs])
  return {
    stride,
    shift,
    outputs,
    whole: shift % stride === 0,
    actual,
    expected,
    worst: Math.max(...actual.map((value, at) => Math.abs(value - expected[at]))),
  }
}
