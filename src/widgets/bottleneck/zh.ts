import { grouped, show } from '#ui/scale.ts'
import { kernel, large, type Messages, percent, widths } from './messages.ts'

export const zh: Messages = {
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
