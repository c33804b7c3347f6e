import { fieldCoverage, hybridDilation } from 'conv-math'
import { describe, expect, it } from 'vitest'

const covered = (rates: readonly number[]): boolean =>
  fieldCoverage(rates.map((dilation) => ({ kernelSize: 3, dilation }))).share === 1

describe('hybridDilation', () => {
  it('passes the cases that the paper passes and refuses those that it refuses', () => {
    expect(hybridDilation([1, 2, 5], 3)).toEqual({ commonFactor: 1, distance: 2, holds: true })
    expect(hybridDilation([1, 2, 9], 3)).toEqual({ commonFactor: 1, distance: 5, holds: false })
    expect(hybridDilation([2, 2, 2], 3)).toEqual({ commonFactor: 2, distance: 2, holds: false })
  })
  it('goes back from the last rate through all but the first', () => {
    expect(hybridDilation([1, 2, 4, 8], 3).distance).toBe(2)
    expect(hybridDilation([1, 4, 8], 3).distance).toBe(4)
    expect(hybridDilation([7], 3).distance).toBe(7)
    expect(hybridDilation([1, 3], 3).distance).toBe(3)
  })
  it('rates that it refuses leave holes whenever they share a factor', () => {
    for (const rates of [[2], [2, 4], [3, 3, 3], [2, 4, 8]]) {
      expect(hybridDilation(rates, 3).commonFactor).toBeGreaterThan(1)
      expect(covered(rates)).toBe(false)
    }
  })
  it('is a rule of design and not a proof: 2, 3 pass and leave holes', () => {
    expect(hybridDilation([2, 3], 3).holds).toBe(true)
    expect(covered([2, 3])).toBe(false)
  })
  it('from a dense first layer on, every list up to 9 that passes is covered', () => {
    for (let a = 1; a <= 9; a++)
      for (let b = 1; b <= 9; b++)
        if (hybridDilation([1, a, b], 3).holds) expect([a, b, covered([1, a, b])]).toEqual([a, b, true])
  })
  it('refuses an empty list and rates below 1, naming them', () => {
    expect(() => hybridDilation([], 3)).toThrow(
      new RangeError('hybridDilation: dilations must be a list of at least one rate, got []'),
    )
    expect(() => hybridDilation([1, 0], 3)).toThrow(RangeError)
    expect(() => hybridDilation([1], 0)).toThrow('hybridDilation: kernelSize must be an integer ≥ 1, got 0')
  })
})
