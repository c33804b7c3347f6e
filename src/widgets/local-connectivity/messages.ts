import { byteText } from '#ui/byte-text.ts'
import { grouped, show } from '#ui/scale.ts'
import type { Lang } from '#ui/use-figure.ts'
import { drawn, type Kind, type Layer, type Shape, type State } from './model.ts'

export interface Messages {
  readonly kinds: Readonly<Record<Kind, string>>
  readonly kindTexts: (shape: Shape) => Readonly<Record<Kind, string>>
  readonly output: string
  readonly input: string
  readonly cell: (unit: number) => string
  readonly linksLabel: (kind: Kind, unit: number, layer: Layer) => string
  readonly weights: string
  readonly weightsText: string
  readonly macs: string
  readonly macsText: string
  readonly work: string
  readonly biases: string
  readonly steps: string
  readonly stepsNote: (shape: Shape) => readonly string[]
  readonly names: Readonly<Record<'inputSize' | 'kernelSize' | 'inChannels' | 'channels' | 'bias', string>>
  readonly player: string
  readonly summary: (state: State) => string
  readonly description: (state: State, shape: Shape) => string
  readonly torchFull: string
  readonly torchLocal: string
}

const square = (size: number): string => `${size}×${size}`
/** How many times as large, in at most three figures that say something. */
const times = (a: number, b: number): string => (a / b < 10 ? show(a / b, 1) : grouped(a / b))
/** Bytes of as many 32-bit floats. */
const floats = (count: number): string => byteText(4 * count)

const zhKinds = { full: '全连接', local: '局部连接，不共享', conv: '卷积：局部连接，共享' }
const zh: Messages = {
  kinds: zhKinds,
  kindTexts: ({ drawnKernel: k, different }) => ({
    full: `每个输出连着全部 ${drawn} 个输入，一条线一个权重，共 ${different.full} 个；输入下是权重的编号`,
    local: `每个输出只连 ${k} 个输入，仍是一条线一个权重，共 ${different.local} 个`,
    conv: `同样的线，只有 ${different.conv} 个权重；权重相同，线型也相同`,
  }),
  output: '输出',
  input: '输入',
  cell: (unit) => `输出 ${unit}`,
  linksLabel: (kind, unit, { chosen }) =>
    `${zhKinds[kind]}：输出 ${unit} 连着 ${chosen.length} 个输入，权重编号 ${chosen.map(([, , weight]) => weight).join('、')}`,
  weights: '权重个数',
  weightsText: '对数刻度，每一格差十倍',
  macs: '乘加次数（MACs）',
  macsText: '同样的刻度：共享省权重，不省计算',
  work: '权重怎么数',
  biases: '偏置',
  steps: '两步各省多少',
  stepsNote: ({ layers: { full, local, conv } }) => [
    `只连邻域：权重降到 1/${times(full.parameters, local.parameters)}，乘加次数也降到 1/${times(full.macs, local.macs)}。`,
    `再共享：权重又降到 1/${times(local.parameters, conv.parameters)}，乘加次数不变，都是 ${grouped(conv.macs)} 次，按 FLOPs 记是 ${grouped(2 * conv.macs)}。`,
    `用 32 位浮点存权重：${floats(full.parameters)}、${floats(local.parameters)}、${floats(conv.parameters)}。`,
    '“局部”只说高和宽：输入的通道，每个输出都全看。',
  ],
  names: { inputSize: '图的边长', kernelSize: '核', inChannels: '输入通道', channels: '输出通道', bias: '计偏置' },
  player: '选中的输出',
  summary: (s) => `${square(s.inputSize)}　k ${s.kernelSize}　通道 ${s.inChannels} → ${s.channels}`,
  description: (s, { layers: { full, local, conv }, outside }) =>
    `输入 ${square(s.inputSize)}、${s.inChannels} 个通道，输出同样大小、${s.channels} 个通道，邻域 ${square(s.kernelSize)}，${s.bias ? '计' : '不计'}偏置：全连接 ${grouped(full.parameters)} 个参数，局部连接不共享 ${grouped(local.parameters)} 个，卷积 ${grouped(conv.parameters)} 个。示意的一行里，输出 ${s.unit} 全连接时连 ${full.chosen.length} 个输入，局部连接时连 ${local.chosen.length} 个${outside ? `，另有 ${outside} 个落在填充里` : ''}。`,
  torchFull: '在 meta 设备上只有形状，不占内存',
  torchLocal: '每个输出一个核；配 nn.functional.unfold 使用，PyTorch 没有现成的层',
}

const enKinds = { full: 'Fully connected', local: 'Locally connected, unshared', conv: 'Convolution: local and shared' }
const en: Messages = {
  kinds: enKinds,
  kindTexts: ({ drawnKernel: k, different }) => ({
    full: `Each output is linked to all ${drawn} inputs, one weight a link: ${different.full}; their numbers stand below`,
    local: `Each output is linked to ${k} inputs, one weight a link as before: ${different.local}`,
    conv: `The same links with ${different.conv} weights; equal weights have equal strokes`,
  }),
  output: 'output',
  input: 'input',
  cell: (unit) => `output ${unit}`,
  linksLabel: (kind, unit, { chosen }) =>
    `${enKinds[kind]}: output ${unit} is linked to ${chosen.length} inputs by weights ${chosen.map(([, , weight]) => weight).join(', ')}`,
  weights: 'Number of weights',
  weightsText: 'Logarithmic: each mark is ten times the one before',
  macs: 'Multiply-accumulates (MACs)',
  macsText: 'On the same scale: sharing saves weights, not work',
  work: 'Counting the weights',
  biases: 'biases',
  steps: 'What each step saves',
  stepsNote: ({ layers: { full, local, conv } }) => [
    `Neighbourhoods alone: 1/${times(full.parameters, local.parameters)} of the weights and 1/${times(full.macs, local.macs)} of the MACs.`,
    `Sharing as well: 1/${times(local.parameters, conv.parameters)} of those weights; the MACs stay at ${grouped(conv.macs)}, or ${grouped(2 * conv.macs)} as FLOPs.`,
    `Weights in 32-bit floats take ${floats(full.parameters)}, ${floats(local.parameters)}, ${floats(conv.parameters)}.`,
    '“Local” is about height and width: every output sees all input channels.',
  ],
  names: {
    inputSize: 'image side',
    kernelSize: 'kernel',
    inChannels: 'input channels',
    channels: 'output channels',
    bias: 'count biases',
  },
  player: 'chosen output',
  summary: (s) => `${square(s.inputSize)}  k ${s.kernelSize}  channels ${s.inChannels} → ${s.channels}`,
  description: (s, { layers: { full, local, conv }, outside }) =>
    `Input ${square(s.inputSize)} with ${s.inChannels} channels, output of the same size with ${s.channels}, neighbourhood ${square(s.kernelSize)}, ${s.bias ? 'biases counted' : 'no bias'}: ${grouped(full.parameters)} parameters fully connected, ${grouped(local.parameters)} locally connected and unshared, ${grouped(conv.parameters)} for the convolution. In the row drawn, output ${s.unit} is linked to ${full.chosen.length} inputs when fully connected and to ${local.chosen.length} when local${outside ? `, with ${outside} more in the padding` : ''}.`,
  torchFull: 'on the meta device there are shapes and no memory',
  torchLocal: 'one kernel per output, for use with nn.functional.unfold: PyTorch has no such layer',
}

export const messages: Readonly<Record<Lang, Messages>> = { zh, en }
