import { axisOrThrow, resolveTransposedConvAxis, type TransposedConvAxisOptions } from './axis.ts'
import { requireListLength } from './checks.ts'

/** What stands at one place of a stretched axis: an input cell by its index, an inserted zero, or a padded zero. */
export type StretchedCell = number | 'gap' | 'pad'

/**
 * The axis that an ordinary convolution with stride 1 and the flipped kernel reads to give the same output as a
 * transposed one: s − 1 zeros between neighbours, d(k − 1) − p zeros before, d(k − 1) − p + outputPadding after (a
 * negative number crops). Output u is the sum over j of cell u + j·d times weight k − 1 − j.
 *
 * @param inputSize cells along the axis, ≥ 1
 * @returns transposedConvOutputSize + d(k − 1) cells
 * @throws {RangeError} when the options are refused by `transposedConvOutputSize`, or the list would be longer than 2^20
 * @see Dumoulin & Visin, arXiv:1603.07285, relationship 14
 *
 * @example stretchedAxis(2, { kernelSize: 2, stride: 2 }) // ['pad', 0, 'gap', 1, 'pad']
 */
export function stretchedAxis(inputSize: number, options: TransposedConvAxisOptions): readonly StretchedCell[] {
  const fn = 'stretchedAxis'
  const axis = axisOrThrow(fn, resolveTransposedConvAxis(inputSize, options))
  const reach = axis.dilation * (axis.kernelSize - 1)
  requireListLength(fn, 'inputSize', axis.outputSize + reach)
  const last = (axis.inputSize - 1) * axis.stride
  return Array.from({ length: axis.outputSize + reach }, (_, at) => {
    const place = at - (reach - axis.start)
    if (place < 0 || place > last) return 'pad'
    return place % axis.stride === 0 ? place / axis.stride : 'gap'
  })
}
