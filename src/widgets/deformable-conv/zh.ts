import { grouped, show } from '#ui/scale.ts'
import { type Messages, number, onPixel, pair, percent, sumText } from './messages.ts'

export const zh: Messages = {
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
