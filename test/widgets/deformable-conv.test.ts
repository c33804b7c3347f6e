import { conv2d, tensor } from 'conv-math'
import { describe, expect, test } from 'vitest'
import { initialState } from '#ui/fields.ts'
import { en } from '#widgets/deformable-conv/en.ts'
import {
  type Derived,
  derive,
  fields,
  moved,
  nudged,
  type State,
  describe as say,
  settled,
} from '#widgets/deformable-conv/model.ts'
import { torch } from '#widgets/deformable-conv/torch.ts'
import { zh } from '#widgets/deformable-conv/zh.ts'

type Whole = Extract<Derived, { ok: true }>
const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch })
const whole = (patch: Partial<State> = {}): Whole => derive(state(patch)) as Whole
const dilated = (dilation: number): number => {
  const { x, w } = state()
  const output = conv2d(tensor([1, 1, 7, 7], x), tensor([1, 1, 3, 3], w), { padding: dilation, dilation })
  return output.data[3 * 7 + 3]
}

describe('deformable-conv', () => {
  test('zero offsets are the ordinary convolution', () => {
    const { sum, plain, still, points } = whole({ preset: 'zero' })
    expect([sum, still]).toEqual([plain, true])
    expect(plain).toBe(dilated(1))
    expect(points.every(({ neighbours }) => neighbours[0].weight === 1)).toBe(true)
  })

  test('the offsets of rate 2 are the dilated convolution', () => {
    expect(whole({ preset: 'dilated' }).sum).toBe(dilated(2))
    expect(settled(state({ preset: 'dilated' }))[0]).toEqual([-1, -1])
  })

  test('following the stroke reads larger numbers with the same weights', () => {
    const { sum, plain, points } = whole()
    expect([sum, plain]).toEqual([117.75, 94])
    expect(points.reduce((total, { product }) => total + product, 0)).toBe(117.75)
  })

  test('a point between pixels reads four of them, by the area opposite to each', () => {
    const { now } = whole({ step: 1 })
    expect(now.point).toEqual([1.75, 3.75])
    expect(now.neighbours.map(({ weight }) => weight)).toEqual([0.0625, 0.1875, 0.1875, 0.5625])
    expect(now.pixels).toEqual([2, 6, 6, 8])
    expect(now.value).toBe(6.875)
  })

  test('beyond the map it reads zeros', () => {
    const far = whole({ ...moved(state({ preset: 'zero' }), 0, [-3, -3]) })
    expect(far.now.point).toEqual([-1, -1])
    expect(far.now.value).toBe(0)
  })

  test('modulation scales each product, and zero switches a point off', () => {
    const masks = [0, ...Array(8).fill(0.5)]
    const { sum, points } = whole({ preset: 'zero', modulation: true, masks })
    const plain = whole({ preset: 'zero' })
    expect(points[0].product).toBe(0)
    expect(sum).toBe((plain.sum - plain.points[0].product) / 2)
  })

  test('256 channels: 18 offset channels with 41,472 weights, 27 with 62,208 in v2', () => {
    expect(whole().branch).toEqual({ outputs: 18, weights: 41_472, main: 589_824 })
    expect(whole({ modulation: true }).branch).toEqual({ outputs: 27, weights: 62_208, main: 589_824 })
  })

  test('a point moves in quarters and stays within reach', () => {
    expect([nudged(0, 1), nudged(-0.41, 1), nudged(-0.41, -1), nudged(0.25, -1), nudged(1, 0)]).toEqual([
      0.25, -0.25, -0.5, 0, 1,
    ])
    const next = { ...state({ preset: 'scaled' }), ...moved(state({ preset: 'scaled' }), 4, [9, -0.5]) }
    expect(next).toMatchObject({ preset: 'custom', step: 4 })
    expect(settled(next)[4]).toEqual([3, -0.5])
    expect(settled(next)[0]).toEqual(settled(state({ preset: 'scaled' }))[0])
  })

  test('says offsets, the point looked at, and both sums', () => {
    expect(say(state(), whole(), zh)).toContain('第 2 点从 (2, 3) 移 (−0.25, 0.75)，落在 (1.75, 3.75)，插值得 6.875')
    expect(say(state(), whole(), en)).toContain(
      'The weighted sum of the nine is 117.75; the ordinary convolution gives 94.',
    )
    expect(say(state({ preset: 'zero' }), whole({ preset: 'zero' }), zh)).toContain('偏移全为零')
  })

  test('the torchvision code has offsets down before along, and the mask in v2', () => {
    const code = torch(state({ modulation: true }), whole({ modulation: true }), 'order')
    expect(code).toContain('offset = torch.tensor([0.25, 1., -0.25, 0.75,')
    expect(code).toContain('.view(1, 18, 1, 1).expand(-1, -1, 7, 7)')
    expect(code).toContain('padding=1, mask=mask)')
    expect(code).toContain('deform_conv2d(x, offset, w, padding=1')
    expect(torch(state(), whole(), 'order')).toContain('y[0, 0, 3, 3]  # 117.75')
  })
})
