import { expect, describe as group, it } from 'vitest'
import { initialState } from '../../src/ui/fields.ts'
import { range } from '../../src/ui/scale.ts'
import { en } from '../../src/widgets/transposed-conv/en.ts'
import { derive, describe, fields, room, type State, stampSize } from '../../src/widgets/transposed-conv/model.ts'
import { torch } from '../../src/widgets/transposed-conv/torch.ts'
import { zh } from '../../src/widgets/transposed-conv/zh.ts'

const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch })
function shapeOf(patch: Partial<State> = {}) {
  const derived = derive(state(patch))
  if (!derived.ok) throw new Error(`does not hold: ${JSON.stringify(derived.problem)}`)
  return derived
}
function problemOf(patch: Partial<State>) {
  const derived = derive(state(patch))
  if (derived.ok) throw new Error('holds')
  return derived.problem
}

/** Every input times the whole kernel, added up on a canvas that is then cropped: written without the package. */
function painted(s: State): number[] {
  const stamp = s.dilation * (s.kernelSize - 1) + 1
  const canvas = (s.inputSize - 1) * s.stride + stamp
  const size = canvas - 2 * s.padding + s.outputPadding
  const full = new Map<string, number>()
  const w = s.w.map((each, at) => ({ each, row: Math.floor(at / 5), column: at % 5 }))
  for (const row of range(s.inputSize))
    for (const column of range(s.inputSize))
      for (const { each, row: j, column: k } of w.filter((one) => Math.max(one.row, one.column) < s.kernelSize)) {
        const place = `${row * s.stride + j * s.dilation},${column * s.stride + k * s.dilation}`
        full.set(place, (full.get(place) ?? 0) + s.x[row * 5 + column] * each)
      }
  return range(size).flatMap((row) =>
    range(size).map((column) => full.get(`${row + s.padding},${column + s.padding}`) ?? 0),
  )
}

const { inputSize, kernelSize, stride, padding, dilation, outputPadding } = fields
const all = (field: { min: number; max: number }) => range(field.max - field.min + 1).map((each) => field.min + each)
const states = all(inputSize).flatMap((i) =>
  all(kernelSize).flatMap((k) =>
    all(stride).flatMap((s) =>
      all(padding).flatMap((p) =>
        all(dilation).flatMap((d) =>
          all(outputPadding).map((extra) =>
            state({ inputSize: i, kernelSize: k, stride: s, padding: p, dilation: d, outputPadding: extra }),
          ),
        ),
      ),
    ),
  ),
)

group('transposed-conv at every size, kernel, stride, padding, dilation and output padding', () => {
  it('holds exactly where the rules allow it, and where the figure has room', () => {
    expect(states).toHaveLength(3600)
    let held = 0
    for (const s of states) {
      const stamp = s.dilation * (s.kernelSize - 1) + 1
      const size = (s.inputSize - 1) * s.stride + stamp - 2 * s.padding + s.outputPadding
      const stretched = size + stamp - 1
      const legal = s.outputPadding < Math.max(s.stride, s.dilation) && size >= 1
      const derived = derive(s)
      expect(derived.ok, JSON.stringify({ ...s, x: 0, w: 0 })).toBe(legal && stretched <= room)
      if (!derived.ok) {
        expect(derived.problem.code === 'tooLarge').toBe(legal)
        for (const words of [zh, en]) {
          expect(words.problem(derived.problem, state())).not.toMatch(/undefined|NaN|Infinity/)
        }
        continue
      }
      held++
      expect([derived.outputSize, derived.stretched.length]).toEqual([size, stretched])
    }
    expect(held).toBeGreaterThan(1000)
  })

  it('gives what painting gives, gathers the same sum at every cell, and tells its origins', () => {
    for (const s of states) {
      const derived = derive(s)
      if (!derived.ok) continue
      const wanted = painted(s)
      expect([...derived.output.data]).toEqual(wanted)
      for (const step of [0, Math.floor(wanted.length / 2), wanted.length - 1]) {
        const there = shapeOf({ ...s, step })
        expect(there.sum).toBe(wanted[step])
        expect(there.terms.reduce((sum, term) => sum + term.product, 0)).toBe(there.sum)
        expect(there.terms.every((term) => term.product === term.x * term.w)).toBe(true)
      }
      const span = s.dilation * (s.kernelSize - 1) + 1
      const down = (size: number) => Math.floor((size + 2 * s.padding - span) / s.stride) + 1
      const back = range(60).filter((size) => size > 0 && size + 2 * s.padding >= span && down(size) === s.inputSize)
      expect(derived.origins).toEqual(back)
      expect(derived.roundTrip.size).toBe(down(derived.outputSize))
      if (s.outputPadding < s.stride) expect(derived.roundTrip.size).toBe(s.inputSize)
    }
  })
})

group('transposed-conv: frames', () => {
  it('by output as many as outputs, by input as many as inputs; a step beyond stays at the last', () => {
    expect(shapeOf().frames).toBe(25)
    expect(shapeOf({ order: 'input' }).frames).toBe(4)
    expect(shapeOf({ order: 'input', step: 224 }).frame).toBe(3)
    expect(shapeOf({ step: 224 }).unit).toEqual([4, 4])
  })
  it('by input, paints one stamp after another: the first is the first number times the kernel, the last the output', () => {
    const first = shapeOf({ order: 'input', step: 0 })
    const s = state()
    for (const row of range(5))
      for (const column of range(5)) {
        const inside = row < 3 && column < 3
        expect(first.painted.data[row * 5 + column]).toBe(inside ? s.x[0] * s.w[row * 5 + column] : 0)
      }
    expect(shapeOf({ order: 'input', step: 3 }).painted.data).toEqual(shapeOf().output.data)
  })
  it('by input, the unit is the first cell that the input paints, within the cropped output', () => {
    expect(shapeOf({ order: 'input', step: 3 }).unit).toEqual([2, 2])
    expect(shapeOf({ order: 'input', step: 0, padding: 1 }).unit).toEqual([0, 0])
  })
  it('a stamp spans d(K − 1) + 1 cells', () => {
    expect(stampSize(state({ kernelSize: 3, dilation: 2 }))).toBe(5)
  })
})

group('transposed-conv: what the answer says of it', () => {
  it('2×2 by a 3×3 kernel at stride 2 is 5×5', () => expect(shapeOf().outputSize).toBe(5))
  it('K 3, s 2, p 1: 5 and 6 both become 3, and output_padding chooses', () => {
    const patch = { inputSize: 3, kernelSize: 3, stride: 2, padding: 1 }
    expect(shapeOf(patch).origins).toEqual([5, 6])
    expect([0, 1].map((extra) => shapeOf({ ...patch, outputPadding: extra }).outputSize)).toEqual([5, 6])
    expect(problemOf({ ...patch, outputPadding: 2 }).code).toBe('outputPaddingTooLarge')
  })
  it('restores the size, not the values', () => {
    const { roundTrip, x } = shapeOf()
    expect(roundTrip.size).toBe(2)
    expect(roundTrip.values.data).not.toEqual(x.data)
  })
  it('names the output cell, its inputs and its sum in both languages', () => {
    const shape = shapeOf()
    const ways = shape.terms.length
    expect(ways).toBe(4)
    expect(describe(state(), shape, zh)).toContain(String(shape.sum))
    expect(describe(state(), shape, en)).toContain(`output row 2, column 2: ${ways} inputs paint it`)
  })
  it('the PyTorch call has the same options, shape and number', () => {
    const patch = { padding: 1, outputPadding: 1, step: 0 }
    const shape = shapeOf(patch)
    const code = torch(state(patch), shape, 'note')
    expect(code).toContain('stride=2, padding=1, output_padding=1, dilation=1')
    expect(code).toContain(`torch.Size([1, 1, ${shape.outputSize}, ${shape.outputSize}])`)
    expect(code).toContain(`y[0, 0, 0, 0]  # ${shape.sum}`)
  })
})
