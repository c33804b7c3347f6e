import { compact, grouped } from '#ui/scale.ts'
import { problemWords } from '#ui/zh.ts'
import { inTermsOfC, type Messages, ratio, square } from './messages.ts'

const numerals = ['零', '一', '两', '三', '四', '五']

const compared = (a: number, b: number): string => {
  const text = ratio(a, b)
  if (text === '=') return '一样多'
  return text.startsWith('×') ? `是 ${text.slice(1)} 倍` : `${a < b ? '少' : '多'} ${text.slice(1)}`
}

export const zh: Messages = {
  cover: '二维：窗口叠窗口',
  coverText: ({ stack, single, sides }) =>
    `一格输出往回看：${sides.toReversed().map(square).join('，')}。一层 ${square(single.kernelSize)} ${single.field === stack.field ? '一步看到同样的范围' : `看到的是 ${square(single.field)}`}`,
  links: '一维：谁连着谁',
  linksText: '每格连着下一行的一段；输入下的数是通到它的路数',
  costs: '花费',
  costsText: (s) => `${s.keepSize ? '尺寸不变' : '不补零，图逐层变小'}，不计偏置；断成几截就有几层、几次激活`,
  measures: { weights: '权重', macs: '乘加次数（MACs）', activations: '要存的激活' },
  inChannels: (s, { stack, single }) =>
    s.equal ? `，${inTermsOfC(stack.weights, s)} 对 ${inTermsOfC(single.weights, s)}` : '',
  between: '中间层里被看到的格',
  layerCount: (size, layers) => `${square(size)} ${numerals[layers]}层`,
  pointwise: '1×1 一层',
  mapName: (level, size, last) => `${level === 0 ? '输入' : last ? '输出' : `层 ${level}`}，${square(size)}`,
  mapLabel: (level, size) => (level === 0 ? `输入里被看到的 ${square(size)}` : `第 ${level} 层的 ${square(size)}`),
  linksLabel: (side) =>
    `${numerals[side.layers.length]}层 ${square(side.kernelSize)}，一格输出连着 ${side.field} 格输入`,
  levels: (level) => (level === 0 ? '输入' : `层 ${level}`),
  output: '输出',
  cell: (layer, row, column) => `第 ${layer} 层第 ${row} 行第 ${column} 列`,
  names: {
    layers: '层数',
    kernel: '小核',
    channels: '通道',
    outChannels: '输出通道',
    inChannels: '输入通道',
    middle: '中间通道',
    map: '特征图边长',
    against: '比的是',
  },
  againstWords: { same: '同样感受野', 5: '5×5', 7: '7×7', 11: '11×11', 31: '31×31', 51: '51×51' },
  kernelWords: { 3: '3×3', 5: '5×5', 7: '7×7' },
  switches: { equal: '通道相等', depthwise: '逐通道', keepSize: '补零保持尺寸' },
  work: '权重一层一层数',
  workLayer: (layer) => `层 ${layer}`,
  workNote: ({ stack, single }, s) =>
    `${s.keepSize ? `每个权重在 ${square(s.inputSize)} 个位置各用一次：` : '图逐层变小，每个权重用的次数也逐层变少：'}乘加 ${grouped(stack.macs)} 次，对 ${grouped(single.macs)} 次；FLOPs 按两倍算是 ${compact(2 * stack.macs)}，对 ${compact(2 * single.macs)}。`,
  unequal: '通道不相等呢',
  unequalText: (channels) => `通道 ${channels.join(' → ')} 时的权重`,
  unequalNote: ({ unequal: { stack, single, widest } }, s) => {
    const alike = `通道相等时，比例与通道数无关${s.equal ? '' : '，勾上“通道相等”可比'}。`
    if (widest === null) return `${alike}只有一层就没有中间通道，不等时也一样。`
    const rule =
      widest === 0
        ? `中间哪怕只留 1 个通道，也还是一层 ${square(single.kernelSize)} 省`
        : `中间不超过 ${widest} 个通道，叠起来才不吃亏`
    return `${alike}不等就未必省：这里叠起来${compared(stack.weights, single.weights)}；${rule}。`
  },
  large: '逐通道，大核就便宜',
  largeOrdinary: '普通',
  largeDepthwise: '逐通道',
  largeNote: ({ pointwise }, s) =>
    `${s.channels} 个通道的权重，刻度每格十倍。逐通道少了一个因子 ${s.channels}；旁边的一个 1×1 是 ${grouped(pointwise)} 个。SLaK 的 51×51 拆成两个长条，再加稀疏，这里没有算稀疏。`,
  again: '感受野',
  summary: (s) =>
    `${square(Number(s.kernelSize))} ${numerals[s.layers]}层　C ${s.channels}${s.depthwise ? '　逐通道' : ''}`,
  description: (s, { stack, single, place }) => {
    const same = stack.field === single.field ? '相等' : '不相等'
    const widths = s.equal ? `通道都是 ${s.channels}` : `通道 ${s.inChannels}、${s.middleChannels}、${s.channels}`
    return `${numerals[s.layers]}层${s.depthwise ? '逐通道' : ''} ${square(stack.kernelSize)} 的感受野是 ${square(stack.field)}，与一层 ${square(single.kernelSize)} ${same}。${widths}：权重 ${grouped(stack.weights)} 对 ${grouped(single.weights)}，${compared(stack.weights, single.weights)}；乘加 ${grouped(stack.macs)} 次对 ${grouped(single.macs)} 次，${compared(stack.macs, single.macs)}；激活 ${stack.layers.length} 次对 1 次。窗口停在第 ${place.layer + 1} 层第 ${place.row} 行第 ${place.column} 列。`
  },
  problem: (trouble, shown) => {
    const what =
      trouble.code === 'unequal'
        ? `逐通道卷积每个通道各用一个核，各层通道数要相等，现在是 ${trouble.channels.join('、')}。`
        : problemWords(trouble)
    return `${what}图停在上一组成立的数字：${numerals[shown.layers]}层 ${square(Number(shown.kernelSize))}，特征图 ${square(shown.inputSize)}。`
  },
}
