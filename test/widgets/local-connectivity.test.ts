import { expect, describe as group, it } from 'vitest'
import { initialState } from '../../src/ui/fields.ts'
import { en } from '../../src/widgets/local-connectivity/en.ts'
import { derive, describe, drawn, fields, kinds, type State } from '../../src/widgets/local-connectivity/model.ts'
import { torch } from '../../src/widgets/local-connectivity/torch.ts'
import { zh } from '../../src/widgets/local-connectivity/zh.ts'

const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch })
const parameters = (patch: Partial<State> = {}): number[] =>
  kinds.map((kind) => derive(state(patch)).layers[kind].parameters)
const links = (patch: Partial<State>, kind: 'full' | 'local' | 'conv') => derive(state(patch)).layers[kind]

group('local-connectivity: what is counted', () => {
  it('224×224 of 3 channels to 64 with 3×3: the table of the text', () => {
    expect(parameters()).toEqual([483_385_147_392, 86_704_128, 1728])
  })
  it('sharing saves weights and not one multiplication', () => {
    const { local, conv, full } = derive(state()).layers
    expect([local.macs, conv.macs]).toEqual([86_704_128, 86_704_128])
    expect(full.macs).toBe(full.parameters)
  })
  it('with biases 32×32×3 to 16 channels has 448 parameters, and 50,348,032 fully connected', () => {
    const [full, , conv] = parameters({ inputSize: 32, channels: 16, bias: true })
    expect([full, conv]).toEqual([50_348_032, 448])
  })
  it('the product written out is the number of weights, for every kernel and with biases', () => {
    for (let kernelSize = 1; kernelSize <= 11; kernelSize++) {
      for (const bias of [false, true]) {
        const { layers } = derive(state({ inputSize: 7, kernelSize, inChannels: 5, channels: 4, bias }))
        for (const kind of kinds) {
          const { factors, biases, parameters: count } = layers[kind]
          expect(factors.reduce((product, factor) => product * factor, 1) + biases).toBe(count)
        }
      }
    }
  })
  it('a kernel of even size keeps the size too', () => {
    const { inputs, outputs } = derive(state({ inputSize: 10, kernelSize: 4, inChannels: 1, channels: 1 }))
    expect([inputs, outputs]).toEqual([100, 100])
  })
  it('weights of a convolution do not depend on the size of the image', () => {
    expect(parameters({ inputSize: 1 })[2]).toBe(parameters({ inputSize: 256 })[2])
  })
})

group('local-connectivity: the drawing', () => {
  it('links the chosen output to all inputs, or to its neighbourhood', () => {
    expect(links({ unit: 4 }, 'full').chosen).toHaveLength(drawn)
    expect(links({ unit: 4 }, 'local').chosen.map(([, input]) => input)).toEqual([3, 4, 5])
  })
  it('shares three weights among all outputs, or gives each link its own', () => {
    expect(derive(state()).different).toEqual({ full: 81, local: 25, conv: 3 })
    expect(links({ unit: 2 }, 'conv').chosen.map(([, , weight]) => weight)).toEqual([0, 1, 2])
    expect(links({ unit: 2 }, 'local').chosen.map(([, , weight]) => weight)).toEqual([6, 7, 8])
  })
  it('at the border some taps lie in the padding, and the description says how many', () => {
    const shape = derive(state({ unit: 0, kernelSize: 5 }))
    expect(shape.layers.local.chosen.map(([, input]) => input)).toEqual([0, 1, 2])
    expect(shape.outside).toBe(2)
    expect(zh.description(state({ unit: 0, kernelSize: 5 }), shape)).toContain('另有 2 个落在填充里')
    expect(derive(state({ unit: 4 })).outside).toBe(0)
  })
  it('a kernel as wide as the image is full connection at the middle', () => {
    expect(links({ unit: 4, kernelSize: 9 }, 'local').chosen).toHaveLength(drawn)
    expect(derive(state({ kernelSize: 11 })).drawnKernel).toBe(drawn)
  })
})

group('local-connectivity: words', () => {
  it('says all three counts in both languages', () => {
    for (const lang of ['zh', 'en'] as const) {
      const said = describe(state(), derive(state()), { zh, en }[lang])
      for (const part of ['483,385,147,392', '86,704,128', '1,728']) expect(said).toContain(part)
      const steps = { zh, en }[lang].stepsNote(derive(state())).join(' ')
      for (const part of ['1/5,575', '1/50,176', '173,408,256', '6.75 KiB']) expect(steps).toContain(part)
    }
  })
  it('PyTorch counts all three without the memory for them', () => {
    const code = torch(state({ bias: true }), derive(state({ bias: true })), en)
    expect(code).toContain("nn.Conv2d(3, 64, 3, padding='same', bias=True)")
    expect(code).toContain("nn.Linear(3 * 224 * 224, 64 * 224 * 224, bias=True, device='meta')")
    expect(code).toContain('# 89915392')
    expect(parameters({ bias: true })[1]).toBe(86_704_128 + 64 * 224 * 224)
  })
})
