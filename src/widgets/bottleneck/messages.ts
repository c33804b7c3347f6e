import { grouped, show } from '#ui/scale.ts'
import type { Lang } from '#ui/use-figure.ts'
import type { Chain, Derived, Row, State } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
export interface Messages {
  readonly preset: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly expand: string
  readonly names: Readonly<Record<'middle' | 'kernelSize' | 'inChannels' | 'outChannels' | 'inputSize', string>>
  readonly directName: string
  readonly reducedName: (whole: Whole) => string
  readonly forms: string
  readonly formsText: string
  readonly formLabel: (chain: Chain) => string
  readonly costText: (whole: Whole) => string
  readonly macsText: (whole: Whole) => string
  readonly weights: string
  readonly macs: string
  readonly difference: (ratio: number) => string
  readonly where: string
  readonly whereText: string
  readonly curveLabel: (whole: Whole) => string
  readonly directLine: (weights: number) => string
  readonly layers: string
  readonly head: readonly [string, string, string]
  readonly total: string
  readonly notes: string
  readonly flops: (whole: Whole) => string
  readonly rank: (middle: number) => string
  readonly torchMacs: string
  readonly summary: (whole: Whole) => string
  readonly description: (whole: Whole) => string
}

const widths = ({ rows }: Chain): string => [rows[0].inChannels, ...rows.map((row) => row.outChannels)].join(' → ')
const kernel = (size: number): string => `${size}×${size}`
const large = (count: number): string => {
  if (count < 1e6) return grouped(count)
  return count < 1e9 ? `${show(count / 1e6, 1)} M` : `${show(count / 1e9, 2)} G`
}
const percent = (part: number, of: number): string => `${show((100 * part) / of, 1)}%`
export const product = ({ inChannels, outChannels, kernelSize }: Row): string =>
  `${kernelSize}² × ${inChannels} × ${outChannels}`

const zh: Messages = {
  preset: '例子',
  presets: { googlenet: 'GoogLeNet（3a）的5×5', resnet50: 'ResNet-50的瓶颈块', custom: '自己定' },
  expand: '再用1×1升回去',
  names: {
    middle: '中间宽度',
    kernelSize: '核',
    inChannels: '输入通道',
    outChannels: '输出通道',
    inputSize: '图的边长',
  },
  directName: '直接',
  reducedName: ({ shape }) => (shape.expand ? '降、卷、升' : '先降再卷'),
  forms: '两种做法',
  formsText: '竖条是一张图的通道数，条的高矮按比例；中间的梯形是一层卷积。',
  formLabel: (chain) => `${widths(chain)}，${chain.rows.map((row) => kernel(row.kernelSize)).join('、')}`,
  costText: ({ reduced, direct }) =>
    `断成几截，就有几层。拆开的是直接卷积的 ${percent(reduced.weights, direct.weights)}。`,
  macsText: ({ shape }) =>
    `步幅都是 1：每个权重在 ${kernel(shape.inputSize)} 的图上各用 ${grouped(shape.inputSize ** 2)} 次。`,
  weights: '权重',
  macs: '乘加次数（MACs）',
  difference: (ratio) => `${ratio < 1 ? '−' : '+'}${show(Math.abs(100 * (1 - ratio)), 1)}%`,
  where: '哪里开始合算',
  whereText: '曲线在横线以下就省。点图或拖滑块，换一个中间宽度。',
  curveLabel: ({ breakEven, shape }) =>
    `权重随中间宽度变化的曲线，在 ${show(breakEven, 1)} 处与直接卷积相交，现在停在 ${shape.middle}`,
  directLine: (weights) => `直接卷积 ${grouped(weights)}`,
  layers: '逐层算',
  head: ['k² × 输入 × 输出', '权重', '乘加次数'],
  total: '合计',
  notes: '还要知道',
  flops: ({ reduced }) =>
    `乘加次数是MACs；乘和加分开数是FLOPs，加倍：${grouped(reduced.macs)} 次乘加等于 ${grouped(2 * reduced.macs)} FLOPs。`,
  rank: (middle) => `两层之间要有激活。没有激活，它们乘在一起还是一层，而且秩不超过 ${middle}。`,
  torchMacs: '乘加次数（直接，拆开）',
  summary: ({ shape }) => `m ${shape.middle}　k ${shape.kernelSize}　${shape.inChannels} → ${shape.outChannels}`,
  description: (whole) => {
    const { shape, direct, reduced, breakEven } = whole
    const verdict = reduced.weights < direct.weights ? '只有直接的' : '不省，是直接的'
    return `${shape.inputSize}×${shape.inputSize} 的图，${shape.inChannels} 个通道到 ${shape.outChannels} 个，核 ${kernel(shape.kernelSize)}。直接卷积要 ${grouped(direct.weights)} 个权重、${large(direct.macs)} 次乘加；经过 ${shape.middle} 个通道（${widths(reduced)}）要 ${grouped(reduced.weights)} 个、${large(reduced.macs)} 次，${verdict} ${percent(reduced.weights, direct.weights)}。中间宽度小于 ${show(breakEven, 1)} 才合算。`
  },
}

const en: Messages = {
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

export const messages: Readonly<Record<Lang, Messages>> = { zh, en }
