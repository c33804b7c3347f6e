import {
  averagePool2d,
  convOutputSize,
  droppedByFloor,
  type Layer,
  macCount,
  parameterCount,
  poolOutputSize,
  samePadding,
  sequential,
  tensor,
} from 'conv-math'
import type { Claim } from '../claim.ts'

const rgb = [3, 224, 224] as const
const conv3 = (outChannels: number, bias: boolean): Layer => ({
  type: 'conv',
  outChannels,
  kernelSize: 3,
  padding: 1,
  bias,
})
const fullyConnected = (outFeatures: number, bias: boolean): readonly Layer[] => [
  { type: 'flatten' },
  { type: 'linear', outFeatures, bias },
]
const mapsOf = 224 * 224 * 64

/** First fully connected layer of VGG-16 on a map of the given side: its weights without bias. */
const firstLinear = (side: number): number =>
  parameterCount(sequential(fullyConnected(4096, false)), [512, side, side]).total

/** What the sum of a corner's 3×3 window of ones, four of them with padding 1, is divided by. */
function divisor(countIncludePadding: boolean): number {
  const ones = tensor(
    [1, 1, 3, 3],
    Array.from({ length: 9 }, () => 1),
  )
  return Math.round(4 / averagePool2d(ones, { kernelSize: 3, stride: 1, padding: 1, countIncludePadding }).data[0])
}

export const claims: Claim[] = [
  {
    says: 'outputs of a pooling over 7 cells, rounded down',
    zh: '向下取整得3',
    en: 'give 3 outputs by the floor',
    value: () => poolOutputSize(7, { kernelSize: 2, stride: 2 }),
    claimed: 3,
  },
  {
    says: 'outputs of the same pooling in ceil mode',
    zh: '再留一个只盖住一格的窗口，得4',
    en: 'over that cell alone, and gives 4',
    value: () => poolOutputSize(7, { kernelSize: 2, stride: 2, ceilMode: true }),
    claimed: 4,
  },
  {
    says: 'divisor of an average that counts padding, in the corner',
    zh: 'PyTorch默认除以9',
    en: 'PyTorch divides by 9',
    value: () => divisor(true),
    claimed: 9,
  },
  {
    says: 'divisor of an average that does not',
    zh: '或用TensorFlow，除以4',
    en: 'the divisor is 4',
    value: () => divisor(false),
    claimed: 4,
  },
  {
    says: 'weights of full connection, 224×224×3 to 224×224×64',
    zh: '483,385,147,392',
    en: '483,385,147,392',
    value: () => parameterCount(sequential(fullyConnected(mapsOf, false)), rgb).total,
    claimed: 483_385_147_392,
  },
  {
    says: 'weights of the unshared layer: one 27-weight kernel for each output',
    zh: '局部连接，不共享 | 86,704,128',
    en: 'locally connected, not shared | 86,704,128',
    value: () => mapsOf * parameterCount(sequential([conv3(1, false)]), rgb).total,
    claimed: 86_704_128,
  },
  {
    says: 'weights of the convolution',
    zh: '| 1,728 |',
    en: '| 1,728 |',
    value: () => parameterCount(sequential([conv3(64, false)]), rgb).total,
    claimed: 1728,
  },
  {
    says: 'multiply-accumulates of the convolution',
    zh: '乘加次数同是86,704,128',
    en: 'both take 86,704,128 multiply-accumulates',
    value: () => macCount(sequential([conv3(64, false)]), rgb).total,
    claimed: 86_704_128,
  },
  {
    says: 'numbers put out by the first convolution of VGG-16',
    zh: '输出3,211,264个数',
    en: 'puts out 3,211,264 numbers',
    value: () => 64 * convOutputSize(224, { kernelSize: 3, padding: 1 }) ** 2,
    claimed: 3_211_264,
  },
  {
    says: 'numbers left after five poolings in VGG-16',
    zh: '只剩25,088个',
    en: '25,088 are left',
    value: () => 512 * pooled(224, 5) ** 2,
    claimed: 25_088,
  },
  {
    says: 'ratio of the two',
    zh: '原来的1/128',
    en: '1/128 of that',
    value: () => (64 * 224 ** 2) / (512 * pooled(224, 5) ** 2),
    claimed: 128,
  },
  {
    says: 'weights of the first fully connected layer of VGG-16',
    zh: '102,760,448个权重',
    en: 'has 102,760,448 weights',
    value: () => firstLinear(pooled(224, 5)),
    claimed: 102_760_448,
  },
  {
    says: 'the same with one pooling fewer',
    zh: '411,041,792个',
    en: 'would have 411,041,792',
    value: () => firstLinear(pooled(224, 4)),
    claimed: 411_041_792,
  },
  {
    says: 'rows dropped: input 6, kernel 3, stride 3, padding 1',
    zh: '余数是2',
    en: 'the remainder is 2',
    value: () => droppedByFloor(6, { kernelSize: 3, stride: 3, padding: 1 }),
    claimed: 2,
  },
  {
    says: 'SAME of TensorFlow at 224, kernel 3, stride 2: start',
    zh: '补(0, 1)',
    en: 'pads (0, 1)',
    value: () => samePadding(224, { kernelSize: 3, stride: 2 })[0],
    claimed: 0,
  },
  {
    says: 'SAME of TensorFlow at 224, kernel 3, stride 2: end',
    zh: '补(0, 1)',
    en: 'pads (0, 1)',
    value: () => samePadding(224, { kernelSize: 3, stride: 2 })[1],
    claimed: 1,
  },
  {
    says: 'output size with padding (0, 1)',
    zh: '输出都是112',
    en: 'Both put out 112',
    value: () =>
      convOutputSize(224, { kernelSize: 3, stride: 2, padding: samePadding(224, { kernelSize: 3, stride: 2 }) }),
    claimed: 112,
  },
  {
    says: 'output size with padding (1, 1)',
    zh: '输出都是112',
    en: 'Both put out 112',
    value: () => convOutputSize(224, { kernelSize: 3, stride: 2, padding: 1 }),
    claimed: 112,
  },
  {
    says: 'inputs of one output of a 3×3 convolution on 64 channels',
    zh: '64个通道就是576个',
    en: 'with 64 channels, 576',
    value: () => parameterCount(sequential([conv3(1, false)]), [64, 8, 8]).total,
    claimed: 576,
  },
  {
    says: 'parameters of the convolution of the first self-check',
    zh: '3 × 3 × 3 × 16 + 16 = 448',
    en: '3 × 3 × 3 × 16 + 16 = 448',
    value: () => parameterCount(sequential([conv3(16, true)]), [3, 32, 32]).total,
    claimed: 448,
  },
  {
    says: 'parameters of the fully connected layer of the first self-check',
    zh: '3,072 × 16,384 + 16,384 = 50,348,032',
    en: '3,072 × 16,384 + 16,384 = 50,348,032',
    value: () => parameterCount(sequential(fullyConnected(16 * 32 * 32, true)), [3, 32, 32]).total,
    claimed: 50_348_032,
  },
  {
    says: 'output size: 224, kernel 7, stride 2, padding 3',
    zh: '⌊(224 + 6 − 7) / 2⌋ + 1 = 112',
    en: '⌊(224 + 6 − 7) / 2⌋ + 1 = 112',
    value: () => convOutputSize(224, { kernelSize: 7, stride: 2, padding: 3 }),
    claimed: 112,
  },
  {
    says: 'rows dropped there',
    zh: '223除以2余1',
    en: 'Dividing 223 by 2 leaves 1',
    value: () => droppedByFloor(224, { kernelSize: 7, stride: 2, padding: 3 }),
    claimed: 1,
  },
]

function pooled(inputSize: number, times: number): number {
  return times === 0 ? inputSize : pooled(convOutputSize(inputSize, { kernelSize: 2, stride: 2 }), times - 1)
}
