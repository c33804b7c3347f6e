import { show } from '#ui/scale.ts'
import type { Lang } from '#ui/use-figure.ts'
import type { Derived, State } from './model.ts'

export interface Messages {
  readonly before: string
  readonly beforeText: string
  readonly after: string
  readonly afterText: (shift: number) => string
  readonly difference: string
  readonly differenceText: (move: number) => string
  readonly input: string
  readonly output: string
  readonly inputLabel: (shift: number) => string
  readonly outputLabel: (rows: number, columns: number) => string
  readonly differenceLabel: (unequal: number) => string
  readonly cell: (row: number, column: number, value: number) => string
  readonly weights: (row: number, column: number) => string
  readonly weightsNote: (sharing: boolean) => string
  readonly counts: string
  readonly shared: string
  readonly unshared: string
  readonly countsNote: (derived: Derived) => string
  readonly why: string
  readonly whyText: (state: State, derived: Derived) => string
  readonly names: Readonly<Record<'shift' | 'stride', string>>
  readonly sharing: string
  readonly equal: string
  readonly unequal: string
  readonly missing: string
  readonly summary: (state: State) => string
  readonly description: (state: State, derived: Derived) => string
  readonly torchNote: (equivariant: boolean) => string
}

const zh: Messages = {
  before: '原图',
  beforeText: '先卷积。',
  after: '平移之后',
  afterText: (shift) => `输入向后移 ${shift} 列，再卷积。`,
  difference: '两种次序的差',
  differenceText: (move) =>
    Number.isInteger(move)
      ? `“先移后卷”减“先卷再移 ${move} 列”。`
      : `输出该移 ${show(move)} 列，移不了小数列，只好移 ${Math.round(move)} 列来比。`,
  input: '输入',
  output: '输出',
  inputLabel: (shift) => `输入 8×12，图案后移 ${shift} 列`,
  outputLabel: (rows, columns) => `输出 ${rows}×${columns}`,
  differenceLabel: (unequal) => `差，${unequal} 格不为零`,
  cell: (row, column, value) => `第 ${row} 行第 ${column} 列：${show(value)}`,
  weights: (row, column) => `输出 [${row}, ${column}] 用的权重`,
  weightsNote: (sharing) =>
    sharing ? '换一格输出，权重还是这九个。' : '换一格输出，权重就换一套：在输出上点一格看看。',
  counts: '权重个数',
  shared: '共享',
  unshared: '不共享',
  countsNote: (d) =>
    `不共享时每格输出各有 9 个：9 × ${d.outputRows} × ${d.outputColumns} = ${d.unsharedWeights}。乘加次数两者相同。`,
  why: '为什么',
  whyText: (s, d) => {
    if (!s.sharing) return '权重随位置变，同一个图案移到别处，碰上的是另一套权重，输出就不再是原来的样子。'
    if (d.equivariant)
      return '每个位置用同一个核，图案移到哪里，响应就跟到哪里。补零只在边缘起作用，图案离边缘远，不受影响。'
    return `步幅 ${s.stride} 只在每 ${s.stride} 格取一个窗口。平移不是 ${s.stride} 的倍数时，采样点落到图案的别处，数值就变了。`
  },
  names: { shift: '平移', stride: '步幅' },
  sharing: '权值共享',
  equal: '相等',
  unequal: '不等',
  missing: '没有对应的格',
  summary: (s) => `平移 ${s.shift}　s ${s.stride}　${s.sharing ? '共享' : '不共享'}`,
  description: (s, d) => {
    const head = `输入后移 ${s.shift} 列，步幅 ${s.stride}，${s.sharing ? '权值共享' : '权值不共享'}。`
    return d.equivariant
      ? `${head}输出跟着后移 ${show(d.move)} 列，数值一个不差：平移等变。`
      : `${head}与平移后的输出相比，有 ${d.unequal} 格对不上：不再平移等变。`
  },
  torchNote: (equivariant) => `共享权值时：${equivariant ? 'True' : 'False'}`,
}

const en: Messages = {
  before: 'As it is',
  beforeText: 'Convolve.',
  after: 'After a shift',
  afterText: (shift) => `Shift the input ${shift} columns onward, then convolve.`,
  difference: 'The difference of the two orders',
  differenceText: (move) =>
    Number.isInteger(move)
      ? `“Shift, then convolve” minus “convolve, then shift by ${move}”.`
      : `The output should move ${show(move)} columns; a fraction cannot be moved, so it is compared after ${Math.round(move)}.`,
  input: 'input',
  output: 'output',
  inputLabel: (shift) => `Input, 8×12, the pattern ${shift} columns onward`,
  outputLabel: (rows, columns) => `Output, ${rows}×${columns}`,
  differenceLabel: (unequal) => `Difference, ${unequal} cells are not zero`,
  cell: (row, column, value) => `row ${row}, column ${column}: ${show(value)}`,
  weights: (row, column) => `Weights of output [${row}, ${column}]`,
  weightsNote: (sharing) =>
    sharing
      ? 'At any other output the nine weights are the same.'
      : 'Another output has other weights: choose a cell of the output.',
  counts: 'Number of weights',
  shared: 'shared',
  unshared: 'unshared',
  countsNote: (d) =>
    `Unshared, every output has 9 of its own: 9 × ${d.outputRows} × ${d.outputColumns} = ${d.unsharedWeights}. The multiply-accumulates are the same.`,
  why: 'Why',
  whyText: (s, d) => {
    if (!s.sharing)
      return 'The weights change with position: moved elsewhere, the same pattern meets other weights, and the output is no longer the same.'
    if (d.equivariant)
      return 'Every position uses one kernel, so the response follows the pattern. Padding matters at the border alone, and the pattern is far from it.'
    return `With stride ${s.stride} there is a window every ${s.stride} cells. After a shift that is no multiple of ${s.stride}, the windows fall on other parts of the pattern.`
  },
  names: { shift: 'shift', stride: 'stride' },
  sharing: 'weight sharing',
  equal: 'equal',
  unequal: 'unequal',
  missing: 'no counterpart',
  summary: (s) => `shift ${s.shift}  s ${s.stride}  ${s.sharing ? 'shared' : 'unshared'}`,
  description: (s, d) => {
    const head = `The input is shifted by ${s.shift}, stride ${s.stride}, weights ${s.sharing ? 'shared' : 'not shared'}.`
    return d.equivariant
      ? `${head} The output shifts by ${show(d.move)} with every value unchanged: translation equivariance.`
      : `${head} Against the shifted output ${d.unequal} cells differ: no translation equivariance.`
  },
  torchNote: (equivariant) => `with shared weights: ${equivariant ? 'True' : 'False'}`,
}

export const messages: Readonly<Record<Lang, Messages>> = { zh, en }
