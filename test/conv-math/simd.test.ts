import {
  conv2d,
  conv2dInputGradient,
  conv2dWeightGradient,
  loadSimd,
  type Tensor,
  tensor,
  transposedConv2d,
} from 'conv-math'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { RUNS } from './random-cases.ts'

const layer = fc.record({
  batch: fc.integer({ min: 1, max: 3 }),
  groups: fc.integer({ min: 1, max: 2 }),
  inputs: fc.integer({ min: 1, max: 9 }),
  outputs: fc.integer({ min: 1, max: 9 }),
  kernelSize: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  inputSize: fc.tuple(fc.integer({ min: 5, max: 9 }), fc.integer({ min: 5, max: 9 })),
  stride: fc.integer({ min: 1, max: 3 }),
  padding: fc.nat(2),
  dilation: fc.integer({ min: 1, max: 2 }),
})
type Layer = typeof layer extends fc.Arbitrary<infer T> ? T : never

/** Fractions that repeat after a prime number of steps: no two neighbours are alike. */
function filled(shape: readonly number[], seed: number): Tensor {
  const length = shape.reduce((product, each) => product * each, 1)
  return tensor(
    shape,
    Array.from({ length }, (_, i) => (((i + seed) * 7919) % 8191) / 4096 - 1),
  )
}

/** Output and both gradients of a convolution, and the transposed convolution of its output. */
function passes({ batch, groups, inputs, outputs, kernelSize, inputSize, ...rest }: Layer): Float32Array[] {
  const options = { ...rest, groups }
  const input = filled([batch, inputs * groups, ...inputSize], 1)
  const weight = filled([outputs * groups, inputs, ...kernelSize], 2)
  const output = conv2d(input, weight, { ...options, bias: filled([outputs * groups], 3) })
  return [
    output,
    conv2dInputGradient(output, weight, { ...options, inputSize }),
    conv2dWeightGradient(input, output, { ...options, kernelSize }),
    transposedConv2d(output, weight, { ...options, padding: 0 }),
  ].map(({ data }) => data)
}

afterEach(() => vi.unstubAllGlobals())

describe('the WebAssembly form of the innermost loop', () => {
  test('is left out where there is no WebAssembly, or a policy forbids it', async () => {
    vi.stubGlobal('WebAssembly', undefined)
    expect(await loadSimd()).toBe(false)
    vi.stubGlobal('WebAssembly', { instantiate: () => Promise.reject(new Error('refused by the policy')) })
    expect(await loadSimd()).toBe(false)
  })

  test('gives what the plain form gives, to the last bit', async () => {
    const layers = fc.sample(layer, { numRuns: RUNS.numRuns, seed: 1 })
    // Longer than one block, one strip and one part of a sum.
    const wide = { ...layers[0], groups: 1, inputs: 64, outputs: 12, kernelSize: [3, 3], inputSize: [40, 60] } as Layer
    const all = [...layers, wide, layers[1]]
    const plain = all.map(passes)
    const instantiate = vi.spyOn(WebAssembly, 'instantiate')
    expect(await loadSimd()).toBe(true)
    expect(instantiate).toHaveBeenCalledOnce()
    for (const [at, one] of all.entries()) expect(passes(one), JSON.stringify(one)).toEqual(plain[at])
  })
})
