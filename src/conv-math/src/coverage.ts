import {
  axisOrThrow,
  type ConvAxisOptions,
  resolveConvAxis,
  resolveTransposedConvAxis,
  span,
  type TransposedConvAxisOptions,
} from './axis.ts'
import { requireListLength } from './checks.ts'

/**
 * How many windows read each cell of the padded axis, start padding first: length p_start + i + p_end. 0 marks a cell
 * no window reads, because a stride steps over it, dilation leaves it out, or the floor drops it at the end.
 *
 * @param inputSize cells along the axis, ≥ 1
 * @throws {RangeError} when the options are refused by `convOutputSize`
 *
 * @example convAxisReads(6, { kernelSize: 3, stride: 2 }) // [1, 1, 2, 1, 1, 0]
 */
export function convAxisReads(inputSize: number, options: ConvAxisOptions): readonly number[] {
  const axis = axisOrThrow('convAxisReads', resolveConvAxis(inputSize, options))
  const paddedSize = axis.start + axis.inputSize + axis.end
  requireListLength('convAxisReads', 'inputSize', paddedSize)
  const reads = new Array<number>(paddedSize).fill(0)
  for (let unit = 0; unit < axis.outputSize; unit++) {
    for (let tap = 0; tap < axis.kernelSize; tap++) reads[unit * axis.stride + tap * axis.dilation]++
  }
  return reads
}

/**
 * How many cells at the end of the padded axis lie beyond the last window: (i + p_start + p_end − d(k − 1) − 1) mod s.
 *
 * @param inputSize cells along the axis, ≥ 1
 * @throws {RangeError} when the options are refused by `convOutputSize`
 * @see Dumoulin & Visin 2016, arXiv:1603.07285, section 2.4
 *
 * @example droppedByFloor(6, { kernelSize: 3, stride: 2 }) // 1
 */
export function droppedByFloor(inputSize: number, options: ConvAxisOptions): number {
  const axis = axisOrThrow('droppedByFloor', resolveConvAxis(inputSize, options))
  return (axis.start + axis.inputSize + axis.end - span(axis.kernelSize, axis.dilation)) % axis.stride
}

/**
 * How many taps reach each output cell of a transposed convolution: length transposedConvOutputSize. Unequal counts
 * in the middle are what draws a checkerboard; they are equal there when the stride divides the kernel size (d = 1).
 *
 * @param inputSize cells along the axis, ≥ 1
 * @throws {RangeError} when the options are refused by `transposedConvOutputSize`
 * @see Odena, Dumoulin & Olah 2016, Deconvolution and Checkerboard Artifacts, Distill
 *
 * @example transposedConvAxisPaints(3, { kernelSize: 3, stride: 2 }) // [1, 1, 2, 1, 2, 1, 1]
 */
export function transposedConvAxisPaints(inputSize: number, options: TransposedConvAxisOptions): readonly number[] {
  const axis = axisOrThrow('transposedConvAxisPaints', resolveTransposedConvAxis(inputSize, options))
  requireListLength('transposedConvAxisPaints', 'inputSize', axis.outputSize)
  const paints = new Array<number>(axis.outputSize).fill(0)
  for (let cell = 0; cell < axis.inputSize; cell++) {
    for (let tap = 0; tap < axis.kernelSize; tap++) {
      const unit = cell * axis.stride - axis.start + tap * axis.dilation
      if (unit >= 0 && unit < axis.outputSize) paints[unit]++
    }
  }
  return paints
}
