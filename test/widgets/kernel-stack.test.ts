import { expect, describe as group, it } from 'vitest'
import { initialState } from '../../src/ui/fields.ts'
import { en } from '../../src/widgets/kernel-stack/en.ts'
import { ratio } from '../../src/widgets/kernel-stack/messages.ts'
import { derive, describe, fields, firstFrame, type State } from '../../src/widgets/kernel-stack/model.ts'
import { torch } from '../../src/widgets/kernel-stack/torch.ts'
import { zh } from '../../src/widgets/kernel-stack/zh.ts'

const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch })
function shapeOf(patch: Partial<State> = {}) {
  const derived = derive(state(patch))
  if (!derived.ok) throw new Error(`does not hold: ${JSON.stringify(derived.problem)}`)
  return derived
}
const problemOf = (patch: Partial<State>) => {
  const derived = derive(state(patch))
  return derived.ok ? null : derived.problem
}

group('kernel-stack: with equal channels and size kept', () => {
  it('two 3×3 see 5×5 for 18C² against 25C², 28% fewer', () => {
    const { stack, single } = shapeOf()
    expect([stack.field, single.field]).toEqual([5, 5])
    expect([stack.weights, single.weights]).toEqual([18 * 64 ** 2, 25 * 64 ** 2])
    expect(ratio(stack.weights, single.weights)).toBe('−28%')
    expect([stack.macs, single.macs]).toEqual([231_211_008, 321_126_400])
  })
  it('three 3×3 see 7×7 for 27C² against 49C², 45% fewer', () => {
    const { stack, single } = shapeOf({ layers: 3, channels: 10 })
    expect([stack.weights, single.weights]).toEqual([2700, 4900])
    expect(single.kernelSize).toBe(7)
    expect(ratio(stack.weights, single.weights)).toBe('−45%')
  })
  it('five 3×3 see 11×11 and five 7×7 see 31×31', () => {
    expect(shapeOf({ layers: 5 }).single.kernelSize).toBe(11)
    expect(shapeOf({ layers: 5, kernelSize: '7' }).single.kernelSize).toBe(31)
  })
  it('the ratio of weights and of MACs does not depend on the channels', () => {
    for (const channels of [1, 7, 512]) {
      const { stack, single } = shapeOf({ channels })
      expect(stack.weights / single.weights).toBe(18 / 25)
      expect(stack.macs / single.macs).toBe(18 / 25)
    }
  })
  it('a stack keeps as many maps as it has layers', () => {
    const { stack, single } = shapeOf({ layers: 4 })
    expect(stack.activations).toBe(4 * single.activations)
    expect(single.activations).toBe(64 * 56 * 56)
  })
})

group('kernel-stack: where the saving ends', () => {
  it('from 3 channels to 64 two 3×3 have eight times the weights of one 5×5', () => {
    const { stack, single } = shapeOf({ equal: false })
    expect([stack.weights, single.weights]).toEqual([38_592, 4800])
    expect(ratio(stack.weights, single.weights)).toBe('×8')
    expect(zh.description(state({ equal: false }), shapeOf({ equal: false }))).toContain('是 8 倍')
  })
  it('the first layer of ResNet: three 3×3 through 64 channels against one 7×7', () => {
    const { stack, single } = shapeOf({ layers: 3, equal: false })
    expect([stack.weights, single.weights]).toEqual([75_456, 9408])
  })
  it('the widest middle is the last that still saves weights', () => {
    const { widest, single } = shapeOf().unequal
    expect(widest).toBe(7)
    const with7 = shapeOf({ equal: false, middleChannels: 7 }).stack.weights
    const with8 = shapeOf({ equal: false, middleChannels: 8 }).stack.weights
    expect(with7).toBeLessThanOrEqual(single.weights)
    expect(with8).toBeGreaterThan(single.weights)
    expect(shapeOf({ layers: 1 }).unequal.widest).toBeNull()
  })
  it('without padding the maps shrink, and the same weights are used less often', () => {
    const { stack, single } = shapeOf({ keepSize: false })
    expect(stack.layers.map((layer) => layer.outputSize)).toEqual([54, 52])
    expect(single.layers[0].outputSize).toBe(52)
    expect(stack.macs / single.macs).toBeGreaterThan(18 / 25)
  })
  it('another large kernel has another field', () => {
    const { stack, single } = shapeOf({ against: '7' })
    expect(stack.field).not.toBe(single.field)
    expect(zh.description(state(), shapeOf({ against: '7' }))).toContain('不相等')
  })
})

group('kernel-stack: depthwise', () => {
  it('drops a factor of C from both sides, so that the ratio stays', () => {
    const { stack, single, pointwise } = shapeOf({ layers: 3, depthwise: true })
    expect([stack.weights, single.weights]).toEqual([27 * 64, 49 * 64])
    expect(pointwise).toBe(4096)
  })
  it('ConvNeXt, RepLKNet and SLaK with the channels of the text', () => {
    const [convnext] = shapeOf({ channels: 96 }).large
    expect(convnext.depthwise).toBe(4704)
    const [, replknet, slak] = shapeOf({ channels: 128 }).large
    expect([replknet.ordinary, replknet.depthwise]).toEqual([15_745_024, 123_008])
    expect([slak.kernels, slak.depthwise]).toEqual(['51×5 + 5×51', 2 * 51 * 5 * 128])
  })
  it('asks for equal channels and names those it got', () => {
    const problem = problemOf({ depthwise: true, equal: false })
    expect(problem).toEqual({ code: 'unequal', channels: [3, 64, 64] })
    expect(zh.problem(problem!, state())).toContain('3、64、64')
    expect(en.problem(problem!, state())).toContain('3, 64, 64')
  })
})

group('kernel-stack: states', () => {
  it('a field larger than an unpadded map does not hold', () => {
    const problem = problemOf({ keepSize: false, inputSize: 7, layers: 4 })
    expect(problem).toMatchObject({ code: 'kernelExceedsInput', kernelSize: 9, inputSize: 7 })
    expect(zh.problem(problem!, state())).toContain('核 9 大于补零后的输入 7')
  })
  it('frames walk through the outputs of one layer after another', () => {
    const { sides, frames } = shapeOf({ layers: 3 })
    expect(sides).toEqual([7, 5, 3, 1])
    expect(frames).toBe(25 + 9 + 1)
    expect(firstFrame(sides, 1)).toBe(25)
    expect(shapeOf({ layers: 3, step: 26 }).place).toEqual({ layer: 1, row: 0, column: 1, size: 3 })
    expect(shapeOf({ layers: 3, step: 1204 }).place).toMatchObject({ layer: 2, row: 0, column: 0 })
    expect(fields.step.max).toBe(shapeOf({ layers: 5, kernelSize: '7' }).frames - 1)
  })
  it('paths to the inputs of two 3×3 are 1, 2, 3, 2, 1', () => {
    expect(shapeOf().paths.counts).toEqual([1, 2, 3, 2, 1])
  })
  it('says in both languages what is shown, with its numbers', () => {
    for (const lang of ['zh', 'en'] as const) {
      const said = describe(state(), shapeOf(), { zh, en }[lang])
      for (const part of ['5×5', '73,728', '102,400', '28%', '321,126,400']) expect(said).toContain(part)
    }
  })
  it('PyTorch builds the same two networks', () => {
    const code = torch(state({ depthwise: true }), shapeOf({ depthwise: true }))
    expect(code).toContain('nn.Conv2d(64, 64, 3, padding=1, groups=64, bias=False), nn.ReLU(),')
    expect(code).toContain('count(stack), count(single)  # (1152, 1600)')
    expect(code).toContain('torch.Size([1, 64, 56, 56])')
  })
})
