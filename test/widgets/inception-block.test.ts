import { networks, parameterCount, receptiveField } from 'conv-math'
import { describe, expect, test } from 'vitest'
import { decode, encode, initialState } from '#ui/fields.ts'
import { en } from '#widgets/inception-block/en.ts'
import {
  type Branch,
  branchesOf,
  type Derived,
  derive,
  edited,
  fields,
  type State,
  describe as say,
} from '#widgets/inception-block/model.ts'
import { photo } from '#widgets/inception-block/photo-maps.ts'
import { torch } from '#widgets/inception-block/torch.ts'
import { zh } from '#widgets/inception-block/zh.ts'

type Whole = Extract<Derived, { ok: true }>
const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch })
const whole = (patch: Partial<State> = {}): Whole => {
  const derived = derive(state(patch))
  if (!derived.ok) throw new Error(JSON.stringify(derived.problem))
  return derived
}
const withPadding = (...paddings: readonly number[]): Partial<State> =>
  edited(branchesOf(state()).map((branch, at): Branch => ({ ...branch, padding: paddings[at] })))

describe('inception-block', () => {
  test('(3a) of the paper: 163,328 weights, 128,049,152 MACs, 256 channels, a field of 5', () => {
    const { reduced, shape, field, paths } = whole()
    expect(reduced).toEqual({ weights: 163_328, macs: 128_049_152, outChannels: 256 })
    expect(shape).toEqual([256, 28, 28])
    expect(field).toBe(5)
    expect(paths.map((path) => path.weights)).toEqual([12_288, 129_024, 15_872, 6144])
    expect(paths.map((path) => path.field)).toEqual([1, 3, 5, 3])
  })

  test('(3a) of torchvision: 3×3 for 5×5, 155,136 weights, a field of 3', () => {
    const { reduced, field, paths } = whole({ preset: 'torchvision' })
    expect(reduced.weights).toBe(155_136)
    expect(paths[2].kernelSize).toBe(3)
    expect(field).toBe(3)
  })

  test.each(['paper', 'torchvision'] as const)('the weights are those of GoogLeNet in its %s form', (form) => {
    const { graph, inputShape } = networks.googlenet({ form, batchNorm: true })
    const counted = parameterCount(graph, inputShape).byNode
    const convolutions = graph.nodes.filter(
      ({ id, layer }) => id.startsWith('inception3a.branch') && layer.type === 'conv',
    )
    expect(convolutions).toHaveLength(6)
    const total = convolutions.reduce((sum, { id }) => sum + (counted.get(id) ?? 0), 0)
    expect(total).toBe(whole({ preset: form }).reduced.weights)
    expect(receptiveField(graph, 'inception5b').height.size).toBe(form === 'paper' ? 715 : 379)
  })

  test('without reduction: 387,072 weights and 416 channels', () => {
    const { plain, shape, paths } = whole({ reduction: false })
    expect([plain.weights, plain.outChannels]).toEqual([387_072, 416])
    expect(shape[0]).toBe(416)
    expect(paths.map((path) => path.steps.length)).toEqual([1, 1, 1, 1])
  })

  test('unpadded branches are 28, 26, 24 and 26 wide and are not joined', () => {
    const derived = derive(state({ align: false }))
    expect(derived.ok).toBe(false)
    if (derived.ok) return
    expect(derived.problem).toEqual({
      code: 'unequal',
      sizes: [
        { letter: 'A', size: 28 },
        { letter: 'B', size: 26 },
        { letter: 'C', size: 24 },
        { letter: 'D', size: 26 },
      ],
    })
    expect(zh.problem(derived.problem)).toContain('A 是 28×28，B 是 26×26，C 是 24×24，D 是 26×26')
    expect(en.problem(derived.problem)).toContain('C is 24×24')
  })

  test('own paddings of 0, 1, 2 and 1 join again; one too much for a pool is named', () => {
    expect(whole({ align: false, ...withPadding(0, 1, 2, 1) }).shape).toEqual([256, 28, 28])
    const derived = derive(state({ align: false, ...withPadding(0, 1, 2, 2) }))
    expect(derived).toMatchObject({ ok: false, problem: { code: 'branch', letter: 'D' } })
  })

  test('the maps of the photograph: 1×1 passes it on, the others keep its size', () => {
    const { maps } = whole()
    expect(maps[0].data).toEqual(photo.data)
    for (const map of maps) expect(map.shape).toEqual(photo.shape)
    const flatness = (data: Float32Array): number => Math.max(...data) - Math.min(...data)
    const mean = whole({ filter: 'mean' }).maps
    expect(flatness(mean[2].data)).toBeLessThanOrEqual(flatness(mean[0].data))
  })

  test('branches of the reader’s own survive their link', () => {
    const own = state(edited(branchesOf(state()).slice(1, 3)))
    const query = new Map(encode(fields, own, state()))
    expect(query.get('branches')).toBe('conv.3.96.128.0~conv.5.16.32.0')
    expect(decode(fields, (name) => query.get(name), state())).toEqual(own)
    expect(whole(own).shape[0]).toBe(160)
  })

  test('says what it shows in both languages', () => {
    expect(say(state(), whole(), zh)).toBe(
      'Inception 模块（3a），论文：输入 192×28×28，4 路输出 64、128、32、32 个通道，拼接成 256×28×28。各路感受野 1、3、5、3，整块 5。有降维，163,328 个权重，128,049,152 次乘加；不降维要 387,072 个权重。',
    )
    expect(say(state({ reduction: false }), whole({ reduction: false }), en)).toContain(
      'Without reduction 387,072 weights and 303,464,448 MACs; with reduction only 163,328 weights.',
    )
  })

  test('the PyTorch code builds the branches and joins them', () => {
    expect(torch(state(), whole(), 'no activations')).toBe(`import torch
from torch import nn
# no activations
branches = nn.ModuleList([
    nn.Sequential(nn.Conv2d(192, 64, 1, bias=False)),
    nn.Sequential(nn.Conv2d(192, 96, 1, bias=False), nn.Conv2d(96, 128, 3, padding=1, bias=False)),
    nn.Sequential(nn.Conv2d(192, 16, 1, bias=False), nn.Conv2d(16, 32, 5, padding=2, bias=False)),
    nn.Sequential(nn.MaxPool2d(3, stride=1, padding=1), nn.Conv2d(192, 32, 1, bias=False)),
])
x = torch.randn(1, 192, 28, 28)
y = torch.cat([branch(x) for branch in branches], dim=1)
y.shape  # torch.Size([1, 256, 28, 28])
sum(p.numel() for p in branches.parameters())  # 163328`)
  })
})
