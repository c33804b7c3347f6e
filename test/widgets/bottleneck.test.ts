import { describe, expect, test } from 'vitest'
import { initialState } from '#ui/fields.ts'
import { en } from '#widgets/bottleneck/en.ts'
import {
  type Derived,
  derive,
  edited,
  fields,
  type State,
  describe as say,
  settled,
} from '#widgets/bottleneck/model.ts'
import { torch } from '#widgets/bottleneck/torch.ts'
import { zh } from '#widgets/bottleneck/zh.ts'

type Whole = Extract<Derived, { ok: true }>
const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch })
const whole = (patch: Partial<State> = {}): Whole => derive(state(patch)) as Whole

describe('bottleneck', () => {
  test('GoogLeNet (3a): 153,600 weights and 120.4 M directly, 15,872 and 12.4 M through 16 channels', () => {
    const { direct, reduced } = whole()
    expect([direct.weights, direct.macs]).toEqual([153_600, 120_422_400])
    expect([reduced.weights, reduced.macs]).toEqual([15_872, 12_443_648])
    expect(reduced.rows.map((row) => row.weights)).toEqual([3072, 12_800])
  })

  test('154 channels in the middle still save, 155 cost more', () => {
    expect(whole({ middle: 154 }).reduced.weights).toBeLessThan(153_600)
    expect(whole({ middle: 155 }).reduced.weights).toBeGreaterThan(153_600)
    expect(whole().breakEven).toBeCloseTo(154.84, 2)
  })

  test('ResNet-50: 256 → 64 → 64 → 256 has 69,632 weights against 589,824', () => {
    const { direct, reduced } = whole({ preset: 'resnet50' })
    expect(reduced.rows.map((row) => [row.inChannels, row.outChannels, row.kernelSize])).toEqual([
      [256, 64, 1],
      [64, 64, 3],
      [64, 256, 1],
    ])
    expect([reduced.weights, direct.weights]).toEqual([69_632, 589_824])
    expect(whole({ preset: 'resnet50', middle: 229 }).reduced.weights).toBeLessThan(589_824)
    expect(whole({ preset: 'resnet50', middle: 230 }).reduced.weights).toBeGreaterThan(589_824)
  })

  test('a change by the reader starts from the numbers in sight', () => {
    const after = state(edited(state({ preset: 'resnet50' }), { kernelSize: 5 }))
    expect(settled(after)).toMatchObject({ kernelSize: 5, inChannels: 256, middle: 64, inputSize: 56, expand: true })
    expect(after.preset).toBe('custom')
  })

  test('the curve meets the line of the direct convolution where reduction stops paying', () => {
    for (const preset of ['googlenet', 'resnet50'] as const) {
      const { curve, breakEven, direct } = whole({ preset })
      for (const point of curve)
        expect(point.weights < direct.weights, `${point.middle}`).toBe(point.middle < breakEven)
      expect(curve.at(-1)?.middle).toBeGreaterThan(breakEven)
    }
  })

  test('says what it shows in both languages', () => {
    expect(say(state(), whole(), zh)).toBe(
      '28×28 的图，192 个通道到 32 个，核 5×5。直接卷积要 153,600 个权重、120.4 M 次乘加；经过 16 个通道（192 → 16 → 32）要 15,872 个、12.4 M 次，只有直接的 10.3%。中间宽度小于 154.8 才合算。',
    )
    expect(say(state(), whole({ middle: 200 }), en)).toContain('no saving: 129.2% of that')
  })

  test('the PyTorch code builds both forms and names their counts', () => {
    expect(torch(whole(), 'MACs')).toBe(`import torch
from torch import nn
direct = nn.Conv2d(192, 32, 5, padding='same', bias=False)
reduced = nn.Sequential(
    nn.Conv2d(192, 16, 1, padding='same', bias=False),
    nn.ReLU(),
    nn.Conv2d(16, 32, 5, padding='same', bias=False),
)
count = lambda module: sum(p.numel() for p in module.parameters())
count(direct), count(reduced)  # (153600, 15872)
x = torch.randn(1, 192, 28, 28)
direct(x).shape == reduced(x).shape  # True
# MACs: 120,422,400, 12,443,648`)
  })
})
