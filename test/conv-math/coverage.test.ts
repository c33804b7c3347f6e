import {
  convAxisReads,
  convAxisTaps,
  convOutputSize,
  droppedByFloor,
  transposedConvAxisPaints,
  transposedConvAxisTaps,
  transposedConvOutputSize,
} from 'conv-math'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisCase, RUNS, transposedAxisCase } from './random-cases.ts'

describe('convAxisReads(inputSize, options)', () => {
  test.each([
    ['reads the middle most often', 5, { kernelSize: 3 }, [1, 2, 3, 2, 1]],
    ['begins with the start padding and ends with the end padding', 2, { kernelSize: 2, padding: [1, 0] }, [1, 2, 1]],
    ['leaves out what the floor drops', 6, { kernelSize: 3, stride: 2 }, [1, 1, 2, 1, 1, 0]],
    ['leaves out what the stride steps over', 5, { kernelSize: 1, stride: 2 }, [1, 0, 1, 0, 1]],
    [
      'leaves out what dilation and stride together never meet',
      7,
      { kernelSize: 2, stride: 2, dilation: 2 },
      [1, 0, 2, 0, 2, 0, 1],
    ],
  ] as const)('%s', (_, inputSize, options, reads) => {
    expect(convAxisReads(inputSize, options)).toEqual(reads)
  })

  test('law: counts the taps of all outputs', () => {
    fc.assert(
      fc.property(axisCase, ({ inputSize, ...axis }) => {
        const reads = new Array(axis.padding[0] + inputSize + axis.padding[1]).fill(0)
        for (let unit = 0; unit < convOutputSize(inputSize, axis); unit++) {
          for (const { input } of convAxisTaps(unit, inputSize, axis)) reads[input + axis.padding[0]]++
        }
        expect(convAxisReads(inputSize, axis)).toEqual(reads)
      }),
      RUNS,
    )
  })
})

describe('droppedByFloor(inputSize, options)', () => {
  test('is 0 where the windows end with the padded axis', () => {
    expect(droppedByFloor(5, { kernelSize: 3, stride: 2 })).toBe(0)
  })

  test('law: is the tail that no window covers, and cutting it off changes no output size', () => {
    fc.assert(
      fc.property(axisCase, ({ inputSize, ...axis }) => {
        const dropped = droppedByFloor(inputSize, axis)
        const last = (convOutputSize(inputSize, axis) - 1) * axis.stride + axis.dilation * (axis.kernelSize - 1)
        expect(dropped).toBe(inputSize + axis.padding[0] + axis.padding[1] - 1 - last)
        expect(dropped).toBeLessThan(axis.stride)
        const reads = convAxisReads(inputSize, axis)
        expect(reads.slice(reads.length - dropped).every((count) => count === 0)).toBe(true)
        expect(reads[reads.length - dropped - 1]).toBeGreaterThan(0)
      }),
      RUNS,
    )
  })
})

describe('transposedConvAxisPaints(inputSize, options)', () => {
  test.each([
    ['alternates where the stride does not divide the kernel', 3, { kernelSize: 3, stride: 2 }, [1, 1, 2, 1, 2, 1, 1]],
    [
      'is even inside where the stride divides the kernel',
      4,
      { kernelSize: 4, stride: 2, padding: 1 },
      [1, 2, 2, 2, 2, 2, 2, 1],
    ],
    ['is 0 where nothing paints', 2, { kernelSize: 1, stride: 2, outputPadding: 1 }, [1, 0, 1, 0]],
    ['crops each end by its own padding', 3, { kernelSize: 3, stride: 2, padding: [2, 1] }, [2, 1, 2, 1]],
  ] as const)('%s', (_, inputSize, options, paints) => {
    expect(transposedConvAxisPaints(inputSize, options)).toEqual(paints)
  })

  test('law: counts the taps that reach each output', () => {
    fc.assert(
      fc.property(transposedAxisCase, ({ inputSize, ...axis }) => {
        const units = Array.from({ length: transposedConvOutputSize(inputSize, axis) }, (_, unit) => unit)
        expect(transposedConvAxisPaints(inputSize, axis)).toEqual(
          units.map((unit) => transposedConvAxisTaps(unit, inputSize, axis).length),
        )
      }),
      RUNS,
    )
  })
})
