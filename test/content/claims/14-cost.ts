import {
  convAxisReads,
  inferShapes,
  type Layer,
  type MapShape,
  macCount,
  networks,
  parameterCount,
  sequential,
} from 'conv-math'
import { type Claim, claim } from '../claim.ts'
import { conv, rounded } from '../counting.ts'

interface Accounts {
  readonly parameters: number
  readonly macs: number
  readonly activations: number
}
function accounts(layer: Layer, input: MapShape): Accounts {
  const graph = sequential([layer])
  const [channels, height, width] = inferShapes(graph, input).get('0') ?? input
  return {
    parameters: parameterCount(graph, input).total,
    macs: macCount(graph, input).total,
    activations: channels * height * width,
  }
}
const vgg = networks.vgg16()
const counted = { parameters: parameterCount(vgg.graph, vgg.inputShape), macs: macCount(vgg.graph, vgg.inputShape) }
const shapes = inferShapes(vgg.graph, vgg.inputShape)
const at = (node: string): Accounts => ({
  parameters: counted.parameters.byNode.get(node) ?? Number.NaN,
  macs: counted.macs.byNode.get(node) ?? Number.NaN,
  activations: (shapes.get(node) ?? []).reduce((a, b) => a * b, 1),
})
const connected = vgg.graph.nodes.filter(({ layer }) => layer.type === 'linear').map(({ id }) => at(id))
const sumOf = (key: keyof Accounts): number => connected.reduce((sum, each) => sum + each[key], 0)
const bytes = 4
const resnet = (form: 'paper' | 'torchvision'): number => {
  const { graph, inputShape } = networks.resnet50({ form })
  return macCount(graph, inputShape).total
}

/** By what factor each account moves between two layers. */
function factors(from: readonly [Layer, MapShape], to: readonly [Layer, MapShape]): Accounts {
  const [a, b] = [accounts(...from), accounts(...to)]
  return {
    parameters: rounded(b.parameters / a.parameters, 2),
    macs: rounded(b.macs / a.macs, 2),
    activations: rounded(b.activations / a.activations, 2),
  }
}
const map: MapShape = [64, 56, 56]
const base = [conv(3, 64), map] as const
type Row = readonly [
  says: string,
  zh: string,
  en: string,
  expected: readonly [number, number, number],
  to: readonly [Layer, MapShape],
]
const rows: readonly Row[] = [
  [
    'larger map',
    '| 高、宽各加倍 | 不变 | 4倍 | 4倍 |',
    '| height and width doubled | same | 4 times | 4 times |',
    [1, 4, 4],
    [conv(3, 64), [64, 112, 112]],
  ],
  [
    'more channels',
    '| 进出通道都加倍 | 4倍 | 4倍 | 2倍 |',
    '| input and output channels doubled | 4 times | 4 times | 2 times |',
    [4, 4, 2],
    [conv(3, 128), [128, 56, 56]],
  ],
  [
    'stride',
    '| 步幅从1到2 | 不变 | 1/4 | 1/4 |',
    '| stride from 1 to 2 | same | 1/4 | 1/4 |',
    [1, 0.25, 0.25],
    [conv(3, 64, { stride: 2 }), map],
  ],
  [
    'kernel',
    '| 核从3到5 | 2.78倍 | 2.78倍 | 不变 |',
    '| kernel from 3 to 5 | 2.78 times | 2.78 times | same |',
    [2.78, 2.78, 1],
    [conv(5, 64), map],
  ],
  [
    'dilation',
    '| 空洞率从1到2 | 不变 | 不变 | 不变 |',
    '| dilation from 1 to 2 | same | same | same |',
    [1, 1, 1],
    [conv(3, 64, { dilation: 2 }), map],
  ],
]
const keys = ['parameters', 'macs', 'activations'] as const
const rowClaims = rows.flatMap(([says, zh, en, expected, to]) =>
  keys.map((key, column) => claim(`${says}: ${key}`, [zh, en], expected[column], () => factors(base, to)[key])),
)

const layerClaims = (name: string, node: string, words: string, expected: readonly [number, number, number]): Claim[] =>
  keys.map((key, column) => claim(`${name}: ${key}`, words, expected[column], () => at(node)[key]))

const question = (stride: number): Accounts => accounts(conv(3, 128, { bias: true, stride }), map)

export const claims: Claim[] = [
  ...rowClaims,
  ...layerClaims('conv1_1', vgg.endpoints.conv1_1, '| 1,792 | 86,704,128 | 3,211,264 |', [1792, 86_704_128, 3_211_264]),
  ...layerClaims(
    'conv1_2',
    vgg.endpoints.conv1_2,
    '| 36,928 | 1,849,688,064 | 3,211,264 |',
    [36_928, 1_849_688_064, 3_211_264],
  ),
  ...layerClaims(
    'conv5_3',
    vgg.endpoints.conv5_3,
    '| 2,359,808 | 462,422,016 | 100,352 |',
    [2_359_808, 462_422_016, 100_352],
  ),
  ...layerClaims('fc6', 'classifier.0', '| 102,764,544 | 102,760,448 | 4,096 |', [102_764_544, 102_760_448, 4096]),
  claim('parameters of VGG-16', '138,357,544', 138_357_544, () => counted.parameters.total),
  claim('MACs of VGG-16', '15,470,264,320', 15_470_264_320, () => counted.macs.total),
  claim('parameters in linear layers', '89.4%', 89.4, () =>
    rounded((100 * sumOf('parameters')) / counted.parameters.total, 1),
  ),
  claim('MACs in linear layers', '0.8%', 0.8, () => rounded((100 * sumOf('macs')) / counted.macs.total, 1)),
  claim('ResNet-50 of the paper', '3,857,973,248', 3_857_973_248, () => resnet('paper')),
  claim('ResNet-50, thousand millions', '3.8×10⁹ FLOPs', 3.8, () => Math.floor(resnet('paper') / 1e8) / 10),
  claim('ResNet-50 of torchvision', '4,089,184,256', 4_089_184_256, () => resnet('torchvision')),
  claim(
    'MiB of conv1_1 at batch 32',
    '392 MiB',
    392,
    () => (32 * bytes * at(vgg.endpoints.conv1_1).activations) / 2 ** 20,
  ),
  claim('MiB of parameters', '528 MiB', 528, () => rounded((bytes * counted.parameters.total) / 2 ** 20)),
  claim('GiB of four copies', '2.06 GiB', 2.06, () => rounded((4 * bytes * counted.parameters.total) / 2 ** 30, 2)),
  claim(
    'copies of a pixel in im2col',
    ['把输入复制到9倍', 'copies the input 9 times'],
    9,
    () => convAxisReads(56, { kernelSize: 3, padding: 1 })[28] ** 2,
  ),
  claim('less than a tenth of conv1_2', ['少于conv1_2的十分之一', "less than a tenth of conv1_2's MACs"], 0, () =>
    Math.floor((10 * at('classifier.0').macs) / at(vgg.endpoints.conv1_2).macs),
  ),
  claim('self-check: parameters', '9 × 64 × 128 + 128 = 73,856', 73_856, () => question(1).parameters),
  claim('self-check: MACs', '73,728 × 56 × 56 = 231,211,008', 231_211_008, () => question(1).macs),
  claim('self-check: activations', '128 × 56 × 56 = 401,408', 401_408, () => question(1).activations),
  claim('stride 2: MACs', '57,802,752', 57_802_752, () => question(2).macs),
  claim('stride 2: activations', '100,352', 100_352, () => question(2).activations),
  claim('4.1 G', ['约4.1 G', 'about 4.1 G'], 4.1, () => rounded(resnet('torchvision') / 1e9, 1)),
  claim('8.2 G', ['约8.2 G', 'about 8.2 G'], 8.2, () => rounded((2 * resnet('torchvision')) / 1e9, 1)),
]
