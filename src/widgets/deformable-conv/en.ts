import { grouped, show } from '#ui/scale.ts'
import { type Messages, number, onPixel, pair, percent, sumText } from './messages.ts'

export const en: Messages = {
  preset: 'Offsets',
  presets: {
    follow: 'follow the stroke',
    zero: 'all zero (ordinary)',
    dilated: 'dilation 2',
    scaled: 'scaled by 1.5',
    rotated: 'turned by 45°',
    custom: 'your own',
  },
  modulation: 'modulation (v2)',
  names: { down: 'offset down', along: 'offset along', mask: 'modulation', channels: 'channels' },
  map: 'Where it samples',
  mapText:
    'Dots are the kernel’s nine cells, rings are where they have moved. Drag a ring, or choose it and press the arrow keys: 0.25 of a cell a step. A number stands in the corner of its cell; the pixel is the middle.',
  mapLabel:
    'The input, 7×7, with a ring of zeros; the 3×3 window stands in the middle, and each of its nine sampling points has an offset',
  pointName: (tap) => `point ${tap + 1}`,
  pointLabel: ({ point, offset }) => `offset ${pair(offset)}, at ${pair(point)}`,
  pointsScrub: 'sampling point',
  square: 'What is read there',
  squareText: (point) =>
    onPixel(point)
      ? `${pair(point.point)} falls on a pixel, which counts alone.`
      : `${pair(point.point)} lies between four pixels; the weight of each is the area of the piece opposite to it.`,
  squareLabel: ({ pixels, neighbours, value }) =>
    `Four pixels ${pixels.map((pixel) => show(pixel)).join(', ')} with weights ${neighbours.map(({ weight }) => number(weight)).join(', ')}; value ${number(value)}`,
  outside: '0 outside',
  compare: 'The output at this place',
  deformed: 'deformable',
  plain: 'ordinary',
  window: 'the kernel’s own window',
  sampled: 'sampling point (weight)',
  work: 'The nine products',
  workNote: ({ sum, plain, still }, { modulation }) =>
    still && !modulation
      ? `All offsets are zero and all points fall on pixels: an ordinary convolution, ${show(plain)}.`
      : `With all offsets zero it is ${show(plain)}, now it is ${sumText(sum)}; not one weight has changed.`,
  near: (tap) => `Point ${tap + 1}: four pixels, weighted`,
  nearNote: 'A weight is the product of two factors: 1 minus the distance down, 1 minus the distance along.',
  edit: 'Change the numbers',
  editNames: { x: 'input x, 7×7', w: 'kernel w, 3×3', m: 'modulation, 0 to 1' },
  cell: (name, row, column) => `${name} row ${row}, column ${column}`,
  editNote: 'Type into a cell; arrow keys move between cells; the figure follows at once.',
  branch: 'Where offsets come from',
  branchNames: ['convolution', 'offset convolution'],
  branchNote: ({ branch, points }, { channels, modulation }) =>
    `In a network another 3×3 convolution computes these numbers from the same input, others at every place: ${points.length} points × ${modulation ? '3 (down, along, modulation)' : '2 (down, along)'} = ${branch.outputs} channels; ${channels}→${branch.outputs} has ${grouped(branch.weights)} weights, ${percent(branch.weights, branch.main)} of the convolution’s own.`,
  torchNote: 'offsets are down before along; here every position has the same ones',
  summary: ({ preset, step }) => `${en.presets[preset]}, point ${step + 1}`,
  description: (state, { now, sum, plain, still }) => {
    const how = still ? 'all offsets zero' : `offsets: ${en.presets[state.preset]}`
    const mask = state.modulation ? `, modulation ${show(now.mask)}` : ''
    return `A 3×3 kernel at row 3, column 3; ${how}${state.modulation ? ', with modulation' : ''}. Point ${state.step + 1} moves from ${pair(now.input)} by ${pair(now.offset)} to ${pair(now.point)} and reads ${sumText(now.value)} there${mask}. The weighted sum of the nine is ${sumText(sum)}; the ordinary convolution gives ${show(plain)}.`
  },
}
