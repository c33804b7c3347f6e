import { axisPathCounts, effectiveReceptiveField, type StackLayer } from 'conv-math'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadFixture, nested, type StoredPadding, type StoredTensor } from './load-fixture.ts'
import { RUNS } from './random-cases.ts'

interface StoredStack {
  readonly id: string
  readonly inputSize: readonly [number, number]
  readonly unit: readonly [number, number]
  readonly layers: readonly {
    readonly params: {
      readonly stride: readonly [number, number]
      readonly padding: StoredPadding
      readonly dilation: readonly [number, number]
    }
    readonly weight: StoredTensor
  }[]
  readonly gradient: StoredTensor
  readonly stats: { readonly mean: readonly number[]; readonly variance: readonly number[] }
  readonly uniformKernelVarianceFormula?: readonly [number, number]
}

const stacks = loadFixture<readonly StoredStack[]>('erf.json')

it('the file holds 11 stacks', () => {
  expect(stacks.length).toBe(11)
})

describe.each(stacks)('$id', ({ inputSize, unit, layers: stored, gradient, stats, uniformKernelVarianceFormula }) => {
  const layers = stored.map(({ params, weight }): StackLayer => {
    const [, , height, width] = weight.shape
    const { stride, dilation } = params
    return { kernelSize: [height, width], stride, dilation, padding: nested(params.padding), kernel: weight.data }
  })
  const field = effectiveReceptiveField(layers, { inputSize, unit })

  it('has the exact gradient', () => {
    expect([...field.gradient]).toEqual(gradient.data)
    expect([1, 1, field.height, field.width].slice(-gradient.shape.length)).toEqual(gradient.shape)
  })

  it('has the mean and the deviation of its absolute values', () => {
    for (const axis of [0, 1]) {
      expect(field.mean?.[axis]).toBeCloseTo(stats.mean[axis], 9)
      expect((field.standardDeviation?.[axis] ?? 0) ** 2).toBeCloseTo(stats.variance[axis], 9)
      const formula = uniformKernelVarianceFormula?.[axis] ?? stats.variance[axis]
      expect((field.standardDeviation?.[axis] ?? 0) ** 2).toBeCloseTo(formula, 9)
    }
  })
})

const layer: fc.Arbitrary<StackLayer> = fc.record({
  kernelSize: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
  stride: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
  padding: fc.tuple(fc.tuple(fc.nat(2), fc.nat(2)), fc.tuple(fc.nat(2), fc.nat(2))),
  dilation: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
})

describe('laws', () => {
  it('ones written out give what ones left out give', () => {
    fc.assert(
      fc.property(fc.array(layer, { maxLength: 3 }), fc.nat(999), (layers, place) => {
        const inputSize = [60, 61] as const
        const written = layers.map((each) => ({ ...each, kernel: onesOf(each) }))
        const { gradient, mean } = effectiveReceptiveField(layers, { inputSize })
        const dense = effectiveReceptiveField(written, { inputSize }).gradient
        expect(gradient.findIndex((value, cell) => value !== dense[cell])).toBe(-1)
        expect(mean === null).toBe(gradient.every((value) => value === 0))
        expect(gradient[place]).toBeGreaterThanOrEqual(0)
      }),
      RUNS,
    )
  })

  it('the variance of n dense layers of ones is n (k² − 1) / 12', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 }), (depth, kernelSize) => {
        const reach = depth * (kernelSize - 1) + 1
        const layers = Array.from({ length: depth }, () => ({ kernelSize }))
        const { standardDeviation } = effectiveReceptiveField(layers, { inputSize: [reach, reach] })
        const expected = Math.sqrt((depth * (kernelSize ** 2 - 1)) / 12)
        expect(standardDeviation?.[0]).toBeCloseTo(expected, 9)
        expect(standardDeviation?.[1]).toBeCloseTo(expected, 9)
      }),
      RUNS,
    )
  })
})

describe('cases', () => {
  it('a field of ten 3×3 layers is 21 wide, but deviates by 2.58 cells only', () => {
    const layers = Array.from({ length: 10 }, () => ({ kernelSize: 3, padding: 1 }))
    const { standardDeviation, mean } = effectiveReceptiveField(layers, { inputSize: [41, 41] })
    expect(mean).toEqual([20, 20])
    expect(standardDeviation?.[0]).toBeCloseTo(Math.sqrt(20 / 3), 12)
  })

  it('a pool counts as a window of ones whose stride is its kernel', () => {
    const pooled = effectiveReceptiveField([{ type: 'maxPool', kernelSize: 2 }], { inputSize: [4, 4], unit: [1, 0] })
    expect([...pooled.gradient]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0])
    const ceiled = { type: 'averagePool', kernelSize: 2, ceilMode: true } as const
    const last = effectiveReceptiveField([ceiled], { inputSize: [3, 3], unit: [1, 1] })
    expect([...last.gradient]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1])
  })

  it('a unit in the padding alone has no mean', () => {
    const field = effectiveReceptiveField([{ kernelSize: 1, padding: 1 }], { inputSize: [2, 2], unit: [0, 0] })
    expect([field.mean, field.standardDeviation, [...field.gradient]]).toEqual([null, null, [0, 0, 0, 0]])
  })

  it('rows are not columns', () => {
    const [row, column] = [{ kernelSize: [1, 3] } as const, { kernelSize: [3, 1], kernel: [1, 2, 3] } as const]
    const { gradient } = effectiveReceptiveField([row, column], { inputSize: [3, 3] })
    expect([...gradient]).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3])
  })

  it('VGG-16 to pool5 at 224² takes its counts from two axes', () => {
    const conv = { kernelSize: 3, padding: 1 }
    const pool = { kernelSize: 2, stride: 2 }
    const layers = [2, 2, 3, 3, 3].flatMap((depth) => [...Array.from({ length: depth }, () => conv), pool])
    const { gradient } = effectiveReceptiveField(layers, { inputSize: [224, 224], unit: [3, 3] })
    const { first, counts } = axisPathCounts(layers, 3, 224)
    for (let place = 0; place < 224; place += 1) {
      expect(gradient[111 * 224 + place]).toBe((counts[111 - first] ?? 0) * (counts[place - first] ?? 0))
    }
  })
})

const inputSize = [5, 5] as const
const refused: readonly [rule: string, run: () => unknown][] = [
  ['layers must be a list, got undefined', () => effectiveReceptiveField(undefined as never, { inputSize })],
  ['inputSize must be a pair [height, width], got undefined', () => effectiveReceptiveField([], {} as never)],
  ['inputSize must be an integer ≥ 1, got 0', () => effectiveReceptiveField([], { inputSize: [0, 5] })],
  ['options must be an object, got null', () => effectiveReceptiveField([], null as never)],
  ['layer 0: options must be an object, got null', () => effectiveReceptiveField([null as never], { inputSize })],
  [
    "layer 0: type must be 'conv', 'maxPool' or 'averagePool', got \"linear\"",
    () => effectiveReceptiveField([{ type: 'linear' as never, kernelSize: 1 }], { inputSize }),
  ],
  [
    'layer 1: kernelSize must be an integer ≥ 1, got 0',
    () => effectiveReceptiveField([{ kernelSize: 1 }, { kernelSize: 0 }], { inputSize }),
  ],
  [
    'layer 0: kernel must be 9 finite numbers, got [1]',
    () => effectiveReceptiveField([{ kernelSize: 3, kernel: [1] }], { inputSize }),
  ],
  [
    'layer 0: kernel must be 1 finite numbers, got [NaN]',
    () => effectiveReceptiveField([{ kernelSize: 1, kernel: [Number.NaN] }], { inputSize }),
  ],
  ['row of unit must be an integer from 0 to 4, got 5', () => effectiveReceptiveField([], { inputSize, unit: [5, 0] })],
  [
    'column of unit must be an integer from 0 to 4, got 5',
    () => effectiveReceptiveField([], { inputSize, unit: [0, 5] }),
  ],
  [
    'cells of every level must be an integer from 1 to 67108864, got 1099511627776',
    () => effectiveReceptiveField([], { inputSize: [2 ** 20, 2 ** 20] }),
  ],
  [
    'gradient must stay finite, got a sum of Infinity',
    () =>
      effectiveReceptiveField(
        Array.from({ length: 4 }, () => ({ kernelSize: 1, kernel: [1e99] })),
        { inputSize },
      ),
  ],
]

describe('refusals', () => {
  it.each(refused)('%s', (rule, run) => {
    expect(run).toThrow(RangeError)
    expect(run).toThrow(`effectiveReceptiveField: ${rule}`)
  })

  it('a kernel larger than the padded input names the axis', () => {
    const run = () => effectiveReceptiveField([{ kernelSize: [1, 6] }], { inputSize })
    expect(run).toThrow(RangeError)
    expect(run).toThrow('width')
  })
})

function onesOf({ kernelSize }: StackLayer): readonly number[] {
  const [height, width] = kernelSize as readonly [number, number]
  return Array.from({ length: height * width }, () => 1)
}
