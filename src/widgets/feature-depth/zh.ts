import { grouped, show } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { best, type Interval, labels, type Reading, type Shape, type State, stageNames } from './model.ts'

const classes = ['T恤', '裤子', '套头衫', '连衣裙', '外套', '凉鞋', '衬衫', '运动鞋', '包', '短靴']
const stages = { shallow: '浅层', middle: '中层', deep: '深层' } as const
const square = (size: number): string => `${size}×${size}`
const percent = (value: number): string => `${show(100 * value, 1)}%`
const whole = (value: number): string => `${Math.round(100 * value)}%`
const span = ([first, last]: Interval): string => (first === last ? `${first}` : `${first}–${last}`)
const place = (row: Interval, column: Interval): string => `第 ${span(row)} 行、第 ${span(column)} 列`
const kib = (bytes: number): string => show(bytes / 1000, 0)

function what(state: State, own = false): string {
  if (own) return '载入的图片'
  if (state.source === 'drawing') return '手绘的图'
  return `测试图 ${state.image}（${classes[labels[state.image]]}）`
}

const verdict = (probabilities: readonly number[]): string => {
  const given = best(probabilities)
  return `${classes[given]} ${percent(probabilities[given])}`
}

function description(state: State, shape: Shape, reading: Reading | undefined): string {
  const { field, seen, patch } = shape
  const hidden = shape.covers ? `，遮住${place(patch.rows, patch.columns)}` : ''
  const net = state.weights === 'trained' ? '训练过的网络' : '没训练过、权重随机的网络'
  const before = reading && shape.covers ? `（不遮时${verdict(reading.whole)}）` : ''
  const given = reading ? `：判为${verdict(reading.probabilities)}${before}` : ''
  const first = `${what(state, reading?.own)}送进${net}${hidden}${given}。`
  const size = field.rows[1] - field.rows[0] + 1
  const value = reading ? `值 ${show(reading.value)}，` : ''
  const rest = seen.rows[1] - seen.rows[0] + 1 < size || seen.columns[1] - seen.columns[0] + 1 < size
  const unit = `${stages[state.stage]} ${shape.channel} 号通道第 ${shape.unit[0]} 行第 ${shape.unit[1]} 列：${value}感受野 ${square(size)}，看输入${place(seen.rows, seen.columns)}${rest ? '，其余落在填充里' : ''}。`
  const active = reading
    ? `有激活的格子：${stageNames.map((name, at) => `${stages[name]} ${whole(reading.active[at])}`).join('，')}。`
    : ''
  return first + unit + active
}

export const zh: Messages = {
  classes,
  stages,
  input: '输入',
  inputText: (state, own) =>
    own ? '28×28，自己的图片' : state.source === 'drawing' ? '28×28，手绘' : `28×28，${classes[labels[state.image]]}`,
  inputLabel: ({ seen }) => `输入 28×28，虚线框出感受野：${place(seen.rows, seen.columns)}`,
  stageText: (size, channels, field) => `${square(size)}，${channels} 通道，看 ${square(field)}`,
  mapText: (channel, most) => `${channel} 号通道，最大 ${show(most)}`,
  mapLabel: (stage, channel, size) => `${stages[stage]} ${channel} 号通道的激活图，${square(size)}`,
  unitLabel: (row, column, value) => `第 ${row} 行第 ${column} 列：${show(value)}`,
  sheetLabel: (stage) => `${stages[stage]}的全部通道，选一个`,
  channelLabel: (channel) => `${channel} 号通道`,
  pickerLabel: `${labels.length} 张测试图，选一张`,
  pictureLabel: (image) => `${what({ source: 'test', image } as State)}`,
  drawLabel: (row, column, inked) => `第 ${row} 行第 ${column} 列，${inked ? '有墨' : '空白'}；空格键画，退格键擦`,
  legend: { field: '感受野，和组成它的格子', now: '选中的格子与通道', cover: '遮住的一块', ink: '激活由弱到强' },
  names: {
    stage: '哪一级',
    channel: '通道',
    row: '行',
    column: '列',
    image: '测试图',
    coverRow: '遮住的首行',
    coverColumn: '遮住的首列',
    coverSize: '边长',
  },
  source: '输入从哪里来',
  sources: { test: '测试图', drawing: '手绘' },
  weights: '权重',
  weightNames: { trained: '训练后', random: '随机' },
  cover: '遮住一块',
  summary: (state, shape) => `${stages[state.stage]}　通道 ${shape.channel}　行 ${shape.unit[0]}　列 ${shape.unit[1]}`,
  description,
  drawHint: '在输入上拖动来画；键盘用方向键移动，空格键画，退格键擦。',
  wipe: '橡皮',
  clear: '清空',
  load: '载入图片',
  loadHint: '缩到 28×28，不离开本页。',
  loaded: (inverted) =>
    inverted
      ? '已缩到 28×28；底色亮，所以反了相，与数据集一样黑底。图片没有离开本页。'
      : '已缩到 28×28；底色暗，与数据集一样，没有反相。图片没有离开本页。',
  notAPicture: '这个文件读不成图片。',
  back: '换回测试图',
  progress: (received, total) => `正在取网络的权重：${kib(received)} / ${kib(total)} kB`,
  slow: (received, total) => `网络慢，已收到 ${kib(received)} / ${kib(total)} kB，还在等。`,
  failed: (reason) => `没有取到网络：${reason}。上面的图是事先算好的那一张。`,
  reasons: { network: '下载中断了', worker: '计算线程起不来' },
  retry: '再试一次',
  titles: {
    classes: '判成哪一类',
    patches: '最激活这个通道的九张图块',
    sum: '这一格怎么算',
    kernels: '第一级的核',
    cover: '遮住之后，谁变了',
    numbers: '三级的数字',
  },
  classesNote: ({ probabilities }, truth, milliseconds) => {
    const right = truth === null ? '' : best(probabilities) === truth ? '判对了。' : `判错了，它是${classes[truth]}。`
    return `${right}${milliseconds === null ? '' : `这一张在本机算了 ${show(milliseconds, 1)} 毫秒。`}`
  },
  share: percent,
  change: (before, after) => `${percent(before)} → ${percent(after)}`,
  patchesLabel: (stage, channel) => `测试集里最激活${stages[stage]} ${channel} 号通道的九张图块，各切到感受野大小`,
  patchesNote: (counts, [least, most], value) =>
    `来自${counts.map(([label, count]) => `${classes[label]} ${count}`).join('、')}；激活 ${show(least)}–${show(most)}，选中的格子是 ${show(value)}。斜线是图外的填充。`,
  patchesNone: '这个通道在测试集里从来没有激活过。',
  patchesWait: '正在取图块的说明……',
  patchesFailed: '没有取到图块的说明。',
  term: (stage, from) => (stage === 0 ? `核第 ${from} 行 · 像素` : `前一层 ${from} 号图`),
  others: (count) => `其余 ${count} 张图`,
  bias: '偏置',
  sumName: ({ channel, unit }) => `y[${channel},${unit.join(',')}]`,
  sumNote: ({ total, taps }, stage) =>
    `${total > 0 ? '和大于 0，ReLU 原样放过' : `和是 ${show(total)}，不大于 0，ReLU 把它变成 0`}。每项是${stage === 0 ? '核的一行' : '一张 3×3 窗口'}的乘积之和，共 ${taps} 个乘积。`,
  kernelLabel: (channel, isEdge, coherence) =>
    `${channel} 号核：${isEdge ? '有方向的边' : '不算边'}，方向一致度 ${show(coherence)}`,
  pause: '；',
  kernelsNote: (edges, count, baseline) =>
    `${count} 个核里 ${edges} 个算有方向的边（画了底线）${baseline === null ? '' : `；同一规则下，随机的核有 ${baseline} 个`}。规则：能量里均匀的部分不到一半，且明暗变化的方向一致度过半。`,
  coverNote: ({ patch, covers }, { whole, covered }) =>
    `${covers ? '遮住' : '如果遮住'}${place(patch.rows, patch.columns)}：${verdict(whole)}变成${verdict(covered)}。感受野越大，跟着变的格子越多。`,
  coverHint: (covers) => (covers ? '变得最多的通道用虚线框出。' : '打开“遮住一块”，就能在输入上拖着它走。'),
  columns: {
    stage: '级',
    map: '图',
    channels: '通道',
    field: '感受野',
    stride: '累计步幅',
    active: '有激活',
    changed: '变了的格子',
    most: '变最多的通道',
    sums: '它的总和',
  },
  numbersNote: (parameters, macs) => `整个网络 ${grouped(parameters)} 个参数，一张图 ${grouped(macs)} 次乘加（MACs）。`,
  more: '这个网络是怎么来的',
  torch: {
    file: (url) => `先下载 ${url}`,
    layout: '各层的偏置与步长（float32），然后是各层的权重（int8）',
    random: '权重是随机的，所以数值与图中不同',
    own: '载入的图片没有离开网页，这里用空白代替',
  },
}
