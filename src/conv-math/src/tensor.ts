import { requireInteger } from './checks.ts'
import { refuse, show } from './problem.ts'

/** Numbers in row-major order, the last index fastest. Planes are [batch, channels, height, width]. */
export interface Tensor {
  readonly shape: readonly number[]
  readonly data: Float32Array
}

/** Int32 arithmetic on indices stays exact up to here. */
const MAX_CELLS = 2 ** 31 - 1

/**
 * A tensor of the given shape, holding a copy of `data` rounded to 32-bit floats, or zeros.
 *
 * @param shape sizes, each ≥ 1, at least one of them; their product at most 2^31 − 1
 * @param data one number per cell, row-major: an array or typed array of numbers
 * @throws {RangeError} when a size is not an integer ≥ 1, or data is not as many numbers as the shape has cells
 *
 * @example tensor([1, 2], [3, 4]).data[1] // 4
 * @example tensor([2, 3]).data.length // 6
 */
export function tensor(shape: readonly number[], data?: ArrayLike<number>): Tensor {
  const fn = 'tensor'
  const sizes = requireShape(fn, shape)
  const length = cellCount(fn, sizes)
  if (data === undefined) return { shape: sizes, data: new Float32Array(length) }
  if (!isNumberList(data)) refuse(fn, `data must be an array of numbers, got ${showData(data)}`)
  if (data.length !== length) {
    refuse(fn, `data must have ${length} numbers for shape ${show(sizes)}, got ${data.length}`)
  }
  return { shape: sizes, data: Float32Array.from(data) }
}

/** A tensor of zeros, for a function that reports errors under its own name. */
export function zeros(fn: string, shape: readonly number[]): Tensor {
  return { shape, data: new Float32Array(cellCount(fn, shape)) }
}

/** The tensor itself, once it is known to be whole and of the given rank; else throws, naming the parameter. */
export function requireTensor(fn: string, name: string, value: unknown, rank: number): Tensor {
  const { shape, data } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Tensor>
  // By tag and not by instanceof, which fails for arrays that come from another realm (a frame, a test runner).
  if (!Array.isArray(shape) || Object.prototype.toString.call(data) !== '[object Float32Array]') {
    refuse(fn, `${name} must be a tensor { shape, data: Float32Array }, got ${show(value)}`)
  }
  if (shape.length !== rank) refuse(fn, `${name} must have ${rank} dimensions, got shape ${show(shape)}`)
  for (const size of shape) requireInteger(fn, `${name}.shape`, size, 1)
  const length = cellCount(fn, shape)
  if (data?.length !== length) {
    refuse(fn, `${name} must have ${length} numbers for shape ${show(shape)}, got ${data?.length}`)
  }
  return value as Tensor
}

function requireShape(fn: string, shape: unknown): readonly number[] {
  if (!Array.isArray(shape) || shape.length === 0) {
    refuse(fn, `shape must be a list of integers ≥ 1, got ${show(shape)}`)
  }
  // Array.from and not map, which would skip the holes of a sparse array.
  return Array.from(shape, (size) => requireInteger(fn, 'shape', size, 1))
}

function cellCount(fn: string, shape: readonly number[]): number {
  const count = shape.reduce((product, size) => product * size, 1)
  if (count > MAX_CELLS) refuse(fn, `shape must have at most ${MAX_CELLS} cells, got ${show(shape)}`)
  return count
}

function isNumberList(data: unknown): data is ArrayLike<number> {
  if (ArrayBuffer.isView(data)) return !/DataView|BigU?[iI]nt64Array/.test(Object.prototype.toString.call(data))
  return Array.isArray(data) && Array.from(data, (value) => typeof value).every((type) => type === 'number')
}

function showData(data: unknown): string {
  return Array.isArray(data) ? 'an array with other values' : show(data)
}
