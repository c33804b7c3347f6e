import { type Layer, macCount, parameterCount, receptiveField, samePadding, sequential } from 'conv-math'
import type { Claim } from '../claim.ts'

const conv = (kernelSize: number, outChannels: number, groups = 1): Layer => ({
  type: 'conv',
  outChannels,
  kernelSize,
  padding: (kernelSize - 1) / 2,
  groups,
  bias: false,
})
const stackOf3 = (layers: number, channels: number, groups = 1): readonly Layer[] =>
  Array.from({ length: layers }, () => conv(3, channels, groups))

const weights = (layers: readonly Layer[], inChannels: number): number =>
  parameterCount(sequential(layers), [inChannels, 56, 56]).total
const macs56 = (layers: readonly Layer[]): number => macCount(sequential(layers), [64, 56, 56]).total
const field = (layers: readonly Layer[]): number => receptiveField(sequential(layers)).height.size

/** Share of the weights saved, in whole per cent. */
const savedPercent = (layers: number, kernelSize: number, groups = 1): number =>
  Math.round(100 * (1 - weights(stackOf3(layers, 64, groups), 64) / weights([conv(kernelSize, 64, groups)], 64)))

export const claims: Claim[] = [
  {
    says: 'field of two 3×3 layers',
    zh: '两层3×3抵一层5×5',
    en: 'two 3×3 layers stand in for one 5×5',
    value: () => field(stackOf3(2, 1)),
    claimed: 5,
  },
  {
    says: 'field of three 3×3 layers',
    zh: '三层3×3抵一层7×7',
    en: 'and three for one 7×7',
    value: () => field(stackOf3(3, 1)),
    claimed: 7,
  },
  {
    says: 'weights of two 3×3 layers in units of C²',
    zh: '=18C^2',
    en: '=18C^2',
    value: () => weights(stackOf3(2, 64), 64) / 64 ** 2,
    claimed: 18,
  },
  {
    says: 'weights of one 5×5 layer in units of C²',
    zh: '=25C^2',
    en: '=25C^2',
    value: () => weights([conv(5, 64)], 64) / 64 ** 2,
    claimed: 25,
  },
  {
    says: 'weights of three 3×3 layers in units of C²',
    zh: '=27C^2',
    en: '=27C^2',
    value: () => weights(stackOf3(3, 64), 64) / 64 ** 2,
    claimed: 27,
  },
  {
    says: 'weights of one 7×7 layer in units of C²',
    zh: '=49C^2',
    en: '=49C^2',
    value: () => weights([conv(7, 64)], 64) / 64 ** 2,
    claimed: 49,
  },
  { says: 'saved, two 3×3 for one 5×5', zh: '少28%。', en: '28% less', value: () => savedPercent(2, 5), claimed: 28 },
  { says: 'saved, three 3×3 for one 7×7', zh: '少45%。', en: '45% less', value: () => savedPercent(3, 7), claimed: 45 },
  {
    says: 'multiply-accumulates of one 5×5 layer, 64 channels, 56×56',
    zh: '321,126,400次乘加',
    en: '321,126,400 multiply-accumulates',
    value: () => macs56([conv(5, 64)]),
    claimed: 321_126_400,
  },
  {
    says: 'multiply-accumulates of two 3×3 layers there',
    zh: '两层3×3要231,211,008次',
    en: 'two 3×3 layers take 231,211,008',
    value: () => macs56(stackOf3(2, 64)),
    claimed: 231_211_008,
  },
  {
    says: 'weights 3 → 64 with 5×5',
    zh: '4,800个权重',
    en: '4,800 weights',
    value: () => weights([conv(5, 64)], 3),
    claimed: 4800,
  },
  {
    says: 'weights 3 → 64 → 64 with 3×3',
    zh: '要38,592个',
    en: 'take 38,592',
    value: () => weights(stackOf3(2, 64), 3),
    claimed: 38_592,
  },
  {
    says: 'ratio of the two, rounded',
    zh: '反而是八倍',
    en: 'eight times as many. This is why',
    value: () => Math.round(weights(stackOf3(2, 64), 3) / weights([conv(5, 64)], 3)),
    claimed: 8,
  },
  {
    says: 'weights of a dense 31×31 with 128 channels',
    zh: '普通卷积要15,745,024个权重',
    en: '15,745,024 weights as an ordinary convolution',
    value: () => weights([conv(31, 128)], 128),
    claimed: 15_745_024,
  },
  {
    says: 'weights of a depthwise 31×31 with 128 channels',
    zh: '逐通道只要123,008个',
    en: '123,008 as a depthwise one',
    value: () => weights([conv(31, 128, 128)], 128),
    claimed: 123_008,
  },
  {
    says: 'saved in depthwise form, three 3×3 for one 7×7',
    zh: '省的比例还是45%',
    en: 'the saving is still 45%',
    value: () => savedPercent(3, 7, 64),
    claimed: 45,
  },
  {
    says: 'depthwise 7×7 of a ConvNeXt block with 96 channels',
    zh: '7×7逐通道是4,704个权重',
    en: 'the depthwise 7×7 has 4,704 weights',
    value: () => weights([conv(7, 96, 96)], 96),
    claimed: 4704,
  },
  {
    says: 'the two 1×1 layers of that block, expansion 4',
    zh: '两个1×1是73,728个',
    en: 'the two 1×1 layers 73,728',
    value: () => weights([conv(1, 4 * 96), conv(1, 96)], 96),
    claimed: 73_728,
  },
  {
    says: 'padding of kernel 4 that keeps the size: smaller side',
    zh: '核4要补1和2',
    en: 'kernel 4 needs 1 and 2',
    value: () => Math.min(...samePadding(10, { kernelSize: 4 })),
    claimed: 1,
  },
  {
    says: 'padding of kernel 4 that keeps the size: larger side',
    zh: '核4要补1和2',
    en: 'kernel 4 needs 1 and 2',
    value: () => Math.max(...samePadding(10, { kernelSize: 4 })),
    claimed: 2,
  },
  {
    says: 'field of five 3×3 layers',
    zh: '$n(3-1)+1=11$，$n=5$',
    en: '$n(3-1)+1=11$, so $n=5$',
    value: () => field(stackOf3(5, 1)),
    claimed: 11,
  },
  {
    says: 'saved, five 3×3 for one 11×11',
    zh: '省63%',
    en: '63% saved',
    value: () => savedPercent(5, 11),
    claimed: 63,
  },
  {
    says: 'weights 3 → 64 with 7×7',
    zh: '49 × 3 × 64 = 9,408',
    en: '49 × 3 × 64 = 9,408',
    value: () => weights([conv(7, 64)], 3),
    claimed: 9408,
  },
  {
    says: 'weights 3 → 64 → 64 → 64 with 3×3',
    zh: '9 × 3 × 64 + 2 × 9 × 64 × 64 = 75,456',
    en: '9 × 3 × 64 + 2 × 9 × 64 × 64 = 75,456',
    value: () => weights(stackOf3(3, 64), 3),
    claimed: 75_456,
  },
  {
    says: 'saved in depthwise form, two 3×3 for one 5×5',
    zh: '仍是$18C$对$25C$，少28%',
    en: 'Still $18C$ against $25C$, 28% fewer',
    value: () => savedPercent(2, 5, 64),
    claimed: 28,
  },
]
