import { describe, expect, test } from 'vitest'
import { initialState } from '#ui/fields.ts'
import { en } from '#widgets/pointwise-mix/en.ts'
import {
  type Derived,
  derive,
  edited,
  fields,
  picture,
  type State,
  describe as say,
  settled,
  side,
  unchanged,
} from '#widgets/pointwise-mix/model.ts'
import { torch } from '#widgets/pointwise-mix/torch.ts'
import { zh } from '#widgets/pointwise-mix/zh.ts'

type Whole = Extract<Derived, { ok: true }>
const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch })
const whole = (patch: Partial<State> = {}): Whole => derive(state(patch)) as Whole
const plane = side * side
const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length

describe('pointwise-mix', () => {
  test('a pixel is the matrix times its channels plus the bias', () => {
    const { mix, x, before } = whole({ row: 28, column: 21 })
    expect(x.map((value) => Math.round(255 * value))).toEqual([120, 52, 23])
    mix.w.forEach((row, out) => {
      const product = row[0] * x[0] + row[1] * x[1] + row[2] * x[2] + mix.b[out]
      expect(before[out]).toBeCloseTo(product, 5)
    })
  })

  test('grey lowers 3 channels to 1, with weights that add up to 1', () => {
    const { outputs, parameters, macs, mix } = whole({ preset: 'grey' })
    expect(outputs).toHaveLength(1)
    expect(outputs[0].keepsBrightness).toBe(true)
    expect(mix.w[0].reduce((sum, weight) => sum + weight)).toBeCloseTo(1)
    expect([parameters, macs]).toEqual([4, 3 * plane])
  })

  test('swap exchanges red and blue, and its three outputs are a picture in colours', () => {
    const { colours } = whole({ preset: 'swap' })
    expect(colours?.subarray(0, plane)).toEqual(picture.data.subarray(2 * plane))
    expect(colours?.subarray(2 * plane)).toEqual(picture.data.subarray(0, plane))
    expect(whole({ preset: 'identity' }).colours).toEqual(picture.data)
  })

  test('opponent colours have both signs round the mean of the picture, and are no picture in colours', () => {
    const { outputs, colours } = whole()
    expect(colours).toBeNull()
    for (const { before } of outputs.slice(1)) {
      expect(Math.abs(mean(before))).toBeLessThan(0.006)
      expect(Math.min(...before)).toBeLessThan(0)
      expect(Math.max(...before)).toBeGreaterThan(0)
    }
  })

  test('the activation cuts negative values to 0 and leaves the others', () => {
    const { outputs, before, after } = whole({ activation: true })
    expect(before.some((value) => value < 0)).toBe(true)
    expect(after).toEqual(before.map((value) => Math.max(0, value)))
    for (const output of outputs) expect(Math.min(...output.after)).toBeGreaterThanOrEqual(0)
  })

  test('a change by the reader starts from the weights in sight', () => {
    const after = state(edited(state({ preset: 'swap' }), (w) => w.splice(3, 3, 0, 2, 0)))
    expect(after.preset).toBe('custom')
    expect(settled(after)).toEqual({
      w: [
        [0, 0, 1],
        [0, 2, 0],
        [1, 0, 0],
      ],
      b: [0, 0, 0],
    })
    expect(settled(state(edited(after, (_, b) => b.splice(0, 1, 0.126)))).b[0]).toBe(0.13)
    const raised = state(edited(state({ preset: 'grey' }), unchanged, 6))
    expect(settled(raised).w[0]).toEqual([0.3, 0.59, 0.11])
    expect(whole(raised).outputs).toHaveLength(6)
    expect(whole(raised).parameters).toBe(3 * 6 + 6)
  })

  test('sees no neighbour', () => {
    expect(whole().field).toBe(1)
  })

  test('says what it shows in both languages', () => {
    expect(say(state(), whole(), zh)).toBe(
      '1×1 卷积把 3 个通道变成 3 个（对立色）。第 11 行第 8 列的像素，红、绿、蓝是 0.51、0.42、0.27，乘出来是 0.43、−0.07、−0.01；没有激活，其中 2 个是负的。',
    )
    expect(say(state({ activation: true }), whole({ activation: true }), en)).toContain(
      'ReLU makes them 0.43, 0, 0: 2 negative values are cut to 0.',
    )
  })

  test('the PyTorch code multiplies the same pixel both ways', () => {
    expect(torch(state({ preset: 'grey' }), whole({ preset: 'grey' }), 'as a kernel')).toBe(`import torch
import torch.nn.functional as F
W = torch.tensor([[0.3, 0.59, 0.11]])
b = torch.tensor([0.])
x = torch.tensor([130., 108., 69.]) / 255
W @ x + b  # [0.43]
# as a kernel
F.conv2d(x.view(1, 3, 1, 1), W.view(1, 3, 1, 1), b).flatten()  # [0.43]`)
  })
})
