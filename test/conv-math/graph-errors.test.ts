import {
  type Graph,
  inferShapes,
  inputsSeen,
  type Layer,
  macCount,
  parameterCount,
  receptiveField,
  receptiveFields,
  sequential,
  touchedInputs,
} from 'conv-math'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RUNS } from './random-cases.ts'

const SHAPE = [6, 8, 8] as const

/** Every function that takes a graph. */
const readers: readonly [name: string, read: (graph: Graph) => unknown][] = [
  ['inferShapes', (graph) => inferShapes(graph, SHAPE)],
  ['receptiveField', (graph) => receptiveField(graph)],
  ['receptiveFields', (graph) => receptiveFields(graph)],
  ['inputsSeen', (graph) => inputsSeen(graph, lastId(graph), [0, 0], SHAPE)],
  ['touchedInputs', (graph) => touchedInputs(graph, lastId(graph), [0, 0], SHAPE)],
  ['parameterCount', (graph) => parameterCount(graph, SHAPE)],
  ['macCount', (graph) => macCount(graph, SHAPE)],
]

function lastId(graph: Graph): string {
  const nodes: unknown = graph?.nodes
  return Array.isArray(nodes) ? (nodes.at(-1)?.id ?? '0') : '0'
}

const node = (layer: unknown, inputs: unknown = ['input'], id: unknown = '0') => ({ id, layer, inputs })
const plain = { type: 'activation' }

const brokenGraphs: readonly [rule: string, graph: unknown][] = [
  ['graph must be { nodes: [{ id, layer, inputs }, …] }, got undefined', undefined],
  ['graph must be { nodes: [{ id, layer, inputs }, …] }, got null', null],
  ['graph must be { nodes: [{ id, layer, inputs }, …] }, got "graph"', 'graph'],
  ['graph must be { nodes: [{ id, layer, inputs }, …] }, got an object', {}],
  ['graph must be { nodes: [{ id, layer, inputs }, …] }, got an object', { nodes: 'none' }],
  ['graph must be { nodes: [{ id, layer, inputs }, …] }, got []', []],
  ['node must be { id, layer, inputs }, got undefined', { nodes: [undefined] }],
  ['node must be { id, layer, inputs }, got null', { nodes: [null] }],
  ['node must be { id, layer, inputs }, got undefined', { nodes: new Array(1) }],
  ['node must be { id, layer, inputs }, got 3', { nodes: [3] }],
  ['node id must be a string, got 0', { nodes: [node(plain, ['input'], 0)] }],
  ['node id must be a string, got undefined', { nodes: [{ layer: plain, inputs: ['input'] }] }],
  ["node ids must be unique and not 'input', got 'input' again", { nodes: [node(plain, ['input'], 'input')] }],
  ["node ids must be unique and not 'input', got '0' again", { nodes: [node(plain), node(plain)] }],
  ["inputs of node '0' must be a list of ids, got undefined", { nodes: [{ id: '0', layer: plain }] }],
  ['inputs of node \'0\' must be a list of ids, got "input"', { nodes: [node(plain, 'input')] }],
  ["inputs of node '0' must be earlier nodes or 'input', got 'x'", { nodes: [node(plain, ['x'])] }],
  ["inputs of node '0' must be earlier nodes or 'input', got '0'", { nodes: [node(plain, ['0'])] }],
  ["inputs of node '0' must be earlier nodes or 'input', got 0", { nodes: [node(plain, [0])] }],
  [
    "inputs of node '0' must be earlier nodes or 'input', got '1'",
    { nodes: [node(plain, ['1']), node(plain, [], '1')] },
  ],
  ["inputs of node '0' (activation) must be exactly one, got 0", { nodes: [node(plain, [])] }],
  ["inputs of node '0' (activation) must be exactly one, got 2", { nodes: [node(plain, ['input', 'input'])] }],
  ["inputs of node '0' (add) must be one or more, got 0", { nodes: [node({ type: 'add' }, [])] }],
  ["inputs of node '0' (multiply) must be one or more, got 0", { nodes: [node({ type: 'multiply' }, [])] }],
  ["inputs of node '0' (concat) must be one or more, got 0", { nodes: [node({ type: 'concat' }, [])] }],
]

describe.each(readers)('%s refuses an unsound graph', (name, read) => {
  it.each(brokenGraphs)('%s', (rule, graph) => {
    expect(() => read(graph as Graph)).toThrow(new RangeError(`${name}: ${rule}`))
  })
})

const conv = { type: 'conv', outChannels: 6, kernelSize: 3 }
const up = { type: 'transposedConv', outChannels: 6, kernelSize: 3 }
const pool = { type: 'maxPool', kernelSize: 3 }
const slice = { type: 'sliceChannels', from: 1, to: 3 }
const resize = { type: 'resize', scale: 2, mode: 'nearest' }

const brokenLayers: readonly [rule: string, layer: unknown][] = [
  ['layer must be an object, got undefined', undefined],
  ['layer must be an object, got null', null],
  ['layer must be an object, got "conv"', 'conv'],
  ['layer type must be a known one, got undefined', {}],
  ['layer type must be a known one, got "conv2d"', { type: 'conv2d' }],
  ['layer type must be a known one, got "toString"', { type: 'toString' }],
  ['layer type must be a known one, got an object', { type: {} }],
  ['outChannels must be an integer ≥ 1, got undefined', { type: 'conv', kernelSize: 3 }],
  ['outChannels must be an integer ≥ 1, got 0', { ...conv, outChannels: 0 }],
  ['outChannels must be an integer ≥ 1, got "6"', { ...conv, outChannels: '6' }],
  ['kernelSize must be an integer ≥ 1, got undefined', { type: 'conv', outChannels: 1 }],
  ['kernelSize must be an integer ≥ 1, got 0', { ...conv, kernelSize: 0 }],
  ['kernelSize must be an integer ≥ 1, got 0', { ...conv, kernelSize: [3, 0] }],
  ['kernelSize must be an integer ≥ 1, got 1.5', { ...conv, kernelSize: 1.5 }],
  ['kernelSize must be an integer ≥ 1, got NaN', { ...conv, kernelSize: Number.NaN }],
  ['kernelSize must be one value or a pair [height, width], got [3, 3, 3]', { ...conv, kernelSize: [3, 3, 3] }],
  ['stride must be an integer ≥ 1, got 0', { ...conv, stride: 0 }],
  ['stride must be an integer ≥ 1, got null', { ...conv, stride: null }],
  ['stride must be an integer ≥ 1, got Infinity', { ...conv, stride: Number.POSITIVE_INFINITY }],
  ['padding must be an integer ≥ 0, got -1', { ...conv, padding: -1 }],
  [
    'padding must be an integer ≥ 0, got -1',
    {
      ...conv,
      padding: [
        [0, -1],
        [0, 0],
      ],
    },
  ],
  [
    'padding must be p, [height, width] or [[top, bottom], [left, right]], got [1, [0, 1]]',
    { ...conv, padding: [1, [0, 1]] },
  ],
  [
    'padding must be p, [height, width] or [[top, bottom], [left, right]], got [[1, 1], 1]',
    { ...conv, padding: [[1, 1], 1] },
  ],
  ['padding must be', { ...conv, padding: [1, 1, 1, 1] }],
  ['padding must be', { ...conv, padding: 'same' }],
  ['dilation must be an integer ≥ 1, got 0', { ...conv, dilation: [1, 0] }],
  ['groups must be an integer ≥ 1, got 0', { ...conv, groups: 0 }],
  ['groups must divide outChannels 6, got 4', { ...conv, groups: 4 }],
  ['bias must be true or false, got 1', { ...conv, bias: 1 }],
  ['bias must be true or false, got null', { ...conv, bias: null }],
  ['groups must divide outChannels 6, got 4', { ...up, groups: 4 }],
  ['outputPadding must be less than max(stride, dilation) = 1, got 1', { ...up, outputPadding: 1 }],
  ['outputPadding must be less than max(stride, dilation) = 2, got 2', { ...up, stride: 2, outputPadding: [0, 2] }],
  ['outputPadding must be an integer ≥ 0, got -1', { ...up, outputPadding: -1 }],
  ['kernelSize must be an integer ≥ 1, got undefined', { type: 'maxPool' }],
  ['stride must be an integer ≥ 1, got 0', { ...pool, stride: 0 }],
  ['dilation must be an integer ≥ 1, got 0', { ...pool, dilation: 0 }],
  ['ceilMode must be true or false, got "yes"', { ...pool, ceilMode: 'yes' }],
  ['ceilMode must be true or false, got 1', { type: 'averagePool', kernelSize: 2, ceilMode: 1 }],
  ['countIncludePadding must be true or false, got 0', { type: 'averagePool', kernelSize: 2, countIncludePadding: 0 }],
  ['outFeatures must be an integer ≥ 1, got undefined', { type: 'linear' }],
  ['bias must be true or false, got "no"', { type: 'linear', outFeatures: 1, bias: 'no' }],
  ['from must be an integer ≥ 0, got -1', { ...slice, from: -1 }],
  ['from must be an integer ≥ 0, got undefined', { type: 'sliceChannels', to: 3 }],
  ['to must be an integer ≥ 2, got 1', { ...slice, to: 1 }],
  ['groups must be an integer ≥ 1, got undefined', { type: 'shuffleChannels' }],
  ['scale must be an integer ≥ 1, got 0.5', { ...resize, scale: 0.5 }],
  ['scale must be an integer ≥ 1, got 0', { ...resize, scale: [2, 0] }],
  ['scale must be one value or a pair [height, width], got []', { ...resize, scale: [] }],
  ["mode must be 'nearest' or 'bilinear', got \"bicubic\"", { ...resize, mode: 'bicubic' }],
  ["mode must be 'nearest' or 'bilinear', got undefined", { type: 'resize', scale: 2 }],
]

describe('every reader of graphs refuses an unsound layer and names its node', () => {
  it.each(brokenLayers)('%s', (rule, layer) => {
    for (const [name, read] of readers) {
      const run = () => read({ nodes: [node(plain, ['input'], 'before'), node(layer, ['before'], 'x')] } as Graph)
      expect(run).toThrow(RangeError)
      expect(run).toThrow(`${name}: node 'x': ${rule}`)
    }
    expect(() => sequential([layer as Layer])).toThrow(RangeError)
    expect(() => sequential([plain as Layer, layer as Layer])).toThrow(`sequential: node '1': ${rule}`)
  })

  it('sequential takes nothing but a list', () => {
    for (const layers of [undefined, null, 'conv', {}, 3]) {
      expect(() => sequential(layers as never)).toThrow(RangeError)
      expect(() => sequential(layers as never)).toThrow(/^sequential: layers must be a list, got /)
    }
  })
})

const misfits: readonly [rule: string, layer: unknown][] = [
  ["groups must divide the input's 6 channels, got 4", { ...conv, outChannels: 8, groups: 4 }],
  ["groups must divide the input's 6 channels, got 4", { ...up, outChannels: 8, groups: 4 }],
  ["groups must divide the input's 6 channels, got 4", { type: 'shuffleChannels', groups: 4 }],
  ['to must be an integer from 2 to 6, got 7', { ...slice, to: 7 }],
  ['kernelSize must span at most the padded height size 8, got 9', { ...conv, kernelSize: [9, 1] }],
  [
    'kernelSize must span at most the padded width size 8, got 5 with dilation 2, which spans 9',
    { ...conv, kernelSize: [1, 5], dilation: 2 },
  ],
  ['padding must leave an output ≥ 1, got [5, 5]', { ...up, padding: 5 }],
  ['padding must be at most floor(kernelSize / 2) = 1 on each side, got 2', { ...pool, padding: 2 }],
  [
    'padding must be at most floor(kernelSize / 2) = 1 on each side, got 2',
    {
      type: 'averagePool',
      kernelSize: 2,
      padding: [
        [0, 2],
        [0, 0],
      ],
    },
  ],
  ['kernelSize must span at most', { ...pool, kernelSize: 9 }],
  ['output size must be an integer', { ...resize, scale: 2 ** 52 }],
]

describe('a layer that does not fit its input is refused, naming the node', () => {
  it.each(misfits)('%s', (rule, layer) => {
    for (const [name, read] of readers) {
      if (name.startsWith('receptive')) continue
      const run = () => read({ nodes: [node(layer, ['input'], 'x')] } as Graph)
      expect(run).toThrow(RangeError)
      expect(run).toThrow(`${name}: node 'x': ${rule}`)
    }
  })
})

describe('laws', () => {
  const junk = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true, withTypedArray: true }),
    fc.record({
      type: fc.constantFrom('conv', 'transposedConv', 'maxPool', 'averagePool', 'linear', 'resize', 'add', 'flatten'),
      outChannels: fc.anything(),
      kernelSize: fc.anything(),
      stride: fc.anything(),
      padding: fc.anything(),
      scale: fc.anything(),
    }),
  )

  it('whatever a graph is made of, an answer or a RangeError comes back', () => {
    fc.assert(
      fc.property(junk, fc.anything(), fc.boolean(), (layer, inputs, sound) => {
        const graphs = [layer, { nodes: layer }, { nodes: [node(layer, sound ? ['input'] : inputs)] }] as Graph[]
        for (const graph of graphs) {
          for (const [, read] of readers) {
            try {
              read(graph)
            } catch (error) {
              expect(error).toBeInstanceOf(RangeError)
            }
          }
        }
      }),
      RUNS,
    )
  })
})
