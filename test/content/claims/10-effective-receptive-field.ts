import { axisPathCounts, effectiveReceptiveField, receptiveField, type StackLayer, sequential } from 'conv-math'
import { type Claim, claim } from '../claim.ts'
import { conv, rounded } from '../counting.ts'

const plain = (count: number, kernelSize = 3): StackLayer[] => Array.from({ length: count }, () => ({ kernelSize }))
const dilated: StackLayer[] = [1, 2, 4].map((dilation) => ({ kernelSize: 3, dilation }))
const strided: StackLayer[] = [{ kernelSize: 3, stride: 2 }, ...plain(4)]

/** Side of the theoretical field. */
const field = (layers: readonly StackLayer[]): number =>
  receptiveField(
    sequential(
      layers.map(({ kernelSize, stride = 1, dilation = 1 }) => conv(kernelSize as number, 1, { stride, dilation })),
    ),
  ).height.size

/** Standard deviation of the gradient along one axis, for the middle unit of an input that holds its whole field. */
function deviation(layers: readonly StackLayer[]): number {
  const side = field(layers)
  return effectiveReceptiveField(layers, { inputSize: [side, side] }).standardDeviation?.[0] ?? Number.NaN
}
const share = (layers: readonly StackLayer[]): number => rounded((100 * 4 * deviation(layers)) / field(layers))
const { counts } = axisPathCounts(
  plain(5).map(() => ({ kernelSize: 3 })),
  0,
)

const row = (layers: number, rf: number, sigma: string, percent: number): Claim[] => {
  const words = `| ${layers} | ${rf} | ${sigma} | ${percent}% |`
  const stack = plain(layers)
  return [
    claim(`field of ${layers} layers`, words, rf, () => field(stack)),
    claim(`deviation of ${layers} layers`, words, Number(sigma), () => rounded(deviation(stack), 2)),
    claim(`share of ${layers} layers`, words, percent, () => share(stack)),
  ]
}
const kernels: [string, string] = ['$\\sigma$却是3.16对8.94', '$\\sigma$ is 3.16 against 8.94']
const eight: [string, string] = ['约2.31', 'about 2.31']
const dilation: [string, string] = ['$\\sigma$从1.41涨到3.74', '$\\sigma$ grows from 1.41 to 3.74']

export const claims: Claim[] = [
  claim('field of five 3×3', ['感受野是11×11', 'a receptive field of 11×11'], 11, () => field(plain(5))),
  claim(
    'paths to the centre',
    ['2,601条', '2,601 end at the centre'],
    2601,
    () => counts[(counts.length - 1) / 2] ** 2,
  ),
  claim('paths to a corner', ['落到角上的只有1条', '1 ends at each corner'], 1, () => counts[0] ** 2),
  ...row(5, 11, '1.83', 66),
  ...row(10, 21, '2.58', 49),
  ...row(20, 41, '3.65', 36),
  ...row(40, 81, '5.16', 26),
  claim('four times the layers, the deviation', ['有效宽度只翻一番', 'twice the effective width'], 2, () =>
    rounded(deviation(plain(20)) / deviation(plain(5)), 6),
  ),
  claim('dilation 1, 1, 1', dilation, 1.41, () => rounded(deviation(plain(3)), 2)),
  claim('dilation 1, 2, 4', dilation, 3.74, () => rounded(deviation(dilated), 2)),
  claim('field of fifteen 3×3', ['理论感受野都是31', 'a theoretical field of 31'], 31, () => field(plain(15))),
  claim('fifteen 3×3', kernels, 3.16, () => rounded(deviation(plain(15)), 2)),
  claim('one 31×31', kernels, 8.94, () => rounded(deviation(plain(1, 31)), 2)),
  claim('twice the layers', ['约1.41倍', 'about 1.41'], 1.41, () =>
    rounded(deviation(plain(10)) / deviation(plain(5)), 2),
  ),
  claim('field of eight 3×3', '8 × 2 + 1 = 17', 17, () => field(plain(8))),
  claim('deviation of eight 3×3', eight, 2.31, () => rounded(deviation(plain(8)), 2)),
  claim('two deviations to either side', ['约9.2格', 'about 9.2 cells'], 9.2, () =>
    rounded(4 * deviation(plain(8)), 1),
  ),
  claim('share of eight 3×3', ['占54%', '54% of it'], 54, () => share(plain(8))),
  claim('one 7×7', ['$\\sigma=2$', '$\\sigma=2$'], 2, () => rounded(deviation(plain(1, 7)), 6)),
  claim('three 3×3, variance', '3 × 8 / 12 = 2', 2, () => rounded(deviation(plain(3)) ** 2, 6)),
  claim('stride 2 first, variance', ['约11.33', 'about 11.33'], 11.33, () => rounded(deviation(strided) ** 2, 2)),
  claim('stride 2 first', ['约3.37', 'about 3.37'], 3.37, () => rounded(deviation(strided), 2)),
  claim('no stride', ['只有1.83', 'only 1.83'], 1.83, () => rounded(deviation(plain(5)), 2)),
]
