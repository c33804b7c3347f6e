import { conv2d, locallyConnected2d, tensor } from 'conv-math'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RUNS } from './random-cases.ts'

const count = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1)
/** Whole numbers, so that sums are exact whatever their order. */
const filled = (shape: readonly number[], seed: number) =>
  tensor(
    shape,
    Array.from({ length: count(shape) }, (_, at) => ((at * 7 + seed * 13) % 11) - 5),
  )

describe('locallyConnected2d', () => {
  it('gives every output its own kernel', () => {
    const input = tensor([1, 1, 2, 2], [1, 2, 3, 4])
    expect([...locallyConnected2d(input, tensor([2, 2, 1, 1, 1, 1], [10, 20, 30, 40])).data]).toEqual([10, 40, 90, 160])
  })

  it('is a convolution when all its kernels are the same', () => {
    const sizes = {
      b: fc.integer({ min: 1, max: 2 }),
      c: fc.integer({ min: 1, max: 3 }),
      o: fc.integer({ min: 1, max: 3 }),
    }
    const options = {
      stride: fc.integer({ min: 1, max: 3 }),
      padding: fc.integer({ min: 0, max: 2 }),
      dilation: fc.integer({ min: 1, max: 2 }),
    }
    fc.assert(
      fc.property(fc.record(sizes), fc.record(options), fc.integer({ min: 5, max: 8 }), ({ b, c, o }, given, side) => {
        const input = filled([b, c, side, side + 1], 1)
        const kernel = filled([o, c, 3, 2], 2)
        const expected = conv2d(input, kernel, given)
        const [, , rows, columns] = expected.shape
        const copies = Array.from({ length: rows * columns }, () => [...kernel.data]).flat()
        const actual = locallyConnected2d(input, tensor([rows, columns, o, c, 3, 2], copies), given)
        expect(actual).toEqual(expected)
      }),
      RUNS,
    )
  })

  it('refuses weights that are not one kernel per output, naming the shape it wants', () => {
    const input = filled([1, 2, 5, 5], 1)
    expect(() => locallyConnected2d(input, filled([3, 2, 1, 2, 3, 3], 1))).toThrow(
      new RangeError(
        'locallyConnected2d: weight must have shape [3, 3, 1, 2, 3, 3] for input [1, 2, 5, 5], got [3, 2, 1, 2, 3, 3]',
      ),
    )
    expect(() => locallyConnected2d(input, filled([1, 2, 3, 3], 1))).toThrow(RangeError)
    expect(() => locallyConnected2d(input, filled([3, 3, 1, 2, 7, 3], 1))).toThrow('kernelSize must span at most')
  })
})
