export type { AxisPadding, ConvAxisOptions, PoolAxisOptions, TransposedConvAxisOptions } from './axis.ts'
export { checkConvAxis, checkPoolAxis, checkTransposedConvAxis } from './axis.ts'
export type { BreakEvenOptions } from './break-even.ts'
export { breakEvenWidth } from './break-even.ts'
export type { Conv2dOptions } from './conv2d.ts'
export { conv2d } from './conv2d.ts'
export type { NodeCounts } from './cost.ts'
export { macCount, parameterCount } from './cost.ts'
export { convAxisReads, droppedByFloor, transposedConvAxisPaints } from './coverage.ts'
export type {
  EffectiveReceptiveField,
  EffectiveReceptiveFieldOptions,
  StackLayer,
} from './effective-receptive-field.ts'
export { effectiveReceptiveField } from './effective-receptive-field.ts'
export type { InputGradientOptions, WeightGradientOptions } from './gradients.ts'
export { conv2dInputGradient, conv2dWeightGradient } from './gradients.ts'
export type { Graph, GraphNode } from './graph.ts'
export { sequential } from './graph.ts'
export type { InputsSeen, TouchedInputs } from './inputs-seen.ts'
export { inputsSeen, touchedInputs } from './inputs-seen.ts'
export type { Layer } from './layers.ts'
export type { LevelReads } from './level-reads.ts'
export { axisLevelReads } from './level-reads.ts'
export * as networks from './networks/index.ts'
export type { Network } from './networks/network-builder.ts'
export {
  collapsingInputSizes,
  convOutputSize,
  effectiveKernelSize,
  poolOutputSize,
  samePadding,
  transposedConvOutputSize,
} from './output-size.ts'
export type { AxisLayer, AxisPathCounts, FieldCoverage } from './path-counts.ts'
export { axisPathCounts, fieldCoverage } from './path-counts.ts'
export type { Padding, PerAxis } from './per-axis.ts'
export type { AveragePool2dOptions, MaxPool2dOptions } from './pool2d.ts'
export { averagePool2d, globalAveragePool2d, maxPool2d } from './pool2d.ts'
export type { AxisName, Problem } from './problem.ts'
export { problemMessage } from './problem.ts'
export type { AxisField, ReceptiveField } from './receptive-field.ts'
export { receptiveField, receptiveFields } from './receptive-field.ts'
export type { MapShape } from './shapes.ts'
export { inferShapes } from './shapes.ts'
export type { StretchedCell } from './stretched-axis.ts'
export { stretchedAxis } from './stretched-axis.ts'
export type { AxisTap, ConvTapsOptions, Tap, TransposedConvTapsOptions } from './taps.ts'
export { convAxisTaps, convTaps, transposedConvAxisTaps, transposedConvTaps } from './taps.ts'
export type { Tensor } from './tensor.ts'
export { tensor } from './tensor.ts'
export type { TransposedConv2dOptions } from './transposed-conv2d.ts'
export { transposedConv2d } from './transposed-conv2d.ts'
