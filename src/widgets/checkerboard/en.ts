import { problemWords } from '#ui/en.ts'
import { grouped, show } from '#ui/scale.ts'
import { counts, inPlane, type Messages, square, sums } from './messages.ts'

export const en: Messages = {
  transposed: 'Transposed convolution',
  transposedText: ({ kernelSize, stride }, { even }) =>
    even
      ? `${kernelSize} is a multiple of ${stride}: equal counts but at the border.`
      : `${kernelSize} is not a multiple of ${stride}: uneven counts.`,
  resized: 'Resize, then convolve',
  resizedText: ({ stride, resizeKernelSize }) =>
    `Nearest neighbour times ${stride}, then ${square(resizeKernelSize)}: equal counts.`,
  legendStamp: 'where one input lands',
  legendOutput: ({ weights }) =>
    weights === 'ones' ? 'times stamped; hollow at the border' : 'sum of weights; hollow at the border',
  legendReads: 'what this cell reads',
  row: (which, { cells }) => `${which}, one dimension: the cells get ${cells.map(({ sum }) => show(sum)).join(', ')}`,
  map: (which, { size }) => `${which}, two dimensions: the output of an input of ones, ${square(size)}`,
  cell: (row, column, value) => `row ${row}, column ${column}: ${show(value)}`,
  names: {
    kernelSize: 'kernel',
    stride: 'stride',
    padding: 'padding',
    inputSize: 'input',
    resizeKernelSize: 'after resize',
    seed: 'seed',
    weights: 'Weights',
  },
  weightings: { ones: 'all 1 (count only)', bilinear: 'bilinear', random: 'random', custom: 'your own' },
  work: (row, column) => `Row ${row}, column ${column} in numbers`,
  axes: ['rows', 'columns'],
  none: 'none',
  residues: 'By the remainder of the index',
  head: ['remainder', 'times', 'weights', 'sum'],
  edit: 'The kernel w of one axis; the plane has w times w',
  weight: (at) => `weight ${at}`,
  period: (stride) => `One period of counts, ${square(stride)}`,
  periodNote: ({ transposed, resized }) => {
    const calm = transposed.flat
      ? 'The sums of the transposed convolution are equal: no pattern where the input is flat.'
      : `The sums of the transposed convolution are ${sums(transposed).join(', ')}: a pattern where the input is flat.`
    return `${calm} After a resize every cell uses the whole kernel, and the sum is ${show(resized.period[0].sum)} everywhere.`
  },
  cost: ({ transposed, resized }) =>
    `MACs per pair of channels: ${grouped(transposed.macs)} transposed, ${grouped(resized.macs)} after a resize.`,
  torchNote: 'resize, then convolve',
  summary: (state) => `K ${state.kernelSize}  s ${state.stride}  p ${state.padding}`,
  description: (state, { transposed, resized, unit }) => {
    const { kernelSize, stride } = state
    const [a, b] = [transposed.cells[unit[0]], transposed.cells[unit[1]]]
    const row = counts(transposed)
    const what = transposed.even
      ? `Away from the border every cell is stamped ${row[0]} ${row[0] === 1 ? 'time' : 'times'} along one axis and ${row[0] ** 2} in the plane: even`
      : `Away from the border cells are stamped ${row.join(', ')} times in turn along one axis and ${inPlane(
          transposed,
          (all) => all.join(', '),
          (least, most) => `${least} to ${most}`,
        )} in the plane: uneven`
    const sum =
      state.weights === 'ones'
        ? ''
        : ` With weights “${en.weightings[state.weights]}” and an input of ones, the sums along one axis are ${sums(transposed).join(', ')} in turn: ${transposed.flat ? 'no pattern' : 'a pattern'}.`
    return `Transposed convolution: kernel ${kernelSize}, stride ${stride}, padding ${state.padding}, output ${square(transposed.size)}. ${what}.${sum} A resize by ${stride} and a ${square(state.resizeKernelSize)} convolution give every cell ${resized.weights.length ** 2} ${resized.weights.length === 1 ? 'product' : 'products'} away from the border. Now row ${unit[0]}, column ${unit[1]}: stamped ${a.count} × ${b.count} = ${a.count * b.count} times.`
  },
  problem: (problem, shown) =>
    `${problemWords(problem)} The figure stays at the last numbers that hold: K ${shown.kernelSize}, s ${shown.stride}, p ${shown.padding}, input ${shown.inputSize}.`,
}
