import {
  type Axis,
  type AxisOrProblem,
  axisOrThrow,
  type ConvAxisOptions,
  resolveConvAxis,
  resolveTransposedConvAxis,
  type TransposedConvAxisOptions,
} from './axis.ts'
import { requireInteger, requireListLength, requirePair } from './checks.ts'
import { type Padding, type PerAxis, resolveAxes } from './per-axis.ts'

/** A pair of input and kernel cell on one axis, both 0-based; an input outside 0 … inputSize − 1 lies in the padding. */
export interface AxisTap {
  readonly kernel: number
  readonly input: number
  readonly inside: boolean
}

/** A pair of input and kernel cell of a plane, both [row, column]. */
export interface Tap {
  readonly kernel: readonly [row: number, column: number]
  readonly input: readonly [row: number, column: number]
  readonly inside: boolean
}

/** Options of one window of a plane, as for `conv2d`. */
export interface ConvTapsOptions {
  readonly kernelSize: PerAxis<number>
  readonly stride?: PerAxis<number>
  readonly padding?: Padding
  readonly dilation?: PerAxis<number>
}

/** Options of one output cell of a plane, as for `transposedConv2d`. */
export interface TransposedConvTapsOptions extends ConvTapsOptions {
  readonly outputPadding?: PerAxis<number>
}

/**
 * All kernelSize taps of one output on one axis, in kernel order: output u reads input u·s − p_start + j·d with kernel
 * cell j.
 *
 * @param unit the output, 0 … convOutputSize − 1
 * @param inputSize cells along the axis, ≥ 1
 * @throws {RangeError} when the options are refused by `convOutputSize`, or there is no such output
 *
 * @example convAxisTaps(0, 5, { kernelSize: 2, padding: 1 }) // [{ kernel: 0, input: -1, inside: false }, { kernel: 1, input: 0, inside: true }]
 */
export function convAxisTaps(unit: number, inputSize: number, options: ConvAxisOptions): readonly AxisTap[] {
  const fn = 'convAxisTaps'
  const axis = axisOrThrow(fn, resolveConvAxis(inputSize, options))
  requireListLength(fn, 'kernelSize', axis.kernelSize)
  return convTapsOf(axis, requireInteger(fn, 'unit', unit, 0, axis.outputSize - 1))
}

/**
 * The pairs of input and kernel cell that reach one output of a transposed convolution on one axis, in kernel order:
 * input m with kernel cell j, where m·s − p_start + j·d is the output. Empty where nothing paints.
 *
 * @param unit the output after cropping, 0 … transposedConvOutputSize − 1
 * @param inputSize cells along the axis, ≥ 1
 * @throws {RangeError} when the options are refused by `transposedConvOutputSize`, or there is no such output
 *
 * @example transposedConvAxisTaps(1, 2, { kernelSize: 2 }) // [{ kernel: 0, input: 1, inside: true }, { kernel: 1, input: 0, inside: true }]
 */
export function transposedConvAxisTaps(
  unit: number,
  inputSize: number,
  options: TransposedConvAxisOptions,
): readonly AxisTap[] {
  const fn = 'transposedConvAxisTaps'
  const axis = axisOrThrow(fn, resolveTransposedConvAxis(inputSize, options))
  requireListLength(fn, 'kernelSize', axis.kernelSize)
  return transposedTapsOf(axis, requireInteger(fn, 'unit', unit, 0, axis.outputSize - 1))
}

/**
 * All taps of one output of a plane, in the kernel's row-major order. `inside` is false for a tap in the padding.
 *
 * @param unit [row, column] of the output
 * @param inputSize [height, width] of the input
 * @throws {RangeError} when an option is out of range, the kernel does not fit, or there is no such output
 *
 * @example convTaps([0, 1], [1, 3], { kernelSize: [1, 2] }).map((tap) => tap.input) // [[0, 1], [0, 2]]
 */
export function convTaps(
  unit: readonly [row: number, column: number],
  inputSize: readonly [height: number, width: number],
  options: ConvTapsOptions,
): readonly Tap[] {
  return convTapsFor('convTaps', unit, inputSize, options)
}

/** The taps of one window of a plane, for a function that reports errors under its own name. */
export function convTapsFor(fn: string, unit: unknown, inputSize: unknown, options: unknown): readonly Tap[] {
  return planeTaps(fn, unit, inputSize, options, resolveConvAxis, convTapsOf)
}

/**
 * The pairs of input and kernel cell that reach one output of a transposed convolution of a plane, in the kernel's
 * row-major order. All of them lie inside the input.
 *
 * @param unit [row, column] of the output after cropping
 * @param inputSize [height, width] of the input
 * @throws {RangeError} when an option is out of range, nothing is left of the output, or there is no such output
 *
 * @example transposedConvTaps([0, 3], [1, 2], { kernelSize: [1, 2], stride: 2 }) // [{ kernel: [0, 1], input: [0, 1], inside: true }]
 */
export function transposedConvTaps(
  unit: readonly [row: number, column: number],
  inputSize: readonly [height: number, width: number],
  options: TransposedConvTapsOptions,
): readonly Tap[] {
  return planeTaps('transposedConvTaps', unit, inputSize, options, resolveTransposedConvAxis, transposedTapsOf)
}

function convTapsOf(axis: Axis, unit: number): readonly AxisTap[] {
  return Array.from({ length: axis.kernelSize }, (_, kernel) => {
    const input = unit * axis.stride - axis.start + kernel * axis.dilation
    return { kernel, input, inside: input >= 0 && input < axis.inputSize }
  })
}

function transposedTapsOf(axis: Axis, unit: number): readonly AxisTap[] {
  const taps: AxisTap[] = []
  for (let kernel = 0; kernel < axis.kernelSize; kernel++) {
    const input = (unit + axis.start - kernel * axis.dilation) / axis.stride
    if (Number.isInteger(input) && input >= 0 && input < axis.inputSize) taps.push({ kernel, input, inside: true })
  }
  return taps
}

function planeTaps(
  fn: string,
  unit: unknown,
  inputSize: unknown,
  options: unknown,
  resolve: (inputSize: unknown, options: unknown) => AxisOrProblem,
  tapsOf: (axis: Axis, unit: number) => readonly AxisTap[],
): readonly Tap[] {
  const size = requirePair(fn, 'inputSize', inputSize, 1)
  const { height, width } = resolveAxes(fn, size, options, resolve)
  requireListLength(fn, 'kernelSize', height.kernelSize * width.kernelSize)
  const [row, column] = requirePair(fn, 'unit', unit, 0, '[row, column]')
  const rows = tapsOf(height, requireInteger(fn, 'unit row', row, 0, height.outputSize - 1))
  const columns = tapsOf(width, requireInteger(fn, 'unit column', column, 0, width.outputSize - 1))
  return rows.flatMap((y) =>
    columns.map((x) => ({
      kernel: [y.kernel, x.kernel] as const,
      input: [y.input, x.input] as const,
      inside: y.inside && x.inside,
    })),
  )
}
