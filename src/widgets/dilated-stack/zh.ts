import { kernelOf, letter, type Messages, percent, signed, square } from './messages.ts'
import { ratesOf } from './model.ts'

export const zh: Messages = {
  panel: (at, stage, parallel) =>
    parallel
      ? `支路 ${letter(at, true)}：${kernelOf(stage, '，空洞率')}`
      : `（${letter(at, false)}）空洞率 ${stage.dilation}`,
  panelText: (stage, parallel) => [
    `${parallel ? '这条' : '单层'}跨 ${square(stage.span)}`,
    `${parallel ? '并起' : '叠加'} ${square(stage.field)}`,
  ],
  panelLabel: (at, { field, touched }) => `第 ${at + 1} 幅：感受野 ${square(field)}，碰到 ${touched} 个输入`,
  cell: (row, column, uses) => `行 ${signed(row)}，列 ${signed(column)}：用到 ${uses} 次`,
  links: '一维：一个输出连到哪里',
  linksText: (parallel) =>
    parallel ? '各条支路都直接从输入读，粗线是当前这条' : '从输出往下，粗线是当前这一层；输入下的数是通到它的路数',
  linksLabel: ({ field, share }) => `一个方向上看 ${field} 格${share < 1 ? '，其中有没碰到的' : ''}`,
  levels: (level, last) => (level === 0 ? '输入' : level === last ? '输出' : `层 ${level}`),
  field: (size) => `感受野 ${size}`,
  table: (parallel) => (parallel ? '支路并联，不是叠加' : '单层的跨度，与叠加的感受野'),
  tableText: '权重按每对通道数；碰到几成，看感受野里的空格',
  columns: (parallel) => [parallel ? '支路' : '层', '空洞率', '权重', '单层跨', '感受野', '碰到'],
  names: { preset: '空洞率', kernel: '核', layers: '层数' },
  rate: (layer) => `第 ${layer} 层空洞率`,
  dense: '1 为密',
  presets: {
    '1-2-4': '1、2、4',
    '2-2-2': '2、2、2',
    '1-2-5': '1、2、5',
    '2-4-8': '2、4、8',
    aspp: 'ASPP（并联）',
    own: '自己定',
  },
  kernels: { 3: '3×3', 5: '5×5' },
  uses: (most) => `被用到的次数，最多 ${most}`,
  untouched: '感受野里没有碰到',
  taps: ({ kernelSize }) => `这一层的 ${kernelSize ** 2} 个权重`,
  chosen: '选中的输入',
  work: '选中的输入用了几次',
  term: (at, parallel) => (parallel ? `支路 ${letter(at, true)}` : '行上的路 × 列上的路'),
  total: '用到的次数',
  workNote: ({ parallel, shared, stages, now }) =>
    `${parallel ? '每条支路里行、列各选各的权重，次数相乘；支路之间相加。' : '一条路在每层选一个权重，行和列各选各的，所以相乘。'}旁边一格的输出也看到其中 ${shared} 个输入${shared === 0 && stages[now].share < 1 ? '：相邻两个输出各看各的，这就是网格效应' : ''}。`,
  weights: '权重一个不多',
  weightBars: ({ stages, now, parallel }) => [
    parallel ? `${now + 1} 条支路` : `${now + 1} 层`,
    `密的 ${square(stages[now].field)}`,
  ],
  weightsNote: ({ stages, now, weights }) =>
    `${stages
      .slice(0, now + 1)
      .map((stage) => stage.weights)
      .join(' + ')} = ${weights}，与空洞率无关：洞里的零不存，也不算。`,
  rules: '会不会漏看',
  rulesNote: ({ rules, stages, now, parallel }) => {
    const stage = stages[now]
    const seen = `数出来：${stage.touched} / ${stage.field ** 2} = ${percent(stage.share)}。`
    if (parallel) return ['HDC 的选法管的是逐层叠加；支路并联，各看各的格，本来就稀。', seen]
    const verdict =
      rules.holds && stage.share < 1
        ? '两条都过，还是漏了：它们是选法，不是证明，第一层最好取 1。'
        : rules.holds
          ? '两条都过。'
          : '有一条不过。'
    return [
      `公因子 ${rules.commonFactor}，要是 1；M₂ = ${rules.distance}，要不大于核 ${stage.kernelSize}（HDC，arXiv:1702.08502）。${verdict}`,
      seen,
    ]
  },
  summary: (s) => (s.preset === 'aspp' ? 'ASPP' : `${square(Number(s.kernelSize))}　d ${ratesOf(s).join('、')}`),
  description: (s, { parallel, stages, now, row, column, uses }) => {
    const stage = stages[now]
    const head = parallel
      ? `ASPP：1×1 与空洞率 ${ratesOf(s).slice(1).join('、')} 的 3×3 并联，不是叠加（全局池化那一路没有画）。并到第 ${now + 1} 条`
      : `空洞率 ${ratesOf(s).join('、')} 逐层叠加。叠到第 ${now + 1} 层`
    return `${head}：${parallel ? '这条支路' : '单层'}跨 ${square(stage.span)}，感受野 ${square(stage.field)}，碰到 ${stage.field ** 2} 个输入里的 ${stage.touched} 个，${percent(stage.share)}。选中的输入（行 ${signed(row)}，列 ${signed(column)}，以输出正下方为 0）用到 ${uses} 次。`
  },
  problem: ({ size, room }, shown) =>
    `感受野会有 ${square(size)}，图里最多画 ${square(room)}。图停在上一组成立的数字：空洞率 ${ratesOf(shown).join('、')}。`,
}
