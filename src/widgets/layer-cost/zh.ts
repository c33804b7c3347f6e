import { byteText } from '#ui/byte-text.ts'
import { compact, grouped, show } from '#ui/scale.ts'
import { problemWords } from '#ui/zh.ts'
import { factorText, lines, type Messages, shapeText, square } from './messages.ts'

export const zh: Messages = {
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
  problem: (problem, whole) => `${problemWords(problem)}图停在上一组成立的数字：${shapeText(whole)}。`,
}
