import { inputsSeen, networks, receptiveField, sequential } from 'conv-math'
import { expect, describe as group, test } from 'vitest'
import { initialState } from '#ui/fields.ts'
import {
  addLayer,
  changeLayer,
  chosen,
  moveLayer,
  moveTo,
  removeLayer,
  resize,
} from '../../src/widgets/receptive-field/editing.ts'
import { en } from '../../src/widgets/receptive-field/en.ts'
import {
  derive,
  describe,
  fields,
  marginOf,
  realCells,
  type Shown,
  type State,
  stackOf,
} from '../../src/widgets/receptive-field/model.ts'
import { type PresetName, presets } from '../../src/widgets/receptive-field/presets.ts'
import { fieldSum, placeOf, stepOf, varianceSum } from '../../src/widgets/receptive-field/sums.ts'
import { torch } from '../../src/widgets/receptive-field/torch.ts'
import { zh } from '../../src/widgets/receptive-field/zh.ts'

const initial = initialState(fields)
const at = (patch: Partial<State>): State => ({ ...initial, ...patch })
function shown(patch: Partial<State>): Shown {
  const derived = derive(at(patch))
  if (!derived.ok) throw new Error(JSON.stringify(derived.problem))
  return derived
}
const last = ({ levels }: Shown) => levels[levels.length - 1]
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

group('presets', () => {
  test.each([
    ['strided', 9, 2, 8],
    ['lenet5', 32, 4, 1],
    ['alexnet', 195, 32, 6],
    ['vgg16', 212, 32, 7],
    ['plain', 7, 1, 21],
    ['dilated', 15, 1, 21],
    ['pooling', 12, 2, 10],
    ['largeKernel', 19, 1, 21],
  ] as const)('%s: field %i, effective stride %i, %i units', (preset, fieldSize, effectiveStride, size) => {
    expect(last(shown({ preset }))).toMatchObject({ fieldSize, effectiveStride, size })
  })

  test.each([
    ['lenet5', networks.lenet5(), 'c5'],
    ['alexnet', networks.alexnet(), 'pool5'],
    ['vgg16', networks.vgg16(), 'pool5'],
  ] as const)('%s sees what the network of conv-math sees', (preset, { graph, endpoints }, endpoint) => {
    const { size, effectiveStride, start, centre } = receptiveField(graph, endpoints[endpoint]).width
    expect(last(shown({ preset }))).toMatchObject({ fieldSize: size, effectiveStride, start, centre, name: endpoint })
  })

  test('VGG-16: the rows that the answer prints', () => {
    const { levels } = shown({ preset: 'vgg16' })
    const row = (name: string) => {
      const level = levels.find((each) => each.name === name)
      return [level?.effectiveStride, level?.fieldSize, level?.start, level?.centre]
    }
    expect(row('conv1_2')).toEqual([1, 5, -2, 0])
    expect(row('pool1')).toEqual([2, 6, -2, 0.5])
    expect(row('pool4')).toEqual([16, 100, -42, 7.5])
    expect(row('conv5_3')).toEqual([16, 196, -90, 7.5])
    expect(row('pool5')).toEqual([32, 212, -90, 15.5])
  })

  test('VGG-16: the middle unit of pool5 sees 6 to 217, the corner unit −90 to 121', () => {
    expect(shown({ preset: 'vgg16' }).columns[0].interval).toEqual([6, 217])
    const corner = shown({ preset: 'vgg16', unit: 0 })
    expect(corner.columns[0].interval).toEqual([-90, 121])
    expect(realCells(corner.columns[0])).toEqual([0, 121])
    expect(marginOf(corner)).toBe(90)
  })
})

group('what a unit sees', () => {
  test('the initial unit stands at the border: −2 to 6 by the formula, 0 to 6 in truth', () => {
    const shape = shown({})
    expect(shape.unit).toEqual([4, 1])
    expect(shape.columns[0].interval).toEqual([-2, 6])
    expect(realCells(shape.columns[0])).toEqual([0, 6])
    expect(shape.columns[0].counts).toEqual([1, 3, 4, 5, 4, 4, 2, 1])
  })

  test.each(Object.keys(presets) as PresetName[])('%s: clipped at every level as conv-math clips it', (preset) => {
    for (const unit of [0, 1, 2]) {
      const shape = shown({ preset, unit, row: unit })
      const graph = sequential(
        shape.layers.map(({ type, ...options }) =>
          type === 'conv' ? { type, outChannels: 1, ...options } : { ...options, type: 'maxPool' },
        ),
      )
      const { inputSize, layer } = shape
      const seen = inputsSeen(graph, String(layer - 1), shape.unit, [1, inputSize, inputSize])
      expect(realCells(shape.rows[0])).toEqual(seen.rows)
      expect(realCells(shape.columns[0])).toEqual(seen.columns)
    }
  })

  test('any layer can be asked, the input too', () => {
    const first = shown({ preset: 'vgg16', layer: 1, unit: 0 })
    expect(first.columns[0]).toMatchObject({ interval: [-1, 1], first: -1, counts: [1, 1, 1] })
    const input = shown({ layer: 0, unit: 5 })
    expect(input.columns).toHaveLength(1)
    expect(input.effective?.standardDeviation).toEqual([0, 0])
  })

  test('another layer is entered at the unit that looks at nearly the same place', () => {
    const shape = shown({ preset: 'vgg16' })
    expect(moveTo(shape, 0)).toMatchObject({ layer: 0, unit: 112, row: 112 })
    expect(moveTo(shape, 1, -50)).toMatchObject({ layer: 1, unit: 0, row: 112 })
  })
})

group('the effective field', () => {
  test.each([
    ['plain', Math.sqrt(2)],
    ['dilated', Math.sqrt(14)],
    ['largeKernel', Math.sqrt(12)],
    ['pooling', 2.5],
  ] as const)('%s: σ is that of equation (10.1) where no border cuts it', (preset, deviation) => {
    const shape = shown({ preset })
    expect(shape.effective?.standardDeviation?.[1]).toBeCloseTo(deviation, 10)
    expect(varianceSum(shape)).not.toBeNull()
  })

  test('the sum of variances is left out where padding cuts the field', () => {
    expect(varianceSum(shown({}))).toBeNull()
    expect(plain(varianceSum(shown({ unit: 4 })) ?? '')).toBe(
      '(3² − 1) / 12 × 1² + (3² − 1) / 12 × 1² + (3² − 1) / 12 × 2²',
    )
  })

  test('the written sum gives the same variance', () => {
    for (const preset of ['plain', 'dilated', 'largeKernel', 'pooling'] as const) {
      const shape = shown({ preset })
      const text = plain(varianceSum(shape) ?? '')
      const value = text.split(' + ').reduce((sum, term) => {
        const [, k, jump] = /^\((\d+)² − 1\) \/ 12 × (.+)²$/.exec(term) ?? []
        const step = (jump.match(/\d+/g) ?? []).reduce((product, digits) => product * Number(digits), 1)
        return sum + ((Number(k) ** 2 - 1) / 12) * step ** 2
      }, 0)
      expect(value).toBeCloseTo((shape.effective?.standardDeviation?.[0] ?? 0) ** 2, 10)
    }
  })

  test('large inputs are left to the worker', () => {
    expect(shown({ preset: 'vgg16' }).effective).toBeNull()
  })
})

group('sums', () => {
  test('each row of the table gives what its formula says', () => {
    const value = (text: string): number => {
      const script = text
        .replaceAll('−', '-')
        .replaceAll('×', '*')
        .replace(/⌊(.*)⌋/, 'Math.floor($1)')
        .replace(/- -/g, '+ ')
      return Number(new Function(`return ${script}`)())
    }
    for (const preset of Object.keys(presets) as PresetName[]) {
      const shape = shown({ preset })
      for (const [index, level] of shape.levels.entries()) {
        if (index === 0) continue
        const step = stepOf(shape, index)
        for (const name of ['size', 'effectiveStride', 'fieldSize', 'start', 'centre'] as const) {
          expect(value(step[name]), `${preset} ${level.name} ${name}: ${step[name]}`).toBe(level[name])
        }
      }
      expect(value(plain(fieldSum(shape)))).toBe(last(shape).fieldSize)
    }
  })

  test('the place of the unit', () => {
    const place = placeOf(shown({ preset: 'vgg16' }))
    expect(plain(place.centre)).toBe('15.5 + 3 × 32 = 111.5')
    expect(plain(place.half)).toBe('(212 − 1) / 2 = 105.5')
    expect(place.ends).toEqual([6, 217])
  })
})

group('editing', () => {
  const edit = (patch: Partial<State>, change: (state: State) => Partial<State>): State => {
    const state = at(patch)
    return { ...state, ...change(state) }
  }

  test('a preset becomes the reader’s own as soon as a layer changes, and keeps its input', () => {
    const state = edit({ preset: 'lenet5' }, (before) => changeLayer(before, { kernelSize: 3 }))
    expect(state).toMatchObject({ preset: 'custom', inputSize: 32 })
    expect(state.layers.map(({ kernelSize }) => kernelSize)).toEqual([5, 2, 5, 2, 3])
    expect(last(shown(state)).fieldSize).toBe(24)
  })

  test('adding, moving and removing keep the layer in hand', () => {
    const added = edit({ preset: 'pooling', layer: 2 }, addLayer)
    expect(added.layers.map(({ type }) => type)).toEqual(['conv', 'maxPool', 'conv', 'conv', 'conv'])
    expect(added.layer).toBe(3)
    const moved = { ...added, ...moveLayer(added, -1) }
    expect(moved.layers.map(({ type }) => type)).toEqual(['conv', 'conv', 'maxPool', 'conv', 'conv'])
    expect(moved.layer).toBe(2)
    const removed = { ...moved, ...removeLayer(moved) }
    expect(removed.layers.map(({ type }) => type)).toEqual(['conv', 'maxPool', 'conv', 'conv'])
    expect(removed.layer).toBe(1)
  })

  test('order matters: stride before dilation sees 11, dilation before stride 7', () => {
    const strided = { type: 'conv', kernelSize: 3, stride: 2, padding: 1, dilation: 1 } as const
    const dilated = { type: 'conv', kernelSize: 3, stride: 1, padding: 2, dilation: 2 } as const
    const state = at({ preset: 'custom', layers: [strided, dilated] })
    expect(last(shown(state)).fieldSize).toBe(11)
    expect(last(shown({ ...state, ...moveLayer(state, -1) })).fieldSize).toBe(7)
  })

  test('choosing a preset shows it from its last layer on; “your own” takes over what is shown', () => {
    expect(chosen(at({ layer: 1, unit: 0, step: 0 }), 'dilated')).toEqual({
      preset: 'dilated',
      layer: fields.layer.max,
      unit: -1,
      row: -1,
      step: fields.step.max,
    })
    expect(edit({ preset: 'vgg16' }, (state) => chosen(state, 'custom')).layers).toEqual(presets.vgg16.layers)
    expect(stackOf(edit({ preset: 'vgg16' }, (state) => resize(state, 32)))).toMatchObject({ inputSize: 32 })
  })
})

group('what does not hold', () => {
  const wide = { type: 'conv', kernelSize: 5, stride: 1, padding: 0, dilation: 1 } as const

  test('a kernel larger than its padded input, named with its layer', () => {
    const derived = derive(at({ preset: 'custom', inputSize: 8, layers: [wide, wide] }))
    if (derived.ok) throw new Error('it must not hold')
    expect(zh.problem(derived.problem)).toBe('conv2：核 5 大于补零后的输入 4，一个窗口也放不下。图停在上一组成立的层。')
    expect(en.problem(derived.problem)).toContain('conv2: A kernel of 5 is larger than the padded input of 4')
  })

  test('a pool with more padding than half its kernel', () => {
    const pool = { ...wide, type: 'averagePool', kernelSize: 2, padding: 2 } as const
    const derived = derive(at({ preset: 'custom', layers: [pool] }))
    expect(derived).toMatchObject({ ok: false, problem: { name: 'pool1', problem: { code: 'poolPaddingTooLarge' } } })
  })

  test('the dilation of an average pool counts for nothing', () => {
    const pool = { ...wide, type: 'averagePool', kernelSize: 2, dilation: 8 } as const
    expect(last(shown({ preset: 'custom', layers: [pool] })).fieldSize).toBe(2)
  })
})

group('words', () => {
  test('description, zh', () => {
    expect(describe(initial, shown({}), zh)).toBe(
      'conv3 有 8×8 个单元，累计步幅 2，感受野 9×9。横向单元 1 看到 −2 到 6；输入只有 0 到 15，真读到的是 0 到 6，共 7 格，另外 2 格落在填充里。有效感受野的标准差，纵 2 格，横 1.66 格。',
    )
  })

  test('description, en, on the way back', () => {
    expect(describe(initial, shown({ step: 1 }), en)).toBe(
      'conv3 has 8×8 units, effective stride 2 and a receptive field of 9×9. Across, unit 1 is followed back 1 layer to conv2: it sees units 0 to 2 there.',
    )
  })

  test('the code names every window and what it must print', () => {
    const code = torch(shown({}), en)
    expect(code).toContain('    (3, 1, 1, 1),\n    (3, 2, 1, 1),\n    (3, 1, 1, 1),\n]')
    expect(code).toContain('y.shape  # torch.Size([1, 1, 8, 8])')
    expect(code).toContain('y[0, 0, 4, 1].backward()')
    expect(code).toContain('# rows 4 … 12, columns 0 … 6')
    expect(code).toContain('standard deviation, down and across: 2, 1.66')
  })
})
