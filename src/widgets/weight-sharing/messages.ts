import type { Problem } from 'conv-math'
import { problemWords } from '#ui/problem-words.ts'
import { grouped, show } from '#ui/scale.ts'
import type { Lang } from '#ui/use-figure.ts'
import type { Shape, State } from './model.ts'

type MapName = 'input' | 'output' | 'shifted' | 'moved' | 'expected' | 'difference'
export interface Messages {
  readonly maps: Readonly<Record<MapName, (state: State, shape: Shape) => readonly [name: string, text: string]>>
  readonly cell: (shape: Shape) => string
  readonly signed: string
  readonly names: Readonly<Record<'shift' | 'stride' | 'padding' | 'filter', string>>
  readonly shiftHint: string
  readonly filters: Readonly<Record<State['filter'], string>>
  readonly sharing: string
  readonly work: (shape: Shape) => string
  readonly columns: readonly [tap: string, first: string, second: string]
  readonly sums: string
  readonly workNote: (state: State, shape: Shape) => string
  readonly weights: string
  readonly shared: string
  readonly unshared: string
  readonly weightsNote: (state: State, shape: Shape) => string
  readonly verdict: string
  readonly verdictNote: (state: State, shape: Shape) => readonly string[]
  readonly result: (state: State, shape: Shape) => string
  readonly summary: (state: State) => string
  readonly description: (state: State, shape: Shape) => string
  readonly problem: (problem: Problem, shown: State) => string
  readonly torchScene: string
  readonly torchOwn: string
}

const zhFilters = { sobelX: 'Sobel-x', sobelY: 'Sobel-y', laplacian: '拉普拉斯', box: '求和' }
const zh: Messages = {
  maps: {
    input: () => ['输入 x', '照片的一块，24 列宽'],
    output: (_, { rows, columns }) => ['输出 conv(x)', `${rows}×${columns}`],
    shifted: (s) => ['平移后的输入', `移 ${s.shift} 列，补进真像素`],
    moved: (_, { rows, columns }) => ['它的输出', `先移后卷，${rows}×${columns}`],
    expected: (_, { by }) => ['输出也平移', `先卷后移，移 ${by} 列`],
    difference: (_, { unequal, difference }) => [
      '差',
      unequal ? `${difference.length} 格里 ${unequal} 格不是零` : `${difference.length} 格全是零`,
    ],
  },
  cell: ({ unit, moved }) =>
    `第 ${unit[0]} 行第 ${unit[1]} 列：${show(moved.data[unit[0] * moved.shape[3] + unit[1]], 1)}`,
  signed: '负（小格）到正（满格）',
  names: { shift: '平移', stride: '步幅', padding: '填充', filter: '核' },
  shiftHint: '列',
  filters: zhFilters,
  sharing: '权值共享',
  work: ({ unit, by }) => `输出 [${unit[0]}, ${unit[1]}] 与原来的 [${unit[0]}, ${unit[1] - by}]`,
  columns: ['核的格', '原来 x · w', '平移后 x · w'],
  sums: '和',
  workNote: (s, shape) => {
    const { first, second } = shape.terms
    const pixels = first.every((term, tap) => term.x === second[tap].x)
    if (!s.sharing) return `${pixels ? '像素一样，' : ''}权重却换了一套：每个位置各有自己的九个。`
    return pixels ? '同样的像素遇上同样的权重，和当然一样。' : '权重一样，窗口里的像素却不一样了。'
  },
  weights: '权重个数',
  shared: '共享',
  unshared: '不共享',
  weightsNote: (_, { rows, columns, macs }) =>
    `不共享时 ${rows}×${columns} 个输出各有 9 个，共 ${grouped(macs)} 个；乘加次数两种都是 ${grouped(macs)}。对数刻度。这里的“各有一套”，是把共享的核逐个乘上 0 到 2 之间固定的数。`,
  verdict: '守住了吗',
  verdictNote: (s, shape) => [
    !s.sharing
      ? '没有：不共享，同一个图案换个位置就遇上另一套权重。'
      : shape.whole
        ? shape.unequal
          ? `只在边上没守住：窗口碰到填充的零，就知道自己靠边。里面的格都相等。`
          : '守住了：移多少，输出就跟多少，一个数都不差。'
        : shape.unequal
          ? `没有：步幅 ${s.stride} 不整除 ${s.shift}，窗口落到别的像素上。移 ${shape.by} 列已经最接近，仍差到 ${show(shape.worst, 1)}。`
          : '数值碰巧一样。',
    `差最大 ${show(shape.worst, 1)}，不为零的有 ${shape.unequal} / ${shape.difference.length} 格。`,
  ],
  result: (s, { whole, by }) => (whole ? `${by} 列` : `${show(s.shift / s.stride)}，不是整数`),
  summary: (s) => `平移 ${s.shift}　s ${s.stride}　p ${s.padding}　${s.sharing ? '共享' : '不共享'}`,
  description: (s, shape) => {
    const { by, unequal, difference, worst, whole, unit } = shape
    const head = `输入平移 ${s.shift} 列，步幅 ${s.stride}，填充 ${s.padding}，${s.sharing ? `全图共用一个 ${zhFilters[s.filter]} 核，9 个权重` : `每个位置一个核，${grouped(shape.weights)} 个权重`}。`
    const compared = whole ? `输出移 ${by} 列` : `输出该移 ${show(s.shift / s.stride)} 列，只能移 ${by} 列来比`
    const body = unequal
      ? `${compared}，重叠的 ${difference.length} 格里有 ${unequal} 格对不上，最多差 ${show(worst, 1)}。`
      : `${compared}，重叠的 ${difference.length} 格全部相等：平移等变。`
    return `${head}${body}选中第 ${unit[0]} 行第 ${unit[1]} 列，差 ${show(difference[shape.frame], 1)}。`
  },
  problem: (problem, shown) =>
    `${problemWords('zh', problem)}图停在上一组成立的数字：步幅 ${shown.stride}，填充 ${shown.padding}。`,
  torchScene: '照片的 20 行 32 列灰度值',
  torchOwn: '每个输出一个核',
}

const enFilters = { sobelX: 'Sobel x', sobelY: 'Sobel y', laplacian: 'Laplacian', box: 'sum' }
const en: Messages = {
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
  filters: enFilters,
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
    const head = `The input is shifted by ${s.shift} columns; stride ${s.stride}, padding ${s.padding}, ${s.sharing ? `one ${enFilters[s.filter]} kernel of 9 weights for the whole image` : `one kernel per position, ${grouped(shape.weights)} weights`}.`
    const compared = whole
      ? `Against the output moved by ${by},`
      : `The output should move by ${show(s.shift / s.stride)}; against the one moved by ${by},`
    const body = unequal
      ? `${compared} ${unequal} of ${difference.length} overlapping cells differ, by up to ${show(worst, 1)}.`
      : `${compared} all ${difference.length} overlapping cells are equal: translation equivariance.`
    return `${head} ${body} Row ${unit[0]}, column ${unit[1]} is chosen; its difference is ${show(difference[shape.frame], 1)}.`
  },
  problem: (problem, shown) =>
    `${problemWords('en', problem)} The figure stays at the last numbers that hold: stride ${shown.stride}, padding ${shown.padding}.`,
  torchScene: '20 rows of 32 grey values of the photograph',
  torchOwn: 'one kernel per output',
}

export const messages: Readonly<Record<Lang, Messages>> = { zh, en }
