import {
  averagePool2d,
  conv2d,
  conv2dInputGradient,
  conv2dWeightGradient,
  maxPool2d,
  poolOutputSize,
  type Tensor,
  tensor,
  transposedConv2d,
} from 'conv-math'
import { describe, expect, test } from 'vitest'
import { expectTensor } from './expect-tensor.ts'
import { loadFixture, nested, type StoredPadding, type StoredTensor, stored } from './load-fixture.ts'

type Pair = readonly [number, number]

interface Params {
  readonly stride: Pair
  readonly padding: StoredPadding
  readonly dilation: Pair
  readonly groups: number
  readonly outputPadding: Pair
  readonly kernel: Pair
  readonly ceilMode: boolean
  readonly countIncludePad: boolean
  readonly divisorOverride: number | null
}

interface Layer {
  readonly kind: string
  readonly params: Params
  readonly weight: StoredTensor
  readonly bias: StoredTensor | null
}

interface Case extends Layer {
  readonly id: string
  readonly tolerance: number
  readonly input: StoredTensor
  readonly output: StoredTensor
  readonly gradOutput: StoredTensor
  readonly gradInput: StoredTensor
  readonly gradWeight: StoredTensor
  readonly gradBias: StoredTensor | null
  readonly layers: readonly Layer[]
  readonly outputs: readonly StoredTensor[]
}

const cases = loadFixture<readonly Case[]>('torch-conv.json')
const ofKind = (kind: string) => cases.filter((one) => one.kind === kind)

/** Numbers of cases by kind; each block below runs the kinds it names. */
const COUNTS = {
  conv2d: 88,
  conv_transpose2d: 73,
  max_pool2d: 16,
  avg_pool2d: 22,
  conv2d_grad: 12,
  conv_transpose2d_grad: 6,
  conv2d_stack: 13,
  max_pool2d_grad: 2,
  avg_pool2d_grad: 2,
}

function convOptions({ params, bias }: Layer) {
  const { stride, padding, dilation, groups } = params
  return { stride, padding: nested(padding), dilation, groups, ...(bias ? { bias: stored(bias) } : {}) }
}

test('the file holds the kinds and counts run here, and no other', () => {
  const found: Record<string, number> = {}
  for (const { kind } of cases) found[kind] = (found[kind] ?? 0) + 1
  expect(found).toEqual(COUNTS)
})

describe('PyTorch 1.13: conv2d', () => {
  test.each(ofKind('conv2d'))('$id $tags', (one) => {
    expectTensor(conv2d(stored(one.input), stored(one.weight), convOptions(one)), one.output, one.tolerance)
  })

  test.each(ofKind('conv2d_stack'))('$id $tags', ({ input, layers, outputs, tolerance }) => {
    let value = stored(input)
    expect(layers.map((layer) => layer.kind)).toEqual(layers.map(() => 'conv2d'))
    for (const [at, layer] of layers.entries()) {
      value = conv2d(value, stored(layer.weight), convOptions(layer))
      expectTensor(value, outputs[at], tolerance)
    }
    expect(layers.length).toBe(outputs.length)
  })
})

describe('PyTorch 1.13: transposed conv2d', () => {
  test.each(ofKind('conv_transpose2d'))('$id $tags', (one) => {
    const options = { ...convOptions(one), outputPadding: one.params.outputPadding }
    expectTensor(transposedConv2d(stored(one.input), stored(one.weight), options), one.output, one.tolerance)
  })
})

describe('PyTorch 1.13: pooling', () => {
  test.each(ofKind('max_pool2d'))('$id $tags', ({ input, params, output, tolerance }) => {
    const { kernel, stride, padding, dilation, ceilMode } = params
    const options = { kernelSize: kernel, stride, padding: nested(padding), dilation, ceilMode }
    expectTensor(maxPool2d(stored(input), options), output, tolerance)
  })

  test.each(ofKind('avg_pool2d'))('$id $tags', ({ input, params, output, tolerance }) => {
    const { kernel, stride, padding, ceilMode, countIncludePad, divisorOverride } = params
    const options = { kernelSize: kernel, stride, padding: nested(padding), ceilMode }
    if (divisorOverride === null) {
      const mean = averagePool2d(stored(input), { ...options, countIncludePadding: countIncludePad })
      expectTensor(mean, output, tolerance)
      return
    }
    // The package has no divisor of one's own: that is a convolution with a constant kernel.
    expectTensor(windowSums(stored(input), options, divisorOverride), output, tolerance)
  })
})

interface SumOptions {
  readonly kernelSize: Pair
  readonly stride: Pair
  readonly padding: readonly [Pair, Pair]
  readonly ceilMode: boolean
}

/** Every pooling window's sum divided by the same number, over as many windows as pooling has. */
function windowSums(input: Tensor, { kernelSize, stride, padding, ceilMode }: SumOptions, divisor: number): Tensor {
  const channels = input.shape[1]
  const [top, left] = [0, 1].map((axis) => {
    const inputSize = input.shape[2 + axis]
    const window = { kernelSize: kernelSize[axis], stride: stride[axis], padding: padding[axis] }
    const last = (poolOutputSize(inputSize, { ...window, ceilMode }) - 1) * stride[axis] + kernelSize[axis]
    const [start, end] = padding[axis]
    return [start, Math.max(end, last - start - inputSize)] as const
  })
  const weight = tensor(
    [channels, 1, ...kernelSize],
    new Float32Array(channels * kernelSize[0] * kernelSize[1]).fill(1 / divisor),
  )
  return conv2d(input, weight, { stride, padding: [top, left], groups: channels })
}

describe('PyTorch 1.13: gradients', () => {
  test.each(ofKind('conv2d_grad'))('$id $tags', (one) => {
    const { bias: _, ...options } = convOptions(one)
    const gradient = stored(one.gradOutput)
    const [, , height, width] = one.input.shape
    const [, , kernelHeight, kernelWidth] = one.weight.shape
    const byInput = conv2dInputGradient(gradient, stored(one.weight), { ...options, inputSize: [height, width] })
    expectTensor(byInput, one.gradInput, one.tolerance)
    const kernelSize = [kernelHeight, kernelWidth] as const
    const byWeight = conv2dWeightGradient(stored(one.input), gradient, { ...options, kernelSize })
    expectTensor(byWeight, one.gradWeight, one.tolerance)
    if (one.gradBias) expectTensor(channelSums(gradient), one.gradBias, one.tolerance)
  })

  test.each(ofKind('conv_transpose2d_grad'))('$id from the functions for conv2d $tags', (one) => {
    const { bias: _, ...options } = convOptions(one)
    const weight = stored(one.weight)
    const gradient = stored(one.gradOutput)
    expectTensor(conv2d(gradient, weight, options), one.gradInput, one.tolerance)
    const kernelSize = [weight.shape[2], weight.shape[3]] as const
    const byWeight = conv2dWeightGradient(gradient, stored(one.input), { ...options, kernelSize })
    expectTensor(byWeight, one.gradWeight, one.tolerance)
    if (one.gradBias) expectTensor(channelSums(stored(one.gradOutput)), one.gradBias, one.tolerance)
  })
})

/** The package has no gradients of pooling: what a pool gives must change as PyTorch's gradient says. */
describe('PyTorch 1.13: gradients of pooling, from differences', () => {
  test.each(ofKind('max_pool2d_grad'))('$id $tags', ({ input, params, gradOutput, gradInput }) => {
    const { kernel, stride, padding, dilation, ceilMode } = params
    const options = { kernelSize: kernel, stride, padding: nested(padding), dilation, ceilMode }
    // Integers, drawn apart so that of equal cells the first is the largest, as in PyTorch; the order stays.
    const apart = stored(input).data.map((value, at) => 1024 * value - at)
    expect(apart.length).toBeLessThan(1024)
    const differences = inputDifferences(tensor(input.shape, apart), (each) => maxPool2d(each, options), gradOutput)
    expect(differences).toEqual(gradInput.data)
  })

  test.each(ofKind('avg_pool2d_grad'))('$id $tags', ({ input, params, gradOutput, gradInput, tolerance }) => {
    const { kernel, stride, padding, ceilMode, countIncludePad } = params
    const options = { kernelSize: kernel, stride, padding: nested(padding), ceilMode }
    const pool = (each: Tensor) => averagePool2d(each, { ...options, countIncludePadding: countIncludePad })
    const differences = inputDifferences(tensor(input.shape), pool, gradOutput)
    expectTensor(tensor(input.shape, differences), gradInput, tolerance)
  })
})

/** The growth of Σ output · gradient for each cell of the input, taken over half a unit. */
function inputDifferences(input: Tensor, pool: (input: Tensor) => Tensor, { data: gradient }: StoredTensor): number[] {
  const before = pool(input).data
  return Array.from(input.data, (_, at) => {
    const after = pool({ ...input, data: input.data.map((value, index) => (index === at ? value + 0.5 : value)) }).data
    return gradient.reduce((sum, weight, cell) => sum + 2 * (after[cell] - before[cell]) * weight, 0)
  })
}

/** The gradient with respect to a bias: the sum over batch and plane. */
function channelSums({ shape, data }: Tensor): Tensor {
  const [, channels, height, width] = shape
  const sums = new Float32Array(channels)
  data.forEach((value, at) => {
    sums[Math.floor(at / (height * width)) % channels] += value
  })
  return tensor([channels], sums)
}
