import { axisOrThrow, resolveConvAxis, resolvePoolAxis, type Window } from './axis.ts'
import { windowReader } from './axis-reader.ts'
import { requireInteger, requireOptions, requirePair } from './checks.ts'
import { countPaths } from './path-counts.ts'
import type { Padding, PerAxis } from './per-axis.ts'
import { refuse, show } from './problem.ts'
import { resolvePlane } from './resolve-layer.ts'

/** One layer of a one-channel stack without biases and activations. A pool is a window of ones. */
export interface StackLayer {
  readonly type?: 'conv' | 'maxPool' | 'averagePool'
  readonly kernelSize: PerAxis<number>
  readonly stride?: PerAxis<number>
  readonly padding?: Padding
  readonly dilation?: PerAxis<number>
  readonly ceilMode?: boolean
  /** k_h · k_w weights in row-major order; all 1 when left out. */
  readonly kernel?: ArrayLike<number>
}

/** Where in the input a stack is asked about, and at which of its outputs. */
export interface EffectiveReceptiveFieldOptions {
  /** [height, width] of the input. */
  readonly inputSize: readonly [height: number, width: number]
  /** [row, column] of the output unit; the middle one, rounded down, when left out. */
  readonly unit?: readonly [row: number, column: number]
}

/** How strongly each input cell works on one output. */
export interface EffectiveReceptiveField {
  /** ∂ output[unit] / ∂ input, row-major, as 64-bit numbers: height · width of them. */
  readonly gradient: Float64Array
  readonly height: number
  readonly width: number
  /** Centre of |gradient| in [rows, columns]; null when no input works on the unit. */
  readonly mean: readonly [row: number, column: number] | null
  /** Standard deviation of |gradient| in [rows, columns]; null when no input works on the unit. */
  readonly standardDeviation: readonly [row: number, column: number] | null
}

interface PlaneLayer {
  readonly window: readonly [height: Window, width: Window]
  readonly kernel: ArrayLike<number> | undefined
}

interface Stack {
  readonly planes: readonly PlaneLayer[]
  /** [height, width] of every level, the input's first. */
  readonly sizes: readonly Size[]
}

type Spread = Pick<EffectiveReceptiveField, 'mean' | 'standardDeviation'>

/** A level of half a gigabyte: beyond any picture, short of exhausting memory. */
const MAX_CELLS = 2 ** 26

type Size = readonly [height: number, width: number]

/**
 * The effective receptive field of one output of a stack of convolutions: the exact gradient with respect to the input,
 * with zeros as padding at every level, and its spread. Away from the borders and with all weights 1 the variance per
 * axis is Σ (k² − 1) / 12 · (d · jump)² over the layers, so the field grows as the square root of the depth while the
 * theoretical one grows as the depth.
 *
 * @param layers from the input to the output, at least one channel wide and no more
 * @throws {RangeError} when a layer is unsound or does not fit, a kernel is not k_h · k_w finite numbers, there is no such
 *   output, or the gradient grows beyond 64-bit numbers
 * @see Luo et al. 2016, arXiv:1701.04128
 *
 * @example effectiveReceptiveField([{ kernelSize: 3 }, { kernelSize: 3 }], { inputSize: [5, 5] }).gradient.slice(0, 5) // [1, 2, 3, 2, 1]
 * @example effectiveReceptiveField([{ kernelSize: 3 }], { inputSize: [3, 3] }).mean // [1, 1]
 */
export function effectiveReceptiveField(
  layers: readonly StackLayer[],
  options: EffectiveReceptiveFieldOptions,
): EffectiveReceptiveField {
  const fn = 'effectiveReceptiveField'
  const { inputSize, unit } = requireOptions(fn, options)
  const { planes, sizes } = resolveStack(fn, layers, requirePair(fn, 'inputSize', inputSize, 1))
  for (const [rows, columns] of sizes) requireInteger(fn, 'cells of every level', rows * columns, 1, MAX_CELLS)
  const place = requireOutput(fn, unit, sizes[planes.length])
  const ones = planes.every(({ kernel }) => kernel === undefined)
  const gradient = ones ? productOfPaths(fn, planes, sizes, place) : walkBack(planes, sizes, place)
  const [height, width] = sizes[0]
  return { gradient, height, width, ...spreadOf(fn, gradient, width) }
}

function resolveStack(fn: string, layers: readonly StackLayer[], inputSize: Size): Stack {
  if (!Array.isArray(layers)) refuse(fn, `layers must be a list, got ${show(layers)}`)
  const sizes: Size[] = [inputSize]
  const planes = Array.from(layers as readonly StackLayer[], (layer, index): PlaneLayer => {
    const name = `${fn}: layer ${index}`
    const given = requireOptions(name, layer)
    const { type = 'conv', kernel } = given as Partial<StackLayer>
    if (type !== 'conv' && type !== 'maxPool' && type !== 'averagePool') {
      refuse(name, `type must be 'conv', 'maxPool' or 'averagePool', got ${show(type)}`)
    }
    const { window, options } = resolvePlane(name, given, type === 'conv' ? 1 : undefined)
    const resolve = type === 'conv' ? resolveConvAxis : resolvePoolAxis
    const size = sizes[index]
    sizes.push([
      axisOrThrow(name, resolve(size[0], options[0]), 'height').outputSize,
      axisOrThrow(name, resolve(size[1], options[1]), 'width').outputSize,
    ])
    if (kernel !== undefined) requireKernel(name, kernel, window[0].kernelSize * window[1].kernelSize)
    return { window, kernel }
  })
  return { planes, sizes }
}

function requireKernel(fn: string, kernel: ArrayLike<number>, length: number): void {
  const sound = typeof kernel === 'object' && kernel !== null && kernel.length === length
  if (!sound || !Array.from(kernel).every(Number.isFinite))
    refuse(fn, `kernel must be ${length} finite numbers, got ${show(kernel)}`)
}

function requireOutput(fn: string, unit: unknown, [height, width]: Size): Size {
  if (unit === undefined) return [Math.floor(height / 2), Math.floor(width / 2)]
  const [row, column] = requirePair(fn, 'unit', unit, 0)
  return [
    requireInteger(fn, 'row of unit', row, 0, height - 1),
    requireInteger(fn, 'column of unit', column, 0, width - 1),
  ]
}

/** With all weights 1 the two axes are independent, and the gradient is the product of their path counts. */
function productOfPaths(fn: string, planes: readonly PlaneLayer[], sizes: readonly Size[], unit: Size): Float64Array {
  const [rows, columns] = ([0, 1] as const).map((axis) =>
    countPaths(
      fn,
      planes.map(({ window }) => windowReader(window[axis])),
      unit[axis],
      sizes.map((size) => size[axis]),
    ),
  )
  const [height, width] = sizes[0]
  const gradient = new Float64Array(height * width)
  for (const [i, down] of rows.counts.entries()) {
    const offset = (rows.first + i) * width + columns.first
    for (const [j, across] of columns.counts.entries()) gradient[offset + j] = down * across
  }
  return gradient
}

function walkBack(planes: readonly PlaneLayer[], sizes: readonly Size[], [row, column]: Size): Float64Array {
  const [height, width] = sizes[planes.length]
  let gradient: Float64Array = new Float64Array(height * width)
  gradient[row * width + column] = 1
  for (let level = planes.length - 1; level >= 0; level -= 1) {
    gradient = inputGradient(gradient, sizes[level + 1], planes[level], sizes[level])
  }
  return gradient
}

function inputGradient(output: Float64Array, outputSize: Size, layer: PlaneLayer, [height, width]: Size): Float64Array {
  const { window, kernel } = layer
  const [down, across] = window
  const input = new Float64Array(height * width)
  for (let u = 0; u < output.length; u += 1) {
    if (output[u] === 0) continue
    const top = Math.floor(u / outputSize[1]) * down.stride - down.start
    const left = (u % outputSize[1]) * across.stride - across.start
    for (let i = 0; i < down.kernelSize; i += 1) {
      const y = top + i * down.dilation
      if (y < 0 || y >= height) continue
      for (let j = 0; j < across.kernelSize; j += 1) {
        const x = left + j * across.dilation
        if (x < 0 || x >= width) continue
        input[y * width + x] += output[u] * (kernel === undefined ? 1 : kernel[i * across.kernelSize + j])
      }
    }
  }
  return input
}

/** Mean and standard deviation per axis with |gradient| as weights. */
function spreadOf(fn: string, gradient: Float64Array, width: number): Spread {
  let [sum, rows, columns] = [0, 0, 0]
  for (const [place, value] of gradient.entries()) {
    const weight = Math.abs(value)
    sum += weight
    rows += weight * Math.floor(place / width)
    columns += weight * (place % width)
  }
  if (!Number.isFinite(rows + columns + sum)) refuse(fn, `gradient must stay finite, got a sum of ${sum}`)
  if (sum === 0) return { mean: null, standardDeviation: null }
  const mean = [rows / sum, columns / sum] as const
  let [down, across] = [0, 0]
  for (const [place, value] of gradient.entries()) {
    const weight = Math.abs(value) / sum
    down += weight * (Math.floor(place / width) - mean[0]) ** 2
    across += weight * ((place % width) - mean[1]) ** 2
  }
  return { mean, standardDeviation: [Math.sqrt(down), Math.sqrt(across)] }
}
