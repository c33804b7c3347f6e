import {
  convOutputSize,
  effectiveKernelSize,
  effectiveReceptiveField,
  type Graph,
  inputsSeen,
  type Layer,
  parameterCount,
  receptiveField,
  samePadding,
  sequential,
} from 'conv-math'
import type { Claim } from '../claim.ts'

interface Node {
  readonly id: string
  readonly layer: Layer
  readonly inputs: readonly string[]
}

const conv = (kernelSize: number, stride = 1, dilation = 1): Layer => ({
  type: 'conv',
  outChannels: 1,
  kernelSize,
  stride,
  dilation,
  padding: (dilation * (kernelSize - 1)) / 2,
})
const pool: Layer = { type: 'maxPool', kernelSize: 2, stride: 2 }
const pool3: Layer = { type: 'maxPool', kernelSize: 3, stride: 2, padding: 1 }
const times = (count: number, layer: Layer): readonly Layer[] => Array.from({ length: count }, () => layer)

const axis = (layers: readonly Layer[]) => receptiveField(sequential(layers)).height
const size = (...layers: readonly Layer[]): number => axis(layers).size

/** VGG-16 up to the last convolution of a stage, with the stage's pooling if asked for. */
function vgg(stages: number, pooled: boolean): readonly Layer[] {
  const convolutions = [2, 2, 3, 3, 3].slice(0, stages)
  const layers = convolutions.flatMap((count) => [...times(count, conv(3)), pool])
  return pooled ? layers : layers.slice(0, -1)
}
const vggRpn = [...vgg(5, false), conv(3)]
const zfRpn = [conv(7, 2), pool3, conv(5, 2), pool3, ...times(4, conv(3))]

/** Centre of unit 0, from the two ends of what it sees. */
function centre(layers: readonly Layer[]): number {
  const [first, last] = axis(layers).interval(0) ?? [Number.NaN, Number.NaN]
  return (first + last) / 2
}

/** ResNet-50 without its head, the stride of a stage on its first 1×1 (paper) or on its 3×3 (torchvision). */
function resnet50(strideOn: '1×1' | '3×3', stages = 4): Graph {
  const nodes: Node[] = [
    { id: 'conv1', layer: conv(7, 2), inputs: ['input'] },
    { id: 'pool1', layer: pool3, inputs: ['conv1'] },
  ]
  for (const [stage, blocks] of [3, 4, 6, 3].slice(0, stages).entries()) {
    for (let block = 0; block < blocks; block++) {
      const name = `${stage}.${block}`
      const from = nodes.at(-1)?.id ?? 'input'
      const stride = stage > 0 && block === 0 ? 2 : 1
      nodes.push(
        { id: `${name}.reduce`, layer: conv(1, strideOn === '1×1' ? stride : 1), inputs: [from] },
        { id: `${name}.middle`, layer: conv(3, strideOn === '3×3' ? stride : 1), inputs: [`${name}.reduce`] },
        { id: `${name}.expand`, layer: conv(1), inputs: [`${name}.middle`] },
        { id: `${name}.shortcut`, layer: conv(1, stride), inputs: [from] },
        { id: name, layer: { type: 'add' }, inputs: [`${name}.expand`, `${name}.shortcut`] },
      )
    }
  }
  return { nodes }
}
const resnetSize = (strideOn: '1×1' | '3×3', stages = 4): number =>
  receptiveField(resnet50(strideOn, stages)).height.size

/** Standard deviation of the gradient of one output of n layers 3×3 with equal weights, in tenths of a pixel. */
function spreadInTenths(layers: number): number {
  const side = size(...times(layers, conv(3)))
  const stack = Array.from({ length: layers }, () => ({ kernelSize: 3 }))
  const field = effectiveReceptiveField(stack, { inputSize: [side, side] })
  return Math.round(10 * (field.standardDeviation?.[0] ?? Number.NaN))
}

const weights = (kernelSize: number): number =>
  parameterCount(sequential([{ type: 'conv', outChannels: 64, kernelSize, bias: false }]), [64, 56, 56]).total

const downsampled32 = times(5, pool)
const decoder: readonly Layer[] = [
  ...downsampled32,
  { type: 'transposedConv', outChannels: 1, kernelSize: 4, stride: 2, padding: 1 },
]

/** Rows of the table: what is said in both languages, and the layers that it speaks of. */
const rows: readonly (readonly [row: string, layers: readonly Layer[]])[] = [
  ['| conv1_2 | 1 | 5 | −2 | 0 |', vgg(1, false)],
  ['| pool1 | 2 | 6 | −2 | 0.5 |', vgg(1, true)],
  ['| pool2 | 4 | 16 | −6 | 1.5 |', vgg(2, true)],
  ['| pool3 | 8 | 44 | −18 | 3.5 |', vgg(3, true)],
  ['| pool4 | 16 | 100 | −42 | 7.5 |', vgg(4, true)],
  ['| conv5_3 | 16 | 196 | −90 | 7.5 |', vgg(5, false)],
  ['| pool5 | 32 | 212 | −90 | 15.5 |', vgg(5, true)],
]

const columns: readonly (readonly [name: string, value: (layers: readonly Layer[]) => number])[] = [
  ['effective stride', (layers) => axis(layers).effectiveStride],
  ['receptive field', (layers) => axis(layers).size],
  ['start', (layers) => axis(layers).start ?? Number.NaN],
  ['centre', centre],
]

/** The numbers of a table row, after its name. */
const numbersOf = (row: string): readonly number[] =>
  row
    .split('|')
    .slice(2, -1)
    .map((cell) => Number(cell.trim().replace('−', '-')))

const tableClaims: readonly Claim[] = rows.flatMap(([row, layers]) =>
  columns.map(([name, value], column) => ({
    says: `${name} in the row ${row}`,
    zh: row,
    en: row,
    value: () => value(layers),
    claimed: numbersOf(row)[column] ?? Number.NaN,
  })),
)

/** A claim whose words differ between the languages. */
const claim = (says: string, zh: string, en: string, claimed: number, value: () => number): Claim => ({
  says,
  zh,
  en,
  value,
  claimed,
})

const pool5 = axis(vgg(5, true))
const end = (unit: number, side: 0 | 1): number => pool5.interval(unit)?.[side] ?? Number.NaN

export const claims: Claim[] = [
  ...tableClaims,
  claim('first pixel of the middle unit of pool5', '像素6到217', 'pixels 6 to 217', 6, () => end(3, 0)),
  claim('last pixel of it', '像素6到217', 'pixels 6 to 217', 217, () => end(3, 1)),
  claim('its centre', '中心111.5', 'its centre 111.5', 111.5, () => (end(3, 0) + end(3, 1)) / 2),
  claim('the middle of 224', '恰是224的正中', 'exactly the middle of 224', 111.5, () => (224 - 1) / 2),
  claim('units of pool5 along an axis', '7×7格里', '7×7 cells of pool5', 7, () =>
    [...Array(5)].reduce((side: number) => convOutputSize(side, { kernelSize: 2, stride: 2 }), 224),
  ),
  claim('last pixel of the corner unit', '−90到121', '−90 to 121', 121, () => end(0, 1)),
  claim(
    'padding that the corner unit sees',
    '212格里有90格是填充',
    '90 of its 212 cells per axis are padding',
    90,
    () => {
      const seen = inputsSeen(sequential(vgg(5, true)), String(vgg(5, true).length - 1), [0, 0], [1, 224, 224])
      const [first, last] = seen.rows ?? [Number.NaN, Number.NaN]
      return pool5.size - (last - first + 1)
    },
  ),
  claim('the formula at kernel 3 and dilation 2', 'd\\,(k-1)+1', 'd\\,(k-1)+1', 5, () => effectiveKernelSize(3, 2)),
  claim(
    'SAME of TensorFlow at the start',
    '起始侧补0',
    'SAME pads 0 there',
    0,
    () => samePadding(224, { kernelSize: 3, stride: 2 })[0],
  ),
  claim('three 3×3 layers', '感受野是7', 'whose field is 7', 7, () => size(...times(3, conv(3)))),
  claim('dilation 1, 2, 4', '空洞率1、2、4 | 15', 'rates 1, 2, 4 | 15', 15, () =>
    size(conv(3), conv(3, 1, 2), conv(3, 1, 4)),
  ),
  claim('with pooling', '2×2池化 | 12', 'after the first layer | 12', 12, () => size(conv(3), pool, conv(3), conv(3))),
  claim('three 7×7 layers', '7×7 | 19', '7×7 | 19', 19, () => size(...times(3, conv(7)))),
  claim('weights of 7×7 against 3×3, in tenths', '5.4倍', '5.4 times', 54, () =>
    Math.round((10 * weights(7)) / weights(3)),
  ),
  claim('six 3×3 layers', '六层3×3 | 13', 'six 3×3 layers | 13', 13, () => size(...times(6, conv(3)))),
  claim('with stride', '第一层步幅2 | 11', 'stride 2 in the first layer | 11', 11, () =>
    size(conv(3, 2), conv(3), conv(3)),
  ),
  claim('field at the RPN of VGG-16', 'VGG-16是228', '228 for VGG-16', 228, () => size(...vggRpn)),
  claim('field at the RPN of ZF', 'ZF是171', '171 for ZF', 171, () => size(...zfRpn)),
  claim('centre of unit 0 at the RPN of VGG-16', '7.5+16u', '7.5+16u', 7.5, () => centre(vggRpn)),
  claim('effective stride at the RPN of VGG-16', '7.5+16u', '7.5+16u', 16, () => axis(vggRpn).effectiveStride),
  claim('centre of the box 0 to 15', '中心也在7.5', 'whose centre is 7.5', 7.5, () => (0 + 15) / 2),
  claim('offset on ZF', '偏了7.5个像素', 'are 7.5 pixels off', 7.5, () => (0 + 15) / 2 - centre(zfRpn)),
  claim('effective stride at the RPN of ZF', '中心在$16u$', 'centred at $16u$', 16, () => axis(zfRpn).effectiveStride),
  claim('largest anchor against the field of VGG-16, in tenths', '228的2.2倍', '2.2 times 228', 22, () =>
    Math.round((10 * 512) / size(...vggRpn)),
  ),
  claim('largest anchor against the field of ZF, in tenths', '171的3.0倍', '3.0 times 171', 30, () =>
    Math.round((10 * 512) / size(...zfRpn)),
  ),
  claim('theoretical field of ten layers', '理论值21', 'a theoretical field of 21', 21, () =>
    size(...times(10, conv(3))),
  ),
  claim('spread of ten layers, in tenths', '$\\sigma$约2.6', '$\\sigma$ of about 2.6', 26, () => spreadInTenths(10)),
  claim('theoretical field of forty layers', '理论值81', 'Forty have 81', 81, () => size(...times(40, conv(3)))),
  claim('spread of forty layers, in tenths', '$\\sigma$约5.2', '$\\sigma$ of about 5.2', 52, () => spreadInTenths(40)),
  claim('ResNet-50, the form of the paper', '得483', 'which gives 483', 483, () => resnetSize('1×1')),
  claim('ResNet-50, the form of torchvision', '得427', '56 in all: 427', 427, () => resnetSize('3×3')),
  claim('difference of the two', '共56', '56 in all', 56, () => resnetSize('1×1') - resnetSize('3×3')),
  claim(
    'paths of ResNet-50 share their centre',
    'ResNet各路的中心一致',
    'In ResNet the paths share their centre',
    1,
    () => Number(receptiveField(resnet50('3×3')).aligned),
  ),
  claim(
    'field that a decoder layer adds',
    '感受野加32',
    '32 more pixels of field',
    32,
    () => size(...decoder) - size(...downsampled32),
  ),
  claim(
    'effective stride after it',
    '累计步幅降到16',
    'effective stride down to 16',
    16,
    () => axis(decoder).effectiveStride,
  ),
  claim('how far dilation 2 with padding 2 moves the centre', '恰好不动', 'it stays where it is', 0, () =>
    centre([conv(3, 1, 2)]),
  ),
  claim('LeNet-5', '加4 × 4得32', '4 × 4 more, 32', 32, () => {
    const conv5: Layer = { type: 'conv', outChannels: 1, kernelSize: 5 }
    return size(conv5, pool, conv5, pool, conv5)
  }),
  claim('stride first, dilation second', '得11。第二种', '8 more: 11', 11, () => size(conv(3, 2), conv(3, 1, 2))),
  claim('dilation first, stride second', '再加2得7', '2 more: 7', 7, () => size(conv(3, 1, 2), conv(3, 2))),
  claim('ResNet-50 after pool1', 'pool1之后的感受野是11', 'a receptive field of 11', 11, () => resnetSize('3×3', 0)),
  claim('ResNet-50 after stage 1', '得35', '35. Stage 2', 35, () => resnetSize('3×3', 1)),
  claim('ResNet-50 after stage 2', '得91', '91. Stage 3', 91, () => resnetSize('3×3', 2)),
  claim('ResNet-50 after stage 3', '得267', '267. Stage 4', 267, () => resnetSize('3×3', 3)),
]
