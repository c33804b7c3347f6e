import { resolveConvAxis } from './axis.ts'
import { requireOptions } from './checks.ts'
import { requireBias, requireGroups } from './geometry.ts'
import { forwardPass } from './passes.ts'
import { type Padding, type PerAxis, resolveAxes } from './per-axis.ts'
import { refuse, show } from './problem.ts'
import { requireTensor, type Tensor, zeros } from './tensor.ts'

/** Cells that a row of windows may span, its padding with it: the copy that is made of them must fit in memory. */
const WIDEST = 2 ** 24

/** Options of a convolution of planes; the kernel's size is the weight's. */
export interface Conv2dOptions {
  /** One number per output channel, shape [outChannels]. */
  readonly bias?: Tensor
  readonly stride?: PerAxis<number>
  readonly padding?: Padding
  readonly dilation?: PerAxis<number>
  /** Divides both channel counts; each group of outputs reads its own group of inputs. groups = inChannels: depthwise. */
  readonly groups?: number
}

/**
 * The convolution (cross-correlation: the kernel is not flipped) of a batch of planes with a bank of kernels:
 * y[b, o, u, v] = bias[o] + Σ over c, j, k of w[o, c, j, k] · x[b, c₀ + c, u·s − p + j·d, v·s − p + k·d], where cells
 * outside the input are 0 and c₀ is the first channel of o's group.
 *
 * Sums run in 64-bit floats and are rounded once. Beside the result a call allocates 8 bytes per weight; one strip of
 * the input, 256 KiB or what a single row of windows reads when that is more; 16 bytes per output of the strip, of which
 * there are at most 2,048 or one row; 12 per tap of an output channel and 1,920 per output channel of a group. Run
 * backwards, there is a strip for each phase of the stride, one after the other.
 *
 * @param input [batch, inChannels, height, width]
 * @param weight [outChannels, inChannels / groups, kernel height, kernel width]
 * @returns [batch, outChannels, output height, output width], sizes by `convOutputSize`
 * @throws {RangeError} when an option is out of range, the shapes do not match, the kernel exceeds the padded
 * input, or a row of windows spans more than 2²⁴ cells
 * @see Dumoulin & Visin 2016, arXiv:1603.07285, chapter 2; PyTorch, Conv2d
 *
 * @example conv2d(tensor([1, 1, 1, 4], [1, 2, 3, 4]), tensor([1, 1, 1, 2], [-1, 1])).data // [1, 1, 1]
 */
export function conv2d(input: Tensor, weight: Tensor, options: Conv2dOptions = {}): Tensor {
  const fn = 'conv2d'
  const { shape, data } = requireTensor(fn, 'input', input, 4)
  const [batch, inChannels, inputHeight, inputWidth] = shape
  const kernels = requireTensor(fn, 'weight', weight, 4)
  const [outChannels, perGroup, kernelHeight, kernelWidth] = kernels.shape
  const given = requireOptions(fn, options)
  const groups = requireGroups(fn, given.groups, { inChannels, outChannels })
  if (perGroup * groups !== inChannels) {
    const wanted = `[${outChannels}, ${inChannels / groups}, ${kernelHeight}, ${kernelWidth}]`
    refuse(
      fn,
      `weight must have shape ${wanted} for input ${show(shape)} and groups ${groups}, got ${show(kernels.shape)}`,
    )
  }
  const axes = resolveAxes(
    fn,
    [inputHeight, inputWidth],
    { ...given, kernelSize: [kernelHeight, kernelWidth] },
    resolveConvAxis,
  )
  const { height, width } = axes
  const down = (height.kernelSize - 1) * height.dilation + 1
  const across = (width.outputSize - 1) * width.stride + (width.kernelSize - 1) * width.dilation + 1
  if (down * across > WIDEST) refuse(fn, `a row of windows must span at most ${WIDEST} cells, got ${down} × ${across}`)
  const bias = requireBias(fn, given.bias, outChannels, kernels)
  const output = zeros(fn, [batch, outChannels, axes.height.outputSize, axes.width.outputSize])
  forwardPass({ batch, groups, inChannels, outChannels, ...axes }, data, kernels.data, bias?.data, output.data)
  return output
}
