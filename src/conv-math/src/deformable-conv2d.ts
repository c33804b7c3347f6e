import { type Axis, resolveConvAxis } from './axis.ts'
import { requireOptions } from './checks.ts'
import type { Conv2dOptions } from './conv2d.ts'
import { requireBias, requireGroups } from './geometry.ts'
import { resolveAxes } from './per-axis.ts'
import { refuse, show } from './problem.ts'
import { requireTensor, type Tensor, zeros } from './tensor.ts'

/** Options of a deformable convolution; the kernel's size is the weight's. */
export interface DeformableConv2dOptions extends Conv2dOptions {
  /** A factor per tap and position (version 2), [batch, offsetGroups · taps, output height, output width]; 1 when left out. */
  readonly mask?: Tensor
}

/**
 * The convolution of a batch of planes whose taps are moved: y(u) = bias + Σ over taps n of w_n · x(p_n + Δp_n) · m_n,
 * where p_n is the place that `conv2d` reads and x between pixels is bilinear; beyond the input it is 0. Offsets and
 * masks belong to positions of the output. Channels of the input may be split into offset groups with offsets of their
 * own: there are as many as the offsets' channels allow for. Zero offsets without mask give `conv2d`.
 *
 * @param input [batch, inChannels, height, width]
 * @param weight [outChannels, inChannels / groups, kernel height, kernel width]
 * @param offset [batch, offsetGroups · 2 · taps, output height, output width]: per tap down before along, in input cells
 * @returns [batch, outChannels, output height, output width]
 * @throws {RangeError} when `conv2d` refuses the rest, or offset or mask have another shape
 * @see Dai et al. 2017, arXiv:1703.06211; Zhu et al. 2018, arXiv:1811.11168; torchvision, deform_conv2d
 *
 * @example deformableConv2d(tensor([1, 1, 1, 2], [2, 6]), tensor([1, 1, 1, 1], [1]), tensor([1, 2, 1, 2], [0, 0, 0.25, 0])).data // [3, 6]
 */
export function deformableConv2d(
  input: Tensor,
  weight: Tensor,
  offset: Tensor,
  options: DeformableConv2dOptions = {},
): Tensor {
  const fn = 'deformableConv2d'
  const { shape, data } = requireTensor(fn, 'input', input, 4)
  const [batch, inChannels, height, width] = shape
  const kernels = requireTensor(fn, 'weight', weight, 4)
  const [outChannels, perGroup, kernelHeight, kernelWidth] = kernels.shape
  const given = requireOptions(fn, options)
  const groups = requireGroups(fn, given.groups, { inChannels, outChannels })
  if (perGroup * groups !== inChannels) {
    const wanted = `[${outChannels}, ${inChannels / groups}, ${kernelHeight}, ${kernelWidth}]`
    const got = `for input ${show(shape)} and groups ${groups}, got ${show(kernels.shape)}`
    refuse(fn, `weight must have shape ${wanted} ${got}`)
  }
  const kernelSize = [kernelHeight, kernelWidth]
  const axes = resolveAxes(fn, [height, width], { ...given, kernelSize }, resolveConvAxis)
  const bias = requireBias(fn, given.bias, outChannels)
  const taps = kernelHeight * kernelWidth
  const output = zeros(fn, [batch, outChannels, axes.height.outputSize, axes.width.outputSize])
  const { offsets, offsetGroups } = requireOffsets(fn, offset, { batch, inChannels, taps, output })
  const mask = given.mask === undefined ? undefined : requireMask(fn, given.mask, { batch, offsetGroups, taps, output })
  const [outHeight, outWidth] = [axes.height.outputSize, axes.width.outputSize]
  const cells = outHeight * outWidth
  const sampled = new Float64Array(inChannels * taps)
  const perOffsetGroup = inChannels / offsetGroups
  for (let b = 0; b < batch; b++) {
    for (let cell = 0; cell < cells; cell++) {
      const [row, column] = [Math.floor(cell / outWidth), cell % outWidth]
      for (let tap = 0; tap < taps; tap++) {
        const [top, left] = [
          place(axes.height, row, Math.floor(tap / kernelWidth)),
          place(axes.width, column, tap % kernelWidth),
        ]
        for (let g = 0; g < offsetGroups; g++) {
          const at = (b * offsetGroups + g) * taps + tap
          const y = top + offsets.data[2 * at * cells + cell]
          const x = left + offsets.data[(2 * at + 1) * cells + cell]
          const factor = mask ? mask.data[at * cells + cell] : 1
          for (let c = g * perOffsetGroup; c < (g + 1) * perOffsetGroup; c++) {
            sampled[c * taps + tap] = factor * sample(data, (b * inChannels + c) * height * width, height, width, y, x)
          }
        }
      }
      for (let o = 0; o < outChannels; o++) {
        const from = Math.floor((o * groups) / outChannels) * perGroup * taps
        let sum = bias ? bias.data[o] : 0
        for (let n = 0; n < perGroup * taps; n++) sum += kernels.data[o * perGroup * taps + n] * sampled[from + n]
        output.data[(b * outChannels + o) * cells + cell] = sum
      }
    }
  }
  return output
}

const place = (axis: Axis, output: number, tap: number): number =>
  output * axis.stride - axis.start + tap * axis.dilation

/** Bilinear value of a plane that begins at `from`; 0 beyond it. */
function sample(data: Float32Array, from: number, height: number, width: number, y: number, x: number): number {
  if (!(y > -1 && x > -1 && y < height && x < width)) return 0
  const [top, left] = [Math.floor(y), Math.floor(x)]
  const [down, along] = [y - top, x - left]
  const pixel = (row: number, column: number): number =>
    row < 0 || column < 0 || row >= height || column >= width ? 0 : data[from + row * width + column]
  const upper = (1 - along) * pixel(top, left) + along * pixel(top, left + 1)
  const lower = (1 - along) * pixel(top + 1, left) + along * pixel(top + 1, left + 1)
  return (1 - down) * upper + down * lower
}

interface Wanted {
  readonly batch: number
  readonly taps: number
  readonly output: Tensor
}

function requireOffsets(
  fn: string,
  offset: unknown,
  { batch, inChannels, taps, output }: Wanted & { readonly inChannels: number },
): { readonly offsets: Tensor; readonly offsetGroups: number } {
  const offsets = requireTensor(fn, 'offset', offset, 4)
  const [, , height, width] = output.shape
  const offsetGroups = offsets.shape[1] / (2 * taps)
  const fits = Number.isInteger(offsetGroups) && inChannels % offsetGroups === 0
  if (!fits || offsets.shape[0] !== batch || offsets.shape[2] !== height || offsets.shape[3] !== width) {
    const wanted = `[${batch}, ${2 * taps} per offset group, ${height}, ${width}]`
    refuse(
      fn,
      `offset must have shape ${wanted}, as many groups as divide ${inChannels} channels, got ${show(offsets.shape)}`,
    )
  }
  return { offsets, offsetGroups }
}

function requireMask(
  fn: string,
  mask: unknown,
  { batch, offsetGroups, taps, output }: Wanted & { readonly offsetGroups: number },
): Tensor {
  const checked = requireTensor(fn, 'mask', mask, 4)
  const wanted = [batch, offsetGroups * taps, output.shape[2], output.shape[3]]
  if (wanted.some((size, at) => checked.shape[at] !== size)) {
    refuse(fn, `mask must have shape ${show(wanted)}, one factor per tap and position, got ${show(checked.shape)}`)
  }
  return checked
}
