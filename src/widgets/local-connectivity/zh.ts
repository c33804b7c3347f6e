import { grouped } from '#ui/scale.ts'
import { floats, type Messages, square, times } from './messages.ts'
import { drawn } from './model.ts'

const kinds = { full: '全连接', local: '局部连接，不共享', conv: '卷积：局部连接，共享' }
export const zh: Messages = {
  kinds,
  kindTexts: ({ drawnKernel: k, different }) => ({
    full: `每个输出连着全部 ${drawn} 个输入，一条线一个权重，共 ${different.full} 个；输入下是权重的编号`,
    local: `每个输出只连 ${k} 个输入，仍是一条线一个权重，共 ${different.local} 个`,
    conv: `同样的线，只有 ${different.conv} 个权重；权重相同，线型也相同`,
  }),
  output: '输出',
  input: '输入',
  cell: (unit) => `输出 ${unit}`,
  linksLabel: (kind, unit, { chosen }) =>
    `${kinds[kind]}：输出 ${unit} 连着 ${chosen.length} 个输入，权重编号 ${chosen.map(([, , weight]) => weight).join('、')}`,
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
