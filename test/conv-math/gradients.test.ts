import { conv2d, conv2dInputGradient, conv2dWeightGradient, type Tensor, tensor } from 'conv-math'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairOf, spelledOut } from './by-definition.ts'
import { expectTensor } from './expect-tensor.ts'
import { type ConvCase, convCase, dot, fractions, integers, RUNS } from './random-cases.ts'

const planeOf = ({ shape }: Tensor) => [shape[2], shape[3]] as const

describe('conv2dInputGradient(outputGradient, weight, options)', () => {
  test('paints each output gradient back over its window', () => {
    const gradient = tensor([1, 1, 1, 2], [1, 10])
    const weight = tensor([1, 1, 1, 2], [3, 4])
    expect(Array.from(conv2dInputGradient(gradient, weight, { inputSize: [1, 3] }).data)).toEqual([3, 34, 40])
  })

  test('is 0 in the cells that the floor drops', () => {
    const options = { inputSize: [1, 4], stride: [1, 3] } as const
    const gradient = conv2dInputGradient(tensor([1, 1, 1, 2], [1, 2]), tensor([1, 1, 1, 1], [5]), options)
    expect(Array.from(gradient.data)).toEqual([5, 0, 0, 10])
    const dropping = { inputSize: [1, 6], stride: [1, 3] } as const
    const longer = conv2dInputGradient(tensor([1, 1, 1, 2], [1, 2]), tensor([1, 1, 1, 1], [5]), dropping)
    expect(Array.from(longer.data)).toEqual([5, 0, 0, 10, 0, 0])
  })

  test('law: every component is the change of the loss for a unit change of that cell', () => {
    fc.assert(
      fc.property(convCase, fc.nat(), fc.nat(), ({ input, weight, options }, seed, pick) => {
        const output = conv2d(input, weight, options)
        const outputGradient = integers(output.shape, seed)
        const gradient = conv2dInputGradient(outputGradient, weight, { ...options, inputSize: planeOf(input) })
        expect(gradient.shape).toEqual(input.shape)
        const at = pick % input.data.length
        const change = conv2d(nudged(input, at), weight, options)
        expect(gradient.data[at]).toBe(dot(change, outputGradient) - dot(output, outputGradient))
      }),
      RUNS,
    )
  })

  test('law: ⟨conv x, g⟩ = ⟨x, gradient⟩', () => {
    fc.assert(
      fc.property(convCase, fc.nat(), ({ input, weight, options }, seed) => {
        const output = conv2d(input, weight, options)
        const outputGradient = integers(output.shape, seed)
        const gradient = conv2dInputGradient(outputGradient, weight, { ...options, inputSize: planeOf(input) })
        expect(dot(input, gradient)).toBe(dot(output, outputGradient))
      }),
      RUNS,
    )
  })
})

describe('conv2dWeightGradient(input, outputGradient, options)', () => {
  test('sums input times output gradient over all windows', () => {
    const gradient = conv2dWeightGradient(tensor([1, 1, 1, 3], [1, 2, 3]), tensor([1, 1, 1, 2], [1, 10]), {
      kernelSize: [1, 2],
    })
    expect(Array.from(gradient.data)).toEqual([21, 32])
  })

  test('sums over the batch', () => {
    const options = { kernelSize: [1, 1] } as const
    const gradient = conv2dWeightGradient(tensor([2, 1, 1, 1], [3, 4]), tensor([2, 1, 1, 1], [1, 10]), options)
    expect(Array.from(gradient.data)).toEqual([43])
  })

  test('law: every component is the change of the loss for a unit change of that weight', () => {
    fc.assert(
      fc.property(convCase, fc.nat(), fc.nat(), ({ input, weight, options }, seed, pick) => {
        const output = conv2d(input, weight, options)
        const outputGradient = integers(output.shape, seed)
        const gradient = conv2dWeightGradient(input, outputGradient, { ...options, kernelSize: planeOf(weight) })
        expect(gradient.shape).toEqual(weight.shape)
        const at = pick % weight.data.length
        const change = conv2d(input, nudged(weight, at), options)
        expect(gradient.data[at]).toBe(dot(change, outputGradient) - dot(output, outputGradient))
      }),
      RUNS,
    )
  })

  test('law: ⟨conv x, g⟩ = ⟨weight, gradient⟩', () => {
    fc.assert(
      fc.property(convCase, fc.nat(), ({ input, weight, options }, seed) => {
        const output = conv2d(input, weight, options)
        const outputGradient = integers(output.shape, seed)
        const gradient = conv2dWeightGradient(input, outputGradient, { ...options, kernelSize: planeOf(weight) })
        expect(dot(weight, gradient)).toBe(dot(output, outputGradient))
      }),
      RUNS,
    )
  })
})

describe('gradients at full size', () => {
  test.each([
    ['many channels', [4, 33, 14, 15], [18, 33, 3, 3], { padding: 1 }],
    ['stride 2', [3, 17, 15, 14], [34, 17, 3, 3], { padding: 1, stride: 2 }],
    ['a first layer', [2, 1, 28, 28], [9, 1, 5, 5], { padding: 2 }],
    ['pointwise', [2, 65, 9, 7], [35, 65, 1, 1], {}],
    ['depthwise', [2, 19, 16, 15], [19, 1, 3, 3], { padding: 1, groups: 19 }],
    ['depthwise, stride 2', [2, 6, 16, 15], [6, 1, 5, 5], { padding: 2, stride: 2, groups: 6 }],
    ['grouped and dilated', [2, 24, 12, 12], [12, 8, 3, 3], { padding: 2, dilation: 2, groups: 3 }],
  ] as const)('equal sums over every tap: %s', (_, inputShape, weightShape, given) => {
    const [input, weight] = [fractions(inputShape, 1), fractions(weightShape, 2)]
    const outputGradient = fractions(conv2d(input, weight, given).shape, 3)
    const options = {
      stride: pairOf('stride' in given ? given.stride : 1),
      padding: spelledOut('padding' in given ? given.padding : 0),
      dilation: pairOf('dilation' in given ? given.dilation : 1),
      groups: 'groups' in given ? given.groups : 1,
    }
    const expected = gradientsByDefinition({ input, weight, options }, outputGradient)
    const byInput = conv2dInputGradient(outputGradient, weight, { ...options, inputSize: planeOf(input) })
    expectTensor(byInput, expected.input, 1e-6)
    const byWeight = conv2dWeightGradient(input, outputGradient, { ...options, kernelSize: planeOf(weight) })
    expectTensor(byWeight, expected.weight, 1e-6)
  })
})

function nudged({ shape, data }: Tensor, at: number): Tensor {
  return tensor(
    shape,
    data.map((value, index) => (index === at ? value + 1 : value)),
  )
}

/** Both gradients in one pass over all pairs of an output cell and a tap. */
function gradientsByDefinition({ input, weight, options }: Omit<ConvCase, 'bias'>, gradient: Tensor) {
  const [, inChannels, height, width] = input.shape
  const [outChannels, perGroup, kernelHeight, kernelWidth] = weight.shape
  const [batch, , rows, columns] = gradient.shape
  const { stride, padding, dilation, groups } = options
  const byInput = new Float64Array(input.data.length)
  const byWeight = new Float64Array(weight.data.length)
  for (let at = 0; at < gradient.data.length; at++) {
    const v = at % columns
    const u = Math.floor(at / columns) % rows
    const o = Math.floor(at / (columns * rows)) % outChannels
    const b = Math.floor(at / (columns * rows * outChannels))
    for (let tap = 0; tap < perGroup * kernelHeight * kernelWidth; tap++) {
      const c = Math.floor(tap / (kernelHeight * kernelWidth))
      const y = u * stride[0] - padding[0][0] + (Math.floor(tap / kernelWidth) % kernelHeight) * dilation[0]
      const x = v * stride[1] - padding[1][0] + (tap % kernelWidth) * dilation[1]
      if (y < 0 || x < 0 || y >= height || x >= width) continue
      const channel = Math.floor(o / (outChannels / groups)) * perGroup + c
      const from = ((b * inChannels + channel) * height + y) * width + x
      const weightAt = o * perGroup * kernelHeight * kernelWidth + tap
      byInput[from] += gradient.data[at] * weight.data[weightAt]
      byWeight[weightAt] += gradient.data[at] * input.data[from]
    }
  }
  expect(batch).toBe(input.shape[0])
  return {
    input: tensor(input.shape, Float32Array.from(byInput)),
    weight: tensor(weight.shape, Float32Array.from(byWeight)),
  }
}
