import { axisLevelReads, axisPathCounts, inputsSeen, sequential } from 'conv-math'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisCase, RUNS } from './random-cases.ts'

describe('axisLevelReads', () => {
  it('lists every level from the input to the unit', () => {
    const layers = [
      { kernelSize: 3, padding: 1 },
      { kernelSize: 3, stride: 2, padding: 1 },
      { kernelSize: 3, padding: 1 },
    ]
    expect(axisLevelReads(layers, 1, 10)).toEqual([
      { size: 10, interval: [-2, 6], first: -1, counts: [1, 3, 4, 5, 4, 4, 2, 1] },
      { size: 10, interval: [-1, 5], first: -1, counts: [1, 1, 2, 1, 2, 1, 1] },
      { size: 5, interval: [0, 2], first: 0, counts: [1, 1, 1] },
      { size: 5, interval: [1, 1], first: 1, counts: [1] },
    ])
  })

  it('a dilated layer leaves the cells between its taps at 0', () => {
    expect(axisLevelReads([{ kernelSize: 3, dilation: 2, padding: 2 }], 0, 5)[0]).toEqual({
      size: 5,
      interval: [-2, 2],
      first: -2,
      counts: [1, 0, 1, 0, 1],
    })
  })

  it('a unit that reads nothing but padding sees no cell behind it', () => {
    const [input] = axisLevelReads([{ kernelSize: 1 }, { kernelSize: 1, padding: 2 }], 0, 3)
    expect(input).toEqual({ size: 3, interval: [-2, -2], first: 0, counts: [] })
  })

  it.each([
    [() => axisLevelReads([{ kernelSize: 4 }], 0, 3), 'axisLevelReads: layer 0: kernelSize must span'],
    [() => axisLevelReads([{ kernelSize: 3 }], 1, 3), 'axisLevelReads: unit must be an integer from 0 to 0, got 1'],
    [() => axisLevelReads([], 0, 0), 'axisLevelReads: inputSize must be an integer ≥ 1, got 0'],
    [() => axisLevelReads(7 as never, 0, 1), 'axisLevelReads: layers must be a list, got 7'],
  ])('refuses what does not hold (%#)', (call, message) => {
    expect(call).toThrow(RangeError)
    expect(call).toThrow(message)
  })

  it('law: the real cells of every level are those from which a path leads to the unit, the hull that of axisPathCounts', () => {
    const chain = fc.tuple(axisCase, fc.array(axisCase, { maxLength: 2 }), fc.nat())
    fc.assert(
      fc.property(chain, ([first, others, pick]) => {
        const layers = [first, ...others.map((layer) => ({ ...layer, padding: [20, 20] as const }))]
        const sizes = axisLevelReads(layers.slice(0, 0), 0, first.inputSize)
        expect(sizes).toHaveLength(1)
        let size = first.inputSize
        for (const [index] of layers.entries()) size = outputSize(layers.slice(index, index + 1), size)
        const unit = pick % size
        const levels = axisLevelReads(layers, unit, first.inputSize)
        for (const [level, { size: cells, interval, first: start, counts }] of levels.entries()) {
          const above = layers.slice(level)
          const real = counts.map((count, at) => (start + at >= 0 && start + at < cells ? count : 0))
          const clipped = axisPathCounts(above, unit, cells)
          const low = real.findIndex((count) => count > 0)
          expect(low < 0 ? [] : real.slice(low, real.findLastIndex((count) => count > 0) + 1)).toEqual(clipped.counts)
          if (low >= 0) expect(start + low).toBe(clipped.first)
          const endless = axisPathCounts(above, unit)
          expect(interval).toEqual([endless.first, endless.first + endless.counts.length - 1])
        }
        const graph = sequential(
          layers.map(({ padding, kernelSize, stride, dilation }) => {
            return { type: 'conv', outChannels: 1, kernelSize, stride, dilation, padding: [padding, padding] } as const
          }),
        )
        const seen = inputsSeen(graph, String(layers.length - 1), [unit, unit], [1, first.inputSize, first.inputSize])
        const { first: low, counts } = axisPathCounts(layers, unit, first.inputSize)
        expect(seen.rows).toEqual(counts.length > 0 ? [low, low + counts.length - 1] : null)
      }),
      RUNS,
    )
  })
})

function outputSize(layers: Parameters<typeof axisLevelReads>[0], inputSize: number): number {
  return axisLevelReads(layers, 0, inputSize)[layers.length].size
}
