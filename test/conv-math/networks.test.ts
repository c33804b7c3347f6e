import {
  type Graph,
  inferShapes,
  inputsSeen,
  macCount,
  type Network,
  networks,
  parameterCount,
  receptiveField,
  touchedInputs,
} from 'conv-math'
import { describe, expect, it } from 'vitest'
import { loadFixture } from './load-fixture.ts'
import {
  type StoredEndpointAxis,
  type StoredNetwork,
  type StoredRow,
  storedGraph,
  withoutGates,
} from './stored-networks.ts'

const stored = loadFixture<readonly StoredNetwork[]>('networks.json')

/** Our generator for each stored network; gates left out where fields are compared. */
const generators: Record<string, () => Network> = {
  alexnet: networks.alexnet,
  efficientnet_b0: networks.efficientnetB0,
  googlenet: networks.googlenet,
  mobilenet_v2: networks.mobilenetV2,
  resnet101: networks.resnet101,
  resnet18: networks.resnet18,
  resnet50: networks.resnet50,
  squeezenet1_1: networks.squeezenet,
  unet16: networks.unet,
  vgg11: networks.vgg11,
  vgg16: networks.vgg16,
}

it('the file holds 11 networks with 88 endpoints, and each has a generator', () => {
  expect(stored.map(({ name }) => name)).toEqual(Object.keys(generators))
  expect(stored.reduce((sum, { rf }) => sum + rf.endpoints.length, 0)).toBe(88)
})

describe.each(stored)('$name', (network) => {
  const [, ...inputShape] = network.input
  const graph = storedGraph(network)
  const ours = generators[network.name]()
  const fieldGraph = withoutGates(graph)
  const ourFieldGraph =
    network.name === 'efficientnet_b0' ? networks.efficientnetB0({ squeezeExcitation: false }).graph : ours.graph

  it('as stored: parameters, multiply-accumulates and every row of the layer table', () => {
    expect(parameterCount(graph, inputShape).total).toBe(network.params.conv + network.params.linear)
    expect(macCount(graph, inputShape).total).toBe(network.macs.total)
    expect(rowsOf(graph, inputShape)).toEqual(network.layers.map(plainRow))
  })

  it('as generated: parameters, multiply-accumulates and every row of the layer table', () => {
    expect(ours.inputShape).toEqual(inputShape)
    expect(parameterCount(ours.graph, inputShape).total).toBe(network.params.total)
    expect(macCount(ours.graph, inputShape).total).toBe(network.macs.total)
    expect(rowsOf(ours.graph, inputShape)).toEqual(network.layers.map(plainRow))
    expect(rowsOf(ours.graph, inputShape).length).toBe(network.counts.conv + network.counts.linear)
  })

  it.each(network.rf.endpoints)('$endpoint', ({ endpoint, graphNode, aligned, axes }) => {
    const ourNode = ours.endpoints[endpoint] ?? endpoint
    for (const [each, node] of [
      [fieldGraph, graphNode],
      [ourFieldGraph, ourNode],
    ] as const) {
      const field = receptiveField(each, node)
      if (aligned !== null) expect(field.aligned).toBe(aligned)
      for (const [index, axis] of axes.entries()) {
        const { size, effectiveStride, start, period, centre, interval } = index === 0 ? field.height : field.width
        expect([size, effectiveStride, period]).toEqual([axis.rf, axis.jump, axis.period ?? 1])
        if (axis.start !== undefined) expect([start, centre]).toEqual([axis.start, axis.center])
        for (const { u, lo, hi } of unitsOf(axis)) expect(interval(u)).toEqual([lo, hi])
      }
      for (const { u, lo, hi, inputSize } of unitsOf(axes[0])) {
        if (inputSize === undefined) continue
        const seen = inputsSeen(each, node, [u, u], [3, inputSize, inputSize])
        expect(seen).toEqual({ rows: [lo, hi], columns: [lo, hi] })
      }
    }
  })
})

describe('the measured boxes of two-dimensional runs', () => {
  const measured = stored.filter(({ rf }) => rf.measured2d)

  it('there are eight', () => {
    expect(measured.length).toBe(8)
  })

  it.each(measured)('$name', (network) => {
    const box = network.rf.measured2d
    if (!box) throw new Error('filtered')
    const last = network.rf.endpoints[network.rf.endpoints.length - 1]
    const { rows, columns, count } = touchedInputs(storedGraph(network), last.graphNode, box.unit, [
      3,
      box.inputSize,
      box.inputSize,
    ])
    expect([rows, columns, count]).toEqual([box.rows, box.cols, box.touched])
  })

  it('with squeeze and excitation every unit sees the whole input', () => {
    const network = stored.find(({ rf }) => rf.withSqueezeExcitation)
    const whole = network?.rf.withSqueezeExcitation
    if (!network || !whole) throw new Error('not in the file')
    const { graph } = networks.efficientnetB0()
    for (const { u, lo, hi } of whole.units) {
      const seen = inputsSeen(graph, 'features.8', [u, u], [3, whole.inputSize, whole.inputSize])
      expect(seen).toEqual({ rows: [lo, hi], columns: [lo, hi] })
    }
    expect(() => receptiveField(graph, 'features.8')).toThrow(
      "receptiveField: node 'features.1.0.squeeze' (globalAveragePool)",
    )
  })
})

describe('networks that the file does not hold', () => {
  // Parameters as their authors or torchvision publish them; see each generator's docstring.
  it.each([
    ['vgg13', networks.vgg13, 133_047_848, 11_308_466_176],
    ['vgg19', networks.vgg19, 143_667_240, 19_632_062_464],
    ['resnet34', networks.resnet34, 21_797_672, 3_663_761_408],
    ['resnet152', networks.resnet152, 60_192_808, 11_513_626_624],
    ['inception v3', networks.inceptionV3, 23_834_568, 5_713_216_096],
    ['mobilenet v1', networks.mobilenetV1, 4_231_976, 568_740_352],
    ['densenet121', networks.densenet121, 7_978_856, 2_834_161_664],
    ['convnext tiny', networks.convnextTiny, 28_589_128, 4_455_531_264],
    ['lenet5', networks.lenet5, 61_706, 416_520],
  ])('%s', (_, make, parameters, macs) => {
    const { graph, inputShape } = make()
    expect(parameterCount(graph, inputShape).total).toBe(parameters)
    expect(macCount(graph, inputShape).total).toBe(macs)
  })

  it.each([
    ['vgg19', networks.vgg19(), 'pool5', 268, 32],
    ['resnet34', networks.resnet34(), 'layer4', 899, 32],
    ['resnet152', networks.resnet152(), 'layer4', 1451, 32],
    ['resnet152, paper', networks.resnet152({ form: 'paper' }), 'layer4', 1507, 32],
    ['googlenet, paper', networks.googlenet({ form: 'paper' }), 'inception5b', 715, 32],
    ['inception v3', networks.inceptionV3(), 'mixed7c', 1311, 32],
    ['mobilenet v1', networks.mobilenetV1(), 'pointwise13', 315, 32],
    ['densenet121', networks.densenet121(), 'denseblock4', 2071, 32],
    ['convnext tiny', networks.convnextTiny(), 'features.7', 1688, 32],
    ['lenet5', networks.lenet5(), 'c5', 32, 4],
    ['zf with rpn', networks.zfRpn(), 'rpn', 171, 16],
    ['vgg16 with rpn', networks.vgg16Rpn(), 'rpn', 228, 16],
  ])('%s', (_, { graph, endpoints }, endpoint, size, stride) => {
    const { height, width, aligned } = receptiveField(graph, endpoints[endpoint])
    expect([height.size, width.size, height.effectiveStride, aligned]).toEqual([size, size, stride, true])
  })

  it('proposals for nine anchors hold 18 scores and 36 numbers of boxes at each position', () => {
    const { graph, inputShape } = networks.vgg16Rpn()
    expect(inferShapes(graph, inputShape).get('proposals')).toEqual([54, 37, 62])
    const small = networks.zfRpn()
    expect(inferShapes(small.graph, small.inputShape).get('proposals')).toEqual([54, 39, 64])
  })
})

interface Unit {
  readonly u: number
  readonly lo: number
  readonly hi: number
  /** The size of the real input that it was measured on. */
  readonly inputSize?: number
}

/** The units of an endpoint whose intervals are known: one in the middle, or one per phase. */
function unitsOf({ units = [], measured, jump }: StoredEndpointAxis): readonly Unit[] {
  const { inputSize, unit, lo, hi, firstUnit } = measured ?? {}
  if (inputSize === undefined) return units
  if (unit !== undefined && lo !== undefined && hi !== undefined) return [...units, { u: unit, lo, hi, inputSize }]
  if (firstUnit === undefined) throw new Error('a measurement names its unit')
  const shift = firstUnit * jump
  return units.flatMap(({ u, lo: low, hi: high }) => [
    { u, lo: low, hi: high },
    { u: u + firstUnit, lo: low + shift, hi: high + shift, inputSize },
  ])
}

interface PlainRow {
  readonly outChannels: number
  readonly size: readonly number[]
  readonly parameters: number
  readonly macs: number
}

/** Convolutions and linear layers in order, as the stored tables list them. */
function rowsOf(graph: Graph, inputShape: readonly [number, number, number]): PlainRow[] {
  const shapes = inferShapes(graph, inputShape)
  const parameters = parameterCount(graph, inputShape).byNode
  const macs = macCount(graph, inputShape).byNode
  return graph.nodes
    .filter(({ layer }) => layer.type === 'conv' || layer.type === 'transposedConv' || layer.type === 'linear')
    .map(({ id }) => {
      const [outChannels, ...size] = shapes.get(id) ?? [0, 0, 0]
      return { outChannels, size, parameters: parameters.get(id) ?? -1, macs: macs.get(id) ?? -1 }
    })
}

function plainRow({ out_ch: outChannels, out_hw: size, params: parameters, macs }: StoredRow): PlainRow {
  return { outChannels, size: size ?? [1, 1], parameters, macs }
}
