import { breakEvenWidth, type Layer, parameterCount, sequential } from 'conv-math'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from './random-cases.ts'

const conv = (outChannels: number, kernelSize: number): Layer => ({
  type: 'conv',
  outChannels,
  kernelSize,
  padding: kernelSize,
  bias: false,
})

function weights(inChannels: number, layers: readonly Layer[]): number {
  return parameterCount(sequential(layers), [inChannels, 1, 1]).total
}

function reduced(inChannels: number, outChannels: number, kernelSize: number, middle: number, expand: boolean): number {
  const inner = expand ? [conv(middle, kernelSize), conv(outChannels, 1)] : [conv(outChannels, kernelSize)]
  return weights(inChannels, [conv(middle, 1), ...inner])
}

describe('breakEvenWidth', () => {
  test('the 5×5 branch of GoogLeNet saves up to 154 channels in the middle', () => {
    expect(breakEvenWidth({ inChannels: 192, outChannels: 32, kernelSize: 5 })).toBeCloseTo(154.8387, 4)
  })

  test('a bottleneck of ResNet saves up to 229 channels in the middle', () => {
    expect(breakEvenWidth({ inChannels: 256, outChannels: 256, kernelSize: 3, expand: true })).toBeCloseTo(229.13, 2)
  })

  test('below the width the reduced form has fewer weights than the direct one, above it more', () => {
    const channels = fc.integer({ min: 1, max: 600 })
    const kernel = fc.integer({ min: 1, max: 7 })
    fc.assert(
      fc.property(channels, channels, kernel, fc.boolean(), (inChannels, outChannels, kernelSize, expand) => {
        const direct = weights(inChannels, [conv(outChannels, kernelSize)])
        const width = breakEvenWidth({ inChannels, outChannels, kernelSize, expand })
        const below = Math.floor(width)
        if (below >= 1) expect(reduced(inChannels, outChannels, kernelSize, below, expand)).toBeLessThanOrEqual(direct)
        expect(reduced(inChannels, outChannels, kernelSize, below + 1, expand)).toBeGreaterThan(direct)
      }),
      RUNS,
    )
  })

  test.each([
    [{ inChannels: 0, outChannels: 1, kernelSize: 1 }, 'breakEvenWidth: inChannels must be an integer ≥ 1, got 0'],
    [{ inChannels: 1, outChannels: 1.5, kernelSize: 1 }, 'breakEvenWidth: outChannels must be an integer ≥ 1, got 1.5'],
    [
      { inChannels: 1, outChannels: 1, kernelSize: Number.NaN },
      'breakEvenWidth: kernelSize must be an integer ≥ 1, got NaN',
    ],
  ])('refuses %j', (options, message) => {
    expect(() => breakEvenWidth(options)).toThrow(new RangeError(message))
  })
})
