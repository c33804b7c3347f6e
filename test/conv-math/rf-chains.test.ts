import { axisPathCounts, type Graph, inferShapes, inputsSeen, receptiveField, touchedInputs } from 'conv-math'
import { describe, expect, it } from 'vitest'
import { loadFixture } from './load-fixture.ts'
import {
  chainOf,
  graphOf,
  type StoredAxis,
  type StoredChain,
  type StoredGraph,
  type StoredLayer,
} from './stored-chains.ts'

const cases = loadFixture<readonly (StoredChain | StoredGraph)[]>('rf-chains.json')
const chains = cases.filter((each): each is StoredChain => 'layers' in each)
const graphs = cases.filter((each): each is StoredGraph => 'nodes' in each)

const AXES = ['height', 'width'] as const

it('the file holds 180 chains and 37 graphs', () => {
  expect([chains.length, graphs.length, cases.length]).toEqual([180, 37, 217])
})

describe.each(chains)('$id', (chain) => {
  const graph = chainOf(chain)

  it('has the measured size, stride, start, centre, period and intervals', () => {
    const field = receptiveField(graph)
    for (const [index, axis] of chain.axes.entries()) expectAxis(field[AXES[index]], axis)
    expect(field.aligned).toBe(true)
    // The measured centre is that of the interval, which after a transposed convolution depends on the phase.
    if (chain.layers.every(({ type }) => type !== 'convtranspose')) {
      expect(AXES.slice(0, chain.dims).map((axis) => field[axis].centre)).toEqual(
        chain.axes.map(({ center }) => center),
      )
    }
  })

  it('touches as many inputs as measured', () => {
    for (const [index, axis] of chain.axes.entries()) {
      const layers = chain.layers.map((layer) => axisLayer(layer, index))
      for (const { u, lo, touched } of axis.units) {
        const { first, counts } = axisPathCounts(layers, u)
        expect(counts.filter((count) => count > 0).length).toBe(touched)
        if (lo !== null) expect(first).toBe(lo)
      }
    }
  })

  it('sees the measured real inputs', () => {
    const [{ clipped }] = chain.axes
    if (chain.measured2d) {
      const { inputSize, unit, box, touched } = chain.measured2d
      const seen = touchedInputs(graph, lastOf(graph), unit, [1, ...inputSize])
      expect([seen.rows, seen.columns, seen.count]).toEqual([...box, touched])
    } else expectClipped(graph, clipped)
  })
})

describe.each(graphs.filter((each) => !each.strideMismatch))('$id', (stored) => {
  const graph = graphOf(stored)
  const [axis] = stored.axes

  it('has the measured field', () => {
    const field = receptiveField(graph)
    expectAxis(field.height, axis)
    if (stored.aligned !== null) expect(field.aligned).toBe(stored.aligned)
  })

  it('sees the measured real inputs, or names the shapes that do not match', () => {
    const { clipped } = axis
    if (clipped?.equalLengthJoins) expectClipped(graph, clipped)
    else expectRefusedShapes(graph, clipped?.inputSize ?? 300)
  })
})

describe.each(graphs.filter((each) => each.strideMismatch))('$id', (stored) => {
  const graph = graphOf(stored)

  it('has no field: effective strides differ', () => {
    const { nodes } = stored
    expect(() => receptiveField(graph)).toThrow(RangeError)
    expect(() => receptiveField(graph)).toThrow(/effective strides must be equal where branches meet, got \d and \d at/)
    expect(() => receptiveField(graph)).toThrow(`node '${nodes[nodes.length - 1].id}`)
  })

  it('names the shapes that do not match', () => {
    expectRefusedShapes(graph, 300)
  })
})

function expectAxis(field: ReturnType<typeof receptiveField>['height'], axis: StoredAxis): void {
  expect(field.size).toBe(axis.rf)
  expect(field.effectiveStride).toBe(axis.jump)
  expect(field.period).toBe(axis.period)
  expect(field.start).toBe(axis.units[0].lo)
  const sizes = axis.units.map(({ u, lo, hi }) => {
    const interval = field.interval(u)
    expect(interval).toEqual(lo === null ? null : [lo, hi])
    const later = field.interval(u - 3 * (axis.period ?? 0))
    const shift = -3 * (axis.period ?? 0) * (axis.jump ?? 0)
    expect(later).toEqual(lo === null ? null : [lo + shift, (hi ?? 0) + shift].map(Math.round))
    return interval === null ? 0 : interval[1] - interval[0] + 1
  })
  expect(Math.min(...sizes)).toBe(axis.rfMin)
}

function expectRefusedShapes(graph: Graph, inputSize: number): void {
  const message = /must be equal, got (shapes )?\[\d+, \d+, 1\] and \[\d+, \d+, 1\]/
  expect(() => inferShapes(graph, [1, inputSize, 1])).toThrow(RangeError)
  expect(() => inferShapes(graph, [1, inputSize, 1])).toThrow(message)
}

function expectClipped(graph: Graph, clipped: StoredAxis['clipped']): void {
  if (!clipped) throw new Error('the case has no real input')
  const shape = [1, clipped.inputSize, 1] as const
  const node = lastOf(graph)
  expect(inferShapes(graph, shape).get(node)).toEqual([expect.any(Number), clipped.units.length, 1])
  for (const [unit, interval] of clipped.units.entries()) {
    const seen = inputsSeen(graph, node, [unit, 0], shape)
    expect(seen.rows).toEqual(interval)
    expect(seen.columns).toEqual(interval && [0, 0])
  }
}

function lastOf({ nodes }: Graph): string {
  return nodes[nodes.length - 1].id
}

function axisLayer({ type, k, s, d, p }: StoredLayer, axis: number) {
  const padding = [p[axis], p[axis + k.length]] as const
  const window = { kernelSize: k[axis], stride: s[axis], dilation: d[axis], padding }
  return type === 'convtranspose' ? ({ type: 'transposedConv', ...window } as const) : window
}
