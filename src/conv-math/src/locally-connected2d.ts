import { resolveConvAxis } from './axis.ts'
import { requireOptions } from './checks.ts'
import type { Conv2dOptions } from './conv2d.ts'
import { type Axes, resolveAxes } from './per-axis.ts'
import { refuse, show } from './problem.ts'
import { requireTensor, type Tensor, zeros } from './tensor.ts'

/** Options of a locally connected layer, as for `conv2d`. */
export type LocallyConnected2dOptions = Pick<Conv2dOptions, 'stride' | 'padding' | 'dilation'>

/**
 * A convolution whose kernel is not shared: every output cell has its own, so that nothing ties the outputs together.
 * y[b, o, u, v] = Σ over c, j, k of w[u, v, o, c, j, k] · x[b, c, u·s − p + j·d, v·s − p + k·d], cells outside the input 0.
 *
 * @param input [batch, inChannels, height, width]
 * @param weight [output height, output width, outChannels, inChannels, kernel height, kernel width]
 * @returns [batch, outChannels, output height, output width], sizes by `convOutputSize`
 * @throws {RangeError} when an option is out of range, the shapes do not match, or the kernel exceeds the padded input
 * @see LeCun 1989, Generalization and network design strategies
 *
 * @example locallyConnected2d(tensor([1, 1, 1, 3], [1, 2, 3]), tensor([1, 2, 1, 1, 1, 2], [-1, 1, 0, 5])).data // [1, 15]
 */
export function locallyConnected2d(input: Tensor, weight: Tensor, options: LocallyConnected2dOptions = {}): Tensor {
  const fn = 'locallyConnected2d'
  const { shape, data } = requireTensor(fn, 'input', input, 4)
  const kernels = requireTensor(fn, 'weight', weight, 6)
  const [batch, inChannels, inputHeight, inputWidth] = shape
  const [, , outChannels, , kernelHeight, kernelWidth] = kernels.shape
  const axes = resolveAxes(
    fn,
    [inputHeight, inputWidth],
    { ...requireOptions(fn, options), kernelSize: [kernelHeight, kernelWidth] },
    resolveConvAxis,
  )
  const [rows, columns] = [axes.height.outputSize, axes.width.outputSize]
  const wanted = [rows, columns, outChannels, inChannels, kernelHeight, kernelWidth]
  if (wanted.some((size, at) => size !== kernels.shape[at])) {
    refuse(fn, `weight must have shape ${show(wanted)} for input ${show(shape)}, got ${show(kernels.shape)}`)
  }
  const output = zeros(fn, [batch, outChannels, rows, columns])
  let at = 0
  for (let plane = 0; plane < batch * outChannels; plane++) {
    const first = Math.floor(plane / outChannels) * inChannels
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const own = ((row * columns + column) * outChannels + (plane % outChannels)) * inChannels
        output.data[at++] = cell(axes, data, kernels.data, { row, column, first, own, inChannels })
      }
    }
  }
  return output
}

interface Place {
  readonly row: number
  readonly column: number
  /** The first plane of the input that it reads, and its first kernel, each of as many planes as the input has channels. */
  readonly first: number
  readonly own: number
  readonly inChannels: number
}

/** One output, summed in 64-bit floats. */
function cell({ height, width }: Axes, input: Float32Array, weight: Float32Array, place: Place): number {
  const [top, left] = [place.row * height.stride - height.start, place.column * width.stride - width.start]
  let sum = 0
  for (let c = 0; c < place.inChannels; c++) {
    for (let j = 0; j < height.kernelSize; j++) {
      const y = top + j * height.dilation
      if (y < 0 || y >= height.inputSize) continue
      for (let k = 0; k < width.kernelSize; k++) {
        const x = left + k * width.dilation
        if (x < 0 || x >= width.inputSize) continue
        const w = weight[((place.own + c) * height.kernelSize + j) * width.kernelSize + k]
        sum += w * input[((place.first + c) * height.inputSize + y) * width.inputSize + x]
      }
    }
  }
  return sum
}
