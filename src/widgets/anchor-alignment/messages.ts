import { show } from '#ui/scale.ts'
import type { Lang } from '#ui/use-figure.ts'
import type { Anchor, Shown, State } from './model.ts'
import type { Level } from './networks.ts'

export interface Messages {
  readonly pictureTitle: string
  readonly pictureText: (shape: Shown, every: number) => string
  readonly photo: string
  readonly pictureLabel: (span: number) => string
  readonly cursor: string
  readonly unit: (level: Level, unit: readonly [number, number]) => string
  readonly compareTitle: string
  readonly compareText: string
  readonly compareLabel: (shape: Shown) => string
  readonly fieldName: string
  readonly effectiveName: string
  readonly spreadLabel: (width: number) => string
  readonly anchors: string
  readonly size: (anchor: Anchor) => string
  readonly legend: Readonly<Record<'now' | 'other', string>>
  readonly network: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly ratio: string
  readonly ratios: Readonly<Record<State['ratios'], string>>
  readonly names: Readonly<Record<'level' | 'row' | 'column' | 'baseSize' | 'scale' | 'scales' | 'anchor', string>>
  readonly over: (ends: readonly [number, number]) => string
  readonly percent: (share: number) => string
  readonly times: (ratio: number) => string
  readonly anchorTitle: string
  readonly anchorColumns: readonly string[]
  readonly anchorNote: (shape: Shown) => string
  readonly levelTitle: string
  readonly levelColumns: readonly string[]
  readonly levelNote: string
  readonly fieldSum: string
  readonly overSum: (sum: string) => string
  readonly summary: (shape: Shown) => string
  readonly description: (shape: Shown) => string
}

const box = ({ width, height }: Anchor): string => `${width}×${height}`
const ratio = (value: number): string => value.toFixed(2)
const percent = (share: number): string => `${Math.round(100 * share)}%`
const fieldSize = ({ columns, rows }: Shown): string =>
  [columns, rows].map(({ field }) => field[1] - field[0] + 1).join('×')
const most = (anchor: Anchor): number => Math.max(...anchor.rows, ...anchor.columns)

const zh: Messages = {
  pictureTitle: '锚框与感受野',
  pictureText: ({ level }, every) =>
    `图片 ${level.span}×${level.span}，特征图 ${level.size}×${level.size}，网格线每 ${every * level.stride} 像素一条。点一处换单元。`,
  photo: '照片：一个人和他的相机',
  pictureLabel: (span) => `照片放到 ${span}×${span}，上面画着锚框、感受野和特征图的网格`,
  cursor: '选单元：方向键换行换列',
  unit: (level, [row, column]) => `${level.name}特征图第 ${row} 行第 ${column} 列`,
  compareTitle: '横着量一量',
  compareText: '虚线之间是感受野，深色小山是有效感受野；锚框伸到虚线外的部分，这个单元看不见。',
  compareLabel: (shape) =>
    `感受野宽 ${shape.columns.field[1] - shape.columns.field[0] + 1}，有效感受野正负 2σ 宽 ${Math.round(4 * shape.columns.shares.standardDeviation)}，锚框 ${shape.anchors.map(box).join('、')}`,
  fieldName: '感受野',
  effectiveName: '有效',
  spreadLabel: (width) => `±2σ ${Math.round(width)}`,
  anchors: '锚框',
  size: box,
  legend: { now: '选中的锚框和单元', other: '其余锚框' },
  network: '网络',
  presets: { zf: 'ZF', vgg16: 'VGG-16', resnet50fpn: 'ResNet-50-FPN' },
  ratio: '宽高比',
  ratios: { one: '只要 1:1', three: '2:1、1:1、1:2', five: '3:1 到 1:3' },
  names: {
    level: '层级',
    row: '单元，纵',
    column: '单元，横',
    baseSize: '基准边长',
    scale: '最小倍数',
    scales: '几种倍数',
    anchor: '哪个锚框',
  },
  over: ([start, end]) => (start <= 0 && end <= 0 ? '在内' : `${show(start)} / ${show(end)}`),
  percent,
  times: ratio,
  anchorTitle: '每个锚框超出多少',
  anchorColumns: ['宽×高', '÷ 感受野', '横向超出', '纵向超出', '盖住', '÷ ±2σ'],
  anchorNote: ({ columns: { offset }, anchors }) => {
    const outside = anchors.filter((anchor) => anchor.leaves).length
    return [
      '倍数按长边算；超出以像素计，先起始端后末端，负数是离感受野边缘还差多少；盖住是感受野占锚框面积的多少。',
      offset === 0 ? '锚框与感受野的中心重合。' : `锚框的中心比感受野的中心偏 ${show(offset)} 像素。`,
      outside > 0 ? `有 ${outside} 个锚框伸出图外，Faster R-CNN 训练时不用它们。` : '',
    ].join('')
  },
  levelTitle: '各网络、各层级对照',
  levelColumns: ['特征图', '步幅', '锚框边长', '感受野', '±2σ', '最大 ÷ 感受野'],
  levelNote:
    '±2σ 按每层取窗口的平均、每个分支取平均来算，没有用训练出的权重。FPN 的低层经上采样的支路也看得很远，但大部分路径集中在中间，±2σ 随锚框逐级变大。',
  fieldSum: '感受野',
  overSum: (sum) => `选中的锚框横向超出：${sum}`,
  summary: ({ level, anchors, chosen }) =>
    `${level.name || ''}　锚框 ${box(anchors[chosen])}　感受野 ${level.fieldSize}`.trim(),
  description: (shape) => {
    const { level, unit, anchors, chosen, columns } = shape
    const anchor = anchors[chosen]
    const head = `${zh.presets[level.preset]}${level.name && ` 的 ${level.name}`}，步幅 ${level.stride}，第 ${unit[0]} 行第 ${unit[1]} 列的单元：感受野 ${fieldSize(shape)}，有效感受野正负 2σ 约 ${Math.round(4 * columns.shares.standardDeviation)} 像素。`
    const far =
      most(anchor) > 0
        ? `锚框 ${box(anchor)} 的长边是感受野的 ${ratio(anchor.byField)} 倍，最多一端伸出 ${show(most(anchor))} 像素，感受野只盖住它的 ${percent(anchor.covered)}`
        : `锚框 ${box(anchor)} 整个在感受野里，长边是感受野的 ${ratio(anchor.byField)} 倍`
    const beyond = anchors.filter((each) => most(each) > 0).length
    return `${head}${far}，是有效感受野的 ${ratio(anchor.bySpread)} 倍。${anchors.length} 个锚框里有 ${beyond} 个超出感受野。`
  },
}

const en: Messages = {
  pictureTitle: 'Anchors and receptive field',
  pictureText: ({ level }, every) =>
    `Picture ${level.span}×${level.span}, map ${level.size}×${level.size}, a grid line every ${every * level.stride} pixels. Choose a place to move the unit.`,
  photo: 'A photograph: a man and his camera',
  pictureLabel: (span) => `A photograph at ${span}×${span} with anchors, the receptive field and the grid of the map`,
  cursor: 'Choose a unit with the arrow keys',
  unit: (level, [row, column]) => `${level.name} map row ${row}, column ${column}`.trim(),
  compareTitle: 'Measured across',
  compareText:
    'Between the dashed lines lies the field, the dark hill is the effective field; what of an anchor lies beyond the lines this unit cannot see.',
  compareLabel: (shape) =>
    `The field is ${shape.columns.field[1] - shape.columns.field[0] + 1} wide, the effective field ${Math.round(4 * shape.columns.shares.standardDeviation)} at ±2σ; anchors ${shape.anchors.map(box).join(', ')}`,
  fieldName: 'field',
  effectiveName: 'effective',
  spreadLabel: (width) => `±2σ ${Math.round(width)}`,
  anchors: 'anchors',
  size: box,
  legend: { now: 'chosen anchor and unit', other: 'other anchors' },
  network: 'Network',
  presets: { zf: 'ZF', vgg16: 'VGG-16', resnet50fpn: 'ResNet-50-FPN' },
  ratio: 'Width to height',
  ratios: { one: '1:1 alone', three: '2:1, 1:1, 1:2', five: '3:1 to 1:3' },
  names: {
    level: 'level',
    row: 'unit, down',
    column: 'unit, across',
    baseSize: 'base size',
    scale: 'smallest scale',
    scales: 'scales',
    anchor: 'which anchor',
  },
  over: ([start, end]) => (start <= 0 && end <= 0 ? 'inside' : `${show(start)} / ${show(end)}`),
  percent,
  times: ratio,
  anchorTitle: 'How far each anchor exceeds the field',
  anchorColumns: ['size', '÷ field', 'across', 'down', 'covered', '÷ ±2σ'],
  anchorNote: ({ columns: { offset }, anchors }) => {
    const outside = anchors.filter((anchor) => anchor.leaves).length
    return [
      'Ratios are those of the longer side. Across and down: pixels beyond the field at its start and at its end, negative inside it. Covered: the part of the anchor that the field covers.',
      offset === 0
        ? ' Anchors and field share their centre.'
        : ` The centre of the anchors is ${show(offset)} pixels off the centre of the field.`,
      outside > 0 ? ` ${outside} of them leave the picture: Faster R-CNN does not train on these.` : '',
    ].join('')
  },
  levelTitle: 'All networks and levels',
  levelColumns: ['map', 'stride', 'anchor sides', 'field', '±2σ', 'largest ÷ field'],
  levelNote:
    '±2σ takes every window and every join as an average, not trained weights. The low levels of the pyramid see far too, through the enlarged branch, but most paths stay in the middle: ±2σ grows with the anchors from level to level.',
  fieldSum: 'Receptive field',
  overSum: (sum) => `The chosen anchor, beyond the field across: ${sum}`,
  summary: ({ level, anchors, chosen }) =>
    `${level.name}  anchor ${box(anchors[chosen])}  field ${level.fieldSize}`.trim(),
  description: (shape) => {
    const { level, unit, anchors, chosen, columns } = shape
    const anchor = anchors[chosen]
    const head = `${en.presets[level.preset]}${level.name && `, ${level.name}`}, stride ${level.stride}, unit at row ${unit[0]}, column ${unit[1]}: receptive field ${fieldSize(shape)}, effective field about ${Math.round(4 * columns.shares.standardDeviation)} pixels at ±2σ.`
    const far =
      most(anchor) > 0
        ? `The longer side of the ${box(anchor)} anchor is ${ratio(anchor.byField)} times the field; it goes up to ${show(most(anchor))} pixels beyond it, and the field covers ${percent(anchor.covered)} of it`
        : `The ${box(anchor)} anchor lies inside the field; its longer side is ${ratio(anchor.byField)} times the field`
    const beyond = anchors.filter((each) => most(each) > 0).length
    return `${head} ${far}; that is ${ratio(anchor.bySpread)} times the effective field. ${beyond} of ${anchors.length} anchors exceed the field.`
  },
}

export const messages: Readonly<Record<Lang, Messages>> = { zh, en }
