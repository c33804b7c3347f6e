import { problemWords } from '#ui/problem-words.ts'
import { show } from '#ui/scale.ts'
import type { Lang } from '#ui/use-figure.ts'
import type { Derived, State, Trouble } from './model.ts'

type Shape = Extract<Derived, { ok: true }>
export interface Messages {
  readonly gather: string
  readonly gatherText: (size: number) => string
  readonly scatter: string
  readonly scatterText: (count: number, size: number, stride: number) => string
  readonly output: string
  readonly outputText: (size: number, done: number) => string
  readonly flipped: string
  readonly kernel: string
  readonly multiply: string
  readonly add: string
  readonly order: string
  readonly orders: Readonly<Record<State['order'], string>>
  readonly names: Readonly<Record<'input' | 'kernel' | 'stride' | 'padding' | 'dilation', string>>
  readonly dense: string
  readonly outputPaddingRule: string
  readonly work: string
  readonly workNote: (zeros: number, terms: number) => string
  readonly none: string
  readonly edit: string
  readonly editNote: string
  readonly map: (name: string, size: number) => string
  readonly cell: (name: string, row: number, column: number) => string
  readonly origin: string
  readonly originLabel: (from: number, to: number, outputPadding: number) => string
  readonly originNote: (state: State, origins: readonly number[]) => string
  readonly roundTrip: string
  readonly roundTripNote: (size: number, same: boolean) => string
  readonly roundTripLabel: string
  readonly torchNote: string
  readonly gatherLabel: (size: number, row: number, column: number) => string
  readonly outputLabel: (size: number) => string
  readonly scatterLabel: (count: number) => string
  readonly summary: (state: State) => string
  readonly description: (state: State, shape: Shape) => string
  readonly problem: (trouble: Trouble, shown: State) => string
}

const square = (size: number): string => `${size}×${size}`

const zh: Messages = {
  gather: '收：每个输出去取',
  gatherText: (size) => `输入撑开成 ${square(size)}，核翻转后滑动`,
  scatter: '撒：每个输入去盖',
  scatterText: (count, size, stride) => `${count} 枚 ${square(size)} 的章，相邻错开 ${stride} 格`,
  output: '输出',
  outputText: (size, done) => `${square(size)}，已得 ${done} 格`,
  flipped: '翻转的核',
  kernel: '核 w',
  multiply: '乘加',
  add: '重叠处相加',
  order: '走法',
  orders: { output: '逐输出', input: '逐输入' },
  names: { input: '输入', kernel: '核', stride: '步幅', padding: '填充', dilation: '空洞率' },
  dense: '1 为密',
  outputPaddingRule: '小于 s 或 d',
  work: '这一步怎么算',
  workNote: (zeros, terms) => `窗口里另外 ${zeros} 格都是零，不必乘。收来的与撒下的，正是同样 ${terms} 个乘积。`,
  none: '没有输入盖到这一格，它是 0。',
  edit: '改数字',
  editNote: '点一格直接输入，方向键换格，图立刻跟着变。',
  map: (name, size) => `${name}，${square(size)}`,
  cell: (name, row, column) => `${name} 第 ${row} 行第 ${column} 列`,
  origin: '它转置的是哪个卷积',
  originLabel: (from, to, extra) => `${square(from)} 变成 ${square(to)}，对应 output_padding ${extra}`,
  originNote: (state, origins) =>
    origins.length === 1
      ? `K ${state.kernelSize}、s ${state.stride}、p ${state.padding} 的卷积只把 ${square(origins[0])} 变成 ${square(state.inputSize)}，所以 output_padding 只能是 0。`
      : `K ${state.kernelSize}、s ${state.stride}、p ${state.padding} 的卷积把 ${origins.map(square).join('、')} 都变成 ${square(state.inputSize)}，多出来的行列没有窗口读到。output_padding 说的就是回到哪一个。`,
  roundTrip: '来回一趟',
  roundTripNote: (size, same) =>
    same
      ? `把输出用同一个核卷积回来：尺寸还是 ${square(size)}，这组数字恰好连数值也回来了。`
      : `把输出用同一个核卷积回来：尺寸还是 ${square(size)}，数值却不是原来的。`,
  roundTripLabel: '转置卷积之后再卷积得到的图',
  torchNote: '核按 [in, out, h, w] 排',
  gatherLabel: (size, row, column) => `补零并插零后的输入，${square(size)}，窗口停在第 ${row} 行第 ${column} 列`,
  outputLabel: (size) => `输出 ${square(size)}`,
  scatterLabel: (count) => `${count} 枚印章：输入值乘上整个核`,
  summary: (s) => `i ${s.inputSize}　K ${s.kernelSize}　s ${s.stride}　p ${s.padding}　d ${s.dilation}`,
  description: (s, shape) => {
    const head = `转置卷积：输入 ${square(s.inputSize)}，核 ${square(s.kernelSize)}，步幅 ${s.stride}，填充 ${s.padding}，空洞率 ${s.dilation}，output_padding ${s.outputPadding}，输出 ${square(shape.outputSize)}。`
    const [row, column] = shape.unit
    if (s.order === 'input') {
      const [r, c] = [Math.floor(shape.frame / s.inputSize), shape.frame % s.inputSize]
      return `${head}现在盖输入第 ${r} 行第 ${c} 列的章：${show(shape.x.data[shape.frame])} 乘上整个核，加到输出上。`
    }
    return `${head}现在看输出第 ${row} 行第 ${column} 列：${shape.terms.length} 个输入盖到它，和为 ${show(shape.sum)}。`
  },
  problem: (trouble, shown) => {
    const what =
      trouble.code === 'tooLarge'
        ? `撑开后的输入是 ${square(trouble.size)}，图里最多放 ${square(trouble.room)}。`
        : problemWords('zh', trouble)
    return `${what}图停在上一组成立的数字：i ${shown.inputSize}，K ${shown.kernelSize}，s ${shown.stride}，p ${shown.padding}，d ${shown.dilation}，output_padding ${shown.outputPadding}。`
  },
}

const en: Messages = {
  gather: 'Gather: each output fetches',
  gatherText: (size) => `The input stretched to ${square(size)}, the flipped kernel slides`,
  scatter: 'Scatter: each input paints',
  scatterText: (count, size, stride) => `${count} stamps of ${square(size)}, neighbours ${stride} apart`,
  output: 'Output',
  outputText: (size, done) => `${square(size)}, ${done} cells so far`,
  flipped: 'flipped kernel',
  kernel: 'kernel w',
  multiply: 'multiply, add',
  add: 'overlaps add',
  order: 'Order',
  orders: { output: 'by output', input: 'by input' },
  names: { input: 'input', kernel: 'kernel', stride: 'stride', padding: 'padding', dilation: 'dilation' },
  dense: '1 is dense',
  outputPaddingRule: 'below s or d',
  work: 'This step in numbers',
  workNote: (zeros, terms) =>
    `The other ${zeros} cells of the window are zeros. What is gathered and what is scattered are the same ${terms} products.`,
  none: 'No input paints this cell: it is 0.',
  edit: 'Change the numbers',
  editNote: 'Type into a cell; arrow keys move between cells; the figure follows at once.',
  map: (name, size) => `${name}, ${square(size)}`,
  cell: (name, row, column) => `${name} row ${row}, column ${column}`,
  origin: 'The convolution that it transposes',
  originLabel: (from, to, extra) => `${square(from)} becomes ${square(to)}: output_padding ${extra}`,
  originNote: (state, origins) =>
    origins.length === 1
      ? `A convolution with K ${state.kernelSize}, s ${state.stride}, p ${state.padding} maps ${square(origins[0])} alone to ${square(state.inputSize)}, so output_padding can only be 0.`
      : `A convolution with K ${state.kernelSize}, s ${state.stride}, p ${state.padding} maps ${origins.map(square).join(', ')} all to ${square(state.inputSize)}; no window reads the surplus rows and columns. output_padding says which of them is meant.`,
  roundTrip: 'There and back',
  roundTripNote: (size, same) =>
    same
      ? `Convolve the output with the same kernel: the size is ${square(size)} again, and with these numbers the values happen to return too.`
      : `Convolve the output with the same kernel: the size is ${square(size)} again, the values are not.`,
  roundTripLabel: 'What a convolution makes of the transposed convolution’s output',
  torchNote: 'weights are [in, out, h, w]',
  gatherLabel: (size, row, column) =>
    `The input with zeros padded and inserted, ${square(size)}; the window stands at row ${row}, column ${column}`,
  outputLabel: (size) => `Output, ${square(size)}`,
  scatterLabel: (count) => `${count} stamps: an input value times the whole kernel`,
  summary: (s) => `i ${s.inputSize}  K ${s.kernelSize}  s ${s.stride}  p ${s.padding}  d ${s.dilation}`,
  description: (s, shape) => {
    const head = `Transposed convolution: input ${square(s.inputSize)}, kernel ${square(s.kernelSize)}, stride ${s.stride}, padding ${s.padding}, dilation ${s.dilation}, output_padding ${s.outputPadding}, output ${square(shape.outputSize)}.`
    const [row, column] = shape.unit
    if (s.order === 'input') {
      const [r, c] = [Math.floor(shape.frame / s.inputSize), shape.frame % s.inputSize]
      return `${head} Now input row ${r}, column ${c} paints: ${show(shape.x.data[shape.frame])} times the whole kernel is added to the output.`
    }
    const inputs = shape.terms.length === 1 ? '1 input paints' : `${shape.terms.length} inputs paint`
    return `${head} Now output row ${row}, column ${column}: ${inputs} it, and the sum is ${show(shape.sum)}.`
  },
  problem: (trouble, shown) => {
    const what =
      trouble.code === 'tooLarge'
        ? `The stretched input would be ${square(trouble.size)}; the figure has room for ${square(trouble.room)}.`
        : problemWords('en', trouble)
    return `${what} The figure stays at the last numbers that hold: i ${shown.inputSize}, K ${shown.kernelSize}, s ${shown.stride}, p ${shown.padding}, d ${shown.dilation}, output_padding ${shown.outputPadding}.`
  },
}

export const messages: Readonly<Record<Lang, Messages>> = { zh, en }
