import { problemWords } from '#ui/problem-words.ts'
import { compact, grouped, show } from '#ui/scale.ts'
import type { Lang } from '#ui/use-figure.ts'
import { type Shape, type Stage, type State, stageNames, type Trouble } from './model.ts'

type KindWords = Readonly<Record<State['stage2'], string>>
export interface Messages {
  readonly names: Readonly<Record<'input' | 'channels' | 'padding' | 'shift', string>>
  readonly stage: (index: number) => string
  readonly kinds: KindWords
  readonly paddingHint: string
  readonly input: string
  readonly size: (size: number) => string
  readonly channels: (count: number) => string
  readonly op: (stage: Stage) => string
  readonly lost: (stage: Stage) => string
  readonly mapLabel: (name: string, size: number, stage: Stage | undefined) => string
  readonly dropLegend: string
  readonly ledger: string
  readonly columns: readonly [stage: string, size: string, activations: string, macs: string]
  readonly total: string
  readonly savings: (shape: Shape) => string
  readonly equivariance: string
  readonly barsLabel: (shape: Shape) => string
  readonly barsKey: (shape: Shape) => readonly [bar: string, mark: string]
  readonly equivarianceNote: (shape: Shape) => string
  readonly torchNote: string
  readonly summary: (state: State) => string
  readonly description: (state: State, shape: Shape) => string
  readonly problem: (trouble: Trouble, shown: State) => string
}

const square = (size: number): string => `${size}×${size}`
const chain = (state: State, shape: Shape, arrow: string): string =>
  [state.inputSize, ...shape.stages.map(({ outputSize }) => outputSize)].map(square).join(arrow)
const times = (more: number, less: number): string => show(more / less, more / less < 10 ? 1 : 0)
const droppers = ({ stages }: Shape): string[] => stages.flatMap(({ lost }, index) => (lost ? [`${index + 1}`] : []))

const zhKinds: KindWords = {
  stridedConv: '3×3 卷积，步幅 2',
  sameConv: '3×3 卷积，步幅 1',
  maxPool: '2×2 最大池化',
  averagePool: '2×2 平均池化',
  none: '不设',
}

const zh: Messages = {
  names: { input: '输入边长', channels: '首层通道', padding: '填充', shift: '平移' },
  stage: (index) => `第 ${index} 级`,
  kinds: zhKinds,
  paddingHint: '步幅 2 卷积',
  input: '输入',
  size: square,
  channels: (count) => `${count} 通道`,
  op: ({ kind, padding }) =>
    kind === 'stridedConv' || kind === 'sameConv' ? `${zhKinds[kind]}，填充 ${padding}` : zhKinds[kind],
  lost: ({ dropped, lost }) => {
    if (!dropped) return ''
    return lost ? `末尾 ${lost} 行 ${lost} 列被舍掉` : '舍掉的只是填充'
  },
  mapLabel: (name, size, stage) =>
    `${name} ${square(size)}${stage?.lost ? `，最后 ${stage.lost} 行和 ${stage.lost} 列没有窗口读到` : ''}`,
  dropLegend: '下一级没有窗口读到',
  ledger: '每一级的账',
  columns: ['级', '尺寸', '激活数', '乘加次数'],
  total: '合计',
  savings: ({ total, undiminished }) =>
    undiminished.macs > total.macs
      ? `同样的卷积若全用步幅 1、不池化，要 ${compact(undiminished.macs)} 次乘加，是现在的 ${times(undiminished.macs, total.macs)} 倍；参数照旧是 ${grouped(total.parameters)} 个，与分辨率无关。`
      : `乘加次数与全用步幅 1、不池化时一样；参数 ${grouped(total.parameters)} 个，与分辨率无关。`,
  equivariance: '平移还守得住吗',
  barsLabel: ({ equivariance: e }) =>
    `${e.actual.length} 个输出：照片的像素平移 ${e.shift} 列之后，与原输出移 ${e.outputs} 格相比，最多差 ${show(e.worst, 1)}`,
  barsKey: ({ equivariance: e }) => [`平移 ${e.shift} 列后的输出`, e.outputs ? `原输出移 ${e.outputs} 格` : '原输出'],
  equivarianceNote: ({ equivariance: e }) =>
    `${
      e.whole
        ? `累计步幅 ${e.stride}，平移 ${e.shift} 列正好是 ${e.outputs} 格，两者处处相同。`
        : `累计步幅 ${e.stride}，${e.shift} 不是它的倍数，采样点换了一批：最接近的是${e.outputs ? `移 ${e.outputs} 格` : '不移'}，灰度还是差到 ${show(e.worst, 1)}。`
    }取照片的几行首尾相接来算，卷积用 [1, 2, 1] / 4，只比不碰填充的输出。`,
  torchNote: '与图中各级相同；输出尺寸写在每行后面',
  summary: (s) => `i ${s.inputSize}　通道 ${s.channels}　平移 ${s.shift}`,
  description: (s, shape) => {
    const last = shape.stages[shape.stages.length - 1]
    const lost = droppers(shape)
    const drop = lost.length ? `第 ${lost.join('、')} 级的步幅除不尽，末尾的行列被舍掉。` : '没有一级丢掉输入的行列。'
    return `下采样：${chain(s, shape, ' → ')}，最后 ${last.channels} 通道，${grouped(last.activations)} 个激活；一共 ${compact(shape.total.macs)} 次乘加。${drop}`
  },
  problem: (trouble, shown) =>
    `第 ${trouble.stage} 级：${problemWords('zh', trouble)}图停在上一组成立的数字：输入边长 ${shown.inputSize}，${stageNames.filter((name) => shown[name] !== 'none').length} 级。`,
}

const enKinds: KindWords = {
  stridedConv: '3×3 convolution, stride 2',
  sameConv: '3×3 convolution, stride 1',
  maxPool: '2×2 max pooling',
  averagePool: '2×2 average pooling',
  none: 'none',
}
const rowsColumns = (count: number): string => (count === 1 ? 'row and column' : `${count} rows and ${count} columns`)

const en: Messages = {
  names: { input: 'input size', channels: 'first channels', padding: 'padding', shift: 'shift' },
  stage: (index) => `Stage ${index}`,
  kinds: enKinds,
  paddingHint: 'at stride 2',
  input: 'Input',
  size: square,
  channels: (count) => `${count} channel${count === 1 ? '' : 's'}`,
  op: ({ kind, padding }) =>
    kind === 'stridedConv' || kind === 'sameConv' ? `${enKinds[kind]}, padding ${padding}` : enKinds[kind],
  lost: ({ dropped, lost }) => {
    if (!dropped) return ''
    return lost ? `loses the last ${rowsColumns(lost)}` : 'loses padding alone'
  },
  mapLabel: (name, size, stage) =>
    `${name}, ${square(size)}${stage?.lost ? `; no window reads the last ${rowsColumns(stage.lost)}` : ''}`,
  dropLegend: 'read by no window of the next stage',
  ledger: 'The account of each stage',
  columns: ['stage', 'size', 'activations', 'MACs'],
  total: 'total',
  savings: ({ total, undiminished }) =>
    undiminished.macs > total.macs
      ? `The same convolutions, all with stride 1 and without pooling, would take ${compact(undiminished.macs)} MACs, ${times(undiminished.macs, total.macs)} times as many. The ${grouped(total.parameters)} parameters do not depend on resolution.`
      : `As many MACs as with stride 1 throughout and no pooling. The ${grouped(total.parameters)} parameters do not depend on resolution.`,
  equivariance: 'Does a shift still come through?',
  barsLabel: ({ equivariance: e }) =>
    `${e.actual.length} outputs: pixels of the photograph shifted by ${e.shift} columns, against the unshifted output moved by ${e.outputs}; they differ by at most ${show(e.worst, 1)}`,
  barsKey: ({ equivariance: e }) => [
    `output after a shift of ${e.shift}`,
    e.outputs ? `first output, moved by ${e.outputs}` : 'first output',
  ],
  equivarianceNote: ({ equivariance: e }) =>
    `${
      e.whole
        ? `The strides multiply to ${e.stride}; a shift of ${e.shift} is ${e.outputs} whole outputs, and the two agree everywhere.`
        : `The strides multiply to ${e.stride} and ${e.shift} is no multiple of it: other pixels are sampled, and even the nearest move, ${e.outputs ? `by ${e.outputs}` : 'none at all'}, leaves grey levels up to ${show(e.worst, 1)} apart.`
    } Rows of the photograph end to end, convolutions with [1, 2, 1] / 4, only outputs clear of the padding.`,
  torchNote: 'the stages of the figure; output shapes at the end of each line',
  summary: (s) => `i ${s.inputSize}  channels ${s.channels}  shift ${s.shift}`,
  description: (s, shape) => {
    const last = shape.stages[shape.stages.length - 1]
    const lost = droppers(shape)
    const drop = lost.length
      ? `The stride does not divide at stage ${lost.join(' and ')}: rows and columns at the end are lost.`
      : 'No stage loses rows or columns of its input.'
    return `Downsampling: ${chain(s, shape, ' → ')}, at the end ${last.channels} channels with ${grouped(last.activations)} activations; ${compact(shape.total.macs)} MACs in all. ${drop}`
  },
  problem: (trouble, shown) =>
    `Stage ${trouble.stage}: ${problemWords('en', trouble)} The figure stays at the last numbers that hold: input size ${shown.inputSize}, ${stageNames.filter((name) => shown[name] !== 'none').length} stages.`,
}

export const messages: Readonly<Record<Lang, Messages>> = { zh, en }
