import { problemWords } from '#ui/problem-words.ts'
import { compact, grouped, show } from '#ui/scale.ts'
import type { Lang } from '#ui/use-figure.ts'
import type { Derived, Form, LayerCost, Shape, State, Trouble } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
type Field = 'inChannels' | 'outChannels' | 'groups' | 'kernelSize' | 'inputSize'
export interface Messages {
  readonly preset: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly names: Readonly<Record<Field, string>>
  readonly divides: string
  readonly after: string
  readonly afters: Readonly<Record<State['after'], string>>
  readonly unit: string
  readonly links: string
  readonly linksText: (whole: Whole) => string
  readonly linksLabel: (whole: Whole) => string
  readonly columns: (whole: Whole) => readonly string[]
  readonly steps: (whole: Whole) => readonly string[]
  readonly rest: (count: number) => string
  readonly matrix: string
  readonly matrixText: (whole: Whole) => string
  readonly matrixLabel: (whole: Whole) => string
  readonly sees: string
  readonly forms: Readonly<Record<Form['name'], string>>
  readonly formName: (form: Form, shape: Shape) => string
  readonly weights: string
  readonly weightsText: string
  readonly macs: string
  readonly macsText: (shape: Shape) => string
  readonly work: string
  readonly workNote: (whole: Whole) => string
  readonly mixing: string
  readonly mixingNote: (whole: Whole) => string
  readonly shuffleNote: (shape: Shape) => string
  readonly torchNote: string
  readonly summary: (shape: Shape) => string
  readonly description: (whole: Whole) => string
  readonly problem: (trouble: Trouble, shown: Shape) => string
}

const square = (size: number): string => `${size}×${size}`
export const percent = (share: number): string => `${show(100 * share, 1)}%`
/** k² × C_in / g × C_out of one layer. */
export const product = ({ kernelSize, inChannels, outChannels, groups }: LayerCost): string =>
  [
    ...(kernelSize > 1 ? [`${kernelSize}²`] : []),
    groups > 1 ? `${inChannels}/${groups}` : inChannels,
    outChannels,
  ].join(' × ')
const summary = ({ inChannels, outChannels, groups, kernelSize }: Shape): string =>
  `${inChannels} → ${outChannels}  g ${groups}  k ${kernelSize}`
const first = (channels: readonly number[]): number => channels[0] + 1
const inputsOf = ({ columns }: Whole): readonly number[] => columns[0].seen
const cutShort = ({ columns }: Whole): boolean => columns.some(({ channels, shown }) => shown.length < channels)
const form = ({ forms }: Whole, name: Form['name']): Form | undefined => forms.find((each) => each.name === name)

const zh: Messages = {
  preset: '例子',
  presets: {
    custom: '自己定',
    alexnet: 'AlexNet第二层',
    resnext: 'ResNeXt-50的3×3',
    mobilenet: 'MobileNet v1的一块',
    shufflenet: 'ShuffleNet的打乱（12个通道示意）',
  },
  names: { inChannels: '输入通道', outChannels: '输出通道', groups: '组数', kernelSize: '核', inputSize: '图的边长' },
  divides: '要整除通道',
  after: '后面接',
  afters: { nothing: '不接', grouped: '再分组一层', shuffle: '打乱，再分组', pointwise: '1×1' },
  unit: '追踪的输出通道',
  links: '谁连到谁',
  linksText: (whole) =>
    `一个方格是一个通道，一条连线是一个核。点输出通道，看它通到哪里。${cutShort(whole) ? '每列只画16个。' : ''}`,
  linksLabel: (whole) => `通道之间的连线：第 ${whole.channel + 1} 个输出通到 ${inputsOf(whole).length} 个输入通道`,
  columns: ({ columns }) =>
    columns.map(({ channels }, at) => `${at === 0 ? '输入' : at === columns.length - 1 ? '输出' : ''} ${channels}`),
  steps: ({ layers, shape }) =>
    layers.map((layer) => {
      if (layer.type !== 'conv') return '打乱'
      const groups = layer.groups ?? 1
      const how = groups === 1 ? '' : groups === shape.inChannels ? '逐通道' : `${groups} 组`
      return `${square(Number(layer.kernelSize))}${how && `，${how}`}`
    }),
  rest: (count) => `还有 ${count}`,
  matrix: '谁看得到谁',
  matrixText: (whole) => `一行一个输出，一列一个输入${cutShort(whole) ? '，各画16个' : ''}。涂满的格：从头到尾连得上。`,
  matrixLabel: ({ columns, seen }) =>
    `连接矩阵，${seen.length} 行 ${columns[0].shown.length} 列，每行看得到 ${seen[0].length} 列`,
  sees: '看得到的输入',
  forms: { standard: '普通', grouped: '分组', depthwise: '逐通道', separable: '深度可分离', chain: '图中这一串' },
  formName: ({ name }, shape) =>
    name === 'grouped' ? (shape.groups === 1 ? '分1组' : `分 ${shape.groups} 组`) : zh.forms[name],
  weights: '权重',
  weightsText: '百分数与普通卷积相比；断成两截的，后一截是1×1（或第二层）。',
  macs: '乘加次数（MACs）',
  macsText: ({ inputSize }) =>
    `每个权重在 ${square(inputSize)} 的图上各用 ${grouped(inputSize ** 2)} 次，比例与权重一样。`,
  work: '权重怎么算',
  workNote: (whole) => {
    const separable = form(whole, 'separable')
    const share = separable ? separable.layers[1].weights / separable.weights : 0
    return `深度可分离的权重里，1×1占 ${percent(share)}。都不计偏置；FLOPs是乘加次数的两倍。`
  },
  mixing: '组与组通不通',
  mixingNote: (whole) => {
    const { shape } = whole
    const seen = inputsOf(whole).length
    const head = `每个输出看得到 ${shape.inChannels} 个输入通道中的 ${seen} 个。`
    if (seen === shape.inChannels) return `${head}通道全都连上了。`
    return shape.after === 'grouped'
      ? `${head}再叠多少层同样的分组也是这些：分块对角的矩阵相乘还是分块对角。`
      : `${head}别的组怎样变，它都不知道。`
  },
  shuffleNote: ({ groups }) =>
    `打乱：把通道排成 ${groups} 行，改按列读。这样下一层的每一组，都从前一层的各组里各拿到一些。`,
  torchNote: '对一个输出求梯度，不为零的就是它看得到的输入',
  summary,
  description: (whole) => {
    const { shape, channel } = whole
    const { inChannels, outChannels, groups, kernelSize, after } = shape
    const seen = inputsOf(whole)
    const kind = groups === 1 ? '不分组' : groups === inChannels ? '每组一个通道，即逐通道' : `分成 ${groups} 组`
    const then =
      after === 'nothing'
        ? ''
        : `，后面接${{ grouped: '同样的一层', shuffle: '通道打乱和同样的一层', pointwise: '1×1卷积' }[after]}`
    const { weights, macs, share } = whole.drawn
    const costs = `权重 ${grouped(weights)} 个，乘加 ${compact(macs)} 次，是普通卷积的 ${percent(share)}。`
    return `${inChannels} 个输入通道到 ${outChannels} 个输出通道，核 ${square(kernelSize)}，${kind}${then}。第 ${channel + 1} 个输出看得到 ${seen.length} 个输入${seen.length === 1 ? `（第 ${first(seen)} 个）` : ''}。${costs}`
  },
  problem: ({ problem, fits }, shown) =>
    `${problemWords('zh', problem)}可以取 ${fits.join('、')}。图停在上一组成立的数字：${summary(shown)}。`,
}

const en: Messages = {
  preset: 'Example',
  presets: {
    custom: 'your own',
    alexnet: 'the second layer of AlexNet',
    resnext: 'the 3×3 of ResNeXt-50',
    mobilenet: 'a block of MobileNet v1',
    shufflenet: 'ShuffleNet’s shuffle, 12 channels',
  },
  names: {
    inChannels: 'inputs',
    outChannels: 'outputs',
    groups: 'groups',
    kernelSize: 'kernel',
    inputSize: 'side of the map',
  },
  divides: 'a divisor',
  after: 'Followed by',
  afters: { nothing: 'nothing', grouped: 'the same again', shuffle: 'shuffle, the same', pointwise: '1×1' },
  unit: 'output channel traced',
  links: 'What is connected',
  linksText: (whole) =>
    `A square is a channel, a line is a kernel. Choose an output channel to see where it leads.${cutShort(whole) ? ' Only 16 of a column are drawn.' : ''}`,
  linksLabel: (whole) =>
    `Lines between channels: output ${whole.channel + 1} leads to ${inputsOf(whole).length} input channels`,
  columns: ({ columns }) =>
    columns.map(({ channels }, at) => `${at === 0 ? 'in' : at === columns.length - 1 ? 'out' : ''} ${channels}`),
  steps: ({ layers, shape }) =>
    layers.map((layer) => {
      if (layer.type !== 'conv') return 'shuffle'
      const groups = layer.groups ?? 1
      const how = groups === 1 ? '' : groups === shape.inChannels ? 'depthwise' : `${groups} groups`
      return `${square(Number(layer.kernelSize))}${how && `, ${how}`}`
    }),
  rest: (count) => `${count} more`,
  matrix: 'Who sees whom',
  matrixText: (whole) =>
    `A row is an output, a column an input${cutShort(whole) ? ', 16 of each' : ''}. A filled cell: a path leads all the way.`,
  matrixLabel: ({ columns, seen }) =>
    `Connection matrix of ${seen.length} rows and ${columns[0].shown.length} columns; each row sees ${seen[0].length} columns`,
  sees: 'input that is seen',
  forms: {
    standard: 'ordinary',
    grouped: 'grouped',
    depthwise: 'depthwise',
    separable: 'separable',
    chain: 'as drawn',
  },
  formName: ({ name }, shape) =>
    name === 'grouped' ? `${shape.groups} group${shape.groups > 1 ? 's' : ''}` : en.forms[name],
  weights: 'Weights',
  weightsText:
    'Per cent of the ordinary convolution; in a bar of two pieces the second is the 1×1 (or the second layer).',
  macs: 'Multiply-accumulates (MACs)',
  macsText: ({ inputSize }) =>
    `Every weight is used ${grouped(inputSize ** 2)} times on a map of ${square(inputSize)}, so the shares are those of the weights.`,
  work: 'The weights in numbers',
  workNote: (whole) => {
    const separable = form(whole, 'separable')
    const share = separable ? separable.layers[1].weights / separable.weights : 0
    return `The 1×1 holds ${percent(share)} of the separable form. Biases are not counted; FLOPs are twice the MACs.`
  },
  mixing: 'Do the groups talk?',
  mixingNote: (whole) => {
    const { shape } = whole
    const seen = inputsOf(whole).length
    const head = `Each output sees ${seen} of the ${shape.inChannels} input channels.`
    if (seen === shape.inChannels) return `${head} All channels are connected.`
    return shape.after === 'grouped'
      ? `${head} More layers with the same groups change nothing: block-diagonal matrices multiply to block-diagonal ones.`
      : `${head} Whatever happens in other groups, it does not know.`
  },
  shuffleNote: ({ groups }) =>
    `The shuffle writes the channels into ${groups} rows and reads them by columns, so that each group of the next layer gets some from every group.`,
  torchNote: 'the inputs with a gradient are those that this output sees',
  summary,
  description: (whole) => {
    const { shape, channel } = whole
    const { inChannels, outChannels, groups, kernelSize, after } = shape
    const seen = inputsOf(whole)
    const kind =
      groups === 1
        ? 'not grouped'
        : groups === inChannels
          ? 'one channel per group, that is depthwise'
          : `in ${groups} groups`
    const then =
      after === 'nothing'
        ? ''
        : `, followed by ${{ grouped: 'the same layer again', shuffle: 'a channel shuffle and the same layer', pointwise: 'a 1×1 convolution' }[after]}`
    const { weights, macs, share } = whole.drawn
    const costs = ` ${grouped(weights)} weights and ${compact(macs)} MACs, ${percent(share)} of the ordinary convolution.`
    return `From ${inChannels} to ${outChannels} channels with a ${square(kernelSize)} kernel, ${kind}${then}. Output ${channel + 1} sees ${seen.length === 1 ? `1 input (number ${first(seen)})` : `${seen.length} inputs`}.${costs}`
  },
  problem: ({ problem, fits }, shown) =>
    `${problemWords('en', problem)} ${fits.join(', ')} would do. The figure stays at the last numbers that hold: ${summary(shown)}.`,
}

export const messages: Readonly<Record<Lang, Messages>> = { zh, en }
