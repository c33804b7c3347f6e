import {
  effectiveKernelSize,
  fieldCoverage,
  inferShapes,
  type Layer,
  receptiveField,
  samePadding,
  sequential,
} from 'conv-math'
import { type Claim, claim } from '../claim.ts'
import { conv, macs, rounded, weights } from '../counting.ts'

const stack = (rates: readonly number[]): readonly Layer[] => rates.map((dilation) => conv(3, 1, { dilation }))
const field = (...rates: number[]): number => receptiveField(sequential(stack(rates))).height.size
const coverage = (...rates: number[]) => fieldCoverage(rates.map((dilation) => ({ kernelSize: 3, dilation })))
const percent = (...rates: number[]): number => rounded(100 * coverage(...rates).share)
const touchedPerAxis = (...rates: number[]): number => Math.sqrt(coverage(...rates).touched)

/** HDC's bound on the distance between touched cells: M_n = r_n, going back to M_2. */
function hdcBound(rates: readonly number[]): number {
  let bound = rates[rates.length - 1]
  for (const rate of rates.slice(1, -1).reverse()) bound = Math.max(bound - 2 * rate, 2 * rate - bound, rate)
  return bound
}
/** Cells that the centre of a layer's field moves by. */
const shift = (padding: number, dilation: number): number => {
  const { height } = receptiveField(sequential([conv(3, 1, { dilation, padding })]))
  return (height.start ?? Number.NaN) + (height.size - 1) / 2
}
/** Side of the last map of an image of 224, halved so many times. */
const side = (halvings: number): number => {
  const layers = Array.from({ length: halvings }, () => conv(3, 1, { stride: 2 }))
  return inferShapes(sequential(layers), [1, 224, 224]).get(`${halvings - 1}`)?.[1] ?? Number.NaN
}
const costAt = (halvings: number): number => macs([conv(3, 512)], [512, side(halvings), side(halvings)])

const doubledOver: [string, string] = ['7×7变成28×28', 'leaves 28×28 instead of 7×7']
export const claims: Claim[] = [
  claim('span, rate 2', '| (b) | 2 | 9 | 5×5 | 7×7 |', 5, () => effectiveKernelSize(3, 2)),
  claim('span, rate 4', '| (c) | 4 | 9 | 9×9 | 15×15 |', 9, () => effectiveKernelSize(3, 4)),
  claim('field of (a)', '| (a) | 1 | 9 | 3×3 | 3×3 |', 3, () => field(1)),
  claim('field of (a) and (b)', '| (b) | 2 | 9 | 5×5 | 7×7 |', 7, () => field(1, 2)),
  claim('field of all three', '| (c) | 4 | 9 | 9×9 | 15×15 |', 15, () => field(1, 2, 4)),
  claim('2^(L+1) − 1 at L = 5', '$2^{L+1}-1$', 2 ** 6 - 1, () => field(1, 2, 4, 8, 16)),
  claim('weights of three layers', ['三层27个权重', '27 weights in three layers'], 27, () =>
    weights(stack([1, 2, 4]), 1),
  ),
  claim('field of three ordinary layers', ['三层普通3×3只看到7×7', 'three ordinary 3×3 see 7×7'], 7, () =>
    field(1, 1, 1),
  ),
  claim('field, rates 2, 2, 2', ['感受野是13×13', 'the field is 13×13'], 13, () => field(2, 2, 2)),
  claim('touched, rates 2, 2, 2', ['7×7 = 49个输入', '7×7 = 49 inputs'], 49, () => coverage(2, 2, 2).touched),
  claim('share, rates 2, 2, 2', ['占29%', '29% of it'], 29, () => percent(2, 2, 2)),
  claim('share, rates 1, 2, 4', ['碰得到15×15的每一格', 'touch every cell of 15×15'], 100, () => percent(1, 2, 4)),
  claim('field, rates 1, 2, 5', ['覆盖整个17×17', 'cover all of 17×17'], 17, () => field(1, 2, 5)),
  claim('share, rates 1, 2, 5', ['覆盖整个17×17', 'cover all of 17×17'], 100, () => percent(1, 2, 5)),
  claim('field, rates 2, 4, 8', ['29×29里只碰到27%', 'touch only 27% of 29×29'], 29, () => field(2, 4, 8)),
  claim('share, rates 2, 4, 8', ['29×29里只碰到27%', 'touch only 27% of 29×29'], 27, () => percent(2, 4, 8)),
  claim(
    'gaps, rates 1, 2, 9',
    ['1、2、9就在中间留下缺口', '1, 2, 9 leave gaps in the middle'],
    4,
    () => field(1, 2, 9) - touchedPerAxis(1, 2, 9),
  ),
  claim('HDC, rates 1, 2, 5', '$M_2=2$', 2, () => hdcBound([1, 2, 5])),
  claim('HDC, rates 1, 2, 9', '$M_2=5$', 5, () => hdcBound([1, 2, 9])),
  claim('last map, output stride 32', doubledOver, 7, () => side(5)),
  claim('last map, output stride 8', doubledOver, 28, () => side(3)),
  claim('MACs, output stride 8 against 32', ['激活都是16倍', '16 times the MACs'], 16, () => costAt(3) / costAt(5)),
  claim('shift of the centre, padding d(k − 1)/2', ['恰好不偏', 'keeps it in place'], 0, () => shift(2, 2)),
  claim('shift of the centre, padding (k − 1)/2', '$d(k-1)/2-p$', 1, () => shift(1, 2)),
  claim(
    'inputs of a 13×13 field',
    ['就看到了169个输入', 'means that 169 inputs are seen'],
    169,
    () => coverage(2, 2, 2).size,
  ),
  claim('MACs of a dilated output', ['仍是$k^2$次乘加', 'still takes $k^2$ MACs'], 9, () =>
    macs(stack([4]), [1, 1, 1]),
  ),
  claim('span, self-check', '4 × (3 − 1) + 1 = 9', 9, () => effectiveKernelSize(3, 4)),
  claim('padding, self-check', '4 × (3 − 1) / 2 = 4', 4, () => samePadding(28, { kernelSize: 3, dilation: 4 })[0]),
  claim('field, rates 1, 2, 4, 8', '1 + 2 × (1 + 2 + 4 + 8) = 31', 31, () => field(1, 2, 4, 8)),
  claim('field of four ordinary layers', '1 + 2 × 4 = 9', 9, () => field(1, 1, 1, 1)),
  claim('field, rates 3, 3, 3', '1 + 3 × 6 = 19', 19, () => field(3, 3, 3)),
  claim('touched, rates 3, 3, 3', ['二维49个，占361个的14%', '49 of 361, or 14%'], 49, () => coverage(3, 3, 3).touched),
  claim('share, rates 3, 3, 3', ['占361个的14%', '49 of 361, or 14%'], 14, () => percent(3, 3, 3)),
  claim('HDC, rates 1, 4, 8', '$M_2=\\max(8-8,\\;8-8,\\;4)=4>3$', 4, () => hdcBound([1, 4, 8])),
  claim('touched per axis, rates 1, 4, 8', ['27格只碰到21格', '21 of 27 cells are touched'], 21, () =>
    touchedPerAxis(1, 4, 8),
  ),
  claim('field, rates 1, 4, 8', ['27格只碰到21格', '21 of 27 cells are touched'], 27, () => field(1, 4, 8)),
]
