import {
  conv2d,
  conv2dInputGradient,
  type Layer,
  macCount,
  sequential,
  tensor,
  transposedConv2d,
  transposedConvAxisPaints,
} from 'conv-math'
import { type Claim, claim } from '../claim.ts'
import { conv, macs, rounded } from '../counting.ts'

/** How often cells away from the border are stamped, from the start of a period. */
function counts(kernelSize: number, stride: number): number[] {
  const paints = transposedConvAxisPaints(12, { kernelSize, stride })
  const start = Math.ceil(kernelSize / stride) * stride
  return paints.slice(start, start + stride)
}
const inTwo = (kernelSize: number, stride: number): number[] => {
  const line = counts(kernelSize, stride)
  return line.flatMap((a) => line.map((b) => a * b)).sort((a, b) => b - a)
}

const line = (values: readonly number[]) => tensor([1, 1, 1, values.length], values)
const ones = (length: number): number[] => Array.from({ length }, () => 1)
/** What a kernel with stride 2 makes of a flat input, one period away from the border. */
function flat(kernel: readonly number[]): number[] {
  const { data } = transposedConv2d(line(ones(12)), line(kernel), { stride: [1, 2] })
  return [...data.slice(8, 10)]
}

/** Largest difference between doubling before the kernel (2, 3, 5) and the transposed convolution with its stamp. */
function difference(): number {
  const x = [3, 1, 4, 1, 5, 9, 2, 6]
  const [a, b, c] = [2, 3, 5]
  const resized = conv2d(line(x.flatMap((value) => [value, value])), line([a, b, c]), { padding: [0, 1] })
  const stamped = transposedConv2d(line(x), line([c, b + c, a + b, a]), { stride: [1, 2], padding: [0, 1] })
  return Math.max(...resized.data.map((value, at) => Math.abs(value - stamped.data[at])))
}
/** Gradients that a 3×3 with stride 2 and weights of 1 sends to its input, away from the border. */
function gradients(): number[] {
  const { data } = conv2dInputGradient(tensor([1, 1, 7, 7], ones(49)), tensor([1, 1, 3, 3], ones(9)), {
    inputSize: [15, 15],
    stride: 2,
  })
  return [data[4 * 15 + 4], data[4 * 15 + 5], data[5 * 15 + 4], data[5 * 15 + 5]]
}
const stamp: Layer = { type: 'transposedConv', outChannels: 1, kernelSize: 4, stride: 2, padding: 1, bias: false }
const transposedMacs = (): number => macCount(sequential([stamp]), [1, 32, 32]).total
const resizedMacs = (): number => macs([{ type: 'resize', scale: 2, mode: 'nearest' }, conv(3, 1)], [1, 32, 32])

const alternate: [string, string] = ['一维上2次、1次交替', 'they alternate between 2 and 1']
const fours: [string, string] = ['成了4、2、2、1', 'multiply to 4, 2, 2, 1']
export const claims: Claim[] = [
  claim('K = 3, s = 2, remainder 0', alternate, 2, () => counts(3, 2)[0]),
  claim('K = 3, s = 2, remainder 1', alternate, 1, () => counts(3, 2)[1]),
  ...[4, 2, 2, 1].map((count, at) =>
    claim(`K = 3, s = 2 in two dimensions, cell ${at}`, fours, count, () => inTwo(3, 2)[at]),
  ),
  claim('K = 4, s = 2, least', ['每格都是4次', 'every cell has 4'], 4, () => Math.min(...inTwo(4, 2))),
  claim('K = 4, s = 2, most', ['每格都是4次', 'every cell has 4'], 4, () => Math.max(...inTwo(4, 2))),
  claim('counts of a period add up to K', ['加起来正好是$K$', 'add up to $K$'], 7, () =>
    counts(7, 3).reduce((a, b) => a + b),
  ),
  claim('bilinear, even', ['奇偶两组的和都是1', 'both sums are 1'], 1, () => flat([0.5, 1, 0.5])[0]),
  claim('bilinear, odd', ['奇偶两组的和都是1', 'both sums are 1'], 1, () => flat([0.5, 1, 0.5])[1]),
  claim('MACs, transposed', ['每对通道16,384次乘加', '16,384 multiply-accumulates'], 16_384, transposedMacs),
  claim('MACs, resized', ['是36,864次', 'takes 36,864'], 36_864, resizedMacs),
  claim('MACs, ratio', ['2.25倍', '2.25 times'], 2.25, () => resizedMacs() / transposedMacs()),
  claim('doubling and a kernel is a transposed convolution', '(c,\\;b+c,\\;a+b,\\;a)', 0, difference),
  ...[4, 2, 2, 1].map((count, at) =>
    claim(
      `gradient of a 3×3 with stride 2, cell ${at}`,
      ['同样是4、2、2、1的棋盘', 'the same 4, 2, 2, 1 pattern'],
      count,
      () => gradients()[at],
    ),
  ),
  ...[9, 6, 6, 4].map((count, at) =>
    claim(
      `K = 5, s = 2, cell ${at}`,
      ['二维是9、6、6、4', 'in two dimensions 9, 6, 6 and 4'],
      count,
      () => inTwo(5, 2)[at],
    ),
  ),
  claim('K = 6, s = 3 on an axis', ['一维每格2次', '2 per cell along an axis'], 2, () => Math.min(...counts(6, 3))),
  claim('K = 6, s = 3', ['二维每格4次', '4 in two dimensions'], 4, () => Math.max(...inTwo(6, 3))),
  claim('K = 1, s = 2', ['一维是1、0交替', '1 and 0 in turn'], 0, () => counts(1, 2)[1]),
  claim('flat, (1, 2, 2, 1)', '1 + 2 = 3', 0, () => flat([1, 2, 2, 1])[0] - flat([1, 2, 2, 1])[1]),
  claim('flat, (1, 2, 3, 1), even', ['两组是4与3', 'the sums are 4 and 3'], 4, () => rounded(flat([1, 2, 3, 1])[0])),
  claim('flat, (1, 2, 3, 1), odd', ['两组是4与3', 'the sums are 4 and 3'], 3, () => rounded(flat([1, 2, 3, 1])[1])),
]
