import { describe, expect, test } from 'vitest'
import { initialState } from '#ui/fields.ts'
import { en } from '#widgets/grouped-conv/en.ts'
import {
  type Derived,
  derive,
  edited,
  type Form,
  fields,
  type State,
  describe as say,
} from '#widgets/grouped-conv/model.ts'
import { torch } from '#widgets/grouped-conv/torch.ts'
import { zh } from '#widgets/grouped-conv/zh.ts'

type Whole = Extract<Derived, { ok: true }>
const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch })
const whole = (patch: Partial<State> = {}): Whole => derive(state(patch)) as Whole
const weightsOf = (patch: Partial<State>, name: Form['name']): number | undefined =>
  whole(patch).forms.find((form) => form.name === name)?.weights

const wide = { inChannels: 256, outChannels: 256, groups: 8 }

describe('grouped-conv', () => {
  test('256 → 256, 3×3: 589,824 weights; in 8 groups 73,728; depthwise 2,304; separable 67,840', () => {
    expect(weightsOf(wide, 'standard')).toBe(589_824)
    expect(weightsOf(wide, 'grouped')).toBe(73_728)
    expect(weightsOf(wide, 'depthwise')).toBe(2304)
    expect(weightsOf(wide, 'separable')).toBe(67_840)
  })

  test('the share of the separable form is 1/C_out + 1/k²', () => {
    for (const [outChannels, kernelSize] of [
      [128, 3],
      [512, 5],
      [7, 2],
    ]) {
      const form = whole({ inChannels: 64, outChannels, kernelSize, groups: 1 }).forms.find(
        ({ name }) => name === 'separable',
      )
      expect(form?.share).toBeCloseTo(1 / outChannels + 1 / kernelSize ** 2, 12)
    }
  })

  test('presets have their known counts', () => {
    expect(whole({ preset: 'resnext' }).drawn.weights).toBe(4608)
    expect(weightsOf({ preset: 'resnext' }, 'standard')).toBe(147_456)
    expect(whole({ preset: 'alexnet' }).drawn.weights).toBe(307_200)
    const { drawn, forms } = whole({ preset: 'mobilenet' })
    expect(drawn.layers.map((layer) => layer.macs)).toEqual([903_168, 51_380_224])
    expect(forms.map(({ name }) => name)).toEqual(['standard', 'depthwise', 'separable'])
  })

  test('every output sees its own group, and a second such layer changes nothing', () => {
    const [one, two] = [whole(), whole({ after: 'grouped' })]
    expect(one.seen).toEqual([...Array(4).fill([0, 1, 2, 3]), ...Array(4).fill([4, 5, 6, 7])])
    expect(two.seen).toEqual(one.seen)
    expect(two.columns).toHaveLength(3)
  })

  test('a shuffle or a 1×1 lets every output see every input', () => {
    for (const after of ['shuffle', 'pointwise'] as const) {
      expect(whole({ after }).seen.every((inputs) => inputs.length === 8)).toBe(true)
    }
    expect(whole({ preset: 'shufflenet', unit: 4 }).columns.map(({ seen }) => seen)).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      [2, 5, 6, 9],
      [4, 5, 6, 7],
      [4],
    ])
  })

  test('long columns are cut short to whole groups, or to the first channels of two', () => {
    const shown = (patch: Partial<State>): number[][] => whole(patch).columns.map((column) => [...column.shown])
    const first = (count: number): number[] => Array.from({ length: count }, (_, channel) => channel)
    expect(shown({ preset: 'resnext' })).toEqual([first(16), first(16)])
    expect(shown({ ...wide, groups: 1 })).toEqual([first(16), first(16)])
    expect(shown({ preset: 'alexnet' })[1]).toEqual([...first(8), ...first(8).map((channel) => 128 + channel)])
    expect(shown({ preset: 'mobilenet' }).map((column) => column.length)).toEqual([16, 16, 16])
    const { columns, seen } = whole({ preset: 'alexnet' })
    expect(columns[1].reads[15]).toEqual([8, 9, 10, 11, 12, 13, 14, 15])
    expect(seen[0]).toEqual(first(8))
  })

  test('the traced output stays among those drawn, and keeps its channel', () => {
    expect(whole({ ...wide, unit: 23 })).toMatchObject({ unit: 15, channel: 39 })
    expect(whole({ preset: 'alexnet', unit: 8 })).toMatchObject({ unit: 8, channel: 128 })
    expect(whole({ preset: 'alexnet', unit: 8 }).columns[0].seen).toHaveLength(48)
  })

  test('groups that do not divide are a problem that names what would do', () => {
    const derived = derive(state({ groups: 3 }))
    expect(derived).toMatchObject({
      ok: false,
      problem: { problem: { code: 'groupsNotDividing', channels: 8, groups: 3 }, fits: [1, 2, 4, 8] },
    })
    if (derived.ok) return
    expect(zh.problem(derived.problem, whole().shape)).toContain('8 ÷ 3 除不尽。可以取 1、2、4、8')
    expect(en.problem(derived.problem, whole().shape)).toContain('1, 2, 4, 8 would do')
  })

  test('before a 1×1 the groups need only divide the input', () => {
    expect(derive(state({ outChannels: 7 })).ok).toBe(false)
    expect(whole({ outChannels: 7, after: 'pointwise' }).drawn.layers.map((layer) => layer.outChannels)).toEqual([8, 7])
  })

  test('editing a preset keeps its other numbers', () => {
    const next = { ...state({ preset: 'resnext' }), ...edited(state({ preset: 'resnext' }), { groups: 4 }) }
    expect(next).toMatchObject({ preset: 'custom', inChannels: 128, groups: 4, inputSize: 56 })
  })

  test('says kind, cost and what the traced output sees', () => {
    expect(say(state(), whole(), zh)).toContain('分成 2 组。第 1 个输出看得到 4 个输入。权重 288 个')
    const depthwise = whole({ groups: 8, unit: 2 })
    expect(say(state(), depthwise, en)).toContain('depthwise. Output 3 sees 1 input (number 3).')
  })

  test('the PyTorch code builds the chain and counts the inputs by a gradient', () => {
    const code = torch(whole({ preset: 'shufflenet' }), 'gradient')
    expect(code).toContain("nn.Conv2d(12, 12, 1, padding='same', groups=3, bias=False),\n    nn.ChannelShuffle(3),")
    expect(code).toContain('# [48, 48]')
    expect(code).toContain('# tensor(12)')
  })
})
