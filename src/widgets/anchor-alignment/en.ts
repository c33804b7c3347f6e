import { show } from '#ui/scale.ts'
import { box, fieldSize, type Messages, most, percent, ratio } from './messages.ts'

export const en: Messages = {
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
