import type { Offset } from 'conv-math'
import { grouped, show } from '#ui/scale.ts'
import type { Lang } from '#ui/use-figure.ts'
import type { Derived, Point, State } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
export interface Messages {
  readonly preset: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly modulation: string
  readonly names: Readonly<Record<'down' | 'along' | 'mask' | 'channels', string>>
  readonly map: string
  readonly mapText: string
  readonly mapLabel: string
  readonly pointName: (tap: number) => string
  readonly pointLabel: (point: Point) => string
  readonly pointsScrub: string
  readonly square: string
  readonly squareText: (point: Point) => string
  readonly squareLabel: (point: Point) => string
  readonly outside: string
  readonly compare: string
  readonly deformed: string
  readonly plain: string
  readonly window: string
  readonly sampled: string
  readonly work: string
  readonly workNote: (whole: Whole, state: State) => string
  readonly near: (tap: number) => string
  readonly nearNote: string
  readonly edit: string
  readonly editNames: Readonly<Record<'x' | 'w' | 'm', string>>
  readonly cell: (name: string, row: number, column: number) => string
  readonly editNote: string
  readonly branch: string
  readonly branchNames: readonly [main: string, branch: string]
  readonly branchNote: (whole: Whole, state: State) => string
  readonly torchNote: string
  readonly summary: (state: State) => string
  readonly description: (state: State, whole: Whole) => string
}

/** Bilinear weights have four decimals at steps of a quarter; sums are kept to three. */
export const number = (value: number): string => show(value, 4)
const sumText = (value: number): string => show(value, 3)
const onPixel = ({ point }: Point): boolean => point.every(Number.isInteger)
export const pair = ([down, along]: Offset): string => `(${show(down)}, ${show(along)})`
const percent = (part: number, of: number): string => `${show((100 * part) / of, 1)}%`

const zh: Messages = {
  preset: '偏移',
  presets: {
    follow: '跟着笔画走',
    zero: '全为零（普通卷积）',
    dilated: '空洞率2',
    scaled: '放大1.5倍',
    rotated: '转45°',
    custom: '自己拖的',
  },
  modulation: '调制系数（v2）',
  names: { down: '纵向偏移', along: '横向偏移', mask: '系数', channels: '通道' },
  map: '在哪里取样',
  mapText:
    '小点是核原来的九格，圆环是移到的地方。拖圆环，或选中后按方向键，一步0.25格。数字在格子左上，格子正中是像素所在。',
  mapLabel: '7×7 的输入，四周补一圈零；三乘三的窗口停在正中，九个采样点各有偏移',
  pointName: (tap) => `第 ${tap + 1} 点`,
  pointLabel: ({ point, offset }) => `偏移 ${pair(offset)}，落在 ${pair(point)}`,
  pointsScrub: '采样点',
  square: '这一点怎么取值',
  squareText: (point) =>
    onPixel(point)
      ? `${pair(point.point)} 正好落在一个像素上，只用它一个。`
      : `${pair(point.point)} 在四个像素之间；每个像素的权重，是对角那一块的面积。`,
  squareLabel: ({ pixels, neighbours, value }) =>
    `四个像素 ${pixels.map((pixel) => show(pixel)).join('、')}，权重 ${neighbours.map(({ weight }) => number(weight)).join('、')}，取值 ${number(value)}`,
  outside: '图外算 0',
  compare: '同一处的输出',
  deformed: '可变形',
  plain: '普通',
  window: '原来的窗口',
  sampled: '采样点（权重）',
  work: '九个乘积',
  workNote: ({ sum, plain, still }, { modulation }) =>
    still && !modulation
      ? `偏移全为零，九个点都落在像素上：就是普通卷积，${show(plain)}。`
      : `偏移全为零时是 ${show(plain)}，现在是 ${sumText(sum)}；权重一个没变。`,
  near: (tap) => `第 ${tap + 1} 点：四个像素的加权`,
  nearNote: '权重是两个因子之积：1 减纵向距离，1 减横向距离。',
  edit: '改数字',
  editNames: { x: '输入 x，7×7', w: '核 w，3×3', m: '调制系数，0 到 1' },
  cell: (name, row, column) => `${name} 第 ${row} 行第 ${column} 列`,
  editNote: '点一格直接输入，方向键换格，图立刻跟着变。',
  branch: '偏移从哪里来',
  branchNames: ['主卷积', '算偏移的卷积'],
  branchNote: ({ branch, points }, { channels, modulation }) =>
    `真正的网络里，这些数由另一层3×3卷积从同一张输入算出，换一个位置就换一组：${points.length} 点 × ${modulation ? '3（纵、横、系数）' : '2（纵、横）'} = ${branch.outputs} 个通道，${channels}→${branch.outputs} 要 ${grouped(branch.weights)} 个权重，是主卷积的 ${percent(branch.weights, branch.main)}。`,
  torchNote: '偏移按先纵后横排列，这里每个位置都用同一组',
  summary: ({ preset, step }) => `${zh.presets[preset]}，第 ${step + 1} 点`,
  description: (state, { now, sum, plain, still }) => {
    const how = still ? '偏移全为零' : `偏移：${zh.presets[state.preset]}`
    const mask = state.modulation ? `，系数 ${show(now.mask)}` : ''
    return `3×3 的核停在第 3 行第 3 列，${how}${state.modulation ? '，带调制系数' : ''}。第 ${state.step + 1} 点从 ${pair(now.input)} 移 ${pair(now.offset)}，落在 ${pair(now.point)}，插值得 ${sumText(now.value)}${mask}。九点加权之和是 ${sumText(sum)}，普通卷积是 ${show(plain)}。`
  },
}

const en: Messages = {
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

export const messages: Readonly<Record<Lang, Messages>> = { zh, en }
