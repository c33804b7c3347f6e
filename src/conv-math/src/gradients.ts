import { resolveConvAxis } from './axis.ts'
import { requireOptions, requirePair } from './checks.ts'
import type { Conv2dOptions } from './conv2d.ts'
import { requireGroups } from './geometry.ts'
import { transposedPass, weightPass } from './passes.ts'
import { type Axes, resolveAxes } from './per-axis.ts'
import { refuse, show } from './problem.ts'
import { requireTensor, type Tensor, zeros } from './tensor.ts'

/** The convolution's own options, and the size of the input that the output alone does not tell. */
export interface InputGradientOptions extends Omit<Conv2dOptions, 'bias'> {
  readonly inputSize: readonly [height: number, width: number]
}

/** The convolution's own options, and the size of the kernel. */
export interface WeightGradientOptions extends Omit<Conv2dOptions, 'bias'> {
  readonly kernelSize: readonly [height: number, width: number]
}

/**
 * The gradient of a loss with respect to the input of `conv2d`, from its gradient with respect to the output:
 * every output cell's gradient painted back, times the kernel, over the window it came from. Sums and memory are as in
 * `conv2d`.
 *
 * @param outputGradient [batch, outChannels, output height, output width]
 * @param weight [outChannels, inChannels / groups, kernel height, kernel width]
 * @param options the options the convolution had, and inputSize = [height, width]
 * @returns [batch, inChannels, height, width]
 * @throws {RangeError} when an option is out of range, or the gradient is not of the convolution's output shape
 * @see Dumoulin & Visin 2016, arXiv:1603.07285, section 4.1
 *
 * @example conv2dInputGradient(tensor([1, 1, 1, 2], [1, 1]), tensor([1, 1, 1, 2], [3, 4]), { inputSize: [1, 3] }).data // [3, 7, 4]
 */
export function conv2dInputGradient(outputGradient: Tensor, weight: Tensor, options: InputGradientOptions): Tensor {
  const fn = 'conv2dInputGradient'
  const gradient = requireTensor(fn, 'outputGradient', outputGradient, 4)
  const kernels = requireTensor(fn, 'weight', weight, 4)
  const given = requireOptions(fn, options)
  const inputSize = requirePair(fn, 'inputSize', given.inputSize, 1)
  const [batch, outChannels] = gradient.shape
  const [kernelCount, perGroup, kernelHeight, kernelWidth] = kernels.shape
  if (kernelCount !== outChannels) {
    const wanted = `[${outChannels}, ${perGroup}, ${kernelHeight}, ${kernelWidth}]`
    refuse(
      fn,
      `weight must have shape ${wanted} for outputGradient ${show(gradient.shape)}, got ${show(kernels.shape)}`,
    )
  }
  const groups = requireGroups(fn, given.groups, { outChannels })
  const inChannels = perGroup * groups
  const axes = resolveAxes(fn, inputSize, { ...given, kernelSize: [kernelHeight, kernelWidth] }, resolveConvAxis)
  requireOutputSize(fn, gradient, axes, `inputSize ${show(inputSize)}`)
  const input = zeros(fn, [batch, inChannels, ...inputSize])
  transposedPass(
    { batch, groups, inChannels, outChannels, ...axes },
    gradient.data,
    kernels.data,
    undefined,
    input.data,
  )
  return input
}

/**
 * The gradient of a loss with respect to the weight of `conv2d`: for every tap, the sum over batch and windows of the
 * input cell it read times the gradient of the output cell it wrote. Sums and memory are as in `conv2d`.
 *
 * @param input [batch, inChannels, height, width]
 * @param outputGradient [batch, outChannels, output height, output width]
 * @param options the options the convolution had, and kernelSize = [height, width]
 * @returns [outChannels, inChannels / groups, kernel height, kernel width]
 * @throws {RangeError} when an option is out of range, or the gradient is not of the convolution's output shape
 * @see Dumoulin & Visin 2016, arXiv:1603.07285, section 4.1
 *
 * @example conv2dWeightGradient(tensor([1, 1, 1, 3], [1, 2, 3]), tensor([1, 1, 1, 2], [1, 10]), { kernelSize: [1, 2] }).data // [21, 32]
 */
export function conv2dWeightGradient(input: Tensor, outputGradient: Tensor, options: WeightGradientOptions): Tensor {
  const fn = 'conv2dWeightGradient'
  const { shape, data } = requireTensor(fn, 'input', input, 4)
  const gradient = requireTensor(fn, 'outputGradient', outputGradient, 4)
  const given = requireOptions(fn, options)
  const kernelSize = requirePair(fn, 'kernelSize', given.kernelSize, 1)
  const [batch, inChannels, inputHeight, inputWidth] = shape
  const outChannels = gradient.shape[1]
  if (gradient.shape[0] !== batch) {
    refuse(fn, `outputGradient must have the batch ${batch} of input ${show(shape)}, got ${show(gradient.shape)}`)
  }
  const groups = requireGroups(fn, given.groups, { inChannels, outChannels })
  const axes = resolveAxes(fn, [inputHeight, inputWidth], given, resolveConvAxis)
  requireOutputSize(fn, gradient, axes, `input ${show(shape)}`)
  const weight = zeros(fn, [outChannels, inChannels / groups, ...kernelSize])
  weightPass({ batch, groups, inChannels, outChannels, ...axes }, data, gradient.data, weight.data)
  return weight
}

function requireOutputSize(fn: string, gradient: Tensor, { height, width }: Axes, source: string): void {
  const [batch, channels, rows, columns] = gradient.shape
  if (rows === height.outputSize && columns === width.outputSize) return
  const wanted = `[${batch}, ${channels}, ${height.outputSize}, ${width.outputSize}]`
  refuse(fn, `outputGradient must have shape ${wanted} for ${source}, got ${show(gradient.shape)}`)
}
