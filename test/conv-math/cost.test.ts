import { type Graph, inferShapes, type Layer, macCount, parameterCount, sequential } from 'conv-math'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RUNS } from './random-cases.ts'
import { sizedGraph } from './random-graphs.ts'

describe('cases', () => {
  it('a convolution counts its multiplications at every output cell, and its bias among the parameters alone', () => {
    const layer: Layer = { type: 'conv', outChannels: 8, kernelSize: [3, 5], stride: 2, groups: 2 }
    const graph = sequential([layer])
    expect(parameterCount(graph, [4, 11, 11]).total).toBe(8 * 2 * 15 + 8)
    expect(macCount(graph, [4, 11, 11]).total).toBe(5 * 4 * 8 * 2 * 15)
    expect(parameterCount(sequential([{ ...layer, bias: false }]), [4, 11, 11]).total).toBe(240)
    expect(macCount(sequential([{ ...layer, bias: false }]), [4, 11, 11]).total).toBe(4800)
  })

  it('a transposed convolution counts them at every input cell', () => {
    const layer: Layer = { type: 'transposedConv', outChannels: 6, kernelSize: 4, stride: 2, padding: 1, groups: 2 }
    expect(macCount(sequential([layer]), [4, 5, 7]).total).toBe(5 * 7 * 4 * 3 * 16)
    expect(parameterCount(sequential([layer]), [4, 5, 7]).total).toBe(4 * 3 * 16 + 6)
  })

  it('a linear layer works at every position; norm and scale have parameters and no multiplications', () => {
    const layers: Layer[] = [
      { type: 'linear', outFeatures: 10 },
      { type: 'batchNorm' },
      { type: 'layerScale' },
      { type: 'activation' },
      { type: 'maxPool', kernelSize: 2 },
      { type: 'linear', outFeatures: 2, bias: false },
    ]
    const [parameters, macs] = [parameterCount, macCount].map((count) => count(sequential(layers), [3, 4, 5]))
    expect([...parameters.byNode]).toEqual([
      ['0', 40],
      ['1', 20],
      ['2', 10],
      ['3', 0],
      ['4', 0],
      ['5', 20],
    ])
    expect([...macs.byNode]).toEqual([
      ['0', 600],
      ['1', 0],
      ['2', 0],
      ['3', 0],
      ['4', 0],
      ['5', 80],
    ])
    expect([parameters.total, macs.total]).toEqual([90, 680])
  })

  it('every node is listed, joins and gates with 0', () => {
    const graph: Graph = {
      nodes: [
        { id: 'gate', layer: { type: 'globalAveragePool' }, inputs: ['input'] },
        { id: 'gated', layer: { type: 'multiply' }, inputs: ['gate', 'input'] },
        { id: 'sum', layer: { type: 'add' }, inputs: ['gated', 'input'] },
      ],
    }
    expect(macCount(graph, [2, 3, 3])).toEqual({
      total: 0,
      byNode: new Map([
        ['gate', 0],
        ['gated', 0],
        ['sum', 0],
      ]),
    })
    expect(parameterCount({ nodes: [] }, [2, 3, 3])).toEqual({ total: 0, byNode: new Map() })
  })

  it('a shape that does not fit names the node', () => {
    const graph = sequential([{ type: 'conv', outChannels: 1, kernelSize: 4 }])
    expect(() => macCount(graph, [1, 3, 3])).toThrow("macCount: node '0': kernelSize must span")
    expect(() => parameterCount(graph, [1, 3, 3])).toThrow("parameterCount: node '0': kernelSize must span")
  })

  it('totals beyond exact numbers are refused', () => {
    const graph = sequential([{ type: 'linear', outFeatures: 2 ** 30 }])
    expect(() => macCount(graph, [2 ** 20, 2 ** 10, 1])).toThrow(RangeError)
    expect(() => parameterCount(graph, [2 ** 30, 1, 1])).toThrow(/^parameterCount: total must be an integer/)
  })
})

/** Multiplications and weights of one layer, by a loop over every output, or for transposed ones every input, and tap. */
function countingLoop(
  layer: Layer,
  [channels, ...input]: readonly number[],
  [outChannels, ...output]: readonly number[],
) {
  if (layer.type !== 'conv' && layer.type !== 'transposedConv' && layer.type !== 'linear') {
    return { multiplications: 0, weights: 0 }
  }
  const kernel = layer.type === 'linear' ? 1 : layer.kernelSize
  const [kernelHeight, kernelWidth] = typeof kernel === 'number' ? [kernel, kernel] : kernel
  const groups = layer.type === 'linear' ? 1 : (layer.groups ?? 1)
  const [rows, columns] = layer.type === 'transposedConv' ? input : output
  const used = new Set<string>()
  let multiplications = 0
  for (let cell = 0; cell < rows * columns; cell += 1) {
    for (let to = 0; to < outChannels; to += 1) {
      for (let from = 0; from < channels; from += 1) {
        if (Math.floor((to * groups) / outChannels) !== Math.floor((from * groups) / channels)) continue
        for (let tap = 0; tap < kernelHeight * kernelWidth; tap += 1) {
          multiplications += 1
          used.add(`${to} ${from} ${tap}`)
        }
      }
    }
  }
  return { multiplications, weights: used.size + (layer.bias === false ? 0 : outChannels) }
}

describe('laws', () => {
  it('macCount is the number of multiplications of a counting loop, parameterCount of the weights it uses', () => {
    fc.assert(
      fc.property(sizedGraph, fc.boolean(), ({ graph, inputShape }, grouped) => {
        const [channels] = inputShape
        // A layer in groups at the front, so that groups take part.
        const first: Layer = {
          type: 'conv',
          outChannels: 2 * channels,
          kernelSize: [1, 2],
          padding: 1,
          groups: channels,
        }
        const last: Layer = { type: 'transposedConv', outChannels: channels, kernelSize: 1, groups: channels }
        const front = [
          { id: 'first', layer: first, inputs: ['input'] },
          { id: 'last', layer: last, inputs: ['first'] },
        ]
        const nodes = grouped ? [...front, ...graph.nodes] : graph.nodes
        const shapes = inferShapes({ nodes }, inputShape)
        const macs = macCount({ nodes }, inputShape)
        const parameters = parameterCount({ nodes }, inputShape)
        let total = 0
        for (const { id, layer, inputs } of nodes) {
          const { multiplications, weights } = countingLoop(layer, shapes.get(inputs[0]) ?? [], shapes.get(id) ?? [])
          expect(macs.byNode.get(id)).toBe(multiplications)
          if (weights > 0) expect(parameters.byNode.get(id)).toBe(weights)
          total += multiplications
        }
        expect(macs.total).toBe(total)
        expect(macs.byNode.size).toBe(nodes.length)
        expect(parameters.total).toBe([...parameters.byNode.values()].reduce((sum, count) => sum + count, 0))
      }),
      RUNS,
    )
  })
})
