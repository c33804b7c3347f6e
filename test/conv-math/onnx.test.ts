import {
  averagePool2d,
  conv2d,
  globalAveragePool2d,
  maxPool2d,
  samePadding,
  type Tensor,
  tensor,
  transposedConv2d,
} from 'conv-math'
import { describe, expect, test } from 'vitest'
import { expectTensor } from './expect-tensor.ts'
import { loadFixture, nested, type StoredTensor } from './load-fixture.ts'

interface Attributes {
  readonly auto_pad: 'NOTSET' | 'VALID' | 'SAME_UPPER' | 'SAME_LOWER'
  readonly kernel_shape: readonly number[]
  readonly strides: readonly number[]
  readonly dilations: readonly number[]
  readonly pads: readonly number[] | null
  readonly group: number
  readonly ceil_mode: 0 | 1
  readonly count_include_pad: 0 | 1
  readonly output_padding: readonly number[]
  readonly output_shape: readonly number[] | null
}

interface OnnxCase {
  readonly name: string
  readonly op: string
  readonly spatial_dims: number
  readonly attributes: Attributes
  readonly inputs: readonly StoredTensor[]
  readonly outputs: readonly StoredTensor[]
  readonly tolerance: number
}

type Pair = readonly [number, number]
type Sides = readonly [Pair, Pair]

const files = { 'onnx-node.json': 32, 'onnx-pytorch.json': 15 }
const all = Object.keys(files).flatMap((file) => loadFixture<readonly OnnxCase[]>(file))
/** Three-dimensional maps are no part of the package; one-dimensional ones run as planes of height 1. */
const cases = all.filter((one) => one.spatial_dims <= 2)

/** A tensor as a plane: one of a single spatial dimension gets height 1. */
function plane({ shape, data }: StoredTensor): Tensor {
  return tensor(shape.length === 3 ? [shape[0], shape[1], 1, shape[2]] : shape, data)
}

/** A list with one number per spatial dimension as [height, width]. */
function pair(list: readonly number[], height: number): Pair {
  return list.length === 1 ? [height, list[0]] : [list[0], list[1]]
}

function paddingOf({ auto_pad, pads, strides, dilations }: Attributes, input: Tensor, kernelSize: Pair): Sides {
  if (pads?.length === 2) return [[0, 0], pads as unknown as Pair]
  if (pads) return nested(pads as unknown as readonly [number, number, number, number])
  if (auto_pad === 'VALID')
    return [
      [0, 0],
      [0, 0],
    ]
  const extra = auto_pad === 'SAME_UPPER' ? 'end' : 'start'
  const sides = [0, 1].map((axis) => {
    const window = { kernelSize: kernelSize[axis], stride: strides[axis], dilation: dilations[axis] }
    return samePadding(input.shape[2 + axis], window, extra)
  })
  return [sides[0], sides[1]]
}

/**
 * What ONNX makes of auto_pad and output_shape in ConvTranspose: the crop that gives the wanted size. A negative one
 * adds rows instead, as outputPadding does.
 */
function cropFor(attributes: Attributes, input: Tensor, kernelSize: Pair, wanted: readonly number[]) {
  const axes = [0, 1].map((axis) => {
    const full =
      (input.shape[2 + axis] - 1) * attributes.strides[axis] +
      attributes.dilations[axis] * (kernelSize[axis] - 1) +
      1 +
      attributes.output_padding[axis]
    const total = full - wanted[axis]
    const less = Math.floor(total / 2)
    const [start, end] = attributes.auto_pad === 'SAME_UPPER' ? [less, total - less] : [total - less, less]
    return { padding: [Math.max(0, start), Math.max(0, end)] as const, more: Math.max(0, -end) }
  })
  return {
    padding: [axes[0].padding, axes[1].padding] as const,
    outputPadding: [attributes.output_padding[0] + axes[0].more, attributes.output_padding[1] + axes[1].more] as const,
  }
}

function convolve({ op, attributes, inputs, outputs }: OnnxCase): Tensor {
  const [input, weight] = inputs.map(plane)
  const kernelSize = [weight.shape[2], weight.shape[3]] as const
  const options = {
    stride: pair(attributes.strides, 1),
    dilation: pair(attributes.dilations, 1),
    groups: attributes.group,
    ...(inputs[2] ? { bias: tensor(inputs[2].shape, inputs[2].data) } : {}),
  }
  if (op === 'Conv') return conv2d(input, weight, { ...options, padding: paddingOf(attributes, input, kernelSize) })
  const explicit = attributes.pads !== null && attributes.output_shape === null
  const placed = explicit
    ? {
        padding: paddingOf(attributes, input, kernelSize),
        outputPadding: pair(attributes.output_padding, 0),
      }
    : cropFor(attributes, input, kernelSize, outputs[0].shape.slice(2))
  return transposedConv2d(input, weight, { ...options, ...placed })
}

function pool({ op, attributes, inputs }: OnnxCase, input: Tensor, padding?: Sides): Tensor {
  if (op === 'GlobalAveragePool') return globalAveragePool2d(input)
  if (op === 'GlobalMaxPool') return maxPool2d(input, { kernelSize: [input.shape[2], input.shape[3]] })
  const kernelSize = pair(attributes.kernel_shape, 1)
  const options = {
    kernelSize,
    stride: pair(attributes.strides, 1),
    padding: padding ?? paddingOf(attributes, plane(inputs[0]), kernelSize),
    ceilMode: attributes.ceil_mode === 1,
  }
  return op === 'MaxPool'
    ? maxPool2d(input, { ...options, dilation: pair(attributes.dilations, 1) })
    : averagePool2d(input, { ...options, countIncludePadding: attributes.count_include_pad === 1 })
}

/** ONNX lets a pool be padded by more than half its kernel; PyTorch and this package do not. */
function isOverpadded({ attributes }: OnnxCase): boolean {
  const { pads, kernel_shape } = attributes
  return pads !== null && kernel_shape !== undefined && Math.max(...pads) > Math.floor(kernel_shape[0] / 2)
}

const isConv = ({ op }: OnnxCase) => op === 'Conv' || op === 'ConvTranspose'
const isPool = (one: OnnxCase) => !isConv(one)

test('the files hold the cases counted here', () => {
  for (const [file, count] of Object.entries(files)) expect(loadFixture<unknown[]>(file)).toHaveLength(count)
  const counts = {
    conv: cases.filter(isConv).length,
    pool: cases.filter((one) => isPool(one) && !isOverpadded(one)).length,
    overpadded: cases.filter((one) => isPool(one) && isOverpadded(one)).length,
    threeDimensional: all.length - cases.length,
  }
  expect(counts).toEqual({ conv: 23, pool: 20, overpadded: 2, threeDimensional: 2 })
})

describe('ONNX operator tests', () => {
  test.each(cases.filter(isConv))('$op $name', (one) => {
    expectTensor(convolve(one), plane(one.outputs[0]), one.tolerance)
  })

  test.each(cases.filter((one) => isPool(one) && !isOverpadded(one)))('$op $name', (one) => {
    expectTensor(pool(one, plane(one.inputs[0])), plane(one.outputs[0]), one.tolerance)
  })

  test.each(cases.filter((one) => isPool(one) && isOverpadded(one)))('$op $name, padded by hand', (one) => {
    const input = plane(one.inputs[0])
    expect(() => pool(one, input)).toThrow(RangeError)
    expect([one.op === 'MaxPool', one.attributes.count_include_pad === 1]).toContain(true)
    const sides = paddingOf(one.attributes, input, [3, 3])
    const padded = surrounded(input, sides, one.op === 'MaxPool' ? Number.NEGATIVE_INFINITY : 0)
    expectTensor(
      pool(one, padded, [
        [0, 0],
        [0, 0],
      ]),
      plane(one.outputs[0]),
      one.tolerance,
    )
  })
})

/** The input with a border of one value. */
function surrounded({ shape, data }: Tensor, [[top, bottom], [left, right]]: Sides, value: number): Tensor {
  const [batch, channels, height, width] = shape
  const rows = top + height + bottom
  const columns = left + width + right
  const padded = new Float32Array(batch * channels * rows * columns).fill(value)
  for (let p = 0; p < batch * channels; p++) {
    for (let y = 0; y < height; y++) {
      const from = (p * height + y) * width
      padded.set(data.subarray(from, from + width), (p * rows + top + y) * columns + left)
    }
  }
  return tensor([batch, channels, rows, columns], padded)
}
