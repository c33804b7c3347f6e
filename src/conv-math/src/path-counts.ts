import {
  axisOrThrow,
  type ConvAxisOptions,
  resolveConvAxis,
  resolveTransposedConvAxis,
  resolveWindow,
  type TransposedConvAxisOptions,
} from './axis.ts'
import { type AxisReader, type Cells, transposedReader, windowReader } from './axis-reader.ts'
import { requireInteger, requireListLength } from './checks.ts'
import { refuse, refuseProblem, show } from './problem.ts'
import { requireOutputPadding } from './resolve-layer.ts'

/** One layer of a chain along one axis. A pool is a conv of the same window: give its stride. */
export type AxisLayer =
  | (ConvAxisOptions & { readonly type?: 'conv' })
  | (TransposedConvAxisOptions & { readonly type: 'transposedConv' })

/** For the cells first, first + 1, …: how many paths lead from the cell to the unit; no 0 at either end. */
export interface AxisPathCounts {
  readonly first: number
  readonly counts: readonly number[]
}

/** How much of the square that the field of output 0 spans really reaches it. */
export interface FieldCoverage {
  /** Cells of the square. */
  readonly size: number
  /** Cells of the square from which a path leads to the unit. */
  readonly touched: number
  /** touched / size: 1 = no holes. */
  readonly share: number
}

/**
 * The number of paths from each input cell to one output of a chain of layers along one axis: one factor per layer,
 * the tap it goes through. With all weights 1 this is the gradient of the output with respect to the input. Counts
 * are exact up to 2^53. `counts` is empty, and `first` 0, when no path reaches the unit.
 *
 * @param layers from the input to the output; none = the unit itself
 * @param unit any integer when the axis has no ends, else an output 0 … size − 1
 * @param inputSize left out: no ends, padding counts as cells; given: real cells alone, at every level
 * @throws {RangeError} when a layer is unsound, or does not fit the size, or there is no such output
 * @see Luo et al. 2016, arXiv:1701.04128
 *
 * @example axisPathCounts([{ kernelSize: 3 }, { kernelSize: 3 }], 0) // { first: 0, counts: [1, 2, 3, 2, 1] }
 * @example axisPathCounts([{ kernelSize: 3, padding: 1 }, { kernelSize: 3, padding: 1 }], 0, 9) // { first: 0, counts: [2, 2, 1] }
 */
export function axisPathCounts(layers: readonly AxisLayer[], unit: number, inputSize?: number): AxisPathCounts {
  const fn = 'axisPathCounts'
  const { readers, sizes } = resolveChain(fn, layers, inputSize)
  const last = sizes === undefined ? undefined : sizes[readers.length] - 1
  const start = requireInteger(fn, 'unit', unit, last === undefined ? Number.MIN_SAFE_INTEGER : 0, last)
  return countPaths(fn, readers, start, sizes)
}

/**
 * How much of the square field of a chain is really touched, when both axes have the same layers: dilation rates with a
 * common factor and strides beyond the kernel leave holes.
 *
 * @param layers from the input to the output
 * @throws {RangeError} when a layer is unsound
 * @see Wang et al. 2018, arXiv:1702.08502, on gridding
 *
 * @example fieldCoverage([2, 2, 2].map((dilation) => ({ kernelSize: 3, dilation }))).touched // 49
 * @example fieldCoverage([1, 2, 4].map((dilation) => ({ kernelSize: 3, dilation }))).share // 1
 */
export function fieldCoverage(layers: readonly AxisLayer[]): FieldCoverage {
  const fn = 'fieldCoverage'
  const { readers } = resolveChain(fn, layers, undefined)
  const { counts } = countPaths(fn, readers, 0, undefined)
  const size = counts.length ** 2
  const touched = counts.filter((count) => count > 0).length ** 2
  return { size, touched, share: size === 0 ? 0 : touched / size }
}

/** Path counts through readers from the input to the output; `sizes` of all levels, the input's first, or no ends. */
export function countPaths(
  fn: string,
  readers: readonly AxisReader[],
  unit: number,
  sizes: readonly number[] | undefined,
): AxisPathCounts {
  let paths: AxisPathCounts = { first: unit, counts: [1] }
  for (let level = readers.length - 1; level >= 0; level -= 1) {
    paths = countOneLayer(fn, paths, readers[level], sizes?.[level])
  }
  return paths
}

function countOneLayer(
  fn: string,
  { first, counts }: AxisPathCounts,
  reader: AxisReader,
  size: number | undefined,
): AxisPathCounts {
  const reads: (Cells & { readonly paths: number })[] = []
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const [index, paths] of counts.entries()) {
    const cells = reader.reads(first + index)
    if (paths === 0 || cells.count === 0) continue
    reads.push({ ...cells, paths })
    low = Math.min(low, cells.first)
    high = Math.max(high, cells.first + (cells.count - 1) * cells.step)
  }
  if (size !== undefined) {
    low = Math.max(low, 0)
    high = Math.min(high, size - 1)
  }
  if (high < low) return { first: 0, counts: [] }
  for (const end of [low, high]) requireInteger(fn, 'cell reached', end, Number.MIN_SAFE_INTEGER)
  requireListLength(fn, 'layers', high - low + 1)
  const sums = new Array<number>(high - low + 1).fill(0)
  for (const { first: start, step, count, paths } of reads) {
    const from = Math.max(0, Math.ceil((low - start) / step))
    const to = Math.min(count - 1, Math.floor((high - start) / step))
    for (let tap = from; tap <= to; tap += 1) sums[start + tap * step - low] += paths
  }
  return trimmed(low, sums)
}

/** Without the zeros at both ends. */
function trimmed(first: number, counts: readonly number[]): AxisPathCounts {
  const start = counts.findIndex((count) => count > 0)
  if (start < 0) return { first: 0, counts: [] }
  return { first: first + start, counts: counts.slice(start, counts.findLastIndex((count) => count > 0) + 1) }
}

function resolveChain(
  fn: string,
  layers: readonly AxisLayer[],
  inputSize: number | undefined,
): { readers: readonly AxisReader[]; sizes: readonly number[] | undefined } {
  if (!Array.isArray(layers)) refuse(fn, `layers must be a list, got ${show(layers)}`)
  const sizes = inputSize === undefined ? undefined : [requireInteger(fn, 'inputSize', inputSize, 1)]
  const readers = Array.from(layers as readonly AxisLayer[], (layer, index) => {
    const name = `${fn}: layer ${index}`
    const { type } = layer ?? {}
    if (type !== undefined && type !== 'conv' && type !== 'transposedConv') {
      refuse(name, `type must be 'conv' or 'transposedConv', got ${show(type)}`)
    }
    const transposed = type === 'transposedConv'
    const size = sizes?.[index]
    const resolved = resolveWindow(size ?? 1, layer, 1)
    if ('problem' in resolved) refuseProblem(name, resolved.problem)
    if (layer.type === 'transposedConv') requireOutputPadding(name, resolved.window, layer.outputPadding)
    if (size !== undefined) {
      sizes?.push(axisOrThrow(name, (transposed ? resolveTransposedConvAxis : resolveConvAxis)(size, layer)).outputSize)
    }
    return transposed ? transposedReader(resolved.window) : windowReader(resolved.window)
  })
  return { readers, sizes }
}
