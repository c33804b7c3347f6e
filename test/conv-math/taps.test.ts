import {
  conv2d,
  convAxisTaps,
  convOutputSize,
  convTaps,
  type Tap,
  transposedConv2d,
  transposedConvAxisTaps,
  transposedConvOutputSize,
  transposedConvTaps,
} from 'conv-math'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisCase, convCase, RUNS, transposedAxisCase, transposedConvCase } from './random-cases.ts'

describe('convAxisTaps(unit, inputSize, options)', () => {
  test('lists every kernel cell with the input it reads, padding included', () => {
    expect(convAxisTaps(0, 4, { kernelSize: 3, padding: 1 })).toEqual([
      { kernel: 0, input: -1, inside: false },
      { kernel: 1, input: 0, inside: true },
      { kernel: 2, input: 1, inside: true },
    ])
    expect(convAxisTaps(3, 4, { kernelSize: 3, padding: 1 })[2]).toEqual({ kernel: 2, input: 4, inside: false })
  })

  test('spreads taps by the dilation and windows by the stride', () => {
    const taps = convAxisTaps(1, 9, { kernelSize: 3, stride: 2, dilation: 3 })
    expect(taps.map((tap) => tap.input)).toEqual([2, 5, 8])
  })

  test('counts padding at the start only, wherever the end is', () => {
    expect(convAxisTaps(0, 4, { kernelSize: 2, padding: [0, 3] })[0].input).toBe(0)
    expect(convAxisTaps(0, 4, { kernelSize: 2, padding: [3, 0] })[0].input).toBe(-3)
  })

  test('law: neighbouring taps stand dilation apart, neighbouring windows stride', () => {
    fc.assert(
      fc.property(axisCase, fc.nat(), ({ inputSize, ...axis }, pick) => {
        const unit = pick % convOutputSize(inputSize, axis)
        const taps = convAxisTaps(unit, inputSize, axis)
        expect(taps.map((tap) => tap.kernel)).toEqual(Array.from({ length: axis.kernelSize }, (_, j) => j))
        for (const { kernel, input, inside } of taps) {
          expect(input).toBe(unit * axis.stride + kernel * axis.dilation - axis.padding[0])
          expect(inside).toBe(input >= 0 && input < inputSize)
          expect(input).toBeGreaterThanOrEqual(-axis.padding[0])
          expect(input).toBeLessThan(inputSize + axis.padding[1])
        }
      }),
      RUNS,
    )
  })
})

describe('transposedConvAxisTaps(unit, inputSize, options)', () => {
  test('lists the pairs that meet in one output, by kernel cell', () => {
    expect(transposedConvAxisTaps(2, 3, { kernelSize: 3, stride: 2 })).toEqual([
      { kernel: 0, input: 1, inside: true },
      { kernel: 2, input: 0, inside: true },
    ])
    expect(transposedConvAxisTaps(3, 3, { kernelSize: 3, stride: 2 })).toEqual([{ kernel: 1, input: 1, inside: true }])
  })

  test('counts outputs after the crop', () => {
    const options = { kernelSize: 3, stride: 2 }
    const cropped = transposedConvAxisTaps(1, 3, { ...options, padding: [1, 0] })
    expect(cropped).toEqual(transposedConvAxisTaps(2, 3, options))
  })

  test('is empty where the stride leaves a gap', () => {
    expect(transposedConvAxisTaps(1, 2, { kernelSize: 1, stride: 2 })).toEqual([])
    expect(transposedConvAxisTaps(3, 2, { kernelSize: 1, stride: 2, outputPadding: 1 })).toEqual([])
  })

  test('law: reads the convolution that goes the other way', () => {
    fc.assert(
      fc.property(transposedAxisCase, ({ inputSize, outputPadding, ...axis }) => {
        const outputSize = transposedConvOutputSize(inputSize, { ...axis, outputPadding })
        const pairs = new Set<string>()
        for (let unit = 0; unit < outputSize; unit++) {
          for (const { kernel, input } of transposedConvAxisTaps(unit, inputSize, { ...axis, outputPadding })) {
            pairs.add(`${input} ${kernel} ${unit}`)
          }
        }
        const expected = new Set<string>()
        for (let input = 0; input < inputSize; input++) {
          for (let kernel = 0; kernel < axis.kernelSize; kernel++) {
            const unit = input * axis.stride + kernel * axis.dilation - axis.padding[0]
            if (unit >= 0 && unit < outputSize) expected.add(`${input} ${kernel} ${unit}`)
          }
        }
        expect(pairs).toEqual(expected)
      }),
      RUNS,
    )
  })
})

describe('convTaps(unit, inputSize, options)', () => {
  test('lists kernel cells in row-major order and marks those in the padding', () => {
    expect(convTaps([0, 1], [2, 3], { kernelSize: 2, padding: [1, 0] })).toEqual([
      { kernel: [0, 0], input: [-1, 1], inside: false },
      { kernel: [0, 1], input: [-1, 2], inside: false },
      { kernel: [1, 0], input: [0, 1], inside: true },
      { kernel: [1, 1], input: [0, 2], inside: true },
    ])
  })

  test('reads a bare pair as [height, width]', () => {
    const [tap] = convTaps([1, 1], [9, 9], { kernelSize: [2, 3], stride: [2, 3], padding: [0, 1], dilation: [3, 2] })
    expect(tap.input).toEqual([2, 2])
  })

  test('law: the taps inside, weighted and summed, are conv2d', () => {
    fc.assert(
      fc.property(convCase, fc.nat(), fc.nat(), ({ input, weight, bias, options }, pickCell, pickChannel) => {
        const output = conv2d(input, weight, { ...options, bias })
        const at = cellOf(output.shape, pickCell, pickChannel)
        const [, , height, width] = input.shape
        const { groups: _, ...window } = options
        const taps = convTaps(at.unit, [height, width], { ...window, kernelSize: kernelSizeOf(weight.shape) })
        expect(taps).toHaveLength(weight.shape[2] * weight.shape[3])
        const perGroup = weight.shape[1]
        const first = Math.floor(at.channel / (weight.shape[0] / options.groups)) * perGroup
        let sum = bias.data[at.channel]
        for (let c = 0; c < perGroup; c++) {
          sum += weightedSum(taps, input.data, first + c, [height, width], weight, at.channel * perGroup + c)
        }
        expect(output.data[at.index]).toBe(sum)
      }),
      RUNS,
    )
  })
})

describe('transposedConvTaps(unit, inputSize, options)', () => {
  test('pairs rows with rows and columns with columns', () => {
    expect(transposedConvTaps([0, 2], [1, 3], { kernelSize: [1, 3], stride: [1, 2] })).toEqual([
      { kernel: [0, 0], input: [0, 1], inside: true },
      { kernel: [0, 2], input: [0, 0], inside: true },
    ])
  })

  test('law: the taps, weighted and summed, are transposedConv2d', () => {
    fc.assert(
      fc.property(transposedConvCase, fc.nat(), fc.nat(), ({ input, weight, bias, options }, pickCell, pickChannel) => {
        const output = transposedConv2d(input, weight, { ...options, bias })
        const at = cellOf(output.shape, pickCell, pickChannel)
        const [, inChannels, height, width] = input.shape
        const { groups, ...window } = options
        const taps = transposedConvTaps(at.unit, [height, width], { ...window, kernelSize: kernelSizeOf(weight.shape) })
        expect(taps.every((tap) => tap.inside)).toBe(true)
        const perGroup = weight.shape[1]
        const group = Math.floor(at.channel / perGroup)
        let sum = bias.data[at.channel]
        for (let c = (group * inChannels) / groups; c < ((group + 1) * inChannels) / groups; c++) {
          sum += weightedSum(taps, input.data, c, [height, width], weight, c * perGroup + (at.channel % perGroup))
        }
        expect(output.data[at.index]).toBe(sum)
      }),
      RUNS,
    )
  })
})

/** A cell of the first batch, chosen by two arbitrary numbers. */
function cellOf([, channels, rows, columns]: readonly number[], pickCell: number, pickChannel: number) {
  const cell = pickCell % (rows * columns)
  const channel = pickChannel % channels
  const unit = [Math.floor(cell / columns), cell % columns] as const
  return { unit, channel, index: channel * rows * columns + cell }
}

function kernelSizeOf(shape: readonly number[]): readonly [number, number] {
  return [shape[2], shape[3]]
}

function weightedSum(
  taps: readonly Tap[],
  input: Float32Array,
  channel: number,
  [height, width]: readonly [number, number],
  weight: { readonly shape: readonly number[]; readonly data: Float32Array },
  kernelPlane: number,
): number {
  const [, , kernelHeight, kernelWidth] = weight.shape
  return taps
    .filter((tap) => tap.inside)
    .map(({ input: [y, x], kernel: [j, k] }) => {
      const value = input[(channel * height + y) * width + x]
      return value * weight.data[(kernelPlane * kernelHeight + j) * kernelWidth + k]
    })
    .reduce((a, b) => a + b, 0)
}
