import { transposedConvAxisPaints } from 'conv-math'
import { describe, expect, test } from 'vitest'
import { initialState } from '#ui/fields.ts'
import { en } from '#widgets/checkerboard/en.ts'
import {
  type Derived,
  derive,
  edited,
  fields,
  type Method,
  type State,
  describe as say,
} from '#widgets/checkerboard/model.ts'
import { profile } from '#widgets/checkerboard/profile.ts'
import { torch } from '#widgets/checkerboard/torch.ts'
import { zh } from '#widgets/checkerboard/zh.ts'

type Whole = Extract<Derived, { ok: true }>
const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch })
const whole = (patch: Partial<State> = {}): Whole => derive(state(patch)) as Whole
const counts = ({ period }: Method): number[] => period.map(({ count }) => count)
const everyKernel = Array.from({ length: 9 }, (_, at) => at + 1)
const everyStride = [1, 2, 3, 4, 5]

describe('checkerboard', () => {
  test('kernel 3 at stride 2: 2 and 1 in turn, 4, 2, 2, 1 in the plane', () => {
    const { transposed } = whole()
    expect(counts(transposed)).toEqual([2, 1])
    const at = (row: number, column: number): number => transposed.map[row * transposed.size + column]
    expect([at(6, 6), at(6, 7), at(7, 6), at(7, 7)]).toEqual([4, 2, 2, 1])
  })

  test('counts are even exactly when the kernel is a multiple of the stride', () => {
    for (const kernelSize of everyKernel) {
      for (const stride of everyStride) {
        const { transposed } = whole({ kernelSize, stride })
        expect(transposed.even, `${kernelSize}, ${stride}`).toBe(kernelSize % stride === 0)
        expect(counts(transposed)).toEqual(
          Array.from({ length: stride }, (_, rest) => Math.max(0, Math.ceil((kernelSize - rest) / stride))),
        )
      }
    }
  })

  test('the bars are the paints of conv-math, and the map is their product', () => {
    for (const [kernelSize, stride, padding] of [
      [3, 2, 0],
      [5, 2, 1],
      [2, 5, 0],
      [9, 4, 3],
    ]) {
      const { transposed } = whole({ kernelSize, stride, padding })
      expect(transposed.cells.map(({ count }) => count)).toEqual(
        transposedConvAxisPaints(6, { kernelSize, stride, padding }),
      )
      transposed.map.forEach((value, at) => {
        const [row, column] = [Math.floor(at / transposed.size), at % transposed.size]
        expect(value).toBe(transposed.cells[row].count * transposed.cells[column].count)
      })
    }
  })

  test('after a resize every cell away from the border gets the whole kernel, whatever the weights', () => {
    for (const weights of fields.weights.options) {
      for (const stride of everyStride) {
        for (const resizeKernelSize of everyKernel) {
          const { resized } = whole({ weights, stride, resizeKernelSize })
          expect(resized.even).toBe(true)
          expect(resized.flat).toBe(true)
          for (const cell of resized.cells) if (cell.inner) expect(cell.count).toBe(resizeKernelSize)
        }
      }
    }
  })

  test('uneven counts need not draw a pattern, even counts can', () => {
    const bilinear = whole({ weights: 'bilinear' }).transposed
    expect(bilinear.weights).toEqual([0.5, 1, 0.5])
    expect([bilinear.even, bilinear.flat]).toEqual([false, true])
    const random = whole({ weights: 'random', kernelSize: 4 }).transposed
    expect([random.even, random.flat]).toEqual([true, false])
  })

  test('the kernels of the self-check: (1, 2, 2, 1) is flat, (1, 2, 3, 1) is not', () => {
    const own = (...w: number[]): Partial<State> => ({ weights: 'custom', kernelSize: 4, w: [...w, 0, 0, 0, 0, 0] })
    expect(whole(own(1, 2, 2, 1)).transposed.period.map(({ sum }) => sum)).toEqual([3, 3])
    expect(whole(own(1, 2, 3, 1)).transposed.period.map(({ sum }) => sum)).toEqual([4, 3])
  })

  test('random weights are the same for the same seed, others for another, and within bounds', () => {
    expect(profile('random', 9, 7, [])).toEqual(profile('random', 9, 7, []))
    expect(profile('random', 9, 7, [])).not.toEqual(profile('random', 9, 8, []))
    for (const weight of profile('random', 9, 99, [])) expect(Math.abs(weight)).toBeLessThanOrEqual(1)
  })

  test('a changed weight makes the kernel the reader’s own, from the one in sight', () => {
    const patch = edited(state({ weights: 'bilinear' }), 1, 0.8)
    expect(patch.weights).toBe('custom')
    expect(patch.w?.slice(0, 3)).toEqual([0.5, 0.8, 0.5])
    expect(patch.w).toHaveLength(fields.w.initial.length)
  })

  test('32×32 to 64×64: 16,384 against 36,864 MACs, as answer 9 counts at its own size', () => {
    const { transposed, resized } = whole({ kernelSize: 4, inputSize: 8 })
    expect(transposed.macs * 16).toBe(16_384)
    expect(resized.macs * 16).toBe(36_864)
  })

  test('a padding that crops everything away is refused with its rule', () => {
    const derived = derive(state({ kernelSize: 1, inputSize: 2, stride: 1, padding: 4 }))
    expect(derived.ok).toBe(false)
    if (!derived.ok) expect(zh.problem(derived.problem, state())).toContain('填充 4 把输出裁没了')
  })

  test('says what it shows in both languages', () => {
    expect(say(state(), whole(), zh)).toBe(
      '转置卷积：核 3，步幅 2，填充 0，输出 13×13。除去边缘，一维各格轮流被盖 2、1 次，二维是 4、2、2、1，不相等。先放大 2 倍再用 3×3 卷积，除去边缘每格都是 9 个乘积。现在看第 6 行第 6 列：被盖 2 × 2 = 4 次。',
    )
    expect(say(state({ kernelSize: 4 }), whole({ kernelSize: 4 }), en)).toContain(
      'Away from the border every cell is stamped 2 times along one axis and 4 in the plane: even.',
    )
  })

  test('the PyTorch code gives a row of both outputs', () => {
    expect(torch(state({ inputSize: 2 }), whole({ inputSize: 2 }), 'resize')).toBe(`import torch
import torch.nn.functional as F
x = torch.ones(1, 1, 2, 2)
w = torch.tensor([1, 1, 1]).float()
y = F.conv_transpose2d(x, torch.outer(w, w)[None, None], stride=2, padding=0)
y[0, 0, 4]  # [1., 1., 2., 1., 1.]
# resize
v = torch.tensor([1, 1, 1]).float()
z = F.conv2d(F.interpolate(x, scale_factor=2), torch.outer(v, v)[None, None], padding='same')
z[0, 0, 2]  # [6., 9., 9., 6.]`)
  })
})
