import { grouped, show } from '#ui/scale.ts'
import { problemWords } from '#ui/zh.ts'
import { by, even, given, type Messages, square, value } from './messages.ts'
import type { Axis, Shape } from './model.ts'
import type { Comparison } from './same.ts'

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

export const zh: Messages = {
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
      return problemWords(trouble)
    }
    return `${what()}图停在上一组成立的数字：${given(shown).join('，')}。`
  },
}
