import type { Problem } from 'conv-math'
import { byteText } from '#ui/byte-text.ts'
import { problemWords } from '#ui/problem-words.ts'
import { compact, grouped, show } from '#ui/scale.ts'
import type { Lang } from '#ui/use-figure.ts'
import type { Account, Change, Derived, Memory, State } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
export type Line = readonly [name: string, sum: string, result: string]
export interface Messages {
  readonly preset: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly names: Readonly<
    Record<'inChannels' | 'outChannels' | 'kernelSize' | 'inputSize' | 'stride' | 'dilation' | 'batch', string>
  >
  readonly dense: string
  readonly padding: string
  readonly paddings: Readonly<Record<State['padding'], string>>
  readonly depthwise: string
  readonly bias: string
  readonly dataType: string
  readonly dataTypes: Readonly<Record<State['dataType'], string>>
  readonly layer: string
  readonly layerText: string
  readonly solidLabel: (whole: Whole) => string
  readonly input: string
  readonly kernels: (whole: Whole) => string
  readonly output: string
  readonly accounts: Readonly<Record<Account, string>>
  readonly accountText: (account: Account, whole: Whole) => string
  readonly now: string
  readonly changes: Readonly<Record<Change, string>>
  readonly factor: (factor: number) => string
  readonly none: string
  readonly memory: string
  readonly memoryText: (whole: Whole, state: State) => string
  readonly parts: Readonly<Record<keyof Memory, string>>
  readonly work: string
  readonly lines: (whole: Whole, state: State) => readonly Line[]
  readonly workNote: (whole: Whole) => string
  readonly intensity: string
  readonly intensityText: (whole: Whole, state: State) => string
  readonly perByte: string
  readonly thisLayer: string
  readonly others: Readonly<Record<'pointwise' | 'depthwise', string>>
  readonly training: (whole: Whole) => string
  readonly summary: (whole: Whole) => string
  readonly description: (state: State, whole: Whole) => string
  readonly problem: (problem: Problem, shown: Whole) => string
}

const square = (size: number): string => `${size}×${size}`
/** A factor that is a whole number or one over it reads as such. */
function factorText(factor: number): string {
  const inverse = 1 / factor
  if (factor < 1 && Math.abs(inverse - Math.round(inverse)) < 1e-9) return `1/${Math.round(inverse)}`
  return show(factor)
}
const weightProduct = ({ shape, groups }: Whole): string =>
  `${shape.kernelSize}² × ${groups > 1 ? `${shape.inChannels}/${groups}` : shape.inChannels} × ${shape.outChannels}`
const shapeText = ({ shape }: Whole): string =>
  `k ${shape.kernelSize}  ${shape.inChannels} → ${shape.outChannels}  ${square(shape.inputSize)}`

/** The three accounts as sums, the same in both languages but for their names. */
function lines(names: readonly [string, string, string, string], whole: Whole, state: State): readonly Line[] {
  const { cost, shape, outputSize: o } = whole
  const images = state.batch > 1 ? `${state.batch} × ` : ''
  const macs = state.batch * cost.macCount
  return [
    [names[0], `${weightProduct(whole)}${shape.bias ? ` + ${shape.outChannels}` : ''}`, grouped(cost.parameterCount)],
    [names[1], `${images}${o} × ${o} × ${grouped(cost.weightCount)}`, grouped(macs)],
    [names[2], `2 × ${grouped(macs)}`, grouped(2 * macs)],
    [names[3], `${images}${o} × ${o} × ${shape.outChannels}`, grouped(state.batch * cost.outputCount)],
  ]
}

const zh: Messages = {
  preset: '例子',
  presets: {
    custom: '自己定',
    conv1_1: 'VGG-16 conv1_1',
    conv1_2: 'VGG-16 conv1_2',
    conv5_3: 'VGG-16 conv5_3',
    fc6: 'VGG-16 fc6（写成7×7卷积）',
    pointwise: 'ResNet-50的1×1降维',
    depthwise: 'MobileNet的逐通道',
  },
  names: {
    inChannels: '输入通道',
    outChannels: '输出通道',
    kernelSize: '核',
    inputSize: '图的边长',
    stride: '步幅',
    dilation: '空洞率',
    batch: '批大小',
  },
  dense: '1 为密',
  padding: '填充',
  paddings: { same: '步幅1时保持大小', none: '不填充' },
  depthwise: '逐通道',
  bias: '偏置',
  dataType: '每个数',
  dataTypes: { float32: 'float32，4 字节', float16: 'float16，2 字节', int8: 'int8，1 字节' },
  layer: '这一层',
  layerText: '三个盒子：读的图、核、写的图。边长按平方根画，大的才放得下。',
  solidLabel: ({ shape, groups, outputSize }) =>
    `输入 ${shape.inChannels}×${square(shape.inputSize)}，${shape.outChannels} 个核，每个 ${shape.inChannels / groups}×${square(shape.kernelSize)}，输出 ${shape.outChannels}×${square(outputSize)}`,
  input: '输入',
  kernels: ({ shape }) => `核，共 ${shape.outChannels} 个`,
  output: '输出',
  accounts: { weightCount: '权重', macCount: '乘加次数（MACs）', outputCount: '激活（输出的数）' },
  accountText: (account, { cost }) =>
    ({
      weightCount: `${grouped(cost.weightCount)} 个：看核和通道，不看图`,
      macCount: `${grouped(cost.macCount)} 次：看核、通道，也看面积`,
      outputCount: `${grouped(cost.outputCount)} 个：看输出通道和面积，不看核`,
    })[account],
  now: '现在',
  changes: {
    kernelSize: '核加倍',
    inChannels: '输入通道加倍',
    outChannels: '输出通道加倍',
    channels: '进出都加倍',
    inputSize: '高和宽加倍',
    stride: '步幅加倍',
    dilation: '空洞率加倍',
  },
  factor: (factor) => (factor === 1 ? '不变' : `${factorText(factor)} 倍`),
  none: '不成立',
  memory: '内存',
  memoryText: ({ memory }, { batch }) =>
    `三处各占多少字节${batch > 1 ? `，一批 ${batch} 张` : ''}，合计 ${byteText(memory.total)}`,
  parts: { parameters: '参数', input: '输入', output: '输出', total: '合计' },
  work: '三笔账怎么算',
  lines: (whole, state) => lines(['参数', '乘加次数（MACs）', 'FLOPs', '激活'], whole, state),
  workNote: ({ shape, cost }) =>
    `偏置${shape.bias ? `只有 ${shape.outChannels} 个，占参数的 ${show((100 * shape.outChannels) / cost.parameterCount, 2)}%，` : ''}不计入乘加次数。FLOPs把一次乘、一次加分开数，是乘加的两倍。`,
  intensity: '算得多，还是搬得多',
  intensityText: ({ intensity, memory }, state) =>
    `输入、参数各读一次，输出写一次，至少搬 ${byteText(memory.total)}；平均每字节做 ${show(intensity, 1)} 次浮点运算${state.dataType === 'int8' ? '（整数时是整数运算）' : ''}。这个数低于处理器的算力与带宽之比，时间就花在等内存上。`,
  perByte: '搬一个字节，做几次浮点运算（FLOPs/B）',
  thisLayer: '这一层',
  others: { pointwise: '换成1×1', depthwise: '换成逐通道' },
  training: ({ memory }) =>
    `训练时参数、梯度和Adam的两份动量共四份：${byteText(4 * memory.parameters)}；输出要留到反向传播。`,
  summary: shapeText,
  description: ({ batch, dataType }, { shape, cost, memory, intensity, outputSize, groups }) =>
    `${batch > 1 ? `${batch} 张` : ''}${square(shape.inputSize)} 的图，${shape.inChannels} 个通道到 ${shape.outChannels} 个，核 ${square(shape.kernelSize)}${groups > 1 ? '，逐通道' : ''}，步幅 ${shape.stride}，输出 ${square(outputSize)}。参数 ${grouped(cost.parameterCount)} 个；乘加 ${grouped(batch * cost.macCount)} 次（${compact(2 * batch * cost.macCount)}FLOPs）；激活 ${grouped(batch * cost.outputCount)} 个。${dataType} 下参数、输入、输出占 ${byteText(memory.parameters)}、${byteText(memory.input)}、${byteText(memory.output)}，每字节 ${show(intensity, 1)} 次浮点运算。`,
  problem: (problem, whole) => `${problemWords('zh', problem)}图停在上一组成立的数字：${shapeText(whole)}。`,
}

const en: Messages = {
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
    `${problemWords('en', problem)} The figure stays at the last numbers that hold: ${shapeText(whole)}.`,
}

export const messages: Readonly<Record<Lang, Messages>> = { zh, en }
