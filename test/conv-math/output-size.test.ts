import {
  collapsingInputSizes,
  convOutputSize,
  effectiveKernelSize,
  poolOutputSize,
  samePadding,
  transposedConvOutputSize,
} from 'conv-math'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { windowStarts } from './by-definition.ts'
import { axisCase, RUNS, transposedAxisCase } from './random-cases.ts'

describe('effectiveKernelSize(kernelSize, dilation)', () => {
  test.each([
    [1, 1, 1],
    [3, 1, 3],
    [3, 2, 5],
    [3, 4, 9],
    [2, 5, 6],
    [1, 9, 1],
  ])('kernelSize %i with dilation %i spans %i cells', (kernelSize, dilation, cells) => {
    expect(effectiveKernelSize(kernelSize, dilation)).toBe(cells)
  })

  test('is the kernel size when dilation is left out', () => {
    expect(effectiveKernelSize(5)).toBe(5)
  })
})

describe('convOutputSize(inputSize, options): figures of Dumoulin & Visin', () => {
  test.each([
    ['2.1 no padding, unit stride', 4, { kernelSize: 3 }, 2],
    ['2.2 arbitrary padding', 5, { kernelSize: 4, padding: 2 }, 6],
    ['2.3 half padding keeps the size', 5, { kernelSize: 3, padding: 1 }, 5],
    ['2.4 full padding', 5, { kernelSize: 3, padding: 2 }, 7],
    ['2.5 no padding, stride 2', 5, { kernelSize: 3, stride: 2 }, 2],
    ['2.6 padding and stride', 5, { kernelSize: 3, stride: 2, padding: 1 }, 3],
    ['2.7 one more cell that the floor drops', 6, { kernelSize: 3, stride: 2, padding: 1 }, 3],
    ['5.1 dilation 2', 7, { kernelSize: 3, dilation: 2 }, 3],
  ] as const)('%s', (_, inputSize, options, outputSize) => {
    expect(convOutputSize(inputSize, options)).toBe(outputSize)
  })
})

describe('convOutputSize(inputSize, options)', () => {
  test('counts a kernel as large as the padded input once', () => {
    expect(convOutputSize(3, { kernelSize: 5, padding: 1 })).toBe(1)
  })

  test('adds the two ends of asymmetric padding', () => {
    expect(convOutputSize(6, { kernelSize: 3, stride: 2, padding: [0, 1] })).toBe(3)
    expect(convOutputSize(6, { kernelSize: 3, stride: 2, padding: [0, 0] })).toBe(2)
  })

  test('takes a stride longer than the kernel', () => {
    expect(convOutputSize(10, { kernelSize: 2, stride: 5 })).toBe(2)
  })

  test('treats an option that is undefined as left out', () => {
    // A caller without exactOptionalPropertyTypes can pass this.
    const options = { kernelSize: 3, stride: undefined, padding: undefined, dilation: undefined } as never
    expect(convOutputSize(7, options)).toBe(5)
  })

  test('law: equals the windows counted one by one', () => {
    fc.assert(
      fc.property(axisCase, (axis) => {
        const { inputSize, kernelSize, stride, padding, dilation } = axis
        const starts = windowStarts(inputSize, dilation * (kernelSize - 1) + 1, stride, padding)
        expect(convOutputSize(inputSize, axis)).toBe(starts.length)
      }),
      RUNS,
    )
  })
})

describe('transposedConvOutputSize(inputSize, options): figures of Dumoulin & Visin', () => {
  test.each([
    ['4.1 the transpose of no padding', 2, { kernelSize: 3 }, 4],
    ['4.2 the transpose of arbitrary padding', 6, { kernelSize: 4, padding: 2 }, 5],
    ['4.3 the transpose of half padding', 5, { kernelSize: 3, padding: 1 }, 5],
    ['4.4 the transpose of full padding', 7, { kernelSize: 3, padding: 2 }, 5],
    ['4.5 the transpose of stride 2', 2, { kernelSize: 3, stride: 2 }, 5],
    ['4.6 the transpose of padding and stride', 3, { kernelSize: 3, stride: 2, padding: 1 }, 5],
    ['4.7 outputPadding for the other size', 3, { kernelSize: 3, stride: 2, padding: 1, outputPadding: 1 }, 6],
  ] as const)('%s', (_, inputSize, options, outputSize) => {
    expect(transposedConvOutputSize(inputSize, options)).toBe(outputSize)
  })
})

describe('transposedConvOutputSize(inputSize, options)', () => {
  test('crops each end by its own padding', () => {
    expect(transposedConvOutputSize(4, { kernelSize: 4, stride: 2, padding: [1, 2] })).toBe(7)
  })

  test('takes outputPadding up to dilation − 1 where dilation exceeds stride', () => {
    expect(transposedConvOutputSize(2, { kernelSize: 2, dilation: 3, outputPadding: 2 })).toBe(7)
  })

  test('law: equals the last painted cell, cropped and extended', () => {
    fc.assert(
      fc.property(transposedAxisCase, (axis) => {
        const { inputSize, kernelSize, stride, padding, dilation, outputPadding } = axis
        const painted = new Set<number>()
        for (let i = 0; i < inputSize; i++) {
          for (let j = 0; j < kernelSize; j++) painted.add(i * stride + j * dilation)
        }
        const cropped = Math.max(...painted) + 1 - padding[0] - padding[1]
        expect(transposedConvOutputSize(inputSize, axis)).toBe(cropped + outputPadding)
      }),
      RUNS,
    )
  })

  test('law: the convolution leads back, and outputPadding recovers the size that the floor lost', () => {
    fc.assert(
      fc.property(axisCase, ({ inputSize, ...axis }) => {
        const outputSize = convOutputSize(inputSize, axis)
        const { kernelSize, stride, dilation, padding } = axis
        const outputPadding = (inputSize + padding[0] + padding[1] - dilation * (kernelSize - 1) - 1) % stride
        expect(transposedConvOutputSize(outputSize, { ...axis, outputPadding })).toBe(inputSize)
      }),
      RUNS,
    )
  })
})

describe('poolOutputSize(inputSize, options)', () => {
  test.each([
    ['drops the partial window', 7, { kernelSize: 2 }, 3],
    ['strides by the kernel size when stride is left out', 9, { kernelSize: 3 }, 3],
    ['keeps the partial window in ceil mode', 7, { kernelSize: 2, ceilMode: true }, 4],
    ['has nothing to keep when windows fit exactly', 6, { kernelSize: 2, ceilMode: true }, 3],
    ['drops a window that would start in the end padding', 5, { kernelSize: 2, padding: 1, ceilMode: true }, 3],
    [
      'keeps a window that starts in the last input cell',
      5,
      { kernelSize: 3, stride: 2, padding: 1, ceilMode: true },
      3,
    ],
    ['pools an input smaller than the kernel in ceil mode', 2, { kernelSize: 3, stride: 2, ceilMode: true }, 1],
    ['overlaps: AlexNet and ResNet, 3 by 2', 112, { kernelSize: 3, stride: 2, padding: 1 }, 56],
    ['spreads a dilated window', 7, { kernelSize: 3, stride: 1, dilation: 2 }, 3],
    ['takes a different padding at each end', 6, { kernelSize: 3, stride: 2, padding: [0, 1] }, 3],
  ] as const)('%s', (_, inputSize, options, outputSize) => {
    expect(poolOutputSize(inputSize, options)).toBe(outputSize)
  })

  test('law: equals the windows counted one by one, in floor and ceil mode', () => {
    fc.assert(
      fc.property(axisCase, fc.boolean(), fc.nat(6), (axis, ceilMode, less) => {
        const half = Math.floor(axis.kernelSize / 2)
        const padding = [Math.min(axis.padding[0], half), Math.min(axis.padding[1], half)] as const
        const inputSize = Math.max(1, axis.inputSize - less)
        const span = axis.dilation * (axis.kernelSize - 1) + 1
        const padded = inputSize + padding[0] + padding[1]
        let count = 0
        if (ceilMode) {
          // Goes on while a cell is left uncovered, but never starts a window in the end padding.
          const goesOn = (u: number) =>
            (u - 1) * axis.stride + span < padded && u * axis.stride < inputSize + padding[0]
          while (goesOn(count)) count++
        } else {
          count = windowStarts(inputSize, span, axis.stride, padding).length
        }
        const size = () => poolOutputSize(inputSize, { ...axis, padding, ceilMode })
        if (count === 0) expect(size).toThrow(RangeError)
        else expect(size()).toBe(count)
      }),
      RUNS,
    )
  })
})

describe('samePadding(inputSize, options, extra)', () => {
  test.each([
    ['splits an even total in halves', 7, { kernelSize: 3 }, [1, 1], [1, 1]],
    ['puts the odd cell at the chosen end', 6, { kernelSize: 3, stride: 2 }, [0, 1], [1, 0]],
    ['needs none where the stride exceeds the kernel', 6, { kernelSize: 1, stride: 2 }, [0, 0], [0, 0]],
    ['covers the effective kernel', 8, { kernelSize: 3, dilation: 3 }, [3, 3], [3, 3]],
    ['depends on the input size', 5, { kernelSize: 2, stride: 4 }, [0, 1], [1, 0]],
  ] as const)('%s', (_, inputSize, options, atEnd, atStart) => {
    expect(samePadding(inputSize, options)).toEqual(atEnd)
    expect(samePadding(inputSize, options, 'end')).toEqual(atEnd)
    expect(samePadding(inputSize, options, 'start')).toEqual(atStart)
  })

  test('law: gives ceil(i / s) outputs with the least padding, the ends at most one apart', () => {
    fc.assert(
      fc.property(
        axisCase,
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        ({ padding: _, ...axis }, inputSize, end) => {
          const { kernelSize, stride, dilation } = axis
          const [start, stop] = samePadding(inputSize, { kernelSize, stride, dilation }, end ? 'end' : 'start')
          const least = end ? [start, stop] : [stop, start]
          expect([0, 1]).toContain(least[1] - least[0])
          expect(convOutputSize(inputSize, { ...axis, padding: [start, stop] })).toBe(Math.ceil(inputSize / stride))
          if (start + stop === 0) return
          const less = [least[0], least[1] - 1] as const
          const fewer = windowStarts(inputSize, dilation * (kernelSize - 1) + 1, stride, less).length
          // With the odd cell taken away, one window fewer fits.
          if (least[1] > 0) expect(fewer).toBeLessThan(Math.ceil(inputSize / stride))
        },
      ),
      RUNS,
    )
  })
})

describe('collapsingInputSizes(outputSize, options)', () => {
  test('lists as many sizes as the stride, the smallest first', () => {
    expect(collapsingInputSizes(3, { kernelSize: 3, stride: 3 })).toEqual([9, 10, 11])
  })

  test('leaves out sizes below 1', () => {
    expect(collapsingInputSizes(1, { kernelSize: 3, stride: 3, padding: 2 })).toEqual([1])
    expect(collapsingInputSizes(1, { kernelSize: 1, padding: 2 })).toEqual([])
  })

  test('law: holds exactly the sizes that a convolution maps to outputSize', () => {
    fc.assert(
      fc.property(axisCase, fc.integer({ min: 1, max: 6 }), ({ inputSize: _, ...axis }, outputSize) => {
        const span = axis.dilation * (axis.kernelSize - 1) + 1
        const sizes = Array.from({ length: 40 }, (_, at) => at + 1)
        const mapped = sizes.filter((i) => windowStarts(i, span, axis.stride, axis.padding).length === outputSize)
        expect(collapsingInputSizes(outputSize, axis)).toEqual(mapped)
      }),
      RUNS,
    )
  })
})
