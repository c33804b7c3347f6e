import { stretchedAxis, transposedConvAxisTaps, transposedConvOutputSize } from 'conv-math'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RUNS } from './random-cases.ts'

test('stride − 1 zeros stand between neighbours and d(k − 1) − p zeros at each end', () => {
  expect(stretchedAxis(2, { kernelSize: 3, stride: 2 })).toEqual(['pad', 'pad', 0, 'gap', 1, 'pad', 'pad'])
  expect(stretchedAxis(2, { kernelSize: 3, stride: 2, padding: 1, outputPadding: 1 })).toEqual([
    'pad',
    0,
    'gap',
    1,
    'pad',
    'pad',
  ])
  expect(stretchedAxis(3, { kernelSize: 1, padding: 1 })).toEqual([1])
})

test('reading the stretched axis with the flipped kernel meets the taps of the transposed convolution', () => {
  const cases = fc.record({
    inputSize: fc.integer({ min: 1, max: 6 }),
    kernelSize: fc.integer({ min: 1, max: 5 }),
    stride: fc.integer({ min: 1, max: 4 }),
    padding: fc.integer({ min: 0, max: 3 }),
    dilation: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(cases, ({ inputSize, ...options }) => {
      const { kernelSize, stride, padding, dilation } = options
      fc.pre((inputSize - 1) * stride + dilation * (kernelSize - 1) + 1 > 2 * padding)
      const cells = stretchedAxis(inputSize, options)
      for (let unit = 0; unit < transposedConvOutputSize(inputSize, options); unit++) {
        const met = Array.from({ length: kernelSize }, (_, j) => [kernelSize - 1 - j, cells[unit + j * dilation]])
          .filter(([, input]) => typeof input === 'number')
          .sort(([a], [b]) => Number(a) - Number(b))
        const taps = transposedConvAxisTaps(unit, inputSize, options).map(({ kernel, input }) => [kernel, input])
        expect(met).toEqual(taps)
      }
    }),
    RUNS,
  )
})
