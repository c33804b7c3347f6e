import { show } from '#ui/scale.ts'
import { problemWords } from '#ui/zh.ts'
import { kindOf, type Messages, paddingRead, percent, square } from './messages.ts'
import { cellsBetween, realCells } from './model.ts'

export const zh: Messages = {
  projectionTitle: '一维投影',
  projectionText: '最下一行是输入。点任何一格，看它读了下面的哪些格；点线空格是公式算进、其实没有的格。',
  fieldTitle: '二维感受野',
  fieldText: '在图上点一处，换成看那里的单元。',
  input: '输入',
  brace: (unit, [first, last]) =>
    `单元 ${unit} 看到 ${show(first)} 到 ${show(last)}，共 ${cellsBetween([first, last])} 格`,
  paths: '路径',
  projection: (layer, unit, [first, last]) =>
    `一维投影：${layer || '输入'} 的单元 ${unit} 看到输入的第 ${show(first)} 到第 ${show(last)} 格`,
  projectionLabel: '选单元：左右键换单元，上下键换层',
  unitLabel: (layer, unit) => `${layer || '输入'}，单元 ${unit}`,
  photo: (size) => `输入 ${square(size)}，虚线框：理论感受野`,
  photoLabel: (size) => `照片缩到 ${square(size)}，虚线框是理论感受野`,
  pictureLabel: '选单元：方向键换行换列',
  cellLabel: (layer, [row, column]) => `${layer || '输入'}，第 ${row} 行第 ${column} 列`,
  heat: '有效感受野：梯度的大小',
  heatLabel: (deviation) =>
    deviation
      ? `有效感受野：梯度从中心向外减弱，标准差纵 ${show(deviation[0])}、横 ${show(deviation[1])} 格`
      : '有效感受野',
  computing: '正在计算',
  axes: ['纵向', '横向'],
  theoretical: '理论感受野',
  reallyRead: '真读到的输入',
  deviation: '有效感受野的标准差 σ',
  share: '正负 2σ 占理论值',
  between: ([first, last], size) => `${show(first)} 到 ${show(last)}，${size} 格`,
  real: (reads) => {
    const cells = realCells(reads)
    return cells ? `${cells[0]} 到 ${cells[1]}，${cellsBetween(cells)} 格` : '只有填充'
  },
  number: (value) => show(value),
  percent,
  table: '逐层的大小、累计步幅、感受野、起点和中心',
  layer: '层',
  quantities: {
    size: '尺寸',
    effectiveStride: '累计步幅',
    fieldSize: '感受野',
    start: '单元 0 起点',
    centre: '单元 0 中心',
  },
  startSymbol: '起点',
  kind: kindOf,
  place: ({ centre, half, ends }) =>
    `这个单元的中心在 ${centre}，两边各伸 ${half} 格：从 ${show(ends[0])} 到 ${show(ends[1])}。`,
  networks: '网络',
  ways: '三种放大办法',
  presets: {
    strided: '步幅 1、2、1',
    lenet5: 'LeNet-5',
    alexnet: 'AlexNet',
    vgg16: 'VGG-16',
    plain: '三层 3×3',
    dilated: '加空洞 1、2、4',
    pooling: '加池化',
    largeKernel: '换成 7×7',
    custom: '自己搭',
  },
  type: '类型',
  types: { conv: '卷积', maxPool: '最大池化', averagePool: '平均池化' },
  earlier: '前移',
  later: '后移',
  remove: '删除',
  add: '在后面加一层',
  editing: (name) => `改 ${name || '输入'}`,
  names: {
    inputSize: '输入',
    layer: '第几层',
    unit: '单元，横',
    row: '单元，纵',
    kernelSize: '核',
    stride: '步幅',
    padding: '填充',
    dilation: '空洞率',
  },
  walk: '往回走了几层',
  legend: { heat: '路径数、梯度，由弱到强', now: '选中的单元' },
  torchLayers: '核、步幅、填充、空洞率；池化读同样的窗口，也写成一层全 1 的卷积',
  torchSeen: (rows, columns) => `行 ${rows}，列 ${columns}`,
  torchSpread: (deviations) => `标准差，先纵后横${deviations && `：${deviations}`}`,
  summary: ({ levels, layer, unit }) =>
    `${levels[layer].name || '输入'}　单元 ${unit[1]}　感受野 ${levels[layer].fieldSize}`,
  description: (_, shape) => {
    const { levels, layer, unit, step, columns, inputSize, effective } = shape
    const level = levels[layer]
    const size = level.fieldSize
    const head = `${level.name || '输入'} 有 ${square(level.size)} 个单元，累计步幅 ${level.effectiveStride}，感受野 ${square(size)}。`
    if (step < layer) {
      const at = layer - step
      const [first, last] = columns[at].interval
      return `${head}横向单元 ${unit[1]} 往回走了 ${step} 层，到 ${levels[at].name}：看到第 ${show(first)} 到第 ${show(last)} 个单元。`
    }
    const [first, last] = columns[0].interval
    const cells = realCells(columns[0])
    const outside = paddingRead(size, columns[0])
    const real = cells
      ? `输入只有 0 到 ${inputSize - 1}，真读到的是 ${cells[0]} 到 ${cells[1]}，共 ${cellsBetween(cells)} 格${outside > 0 ? `，另外 ${outside} 格落在填充里` : ''}。`
      : '这些格全在填充里，真输入一格也没读到。'
    const spread = effective?.standardDeviation
      ? `有效感受野的标准差，纵 ${show(effective.standardDeviation[0])} 格，横 ${show(effective.standardDeviation[1])} 格。`
      : ''
    return `${head}横向单元 ${unit[1]} 看到 ${show(first)} 到 ${show(last)}；${real}${spread}`
  },
  problem: ({ name, problem }) => `${name}：${problemWords(problem)}图停在上一组成立的层。`,
}
