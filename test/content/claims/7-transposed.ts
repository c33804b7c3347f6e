import {
  collapsingInputSizes,
  convOutputSize,
  macCount,
  sequential,
  stretchedAxis,
  transposedConvAxisPaints,
  transposedConvOutputSize,
} from 'conv-math'
import { type Claim, claim } from '../claim.ts'

const strided = { kernelSize: 3, stride: 2 }
const padded = { ...strided, padding: 1 }
const doubling = { kernelSize: 4, stride: 2, padding: 1 }
const fig42 = { kernelSize: 4, padding: 2 }

/** Rings of zeros round the stretched input. */
const rings = (inputSize: number, options: Parameters<typeof stretchedAxis>[1]): number =>
  stretchedAxis(inputSize, options).findIndex((cell) => cell !== 'pad')

/** How often the cells away from the border are stamped, each count once. */
function innerCounts(options: Parameters<typeof transposedConvAxisPaints>[1]): number[] {
  const paints = transposedConvAxisPaints(12, options)
  return [...new Set(paints.slice(options.kernelSize, -options.kernelSize))]
}
const products = (): number =>
  macCount(sequential([{ type: 'transposedConv', outChannels: 1, kernelSize: 3, stride: 2, bias: false }]), [1, 2, 2])
    .total

const afterFive = (): number => Array.from({ length: 5 }).reduce<number>((size) => convOutputSize(size, padded), 225)
const backFive = (): number =>
  Array.from({ length: 5 }).reduce<number>((size) => transposedConvOutputSize(size, doubling), afterFive())

const both: [string, string] = ['7和8都变成4', 'both 7 and 8 become 4']
export const claims: Claim[] = [
  claim('5×5 to 2×2', ['变成2×2，$C$是4×25的矩阵', 'turns 5×5 into 2×2, and $C$ is 4×25'], 2, () =>
    convOutputSize(5, strided),
  ),
  claim('rows of C', ['$C$是4×25的矩阵', '$C$ is 4×25'], 4, () => convOutputSize(5, strided) ** 2),
  claim('2×2 back to 5×5', ['又把2×2送回5×5', 'takes 2×2 to 5×5 again'], 5, () => transposedConvOutputSize(2, strided)),
  claim(
    'windows of gather',
    ['25个窗口共225格', 'the 25 windows of gather have 225 cells'],
    25,
    () => transposedConvOutputSize(2, strided) ** 2,
  ),
  claim('products', ['只有36对', 'only 36 hold a product'], 36, products),
  claim('rings of zeros, p = 0', ['正好两圈', 'that is two rings'], 2, () => rings(2, strided)),
  claim('7 becomes 4', both, 4, () => convOutputSize(7, padded)),
  claim('8 becomes 4', both, 4, () => convOutputSize(8, padded)),
  claim(
    'sizes that become 4',
    ['压成同一个输出尺寸', 'maps $s$ neighbouring input sizes to one output size'],
    2,
    () => collapsingInputSizes(4, padded).length,
  ),
  claim('back from 4', ['取0得7', '0 gives 7'], 7, () => transposedConvOutputSize(4, padded)),
  claim('back from 4 with output padding', ['取1得8', '1 gives 8'], 8, () =>
    transposedConvOutputSize(4, { ...padded, outputPadding: 1 }),
  ),
  claim(
    'stamps of the row that output padding adds, p = 0',
    ['只剩偏置', 'the bias alone'],
    0,
    () => transposedConvAxisPaints(4, { ...strided, outputPadding: 1 }).at(-1) ?? Number.NaN,
  ),
  claim(
    'stamps of the row that output padding adds, p = 1',
    ['照样由重叠相加得来', 'come from overlaps'],
    1,
    () => transposedConvAxisPaints(4, { ...padded, outputPadding: 1 }).at(-1) ?? Number.NaN,
  ),
  claim('225 after five strides', ['225经五次步幅2变成8', '225 becomes 8 after five strides of 2'], 8, afterFive),
  claim('and back', ['再五次加倍是256', 'and 256 after doubling five times'], 256, backFive),
  claim(
    'a ring of padding takes off',
    ['输出的高和宽各减2', 'takes 2 off the height and the width'],
    2,
    () => transposedConvOutputSize(4, strided) - transposedConvOutputSize(4, padded),
  ),
  claim(
    'counts that differ, K = 3, s = 2',
    ['$K=3$、$s=2$时不同', '$K=3$ with $s=2$ does not'],
    2,
    () => innerCounts(strided).length,
  ),
  claim(
    'counts that differ, K = 4, s = 2',
    ['$K=4$、$s=2$时各格次数相同', '$K=4$ with $s=2$ stamps all cells equally often'],
    1,
    () => innerCounts({ kernelSize: 4, stride: 2 }).length,
  ),
  claim('4 doubled', '(4 − 1) × 2 − 2 × 1 + 1 × (4 − 1) + 0 + 1 = 8', 8, () => transposedConvOutputSize(4, doubling)),
  claim('inputs of an output', '⌈3 / 2⌉ = 2', 2, () => Math.max(...innerCounts(strided))),
  claim(
    'inputs of an output, 2-D',
    ['二维最多4个', '4 in two dimensions'],
    4,
    () => Math.max(...innerCounts(strided)) ** 2,
  ),
  claim('figure 4.2, size', ['把5×5变成6×6', 'turns 5×5 into 6×6'], 6, () => convOutputSize(5, fig42)),
  claim('figure 4.2, rings', "$p'=K-1-p=4-1-2=1$", 1, () => rings(6, fig42)),
  claim('figure 4.2, stretched', ['补一圈成8×8', 'makes 6×6 into 8×8'], 8, () => stretchedAxis(6, fig42).length),
  claim('figure 4.2, back', '8 − 4 + 1 = 5', 5, () => transposedConvOutputSize(6, fig42)),
]
