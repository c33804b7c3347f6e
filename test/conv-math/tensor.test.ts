import { tensor } from 'conv-math'
import { describe, expect, test } from 'vitest'

describe('tensor(shape, data)', () => {
  test('is zeros when data is left out', () => {
    expect(tensor([2, 3])).toEqual({ shape: [2, 3], data: new Float32Array(6) })
  })

  test('takes arrays and typed arrays', () => {
    expect(Array.from(tensor([3], [1, 2, 3]).data)).toEqual([1, 2, 3])
    expect(Array.from(tensor([3], new Uint8ClampedArray([1, 2, 3])).data)).toEqual([1, 2, 3])
  })

  test('copies shape and data, so that later changes to either do not reach it', () => {
    const shape = [2]
    const data = new Float32Array([1, 2])
    const copy = tensor(shape, data)
    shape[0] = 9
    data[0] = 9
    expect(copy).toEqual({ shape: [2], data: new Float32Array([1, 2]) })
  })

  test('keeps NaN and infinities that are data', () => {
    expect(Array.from(tensor([2], [Number.NaN, Number.NEGATIVE_INFINITY]).data)).toEqual([
      Number.NaN,
      Number.NEGATIVE_INFINITY,
    ])
  })
})
