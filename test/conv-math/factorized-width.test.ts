import { convCost, factorizedWidth } from 'conv-math'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RUNS } from './random-cases.ts'

test.each([
  [64, 64, 144],
  [64, 128, 230],
  [3, 64, 23],
  [1, 1, 2],
])('3×3×3 from %i to %i channels: %i in the middle', (inChannels, outChannels, width) => {
  expect(factorizedWidth({ inChannels, outChannels, kernelSize: 3, kernelDepth: 3 })).toBe(width)
})

test('the split form has at most as many weights as the whole one, and with one channel more it has more', () => {
  const channels = fc.integer({ min: 1, max: 600 })
  const kernel = fc.integer({ min: 1, max: 7 })
  fc.assert(
    fc.property(channels, channels, kernel, kernel, (inChannels, outChannels, kernelSize, kernelDepth) => {
      const weights = (sizes: readonly number[], from: number, to: number): number => {
        const axes = sizes.map((size) => ({ kernelSize: size, padding: size }))
        return convCost([1, 1, 1], { inChannels: from, outChannels: to, axes }).weightCount
      }
      const split = (middle: number): number =>
        weights([1, kernelSize, kernelSize], inChannels, middle) + weights([kernelDepth, 1, 1], middle, outChannels)
      const whole = weights([kernelDepth, kernelSize, kernelSize], inChannels, outChannels)
      const width = factorizedWidth({ inChannels, outChannels, kernelSize, kernelDepth })
      if (width > 0) expect(split(width)).toBeLessThanOrEqual(whole)
      expect(split(width + 1)).toBeGreaterThan(whole)
    }),
    RUNS,
  )
})

test.each([
  [{ inChannels: 0, outChannels: 1, kernelSize: 3, kernelDepth: 3 }, 'inChannels must be an integer ≥ 1, got 0'],
  [{ inChannels: 1, outChannels: 0.5, kernelSize: 3, kernelDepth: 3 }, 'outChannels must be an integer ≥ 1, got 0.5'],
  [{ inChannels: 1, outChannels: 1, kernelSize: -1, kernelDepth: 3 }, 'kernelSize must be an integer ≥ 1, got -1'],
  [{ inChannels: 1, outChannels: 1, kernelSize: 3, kernelDepth: 0 }, 'kernelDepth must be an integer ≥ 1, got 0'],
])('refuses %j', (options, rule) => {
  expect(() => factorizedWidth(options)).toThrow(new RangeError(`factorizedWidth: ${rule}`))
})
