import { conv2d, type Layer, receptiveField, sequential, tensor } from 'conv-math'
import type { Claim } from '../claim.ts'

const conv: Layer = { type: 'conv', outChannels: 1, kernelSize: 3, padding: 1 }
const pool: Layer = { type: 'maxPool', kernelSize: 2, stride: 2 }

/** Field of the last convolution of VGG-16's stage with these numbers of convolutions, poolings between the stages. */
function fieldOf(...convolutions: readonly number[]): number {
  const layers = convolutions.flatMap((count, stage) => [
    ...(stage > 0 ? [pool] : []),
    ...Array.from({ length: count }, () => conv),
  ])
  return receptiveField(sequential(layers)).height.size
}

const sobelX = tensor([1, 1, 3, 3], [-1, 0, 1, -2, 0, 2, -1, 0, 1])

/** Response of Sobel-x to one 3×3 window. */
const sobelXOf = (window: readonly number[]): number =>
  conv2d(tensor([1, 1, 3, 3], window), sobelX).data[0] ?? Number.NaN

export const claims: Claim[] = [
  {
    says: 'field of conv1_2',
    zh: 'conv1_2的一个单元只看5×5',
    en: 'conv1_2 sees 5×5',
    value: () => fieldOf(2),
    claimed: 5,
  },
  {
    says: 'field of conv3_3',
    zh: 'conv3_3看40×40',
    en: 'conv3_3 sees 40×40',
    value: () => fieldOf(2, 2, 3),
    claimed: 40,
  },
  {
    says: 'field of conv5_3',
    zh: 'conv5_3看196×196',
    en: 'conv5_3 sees 196×196',
    value: () => fieldOf(2, 2, 3, 3, 3),
    claimed: 196,
  },
  { says: 'field of conv2_2', zh: '6 + 4 + 4 = 14', en: '6 + 4 + 4 = 14', value: () => fieldOf(2, 2), claimed: 14 },
  {
    says: 'Sobel-x on a flat area',
    zh: '响应恰好为0',
    en: 'the response is exactly 0',
    value: () => sobelXOf([7, 7, 7, 7, 7, 7, 7, 7, 7]),
    claimed: 0,
  },
  {
    says: 'Sobel-x on a step of height 1 from dark to bright',
    zh: '每差1就响应4',
    en: 'each unit of difference gives 4',
    value: () => sobelXOf([0, 0, 1, 0, 0, 1, 0, 0, 1]),
    claimed: 4,
  },
  {
    says: 'Sobel-x on a horizontal edge',
    zh: '0。每一行内部没有变化',
    en: '0. Nothing changes along a row',
    value: () => sobelXOf([0, 0, 0, 0, 0, 0, 1, 1, 1]),
    claimed: 0,
  },
]
