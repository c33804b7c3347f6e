import { conv2d, type FilterName, filterKernel, smallestFilterSize, tensor } from 'conv-math'
import { describe, expect, test } from 'vitest'

const names: readonly FilterName[] = ['identity', 'box', 'gaussian', 'sobelX', 'sobelY', 'laplacian', 'sharpen']
const sizes = Array.from({ length: 15 }, (_, at) => at + 1)
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)

/** The filter's output at the middle of a plane whose values are given by row and column, which it covers whole. */
function middleOf(name: FilterName, k: number, value: (row: number, column: number) => number): number {
  const { weights, divisor } = filterKernel(name, k)
  const plane = Array.from({ length: k * k }, (_, at) => value(Math.floor(at / k), at % k))
  return conv2d(tensor([1, 1, k, k], plane), tensor([1, 1, k, k], weights)).data[0] / divisor
}

describe('filterKernel(name, kernelSize)', () => {
  test.each([
    ['identity', [0, 0, 0, 0, 1, 0, 0, 0, 0], 1],
    ['box', [1, 1, 1, 1, 1, 1, 1, 1, 1], 9],
    ['gaussian', [1, 2, 1, 2, 4, 2, 1, 2, 1], 16],
    ['sobelX', [-1, 0, 1, -2, 0, 2, -1, 0, 1], 1],
    ['sobelY', [-1, -2, -1, 0, 0, 0, 1, 2, 1], 1],
    ['laplacian', [0, 1, 0, 1, -4, 1, 0, 1, 0], 1],
    ['sharpen', [0, -1, 0, -1, 5, -1, 0, -1, 0], 1],
  ] as const)('%s of size 3 is the one in the books', (name, weights, divisor) => {
    expect(filterKernel(name, 3)).toEqual({ weights, divisor })
  })

  test.each(names)('law: %s keeps a flat plane as it is, or answers 0 to it, at every size', (name) => {
    const kept = ['sobelX', 'sobelY', 'laplacian'].includes(name) ? 0 : 1
    for (const k of sizes.filter((size) => size >= smallestFilterSize(name))) {
      const { weights, divisor } = filterKernel(name, k)
      expect(weights).toHaveLength(k * k)
      expect(weights.every((weight) => Number.isInteger(weight) && !Object.is(weight, -0))).toBe(true)
      expect(sum(weights) / divisor).toBe(kept)
    }
  })

  test('law: sobelX answers to a slope along the row alone, with its sign; sobelY is its transpose', () => {
    for (const k of sizes.slice(1)) {
      expect(middleOf('sobelX', k, (_, column) => column)).toBeGreaterThan(0)
      expect(middleOf('sobelX', k, (_, column) => -column)).toBeLessThan(0)
      expect(middleOf('sobelX', k, (row) => row)).toBe(0)
      const { weights } = filterKernel('sobelX', k)
      const turned = weights.map((_, at) => weights[(at % k) * k + Math.floor(at / k)])
      expect(filterKernel('sobelY', k).weights).toEqual(turned)
    }
  })

  test('law: the Laplacian answers 0 to any slope and positively to a hollow', () => {
    for (const k of sizes.slice(2)) {
      const centre = Math.floor((k - 1) / 2)
      expect(middleOf('laplacian', k, (row, column) => 3 * row - 2 * column)).toBe(0)
      expect(middleOf('laplacian', k, (row, column) => (row - centre) ** 2 + (column - centre) ** 2)).toBeGreaterThan(0)
    }
  })

  test('an even size has no centre: the filter stands before the middle', () => {
    expect(filterKernel('identity', 4).weights.indexOf(1)).toBe(5)
    expect(filterKernel('laplacian', 4).weights).toEqual([0, 1, 0, 0, 1, -4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0])
  })

  test.each([
    ['sobelX', 1, 'filterKernel: kernelSize must be an integer from 2 to 15, got 1'],
    ['laplacian', 2, 'filterKernel: kernelSize must be an integer from 3 to 15, got 2'],
    ['box', 16, 'filterKernel: kernelSize must be an integer from 1 to 15, got 16'],
    ['box', 2.5, 'filterKernel: kernelSize must be an integer from 1 to 15, got 2.5'],
    ['toString', 3, /^filterKernel: name must be one of identity, box, .*, got "toString"$/],
  ] as const)('refuses %s of size %d', (name, k, message) => {
    expect(() => filterKernel(name as FilterName, k)).toThrow(RangeError)
    expect(() => filterKernel(name as FilterName, k)).toThrow(message)
  })
})
