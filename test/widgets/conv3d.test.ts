import { describe, expect, test } from 'vitest'
import { initialState } from '#ui/fields.ts'
import { en } from '#widgets/conv3d/en.ts'
import { type Derived, derive, edited, fields, type State, describe as say } from '#widgets/conv3d/model.ts'
import { torch } from '#widgets/conv3d/torch.ts'
import { zh } from '#widgets/conv3d/zh.ts'

type Whole = Extract<Derived, { ok: true }>
const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch })
const whole = (patch: Partial<State> = {}): Whole => derive(state(patch)) as Whole

describe('conv3d', () => {
  test('the first layer of C3D: 5,184 weights, 1,040,449,536 MACs, 12,845,056 numbers, 48 times one frame', () => {
    const { forms, oneFrame } = whole()
    expect([forms.volume.weights, forms.volume.macs, forms.volume.activations]).toEqual([
      5184, 1_040_449_536, 12_845_056,
    ])
    expect([oneFrame.weightCount, oneFrame.macCount, oneFrame.outputCount]).toEqual([1728, 21_676_032, 802_816])
    expect(forms.volume.macs / oneFrame.macCount).toBe(48)
    expect(forms.volume.macs / forms.perFrame.macs).toBe(3)
  })

  test('64 → 64: (2+1)D with 144 in the middle has the weights of 3-D, 82,944 + 27,648', () => {
    const { forms, middle } = whole({ preset: 'residual' })
    expect(middle).toBe(144)
    expect(forms.split.layers.map((layer) => layer.weightCount)).toEqual([82_944, 27_648])
    expect(forms.split.weights).toBe(110_592)
    expect(forms.volume.weights).toBe(110_592)
  })

  test('with 64 in the middle 49,152 weights are left', () => {
    const own = whole({ preset: 'residual', matched: false })
    expect([own.middle, own.forms.split.weights]).toEqual([64, 49_152])
  })

  test('3×7×7 with stride (1, 2, 2) gives 64×16×56×56 from 28,224 weights', () => {
    const { forms } = whole({ preset: 'stem' })
    expect(forms.volume.layers[0].outputSize).toEqual([16, 56, 56])
    expect(forms.volume.weights).toBe(28_224)
    expect(forms.split.layers[1].outputSize).toEqual([16, 56, 56])
  })

  test('steps go through time first, then on to the next column and row', () => {
    expect(whole({ step: 4 })).toMatchObject({ time: { output: 4, window: [3, 5] }, width: { output: 0 } })
    expect(whole({ step: 16 })).toMatchObject({ time: { output: 0, window: [-1, 1] }, width: { output: 1 } })
    const rows = whole().width.drawnOutputs * 16
    expect(whole({ step: rows })).toMatchObject({ height: { output: 1 }, width: { output: 0 }, time: { output: 0 } })
  })

  test('of a large map the corner of 8×8 is drawn, and only outputs whose window ends in it', () => {
    const { height, frames } = whole()
    expect([height.size, height.drawn, height.drawnOutputs]).toEqual([112, 8, 7])
    expect(frames).toBe(16 * 7 * 7)
    const small = whole({ ...edited(state(), { inputSize: 5 }) }).height
    expect([small.drawn, small.drawnOutputs]).toEqual([5, 5])
    expect(whole({ preset: 'stem' }).height.drawnOutputs).toBe(3)
  })

  test('a kernel longer than the clip is a problem with rule and values', () => {
    const derived = derive(state({ preset: 'custom', frames: 2, kernelDepth: 5, keepSize: false }))
    expect(derived).toMatchObject({ ok: false, problem: { code: 'kernelExceedsInput', kernelSize: 5, paddedSize: 2 } })
    if (derived.ok) return
    expect(zh.problem(derived.problem, whole().shape)).toContain('核 5 大于补零后的输入 2')
    expect(en.problem(derived.problem, whole().shape)).toContain('the padded input of 2')
  })

  test('says output, cost and the frames that are read', () => {
    const now = state({ step: 4 })
    expect(say(now, whole(now), zh)).toContain('是逐帧2D的 3 倍、只卷一帧的 48 倍')
    expect(say(now, whole(now), en)).toContain('on frames 4 to 6 and gives frame 5 of the output')
  })

  test('the PyTorch code has both forms, and pads by hand where the two ends differ', () => {
    expect(torch(whole())).toContain('nn.Conv3d(3, 64, (3, 3, 3), stride=(1, 1, 1), padding=(1, 1, 1), bias=False)')
    expect(torch(whole())).toContain('# (5184, 5037)')
    const even = whole({ ...edited(state(), { kernelDepth: 2 }) })
    expect(torch(even)).toContain('nn.functional.pad(x, (1, 1, 1, 1, 0, 1))')
    expect(torch(even)).toContain('torch.Size([1, 64, 16, 112, 112])')
  })
})
