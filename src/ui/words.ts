import type { Lang } from './use-figure.ts'

/** What all figures say: the words of the anatomy, not of one figure. */
export interface Words {
  readonly back: string
  readonly play: string
  readonly pause: string
  readonly forward: string
  readonly step: (at: number, of: number) => string
  readonly scrub: (of: number) => string
  readonly parameters: string
  readonly invalid: string
  readonly copyLink: string
  readonly copied: string
  readonly copyFailed: string
  readonly copyCode: string
  readonly reset: string
  readonly embed: string
  readonly code: string
  readonly legend: string
  readonly failed: string
  readonly yes: string
  readonly no: string
  readonly cell: (row: number, column: number) => string
  readonly roles: Readonly<Record<Role, string>>
}
export type Role =
  | 'input'
  | 'kernel'
  | 'output'
  | 'partial'
  | 'pad'
  | 'gap'
  | 'weight'
  | 'now'
  | 'second'
  | 'drop'
  | 'field'
  | 'heat'
  | 'spread'
  | 'other'
  | 'signed'
  | 'ink'

const zh: Words = {
  back: '后退一步',
  play: '播放',
  pause: '暂停',
  forward: '前进一步',
  step: (at, of) => `第 ${at} / ${of} 步`,
  scrub: (of) => `步，共 ${of} 步`,
  parameters: '参数',
  invalid: '不成立',
  copyLink: '复制链接',
  copied: '已复制',
  copyFailed: '复制不了，请手动选取',
  copyCode: '复制代码',
  reset: '重置',
  embed: '嵌入',
  code: '代码',
  legend: '图例',
  failed: '这张图出了错，停在最初的样子。刷新页面可以再试。',
  yes: '是',
  no: '否',
  cell: (row, column) => `第 ${row} 行第 ${column} 列`,
  roles: {
    input: '输入',
    kernel: '核',
    output: '输出',
    partial: '部分结果',
    pad: '四周补的零',
    gap: '中间插的零',
    weight: '右下小字：权重',
    now: '当前',
    second: '另一个窗口',
    drop: '没有窗口读到',
    field: '感受野',
    heat: '有效感受野，由弱到强',
    spread: '有效感受野，正负 2σ',
    other: '其余',
    signed: '负（小格）到正（满格）',
    ink: '由弱到强',
  },
}
const en: Words = {
  back: 'Step back',
  play: 'Play',
  pause: 'Pause',
  forward: 'Step forward',
  step: (at, of) => `step ${at} / ${of}`,
  scrub: (of) => `step, of ${of}`,
  parameters: 'Parameters',
  invalid: 'Does not hold',
  copyLink: 'Copy link',
  copied: 'Copied',
  copyFailed: 'Could not copy; please select it yourself',
  copyCode: 'Copy the code',
  reset: 'Reset',
  embed: 'Embed',
  code: 'code',
  legend: 'Legend',
  failed: 'This figure failed and stays as it was first drawn. Reload the page to try again.',
  yes: 'yes',
  no: 'no',
  cell: (row, column) => `row ${row}, column ${column}`,
  roles: {
    input: 'input',
    kernel: 'kernel',
    output: 'output',
    partial: 'partial result',
    pad: 'zeros padded around',
    gap: 'zeros inserted between',
    weight: 'small numeral: weight',
    now: 'current',
    second: 'another window',
    drop: 'read by no window',
    field: 'receptive field',
    heat: 'effective field, weak to strong',
    spread: 'effective field, ±2σ',
    other: 'the others',
    signed: 'negative (small cell) to positive (full cell)',
    ink: 'weak to strong',
  },
}
export const words: Readonly<Record<Lang, Words>> = { zh, en }
