import { describe, expect, test } from 'vitest'
import { initialState } from '#ui/fields.ts'
import { en } from '#widgets/layer-cost/en.ts'
import {
  type Change,
  type Derived,
  derive,
  edited,
  fields,
  type State,
  describe as say,
} from '#widgets/layer-cost/model.ts'
import { torch } from '#widgets/layer-cost/torch.ts'
import { zh } from '#widgets/layer-cost/zh.ts'

type Whole = Extract<Derived, { ok: true }>
const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch })
const whole = (patch: Partial<State> = {}): Whole => derive(state(patch)) as Whole
const counts = (patch: Partial<State>): number[] => {
  const { parameterCount, macCount, outputCount } = whole(patch).cost
  return [parameterCount, macCount, outputCount]
}
const factors = (change: Change, patch: Partial<State> = {}): number[] | null => {
  const found = whole(patch).effects.find((effect) => effect.change === change)?.factors
  return found ? [found.weightCount, found.macCount, found.outputCount] : null
}

describe('layer-cost', () => {
  test('56×56, 3×3, 64 → 128 with bias: 73,856 parameters, 231,211,008 MACs, 401,408 activations', () => {
    expect(counts({})).toEqual([73_856, 231_211_008, 401_408])
    expect(counts({ stride: 2 })).toEqual([73_856, 57_802_752, 100_352])
  })

  test.each([
    ['conv1_1', [1792, 86_704_128, 3_211_264]],
    ['conv1_2', [36_928, 1_849_688_064, 3_211_264]],
    ['conv5_3', [2_359_808, 462_422_016, 100_352]],
    ['fc6', [102_764_544, 102_760_448, 4096]],
    ['pointwise', [16_384, 51_380_224, 200_704]],
    ['depthwise', [4608, 903_168, 100_352]],
  ] as const)('%s has its known counts', (preset, expected) => {
    expect(counts({ preset })).toEqual(expected)
  })

  test('doubling one parameter moves each account by its own factor', () => {
    expect(factors('inputSize')).toEqual([1, 4, 4])
    expect(factors('channels')).toEqual([4, 4, 2])
    expect(factors('inChannels')).toEqual([2, 2, 1])
    expect(factors('outChannels')).toEqual([2, 2, 2])
    expect(factors('kernelSize')).toEqual([4, 4, 1])
    expect(factors('stride')).toEqual([1, 0.25, 0.25])
    expect(factors('dilation')).toEqual([1, 1, 1])
  })

  test('a doubling that does not hold has no factors', () => {
    expect(factors('kernelSize', { preset: 'fc6' })).toBeNull()
    expect(factors('inChannels', { preset: 'depthwise' })).toBeNull()
    expect(factors('channels', { preset: 'depthwise' })).toEqual([2, 2, 2])
  })

  test('the output of conv1_1 takes 392 MiB at a batch of 32, half of it in 16 bits', () => {
    expect(whole({ preset: 'conv1_1', batch: 32 }).memory.output / 2 ** 20).toBe(392)
    expect(whole({ preset: 'conv1_1', batch: 32, dataType: 'float16' }).memory.output / 2 ** 20).toBe(196)
  })

  test('an ordinary layer does 181 MACs for every number moved, a depthwise one 4', () => {
    const perNumber = ({ intensity, bytes }: Whole): number => (intensity * bytes) / 2
    expect(Math.round(perNumber(whole({ preset: 'conv5_3', bias: false })))).toBe(181)
    expect(Math.round(perNumber(whole({ preset: 'depthwise' })))).toBe(4)
  })

  test('a kernel beyond the map and depthwise channels that do not divide are problems with rule and values', () => {
    const large = derive(state({ kernelSize: 11, inputSize: 5, padding: 'none' }))
    expect(large).toMatchObject({ ok: false, problem: { code: 'kernelExceedsInput', kernelSize: 11, paddedSize: 5 } })
    const groups = derive(state({ depthwise: true, outChannels: 100 }))
    expect(groups).toMatchObject({ ok: false, problem: { code: 'groupsNotDividing', channels: 100, groups: 64 } })
    if (groups.ok) return
    expect(zh.problem(groups.problem, whole())).toContain('100 ÷ 64 除不尽')
    expect(en.problem(groups.problem, whole())).toContain('outChannels is 100')
  })

  test('editing a preset keeps its other numbers', () => {
    const next = { ...state({ preset: 'conv5_3' }), ...edited(state({ preset: 'conv5_3' }), { kernelSize: 1 }) }
    expect(next).toMatchObject({ preset: 'custom', kernelSize: 1, inChannels: 512, inputSize: 14 })
  })

  test('says all three accounts, and FLOPs as twice the MACs', () => {
    expect(say(state(), whole(), zh)).toContain('乘加 231,211,008 次（462 MFLOPs）')
    expect(say(state(), whole(), en)).toContain('73,856 parameters; 231,211,008 MACs (462 MFLOPs)')
  })

  test('the PyTorch code pads what keeps the size, also for even kernels', () => {
    expect(torch(state(), whole())).toContain('nn.Conv2d(64, 128, 3, stride=1, padding=1, bias=True)')
    const even = { kernelSize: 4, stride: 2 }
    expect(torch(state(even), whole(even))).toContain('nn.functional.pad(x, (1, 2, 1, 2))')
    expect(torch(state(even), whole(even))).toContain('torch.Size([1, 128, 28, 28])')
  })
})
