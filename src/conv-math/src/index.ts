export type { AxisPadding, ConvAxisOptions, PoolAxisOptions, TransposedConvAxisOptions } from './axis.ts'
export { checkConvAxis, checkPoolAxis, checkTransposedConvAxis } from './axis.ts'
export type { Conv2dOptions } from './conv2d.ts'
export { conv2d } from './conv2d.ts'
export { convAxisReads, droppedByFloor, transposedConvAxisPaints } from './coverage.ts'
export type { InputGradientOptions, WeightGradientOptions } from './gradients.ts'
export { conv2dInputGradient, conv2dWeightGradient } from './gradients.ts'
export {
  collapsingInputSizes,
  convOutputSize,
  effectiveKernelSize,
  poolOutputSize,
  samePadding,
  transposedConvOutputSize,
} from './output-size.ts'
export type { Padding, PerAxis } from './per-axis.ts'
export type { AveragePool2dOptions, MaxPool2dOptions } from './pool2d.ts'
export { averagePool2d, globalAveragePool2d, maxPool2d } from './pool2d.ts'
export type { AxisName, Problem } from './problem.ts'
export { problemMessage } from './problem.ts'
export type { AxisTap, ConvTapsOptions, Tap, TransposedConvTapsOptions } from './taps.ts'
export { convAxisTaps, convTaps, transposedConvAxisTaps, transposedConvTaps } from './taps.ts'
export type { Tensor } from './tensor.ts'
export { tensor } from './tensor.ts'
export type { TransposedConv2dOptions } from './transposed-conv2d.ts'
export { transposedConv2d } from './transposed-conv2d.ts'
