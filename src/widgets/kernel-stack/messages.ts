import { problemWords } from '#ui/problem-words.ts'
import { compact, grouped, show } from '#ui/scale.ts'
import type { Lang } from '#ui/use-figure.ts'
import type { Derived, Side, State, Trouble } from './model.ts'

type Shape = Extract<Derived, { ok: true }>
export interface Messages {
  readonly cover: string
  readonly coverText: (shape: Shape) => string
  readonly links: string
  readonly linksText: string
  readonly costs: string
  readonly costsText: (state: State) => string
  readonly measures: Readonly<Record<'weights' | 'macs' | 'activations', string>>
  /** The weights in terms of C, when all channels are equal. */
  readonly inChannels: (state: State, shape: Shape) => string
  readonly between: string
  readonly layerCount: (size: number, layers: number) => string
  readonly pointwise: string
  readonly mapName: (level: number, size: number, last: boolean) => string
  readonly mapLabel: (level: number, size: number) => string
  readonly linksLabel: (side: Side) => string
  readonly levels: (level: number) => string
  readonly output: string
  readonly cell: (layer: number, row: number, column: number) => string
  readonly names: Readonly<
    Record<'layers' | 'kernel' | 'channels' | 'outChannels' | 'inChannels' | 'middle' | 'map' | 'against', string>
  >
  readonly againstWords: Readonly<Record<State['against'], string>>
  readonly kernelWords: Readonly<Record<State['kernelSize'], string>>
  readonly switches: Readonly<Record<'equal' | 'depthwise' | 'keepSize', string>>
  readonly work: string
  readonly workLayer: (layer: number) => string
  readonly workNote: (shape: Shape, state: State) => string
  readonly unequal: string
  readonly unequalText: (channels: readonly number[]) => string
  readonly unequalNote: (shape: Shape, state: State) => string
  readonly large: string
  readonly largeOrdinary: string
  readonly largeDepthwise: string
  readonly largeNote: (shape: Shape, state: State) => string
  readonly again: string
  readonly summary: (state: State) => string
  readonly description: (state: State, shape: Shape) => string
  readonly problem: (trouble: Trouble, shown: State) => string
}

const numerals = ['零', '一', '两', '三', '四', '五']
const square = (size: number): string => `${size}×${size}`
/** How much one count differs from another: −28%, +100%, ×8.0. */
export function ratio(a: number, b: number): string {
  if (a === b) return '='
  if (a < b) return `−${Math.round(100 - (100 * a) / b)}%`
  return a < 3 * b ? `+${Math.round((100 * a) / b - 100)}%` : `×${show(a / b, 1)}`
}

/** 18C² of equal channels; depthwise 18C. */
function inTermsOfC(weights: number, { channels, depthwise }: State): string {
  return depthwise ? `${weights / channels}C` : `${weights / channels ** 2}C²`
}

const zhRatio = (a: number, b: number): string => {
  const text = ratio(a, b)
  if (text === '=') return '一样多'
  return text.startsWith('×') ? `是 ${text.slice(1)} 倍` : `${a < b ? '少' : '多'} ${text.slice(1)}`
}

const zh: Messages = {
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
    return `${alike}不等就未必省：这里叠起来${zhRatio(stack.weights, single.weights)}；${rule}。`
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
    return `${numerals[s.layers]}层${s.depthwise ? '逐通道' : ''} ${square(stack.kernelSize)} 的感受野是 ${square(stack.field)}，与一层 ${square(single.kernelSize)} ${same}。${widths}：权重 ${grouped(stack.weights)} 对 ${grouped(single.weights)}，${zhRatio(stack.weights, single.weights)}；乘加 ${grouped(stack.macs)} 次对 ${grouped(single.macs)} 次，${zhRatio(stack.macs, single.macs)}；激活 ${stack.layers.length} 次对 1 次。窗口停在第 ${place.layer + 1} 层第 ${place.row} 行第 ${place.column} 列。`
  },
  problem: (trouble, shown) => {
    const what =
      trouble.code === 'unequal'
        ? `逐通道卷积每个通道各用一个核，各层通道数要相等，现在是 ${trouble.channels.join('、')}。`
        : problemWords('zh', trouble)
    return `${what}图停在上一组成立的数字：${numerals[shown.layers]}层 ${square(Number(shown.kernelSize))}，特征图 ${square(shown.inputSize)}。`
  },
}

const layersOf = (count: number): string => (count === 1 ? '1 layer' : `${count} layers`)
const enRatio = (a: number, b: number): string => {
  const text = ratio(a, b)
  if (text === '=') return 'the same'
  return text.startsWith('×') ? `${text.slice(1)} times as many` : `${text.slice(1)} ${a < b ? 'fewer' : 'more'}`
}

const en: Messages = {
  cover: 'In two dimensions: windows on windows',
  coverText: ({ stack, single, sides }) =>
    `One output, followed back: ${sides.toReversed().map(square).join(', ')}. One ${square(single.kernelSize)} ${single.field === stack.field ? 'sees the same in one step' : `sees ${square(single.field)}`}`,
  links: 'In one dimension: who is linked to whom',
  linksText: 'A cell reads a stretch of the row below; numbers under the input count the paths to it',
  costs: 'Cost',
  costsText: (s) =>
    `${s.keepSize ? 'Size kept' : 'No padding: maps shrink'}, no bias; as many pieces as layers and activations`,
  measures: { weights: 'Weights', macs: 'Multiply-accumulates (MACs)', activations: 'Activations to keep' },
  inChannels: (s, { stack, single }) =>
    s.equal ? `, ${inTermsOfC(stack.weights, s)} against ${inTermsOfC(single.weights, s)}` : '',
  between: 'cells seen in between',
  layerCount: (size, layers) => `${square(size)}, ${layersOf(layers)}`,
  pointwise: '1×1, 1 layer',
  mapName: (level, size, last) => `${level === 0 ? 'input' : last ? 'output' : `layer ${level}`}, ${square(size)}`,
  mapLabel: (level, size) =>
    level === 0 ? `The ${square(size)} of the input that is seen` : `${square(size)} of layer ${level}`,
  linksLabel: (side) =>
    `${layersOf(side.layers.length)} of ${square(side.kernelSize)}: one output is linked to ${side.field} inputs`,
  levels: (level) => (level === 0 ? 'input' : `layer ${level}`),
  output: 'output',
  cell: (layer, row, column) => `layer ${layer}, row ${row}, column ${column}`,
  names: {
    layers: 'layers',
    kernel: 'small kernel',
    channels: 'channels',
    outChannels: 'output channels',
    inChannels: 'input channels',
    middle: 'middle channels',
    map: 'side of the map',
    against: 'against',
  },
  againstWords: { same: 'the same field', 5: '5×5', 7: '7×7', 11: '11×11', 31: '31×31', 51: '51×51' },
  kernelWords: { 3: '3×3', 5: '5×5', 7: '7×7' },
  switches: { equal: 'channels equal', depthwise: 'depthwise', keepSize: 'pad to keep the size' },
  work: 'Weights, layer by layer',
  workLayer: (layer) => `layer ${layer}`,
  workNote: ({ stack, single }, s) =>
    `${s.keepSize ? `Each weight is used once at ${square(s.inputSize)} places: ` : 'Maps shrink, so later weights are used less often: '}${grouped(stack.macs)} MACs against ${grouped(single.macs)}; as FLOPs, counted twice, ${compact(2 * stack.macs)} against ${compact(2 * single.macs)}.`,
  unequal: 'When channels differ',
  unequalText: (channels) => `Weights with ${channels.join(' → ')} channels`,
  unequalNote: ({ unequal: { stack, single, widest } }, s) => {
    const alike = `With equal channels the ratio does not depend on their number${s.equal ? '' : ': tick “channels equal” to compare'}.`
    if (widest === null) return `${alike} One layer has no middle, so nothing changes.`
    const rule =
      widest === 0
        ? `even with 1 channel in the middle, one ${square(single.kernelSize)} has fewer`
        : `the stack breaks even with at most ${widest} in the middle`
    return `${alike} When they differ it may not pay: here the stack has ${enRatio(stack.weights, single.weights)}; ${rule}.`
  },
  large: 'Depthwise makes large kernels cheap',
  largeOrdinary: 'ordinary',
  largeDepthwise: 'depthwise',
  largeNote: ({ pointwise }, s) =>
    `Weights for ${s.channels} channels, a factor of ten per mark. Depthwise drops a factor of ${s.channels}; the 1×1 beside it has ${grouped(pointwise)}. SLaK splits its 51×51 into two strips and makes them sparse, which is not counted here.`,
  again: 'Receptive field',
  summary: (s) => `${s.layers} × ${square(Number(s.kernelSize))}  C ${s.channels}${s.depthwise ? '  depthwise' : ''}`,
  description: (s, { stack, single, place }) => {
    const same = stack.field === single.field ? 'the same as' : 'not the same as'
    const widths = s.equal
      ? `With ${s.channels} channels throughout`
      : `With ${s.inChannels}, ${s.middleChannels}, ${s.channels} channels`
    return `${layersOf(s.layers)} of ${s.depthwise ? 'depthwise ' : ''}${square(stack.kernelSize)} see ${square(stack.field)}, ${same} one ${square(single.kernelSize)}. ${widths}: ${grouped(stack.weights)} weights against ${grouped(single.weights)}, ${enRatio(stack.weights, single.weights)}; ${grouped(stack.macs)} MACs against ${grouped(single.macs)}, ${enRatio(stack.macs, single.macs)}; ${s.layers} activations against 1. The window stands at layer ${place.layer + 1}, row ${place.row}, column ${place.column}.`
  },
  problem: (trouble, shown) => {
    const what =
      trouble.code === 'unequal'
        ? `A depthwise convolution has one kernel for each channel, so all layers need the same number; they have ${trouble.channels.join(', ')}.`
        : problemWords('en', trouble)
    return `${what} The figure stays at the last numbers that hold: ${layersOf(shown.layers)} of ${square(Number(shown.kernelSize))}, maps of ${square(shown.inputSize)}.`
  },
}

export const messages: Readonly<Record<Lang, Messages>> = { zh, en }
