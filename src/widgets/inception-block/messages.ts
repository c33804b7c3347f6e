import { problemWords } from '#ui/problem-words.ts'
import { grouped } from '#ui/scale.ts'
import type { Lang } from '#ui/use-figure.ts'
import type { Branch, Derived, Letter, Path, State, Step, Trouble } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
export interface Messages {
  readonly preset: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly reduction: string
  readonly align: string
  readonly filter: string
  readonly filters: Readonly<Record<State['filter'], string>>
  readonly names: Readonly<Record<'inChannels' | 'inputSize', string>>
  readonly block: string
  readonly blockText: string
  readonly blockLabel: (whole: Whole) => string
  readonly pool: string
  readonly joined: string
  readonly maps: string
  readonly mapsText: (state: State) => string
  readonly photo: (size: number) => string
  readonly credit: string
  readonly map: (path: Path) => string
  readonly stack: (whole: Whole) => string
  readonly edit: string
  readonly branch: (letter: Letter) => string
  readonly parts: Readonly<Record<keyof Branch, string>>
  readonly ops: Readonly<Record<Branch['op'], string>>
  readonly remove: (letter: Letter) => string
  readonly add: string
  readonly editNote: (align: boolean) => string
  readonly costs: string
  readonly head: readonly [string, string, string, string, string]
  readonly total: string
  readonly compare: string
  readonly with: string
  readonly without: string
  readonly weights: string
  readonly macs: string
  readonly channels: string
  readonly sizes: string
  readonly unpadded: (size: number | null) => string
  readonly sizesNote: string
  readonly fields: string
  readonly fieldsLabel: (whole: Whole) => string
  readonly torchNote: string
  readonly summary: (state: State, whole: Whole) => string
  readonly description: (state: State, whole: Whole) => string
  readonly problem: (trouble: Trouble) => string
}

const square = (size: number): string => `${size}×${size}`
const channelsOf = ({ paths }: Whole, join: string): string => paths.map(({ outChannels }) => outChannels).join(join)
const fieldsOf = ({ paths }: Whole, join: string): string => paths.map(({ field }) => field).join(join)
const costs = (state: State, whole: Whole) => (state.reduction ? whole.reduced : whole.plain)

export const stepName = (step: Step, words: Messages): string =>
  step.kind === 'maxPool' ? `${words.pool} ${square(step.kernelSize)}` : square(step.kernelSize)

const zh: Messages = {
  preset: '模块',
  presets: { paper: '（3a），论文', torchvision: '（3a），torchvision', custom: '自己搭' },
  reduction: '降维（1×1）',
  align: '各路对齐',
  filter: '照片上的核',
  filters: { edge: '竖边', mean: '平均' },
  names: { inChannels: '输入通道', inputSize: '图的边长' },
  block: '一份输入，几路并行',
  blockText: '色条的长度就是通道数，按比例；线上的数也是通道数。',
  blockLabel: (whole) =>
    `${whole.paths.map((path) => `${path.letter}：${path.steps.map((step) => stepName(step, zh)).join('、')}`).join('；')}，输出 ${channelsOf(whole, '、')} 个通道，拼接成 ${whole.shape[0]} 个`,
  pool: '池化',
  joined: '拼接',
  maps: '同一张照片，几种核',
  mapsText: ({ filter }) =>
    filter === 'edge'
      ? '核越大，看到的边越粗；1×1 只有一个权重，只能照原样放行。'
      : '核越大，抹得越匀；1×1 只有一个权重，只能照原样放行。',
  photo: (size) => `照片，${square(size)}`,
  credit: '照片：Lav Varshney，CC0',
  map: ({ letter, op, kernelSize }) => `${letter}　${op === 'conv' ? '' : '最大池化 '}${square(kernelSize)}`,
  stack: ({ maps }) => `按通道拼接，${maps.length} 张`,
  edit: '改支路',
  branch: (letter) => `支路 ${letter}`,
  parts: { op: '运算', kernelSize: '核', reduce: '先降到', outChannels: '宽度', padding: '填充' },
  ops: { conv: '卷积', maxPool: '池化' },
  remove: (letter) => `去掉 ${letter}`,
  add: '加一路',
  editNote: (align) =>
    align
      ? '“先降到”填 0 就不降。各路对齐时，填充取 (k − 1) / 2；取消对齐，可以自己填。'
      : '填充由你定：各路的高和宽相等，才拼得起来。',
  costs: '逐路算',
  head: ['支路', '感受野', '通道', '权重', '乘加次数'],
  total: '合计',
  compare: '有降维与不降维',
  with: '有降维',
  without: '不降维',
  weights: '权重',
  macs: '乘加次数（MACs，FLOPs 是两倍）',
  channels: '输出通道',
  sizes: '各路的高和宽',
  unpadded: (size) => (size === null ? '不填充就放不下' : `不填充是 ${size}`),
  sizesNote: '拼接只看高和宽，通道数可以不同。',
  fields: '各路看多大',
  fieldsLabel: ({ paths, field }) =>
    `感受野：${paths.map((path) => `${path.letter} ${square(path.field)}`).join('，')}；整块取最大的 ${square(field)}。`,
  torchNote: '激活没有权重，这里略去',
  summary: (state, { shape }) => `${state.inChannels} → ${shape[0]}　${zh.presets[state.preset]}`,
  description: (state, whole) => {
    const { shape } = whole
    const { weights, macs } = costs(state, whole)
    const other = state.reduction
      ? `不降维要 ${grouped(whole.plain.weights)} 个权重`
      : `有降维只要 ${grouped(whole.reduced.weights)} 个权重`
    return `Inception 模块${zh.presets[state.preset]}：输入 ${state.inChannels}×${square(state.inputSize)}，${whole.paths.length} 路输出 ${channelsOf(whole, '、')} 个通道，拼接成 ${shape.join('×')}。各路感受野 ${fieldsOf(whole, '、')}，整块 ${whole.field}。${state.reduction ? '有降维' : '不降维'}，${grouped(weights)} 个权重，${grouped(macs)} 次乘加；${other}。`
  },
  problem: (trouble) => {
    const what =
      trouble.code === 'branch'
        ? `支路 ${trouble.letter}：${problemWords('zh', trouble.problem)}`
        : `拼接要求各路的高和宽相等，现在 ${trouble.sizes.map(({ letter, size }) => `${letter} 是 ${square(size)}`).join('，')}。步幅为 1 时，每侧填充 (k − 1) / 2 才不改变大小。`
    return `${what}图停在上一组成立的数字。`
  },
}

const en: Messages = {
  preset: 'Module',
  presets: { paper: '(3a), paper', torchvision: '(3a), torchvision', custom: 'your own' },
  reduction: 'reduction (1×1)',
  align: 'paddings aligned',
  filter: 'kernels on the photograph',
  filters: { edge: 'upright edges', mean: 'mean' },
  names: { inChannels: 'input', inputSize: 'map side' },
  block: 'One input, branches in parallel',
  blockText: 'The length of a bar is its number of channels, to scale; so are the numbers on the lines.',
  blockLabel: (whole) =>
    `${whole.paths.map((path) => `${path.letter}: ${path.steps.map((step) => stepName(step, en)).join(', ')}`).join('; ')}; outputs of ${channelsOf(whole, ', ')} channels, concatenated to ${whole.shape[0]}`,
  pool: 'pool',
  joined: 'concat',
  maps: 'One photograph, several kernels',
  mapsText: ({ filter }) =>
    filter === 'edge'
      ? 'The larger the kernel, the coarser the edges it sees; 1×1 has one weight and lets the picture pass.'
      : 'The larger the kernel, the smoother the result; 1×1 has one weight and lets the picture pass.',
  photo: (size) => `the photograph, ${square(size)}`,
  credit: 'Photograph: Lav Varshney, CC0',
  map: ({ letter, op, kernelSize }) => `${letter}  ${op === 'conv' ? '' : 'max pool '}${square(kernelSize)}`,
  stack: ({ maps }) => `concatenated: ${maps.length} maps`,
  edit: 'Change the branches',
  branch: (letter) => `Branch ${letter}`,
  parts: { op: 'operation', kernelSize: 'kernel', reduce: 'reduce to', outChannels: 'width', padding: 'padding' },
  ops: { conv: 'conv', maxPool: 'max pool' },
  remove: (letter) => `remove ${letter}`,
  add: 'add a branch',
  editNote: (align) =>
    align
      ? 'Reduce to 0 means no reduction. Aligned paddings are (k − 1) / 2; take the alignment off to set your own.'
      : 'The paddings are yours: the branches can be joined when their heights and widths are equal.',
  costs: 'Branch by branch',
  head: ['branch', 'field', 'out', 'weights', 'MACs'],
  total: 'all',
  compare: 'With and without reduction',
  with: 'with',
  without: 'without',
  weights: 'Weights',
  macs: 'Multiply-accumulates (MACs; FLOPs are twice that)',
  channels: 'Output channels',
  sizes: 'Height and width of each branch',
  unpadded: (size) => (size === null ? 'p = 0: no window' : `p = 0: ${size}`),
  sizesNote: 'Concatenation asks for equal height and width alone; the channels may differ.',
  fields: 'What each branch sees',
  fieldsLabel: ({ paths, field }) =>
    `Receptive fields: ${paths.map((path) => `${path.letter} ${square(path.field)}`).join(', ')}; the block has the largest, ${square(field)}.`,
  torchNote: 'activations have no weights and are left out',
  summary: (state, { shape }) => `${state.inChannels} → ${shape[0]}  ${en.presets[state.preset]}`,
  description: (state, whole) => {
    const { shape } = whole
    const { weights, macs } = costs(state, whole)
    const other = state.reduction
      ? `without reduction ${grouped(whole.plain.weights)} weights`
      : `with reduction only ${grouped(whole.reduced.weights)} weights`
    return `Inception module ${en.presets[state.preset]}: input ${state.inChannels}×${square(state.inputSize)}; branches of ${channelsOf(whole, ', ')} channels, concatenated to ${shape.join('×')}. Receptive fields ${fieldsOf(whole, ', ')}; of the block ${whole.field}. ${state.reduction ? 'With' : 'Without'} reduction ${grouped(weights)} weights and ${grouped(macs)} MACs; ${other}.`
  },
  problem: (trouble) => {
    const what =
      trouble.code === 'branch'
        ? `Branch ${trouble.letter}: ${problemWords('en', trouble.problem)}`
        : `Branches are joined only if their heights and widths are equal; now ${trouble.sizes.map(({ letter, size }) => `${letter} is ${square(size)}`).join(', ')}. At stride 1, (k − 1) / 2 per side keeps the size.`
    return `${what} The figure stays at the last numbers that hold.`
  },
}

export const messages: Readonly<Record<Lang, Messages>> = { zh, en }
