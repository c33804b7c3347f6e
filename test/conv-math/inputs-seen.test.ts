import { type Graph, inputsSeen, type Layer, type MapShape, sequential, tensor, touchedInputs } from 'conv-math'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RUNS } from './random-cases.ts'
import { sizedGraph } from './random-graphs.ts'
import { runGraph } from './run-graph.ts'

const conv = (kernelSize: number, more: object = {}): Layer => ({ type: 'conv', outChannels: 1, kernelSize, ...more })

describe('cases', () => {
  it('the field is cut at the border of every level, not only at the input', () => {
    const layers = [conv(1, { padding: 2 }), conv(3)]
    const seen = (unit: number) => inputsSeen(sequential(layers), '1', [unit, 2], [1, 3, 3]).rows
    expect([0, 1, 2, 3, 4].map(seen)).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 2],
      [2, 2],
    ])
    const inside = [conv(3, { stride: 2, padding: 1 }), conv(3, { padding: 1 })]
    expect(inputsSeen(sequential(inside), '1', [0, 0], [1, 9, 9])).toEqual({ rows: [0, 3], columns: [0, 3] })
  })

  it('the input sees itself', () => {
    expect(inputsSeen({ nodes: [] }, 'input', [1, 2], [1, 3, 3])).toEqual({ rows: [1, 1], columns: [2, 2] })
  })

  it('a path that leaves the map on one axis reaches nothing on the other', () => {
    const graph = sequential([
      conv(1, {
        padding: [
          [1, 0],
          [0, 0],
        ],
      }),
    ])
    expect(inputsSeen(graph, '0', [0, 2], [1, 4, 4])).toEqual({ rows: null, columns: null })
    expect(touchedInputs(graph, '0', [0, 2], [1, 4, 4])).toEqual({
      rows: null,
      columns: null,
      mask: new Uint8Array(0),
      count: 0,
      share: 0,
    })
  })

  it('of two branches, one that is lost on either axis adds nothing', () => {
    const nodes = [
      {
        id: 'up',
        layer: conv(1, {
          padding: [
            [2, 0],
            [0, 2],
          ],
        }),
        inputs: ['input'],
      },
      {
        id: 'left',
        layer: conv(1, {
          padding: [
            [0, 2],
            [2, 0],
          ],
        }),
        inputs: ['input'],
      },
      { id: 'both', layer: { type: 'add' } as const, inputs: ['up', 'left'] },
    ]
    const seen = (row: number, column: number) => inputsSeen({ nodes }, 'both', [row, column], [1, 3, 3])
    expect(seen(2, 0)).toEqual({ rows: [0, 0], columns: [0, 0] })
    expect(seen(1, 1)).toEqual({ rows: null, columns: null })
    expect(seen(2, 2)).toEqual({ rows: [0, 2], columns: [0, 2] })
    expect(touchedInputs({ nodes }, 'both', [2, 2], [1, 3, 3])).toEqual({
      rows: [0, 2],
      columns: [0, 2],
      mask: Uint8Array.of(0, 0, 1, 0, 0, 0, 1, 0, 0),
      count: 2,
      share: 2 / 9,
    })
  })

  it('globalAveragePool, flatten and gates see whole maps', () => {
    const squeeze: Graph = {
      nodes: [
        { id: 'half', layer: conv(1, { stride: 2 }), inputs: ['input'] },
        { id: 'squeeze', layer: { type: 'globalAveragePool' }, inputs: ['half'] },
        { id: 'gated', layer: { type: 'multiply' }, inputs: ['squeeze', 'half'] },
        { id: 'corner', layer: conv(1, { stride: 3 }), inputs: ['gated'] },
        { id: 'flat', layer: { type: 'flatten' }, inputs: ['corner'] },
      ],
    }
    const shape: MapShape = [1, 8, 6]
    expect(inputsSeen(squeeze, 'half', [1, 1], shape)).toEqual({ rows: [2, 2], columns: [2, 2] })
    expect(inputsSeen(squeeze, 'gated', [1, 1], shape)).toEqual({ rows: [0, 6], columns: [0, 4] })
    expect(touchedInputs(squeeze, 'gated', [1, 1], shape).count).toBe(12)
    expect(inputsSeen(squeeze, 'flat', [0, 0], shape)).toEqual({ rows: [0, 6], columns: [0, 4] })
  })

  it('a gate that is no pool sees what its own only unit sees', () => {
    const graph: Graph = {
      nodes: [
        { id: 'gate', layer: conv(2, { stride: 9 }), inputs: ['input'] },
        { id: 'gated', layer: { type: 'multiply' }, inputs: ['input', 'gate'] },
      ],
    }
    expect(inputsSeen(graph, 'gated', [5, 3], [1, 6, 6])).toEqual({ rows: [0, 5], columns: [0, 3] })
  })

  it('shapes and channels of nodes that the unit does not depend on do not matter', () => {
    const graph = sequential([conv(3), conv(9)])
    expect(inputsSeen(graph, '0', [0, 0], [1, 5, 5]).rows).toEqual([0, 2])
    expect(() => inputsSeen(graph, '1', [0, 0], [1, 5, 5])).toThrow("inputsSeen: node '1': kernelSize must span")
  })

  it('strides may differ where shapes match', () => {
    const graph: Graph = {
      nodes: [
        { id: 'wide', layer: conv(2, { stride: 3 }), inputs: ['input'] },
        { id: 'narrow', layer: conv(4), inputs: ['input'] },
        { id: 'join', layer: { type: 'add' }, inputs: ['wide', 'narrow'] },
      ],
    }
    expect(inputsSeen(graph, 'join', [1, 0], [1, 5, 5])).toEqual({ rows: [1, 4], columns: [0, 3] })
  })

  it('rate 2 three times touches 49 of 169 inputs', () => {
    const graph = sequential([1, 2, 3].map(() => conv(3, { dilation: 2 })))
    const { count, share, mask } = touchedInputs(graph, '2', [0, 0], [1, 13, 13])
    expect([count, share, mask.length]).toEqual([49, 49 / 169, 169])
  })

  it('many branches of different shapes keep every cell apart', () => {
    const bars = Array.from({ length: 40 }, (_, index) => ({
      id: `bar${index}`,
      layer: conv(1, {
        padding: [
          [index, 40 - index],
          [(index * 7) % 41, 40 - ((index * 7) % 41)],
        ],
      }),
      inputs: ['input'],
    }))
    const nodes = [...bars, { id: 'join', layer: { type: 'add' } as const, inputs: bars.map(({ id }) => id) }]
    const { count, mask, rows, columns } = touchedInputs({ nodes }, 'join', [40, 40], [1, 41, 41])
    expect([count, rows, columns]).toEqual([40, [1, 40], [0, 40]])
    const width = 41
    bars.forEach((_, index) => {
      expect(mask[(40 - index - 1) * width + 40 - ((index * 7) % 41)]).toBe(1)
    })
  })
})

describe('laws', () => {
  it('the inputs seen are those whose change is felt, in chains and graphs of every operation', () => {
    fc.assert(
      fc.property(sizedGraph, fc.nat(), fc.nat(), ({ graph, inputShape }, down, across) => {
        const [channels, height, width] = inputShape
        // Item c of the batch has ones at input cell c and zeros elsewhere.
        const batch = height * width
        const input = tensor(
          [batch, channels, height, width],
          Float32Array.from({ length: batch * channels * batch }, (_, place) =>
            Math.floor(place / (channels * batch)) === place % batch ? 1 : 0,
          ),
        )
        const values = runGraph(graph, input)
        for (const { id } of graph.nodes.slice(-2)) {
          const [, outChannels, rows, columns] = values.get(id)?.shape ?? []
          const unit = [down % rows, across % columns] as const
          const plane = rows * columns
          const felt = Array.from({ length: batch }, (_, cell) =>
            Array.from({ length: outChannels }, (_, channel) => (cell * outChannels + channel) * plane).some(
              (offset) => values.get(id)?.data[offset + unit[0] * columns + unit[1]] !== 0,
            ),
          )
          const cells = felt.flatMap((each, cell) => (each ? [[Math.floor(cell / width), cell % width]] : []))
          const hull = (axis: 0 | 1) =>
            cells.length === 0
              ? null
              : [Math.min(...cells.map((each) => each[axis])), Math.max(...cells.map((each) => each[axis]))]
          expect(inputsSeen(graph, id, unit, inputShape)).toEqual({ rows: hull(0), columns: hull(1) })
          const touched = touchedInputs(graph, id, unit, inputShape)
          expect(touched.count).toBe(cells.length)
          const [top, left] = [touched.rows?.[0] ?? 0, touched.columns?.[0] ?? 0]
          const across2 = (touched.columns?.[1] ?? 0) - left + 1
          for (const [row, column] of cells) expect(touched.mask[(row - top) * across2 + column - left]).toBe(1)
        }
      }),
      RUNS,
    )
  })
})

const chain = sequential([conv(3)])
const shape: MapShape = [1, 5, 6]
const refused: readonly [rule: string, run: () => unknown][] = [
  ["node must be in the graph, got 'x'", () => inputsSeen(chain, 'x', [0, 0], shape)],
  ['node must be in the graph, got undefined', () => inputsSeen(chain, undefined as never, [0, 0], shape)],
  ['unit must be [row, column], got 0', () => inputsSeen(chain, '0', 0 as never, shape)],
  ['unit must be [row, column], got [0]', () => inputsSeen(chain, '0', [0] as never, shape)],
  ['row must be an integer from 0 to 2, got 3', () => inputsSeen(chain, '0', [3, 0], shape)],
  ['column must be an integer from 0 to 3, got 4', () => inputsSeen(chain, '0', [0, 4], shape)],
  ['row must be an integer from 0 to 2, got -1', () => inputsSeen(chain, '0', [-1, 0], shape)],
  ['row must be an integer from 0 to 2, got "0"', () => inputsSeen(chain, '0', ['0', 0] as never, shape)],
  ['row must be an integer from 0 to 4, got 5', () => inputsSeen(chain, 'input', [5, 0], shape)],
  ['inputShape must be [channels, height, width], got [5, 5]', () => inputsSeen(chain, '0', [0, 0], [5, 5] as never)],
  ['inputShape must give a list of at most', () => inputsSeen(chain, '0', [0, 0], [1, 2 ** 40, 3])],
  ['height of inputShape must be an integer ≥ 1, got 0', () => inputsSeen(chain, '0', [0, 0], [1, 0, 5])],
]

describe('refusals', () => {
  it.each(refused)('%s', (rule, run) => {
    expect(run).toThrow(RangeError)
    expect(run).toThrow(`inputsSeen: ${rule}`)
  })

  it('touchedInputs refuses under its own name', () => {
    expect(() => touchedInputs(chain, '0', [3, 0], shape)).toThrow('touchedInputs: row must be an integer from 0 to 2')
  })
})
