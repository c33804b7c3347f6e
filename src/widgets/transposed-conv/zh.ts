import { show } from '#ui/scale.ts'
import { problemWords } from '#ui/zh.ts'
import { type Messages, square } from './messages.ts'

export const zh: Messages = {
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
        : problemWords(trouble)
    return `${what}图停在上一组成立的数字：i ${shown.inputSize}，K ${shown.kernelSize}，s ${shown.stride}，p ${shown.padding}，d ${shown.dilation}，output_padding ${shown.outputPadding}。`
  },
}
