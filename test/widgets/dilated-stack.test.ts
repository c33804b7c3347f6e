import { axisPathCounts, fieldCoverage, hybridDilation, touchedInputs } from 'conv-math'
import { expect, describe as group, it } from 'vitest'
import { initialState } from '../../src/ui/fields.ts'
import { en } from '../../src/widgets/dilated-stack/en.ts'
import { percent } from '../../src/widgets/dilated-stack/messages.ts'
import { derive, describe, fields, ratesOf, room, type State } from '../../src/widgets/dilated-stack/model.ts'
import { torch } from '../../src/widgets/dilated-stack/torch.ts'
import { zh } from '../../src/widgets/dilated-stack/zh.ts'

const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch })
const own = (...rates: number[]): Partial<State> => ({ preset: 'own', rates: rates.map((dilation) => ({ dilation })) })
function shapeOf(patch: Partial<State> = {}) {
  const derived = derive(state(patch))
  if (!derived.ok) throw new Error(`does not hold: ${JSON.stringify(derived.problem)}`)
  return derived
}
const shares = (patch: Partial<State>): string[] => shapeOf(patch).stages.map((stage) => percent(stage.share))

group('dilated-stack: figure (a), (b), (c)', () => {
  it('one layer spans 3, 5, 9; the stack sees 3, 7, 15', () => {
    const { stages } = shapeOf()
    expect(stages.map((stage) => stage.span)).toEqual([3, 5, 9])
    expect(stages.map((stage) => stage.field)).toEqual([3, 7, 15])
  })
  it('always nine weights a layer, 27 in all, where a dense kernel would have 225', () => {
    const shape = shapeOf()
    expect(shape.stages.map((stage) => stage.weights)).toEqual([9, 9, 9])
    expect([shape.weights, shape.dense]).toEqual([27, 225])
    expect(shapeOf({ preset: '2-4-8' }).weights).toBe(27)
  })
  it('rates 1, 2, 4 touch all of 15×15, though not equally often', () => {
    expect(shares({ preset: '1-2-4' })).toEqual(['100%', '100%', '100%'])
    expect(shapeOf().stages[1].chains[0].counts).toEqual([1, 1, 2, 1, 2, 1, 1])
    expect(shapeOf().stages[2].most).toBe(9)
  })
  it('draws the taps of each level: 1, 3, 7 and 15 cells', () => {
    const { levels, links } = shapeOf().stages[2]
    expect(levels.map((cells) => cells.length)).toEqual([1, 3, 9 - 2, 15])
    expect(links[0]).toEqual([
      [0, -4],
      [0, 0],
      [0, 4],
    ])
  })
})

group('dilated-stack: gridding', () => {
  it('rates 2, 2, 2 touch 36%, 31% and 29%: 49 of 169', () => {
    const { stages } = shapeOf({ preset: '2-2-2' })
    expect(stages.map((stage) => percent(stage.share))).toEqual(['36%', '31%', '29%'])
    expect([stages[2].field, stages[2].touched]).toEqual([13, 49])
  })
  it('neighbouring outputs then share not one input; with 1, 2, 4 they share 14 of 15 columns', () => {
    expect(shapeOf({ preset: '2-2-2' }).shared).toBe(0)
    expect(shapeOf().shared).toBe(14 * 15)
    expect(zh.workNote(shapeOf({ preset: '2-2-2' }))).toContain('网格效应')
    expect(zh.workNote(shapeOf())).not.toContain('网格效应')
  })
  it('1, 2, 5 cover 17×17; 2, 4, 8 touch 27% of 29×29', () => {
    const five = shapeOf({ preset: '1-2-5' }).stages[2]
    expect([five.field, five.share]).toEqual([17, 1])
    const eight = shapeOf({ preset: '2-4-8' }).stages[2]
    expect([eight.field, percent(eight.share)]).toEqual([29, '27%'])
  })
  it('the cases of the self-check: 1, 2, 4, 8 see 31; 3, 3, 3 touch 14% of 19×19; 1, 4, 8 miss some', () => {
    expect(shapeOf(own(1, 2, 4, 8)).stages[3].field).toBe(31)
    const threes = shapeOf(own(3, 3, 3)).stages[2]
    expect([threes.field, threes.touched, percent(threes.share)]).toEqual([19, 49, '14%'])
    expect(shapeOf(own(1, 4, 8)).stages[2].chains[0].counts.filter((count) => count > 0)).toHaveLength(21)
    expect(shapeOf(own(1, 4, 8)).rules.distance).toBe(4)
  })
  it('the share is that of conv-math for every own stack of two', () => {
    for (let a = 1; a <= 9; a++) {
      for (let b = 1; b <= 9; b++) {
        const layers = [a, b].map((dilation) => ({ kernelSize: 3, dilation }))
        expect(shapeOf(own(a, b)).stages[1].share).toBeCloseTo(fieldCoverage(layers).share, 12)
      }
    }
  })
  it('says when the rules of HDC hold and cells are missed all the same', () => {
    const shape = shapeOf(own(2, 3))
    expect(shape.rules).toEqual(hybridDilation([2, 3], 3))
    expect(zh.rulesNote(shape)[0]).toContain('不是证明')
    expect(en.rulesNote(shape)[0]).toContain('not a proof')
    expect(zh.rulesNote(shapeOf(own(1, 2, 9)))[0]).toContain('M₂ = 5')
  })
})

group('dilated-stack: ASPP is parallel', () => {
  const aspp = shapeOf({ preset: 'aspp' })
  it('its branches span 1, 13, 25 and 37, and together touch 25 of 37×37', () => {
    expect(aspp.stages.map((stage) => stage.span)).toEqual([1, 13, 25, 37])
    expect(aspp.stages.map((stage) => stage.field)).toEqual([1, 13, 25, 37])
    expect(aspp.stages[3].touched).toBe(1 + 3 * 8)
    expect(aspp.weights).toBe(1 + 3 * 9)
  })
  it('conv-math touches the same inputs in a graph of these branches', () => {
    const branches = [1, 6, 12, 18].map((dilation, at) => ({
      id: `b${at}`,
      layer: {
        type: 'conv' as const,
        outChannels: 1,
        kernelSize: at ? 3 : 1,
        dilation,
        padding: at ? dilation : 0,
        bias: false,
      },
      inputs: ['input'],
    }))
    const join = { id: 'join', layer: { type: 'concat' as const }, inputs: branches.map(({ id }) => id) }
    const seen = touchedInputs({ nodes: [...branches, join] }, 'join', [18, 18], [1, 37, 37])
    expect(seen.count).toBe(aspp.stages[3].touched)
    expect([...seen.mask]).toEqual(aspp.stages[3].uses.map((count) => (count > 0 ? 1 : 0)))
  })
  it('the centre is read by every branch, and both languages say that it is no stack', () => {
    expect(shapeOf({ preset: 'aspp', row: 0, column: 0 }).uses).toBe(4)
    expect(zh.description(state({ preset: 'aspp' }), aspp)).toContain('并联，不是叠加')
    expect(en.description(state({ preset: 'aspp' }), aspp)).toContain('in parallel, not stacked')
  })
})

group('dilated-stack: states', () => {
  it('the chosen input is used as often as its row times its column', () => {
    const { counts } = axisPathCounts(
      [1, 2, 4].map((dilation) => ({ kernelSize: 3, dilation })),
      0,
    )
    expect(shapeOf().terms).toEqual([[counts[7 + 1], counts[7 + 3]]])
    expect(shapeOf().uses).toBe(9)
    expect(shapeOf({ preset: '2-2-2' }).uses).toBe(0)
  })
  it('a chosen input beyond the field is held at its edge', () => {
    const shape = shapeOf({ row: 24, column: -24, step: 0 })
    expect([shape.row, shape.column]).toEqual([1, -1])
  })
  it('frames are layers, and the last is shown first', () => {
    expect(shapeOf().now).toBe(2)
    expect(shapeOf({ step: 0 }).stages[0].field).toBe(3)
    expect(shapeOf(own(1, 1, 1, 1)).now).toBe(3)
  })
  it('a field without room is refused with both numbers', () => {
    const derived = derive(state(own(9, 9, 9, 9)))
    expect(derived).toEqual({ ok: false, problem: { code: 'tooLarge', size: 73, room } })
    expect(zh.problem({ code: 'tooLarge', size: 73, room }, state())).toContain('73×73')
    expect(en.problem({ code: 'tooLarge', size: 73, room }, state())).toContain('49×49')
  })
  it('a larger kernel spans d(k − 1) + 1', () => {
    expect(shapeOf({ kernelSize: '5' }).stages.map((stage) => stage.span)).toEqual([5, 9, 17])
    expect(ratesOf(state({ preset: '1-2-5' }))).toEqual([1, 2, 5])
  })
  it('says in both languages what is shown', () => {
    for (const lang of ['zh', 'en'] as const) {
      const said = describe(state({ preset: '2-2-2' }), shapeOf({ preset: '2-2-2' }), { zh, en }[lang])
      for (const part of ['13×13', '169', '49', '29%']) expect(said).toContain(part)
    }
  })
  it('PyTorch counts the same uses by a gradient', () => {
    const code = torch(state(), shapeOf())
    expect(code).toContain('nn.Conv2d(1, 1, 3, dilation=d, bias=False) for d in (1, 2, 4)')
    expect(code).toContain('x.grad[0, 0, 8, 10]  # 9.')
    expect(code).toContain('int((x.grad > 0).sum())  # 225')
    expect(torch(state({ preset: 'aspp' }), shapeOf({ preset: 'aspp' }))).toContain('padding=d, dilation=d')
    expect(torch(state(own(7)), shapeOf(own(7)))).toContain('for d in (7,)')
  })
})
