import {
  axisOrThrow,
  type ConvAxisOptions,
  type PoolAxisOptions,
  resolveConvAxis,
  resolvePoolAxis,
  resolveTransposedConvAxis,
  resolveWindow,
  span,
  type TransposedConvAxisOptions,
} from './axis.ts'
import { requireInteger, requireListLength, requireOptions } from './checks.ts'
import { refuse, refuseProblem, show } from './problem.ts'

/**
 * The number of cells a kernel spans once its taps stand `dilation` apart: d(k − 1) + 1.
 *
 * @param kernelSize taps on this axis, ≥ 1
 * @param dilation distance between neighbouring taps in cells, ≥ 1; 1 = dense
 * @throws {RangeError} when either is not an integer ≥ 1
 * @see Dumoulin & Visin 2016, arXiv:1603.07285, section 5.1
 *
 * @example effectiveKernelSize(3, 2) // 5
 */
export function effectiveKernelSize(kernelSize: number, dilation: number = 1): number {
  const fn = 'effectiveKernelSize'
  requireInteger(fn, 'kernelSize', kernelSize, 1)
  requireInteger(fn, 'dilation', dilation, 1)
  return requireInteger(fn, 'effectiveKernelSize', span(kernelSize, dilation), 1)
}

/**
 * The number of windows that fit along one axis: o = floor((i + p_start + p_end − d(k − 1) − 1) / s) + 1.
 * A window that does not fit whole is not counted.
 *
 * @param inputSize cells along the axis, ≥ 1
 * @param options kernelSize, stride, dilation ≥ 1; padding ≥ 0, one number for both ends or [start, end]
 * @throws {RangeError} when a value is not an integer in its range, or the kernel spans more than the padded input
 * @see Dumoulin & Visin 2016, arXiv:1603.07285, relationship 6 (with dilation, 15)
 *
 * @example convOutputSize(7, { kernelSize: 3 }) // 5
 * @example convOutputSize(6, { kernelSize: 3, stride: 2, padding: [1, 0] }) // 3
 */
export function convOutputSize(inputSize: number, options: ConvAxisOptions): number {
  return axisOrThrow('convOutputSize', resolveConvAxis(inputSize, options)).outputSize
}

/**
 * The size of a transposed convolution's output along one axis:
 * o = (i − 1)s − p_start − p_end + d(k − 1) + outputPadding + 1. Padding crops the full result.
 *
 * @param inputSize cells along the axis, ≥ 1
 * @param options as for `convOutputSize`; outputPadding adds cells at the end, 0 ≤ outputPadding < max(s, d)
 * @throws {RangeError} when a value is not an integer in its range, or nothing is left of the output
 * @see Dumoulin & Visin 2016, arXiv:1603.07285, relationship 14
 *
 * @example transposedConvOutputSize(3, { kernelSize: 3, stride: 2, padding: 1 }) // 5
 * @example transposedConvOutputSize(3, { kernelSize: 3, stride: 2, padding: 1, outputPadding: 1 }) // 6
 */
export function transposedConvOutputSize(inputSize: number, options: TransposedConvAxisOptions): number {
  return axisOrThrow('transposedConvOutputSize', resolveTransposedConvAxis(inputSize, options)).outputSize
}

/**
 * The number of pooling windows along one axis. Floor mode counts as `convOutputSize`; ceil mode also counts a last
 * partial window, if it starts in the input or in the start padding.
 *
 * @param inputSize cells along the axis, ≥ 1
 * @param options stride defaults to kernelSize; padding per side ≤ floor(kernelSize / 2)
 * @throws {RangeError} when a value is not an integer in its range, padding is too large, or no window fits
 * @see PyTorch, MaxPool2d: shape and ceil_mode
 *
 * @example poolOutputSize(7, { kernelSize: 2 }) // 3
 * @example poolOutputSize(7, { kernelSize: 2, ceilMode: true }) // 4
 */
export function poolOutputSize(inputSize: number, options: PoolAxisOptions): number {
  return axisOrThrow('poolOutputSize', resolvePoolAxis(inputSize, options)).outputSize
}

/**
 * The padding [start, end] that gives o = ceil(i / s): p_start + p_end = max(0, (o − 1)s + d(k − 1) + 1 − i).
 * When the sum is odd the extra cell goes to `extra`.
 *
 * @param inputSize cells along the axis, ≥ 1
 * @param options kernelSize, stride, dilation ≥ 1
 * @param extra 'end' as TensorFlow's SAME and ONNX's SAME_UPPER, 'start' as ONNX's SAME_LOWER
 * @throws {RangeError} when a value is not an integer ≥ 1, or extra is neither 'end' nor 'start'
 * @see ONNX, operator Conv, auto_pad
 *
 * @example samePadding(6, { kernelSize: 3, stride: 2 }) // [0, 1]
 * @example samePadding(6, { kernelSize: 3, stride: 2 }, 'start') // [1, 0]
 */
export function samePadding(
  inputSize: number,
  options: Omit<ConvAxisOptions, 'padding'>,
  extra: 'end' | 'start' = 'end',
): readonly [start: number, end: number] {
  const fn = 'samePadding'
  const { kernelSize, stride = 1, dilation = 1 } = requireOptions(fn, options)
  const i = requireInteger(fn, 'inputSize', inputSize, 1)
  const k = requireInteger(fn, 'kernelSize', kernelSize, 1)
  const s = requireInteger(fn, 'stride', stride, 1)
  const d = requireInteger(fn, 'dilation', dilation, 1)
  if (extra !== 'end' && extra !== 'start') refuse(fn, `extra must be 'end' or 'start', got ${show(extra)}`)
  const total = Math.max(0, (Math.ceil(i / s) - 1) * s + span(k, d) - i)
  requireInteger(fn, 'padding', total, 0)
  const less = Math.floor(total / 2)
  return extra === 'end' ? [less, total - less] : [total - less, less]
}

/**
 * The input sizes that a convolution maps to one and the same output size, smallest first: s of them,
 * (o − 1)s + d(k − 1) + 1 − p_start − p_end and the s − 1 after it, as far as they are ≥ 1. A transposed convolution of
 * the same parameters gives the first of them; outputPadding chooses another.
 *
 * @param outputSize windows along the axis, ≥ 1
 * @param options as for `convOutputSize`
 * @throws {RangeError} when a value is not an integer in its range
 * @see Dumoulin & Visin 2016, arXiv:1603.07285, section 4.6
 *
 * @example collapsingInputSizes(3, { kernelSize: 3, stride: 2, padding: 1 }) // [5, 6]
 */
export function collapsingInputSizes(outputSize: number, options: ConvAxisOptions): readonly number[] {
  const fn = 'collapsingInputSizes'
  const size = requireInteger(fn, 'outputSize', outputSize, 1)
  const resolved = resolveWindow(1, options, 1)
  if ('problem' in resolved) refuseProblem(fn, resolved.problem)
  const { kernelSize, stride, start, end, dilation } = resolved.window
  requireListLength(fn, 'stride', stride)
  const smallest = (size - 1) * stride + span(kernelSize, dilation) - start - end
  requireInteger(fn, 'inputSize', Math.max(1, smallest + stride - 1), 1)
  return Array.from({ length: stride }, (_, more) => smallest + more).filter((inputSize) => inputSize >= 1)
}
