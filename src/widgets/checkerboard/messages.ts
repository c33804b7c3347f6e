import { problemWords } from '#ui/problem-words.ts'
import { grouped, show } from '#ui/scale.ts'
import type { Lang } from '#ui/use-figure.ts'
import type { Derived, Method, State } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
type Problem = Extract<Derived, { ok: false }>['problem']
export interface Messages {
  readonly transposed: string
  readonly transposedText: (state: State, method: Method) => string
  readonly resized: string
  readonly resizedText: (state: State) => string
  readonly legendStamp: string
  readonly legendOutput: (state: State) => string
  readonly legendReads: string
  readonly row: (which: string, method: Method) => string
  readonly map: (which: string, method: Method) => string
  readonly cell: (row: number, column: number, value: number) => string
  readonly names: Readonly<
    Record<'kernelSize' | 'stride' | 'padding' | 'inputSize' | 'resizeKernelSize' | 'seed' | 'weights', string>
  >
  readonly weightings: Readonly<Record<State['weights'], string>>
  readonly work: (row: number, column: number) => string
  readonly axes: readonly [row: string, column: string]
  readonly none: string
  readonly residues: string
  readonly head: readonly [string, string, string, string]
  readonly edit: string
  readonly weight: (at: number) => string
  readonly period: (stride: number) => string
  readonly periodNote: (whole: Whole) => string
  readonly cost: (whole: Whole) => string
  readonly torchNote: string
  readonly summary: (state: State) => string
  readonly description: (state: State, whole: Whole) => string
  readonly problem: (problem: Problem, shown: State) => string
}

const square = (size: number): string => `${size}×${size}`
const counts = ({ period }: Method): readonly number[] => period.map(({ count }) => count)
const sums = ({ period }: Method): readonly string[] => period.map(({ sum }) => show(sum))
/** Counts of one period in the plane: each of them while they are few, in the order of its rows, else the least and the most. */
function inPlane(
  method: Method,
  list: (counts: readonly number[]) => string,
  span: (a: number, b: number) => string,
): string {
  const all = counts(method).flatMap((a) => counts(method).map((b) => a * b))
  return all.length <= 4 ? list(all) : span(Math.min(...all), Math.max(...all))
}

const zh: Messages = {
  transposed: '转置卷积',
  transposedText: ({ kernelSize, stride }, { even }) =>
    even
      ? `${kernelSize} 是 ${stride} 的整数倍：除去边缘，次数相等。`
      : `${kernelSize} 不是 ${stride} 的整数倍：次数有多有少。`,
  resized: '先放大，再卷积',
  resizedText: ({ stride, resizeKernelSize }) =>
    `最近邻放大 ${stride} 倍，再做 ${square(resizeKernelSize)} 卷积：除去边缘，次数总是相等。`,
  legendStamp: '一个输入盖到的一段',
  legendOutput: ({ weights }) => (weights === 'ones' ? '次数；空心的条是边缘' : '权重之和；空心的条是边缘'),
  legendReads: '这一格读的一段',
  row: (which, { cells }) => `${which}，一维：各格依次是 ${cells.map(({ sum }) => show(sum)).join('、')}`,
  map: (which, { size }) => `${which}，二维：输入处处为 1 时的输出，${square(size)}`,
  cell: (row, column, value) => `第 ${row} 行第 ${column} 列：${show(value)}`,
  names: {
    kernelSize: '核',
    stride: '步幅',
    padding: '填充',
    inputSize: '输入',
    resizeKernelSize: '放大后的核',
    seed: '种子',
    weights: '权重',
  },
  weightings: { ones: '全是 1（只数次数）', bilinear: '双线性', random: '随机', custom: '自己填' },
  work: (row, column) => `第 ${row} 行第 ${column} 列怎么来`,
  axes: ['行', '列'],
  none: '没有',
  residues: '按下标的余数',
  head: ['余数', '次数', '权重', '和'],
  edit: '一维的核 w，二维是 w 与 w 的外积',
  weight: (at) => `权重 ${at}`,
  period: (stride) => `次数的一个周期，${square(stride)}`,
  periodNote: ({ transposed, resized }) => {
    const calm = transposed.flat
      ? '转置卷积的几组和相等，平坦处没有纹路。'
      : `转置卷积的几组和是 ${sums(transposed).join('、')}，不等，平坦处会有纹路。`
    return `${calm}先放大再卷积，每一格都用上整个核，和总是 ${show(resized.period[0].sum)}。`
  },
  cost: ({ transposed, resized }) =>
    `每对通道的乘加次数：转置卷积 ${grouped(transposed.macs)}，先放大再卷积 ${grouped(resized.macs)}。`,
  torchNote: '先放大，再卷积',
  summary: (state) => `K ${state.kernelSize}　s ${state.stride}　p ${state.padding}`,
  description: (state, { transposed, resized, unit }) => {
    const { kernelSize, stride } = state
    const [a, b] = [transposed.cells[unit[0]], transposed.cells[unit[1]]]
    const row = counts(transposed)
    const what = transposed.even
      ? `除去边缘，一维每格被盖 ${row[0]} 次，二维 ${row[0] ** 2} 次，全都相等`
      : `除去边缘，一维各格轮流被盖 ${row.join('、')} 次，二维${inPlane(
          transposed,
          (all) => `是 ${all.join('、')}`,
          (least, most) => `从 ${least} 到 ${most}`,
        )}，不相等`
    const sum =
      state.weights === 'ones'
        ? ''
        : `权重取“${zh.weightings[state.weights]}”，输入处处为 1 时，一维的和轮流是 ${sums(transposed).join('、')}，${transposed.flat ? '没有纹路' : '有纹路'}。`
    return `转置卷积：核 ${kernelSize}，步幅 ${stride}，填充 ${state.padding}，输出 ${square(transposed.size)}。${what}。${sum}先放大 ${stride} 倍再用 ${square(state.resizeKernelSize)} 卷积，除去边缘每格都是 ${resized.weights.length ** 2} 个乘积。现在看第 ${unit[0]} 行第 ${unit[1]} 列：被盖 ${a.count} × ${b.count} = ${a.count * b.count} 次。`
  },
  problem: (problem, shown) =>
    `${problemWords('zh', problem)}图停在上一组成立的数字：K ${shown.kernelSize}，s ${shown.stride}，p ${shown.padding}，输入 ${shown.inputSize}。`,
}

const en: Messages = {
  transposed: 'Transposed convolution',
  transposedText: ({ kernelSize, stride }, { even }) =>
    even
      ? `${kernelSize} is a multiple of ${stride}: equal counts but at the border.`
      : `${kernelSize} is not a multiple of ${stride}: uneven counts.`,
  resized: 'Resize, then convolve',
  resizedText: ({ stride, resizeKernelSize }) =>
    `Nearest neighbour times ${stride}, then ${square(resizeKernelSize)}: equal counts.`,
  legendStamp: 'where one input lands',
  legendOutput: ({ weights }) =>
    weights === 'ones' ? 'times stamped; hollow at the border' : 'sum of weights; hollow at the border',
  legendReads: 'what this cell reads',
  row: (which, { cells }) => `${which}, one dimension: the cells get ${cells.map(({ sum }) => show(sum)).join(', ')}`,
  map: (which, { size }) => `${which}, two dimensions: the output of an input of ones, ${square(size)}`,
  cell: (row, column, value) => `row ${row}, column ${column}: ${show(value)}`,
  names: {
    kernelSize: 'kernel',
    stride: 'stride',
    padding: 'padding',
    inputSize: 'input',
    resizeKernelSize: 'after resize',
    seed: 'seed',
    weights: 'Weights',
  },
  weightings: { ones: 'all 1 (count only)', bilinear: 'bilinear', random: 'random', custom: 'your own' },
  work: (row, column) => `Row ${row}, column ${column} in numbers`,
  axes: ['rows', 'columns'],
  none: 'none',
  residues: 'By the remainder of the index',
  head: ['remainder', 'times', 'weights', 'sum'],
  edit: 'The kernel w of one axis; the plane has w times w',
  weight: (at) => `weight ${at}`,
  period: (stride) => `One period of counts, ${square(stride)}`,
  periodNote: ({ transposed, resized }) => {
    const calm = transposed.flat
      ? 'The sums of the transposed convolution are equal: no pattern where the input is flat.'
      : `The sums of the transposed convolution are ${sums(transposed).join(', ')}: a pattern where the input is flat.`
    return `${calm} After a resize every cell uses the whole kernel, and the sum is ${show(resized.period[0].sum)} everywhere.`
  },
  cost: ({ transposed, resized }) =>
    `MACs per pair of channels: ${grouped(transposed.macs)} transposed, ${grouped(resized.macs)} after a resize.`,
  torchNote: 'resize, then convolve',
  summary: (state) => `K ${state.kernelSize}  s ${state.stride}  p ${state.padding}`,
  description: (state, { transposed, resized, unit }) => {
    const { kernelSize, stride } = state
    const [a, b] = [transposed.cells[unit[0]], transposed.cells[unit[1]]]
    const row = counts(transposed)
    const what = transposed.even
      ? `Away from the border every cell is stamped ${row[0]} ${row[0] === 1 ? 'time' : 'times'} along one axis and ${row[0] ** 2} in the plane: even`
      : `Away from the border cells are stamped ${row.join(', ')} times in turn along one axis and ${inPlane(
          transposed,
          (all) => all.join(', '),
          (least, most) => `${least} to ${most}`,
        )} in the plane: uneven`
    const sum =
      state.weights === 'ones'
        ? ''
        : ` With weights “${en.weightings[state.weights]}” and an input of ones, the sums along one axis are ${sums(transposed).join(', ')} in turn: ${transposed.flat ? 'no pattern' : 'a pattern'}.`
    return `Transposed convolution: kernel ${kernelSize}, stride ${stride}, padding ${state.padding}, output ${square(transposed.size)}. ${what}.${sum} A resize by ${stride} and a ${square(state.resizeKernelSize)} convolution give every cell ${resized.weights.length ** 2} ${resized.weights.length === 1 ? 'product' : 'products'} away from the border. Now row ${unit[0]}, column ${unit[1]}: stamped ${a.count} × ${b.count} = ${a.count * b.count} times.`
  },
  problem: (problem, shown) =>
    `${problemWords('en', problem)} The figure stays at the last numbers that hold: K ${shown.kernelSize}, s ${shown.stride}, p ${shown.padding}, input ${shown.inputSize}.`,
}

export const messages: Readonly<Record<Lang, Messages>> = { zh, en }
