import { resolveTransposedConvAxis } from './axis.ts'
import { requireOptions } from './checks.ts'
import type { Conv2dOptions } from './conv2d.ts'
import { requireBias, requireGroups, reversed } from './geometry.ts'
import { transposedPass } from './passes.ts'
import { type PerAxis, resolveAxes } from './per-axis.ts'
import { refuse, show } from './problem.ts'
import { requireTensor, type Tensor, zeros } from './tensor.ts'

/** Options of a transposed convolution of planes. `padding` crops the full result. */
export interface TransposedConv2dOptions extends Conv2dOptions {
  /** Cells added at the bottom and right, less than max(stride, dilation) on each axis. */
  readonly outputPadding?: PerAxis<number>
}

/**
 * The transposed convolution: every input cell paints the kernel, times its value, into the output;
 * y[b, o, u, v] = bias[o] + Σ of w[c, o, j, k] · x[b, c, m, n] over all cells with m·s − p + j·d = u and n·s − p + k·d = v.
 * It is the adjoint of `conv2d` of the same weight, not its inverse.
 * Sums and memory are as in `conv2d`.
 *
 * @param input [batch, inChannels, height, width]
 * @param weight [inChannels, outChannels / groups, kernel height, kernel width]
 * @returns [batch, outChannels, output height, output width], sizes by `transposedConvOutputSize`
 * @throws {RangeError} when an option is out of range, the shapes do not match, or nothing is left of the output
 * @see Dumoulin & Visin 2016, arXiv:1603.07285, chapter 4; PyTorch, ConvTranspose2d
 *
 * @example transposedConv2d(tensor([1, 1, 1, 2], [1, 2]), tensor([1, 1, 1, 2], [1, 10]), { stride: [1, 2] }).data // [1, 10, 2, 20]
 */
export function transposedConv2d(input: Tensor, weight: Tensor, options: TransposedConv2dOptions = {}): Tensor {
  const fn = 'transposedConv2d'
  const { shape, data } = requireTensor(fn, 'input', input, 4)
  const [batch, inChannels, inputHeight, inputWidth] = shape
  const kernels = requireTensor(fn, 'weight', weight, 4)
  const [readChannels, perGroup, kernelHeight, kernelWidth] = kernels.shape
  const given = requireOptions(fn, options)
  if (readChannels !== inChannels) {
    const wanted = `[${inChannels}, ${perGroup}, ${kernelHeight}, ${kernelWidth}]`
    refuse(fn, `weight must have shape ${wanted} for input ${show(shape)}, got ${show(kernels.shape)}`)
  }
  const groups = requireGroups(fn, given.groups, { inChannels })
  const outChannels = perGroup * groups
  const axes = resolveAxes(
    fn,
    [inputHeight, inputWidth],
    { ...given, kernelSize: [kernelHeight, kernelWidth] },
    resolveTransposedConvAxis,
  )
  const bias = requireBias(fn, given.bias, outChannels, kernels)
  const output = zeros(fn, [batch, outChannels, axes.height.outputSize, axes.width.outputSize])
  const height = reversed(axes.height)
  const width = reversed(axes.width)
  // The transpose of a convolution that reads this output and gives this input.
  const geometry = { batch, groups, inChannels: outChannels, outChannels: inChannels, height, width }
  transposedPass(geometry, data, kernels.data, bias?.data, output.data)
  return output
}
