import { type AxisLayer, axisPathCounts, convOutputSize, fieldCoverage, transposedConvOutputSize } from 'conv-math'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisCase, RUNS, transposedAxisCase } from './random-cases.ts'

describe('cases', () => {
  it('two 3-tap layers reach their five inputs in 1, 2, 3, 2 and 1 ways', () => {
    expect(axisPathCounts([{ kernelSize: 3 }, { kernelSize: 3 }], 0)).toEqual({ first: 0, counts: [1, 2, 3, 2, 1] })
  })

  it('padding counts as cells without ends, and not at all with them', () => {
    const layers = [
      { kernelSize: 3, padding: 1 },
      { kernelSize: 3, padding: 1 },
    ]
    expect(axisPathCounts(layers, 0)).toEqual({ first: -2, counts: [1, 2, 3, 2, 1] })
    expect(axisPathCounts(layers, 0, 9)).toEqual({ first: 0, counts: [2, 2, 1] })
  })

  it('no layer leaves the unit itself', () => {
    expect(axisPathCounts([], -7)).toEqual({ first: -7, counts: [1] })
    expect(axisPathCounts([], 2, 3)).toEqual({ first: 2, counts: [1] })
  })

  it('a transposed layer with gaps leaves some units without any path', () => {
    const layer: AxisLayer = { type: 'transposedConv', kernelSize: 1, stride: 2 }
    expect(axisPathCounts([layer], 4)).toEqual({ first: 2, counts: [1] })
    expect(axisPathCounts([layer], 5)).toEqual({ first: 0, counts: [] })
    expect(axisPathCounts([layer, { kernelSize: 1, stride: 2, padding: 1 }], 0)).toEqual({ first: 0, counts: [] })
  })

  it('a unit that sees only padding has no path from a real cell', () => {
    expect(axisPathCounts([{ kernelSize: 1, padding: 2 }], 1, 3)).toEqual({ first: 0, counts: [] })
  })

  it.each([
    [[2, 2, 2], 169, 49, 49 / 169],
    [[1, 2, 4], 225, 225, 1],
    [[1, 2, 5], 289, 289, 1],
    [[2, 4, 8], 841, 225, 225 / 841],
  ])('3×3 at rates %j: %i cells spanned, %i touched', (rates, size, touched, share) => {
    expect(fieldCoverage(rates.map((dilation) => ({ kernelSize: 3, dilation })))).toEqual({ size, touched, share })
  })

  it('a chain that reaches nothing covers nothing', () => {
    const layers: readonly AxisLayer[] = [
      { type: 'transposedConv', kernelSize: 1, stride: 2 },
      { kernelSize: 1, stride: 2, padding: 1 },
    ]
    expect(fieldCoverage(layers)).toEqual({ size: 0, touched: 0, share: 0 })
  })
})

interface Step {
  readonly layer: AxisLayer
  /** Input and output of every tap that joins two real cells. */
  readonly pairs: readonly (readonly [input: number, output: number])[]
  readonly outputSize: number
}

/** A step on an axis of the given size, its taps listed by walking over the kernel at every cell. */
function stepOf(layer: AxisLayer, inputSize: number): Step {
  const { kernelSize, stride = 1, padding = 0, dilation = 1 } = layer
  const [start] = typeof padding === 'number' ? [padding] : padding
  const transposed = layer.type === 'transposedConv'
  const outputSize = transposed ? transposedConvOutputSize(inputSize, layer) : convOutputSize(inputSize, layer)
  const pairs: [number, number][] = []
  for (let anchor = 0; anchor < (transposed ? inputSize : outputSize); anchor += 1) {
    for (let tap = 0; tap < kernelSize; tap += 1) {
      const other = anchor * stride - start + tap * dilation
      if (other < 0 || other >= (transposed ? outputSize : inputSize)) continue
      pairs.push(transposed ? [anchor, other] : [other, anchor])
    }
  }
  return { layer, pairs, outputSize }
}

const chain = fc
  .array(fc.oneof(axisCase, transposedAxisCase), { minLength: 1, maxLength: 4 })
  .map((cases): readonly AxisLayer[] =>
    cases.map(({ inputSize, ...layer }) => ('outputPadding' in layer ? { type: 'transposedConv', ...layer } : layer)),
  )

describe('laws', () => {
  it('paths are what walking forward from every real input cell counts', () => {
    fc.assert(
      fc.property(chain, fc.integer({ min: 1, max: 12 }), (layers, inputSize) => {
        const steps: Step[] = []
        try {
          for (const layer of layers) steps.push(stepOf(layer, steps.at(-1)?.outputSize ?? inputSize))
        } catch {
          fc.pre(false)
        }
        const last = steps.at(-1)?.outputSize ?? inputSize
        const forward = Array.from({ length: inputSize }, (_, cell) => {
          let reached = new Map([[cell, 1]])
          for (const { pairs } of steps) {
            const next = new Map<number, number>()
            for (const [input, output] of pairs) {
              const ways = reached.get(input)
              if (ways !== undefined) next.set(output, (next.get(output) ?? 0) + ways)
            }
            reached = next
          }
          return reached
        })
        for (let unit = 0; unit < last; unit += 1) {
          const { first, counts } = axisPathCounts(layers, unit, inputSize)
          const expected = forward.map((reached) => reached.get(unit) ?? 0)
          expect(expected.map((_, cell) => counts[cell - first] ?? 0)).toEqual(expected)
          expect(counts.length === 0 || (counts[0] > 0 && (counts.at(-1) ?? 0) > 0)).toBe(true)
        }
      }),
      RUNS,
    )
  })

  it('far from the ends, ends make no difference', () => {
    fc.assert(
      fc.property(fc.array(axisCase, { maxLength: 3 }), (cases) => {
        const layers = cases.map(({ inputSize, ...layer }) => ({ ...layer, padding: layer.padding[0] }))
        const unit = 60
        const unbounded = axisPathCounts(layers, unit)
        const inside = axisPathCounts(layers, unit, unbounded.first + 4000)
        expect(inside).toEqual(unbounded)
      }),
      RUNS,
    )
  })
})

const refused: readonly [rule: string, run: () => unknown][] = [
  ['axisPathCounts: layers must be a list, got null', () => axisPathCounts(null as never, 0)],
  ['fieldCoverage: layers must be a list, got 3', () => fieldCoverage(3 as never)],
  ['axisPathCounts: layer 0: options must be an object, got null', () => axisPathCounts([null as never], 0)],
  [
    'axisPathCounts: layer 0: kernelSize must be an integer ≥ 1, got undefined',
    () => axisPathCounts([undefined as never], 0),
  ],
  [
    'axisPathCounts: layer 1: stride must be an integer ≥ 1, got 0',
    () => axisPathCounts([{ kernelSize: 1 }, { kernelSize: 1, stride: 0 }], 0),
  ],
  [
    "axisPathCounts: layer 0: type must be 'conv' or 'transposedConv', got \"pool\"",
    () => axisPathCounts([{ type: 'pool' as never, kernelSize: 1 }], 0),
  ],
  [
    'axisPathCounts: layer 0: outputPadding must be less than max(stride, dilation) = 1, got 1',
    () => axisPathCounts([{ type: 'transposedConv', kernelSize: 1, outputPadding: 1 }], 0),
  ],
  ['axisPathCounts: unit must be an integer', () => axisPathCounts([], 0.5)],
  ['axisPathCounts: cell reached must be an integer', () => axisPathCounts([{ kernelSize: 1, stride: 3 }], 2 ** 52)],
  ['axisPathCounts: layers must give a list of at most', () => axisPathCounts([{ kernelSize: 2 ** 40 }], 0)],
  ['axisPathCounts: unit must be an integer from 0 to 2, got 3', () => axisPathCounts([], 3, 3)],
  ['axisPathCounts: inputSize must be an integer ≥ 1, got 0', () => axisPathCounts([], 0, 0)],
  [
    'axisPathCounts: layer 0: kernelSize must span at most the padded input size 3, got 4',
    () => axisPathCounts([{ kernelSize: 4 }], 0, 3),
  ],
]

describe('refusals', () => {
  it.each(refused)('%s', (message, run) => {
    expect(run).toThrow(RangeError)
    expect(run).toThrow(message)
  })
})
