import { problemWords } from '#ui/en.ts'
import { grouped, show } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

const filters = { sobelX: 'Sobel x', sobelY: 'Sobel y', laplacian: 'Laplacian', box: 'sum' }
export const en: Messages = {
  maps: {
    input: () => ['Input x', '24 columns of the photograph'],
    output: (_, { rows, columns }) => ['Output conv(x)', `${rows}×${columns}`],
    shifted: (s) => ['Input, shifted', `By ${s.shift} columns; real pixels come in`],
    moved: (_, { rows, columns }) => ['Its output', `Shift, then convolve: ${rows}×${columns}`],
    expected: (_, { by }) => ['Output, shifted too', `Convolve, then shift by ${by}`],
    difference: (_, { unequal, difference }) => [
      'Difference',
      unequal ? `${unequal} of ${difference.length} cells are not zero` : `All ${difference.length} cells are zero`,
    ],
  },
  cell: ({ unit, moved }) =>
    `row ${unit[0]}, column ${unit[1]}: ${show(moved.data[unit[0] * moved.shape[3] + unit[1]], 1)}`,
  signed: 'negative (small cell) to positive (full cell)',
  names: { shift: 'shift', stride: 'stride', padding: 'padding', filter: 'kernel' },
  shiftHint: 'columns',
  filters,
  sharing: 'weight sharing',
  work: ({ unit, by }) => `Output [${unit[0]}, ${unit[1]}] and the [${unit[0]}, ${unit[1] - by}] from before`,
  columns: ['Kernel cell', 'before, x · w', 'shifted, x · w'],
  sums: 'sum',
  workNote: (s, shape) => {
    const { first, second } = shape.terms
    const pixels = first.every((term, tap) => term.x === second[tap].x)
    if (!s.sharing)
      return `${pixels ? 'The pixels are the same, but' : 'Now'} other weights meet them: each position has nine of its own.`
    return pixels
      ? 'The same pixels meet the same weights, so the sums are the same.'
      : 'The weights are the same, the pixels in the window are not.'
  },
  weights: 'Number of weights',
  shared: 'shared',
  unshared: 'unshared',
  weightsNote: (_, { rows, columns, macs }) =>
    `Unshared, each of ${rows}×${columns} outputs has 9 of its own, ${grouped(macs)} in all; the MACs are ${grouped(macs)} either way. Logarithmic scale. “Its own” here means the shared kernel times fixed numbers from 0 to 2.`,
  verdict: 'Does it hold',
  verdictNote: (s, shape) => [
    !s.sharing
      ? 'No: without sharing the same pattern meets other weights in another place.'
      : shape.whole
        ? shape.unequal
          ? 'Except at the border: a window that meets padded zeros knows where it is. Inside, all cells agree.'
          : 'Yes: the output follows the input by as much, to the last number.'
        : shape.unequal
          ? `No: stride ${s.stride} does not divide ${s.shift}, and the windows fall on other pixels. Moving by ${shape.by} comes closest and is still off by ${show(shape.worst, 1)}.`
          : 'The values happen to agree.',
    `Largest difference ${show(shape.worst, 1)}; ${shape.unequal} / ${shape.difference.length} cells are not zero.`,
  ],
  result: (s, { whole, by }) => (whole ? `${by}` : `${show(s.shift / s.stride)}, not a whole number`),
  summary: (s) => `shift ${s.shift}  s ${s.stride}  p ${s.padding}  ${s.sharing ? 'shared' : 'unshared'}`,
  description: (s, shape) => {
    const { by, unequal, difference, worst, whole, unit } = shape
    const head = `The input is shifted by ${s.shift} columns; stride ${s.stride}, padding ${s.padding}, ${s.sharing ? `one ${filters[s.filter]} kernel of 9 weights for the whole image` : `one kernel per position, ${grouped(shape.weights)} weights`}.`
    const compared = whole
      ? `Against the output moved by ${by},`
      : `The output should move by ${show(s.shift / s.stride)}; against the one moved by ${by},`
    const body = unequal
      ? `${compared} ${unequal} of ${difference.length} overlapping cells differ, by up to ${show(worst, 1)}.`
      : `${compared} all ${difference.length} overlapping cells are equal: translation equivariance.`
    return `${head} ${body} Row ${unit[0]}, column ${unit[1]} is chosen; its difference is ${show(difference[shape.frame], 1)}.`
  },
  problem: (problem, shown) =>
    `${problemWords(problem)} The figure stays at the last numbers that hold: stride ${shown.stride}, padding ${shown.padding}.`,
  torchScene: '20 rows of 32 grey values of the photograph',
  torchOwn: 'one kernel per output',
}
