import { expect, describe as group, test } from 'vitest'
import { initialState } from '#ui/fields.ts'
import { show } from '#ui/scale.ts'
import { en } from '../../src/widgets/anchor-alignment/en.ts'
import {
  derive,
  describe,
  fields,
  moveTo,
  nearestUnit,
  overSum,
  type Shown,
  type State,
  summaries,
} from '../../src/widgets/anchor-alignment/model.ts'
import { detector } from '../../src/widgets/anchor-alignment/networks.ts'
import { torch } from '../../src/widgets/anchor-alignment/torch.ts'
import { zh } from '../../src/widgets/anchor-alignment/zh.ts'

const initial = initialState(fields)
const shown = (patch: Partial<State>): Shown => derive({ ...initial, ...patch }) as Shown
const sizes = (shape: Shown) => shape.anchors.map(({ width, height }) => `${width}×${height}`)

group('fields of the maps that proposals are made on', () => {
  test.each([
    ['zf', 171, 139, 39, 0],
    ['vgg16', 228, 196, 37, 7.5],
  ] as const)('%s: %i, 3×3 on %i, %i units a side, centre of unit 0 at %f', (preset, field, below, size, centre) => {
    expect(detector(preset)).toMatchObject([{ fieldSize: field, below, size, centre, stride: 16, span: 600 }])
  })

  test('ResNet-50-FPN: strides 4 to 64, anchors 32 to 512, fields of the whole graph', () => {
    const levels = summaries().filter(({ level }) => level.preset === 'resnet50fpn')
    expect(levels.map(({ level }) => [level.name, level.stride, level.size, level.fieldSize])).toEqual([
      ['P2', 4, 200, 459],
      ['P3', 8, 100, 459],
      ['P4', 16, 50, 491],
      ['P5', 32, 25, 555],
      ['P6', 64, 13, 619],
    ])
    expect(levels.map(({ sides }) => sides)).toEqual([[32], [64], [128], [256], [512]])
    expect(levels.map(({ spread }) => Math.round(spread))).toEqual([71, 100, 145, 207, 275])
  })

  test('every phase of a level has its own field, and the same one a period later', () => {
    const [p2] = detector('resnet50fpn')
    expect([0, 1, 2, 3].map((unit) => p2.interval(unit)[0])).toEqual([-245, -245, -213, -213])
    expect(p2.interval(8)).toEqual([-213, 245])
    expect(p2.shares(9).first - p2.shares(1).first).toBe(32)
    expect(p2.shares(9).standardDeviation).toBe(p2.shares(1).standardDeviation)
  })
})

group('anchors', () => {
  test('a box that rounding leaves without height lies within the field or not, with no number that is none', () => {
    const [flat, ...others] = shown({ baseSize: 1 }).anchors
    expect([flat.height, flat.covered]).toEqual([0, 1])
    for (const { covered } of others) expect(Number.isFinite(covered)).toBe(true)
  })

  test('of py-faster-rcnn, as its generate_anchors prints them', () => {
    expect(sizes(shown({}))).toEqual([
      '184×96',
      '128×128',
      '88×176',
      '368×192',
      '256×256',
      '176×352',
      '736×384',
      '512×512',
      '352×704',
    ])
  })

  test('of torchvision, rounded by half sides', () => {
    expect(sizes(shown({ preset: 'resnet50fpn', level: 2 }))).toEqual(['46×22', '32×32', '22×46'])
  })

  test('base size, scales and ratios are the reader’s to change', () => {
    expect(sizes(shown({ baseSize: 32, scale: 4, scales: 2, ratios: 'one' }))).toEqual(['128×128', '256×256'])
    expect(shown({ ratios: 'five' }).anchors).toHaveLength(15)
    expect(sizes(shown({ baseSize: 18, scale: 1, scales: 1 }))[0]).toBe('25×12')
  })

  test('VGG-16: centres coincide, 512 goes 142 beyond 228 on every side', () => {
    const shape = shown({})
    expect(shape.columns.offset).toBe(0)
    const anchor = shape.anchors[shape.chosen]
    expect(anchor).toMatchObject({ width: 512, height: 512, columns: [142, 142], rows: [142, 142], leaves: false })
    expect(anchor.byField).toBeCloseTo(512 / 228, 12)
    expect(anchor.covered).toBeCloseTo((228 / 512) ** 2, 12)
  })

  test('ZF: the same anchors stand 7.5 pixels off, 512 is 3.0 times 171', () => {
    const shape = shown({ preset: 'zf' })
    expect(shape.columns.offset).toBe(7.5)
    const anchor = shape.anchors[shape.chosen]
    expect(anchor.columns).toEqual([163, 178])
    expect(anchor.byField).toBeCloseTo(2.994, 3)
  })

  test('the cover is the part of the box that lies in the field, cell by cell', () => {
    for (const preset of fields.preset.options) {
      const { anchors, rows, columns } = shown({ preset, level: 6, row: 3, column: 7 })
      for (const { width, height, covered } of anchors) {
        const inside = (axis: Shown['rows'], side: number): number => {
          const parts = Array.from({ length: 4 * side }, (_, at) => axis.anchor - side / 2 + (at + 0.5) / 4)
          return parts.filter((at) => at > axis.field[0] - 0.5 && at < axis.field[1] + 0.5).length / parts.length
        }
        expect(covered).toBeCloseTo(inside(rows, height) * inside(columns, width), 6)
      }
    }
  })

  test('the pyramid: up to P5 no anchor exceeds its field; on P6 the long ones do', () => {
    const beyond = (level: number): number =>
      shown({ preset: 'resnet50fpn', level }).anchors.filter(({ rows, columns }) => Math.max(...rows, ...columns) > 0)
        .length
    expect([2, 3, 4, 5, 6].map(beyond)).toEqual([0, 0, 0, 0, 2])
  })
})

group('moving about', () => {
  test('a unit outside the map is the nearest one in it', () => {
    expect(shown({ row: 199, column: 199 }).unit).toEqual([36, 36])
    expect(shown({ preset: 'resnet50fpn', level: 2, row: 199 }).unit[0]).toBe(199)
  })

  test('another level is entered at the same place of the picture', () => {
    const shape = shown({ preset: 'resnet50fpn', level: 6, row: 6, column: 0 })
    const to = moveTo(shape, detector('resnet50fpn')[0])
    expect(to).toMatchObject({ preset: 'resnet50fpn', level: 2, row: 96, column: 0, baseSize: 0, anchor: -1 })
    expect(moveTo(shape, detector('vgg16')[0])).toMatchObject({ preset: 'vgg16', row: 18, column: 0 })
  })

  test('the nearest unit to a place', () => {
    const [vgg16] = detector('vgg16')
    expect(nearestUnit(vgg16, 7.5 + 16 * 5 + 7)).toBe(5)
    expect(nearestUnit(vgg16, -100)).toBe(0)
  })
})

group('words', () => {
  test('description, zh', () => {
    expect(describe(initial, shown({}), zh)).toBe(
      'VGG-16，步幅 16，第 18 行第 18 列的单元：感受野 228×228，有效感受野正负 2σ 约 118 像素。锚框 512×512 的长边是感受野的 2.25 倍，最多一端伸出 142 像素，感受野只盖住它的 20%，是有效感受野的 4.34 倍。9 个锚框里有 6 个超出感受野。',
    )
  })

  test('description, en, inside the field', () => {
    const shape = shown({ preset: 'resnet50fpn', level: 5, row: 12, column: 12 })
    expect(describe(initial, shape, en)).toBe(
      'ResNet-50-FPN, P5, stride 32, unit at row 12, column 12: receptive field 555×555, effective field about 207 pixels at ±2σ. The 256×256 anchor lies inside the field; its longer side is 0.46 times the field; that is 1.24 times the effective field. 0 of 3 anchors exceed the field.',
    )
  })

  test('the sum of the excess, with the offset where there is one', () => {
    const sum = (patch: Partial<State>) => overSum(shown(patch), show).replaceAll('\u00a0', ' ')
    expect(sum({})).toBe('(512 − 228) / 2 = 142')
    expect(sum({ preset: 'zf' })).toBe('(512 − 171) / 2 − 7.5 = 163, (512 − 171) / 2 + 7.5 = 178')
  })

  test('the code prints the same excess', () => {
    expect(torch(shown({}))).toContain('middle = 16 / 2 + 18 * 16\nfirst, last = 182, 410  # edges')
    expect(torch(shown({}))).toContain('142 142')
    expect(torch(shown({ preset: 'resnet50fpn', level: 2 }))).toContain(
      'w = 2 * (4 * scales[:, None] / ratios.sqrt() / 2).round()',
    )
  })
})
