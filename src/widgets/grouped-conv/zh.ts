import { compact, grouped } from '#ui/scale.ts'
import { problemWords } from '#ui/zh.ts'
import { cutShort, first, form, inputsOf, type Messages, percent, square, summary } from './messages.ts'

export const zh: Messages = {
  preset: '例子',
  presets: {
    custom: '自己定',
    alexnet: 'AlexNet第二层',
    resnext: 'ResNeXt-50的3×3',
    mobilenet: 'MobileNet v1的一块',
    shufflenet: 'ShuffleNet的打乱（12个通道示意）',
  },
  names: { inChannels: '输入通道', outChannels: '输出通道', groups: '组数', kernelSize: '核', inputSize: '图的边长' },
  divides: '要整除通道',
  after: '后面接',
  afters: { nothing: '不接', grouped: '再分组一层', shuffle: '打乱，再分组', pointwise: '1×1' },
  unit: '追踪的输出通道',
  links: '谁连到谁',
  linksText: (whole) =>
    `一个方格是一个通道，一条连线是一个核。点输出通道，看它通到哪里。${cutShort(whole) ? '每列只画16个。' : ''}`,
  linksLabel: (whole) => `通道之间的连线：第 ${whole.channel + 1} 个输出通到 ${inputsOf(whole).length} 个输入通道`,
  columns: ({ columns }) =>
    columns.map(({ channels }, at) => `${at === 0 ? '输入' : at === columns.length - 1 ? '输出' : ''} ${channels}`),
  steps: ({ layers, shape }) =>
    layers.map((layer) => {
      if (layer.type !== 'conv') return '打乱'
      const groups = layer.groups ?? 1
      const how = groups === 1 ? '' : groups === shape.inChannels ? '逐通道' : `${groups} 组`
      return `${square(Number(layer.kernelSize))}${how && `，${how}`}`
    }),
  rest: (count) => `还有 ${count}`,
  matrix: '谁看得到谁',
  matrixText: (whole) => `一行一个输出，一列一个输入${cutShort(whole) ? '，各画16个' : ''}。涂满的格：从头到尾连得上。`,
  matrixLabel: ({ columns, seen }) =>
    `连接矩阵，${seen.length} 行 ${columns[0].shown.length} 列，每行看得到 ${seen[0].length} 列`,
  sees: '看得到的输入',
  forms: { standard: '普通', grouped: '分组', depthwise: '逐通道', separable: '深度可分离', chain: '图中这一串' },
  formName: ({ name }, shape) =>
    name === 'grouped' ? (shape.groups === 1 ? '分1组' : `分 ${shape.groups} 组`) : zh.forms[name],
  weights: '权重',
  weightsText: '百分数与普通卷积相比；断成两截的，后一截是1×1（或第二层）。',
  macs: '乘加次数（MACs）',
  macsText: ({ inputSize }) =>
    `每个权重在 ${square(inputSize)} 的图上各用 ${grouped(inputSize ** 2)} 次，比例与权重一样。`,
  work: '权重怎么算',
  workNote: (whole) => {
    const separable = form(whole, 'separable')
    const share = separable ? separable.layers[1].weights / separable.weights : 0
    return `深度可分离的权重里，1×1占 ${percent(share)}。都不计偏置；FLOPs是乘加次数的两倍。`
  },
  mixing: '组与组通不通',
  mixingNote: (whole) => {
    const { shape } = whole
    const seen = inputsOf(whole).length
    const head = `每个输出看得到 ${shape.inChannels} 个输入通道中的 ${seen} 个。`
    if (seen === shape.inChannels) return `${head}通道全都连上了。`
    return shape.after === 'grouped'
      ? `${head}再叠多少层同样的分组也是这些：分块对角的矩阵相乘还是分块对角。`
      : `${head}别的组怎样变，它都不知道。`
  },
  shuffleNote: ({ groups }) =>
    `打乱：把通道排成 ${groups} 行，改按列读。这样下一层的每一组，都从前一层的各组里各拿到一些。`,
  torchNote: '对一个输出求梯度，不为零的就是它看得到的输入',
  summary,
  description: (whole) => {
    const { shape, channel } = whole
    const { inChannels, outChannels, groups, kernelSize, after } = shape
    const seen = inputsOf(whole)
    const kind = groups === 1 ? '不分组' : groups === inChannels ? '每组一个通道，即逐通道' : `分成 ${groups} 组`
    const then =
      after === 'nothing'
        ? ''
        : `，后面接${{ grouped: '同样的一层', shuffle: '通道打乱和同样的一层', pointwise: '1×1卷积' }[after]}`
    const { weights, macs, share } = whole.drawn
    const costs = `权重 ${grouped(weights)} 个，乘加 ${compact(macs)} 次，是普通卷积的 ${percent(share)}。`
    return `${inChannels} 个输入通道到 ${outChannels} 个输出通道，核 ${square(kernelSize)}，${kind}${then}。第 ${channel + 1} 个输出看得到 ${seen.length} 个输入${seen.length === 1 ? `（第 ${first(seen)} 个）` : ''}。${costs}`
  },
  problem: ({ problem, fits }, shown) =>
    `${problemWords(problem)}可以取 ${fits.join('、')}。图停在上一组成立的数字：${summary(shown)}。`,
}
