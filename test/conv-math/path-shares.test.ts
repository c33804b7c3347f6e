import { axisPathCounts, type Graph, type GraphNode, networks, pathShares, receptiveField, sequential } from 'conv-math'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisCase, RUNS } from './random-cases.ts'

const node = (id: string, layer: GraphNode['layer'], ...inputs: string[]): GraphNode => ({ id, layer, inputs })
const conv = (kernelSize: number, padding = 0): GraphNode['layer'] => ({
  type: 'conv',
  outChannels: 1,
  kernelSize,
  padding,
})

describe('pathShares', () => {
  it('a chain spreads as its path counts', () => {
    const { width } = pathShares(sequential([conv(3), conv(3)]), '1', [0, 4])
    expect(width.first).toBe(4)
    expect(width.shares.map((share) => Math.round(9 * share * 1e9) / 1e9)).toEqual([1, 2, 3, 2, 1])
    expect(width.mean).toBeCloseTo(6, 12)
    expect(width.standardDeviation).toBeCloseTo(Math.sqrt(4 / 3), 12)
  })

  it('a shortcut halves the variance that its layer adds', () => {
    const graph: Graph = { nodes: [node('a', conv(3, 1), 'input'), node('sum', { type: 'add' }, 'a', 'input')] }
    const { height } = pathShares(graph, 'sum', [0, 0])
    expect(height.shares.map((share) => share * 6)).toEqual([1, 4, 1].map((share) => expect.closeTo(share, 12)))
    expect(height.standardDeviation).toBeCloseTo(Math.sqrt(1 / 3), 12)
  })

  it('the axes may differ', () => {
    const shares = pathShares(sequential([{ type: 'conv', outChannels: 1, kernelSize: [1, 5] }]), '0', [2, 0])
    expect(shares.height).toEqual({ first: 2, shares: [1], mean: 2, standardDeviation: 0 })
    expect(shares.width.shares).toHaveLength(5)
  })

  it('the input itself is one cell', () => {
    expect(pathShares(sequential([conv(3)]), 'input', [-3, 5]).height).toEqual({
      first: -3,
      shares: [1],
      mean: -3,
      standardDeviation: 0,
    })
  })

  it('a phase of a transposed layer that reads nothing has no mean', () => {
    const graph = sequential([{ type: 'transposedConv', outChannels: 1, kernelSize: 1, stride: 2 }])
    expect(pathShares(graph, '0', [1, 0]).height).toEqual({
      first: 0,
      shares: [],
      mean: null,
      standardDeviation: null,
    })
  })

  it.each([
    [() => pathShares(sequential([conv(3)]), 'x', [0, 0]), "pathShares: node must be in the graph, got 'x'"],
    [() => pathShares(sequential([conv(3)]), '0', 3 as never), 'pathShares: unit must be a pair [row, column], got 3'],
    [() => pathShares(sequential([{ type: 'flatten' }]), '0', [0, 0]), "pathShares: node '0' (flatten) must not come"],
  ])('refuses what has no shares (%#)', (call, message) => {
    expect(call).toThrow(RangeError)
    expect(call).toThrow(message)
  })

  it('law: of a chain, path counts divided by their sum', () => {
    fc.assert(
      fc.property(fc.array(axisCase, { minLength: 1, maxLength: 3 }), fc.integer({ min: -4, max: 4 }), (axes, unit) => {
        const layers = axes.map(({ inputSize: _, ...axis }) => axis)
        const { first, counts } = axisPathCounts(layers, unit)
        const total = counts.reduce((sum, count) => sum + count, 0)
        const graph = sequential(
          layers.map(({ padding, ...axis }) => ({
            type: 'conv',
            outChannels: 1,
            padding: [padding, padding],
            ...axis,
          })),
        )
        const { width } = pathShares(graph, String(layers.length - 1), [0, unit])
        expect(width.first).toBe(first)
        expect(width.shares).toEqual(counts.map((count) => expect.closeTo(count / total, 12)))
      }),
      RUNS,
    )
  })

  it('law: branches, by walking every path', () => {
    const kernel = fc.integer({ min: 1, max: 4 })
    fc.assert(
      fc.property(kernel, kernel, kernel, fc.nat(3), (a, b, c, unit) => {
        const graph: Graph = {
          nodes: [
            node('a', conv(a), 'input'),
            node('b', conv(b), 'a'),
            node('sum', { type: 'add' }, 'a', 'b', 'input'),
            node('c', conv(c), 'sum'),
          ],
        }
        const expected = new Map<number, number>()
        const taps = (size: number) => Array.from({ length: size }, (_, tap) => tap)
        const end = (cell: number, part: number) => expected.set(cell, (expected.get(cell) ?? 0) + part)
        const third = 1 / (3 * c)
        for (const last of taps(c)) {
          end(unit + last, third)
          for (const first of taps(a)) {
            end(unit + last + first, third / a)
            for (const second of taps(b)) end(unit + last + second + first, third / (a * b))
          }
        }
        const { height } = pathShares(graph, 'c', [unit, 0])
        for (const [at, share] of height.shares.entries()) {
          expect(share).toBeCloseTo(expected.get(height.first + at) ?? 0, 12)
        }
      }),
      RUNS,
    )
  })
})

describe('resnet50Fpn', () => {
  const { graph, endpoints } = networks.resnet50Fpn()

  it.each([
    ['c2', 4, 35],
    ['c3', 8, 91],
    ['c4', 16, 267],
    ['c5', 32, 427],
    ['p2', 4, 459],
    ['p3', 8, 459],
    ['p4', 16, 459],
    ['p5', 32, 491],
    ['p6', 64, 491],
    ['rpn2', 4, 459],
    ['rpn4', 16, 491],
    ['rpn5', 32, 555],
    ['rpn6', 64, 619],
  ] as const)('%s has effective stride %i and sees at most %i cells', (endpoint, effectiveStride, size) => {
    expect(receptiveField(graph, endpoints[endpoint]).height).toMatchObject({ effectiveStride, size })
  })

  it('lower levels see as far as higher ones, but concentrate on less', () => {
    const widths = [2, 3, 4, 5, 6].map(
      (level) => pathShares(graph, `rpn${level}`, [0, 0]).height.standardDeviation as number,
    )
    expect(widths).toEqual([...widths].sort((a, b) => a - b))
    expect(widths[4] / widths[0]).toBeGreaterThan(2)
  })
})
