import { conv2d, type FilterKernel, filterKernel, smallestFilterSize, tensor } from 'conv-math'
import type { Preset, Shape, State } from './model.ts'

/** Kernels to run over one picture; all that a worker needs besides the picture. */
export interface Plan {
  readonly size: number
  readonly output: readonly [rows: number, columns: number]
  readonly kernelSize: number
  readonly stride: number
  readonly dilation: number
  readonly padding: readonly [readonly [number, number], readonly [number, number]]
  readonly kernels: readonly (FilterKernel & { readonly name: Preset })[]
}

const edges = ['sobelX', 'sobelY', 'laplacian'] as const
const shown = 3

/** The chosen kernel first, then edge kernels of the same size to compare it with. */
export function planOf(state: State, shape: Shape): Plan {
  const { preset, kernelSize, stride, dilation } = state
  const others = edges.filter((name) => name !== preset && kernelSize >= smallestFilterSize(name)).slice(0, shown - 1)
  return {
    size: shape.size,
    output: [shape.rows.output, shape.columns.output],
    kernelSize,
    stride,
    dilation,
    padding: [shape.rows.padding, shape.columns.padding],
    kernels: [
      { name: preset, ...shape.kernel },
      ...others.map((name) => ({ name, ...filterKernel(name, kernelSize) })),
    ],
  }
}

/** The response of each kernel, row-major. */
export function respond(values: ArrayLike<number>, plan: Plan): Float32Array[] {
  const { size, kernelSize, kernels, stride, dilation, padding } = plan
  const weights = kernels.flatMap(({ weights }) => [...weights])
  const output = conv2d(
    tensor([1, 1, size, size], values),
    tensor([kernels.length, 1, kernelSize, kernelSize], weights),
    { stride, dilation, padding },
  )
  const plane = output.data.length / kernels.length
  return kernels.map(({ divisor }, at) =>
    output.data.slice(at * plane, (at + 1) * plane).map((value) => value / divisor),
  )
}

/** Whether a kernel's weights add up to 1, so that its response is a picture again; edge kernels add up to 0. */
export const keepsBrightness = ({ weights, divisor }: FilterKernel): boolean =>
  weights.reduce((sum, weight) => sum + weight, 0) === divisor
