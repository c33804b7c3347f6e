import { grouped, show } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { best, type Interval, labels, type Reading, type Shape, type State, stageNames } from './model.ts'

const classes = ['T-shirt', 'trousers', 'pullover', 'dress', 'coat', 'sandal', 'shirt', 'sneaker', 'bag', 'ankle boot']
const stages = { shallow: 'Shallow', middle: 'Middle', deep: 'Deep' } as const
const low = { shallow: 'shallow', middle: 'middle', deep: 'deep' } as const
const square = (size: number): string => `${size}×${size}`
const percent = (value: number): string => `${show(100 * value, 1)}%`
const whole = (value: number): string => `${Math.round(100 * value)}%`
const span = (name: string, [first, last]: Interval): string =>
  first === last ? `${name} ${first}` : `${name}s ${first}–${last}`
const place = (row: Interval, column: Interval): string => `${span('row', row)}, ${span('column', column)}`
const kb = (bytes: number): string => show(bytes / 1000, 0)

function what(state: State, own = false): string {
  if (own) return 'The loaded picture'
  if (state.source === 'drawing') return 'The drawing'
  return `Test image ${state.image} (${classes[labels[state.image]]})`
}

const verdict = (probabilities: readonly number[]): string => {
  const given = best(probabilities)
  return `${classes[given]} (${percent(probabilities[given])})`
}

function description(state: State, shape: Shape, reading: Reading | undefined): string {
  const { field, seen, patch } = shape
  const hidden = shape.covers ? `, with ${place(patch.rows, patch.columns)} covered` : ''
  const net = state.weights === 'trained' ? 'the trained network' : 'an untrained network with random weights'
  const before = reading && shape.covers ? `, uncovered ${verdict(reading.whole)}` : ''
  const given = reading ? `: it says ${verdict(reading.probabilities)}${before}` : ''
  const first = `${what(state, reading?.own)} goes into ${net}${hidden}${given}.`
  const size = field.rows[1] - field.rows[0] + 1
  const value = reading ? `value ${show(reading.value)}, ` : ''
  const rest = seen.rows[1] - seen.rows[0] + 1 < size || seen.columns[1] - seen.columns[0] + 1 < size
  const unit = ` ${stages[state.stage]} stage, channel ${shape.channel}, row ${shape.unit[0]}, column ${shape.unit[1]}: ${value}a receptive field of ${square(size)} on input ${place(seen.rows, seen.columns)}${rest ? ', the rest of it in the padding' : ''}.`
  const active = reading
    ? ` Cells that respond: ${stageNames.map((name, at) => `${low[name]} ${whole(reading.active[at])}`).join(', ')}.`
    : ''
  return first + unit + active
}

export const en: Messages = {
  classes,
  stages,
  input: 'Input',
  inputText: (state, own) =>
    own
      ? '28×28, your picture'
      : state.source === 'drawing'
        ? '28×28, drawn'
        : `28×28, ${classes[labels[state.image]]}`,
  inputLabel: ({ seen }) => `Input 28×28; dashed lines frame the receptive field: ${place(seen.rows, seen.columns)}`,
  stageText: (size, channels, field) => `${square(size)}, ${channels} channels, sees ${square(field)}`,
  mapText: (channel, most) => `channel ${channel}, at most ${show(most)}`,
  mapLabel: (stage, channel, size) => `${stages[stage]} stage, map of channel ${channel}, ${square(size)}`,
  unitLabel: (row, column, value) => `row ${row}, column ${column}: ${show(value)}`,
  sheetLabel: (stage) => `All channels of the ${low[stage]} stage: choose one`,
  channelLabel: (channel) => `channel ${channel}`,
  pickerLabel: `${labels.length} test images: choose one`,
  pictureLabel: (image) => `${what({ source: 'test', image } as State)}`,
  drawLabel: (row, column, inked) =>
    `row ${row}, column ${column}, ${inked ? 'inked' : 'blank'}; space inks, backspace wipes`,
  legend: {
    field: 'receptive field, and the cells that make it up',
    now: 'chosen cell and channel',
    cover: 'the part covered',
    ink: 'activation, weak to strong',
  },
  names: {
    stage: 'Stage',
    channel: 'channel',
    row: 'row',
    column: 'column',
    image: 'test image',
    coverRow: 'first row covered',
    coverColumn: 'first column covered',
    coverSize: 'side',
  },
  source: 'Where the input comes from',
  sources: { test: 'test image', drawing: 'drawing' },
  weights: 'Weights',
  weightNames: { trained: 'trained', random: 'random' },
  cover: 'cover a part',
  summary: (state, shape) =>
    `${low[state.stage]}  channel ${shape.channel}  row ${shape.unit[0]}  column ${shape.unit[1]}`,
  description,
  drawHint: 'Drag over the input to draw; on a keyboard, arrow keys move, space inks, backspace wipes.',
  wipe: 'eraser',
  clear: 'Clear',
  load: 'Load a picture',
  loadHint: 'Shrunk to 28×28; it stays in this page.',
  loaded: (inverted) =>
    inverted
      ? 'Shrunk to 28×28, and inverted since its ground was bright: in the data set it is black. The picture has not left this page.'
      : 'Shrunk to 28×28, not inverted since its ground is dark as in the data set. The picture has not left this page.',
  notAPicture: 'This file could not be read as a picture.',
  back: 'Back to the test images',
  progress: (received, total) => `Fetching the network’s weights: ${kb(received)} of ${kb(total)} kB`,
  slow: (received, total) => `The connection is slow: ${kb(received)} of ${kb(total)} kB so far, still waiting.`,
  failed: (reason) => `The network could not be fetched: ${reason}. The picture is the one computed beforehand.`,
  reasons: { network: 'the download broke off', worker: 'the computing thread did not start' },
  retry: 'Try again',
  titles: {
    classes: 'Which class it says',
    patches: 'The nine patches that excite this channel most',
    sum: 'This cell in numbers',
    kernels: 'The kernels of the first stage',
    cover: 'Covered: what changes',
    numbers: 'Three stages in numbers',
  },
  classesNote: ({ probabilities }, truth, milliseconds) => {
    const right = truth === null ? '' : best(probabilities) === truth ? 'Right. ' : `Wrong: it is ${classes[truth]}. `
    return `${right}${milliseconds === null ? '' : `This image took ${show(milliseconds, 1)} ms on your machine.`}`
  },
  share: percent,
  change: (before, after) => `${percent(before)} → ${percent(after)}`,
  patchesLabel: (stage, channel) =>
    `The nine patches of the test set that excite channel ${channel} of the ${low[stage]} stage most, each cut to the receptive field`,
  patchesNote: (counts, [least, most], value) =>
    `From ${counts.map(([label, count]) => `${classes[label]} ${count}`).join(', ')}; activations ${show(least)} to ${show(most)}, the chosen cell has ${show(value)}. Hatched: padding outside the image.`,
  patchesNone: 'This channel never responds anywhere in the test set.',
  patchesWait: 'Fetching what the patches are …',
  patchesFailed: 'What the patches are could not be fetched.',
  term: (stage, from) => (stage === 0 ? `kernel row ${from} · pixels` : `map ${from} of the layer before`),
  others: (count) => `the other ${count} maps`,
  bias: 'bias',
  sumName: ({ channel, unit }) => `y[${channel},${unit.join(',')}]`,
  sumNote: ({ total, taps }, stage) =>
    `${total > 0 ? 'The sum is above 0: ReLU lets it pass' : `The sum is ${show(total)}, not above 0: ReLU makes it 0`}. Each term sums the products of ${stage === 0 ? 'one row of the kernel' : 'one 3×3 window'}; there are ${taps} products in all.`,
  kernelLabel: (channel, isEdge, coherence) =>
    `kernel ${channel}: ${isEdge ? 'an oriented edge' : 'not an edge'}, coherence ${show(coherence)}`,
  pause: '; ',
  kernelsNote: (edges, count, baseline) =>
    `${edges} of ${count} kernels are oriented edges (underlined)${baseline === null ? '' : `; of the random kernels, by the same rule, ${baseline}`}. The rule: less than half of the energy is uniform, and the changes of brightness are more than half coherent in direction.`,
  coverNote: ({ patch, covers }, { whole, covered }) =>
    `${covers ? 'With' : 'If'} ${place(patch.rows, patch.columns)} ${covers ? 'covered' : 'were covered'}: ${verdict(whole)} ${covers ? 'becomes' : 'would become'} ${verdict(covered)}. The larger the field, the more cells change.`,
  coverHint: (covers) =>
    covers ? 'Dashes frame the channels that change most.' : 'Switch on “cover a part” and drag it over the input.',
  columns: {
    stage: 'stage',
    map: 'map',
    channels: 'channels',
    field: 'field',
    stride: 'stride',
    active: 'active',
    changed: 'cells changed',
    most: 'channel changed most',
    sums: 'its sum',
  },
  numbersNote: (parameters, macs) =>
    `The whole network has ${grouped(parameters)} parameters; one image takes ${grouped(macs)} multiply-accumulates (MACs).`,
  more: 'How this network was made',
  torch: {
    file: (url) => `download ${url} first`,
    layout: 'biases and steps of each layer (float32), then the weights of each (int8)',
    random: 'weights are random, so the values differ from those in the figure',
    own: 'the loaded picture has not left the page; a blank stands for it',
  },
}
