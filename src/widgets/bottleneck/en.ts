import { grouped, show } from '#ui/scale.ts'
import { kernel, large, type Messages, percent, widths } from './messages.ts'

export const en: Messages = {
  preset: 'Example',
  presets: { googlenet: 'the 5×5 of GoogLeNet (3a)', resnet50: 'the bottleneck of ResNet-50', custom: 'your own' },
  expand: 'expand again by a 1×1',
  names: {
    middle: 'middle width',
    kernelSize: 'kernel',
    inChannels: 'input',
    outChannels: 'output',
    inputSize: 'map side',
  },
  directName: 'direct',
  reducedName: () => 'reduced',
  forms: 'Two ways',
  formsText: 'A bar is a map, as high as it has channels, to scale; each trapezium between them is one convolution.',
  formLabel: (chain) => `${widths(chain)}, ${chain.rows.map((row) => kernel(row.kernelSize)).join(', ')}`,
  costText: ({ reduced, direct }) =>
    `A bar has one piece per layer. The split form takes ${percent(reduced.weights, direct.weights)} of the direct one.`,
  macsText: ({ shape }) =>
    `At stride 1 every weight is used ${grouped(shape.inputSize ** 2)} times on a map of ${kernel(shape.inputSize)}.`,
  weights: 'Weights',
  macs: 'Multiply-accumulates (MACs)',
  difference: (ratio) => `${ratio < 1 ? '−' : '+'}${show(Math.abs(100 * (1 - ratio)), 1)}%`,
  where: 'Where reduction starts to pay',
  whereText:
    'It saves wherever the curve is below the level line. Tap the chart or drag the slider to change the middle.',
  curveLabel: ({ breakEven, shape }) =>
    `Weights against the width of the middle; the curve meets the direct convolution at ${show(breakEven, 1)}, and stands at ${shape.middle} now`,
  directLine: (weights) => `direct ${grouped(weights)}`,
  layers: 'Layer by layer',
  head: ['k² × in × out', 'weights', 'MACs'],
  total: 'together',
  notes: 'Also true',
  flops: ({ reduced }) =>
    `MACs count a multiplication and its addition as one; FLOPs count both: ${grouped(reduced.macs)} MACs are ${grouped(2 * reduced.macs)} FLOPs.`,
  rank: (middle) =>
    `There must be an activation between the layers. Without one they multiply into a single layer, of rank ${middle} at most.`,
  torchMacs: 'MACs (direct, reduced)',
  summary: ({ shape }) => `m ${shape.middle}  k ${shape.kernelSize}  ${shape.inChannels} → ${shape.outChannels}`,
  description: (whole) => {
    const { shape, direct, reduced, breakEven } = whole
    const verdict = reduced.weights < direct.weights ? 'only' : 'no saving:'
    return `A ${shape.inputSize}×${shape.inputSize} map from ${shape.inChannels} to ${shape.outChannels} channels with a ${kernel(shape.kernelSize)} kernel. Directly: ${grouped(direct.weights)} weights and ${large(direct.macs)} MACs. Through ${shape.middle} channels (${widths(reduced)}): ${grouped(reduced.weights)} and ${large(reduced.macs)} MACs, ${verdict} ${percent(reduced.weights, direct.weights)} of that. Reduction pays below a middle width of ${show(breakEven, 1)}.`
  },
}
