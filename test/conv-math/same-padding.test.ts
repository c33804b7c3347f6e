import { convOutputSize, samePadding } from 'conv-math'
import { describe, expect, test } from 'vitest'
import { loadFixture } from './load-fixture.ts'

interface SameCase {
  readonly n: number
  readonly k: number
  readonly s: number
  readonly d: number
  readonly mode: 'same_upper' | 'same_lower'
  readonly pads: readonly [number, number]
  readonly out: number
}

const cases = loadFixture<readonly SameCase[]>('same-padding.json')

describe('ONNX SAME_UPPER and SAME_LOWER', () => {
  test('the file holds the cases counted here', () => {
    expect(cases).toHaveLength(132)
    expect(cases.filter((one) => one.mode === 'same_upper')).toHaveLength(66)
  })

  test.each(cases)('n $n k $k s $s d $d $mode', ({ n, k, s, d, mode, pads, out }) => {
    const window = { kernelSize: k, stride: s, dilation: d }
    const padding = samePadding(n, window, mode === 'same_upper' ? 'end' : 'start')
    expect(padding).toEqual(pads)
    expect(convOutputSize(n, { ...window, padding })).toBe(out)
  })
})
