import { type Axis, resolvePoolAxis } from './axis.ts'
import { requireBoolean, requireOptions } from './checks.ts'
import { type Axes, type Padding, type PerAxis, resolveAxes } from './per-axis.ts'
import { requireTensor, type Tensor, zeros } from './tensor.ts'

/** Options of average pooling. stride defaults to kernelSize; padding ≤ floor(kernelSize / 2) on each side. */
export interface AveragePool2dOptions {
  readonly kernelSize: PerAxis<number>
  readonly stride?: PerAxis<number>
  readonly padding?: Padding
  /** Also counts a last partial window, if it starts in the input or in the start padding. */
  readonly ceilMode?: boolean
  /** Whether declared padding counts in the divisor, true as in PyTorch; ONNX's default is false. */
  readonly countIncludePadding?: boolean
}

/** Options of max pooling. stride defaults to kernelSize; padding ≤ floor(kernelSize / 2) on each side. */
export interface MaxPool2dOptions extends Omit<AveragePool2dOptions, 'countIncludePadding'> {
  readonly dilation?: PerAxis<number>
}

/**
 * The largest input cell of every window. Padding never wins: a dilated window that reads no input cell gives −Infinity.
 *
 * @param input [batch, channels, height, width]
 * @returns [batch, channels, output height, output width], sizes by `poolOutputSize`
 * @throws {RangeError} when an option is out of range, padding is too large, or no window fits
 * @see PyTorch, MaxPool2d
 *
 * @example maxPool2d(tensor([1, 1, 2, 2], [1, 2, 3, 4]), { kernelSize: 2 }).data // [4]
 */
export function maxPool2d(input: Tensor, options: MaxPool2dOptions): Tensor {
  const fn = 'maxPool2d'
  const checked = requireTensor(fn, 'input', input, 4)
  const axes = resolveAxes(fn, [input.shape[2], input.shape[3]], options, resolvePoolAxis)
  return pool(fn, checked, axes, (plane, rows, columns) => {
    let best = Number.NEGATIVE_INFINITY
    for (let y = rows.first; y < rows.stop; y += rows.step) {
      for (let x = columns.first; x < columns.stop; x += columns.step) {
        // Math.max keeps NaN once it met one, as PyTorch does.
        best = Math.max(best, plane[y * axes.width.inputSize + x])
      }
    }
    return best
  })
}

/**
 * The mean of every window. The divisor counts the window's cells in the input, and with countIncludePadding those
 * in the declared padding too; cells that ceil mode adds beyond the end padding never count.
 *
 * @param input [batch, channels, height, width]
 * @returns [batch, channels, output height, output width], sizes by `poolOutputSize`
 * @throws {RangeError} when an option is out of range, padding is too large, or no window fits
 * @see PyTorch, AvgPool2d
 *
 * @example averagePool2d(tensor([1, 1, 2, 2], [1, 2, 3, 6]), { kernelSize: 2 }).data // [3]
 */
export function averagePool2d(input: Tensor, options: AveragePool2dOptions): Tensor {
  const fn = 'averagePool2d'
  const checked = requireTensor(fn, 'input', input, 4)
  const { countIncludePadding = true } = requireOptions(fn, options)
  const counted = requireBoolean(fn, 'countIncludePadding', countIncludePadding)
  const axes = resolveAxes(fn, [input.shape[2], input.shape[3]], { ...options, dilation: 1 }, resolvePoolAxis)
  return pool(fn, checked, axes, (plane, rows, columns) => {
    let sum = 0
    for (let y = rows.first; y < rows.stop; y++) {
      for (let x = columns.first; x < columns.stop; x++) sum += plane[y * axes.width.inputSize + x]
    }
    const divisor = counted ? rows.padded * columns.padded : (rows.stop - rows.first) * (columns.stop - columns.first)
    return sum / divisor
  })
}

/**
 * The mean of every whole plane.
 *
 * @param input [batch, channels, height, width]
 * @returns [batch, channels, 1, 1]
 * @throws {RangeError} when the input is not a tensor of four dimensions
 * @see Lin, Chen & Yan 2013, arXiv:1312.4400, section 3.2
 *
 * @example globalAveragePool2d(tensor([1, 1, 2, 2], [1, 2, 3, 6])).data // [3]
 */
export function globalAveragePool2d(input: Tensor): Tensor {
  const fn = 'globalAveragePool2d'
  const { shape } = requireTensor(fn, 'input', input, 4)
  return averagePool2d(input, { kernelSize: [shape[2], shape[3]] })
}

/** Where one window meets one axis: input cells first, first + step … below stop, and its length up to the end padding. */
interface WindowCells {
  readonly first: number
  readonly stop: number
  readonly step: number
  readonly padded: number
}

function windowCells(axis: Axis): readonly WindowCells[] {
  return Array.from({ length: axis.outputSize }, (_, unit) => {
    const origin = unit * axis.stride - axis.start
    const stop = origin + axis.dilation * (axis.kernelSize - 1) + 1
    const skipped = Math.max(0, Math.ceil(-origin / axis.dilation))
    const first = origin + skipped * axis.dilation
    const padded = Math.min(stop, axis.inputSize + axis.end) - origin
    return { first, stop: Math.min(stop, axis.inputSize), step: axis.dilation, padded }
  })
}

function pool(
  fn: string,
  { shape, data }: Tensor,
  axes: Axes,
  windowValue: (plane: Float32Array, rows: WindowCells, columns: WindowCells) => number,
): Tensor {
  const [batch, channels, height, width] = shape
  const rows = windowCells(axes.height)
  const columns = windowCells(axes.width)
  const output = zeros(fn, [batch, channels, rows.length, columns.length])
  let at = 0
  for (let plane = 0; plane < batch * channels; plane++) {
    const cells = data.subarray(plane * height * width, (plane + 1) * height * width)
    for (const row of rows) {
      for (const column of columns) output.data[at++] = windowValue(cells, row, column)
    }
  }
  return output
}
