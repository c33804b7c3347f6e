import {
  averagePool2d,
  conv2d,
  conv2dInputGradient,
  conv2dWeightGradient,
  deformableConv2d,
  locallyConnected2d,
  maxPool2d,
  type Tensor,
  tensor,
  transposedConv2d,
} from 'conv-math'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { convCase, RUNS, transposedConvCase } from './random-cases.ts'

let allocated = 0

/** A typed array that adds its bytes to what has been allocated; a view of another's memory adds nothing. */
const counting = (base: typeof Float64Array | typeof Float32Array | typeof Int32Array) =>
  new Proxy(base, {
    construct(target, args, caller) {
      const array = Reflect.construct(target, args, caller) as Float64Array
      if (!(args[0] instanceof ArrayBuffer)) allocated += array.byteLength
      return array
    },
  })

beforeEach(() => {
  for (const base of [Float64Array, Float32Array, Int32Array]) vi.stubGlobal(base.name, counting(base))
})
afterEach(() => vi.unstubAllGlobals())

/** Bytes that a call allocates in arrays of numbers, beside its result. */
function bytesOf(call: () => Tensor): number {
  allocated = 0
  const { data } = call()
  return allocated - data.byteLength
}

const STRIP = 256 * 1024
const RESULTS = 2048

interface Pass {
  readonly weights: number
  /** Taps of one output channel. */
  readonly taps: number
  /** Channels that a group writes. */
  readonly written: number
  /** What one row of windows reads, in cells, and how many windows it has: more than a strip in none of these cases. */
  readonly row?: { readonly cells: number; readonly results: number }
}

/** What the README allows a pass. */
function bound({ weights, taps, written, row = { cells: 0, results: 0 } }: Pass, phases = 1): number {
  const strip = Math.max(STRIP, 8 * row.cells) + 16 * Math.max(RESULTS, row.results) + 1920 * written
  return 8 * weights + phases * strip + 12 * taps
}

describe('memory: beside its result a pass allocates weights, taps and one strip', () => {
  test.each([
    ['3×3, 3→16 at 224²', { batch: 1, inputs: 3, outputs: 16, size: 224, groups: 1 }],
    ['3×3, 64→64 at 56²', { batch: 1, inputs: 64, outputs: 64, size: 56, groups: 1 }],
    ['3×3, 64→32 at 28², batch 8', { batch: 8, inputs: 64, outputs: 32, size: 28, groups: 1 }],
    ['3×3 depthwise, 64 at 112²', { batch: 1, inputs: 1, outputs: 1, size: 112, groups: 64 }],
  ])('%s', (_, { batch, inputs, outputs, size, groups }) => {
    const input = tensor([batch, inputs * groups, size, size])
    const weight = tensor([outputs * groups, inputs, 3, 3])
    const options = { padding: 1, groups }
    const output = conv2d(input, weight, options)
    const pass = (read: number, written: number) => {
      const row = { cells: read * 3 * (size + 2), results: size }
      return bound({ weights: weight.data.length, taps: 9 * read, written, row })
    }
    const gathered = 8 * RESULTS * outputs
    const calls = [
      [pass(inputs, outputs), () => conv2d(input, weight, options)],
      [pass(outputs, inputs), () => conv2dInputGradient(output, weight, { ...options, inputSize: [size, size] })],
      [pass(inputs, outputs) + gathered, () => conv2dWeightGradient(input, output, { ...options, kernelSize: [3, 3] })],
    ] as const
    for (const [allowed, call] of calls) {
      expect(bytesOf(call)).toBeLessThanOrEqual(allowed)
      expect(bytesOf(call)).toBeGreaterThan(8 * weight.data.length)
    }
  })

  test('a transposed convolution has one strip for each phase of its stride', () => {
    const [input, weight] = [tensor([1, 64, 56, 56]), tensor([64, 32, 4, 4])]
    const bytes = bytesOf(() => transposedConv2d(input, weight, { stride: 2, padding: 1 }))
    const pass = { weights: weight.data.length, taps: 64 * 16, written: 32 }
    expect(bytes).toBeLessThanOrEqual(bound(pass, 4))
    expect(bytes).toBeGreaterThan(bound(pass, 2))
  })

  test('as much for a longer input as for a long one', () => {
    const weight = tensor([8, 16, 3, 3])
    const inputs = [512, 4096].map((height) => tensor([1, 16, height, 32]))
    const [long, longer] = inputs.map((input) => bytesOf(() => conv2d(input, weight)))
    expect(longer).toBe(long)
  })

  test('law: within the bound for all parameters', () => {
    fc.assert(
      fc.property(convCase, transposedConvCase, (conv, transposed) => {
        const { input, weight, options } = conv
        const weights = weight.data.length
        const pass = { weights, taps: weights / weight.shape[0], written: weight.shape[0] }
        expect(bytesOf(() => conv2d(input, weight, options))).toBeLessThanOrEqual(bound(pass))
        const phases = transposed.options.stride[0] * transposed.options.stride[1]
        const { data, shape } = transposed.weight
        const backward = { weights: data.length, taps: data.length / shape[1], written: shape[1] }
        expect(
          bytesOf(() => transposedConv2d(transposed.input, transposed.weight, transposed.options)),
        ).toBeLessThanOrEqual(bound(backward, phases))
      }),
      RUNS,
    )
  })
})

describe('memory of the other operations', () => {
  const input = tensor([2, 4, 20, 20])

  test('pools and locallyConnected2d allocate no numbers beside their result', () => {
    expect(bytesOf(() => maxPool2d(input, { kernelSize: 3 }))).toBe(0)
    expect(bytesOf(() => averagePool2d(input, { kernelSize: 3 }))).toBe(0)
    const own = tensor([18, 18, 2, 4, 3, 3])
    expect(bytesOf(() => locallyConnected2d(input, own))).toBe(0)
  })

  test('deformableConv2d: 8 bytes per tap of all input channels', () => {
    const [weight, offset] = [tensor([2, 4, 3, 3]), tensor([2, 18, 18, 18])]
    expect(bytesOf(() => deformableConv2d(input, weight, offset))).toBe(8 * 4 * 9)
  })
})
