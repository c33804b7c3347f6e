import { byteText } from '#ui/byte-text.ts'
import { problemWords } from '#ui/en.ts'
import { compact, grouped, show } from '#ui/scale.ts'
import { factorText, lines, type Messages, shapeText, square } from './messages.ts'

export const en: Messages = {
  preset: 'Example',
  presets: {
    custom: 'your own',
    conv1_1: 'VGG-16 conv1_1',
    conv1_2: 'VGG-16 conv1_2',
    conv5_3: 'VGG-16 conv5_3',
    fc6: 'VGG-16 fc6 (as a 7×7 convolution)',
    pointwise: 'a 1×1 reduction of ResNet-50',
    depthwise: 'a depthwise layer of MobileNet',
  },
  names: {
    inChannels: 'inputs',
    outChannels: 'outputs',
    kernelSize: 'kernel',
    inputSize: 'side of the map',
    stride: 'stride',
    dilation: 'dilation',
    batch: 'batch',
  },
  dense: '1 is dense',
  padding: 'Padding',
  paddings: { same: 'keeps the size at stride 1', none: 'none' },
  depthwise: 'depthwise',
  bias: 'bias',
  dataType: 'Each number',
  dataTypes: { float32: 'float32, 4 bytes', float16: 'float16, 2 bytes', int8: 'int8, 1 byte' },
  layer: 'The layer',
  layerText: 'Three boxes: the map read, the kernels, the map written. Edges are drawn by their square roots, to fit.',
  solidLabel: ({ shape, groups, outputSize }) =>
    `Input ${shape.inChannels}×${square(shape.inputSize)}, ${shape.outChannels} kernels of ${shape.inChannels / groups}×${square(shape.kernelSize)}, output ${shape.outChannels}×${square(outputSize)}`,
  input: 'input',
  kernels: ({ shape }) => `${shape.outChannels} kernel${shape.outChannels > 1 ? 's' : ''}`,
  output: 'output',
  accounts: {
    weightCount: 'Weights',
    macCount: 'Multiply-accumulates (MACs)',
    outputCount: 'Activations (numbers out)',
  },
  accountText: (account, { cost }) =>
    ({
      weightCount: `${grouped(cost.weightCount)}: kernel and channels count, the map does not`,
      macCount: `${grouped(cost.macCount)}: kernel, channels and area all count`,
      outputCount: `${grouped(cost.outputCount)}: channels out and area count, the kernel does not`,
    })[account],
  now: 'now',
  changes: {
    kernelSize: 'kernel doubled',
    inChannels: 'channels in doubled',
    outChannels: 'channels out doubled',
    channels: 'both doubled',
    inputSize: 'height, width doubled',
    stride: 'stride doubled',
    dilation: 'dilation doubled',
  },
  factor: (factor) => (factor === 1 ? 'same' : `${factorText(factor)} ×`),
  none: 'does not hold',
  memory: 'Memory',
  memoryText: ({ memory }, { batch }) =>
    `Bytes in three places${batch > 1 ? `, for a batch of ${batch}` : ''}; together ${byteText(memory.total)}`,
  parts: { parameters: 'parameters', input: 'input', output: 'output', total: 'together' },
  work: 'The accounts in numbers',
  lines: (whole, state) => lines(['parameters', 'MACs', 'FLOPs', 'activations'], whole, state),
  workNote: ({ shape, cost }) =>
    `${shape.bias ? `The ${shape.outChannels} biases are ${show((100 * shape.outChannels) / cost.parameterCount, 2)}% of the parameters and are not counted in MACs. ` : 'A bias would not be counted in MACs. '}FLOPs count the multiplication and the addition apart: twice the MACs.`,
  intensity: 'Bound by computing or by memory',
  intensityText: ({ intensity, memory }, state) =>
    `With input and parameters read once and the output written once, ${byteText(memory.total)} move at least: ${show(intensity, 1)} floating-point operations${state.dataType === 'int8' ? ' (of integers here)' : ''} per byte. Below the ratio of a processor’s speed to its bandwidth, time goes into waiting for memory.`,
  perByte: 'floating-point operations for every byte moved (FLOPs/B)',
  thisLayer: 'this layer',
  others: { pointwise: 'as a 1×1', depthwise: 'as depthwise' },
  training: ({ memory }) =>
    `In training, parameters, gradients and Adam’s two moments make four copies: ${byteText(4 * memory.parameters)}; the output stays for the backward pass.`,
  summary: shapeText,
  description: ({ batch, dataType }, { shape, cost, memory, intensity, outputSize, groups }) =>
    `${batch > 1 ? `${batch} maps` : 'A map'} of ${square(shape.inputSize)} from ${shape.inChannels} to ${shape.outChannels} channels, ${groups > 1 ? 'depthwise ' : ''}kernel ${square(shape.kernelSize)}, stride ${shape.stride}; output ${square(outputSize)}. ${grouped(cost.parameterCount)} parameters; ${grouped(batch * cost.macCount)} MACs (${compact(2 * batch * cost.macCount)}FLOPs); ${grouped(batch * cost.outputCount)} activations. In ${dataType}, parameters, input and output take ${byteText(memory.parameters)}, ${byteText(memory.input)} and ${byteText(memory.output)}: ${show(intensity, 1)} floating-point operations per byte.`,
  problem: (problem, whole) =>
    `${problemWords(problem)} The figure stays at the last numbers that hold: ${shapeText(whole)}.`,
}
