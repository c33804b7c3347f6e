import { requireInteger } from './checks.ts'
import { refuse, show } from './problem.ts'

/** The classic filters of image processing. */
export type FilterName = 'identity' | 'box' | 'gaussian' | 'sobelX' | 'sobelY' | 'laplacian' | 'sharpen'

/** A kernel in whole numbers: the filter is weights / divisor. */
export interface FilterKernel {
  /** kernelSize² integers, row-major. */
  readonly weights: readonly number[]
  readonly divisor: number
}

const SMALLEST: Readonly<Record<FilterName, number>> = {
  identity: 1,
  box: 1,
  gaussian: 1,
  sobelX: 2,
  sobelY: 2,
  laplacian: 3,
  sharpen: 3,
}

/**
 * The smallest kernel that can hold a filter: a first difference needs 2 cells on an axis, a second difference 3.
 *
 * @throws {RangeError} when there is no such filter
 *
 * @example smallestFilterSize('laplacian') // 3
 */
export function smallestFilterSize(name: FilterName): number {
  return SMALLEST[requireName('smallestFilterSize', name)]
}

/**
 * A classic filter of any size in integers, to be used as correlation. With b the row of binomials of length k:
 *
 * - box: ones, divided by k²; gaussian: bᵀb, divided by 4^(k − 1)
 * - sobelX: bᵀd, with d the row [−1, 0, 1] smoothed to length k ([−1, 1] for k = 2): positive where values grow to the
 *   right. sobelY is its transpose: positive where they grow downwards. Both sum to 0
 * - laplacian: e = [1, −2, 1] smoothed to length k, in the centre row plus in the centre column; sums to 0
 * - sharpen: identity − laplacian; sums to 1
 *
 * An even size has no centre: identity, laplacian and sharpen then stand at floor((k − 1) / 2), the last row and column 0.
 *
 * @param kernelSize k, from `smallestFilterSize(name)` to 15
 * @throws {RangeError} when there is no such filter, or kernelSize is out of that range
 * @see R. Szeliski, Computer Vision: Algorithms and Applications, 2nd ed. 2022, section 3.2
 *
 * @example filterKernel('sobelX', 3) // { weights: [-1, 0, 1, -2, 0, 2, -1, 0, 1], divisor: 1 }
 * @example filterKernel('gaussian', 2) // { weights: [1, 1, 1, 1], divisor: 4 }
 */
export function filterKernel(name: FilterName, kernelSize: number): FilterKernel {
  const fn = 'filterKernel'
  const k = requireInteger(fn, 'kernelSize', kernelSize, SMALLEST[requireName(fn, name)], 15)
  switch (name) {
    case 'identity':
      return { weights: impulse(k), divisor: 1 }
    case 'box':
      return { weights: new Array<number>(k * k).fill(1), divisor: k * k }
    case 'gaussian':
      return { weights: product(binomials(k), binomials(k)), divisor: 4 ** (k - 1) }
    case 'sobelX':
      return { weights: product(binomials(k), slope(k)), divisor: 1 }
    case 'sobelY':
      return { weights: product(slope(k), binomials(k)), divisor: 1 }
    case 'laplacian':
      return { weights: laplacian(k), divisor: 1 }
    case 'sharpen':
      return { weights: impulse(k).map((value, at) => value - laplacian(k)[at]), divisor: 1 }
  }
}

function requireName(fn: string, name: unknown): FilterName {
  if (typeof name !== 'string' || !Object.hasOwn(SMALLEST, name)) {
    refuse(fn, `name must be one of ${Object.keys(SMALLEST).join(', ')}, got ${show(name)}`)
  }
  return name as FilterName
}

/** The full one-dimensional convolution of two rows. */
function smooth(row: readonly number[], by: readonly number[]): number[] {
  const sum = new Array<number>(row.length + by.length - 1).fill(0)
  row.forEach((value, at) => {
    by.forEach((weight, shift) => {
      sum[at + shift] += value * weight
    })
  })
  return sum
}

function binomials(length: number): number[] {
  let row = [1]
  while (row.length < length) row = smooth(row, [1, 1])
  return row
}

const slope = (k: number): number[] => (k === 2 ? [-1, 1] : smooth(binomials(k - 2), [-1, 0, 1]))
const middle = (k: number): number => Math.floor((k - 1) / 2)
const product = (column: readonly number[], row: readonly number[]): number[] =>
  column.flatMap((value) => row.map((other) => value * other + 0))

function impulse(k: number): number[] {
  const weights = new Array<number>(k * k).fill(0)
  weights[middle(k) * (k + 1)] = 1
  return weights
}

function laplacian(k: number): number[] {
  const weights = new Array<number>(k * k).fill(0)
  const centre = middle(k)
  smooth(binomials(2 * centre - 1), [1, -2, 1]).forEach((value, at) => {
    weights[centre * k + at] += value
    weights[at * k + centre] += value
  })
  return weights
}
