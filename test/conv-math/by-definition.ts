import { type Padding, type PerAxis, type Tensor, tensor } from 'conv-math'

// The operations once more, straight from their definitions, cell by cell and without any shared code: what the
// package is compared with. Slow, and every option is spelled out.

export type Sides = readonly [readonly [number, number], readonly [number, number]]

export interface PlaneOptions {
  readonly stride: readonly [number, number]
  readonly padding: Sides
  readonly dilation: readonly [number, number]
  readonly groups: number
}

/** The cell of a tensor, or the filler outside its planes. */
function cell({ shape, data }: Tensor, b: number, c: number, y: number, x: number, outside: number): number {
  const [, channels, height, width] = shape
  if (y < 0 || x < 0 || y >= height || x >= width) return outside
  return data[((b * channels + c) * height + y) * width + x]
}

/** Every window start on a padded axis from which a window of `span` cells still fits. */
export function windowStarts(
  inputSize: number,
  span: number,
  stride: number,
  [start, end]: readonly number[],
): number[] {
  const starts: number[] = []
  for (let at = -start; at + span <= inputSize + end; at += stride) starts.push(at)
  return starts
}

export function convByDefinition(input: Tensor, weight: Tensor, options: PlaneOptions, bias?: Tensor): Tensor {
  const [batch, , height, width] = input.shape
  const [outChannels, perGroup, kernelHeight, kernelWidth] = weight.shape
  const { stride, padding, dilation, groups } = options
  const rows = windowStarts(height, dilation[0] * (kernelHeight - 1) + 1, stride[0], padding[0])
  const columns = windowStarts(width, dilation[1] * (kernelWidth - 1) + 1, stride[1], padding[1])
  const values: number[] = []
  for (let b = 0; b < batch; b++) {
    for (let o = 0; o < outChannels; o++) {
      const first = Math.floor(o / (outChannels / groups)) * perGroup
      for (const y of rows) {
        for (const x of columns) {
          let sum = bias ? bias.data[o] : 0
          for (let c = 0; c < perGroup; c++) {
            for (let j = 0; j < kernelHeight; j++) {
              for (let k = 0; k < kernelWidth; k++) {
                const value = cell(input, b, first + c, y + j * dilation[0], x + k * dilation[1], 0)
                sum += cell(weight, o, c, j, k, 0) * value
              }
            }
          }
          values.push(sum)
        }
      }
    }
  }
  return tensor([batch, outChannels, rows.length, columns.length], values)
}

export function transposedConvByDefinition(
  input: Tensor,
  weight: Tensor,
  options: PlaneOptions & { readonly outputPadding: readonly [number, number] },
  bias?: Tensor,
): Tensor {
  const [batch, inChannels, height, width] = input.shape
  const [, perGroup, kernelHeight, kernelWidth] = weight.shape
  const { stride, padding, dilation, groups, outputPadding } = options
  // The full result is made first and cropped afterwards.
  const fullHeight = (height - 1) * stride[0] + dilation[0] * (kernelHeight - 1) + 1 + outputPadding[0]
  const fullWidth = (width - 1) * stride[1] + dilation[1] * (kernelWidth - 1) + 1 + outputPadding[1]
  const outHeight = fullHeight - padding[0][0] - padding[0][1]
  const outWidth = fullWidth - padding[1][0] - padding[1][1]
  const values: number[] = []
  for (let b = 0; b < batch; b++) {
    for (let o = 0; o < perGroup * groups; o++) {
      const group = Math.floor(o / perGroup)
      const full = new Float64Array(fullHeight * fullWidth).fill(bias ? bias.data[o] : 0)
      for (let c = (group * inChannels) / groups; c < ((group + 1) * inChannels) / groups; c++) {
        for (let m = 0; m < height * width; m++) {
          const y = Math.floor(m / width) * stride[0]
          const x = (m % width) * stride[1]
          for (let j = 0; j < kernelHeight; j++) {
            for (let k = 0; k < kernelWidth; k++) {
              const at = (y + j * dilation[0]) * fullWidth + x + k * dilation[1]
              full[at] += input.data[(b * inChannels + c) * height * width + m] * cell(weight, c, o % perGroup, j, k, 0)
            }
          }
        }
      }
      for (let y = 0; y < outHeight; y++) {
        for (let x = 0; x < outWidth; x++) values.push(full[(y + padding[0][0]) * fullWidth + x + padding[1][0]])
      }
    }
  }
  return tensor([batch, perGroup * groups, outHeight, outWidth], values)
}

/** Per-axis and per-side forms written out, for options that tests give in short. */
export function spelledOut(padding: Padding): Sides {
  if (typeof padding === 'number') return spelledOut([padding, padding])
  const [height, width] = padding
  if (typeof height === 'number' && typeof width === 'number') {
    return [
      [height, height],
      [width, width],
    ]
  }
  return padding as Sides
}

export function pairOf(value: PerAxis<number>): readonly [number, number] {
  return typeof value === 'number' ? [value, value] : value
}
