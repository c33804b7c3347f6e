import { grouped, show } from '#ui/scale.ts'
import { problemWords } from '#ui/zh.ts'
import { counts, inPlane, type Messages, square, sums } from './messages.ts'

export const zh: Messages = {
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
    `${problemWords(problem)}图停在上一组成立的数字：K ${shown.kernelSize}，s ${shown.stride}，p ${shown.padding}，输入 ${shown.inputSize}。`,
}
