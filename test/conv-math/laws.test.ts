import {
  averagePool2d,
  conv2d,
  conv2dInputGradient,
  conv2dWeightGradient,
  convAxisTaps,
  convOutputSize,
  maxPool2d,
  poolOutputSize,
  samePadding,
  type Tensor,
  tensor,
  transposedConv2d,
  transposedConvAxisTaps,
  transposedConvOutputSize,
} from 'conv-math'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fractions, RUNS } from './random-cases.ts'

/** Runs of the same call that differ in one parameter must differ in shape or in a number. */
const outcome = ({ shape, data }: Tensor) => JSON.stringify([shape, Array.from(data)])

const size = fc.integer({ min: 6, max: 9 })
const kernel = fc.integer({ min: 2, max: 3 })
const step = fc.integer({ min: 1, max: 2 })
const pads = fc.constantFrom(0, 1)
const seeds = fc.nat()

/** A convolution of numbers of which no two are alike, with two windows or more on each axis. */
const generic = fc
  .record({
    size: fc.tuple(size, size),
    kernelSize: fc.tuple(kernel, kernel),
    stride: fc.tuple(step, step),
    padding: fc.tuple(fc.tuple(pads, pads), fc.tuple(pads, pads)),
    seed: seeds,
  })
  .map(({ size: [height, width], kernelSize, stride, padding, seed }) => ({
    input: fractions([1, 4, height, width], seed),
    weight: fractions([4, 4, ...kernelSize], seed + 1),
    options: { stride, padding, dilation: [1, 1] as const },
  }))

type Options = {
  readonly stride: readonly [number, number]
  readonly padding: Sides
  readonly dilation: readonly [number, number]
}
type Sides = readonly [readonly [number, number], readonly [number, number]]

const plus = ([height, width]: readonly [number, number], axis: 0 | 1) =>
  axis === 0 ? ([height + 1, width] as const) : ([height, width + 1] as const)

/** Every option with one axis or side of it increased by one. */
const changes: readonly (readonly [name: string, change: (options: Options) => Options])[] = [
  ['stride height', (options) => ({ ...options, stride: plus(options.stride, 0) })],
  ['stride width', (options) => ({ ...options, stride: plus(options.stride, 1) })],
  ['dilation height', (options) => ({ ...options, dilation: plus(options.dilation, 0) })],
  ['dilation width', (options) => ({ ...options, dilation: plus(options.dilation, 1) })],
  ['padding top', (options) => ({ ...options, padding: [plus(options.padding[0], 0), options.padding[1]] })],
  ['padding left', (options) => ({ ...options, padding: [options.padding[0], plus(options.padding[1], 0)] })],
]

describe('law: every parameter has an effect', () => {
  test.each(changes)('conv2d and its gradients: %s', (_, change) => {
    fc.assert(
      fc.property(generic, ({ input, weight, options }) => {
        const changed = change(options)
        const [before, after] = [conv2d(input, weight, options), conv2d(input, weight, changed)]
        expect(outcome(after)).not.toBe(outcome(before))
        if (`${before.shape}` !== `${after.shape}`) return
        // With the same output size, the same gradient goes back to other cells and other taps.
        const inputSize = [input.shape[2], input.shape[3]] as const
        const kernelSize = [weight.shape[2], weight.shape[3]] as const
        expect(outcome(conv2dInputGradient(before, weight, { ...changed, inputSize }))).not.toBe(
          outcome(conv2dInputGradient(before, weight, { ...options, inputSize })),
        )
        expect(outcome(conv2dWeightGradient(input, before, { ...changed, kernelSize }))).not.toBe(
          outcome(conv2dWeightGradient(input, before, { ...options, kernelSize })),
        )
      }),
      RUNS,
    )
  })

  test.each(changes)('transposedConv2d: %s', (_, change) => {
    fc.assert(
      fc.property(generic, ({ input, weight, options }) => {
        const [before, after] = [
          transposedConv2d(input, weight, options),
          transposedConv2d(input, weight, change(options)),
        ]
        expect(outcome(after)).not.toBe(outcome(before))
      }),
      RUNS,
    )
  })

  test.each([0, 1] as const)('end padding and outputPadding on axis %i', (axis) => {
    fc.assert(
      fc.property(generic, ({ input, weight, options }) => {
        const padding = options.padding.map((side, at) => (at === axis ? plus(side, 1) : side)) as unknown as Sides
        const unit = { ...options, stride: [1, 1] as const }
        expect(conv2d(input, weight, { ...unit, padding }).shape[2 + axis]).toBe(
          conv2d(input, weight, unit).shape[2 + axis] + 1,
        )
        expect(transposedConv2d(input, weight, { ...options, padding }).shape[2 + axis]).toBe(
          transposedConv2d(input, weight, options).shape[2 + axis] - 1,
        )
        const wide = { ...options, stride: [3, 3] as const }
        const outputPadding = axis === 0 ? ([1, 0] as const) : ([0, 1] as const)
        expect(transposedConv2d(input, weight, { ...wide, outputPadding }).shape[2 + axis]).toBe(
          transposedConv2d(input, weight, wide).shape[2 + axis] + 1,
        )
      }),
      RUNS,
    )
  })

  test('groups: two groups are two convolutions side by side, and no longer one', () => {
    fc.assert(
      fc.property(generic, ({ input, weight, options }) => {
        const half = tensor([4, 2, ...weight.shape.slice(2)], weight.data.subarray(0, weight.data.length / 2))
        const grouped = conv2d(input, half, { ...options, groups: 2 })
        const [first, second] = [0, 1].map((group) =>
          conv2d(channelHalf(input, 1, group), channelHalf(half, 0, group), options),
        )
        expect(Array.from(grouped.data)).toEqual([...first.data, ...second.data])
        expect(outcome(transposedConv2d(input, half, { ...options, groups: 2 })).length).toBeGreaterThan(
          outcome(transposedConv2d(input, half, options)).length,
        )
      }),
      RUNS,
    )
  })

  test('bias: shifts its own channel alone', () => {
    fc.assert(
      fc.property(generic, fc.nat(3), ({ input, weight, options }, channel) => {
        const bias = tensor(
          [4],
          Array.from({ length: 4 }, (_, at) => (at === channel ? 2 : 0)),
        )
        for (const operation of [conv2d, transposedConv2d]) {
          const [plain, shifted] = [operation(input, weight, options), operation(input, weight, { ...options, bias })]
          const cells = plain.shape[2] * plain.shape[3]
          const off = plain.data.findIndex((value, at) => {
            const by = Math.floor(at / cells) === channel ? 2 : 0
            return Math.abs(shifted.data[at] - value - by) > 1e-6 * (1 + Math.abs(value))
          })
          expect(off).toBe(-1)
        }
      }),
      RUNS,
    )
  })

  /** A plane in which every cell exceeds all before it, so that each window has its own maximum. */
  const rising = (inputSize: number, seed: number) => {
    const { shape, data } = fractions([1, 1, inputSize, inputSize], seed)
    let level = 0
    return tensor(
      shape,
      data.map((value) => {
        level += 1 + value / 2
        return level
      }),
    )
  }

  const poolChanges = [
    ['kernelSize', (options: object) => ({ ...options, kernelSize: 4 })],
    ['stride', (options: object) => ({ ...options, stride: 1 })],
    ['padding', (options: object) => ({ ...options, padding: 1 })],
    ['ceilMode', (options: object) => ({ ...options, ceilMode: true })],
  ] as const

  test.each(poolChanges)('pools: %s', (_, change) => {
    fc.assert(
      fc.property(fc.constantFrom(8, 11), seeds, (inputSize, seed) => {
        const input = rising(inputSize, seed)
        const options = { kernelSize: 3, stride: 3 }
        for (const pool of [maxPool2d, averagePool2d]) {
          expect(outcome(pool(input, change(options) as typeof options))).not.toBe(outcome(pool(input, options)))
        }
      }),
      RUNS,
    )
  })

  test('pools: dilation of max, countIncludePadding of average', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 9 }), seeds, (inputSize, seed) => {
        const input = rising(inputSize, seed)
        const options = { kernelSize: 2, stride: 1 }
        expect(outcome(maxPool2d(input, { ...options, dilation: 2 }))).not.toBe(outcome(maxPool2d(input, options)))
        const padded = { ...options, padding: 1 }
        expect(outcome(averagePool2d(input, { ...padded, countIncludePadding: false }))).not.toBe(
          outcome(averagePool2d(input, padded)),
        )
      }),
      RUNS,
    )
  })

  test('one axis: each option changes a size or a tap', () => {
    const base = { kernelSize: 3, stride: 2, padding: [1, 1], dilation: 2 } as const
    const others = [
      { kernelSize: 4 },
      { stride: 3 },
      { padding: [2, 1] },
      { padding: [1, 2] },
      { dilation: 3 },
    ] as const
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 40 }), (inputSize) => {
        const taps = (options: typeof base) => {
          const outputs = convOutputSize(inputSize, options)
          const painted = transposedConvOutputSize(inputSize, options)
          return JSON.stringify([
            Array.from({ length: outputs }, (_, unit) => convAxisTaps(unit, inputSize, options)),
            Array.from({ length: painted }, (_, unit) => transposedConvAxisTaps(unit, inputSize, options)),
          ])
        }
        for (const other of others) {
          const changed = { ...base, ...other } as unknown as typeof base
          expect(taps(changed)).not.toBe(taps(base))
        }
        expect(samePadding(inputSize, { kernelSize: 4, dilation: 1 }, 'end')).not.toEqual(
          samePadding(inputSize, { kernelSize: 4, dilation: 1 }, 'start'),
        )
        expect(poolOutputSize(2 * inputSize + 1, { kernelSize: 2, ceilMode: true })).toBe(
          poolOutputSize(2 * inputSize + 1, { kernelSize: 2 }) + 1,
        )
      }),
      RUNS,
    )
  })
})

/** One half of the channels, along dimension 0 (the output channels of a weight) or 1 (the channels of an input). */
function channelHalf({ shape, data }: Tensor, dimension: 0 | 1, which: number): Tensor {
  const halved = shape.map((length, at) => (at === dimension ? length / 2 : length))
  return tensor(halved, data.subarray((which * data.length) / 2, ((which + 1) * data.length) / 2))
}
