import type { Window } from './axis.ts'
import { type Fraction, fraction, gcd, modulo } from './fraction.ts'
import type { PlaneWindow, ResolvedLayer } from './resolve-layer.ts'

/** Cells first, first + step, …, `count` of them; step ≥ 1, count ≥ 0. */
export interface Cells {
  readonly first: number
  readonly step: number
  readonly count: number
}

/** How a layer reads its input along one axis that has no ends. */
export interface AxisReader {
  /** The input cells that output `unit` reads. */
  reads(unit: number): Cells
  /** Going on by `units` outputs goes on by `cells` inputs, and nothing else changes. */
  readonly units: number
  readonly cells: number
  /** The nominal centre of output 0 in input cells: that of output u lies u · cells / units further. */
  readonly centre: Fraction
}

/** The readers of a layer on both axes; 'whole' when every output reads the whole map. */
export type LayerReader = 'whole' | readonly [height: AxisReader, width: AxisReader]

/** How a layer reads its input. Layers of single positions read the cell that they write. */
export function layerReader(layer: ResolvedLayer): LayerReader {
  switch (layer.type) {
    case 'globalAveragePool':
    case 'flatten':
      return 'whole'
    case 'conv':
    case 'maxPool':
    case 'averagePool':
      return bothAxes(layer, windowReader)
    case 'transposedConv':
      return bothAxes(layer, transposedReader)
    case 'resize': {
      const reader = layer.mode === 'nearest' ? nearestReader : bilinearReader
      return [reader(layer.scale[0]), reader(layer.scale[1])]
    }
    default:
      return PLAIN
  }
}

/** One reader for both axes where they are alike, so that what follows from it need be worked out only once. */
function bothAxes({ window: [height, width] }: PlaneWindow, reader: (window: Window) => AxisReader): LayerReader {
  const alike =
    height.kernelSize === width.kernelSize &&
    height.stride === width.stride &&
    height.start === width.start &&
    height.dilation === width.dilation
  const down = reader(height)
  return [down, alike ? down : reader(width)]
}

/** Each unit reads the cell at its own place. */
export const ONE_TO_ONE: AxisReader = {
  reads: (unit) => ({ first: unit, step: 1, count: 1 }),
  units: 1,
  cells: 1,
  centre: fraction(0),
}

const PLAIN = [ONE_TO_ONE, ONE_TO_ONE] as const

/** Unit u reads u·s − p, u·s − p + d, …, k of them. */
export function windowReader({ kernelSize, stride, start, dilation }: Window): AxisReader {
  return {
    reads: (unit) => ({ first: unit * stride - start, step: dilation, count: kernelSize }),
    units: 1,
    cells: stride,
    centre: fraction(dilation * (kernelSize - 1) - 2 * start, 2),
  }
}

/** Unit u reads every i with i·s − p + j·d = u for a tap j from 0 to k − 1. */
export function transposedReader({ kernelSize, stride, start, dilation }: Window): AxisReader {
  const divisor = gcd(stride, dilation)
  const tapStep = stride / divisor
  const cellStep = dilation / divisor
  const inverse = inverseModulo(cellStep, tapStep)
  const none: Cells = { first: 0, step: 1, count: 0 }
  return {
    reads: (unit) => {
      const place = unit + start
      if (modulo(place, divisor) !== 0) return none
      const tap = modulo(modulo(place / divisor, tapStep) * inverse, tapStep)
      const count = Math.floor((kernelSize - 1 - tap) / tapStep) + 1
      const last = (place - tap * dilation) / stride
      return { first: last - (count - 1) * cellStep, step: cellStep, count }
    },
    units: stride,
    cells: 1,
    centre: fraction(2 * start - dilation * (kernelSize - 1), 2 * stride),
  }
}

function nearestReader(scale: number): AxisReader {
  return {
    reads: (unit) => ({ first: Math.floor(unit / scale), step: 1, count: 1 }),
    units: scale,
    cells: 1,
    centre: fraction(1 - scale, 2 * scale),
  }
}

/** x = (u + 0.5) / scale − 0.5 lies on a cell or between two. */
function bilinearReader(scale: number): AxisReader {
  return {
    reads: (unit) => {
      const doubled = 2 * unit + 1 - scale
      const whole = modulo(doubled, 2 * scale) === 0
      return { first: Math.floor(doubled / (2 * scale)), step: 1, count: whole ? 1 : 2 }
    },
    units: scale,
    cells: 1,
    centre: fraction(1 - scale, 2 * scale),
  }
}

/** The x from 0 to modulus − 1 with value · x ≡ 1; value and modulus have no common factor. */
function inverseModulo(value: number, modulus: number): number {
  let [a, b] = [modulo(value, modulus), modulus]
  let [x, y] = [1, 0]
  while (a > 1) {
    const quotient = Math.floor(b / a)
    const next = b - quotient * a
    const nextX = y - quotient * x
    b = a
    y = x
    a = next
    x = nextX
  }
  return modulo(x, modulus)
}
