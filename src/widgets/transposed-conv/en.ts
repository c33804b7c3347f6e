import { problemWords } from '#ui/en.ts'
import { show } from '#ui/scale.ts'
import { type Messages, square } from './messages.ts'

export const en: Messages = {
  gather: 'Gather: each output fetches',
  gatherText: (size) => `The input stretched to ${square(size)}, the flipped kernel slides`,
  scatter: 'Scatter: each input paints',
  scatterText: (count, size, stride) => `${count} stamps of ${square(size)}, neighbours ${stride} apart`,
  output: 'Output',
  outputText: (size, done) => `${square(size)}, ${done} cells so far`,
  flipped: 'flipped kernel',
  kernel: 'kernel w',
  multiply: 'multiply, add',
  add: 'overlaps add',
  order: 'Order',
  orders: { output: 'by output', input: 'by input' },
  names: { input: 'input', kernel: 'kernel', stride: 'stride', padding: 'padding', dilation: 'dilation' },
  dense: '1 is dense',
  outputPaddingRule: 'below s or d',
  work: 'This step in numbers',
  workNote: (zeros, terms) =>
    `The other ${zeros} cells of the window are zeros. What is gathered and what is scattered are the same ${terms} products.`,
  none: 'No input paints this cell: it is 0.',
  edit: 'Change the numbers',
  editNote: 'Type into a cell; arrow keys move between cells; the figure follows at once.',
  map: (name, size) => `${name}, ${square(size)}`,
  cell: (name, row, column) => `${name} row ${row}, column ${column}`,
  origin: 'The convolution that it transposes',
  originLabel: (from, to, extra) => `${square(from)} becomes ${square(to)}: output_padding ${extra}`,
  originNote: (state, origins) =>
    origins.length === 1
      ? `A convolution with K ${state.kernelSize}, s ${state.stride}, p ${state.padding} maps ${square(origins[0])} alone to ${square(state.inputSize)}, so output_padding can only be 0.`
      : `A convolution with K ${state.kernelSize}, s ${state.stride}, p ${state.padding} maps ${origins.map(square).join(', ')} all to ${square(state.inputSize)}; no window reads the surplus rows and columns. output_padding says which of them is meant.`,
  roundTrip: 'There and back',
  roundTripNote: (size, same) =>
    same
      ? `Convolve the output with the same kernel: the size is ${square(size)} again, and with these numbers the values happen to return too.`
      : `Convolve the output with the same kernel: the size is ${square(size)} again, the values are not.`,
  roundTripLabel: 'What a convolution makes of the transposed convolution’s output',
  torchNote: 'weights are [in, out, h, w]',
  gatherLabel: (size, row, column) =>
    `The input with zeros padded and inserted, ${square(size)}; the window stands at row ${row}, column ${column}`,
  outputLabel: (size) => `Output, ${square(size)}`,
  scatterLabel: (count) => `${count} stamps: an input value times the whole kernel`,
  summary: (s) => `i ${s.inputSize}  K ${s.kernelSize}  s ${s.stride}  p ${s.padding}  d ${s.dilation}`,
  description: (s, shape) => {
    const head = `Transposed convolution: input ${square(s.inputSize)}, kernel ${square(s.kernelSize)}, stride ${s.stride}, padding ${s.padding}, dilation ${s.dilation}, output_padding ${s.outputPadding}, output ${square(shape.outputSize)}.`
    const [row, column] = shape.unit
    if (s.order === 'input') {
      const [r, c] = [Math.floor(shape.frame / s.inputSize), shape.frame % s.inputSize]
      return `${head} Now input row ${r}, column ${c} paints: ${show(shape.x.data[shape.frame])} times the whole kernel is added to the output.`
    }
    const inputs = shape.terms.length === 1 ? '1 input paints' : `${shape.terms.length} inputs paint`
    return `${head} Now output row ${row}, column ${column}: ${inputs} it, and the sum is ${show(shape.sum)}.`
  },
  problem: (trouble, shown) => {
    const what =
      trouble.code === 'tooLarge'
        ? `The stretched input would be ${square(trouble.size)}; the figure has room for ${square(trouble.room)}.`
        : problemWords(trouble)
    return `${what} The figure stays at the last numbers that hold: i ${shown.inputSize}, K ${shown.kernelSize}, s ${shown.stride}, p ${shown.padding}, d ${shown.dilation}, output_padding ${shown.outputPadding}.`
  },
}
