import { expect, describe as group, it } from 'vitest'
import { initialState } from '../../src/ui/fields.ts'
import { en } from '../../src/widgets/downsampling/en.ts'
import { derive, describe, fields, type State } from '../../src/widgets/downsampling/model.ts'
import { torch } from '../../src/widgets/downsampling/torch.ts'
import { zh } from '../../src/widgets/downsampling/zh.ts'

const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch })
function shapeOf(patch: Partial<State> = {}) {
  const derived = derive(state(patch))
  if (!derived.ok) throw new Error(`does not hold: ${JSON.stringify(derived.problem)}`)
  return derived
}
const one = (stage1: State['stage1'], patch: Partial<State> = {}): Partial<State> => ({
  stage1,
  stage2: 'none',
  stage3: 'none',
  stage4: 'none',
  ...patch,
})

group('downsampling: every stage', () => {
  it('follows 60 to 7 with sizes, activations and MACs', () => {
    const { stages, total } = shapeOf()
    expect(stages.map(({ outputSize }) => outputSize)).toEqual([30, 30, 15, 7])
    expect(stages.map(({ activations }) => activations)).toEqual([14_400, 14_400, 3600, 784])
    expect(stages.map(({ macs }) => macs)).toEqual([30 * 30 * 16 * 3 * 9, 30 * 30 * 16 * 16 * 9, 0, 0])
    expect(total).toEqual({ activations: 33_184, macs: 2_462_400, parameters: 16 * 3 * 9 + 16 * 16 * 9 })
  })
  it('a same convolution with stride 1 keeps the size; stride and pooling halve it', () => {
    expect(shapeOf(one('sameConv', { inputSize: 32 })).stages[0].outputSize).toBe(32)
    for (const kind of ['stridedConv', 'maxPool', 'averagePool'] as const)
      expect(shapeOf(one(kind, { inputSize: 32 })).stages[0].outputSize).toBe(16)
  })
  it('a later convolution with stride 2 doubles the channels', () => {
    const { stages } = shapeOf({ stage2: 'stridedConv', stage3: 'sameConv', stage4: 'stridedConv', channels: 8 })
    expect(stages.map(({ channels }) => channels)).toEqual([8, 16, 16, 32])
  })
  it('costs as much as without downsampling when nothing is sampled down, and four times less after one stride', () => {
    const same = shapeOf(one('sameConv', { stage2: 'sameConv' }))
    expect(same.undiminished).toEqual({ macs: same.total.macs, activations: same.total.activations })
    const strided = shapeOf(one('stridedConv', { stage2: 'sameConv' }))
    expect(strided.undiminished.macs).toBe(4 * strided.total.macs)
    expect(zh.savings(strided)).toContain('是现在的 4 倍')
  })
})

group('downsampling: what the floor drops', () => {
  it('pooling loses the last row and column of an odd size', () => {
    expect(shapeOf(one('maxPool', { inputSize: 15 })).stages[0]).toMatchObject({ outputSize: 7, dropped: 1, lost: 1 })
    expect(shapeOf(one('maxPool', { inputSize: 16 })).stages[0].dropped).toBe(0)
  })
  it('a 3×3 with stride 2 and padding 1 loses padding alone, without padding a row of an even size', () => {
    expect(shapeOf(one('stridedConv', { inputSize: 16 })).stages[0]).toMatchObject({ dropped: 1, lost: 0 })
    expect(shapeOf(one('stridedConv', { inputSize: 16, padding: 0 })).stages[0]).toMatchObject({ dropped: 1, lost: 1 })
    expect(shapeOf(one('stridedConv', { inputSize: 15 })).stages[0].dropped).toBe(0)
  })
  it('names the stages at which rows are lost', () => {
    expect(describe(state(), shapeOf(), zh)).toContain('第 4 级的步幅除不尽')
    expect(describe(state({ inputSize: 64 }), shapeOf({ inputSize: 64 }), en)).toContain(
      'No stage loses rows or columns',
    )
  })
  it('refuses a window that does not fit, naming stage, rule and values', () => {
    const derived = derive(state({ inputSize: 3 }))
    if (derived.ok) throw new Error('must not hold')
    expect(zh.problem(derived.problem, state())).toBe(
      '第 4 级：核 2 大于补零后的输入 1，一个窗口也放不下。图停在上一组成立的数字：输入边长 60，4 级。',
    )
    expect(en.problem(derived.problem, state())).toContain('Stage 4: A kernel of 2 is larger')
  })
})

group('downsampling: a shift', () => {
  const shifted = (patch: Partial<State>) => shapeOf(patch).equivariance
  it('comes through whole when it is a multiple of the strides’ product', () => {
    for (const shift of [0, 8, 16]) {
      expect(shifted({ shift })).toMatchObject({ stride: 8, outputs: shift / 8, whole: true, worst: 0 })
    }
    for (let shift = 0; shift <= 16; shift++) {
      const everywhere = { stage1: 'sameConv', stage2: 'sameConv', stage3: 'sameConv', stage4: 'sameConv' } as const
      expect(shifted({ shift, ...everywhere })).toMatchObject({ stride: 1, outputs: shift, worst: 0 })
    }
  })
  it('does not otherwise, whichever kind of stage takes the stride', () => {
    for (const kind of ['stridedConv', 'maxPool', 'averagePool'] as const) {
      for (let shift = 1; shift < 16; shift += 2) expect(shifted(one(kind, { shift })).worst).toBeGreaterThan(1)
    }
  })
  it('compares outputs of the photograph alone, never of the padding', () => {
    for (const padding of [0, 1])
      for (const shift of [0, 16]) {
        const four = { stage2: 'stridedConv', stage3: 'stridedConv', stage4: 'stridedConv' } as const
        const { actual, expected, worst } = shifted({ ...four, padding, shift })
        expect([...actual, ...expected].every((value) => value >= 0 && value <= 255)).toBe(true)
        expect(worst).toBe(0)
      }
  })
})

group('downsampling: PyTorch', () => {
  it('is the same chain', () => {
    const text = torch(state(), shapeOf(), 'note')
    expect(text).toContain('nn.Conv2d(3, 16, 3, stride=2, padding=1, bias=False),  # 16 × 30 × 30')
    expect(text).toContain('nn.MaxPool2d(2),  # 16 × 15 × 15')
    expect(text).toContain('y.shape  # torch.Size([1, 16, 7, 7])')
    expect(text).toContain('# 2736')
  })
})
