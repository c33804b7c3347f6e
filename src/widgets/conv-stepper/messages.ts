import { problemWords } from '#ui/problem-words.ts'
import { grouped, show } from '#ui/scale.ts'
import type { Lang } from '#ui/use-figure.ts'
import type { Axis, Preset, Shape, State, Trouble } from './model.ts'
import type { Comparison, Scheme } from './same.ts'

type Size = readonly [height: number, width: number]
export interface Messages {
  readonly names: Readonly<
    Record<'input' | 'kernel' | 'stride' | 'padding' | 'dilation' | 'top' | 'bottom' | 'left' | 'right', string>
  >
  readonly dense: string
  readonly mode: string
  readonly modes: Readonly<Record<State['mode'], string>>
  readonly preset: string
  readonly presets: Readonly<Record<Preset, string>>
  readonly paddingMode: string
  readonly paddingModes: Readonly<Record<State['paddingMode'], string>>
  readonly relu: string
  readonly input: string
  readonly inputText: (shape: Shape) => string
  readonly inputLabel: (shape: Shape) => string
  readonly kernelText: (state: State) => string
  readonly kernelLabel: (state: State) => string
  readonly multiply: string
  readonly products: string
  readonly productsText: (shape: Shape) => string
  readonly productsLabel: (kernelSize: number) => string
  readonly add: (divisor: number) => string
  readonly output: string
  readonly outputText: (shape: Shape) => string
  readonly outputLabel: (height: number, width: number) => string
  readonly cell: (name: string, row: number, column: number) => string
  readonly work: string
  readonly paddedTerms: (count: number) => string
  readonly edit: string
  readonly editNote: string
  readonly map: (name: string, size: number) => string
  readonly divisor: string
  readonly same: string
  readonly tensorflow: string
  readonly torchHabit: (padding: number) => string
  readonly schemeHead: string
  readonly inputOf: (size: number) => string
  readonly scheme: (scheme: Scheme) => string
  readonly sameLabel: (here: Comparison) => string
  readonly sameNote: (here: Comparison, large: Comparison) => string
  readonly pictureText: (size: number) => string
  readonly pictureLabel: (size: number) => string
  readonly credit: string
  readonly ownCredit: string
  readonly responseText: (preset: Preset, size: Size, relu: boolean) => string
  readonly responseLabel: (preset: Preset, size: Size, least: number, most: number) => string
  readonly ownTitle: string
  readonly choosePicture: string
  readonly backToPhoto: string
  readonly privacy: (size: number) => string
  readonly notAPicture: string
  readonly sizeNote: (state: State, shape: Shape) => string
  readonly heightNote: string
  readonly widthNote: string
  readonly torchNote: string
  readonly summary: (state: State) => string
  readonly description: (state: State, shape: Shape) => string
  readonly problem: (trouble: Trouble, shown: State) => string
}

const by = (height: number, width: number): string => `${height}×${width}`
const square = (size: number): string => by(size, size)
const even = ({ rows, columns }: Shape): boolean =>
  [...rows.padding, ...columns.padding].every((cells) => cells === rows.padding[0])
const value = ({ sum, kernel }: Shape): string => show(sum / kernel.divisor)

/** The parameters in symbols; a padding that is not one number is named. */
const given = (s: State): string[] => [
  ...(s.mode === 'picture' ? [] : [`i ${s.inputSize}`]),
  `k ${s.kernelSize}`,
  `s ${s.stride}`,
  `p ${paddingIn[s.paddingMode](s)}`,
  `d ${s.dilation}`,
]
const paddingIn: Readonly<Record<State['paddingMode'], (state: State) => string>> = {
  equal: (s) => `${s.padding}`,
  sides: (s) => `(${s.paddingTop}, ${s.paddingBottom}, ${s.paddingLeft}, ${s.paddingRight})`,
  same: () => "'same'",
  tensorflow: () => 'SAME',
}

const zhPresets: Messages['presets'] = {
  identity: '恒等',
  box: '均值',
  gaussian: '高斯',
  sobelX: 'Sobel-x',
  sobelY: 'Sobel-y',
  laplacian: '拉普拉斯',
  sharpen: '锐化',
  custom: '自填',
}
const zhPadding = (shape: Shape): string => {
  const [[top, bottom], [left, right]] = [shape.rows.padding, shape.columns.padding]
  if (even(shape)) return top ? `每边填充 ${top}` : '不填充'
  return `填充上 ${top}、下 ${bottom}、左 ${left}、右 ${right}`
}
const zhCount = (rows: number, columns: number): string =>
  [rows ? `${rows} 行` : '', columns ? `${columns} 列` : ''].filter(Boolean).join('、')
const zhUnread = ({ rows, columns }: { rows: Axis; columns: Axis }): string => {
  const [dropped, lost, skipped] = (['dropped', 'lost', 'skipped'] as const).map((name) =>
    zhCount(rows[name], columns[name]),
  )
  const real = lost === dropped ? '' : lost ? `，其中 ${lost}是真数字，其余是填充` : '，好在都是填充'
  const tail = dropped ? `末尾 ${dropped}没有窗口读到，被向下取整丢掉${real}。` : ''
  return skipped ? `${tail}${tail ? '另有' : ''} ${skipped}落在窗口的空当里，也没有读到。` : tail
}

const zh: Messages = {
  names: {
    input: '输入',
    kernel: '核',
    stride: '步幅',
    padding: '填充',
    dilation: '空洞率',
    top: '填充，上',
    bottom: '填充，下',
    left: '填充，左',
    right: '填充，右',
  },
  dense: '1 为密',
  mode: '看什么',
  modes: { numbers: '数字', picture: '照片' },
  preset: '核',
  presets: zhPresets,
  paddingMode: '填充',
  paddingModes: {
    equal: '每边相同',
    sides: '四边分开',
    same: "PyTorch 'same'",
    tensorflow: 'TensorFlow SAME',
  },
  relu: '接 ReLU',
  input: '输入',
  inputText: (shape) => `${square(shape.size)}，${zhPadding(shape)}`,
  inputLabel: (shape) =>
    `输入 ${square(shape.size)}，${zhPadding(shape)}，窗口在算输出第 ${shape.unit[0]} 行第 ${shape.unit[1]} 列。${zhUnread(shape)}`,
  kernelText: (s) => `核 w：${zhPresets[s.preset]}`,
  kernelLabel: (s) => `核 ${square(s.kernelSize)}，${zhPresets[s.preset]}`,
  multiply: '不翻转，逐格相乘',
  products: '乘积',
  productsText: (shape) => `${shape.terms.length} 个，和为 ${show(shape.sum)}`,
  productsLabel: (k) => `当前窗口与核的乘积，${square(k)}`,
  add: (divisor) => (divisor === 1 ? '相加' : `相加，除以 ${divisor}`),
  output: '输出',
  outputText: (shape) => `${by(shape.rows.output, shape.columns.output)}，已得 ${shape.frame + 1} 格`,
  outputLabel: (height, width) => `输出 ${by(height, width)}`,
  cell: (name, row, column) => `${name} 第 ${row} 行第 ${column} 列`,
  work: '这一格怎么算',
  paddedTerms: (count) => `窗口里另有 ${count} 格是填充，乘积都是 0，没有列出。`,
  edit: '改数字',
  editNote: '点一格直接输入，方向键换格。改了核，预设就变成“自填”；除数是整个核共用的。',
  map: (name, size) => `${name}，${square(size)}`,
  divisor: '除数',
  same: '“same”的两种补法',
  tensorflow: 'TensorFlow SAME',
  torchHabit: (padding) => `PyTorch padding=${padding}`,
  schemeHead: '填充 → 输出',
  inputOf: (size) => `输入 ${size}`,
  scheme: ({ padding, output }) => `(${padding.join(', ')}) → ${output}`,
  sameLabel: ({ tensorflow, torch, size }) =>
    `输入 ${size} 格时的一条边：TensorFlow 补 (${tensorflow.padding.join(', ')})，第一个窗口从 ${show(-tensorflow.padding[0])} 起；PyTorch 每边补 ${torch.padding[0]}，从 ${show(-torch.padding[0])} 起`,
  sameNote: (here, large) => {
    const say = (one: Comparison): string => {
      if (one.torch.output !== one.promised)
        return `same 说好输出 ⌈i / s⌉ = ${one.promised}；核跨 ${one.span} 格，是偶数，每边补一样多只得 ${one.torch.output}`
      if (one.shift) return `两种补法尺寸相同，同一格输出的窗口却错开 ${one.shift} 格`
      return '两种补法一样'
    }
    const same = say(here) === say(large)
    const ask = here.tensorflow.starts.length > 1 && here.shift ? '搬运权重时要照原来的补法。' : ''
    return same
      ? `输入 ${here.size} 也好，${large.size} 也好，${say(here)}。${ask}`
      : `输入 ${here.size} 时，${say(here)}；输入 ${large.size} 时，${say(large)}。${ask}`
  },
  pictureText: (size) => `照片 ${square(size)}`,
  pictureLabel: (size) => `灰度照片，${square(size)} 像素，框出当前窗口`,
  credit: 'Lav Varshney，CC0',
  ownCredit: '你的图片，只留在这一页',
  responseText: (preset, size, relu) => `${relu ? `ReLU(${zhPresets[preset]})` : zhPresets[preset]} ${by(...size)}`,
  responseLabel: (preset, size, least, most) =>
    `${zhPresets[preset]}的响应，${by(...size)}，从 ${show(least, 0)} 到 ${show(most, 0)}`,
  ownTitle: '换成自己的图',
  choosePicture: '选一张图片',
  backToPhoto: '换回照片',
  privacy: (size) => `图片取正中的方块，缩成 ${square(size)} 的灰度，就在你的浏览器里算，不上传，也不进链接。`,
  notAPicture: '这个文件读不成图片，请换一个。',
  sizeNote: (s, shape) => {
    const { rows, columns } = shape
    const left =
      rows.dropped === columns.dropped ? `${rows.dropped}` : `${rows.dropped}（高）、${columns.dropped}（宽）`
    const cells = rows.output * columns.output
    return `除以步幅 ${s.stride} 余 ${left}。${zhUnread(shape) || '每一行每一列都有窗口读到。'}一共 ${cells} 格输出，每格 ${s.kernelSize ** 2} 次乘加，合 ${grouped(shape.macs)} 次。`
  },
  heightNote: '高',
  widthNote: '宽',
  torchNote: 'F.conv2d 不翻转核；权重按 [out, in, h, w] 排',
  summary: (s) => given(s).join('　'),
  description: (s, shape) => {
    const { rows, columns, unit, terms } = shape
    const what = s.mode === 'picture' ? '图片' : '输入'
    const head = `卷积：${what} ${square(shape.size)}，核 ${square(s.kernelSize)}（${zhPresets[s.preset]}），步幅 ${s.stride}，${zhPadding(shape)}，空洞率 ${s.dilation}，输出 ${by(rows.output, columns.output)}。`
    const pads = terms.filter((term) => !term.inside).length
    const padded = pads ? `，其中 ${pads} 个落在填充里` : ''
    const divided = shape.kernel.divisor === 1 ? '' : `，除以 ${shape.kernel.divisor} 得 ${value(shape)}`
    const relu = s.mode === 'picture' && s.relu && shape.sum < 0 ? '，过 ReLU 归零' : ''
    return `${head}现在看输出第 ${unit[0]} 行第 ${unit[1]} 列：${terms.length} 个乘积${padded}，和为 ${show(shape.sum)}${divided}${relu}。${zhUnread(shape)}`
  },
  problem: (trouble, shown) => {
    const what = (): string => {
      if (trouble.code === 'tooLarge') return `补零后是 ${square(trouble.size)}，图里最多放 ${square(trouble.room)}。`
      if (trouble.code === 'filterTooSmall')
        return `${zhPresets[trouble.preset]}核至少要 ${square(trouble.smallest)} 才做得出差分，现在核边长是 ${trouble.kernelSize}。`
      if (trouble.code === 'sameNeedsStrideOne')
        return `PyTorch 的 padding='same' 只接受步幅 1，现在是 ${trouble.stride}。`
      return problemWords('zh', trouble)
    }
    return `${what()}图停在上一组成立的数字：${given(shown).join('，')}。`
  },
}

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
      ? `, of which ${lost} hold real numbers and the rest padding`
      : ', all of them padding'
  const tail = dropped ? `No window reads the last ${dropped}: the floor drops them${real}.` : ''
  return skipped ? `${tail}${tail ? ' ' : ''}Another ${skipped} between the windows stay unread.` : tail
}

const en: Messages = {
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
      return problemWords('en', trouble)
    }
    return `${what()} The figure stays at the last numbers that hold: ${given(shown).join(', ')}.`
  },
}

export const messages: Readonly<Record<Lang, Messages>> = { zh, en }
