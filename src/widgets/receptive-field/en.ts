import { problemWords } from '#ui/en.ts'
import { show } from '#ui/scale.ts'
import { kindOf, type Messages, paddingRead, percent, square } from './messages.ts'
import { cellsBetween, realCells } from './model.ts'

export const en: Messages = {
  projectionTitle: 'In one dimension',
  projectionText:
    'The lowest row is the input. Choose any unit and see which cells it reads; dotted cells count in the formula but do not exist.',
  fieldTitle: 'In two dimensions',
  fieldText: 'Choose a place in the picture to ask the unit there.',
  input: 'input',
  brace: (unit, [first, last]) =>
    `unit ${unit} sees ${show(first)} to ${show(last)}: ${cellsBetween([first, last])} cells`,
  paths: 'paths',
  projection: (layer, unit, [first, last]) =>
    `One-dimensional projection: unit ${unit} of ${layer || 'the input'} sees input cells ${show(first)} to ${show(last)}`,
  projectionLabel: 'Choose a unit: arrow keys along the layer, up and down to other layers',
  unitLabel: (layer, unit) => `${layer || 'input'}, unit ${unit}`,
  photo: (size) => `Input ${square(size)}; dashed: theoretical field`,
  photoLabel: (size) => `A photograph at ${square(size)}; the dashed frame is the theoretical receptive field`,
  pictureLabel: 'Choose a unit with the arrow keys',
  cellLabel: (layer, [row, column]) => `${layer || 'input'}, row ${row}, column ${column}`,
  heat: 'Effective field: size of the gradient',
  heatLabel: (deviation) =>
    deviation
      ? `Effective receptive field: the gradient fades from the middle outwards, standard deviation ${show(deviation[0])} cells down, ${show(deviation[1])} across`
      : 'Effective receptive field',
  computing: 'Computing',
  axes: ['down', 'across'],
  theoretical: 'Theoretical field',
  reallyRead: 'Input really read',
  deviation: 'Standard deviation σ of the effective field',
  share: '±2σ of the theoretical field',
  between: ([first, last], size) => `${show(first)} to ${show(last)}: ${size} cells`,
  real: (reads) => {
    const cells = realCells(reads)
    return cells ? `${cells[0]} to ${cells[1]}: ${cellsBetween(cells)} cells` : 'padding alone'
  },
  number: (value) => show(value),
  percent,
  table: 'Size, effective stride, receptive field, start and centre, layer by layer',
  layer: 'layer',
  quantities: {
    size: 'size',
    effectiveStride: 'eff. stride',
    fieldSize: 'field',
    start: 'start, unit 0',
    centre: 'centre, unit 0',
  },
  startSymbol: 'start',
  kind: kindOf,
  place: ({ centre, half, ends }) =>
    `The centre of this unit is at ${centre}; it reaches ${half} cells to either side: from ${show(ends[0])} to ${show(ends[1])}.`,
  networks: 'Networks',
  ways: 'Three ways to enlarge',
  presets: {
    strided: 'strides 1, 2, 1',
    lenet5: 'LeNet-5',
    alexnet: 'AlexNet',
    vgg16: 'VGG-16',
    plain: 'three 3×3',
    dilated: 'dilated 1, 2, 4',
    pooling: 'with pooling',
    largeKernel: '7×7 instead',
    custom: 'your own',
  },
  type: 'type',
  types: { conv: 'convolution', maxPool: 'max pooling', averagePool: 'average pooling' },
  earlier: 'Move earlier',
  later: 'Move later',
  remove: 'Remove',
  add: 'Add a layer after it',
  editing: (name) => `Edit ${name || 'the input'}`,
  names: {
    inputSize: 'input',
    layer: 'layer',
    unit: 'unit, across',
    row: 'unit, down',
    kernelSize: 'kernel',
    stride: 'stride',
    padding: 'padding',
    dilation: 'dilation',
  },
  walk: 'layers walked back',
  legend: { heat: 'paths, gradient: weak to strong', now: 'the chosen unit' },
  torchLayers: 'kernel, stride, padding, dilation; a pool reads the same window, so it stands as a convolution of ones',
  torchSeen: (rows, columns) => `rows ${rows}, columns ${columns}`,
  torchSpread: (deviations) => `standard deviation, down and across${deviations && `: ${deviations}`}`,
  summary: ({ levels, layer, unit }) =>
    `${levels[layer].name || 'input'}  unit ${unit[1]}  field ${levels[layer].fieldSize}`,
  description: (_, shape) => {
    const { levels, layer, unit, step, columns, inputSize, effective } = shape
    const level = levels[layer]
    const size = level.fieldSize
    const head = `${level.name || 'The input'} has ${square(level.size)} units, effective stride ${level.effectiveStride} and a receptive field of ${square(size)}.`
    if (step < layer) {
      const at = layer - step
      const [first, last] = columns[at].interval
      return `${head} Across, unit ${unit[1]} is followed back ${step === 1 ? '1 layer' : `${step} layers`} to ${levels[at].name}: it sees units ${show(first)} to ${show(last)} there.`
    }
    const [first, last] = columns[0].interval
    const cells = realCells(columns[0])
    const outside = paddingRead(size, columns[0])
    const real = cells
      ? `the input has cells 0 to ${inputSize - 1}, of which it really reads ${cells[0]} to ${cells[1]}, ${cellsBetween(cells)} in all${outside > 0 ? `; the other ${outside} fall into padding` : ''}.`
      : 'all of them are padding, and it reads no real input.'
    const spread = effective?.standardDeviation
      ? ` The effective field has a standard deviation of ${show(effective.standardDeviation[0])} cells down and ${show(effective.standardDeviation[1])} across.`
      : ''
    return `${head} Across, unit ${unit[1]} sees ${show(first)} to ${show(last)}; ${real}${spread}`
  },
  problem: ({ name, problem }) => `${name}: ${problemWords(problem)} The figure stays at the last layers that hold.`,
}
