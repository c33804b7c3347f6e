import { expect, describe as group, it } from 'vitest'
import { initialState } from '../../src/ui/fields.ts'
import { en } from '../../src/widgets/weight-sharing/en.ts'
import { derive, describe, factor, fields, type State, unitOf, view } from '../../src/widgets/weight-sharing/model.ts'
import { torch } from '../../src/widgets/weight-sharing/torch.ts'
import { zh } from '../../src/widgets/weight-sharing/zh.ts'

const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch })
function shapeOf(patch: Partial<State> = {}) {
  const derived = derive(state(patch))
  if (!derived.ok) throw new Error(`does not hold: ${JSON.stringify(derived.problem)}`)
  return derived
}
const shifts = Array.from({ length: fields.shift.max + 1 }, (_, shift) => shift)
const filters = fields.filter.options

group('weight-sharing: shared weights, no padding', () => {
  it('at stride 1 the output moves by the shift, every value unchanged, for every shift and kernel', () => {
    for (const filter of filters) {
      for (const shift of shifts) {
        const { by, unequal, worst } = shapeOf({ filter, shift })
        expect([filter, shift, by, unequal, worst]).toEqual([filter, shift, shift, 0, 0])
      }
    }
  })
  it('with a stride it does so exactly for multiples of the stride', () => {
    for (const stride of [2, 3, 4]) {
      for (const shift of shifts) {
        const shape = shapeOf({ stride, shift })
        expect([stride, shift, shape.whole, shape.unequal === 0]).toEqual([
          stride,
          shift,
          shift % stride === 0,
          shift % stride === 0,
        ])
        if (shape.whole) expect(shape.by).toBe(shift / stride)
      }
    }
  })
  it('is compared after the whole number of columns that leaves less', () => {
    const { by, worst } = shapeOf({ stride: 2, shift: 3 })
    expect([1, 2]).toContain(by)
    const other = 3 - by
    const { output, moved, rows, columns } = shapeOf({ stride: 2, shift: 3 })
    let most = 0
    for (let row = 0; row < rows; row++) {
      for (let column = other; column < columns; column++) {
        const difference = moved.data[row * columns + column] - output.data[row * columns + column - other]
        most = Math.max(most, Math.abs(difference))
      }
    }
    expect(worst).toBeLessThanOrEqual(most)
  })
})

group('weight-sharing: what breaks it', () => {
  it('zeros padded at the border, and only there', () => {
    const shape = shapeOf({ padding: 1, shift: 3 })
    expect(shape.unequal).toBeGreaterThan(0)
    const width = shape.columns - shape.by
    shape.difference.forEach((value, at) => {
      const inside = at % width !== 0 && at % width !== width - 1
      if (inside) expect(value).toBe(0)
    })
    expect(zh.verdictNote(state({ padding: 1 }), shape)[0]).toContain('靠边')
  })
  it('weights that are not shared: other values at the same pixels, and 9 weights for each output', () => {
    const shape = shapeOf({ sharing: false })
    expect(shape.unequal).toBeGreaterThan(300)
    expect(shape.weights).toBe(9 * 18 * 22)
    expect(shapeOf().weights).toBe(9)
    expect(shape.macs).toBe(shapeOf().macs)
    expect(shape.terms.first.map(({ x }) => x)).toEqual(shape.terms.second.map(({ x }) => x))
    expect(shape.terms.first.map(({ w }) => w)).not.toEqual(shape.terms.second.map(({ w }) => w))
  })
  it('no shift leaves nothing to differ, shared or not', () => {
    expect(shapeOf({ shift: 0, sharing: false }).worst).toBe(0)
    expect(shapeOf({ shift: 0 }).worst).toBe(0)
  })
  it('own weights are the kernel times numbers from 0 to 2, and no two neighbours have the same nine', () => {
    const own = Array.from({ length: 396 }, (_, output) => Array.from({ length: 9 }, (_, tap) => factor(output, tap)))
    for (const value of own.flat()) expect(value >= 0 && value <= 2).toBe(true)
    expect(new Set(own.map((nine) => nine.join())).size).toBe(396)
  })
})

group('weight-sharing: the two sums', () => {
  it('add up to the outputs that they explain', () => {
    for (const patch of [{}, { stride: 2 }, { sharing: false }, { padding: 2, row: 0, column: 0 }]) {
      const { terms, output, moved, unit, by, columns } = shapeOf(patch)
      const sum = (side: 'first' | 'second'): number => terms[side].reduce((total, { x, w }) => total + x * w, 0)
      expect(sum('first')).toBeCloseTo(output.data[unit[0] * columns + unit[1] - by], 2)
      expect(sum('second')).toBeCloseTo(moved.data[unit[0] * columns + unit[1]], 2)
    }
  })
  it('stand at windows that are as far apart as the shift', () => {
    const { windows } = shapeOf({ shift: 5 })
    expect(windows.shifted[1] - windows.input[1]).toBe(5)
    expect(
      shapeOf({ shift: 4, stride: 2 }).windows.shifted[1] - shapeOf({ shift: 4, stride: 2 }).windows.input[1],
    ).toBe(4)
  })
  it('padding of 1 keeps the size of the input', () => {
    expect(shapeOf({ padding: 1 }).output.shape).toEqual([1, 1, 20, view.width])
  })
  it('frames walk row by row through the outputs that both maps have', () => {
    const shape = shapeOf({ row: 2, column: 3 })
    expect(shape.frame).toBe(2 * (22 - 3))
    expect(unitOf(shape, shape.frame)).toEqual({ row: 2, column: 3 })
    expect(shapeOf({ row: 21, column: 25, stride: 4 }).unit).toEqual([4, 5])
    expect(shapeOf({ column: 0, shift: 8 }).unit[1]).toBe(8)
  })
})

group('weight-sharing: words', () => {
  it('says in both languages whether it holds', () => {
    const held = { zh: '平移等变', en: 'translation equivariance' }
    for (const lang of ['zh', 'en'] as const) {
      expect(describe(state(), shapeOf(), { zh, en }[lang])).toContain(held[lang])
      const broken = state({ stride: 2 })
      const said = describe(broken, shapeOf({ stride: 2 }), { zh, en }[lang])
      expect(said).toContain('1.5')
      expect(said).not.toContain(held[lang])
    }
  })
  it('PyTorch takes the same pixels, slices and kernel', () => {
    const code = torch(state(), shapeOf(), en)
    expect(/fromhex\('([0-9a-f]+)'\)/.exec(code)?.[1]).toHaveLength(2 * 20 * 32)
    expect(code).toContain('scene[..., 8:32]')
    expect(code).toContain('scene[..., 5:29]')
    expect(code).toContain('difference = moved[..., 3:] - y[..., :19]')
    expect(code).toContain('difference.abs().max()  # 0')
    expect(torch(state({ sharing: false }), shapeOf({ sharing: false }), en)).toContain('n ** 3 % 10007 % 21')
  })
})
