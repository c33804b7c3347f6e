import {
  type Graph,
  inferShapes,
  type Layer,
  type MapShape,
  macCount,
  parameterCount,
  sequential,
  touchedInputs,
} from 'conv-math'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RUNS } from './random-cases.ts'
import { sizedGraph } from './random-graphs.ts'

const after = (layer: Layer, shape: MapShape): MapShape | undefined => inferShapes(sequential([layer]), shape).get('0')

describe('shapes after one layer', () => {
  const shape: MapShape = [6, 9, 10]
  it.each<[string, Layer, MapShape]>([
    ['conv', { type: 'conv', outChannels: 4, kernelSize: [3, 2], stride: [2, 1], groups: 2 }, [4, 4, 9]],
    [
      'conv, padded per side',
      {
        type: 'conv',
        outChannels: 4,
        kernelSize: 3,
        padding: [
          [1, 0],
          [2, 2],
        ],
      },
      [4, 8, 12],
    ],
    ['conv, padded per axis', { type: 'conv', outChannels: 4, kernelSize: 3, padding: [1, 2] }, [4, 9, 12]],
    ['conv, dilated', { type: 'conv', outChannels: 4, kernelSize: 3, dilation: [4, 1] }, [4, 1, 8]],
    ['transposedConv', { type: 'transposedConv', outChannels: 4, kernelSize: 3, stride: 2 }, [4, 19, 21]],
    [
      'transposedConv, with output padding',
      { type: 'transposedConv', outChannels: 4, kernelSize: 3, stride: 2, padding: 1, outputPadding: [1, 0] },
      [4, 18, 19],
    ],
    ['maxPool', { type: 'maxPool', kernelSize: 2 }, [6, 4, 5]],
    ['maxPool, rounded up', { type: 'maxPool', kernelSize: 2, ceilMode: true }, [6, 5, 5]],
    ['maxPool, dilated', { type: 'maxPool', kernelSize: 3, stride: 1, dilation: [2, 1] }, [6, 5, 8]],
    ['averagePool', { type: 'averagePool', kernelSize: [3, 2], stride: 1, padding: 1 }, [6, 9, 11]],
    ['globalAveragePool', { type: 'globalAveragePool' }, [6, 1, 1]],
    ['linear', { type: 'linear', outFeatures: 11 }, [11, 9, 10]],
    ['flatten', { type: 'flatten' }, [540, 1, 1]],
    ['batchNorm', { type: 'batchNorm' }, [6, 9, 10]],
    ['layerScale', { type: 'layerScale' }, [6, 9, 10]],
    ['activation', { type: 'activation' }, [6, 9, 10]],
    ['add of one', { type: 'add' }, [6, 9, 10]],
    ['multiply of one', { type: 'multiply' }, [6, 9, 10]],
    ['concat of one', { type: 'concat' }, [6, 9, 10]],
    ['sliceChannels', { type: 'sliceChannels', from: 1, to: 6 }, [5, 9, 10]],
    ['shuffleChannels', { type: 'shuffleChannels', groups: 3 }, [6, 9, 10]],
    ['resize', { type: 'resize', scale: [2, 3], mode: 'nearest' }, [6, 18, 30]],
    ['resize, bilinear', { type: 'resize', scale: 2, mode: 'bilinear' }, [6, 18, 20]],
  ])('%s', (_, layer, expected) => {
    expect(after(layer, shape)).toEqual(expected)
  })
})

const joinOf = (type: 'add' | 'multiply' | 'concat', ...widths: readonly (readonly [number, number])[]): Graph => ({
  nodes: [
    ...widths.map(([outChannels, stride], index) => ({
      id: `${index}`,
      layer: { type: 'conv', outChannels, kernelSize: 1, stride } as const,
      inputs: ['input'],
    })),
    { id: 'join', layer: { type }, inputs: widths.map((_, index) => `${index}`) },
  ],
})

const joined = (graph: Graph): MapShape | undefined => inferShapes(graph, [1, 4, 4]).get('join')

describe('joins', () => {
  it('add keeps the shape, concat sums channels, multiply takes gates in any place', () => {
    expect(joined(joinOf('add', [3, 2], [3, 2], [3, 2]))).toEqual([3, 2, 2])
    expect(joined(joinOf('concat', [3, 2], [1, 2], [4, 2]))).toEqual([8, 2, 2])
    expect(joined(joinOf('multiply', [3, 4], [3, 2]))).toEqual([3, 2, 2])
    expect(joined(joinOf('multiply', [3, 2], [3, 4], [3, 4], [3, 2]))).toEqual([3, 2, 2])
    expect(joined(joinOf('multiply', [3, 4], [3, 4]))).toEqual([3, 1, 1])
  })

  it.each([
    ['add of other channels', joinOf('add', [3, 1], [2, 1]), '[3, 4, 4] and [2, 4, 4]'],
    ['add of other sizes', joinOf('add', [3, 1], [3, 1], [3, 2]), '[3, 4, 4] and [3, 2, 2]'],
    ['add of a gate', joinOf('add', [3, 1], [3, 4]), '[3, 4, 4] and [3, 1, 1]'],
    ['concat of other sizes', joinOf('concat', [3, 1], [3, 2]), '[3, 4, 4] and [3, 2, 2]'],
    ['multiply of other sizes', joinOf('multiply', [3, 4], [3, 2], [3, 1]), '[3, 2, 2] and [3, 4, 4]'],
    ['multiply by a gate of other channels', joinOf('multiply', [1, 4], [3, 1]), '[3, 4, 4] and [1, 1, 1]'],
  ])('%s names both shapes', (_, graph, shapes) => {
    expect(() => joined(graph)).toThrow(RangeError)
    expect(() => joined(graph)).toThrow(/^inferShapes: node 'join': .* must be equal/)
    expect(() => joined(graph)).toThrow(shapes)
  })
})

describe('the map of shapes', () => {
  it("has 'input' and every node, in order", () => {
    const graph = sequential([{ type: 'activation' }, { type: 'flatten' }])
    expect([...inferShapes(graph, [2, 3, 4])]).toEqual([
      ['input', [2, 3, 4]],
      ['0', [2, 3, 4]],
      ['1', [24, 1, 1]],
    ])
    expect([...inferShapes(sequential([]), [2, 3, 4])]).toEqual([['input', [2, 3, 4]]])
  })

  it('does not hold the caller’s own array', () => {
    const shape: [number, number, number] = [2, 3, 4]
    const shapes = inferShapes(sequential([{ type: 'activation' }]), shape)
    shape[0] = 9
    expect([shapes.get('input'), shapes.get('0')]).toEqual([
      [2, 3, 4],
      [2, 3, 4],
    ])
  })
})

describe('laws', () => {
  it('nothing that is asked of a graph changes it', () => {
    fc.assert(
      fc.property(sizedGraph, ({ graph, inputShape }) => {
        const before = JSON.stringify([graph, inputShape])
        inferShapes(graph, inputShape)
        parameterCount(graph, inputShape)
        macCount(graph, inputShape)
        touchedInputs(graph, graph.nodes[0].id, [0, 0], inputShape)
        expect(JSON.stringify([graph, inputShape])).toBe(before)
      }),
      RUNS,
    )
  })
})
