import { conv2d, tensor } from 'conv-math'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convByDefinition, pairOf, spelledOut } from './by-definition.ts'
import { expectTensor } from './expect-tensor.ts'
import { convCase, fractions, integers, RUNS } from './random-cases.ts'

const ramp = (height: number, width: number) =>
  tensor(
    [1, 1, height, width],
    Array.from({ length: height * width }, (_, at) => at + 1),
  )

describe('conv2d(input, weight, options)', () => {
  test('does not flip the kernel', () => {
    const { data } = conv2d(ramp(1, 3), tensor([1, 1, 1, 2], [1, 0]))
    expect(Array.from(data)).toEqual([1, 2])
  })

  test('computes figure 1.1 of Dumoulin & Visin', () => {
    const input = tensor([1, 1, 5, 5], [3, 3, 2, 1, 0, 0, 0, 1, 3, 1, 3, 1, 2, 2, 3, 2, 0, 0, 2, 2, 2, 0, 0, 0, 1])
    const weight = tensor([1, 1, 3, 3], [0, 1, 2, 2, 2, 0, 0, 1, 2])
    const output = conv2d(input, weight)
    expect(output.shape).toEqual([1, 1, 3, 3])
    expect(Array.from(output.data)).toEqual([12, 12, 17, 10, 17, 19, 9, 6, 14])
  })

  test('takes the height before the width in stride, dilation and padding', () => {
    const weight = tensor([1, 1, 1, 1], [1])
    expect(conv2d(ramp(4, 6), weight, { stride: [2, 3] }).shape).toEqual([1, 1, 2, 2])
    expect(conv2d(ramp(4, 6), weight, { padding: [0, 2] }).shape).toEqual([1, 1, 4, 10])
    expect(conv2d(ramp(4, 6), tensor([1, 1, 2, 2]), { dilation: [3, 1] }).shape).toEqual([1, 1, 1, 5])
  })

  test('takes per-side padding nested: [[top, bottom], [left, right]]', () => {
    const padding = [
      [1, 0],
      [0, 2],
    ] as const
    const { shape, data } = conv2d(ramp(1, 1), tensor([1, 1, 1, 1], [5]), { padding })
    expect(shape).toEqual([1, 1, 2, 3])
    expect(Array.from(data)).toEqual([0, 0, 0, 5, 0, 0])
  })

  test('adds the bias of the output channel, in the padding too', () => {
    const options = { bias: tensor([2], [10, 20]), padding: 1 }
    const { data } = conv2d(tensor([1, 1, 1, 1], [1]), tensor([2, 1, 1, 1], [2, 3]), options)
    expect(Array.from(data)).toEqual([10, 10, 10, 10, 12, 10, 10, 10, 10, 20, 20, 20, 20, 23, 20, 20, 20, 20])
  })

  test('gives each group of outputs its own group of inputs', () => {
    const input = tensor([1, 4, 1, 1], [1, 10, 100, 1000])
    const { data } = conv2d(input, tensor([2, 2, 1, 1], [1, 1, 1, 1]), { groups: 2 })
    expect(Array.from(data)).toEqual([11, 1100])
  })

  test('with groups = inChannels filters each channel by itself, several times if outChannels is a multiple', () => {
    const input = tensor([1, 2, 1, 1], [1, 10])
    const { data } = conv2d(input, tensor([4, 1, 1, 1], [1, 2, 3, 4]), { groups: 2 })
    expect(Array.from(data)).toEqual([1, 2, 30, 40])
  })

  test('passes NaN of the data on, but only where it is read', () => {
    const { data } = conv2d(tensor([1, 1, 1, 3], [Number.NaN, 1, 2]), tensor([1, 1, 1, 2], [1, 1]))
    expect(Array.from(data)).toEqual([Number.NaN, 3])
  })

  test('law: equals the definition', () => {
    fc.assert(
      fc.property(convCase, ({ input, weight, bias, options }) => {
        expectTensor(conv2d(input, weight, { ...options, bias }), convByDefinition(input, weight, options, bias), 0)
      }),
      RUNS,
    )
  })

  test.each([
    ['many channels', [2, 37, 9, 11], [21, 37, 3, 3], { padding: 1 }],
    ['many channels, stride 2', [1, 33, 15, 17], [18, 33, 3, 3], { padding: 1, stride: 2 }],
    ['long sums', [1, 300, 5, 6], [7, 300, 3, 3], {}],
    ['pointwise', [2, 65, 13, 9], [35, 65, 1, 1], {}],
    ['pointwise with stride and padding', [1, 20, 13, 9], [9, 20, 1, 1], { stride: 2, padding: 1 }],
    ['depthwise', [2, 19, 30, 31], [19, 1, 3, 3], { padding: 1, groups: 19 }],
    ['depthwise 5 by 5, stride 2', [1, 6, 30, 31], [6, 1, 5, 5], { padding: 2, stride: 2, groups: 6 }],
    ['depthwise with multiplier', [1, 6, 12, 13], [18, 1, 3, 3], { padding: 1, groups: 6 }],
    ['grouped', [1, 24, 10, 10], [36, 8, 3, 3], { padding: 1, groups: 3 }],
    ['first layer', [1, 3, 45, 44], [17, 3, 7, 7], { padding: 3, stride: 2 }],
    ['dilated', [1, 9, 25, 24], [10, 9, 3, 3], { padding: 4, dilation: 4 }],
    ['a wide plane', [1, 2, 3, 700], [3, 2, 3, 5], { padding: 2 }],
  ] as const)('equals the definition at full size: %s', (_, inputShape, weightShape, options) => {
    const input = fractions(inputShape, 1)
    const weight = fractions(weightShape, 2)
    const bias = fractions([weightShape[0]], 3)
    const expected = convByDefinition(
      input,
      weight,
      {
        stride: pairOf('stride' in options ? options.stride : 1),
        padding: spelledOut('padding' in options ? options.padding : 0),
        dilation: pairOf('dilation' in options ? options.dilation : 1),
        groups: 'groups' in options ? options.groups : 1,
      },
      bias,
    )
    expectTensor(conv2d(input, weight, { ...options, bias }), expected, 1e-6)
  })

  test('is linear in input and weight', () => {
    const weight = integers([4, 3, 3, 3], 5)
    const [one, other] = [integers([1, 3, 6, 6], 6), integers([1, 3, 6, 6], 7)]
    const sum = tensor(
      one.shape,
      one.data.map((value, at) => value + other.data[at]),
    )
    const [a, b] = [conv2d(one, weight), conv2d(other, weight)]
    const added = tensor(
      a.shape,
      a.data.map((value, at) => value + b.data[at]),
    )
    expectTensor(conv2d(sum, weight), added, 0)
  })
})

test('windows too far apart to be copied are refused', () => {
  const [input, weight] = [tensor([1, 1, 2, 2]), tensor([1, 1, 1, 1])]
  const far = { stride: 2 ** 40, padding: 2 ** 40 }
  expect(() => conv2d(input, weight, far)).toThrow(
    new RangeError('conv2d: a row of windows must span at most 16777216 cells, got 1 × 2199023255553'),
  )
})
