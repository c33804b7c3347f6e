import { problemWords } from '#ui/en.ts'
import { grouped, show } from '#ui/scale.ts'
import { by, even, given, type Messages, square, value } from './messages.ts'
import type { Axis, Shape } from './model.ts'
import type { Comparison } from './same.ts'

const enPresets: Messages['presets'] = {
  identity: 'identity',
  box: 'box',
  gaussian: 'Gaussian',
  sobelX: 'Sobel-x',
  sobelY: 'Sobel-y',
  laplacian: 'Laplacian',
  sharpen: 'sharpen',
  custom: 'your own',
}
const enPadding = (shape: Shape): string => {
  const [[top, bottom], [left, right]] = [shape.rows.padding, shape.columns.padding]
  if (even(shape)) return top ? `padding ${top} per side` : 'no padding'
  return `padding top ${top}, bottom ${bottom}, left ${left}, right ${right}`
}
const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
const enCount = (rows: number, columns: number, last = false): string => {
  const count = (cells: number, one: string): string => (last && cells === 1 ? one : plural(cells, one))
  return [rows ? count(rows, 'row') : '', columns ? count(columns, 'column') : ''].filter(Boolean).join(' and ')
}
const enUnread = ({ rows, columns }: { rows: Axis; columns: Axis }): string => {
  const [dropped, lost, skipped] = (['dropped', 'lost', 'skipped'] as const).map((name) =>
    enCount(rows[name], columns[name], name === 'dropped'),
  )
  const allLost = rows.dropped === rows.lost && columns.dropped === columns.lost
  const real = allLost
    ? ''
    : lost
      ? `; ${lost} of them hold real numbers, the rest is padding`
      : '; all of it is padding'
  const tail = dropped ? `The floor drops the last ${dropped}: no window reads there${real}.` : ''
  return skipped ? `${tail}${tail ? ' ' : ''}Another ${skipped} between the windows stay unread.` : tail
}

export const en: Messages = {
  names: {
    input: 'input',
    kernel: 'kernel',
    stride: 'stride',
    padding: 'padding',
    dilation: 'dilation',
    top: 'padding, top',
    bottom: 'padding, bottom',
    left: 'padding, left',
    right: 'padding, right',
  },
  dense: '1 is dense',
  mode: 'Show',
  modes: { numbers: 'numbers', picture: 'a photograph' },
  preset: 'Kernel',
  presets: enPresets,
  paddingMode: 'Padding',
  paddingModes: {
    equal: 'equal on all sides',
    sides: 'each side by itself',
    same: "PyTorch 'same'",
    tensorflow: 'TensorFlow SAME',
  },
  relu: 'then ReLU',
  input: 'Input',
  inputText: (shape) => `${square(shape.size)}, ${enPadding(shape)}`,
  inputLabel: (shape) =>
    `Input ${square(shape.size)}, ${enPadding(shape)}; the window computes output row ${shape.unit[0]}, column ${shape.unit[1]}. ${enUnread(shape)}`,
  kernelText: (s) => `kernel w: ${enPresets[s.preset]}`,
  kernelLabel: (s) => `Kernel ${square(s.kernelSize)}, ${enPresets[s.preset]}`,
  multiply: 'no flip, multiply',
  products: 'Products',
  productsText: (shape) => `${shape.terms.length}, with the sum ${show(shape.sum)}`,
  productsLabel: (k) => `Products of the window and the kernel, ${square(k)}`,
  add: (divisor) => (divisor === 1 ? 'add' : `add, divide by ${divisor}`),
  output: 'Output',
  outputText: (shape) => `${by(shape.rows.output, shape.columns.output)}, ${plural(shape.frame + 1, 'cell')} so far`,
  outputLabel: (height, width) => `Output, ${by(height, width)}`,
  cell: (name, row, column) => `${name} row ${row}, column ${column}`,
  work: 'This cell in numbers',
  paddedTerms: (count) =>
    count === 1
      ? 'One more cell of the window is padding; its product is 0 and not listed.'
      : `Another ${count} cells of the window are padding; their products are 0 and not listed.`,
  edit: 'Change the numbers',
  editNote:
    'Type into a cell; arrow keys move between cells. A changed kernel becomes “your own”; all its weights share the divisor.',
  map: (name, size) => `${name}, ${square(size)}`,
  divisor: 'divisor',
  same: 'Two ways to pad “same”',
  tensorflow: 'TensorFlow SAME',
  torchHabit: (padding) => `PyTorch padding=${padding}`,
  schemeHead: 'padding → output',
  inputOf: (size) => `input ${size}`,
  scheme: ({ padding, output }) => `(${padding.join(', ')}) → ${output}`,
  sameLabel: ({ tensorflow, torch, size }) =>
    `One axis of ${size} cells: TensorFlow pads (${tensorflow.padding.join(', ')}) and its first window begins at ${show(-tensorflow.padding[0])}; PyTorch pads ${torch.padding[0]} per side and begins at ${show(-torch.padding[0])}`,
  sameNote: (here, large) => {
    const say = (one: Comparison): string => {
      if (one.torch.output !== one.promised)
        return `“same” promises ⌈i / s⌉ = ${one.promised}, but the kernel spans ${one.span} cells, an even number, and equal padding gives ${one.torch.output}`
      if (one.shift)
        return `both give the same size, but the windows of one and the same output are ${plural(one.shift, 'cell')} apart`
      return 'both pad alike'
    }
    const ask = here.shift
      ? ' Weights that move from one framework to the other need the padding they were trained with.'
      : ''
    return say(here) === say(large)
      ? `At ${here.size} as at ${large.size}, ${say(here)}.${ask}`
      : `At ${here.size}, ${say(here)}; at ${large.size}, ${say(large)}.${ask}`
  },
  pictureText: (size) => `Photograph, ${square(size)}`,
  pictureLabel: (size) => `Grey photograph, ${square(size)} pixels, the current window framed`,
  credit: 'Lav Varshney, CC0',
  ownCredit: 'Your picture; it stays in this page',
  responseText: (preset, size, relu) => `${relu ? `ReLU(${enPresets[preset]})` : enPresets[preset]}, ${by(...size)}`,
  responseLabel: (preset, size, least, most) =>
    `Response of ${enPresets[preset]}, ${by(...size)}, from ${show(least, 0)} to ${show(most, 0)}`,
  ownTitle: 'A picture of your own',
  choosePicture: 'Choose a picture',
  backToPhoto: 'Back to the photograph',
  privacy: (size) =>
    `Its middle square is drawn in grey at ${square(size)} and computed in your browser. It is not uploaded and not part of the link.`,
  notAPicture: 'This file cannot be read as a picture; please choose another.',
  sizeNote: (s, shape) => {
    const { rows, columns } = shape
    const left =
      rows.dropped === columns.dropped ? `${rows.dropped}` : `${rows.dropped} (height) and ${columns.dropped} (width)`
    const cells = rows.output * columns.output
    return `The division by stride ${s.stride} leaves ${left}. ${enUnread(shape) || 'Windows read every row and every column.'} ${plural(cells, 'output')} of ${plural(s.kernelSize ** 2, 'multiply-accumulate')} each: ${grouped(shape.macs)} MACs.`
  },
  heightNote: 'height',
  widthNote: 'width',
  torchNote: 'F.conv2d does not flip the kernel; weights are [out, in, h, w]',
  summary: (s) => given(s).join('  '),
  description: (s, shape) => {
    const { rows, columns, unit, terms } = shape
    const what = s.mode === 'picture' ? 'picture' : 'input'
    const head = `Convolution: ${what} ${square(shape.size)}, kernel ${square(s.kernelSize)} (${enPresets[s.preset]}), stride ${s.stride}, ${enPadding(shape)}, dilation ${s.dilation}, output ${by(rows.output, columns.output)}.`
    const pads = terms.filter((term) => !term.inside).length
    const padded = pads ? `, ${pads} of them in the padding` : ''
    const divided = shape.kernel.divisor === 1 ? '' : `, divided by ${shape.kernel.divisor}: ${value(shape)}`
    const relu = s.mode === 'picture' && s.relu && shape.sum < 0 ? ', which ReLU sets to 0' : ''
    const unread = enUnread(shape)
    return `${head} Now output row ${unit[0]}, column ${unit[1]}: ${plural(terms.length, 'product')}${padded}, with the sum ${show(shape.sum)}${divided}${relu}.${unread && ` ${unread}`}`
  },
  problem: (trouble, shown) => {
    const what = (): string => {
      if (trouble.code === 'tooLarge')
        return `The padded input would be ${square(trouble.size)}; the figure has room for ${square(trouble.room)}.`
      if (trouble.code === 'filterTooSmall')
        return `A ${enPresets[trouble.preset]} kernel takes differences and needs at least ${square(trouble.smallest)}; the kernel size is ${trouble.kernelSize}.`
      if (trouble.code === 'sameNeedsStrideOne')
        return `PyTorch’s padding='same' accepts stride 1 alone; the stride is ${trouble.stride}.`
      return problemWords(trouble)
    }
    return `${what()} The figure stays at the last numbers that hold: ${given(shown).join(', ')}.`
  },
}
