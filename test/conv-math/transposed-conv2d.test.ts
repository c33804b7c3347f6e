import { conv2d, droppedByFloor, tensor, transposedConv2d } from 'conv-math'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PlaneOptions, pairOf, spelledOut, transposedConvByDefinition } from './by-definition.ts'
import { expectTensor } from './expect-tensor.ts'
import { convCase, dot, fractions, integers, RUNS, transposedConvCase } from './random-cases.ts'

describe('transposedConv2d(input, weight, options)', () => {
  test('paints the kernel, unflipped, times each input cell, and adds where they overlap', () => {
    const { data } = transposedConv2d(tensor([1, 1, 1, 2], [1, 10]), tensor([1, 1, 1, 3], [1, 2, 3]))
    expect(Array.from(data)).toEqual([1, 12, 23, 30])
  })

  test('steps by the stride and leaves gaps at the bias', () => {
    const options = { stride: [1, 3], bias: tensor([1], [7]) } as const
    const { data } = transposedConv2d(tensor([1, 1, 1, 2], [1, 10]), tensor([1, 1, 1, 1], [1]), options)
    expect(Array.from(data)).toEqual([8, 7, 7, 17])
  })

  test('crops each side by its own padding', () => {
    const input = integers([1, 1, 3, 3], 1)
    const weight = integers([1, 1, 3, 3], 2)
    const full = transposedConv2d(input, weight)
    const padding = [
      [1, 0],
      [0, 2],
    ] as const
    const cropped = transposedConv2d(input, weight, { padding })
    expect(cropped.shape).toEqual([1, 1, 4, 3])
    expect(Array.from(cropped.data)).toEqual(
      [1, 2, 3, 4].flatMap((row) => Array.from(full.data.slice(row * 5, row * 5 + 3))),
    )
  })

  test('outputPadding uncovers what the crop took, or adds cells at the end that hold the bias alone', () => {
    const input = tensor([1, 1, 1, 2], [1, 10])
    const weight = tensor([1, 1, 1, 3], [1, 2, 3])
    const uncovered = transposedConv2d(input, weight, { stride: [1, 2], padding: [0, 1], outputPadding: [0, 1] })
    expect(Array.from(uncovered.data)).toEqual([2, 13, 20, 30])
    const added = transposedConv2d(input, weight, { stride: [1, 2], outputPadding: [0, 1] })
    expect(Array.from(added.data)).toEqual([1, 2, 13, 20, 30, 0])
  })

  test('takes weights [inChannels, outChannels / groups, height, width]', () => {
    const weight = tensor([2, 3, 1, 1], [1, 2, 3, 10, 20, 30])
    expect(Array.from(transposedConv2d(tensor([1, 2, 1, 1], [1, 1]), weight).data)).toEqual([11, 22, 33])
    const grouped = transposedConv2d(tensor([1, 2, 1, 1], [1, 1]), weight, { groups: 2 })
    expect(Array.from(grouped.data)).toEqual([1, 2, 3, 10, 20, 30])
  })

  test('law: equals the definition', () => {
    fc.assert(
      fc.property(transposedConvCase, ({ input, weight, bias, options }) => {
        const expected = transposedConvByDefinition(input, weight, options, bias)
        expectTensor(transposedConv2d(input, weight, { ...options, bias }), expected, 0)
      }),
      RUNS,
    )
  })

  test.each([
    ['doubling', [2, 37, 7, 9], [37, 21, 2, 2], { stride: 2 }],
    ['doubling with overlap', [1, 20, 9, 8], [20, 18, 4, 4], { stride: 2, padding: 1 }],
    ['unit stride', [1, 20, 9, 8], [20, 18, 3, 3], { padding: 1 }],
    ['long sums', [1, 300, 3, 4], [300, 7, 3, 3], { stride: 2 }],
    ['pointwise', [2, 35, 6, 7], [35, 19, 1, 1], {}],
    ['depthwise', [1, 19, 14, 15], [19, 1, 4, 4], { stride: 2, padding: 1, groups: 19 }],
    ['grouped', [1, 24, 6, 6], [24, 6, 3, 3], { stride: 2, groups: 3 }],
    ['dilated', [1, 9, 12, 11], [9, 10, 3, 3], { dilation: 4, padding: 4 }],
  ] as const)('equals the definition at full size: %s', (_, inputShape, weightShape, options) => {
    const input = fractions(inputShape, 1)
    const weight = fractions(weightShape, 2)
    const groups = 'groups' in options ? options.groups : 1
    const bias = fractions([weightShape[1] * groups], 3)
    const expected = transposedConvByDefinition(
      input,
      weight,
      {
        stride: pairOf('stride' in options ? options.stride : 1),
        padding: spelledOut('padding' in options ? options.padding : 0),
        dilation: pairOf('dilation' in options ? options.dilation : 1),
        groups,
        outputPadding: [0, 0],
      },
      bias,
    )
    expectTensor(transposedConv2d(input, weight, { ...options, bias }), expected, 1e-6)
  })

  test('law: is the adjoint of conv2d, ⟨conv x, y⟩ = ⟨x, transposedConv y⟩, for all parameters', () => {
    fc.assert(
      fc.property(convCase, fc.nat(), ({ input, weight, options }, seed) => {
        const convolved = conv2d(input, weight, options)
        const other = integers(convolved.shape, seed)
        const back = transposedConv2d(other, weight, {
          ...options,
          outputPadding: lost(input.shape, weight.shape, options),
        })
        expect(back.shape).toEqual(input.shape)
        expect(dot(input, back)).toBe(dot(convolved, other))
      }),
      RUNS,
    )
  })
})

/** What the floor drops on each axis, which outputPadding gives back. */
function lost(
  input: readonly number[],
  weight: readonly number[],
  { stride, padding, dilation }: PlaneOptions,
): readonly [number, number] {
  return [0, 1].map((axis) =>
    droppedByFloor(input[2 + axis], {
      kernelSize: weight[2 + axis],
      stride: stride[axis],
      padding: padding[axis],
      dilation: dilation[axis],
    }),
  ) as [number, number]
}
