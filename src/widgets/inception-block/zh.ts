import { grouped } from '#ui/scale.ts'
import { problemWords } from '#ui/zh.ts'
import { channelsOf, costs, fieldsOf, type Messages, square, stepName } from './messages.ts'

export const zh: Messages = {
  preset: '模块',
  presets: { paper: '（3a），论文', torchvision: '（3a），torchvision', custom: '自己搭' },
  reduction: '降维（1×1）',
  align: '各路对齐',
  filter: '照片上的核',
  filters: { edge: '竖边', mean: '平均' },
  names: { inChannels: '输入通道', inputSize: '图的边长' },
  block: '一份输入，几路并行',
  blockText: '色条的长度就是通道数，按比例；线上的数也是通道数。',
  blockLabel: (whole) =>
    `${whole.paths.map((path) => `${path.letter}：${path.steps.map((step) => stepName(step, zh)).join('、')}`).join('；')}，输出 ${channelsOf(whole, '、')} 个通道，拼接成 ${whole.shape[0]} 个`,
  pool: '池化',
  joined: '拼接',
  maps: '同一张照片，几种核',
  mapsText: ({ filter }) =>
    filter === 'edge'
      ? '核越大，看到的边越粗；1×1 只有一个权重，只能照原样放行。'
      : '核越大，抹得越匀；1×1 只有一个权重，只能照原样放行。',
  photo: (size) => `照片，${square(size)}`,
  credit: '照片：Lav Varshney，CC0',
  map: ({ letter, op, kernelSize }) => `${letter}　${op === 'conv' ? '' : '最大池化 '}${square(kernelSize)}`,
  stack: ({ maps }) => `按通道拼接，${maps.length} 张`,
  edit: '改支路',
  branch: (letter) => `支路 ${letter}`,
  parts: { op: '运算', kernelSize: '核', reduce: '先降到', outChannels: '宽度', padding: '填充' },
  ops: { conv: '卷积', maxPool: '池化' },
  remove: (letter) => `去掉 ${letter}`,
  add: '加一路',
  editNote: (align) =>
    align
      ? '“先降到”填 0 就不降。各路对齐时，填充取 (k − 1) / 2；取消对齐，可以自己填。'
      : '填充由你定：各路的高和宽相等，才拼得起来。',
  costs: '逐路算',
  head: ['支路', '感受野', '通道', '权重', '乘加次数'],
  total: '合计',
  compare: '有降维与不降维',
  with: '有降维',
  without: '不降维',
  weights: '权重',
  macs: '乘加次数（MACs，FLOPs 是两倍）',
  channels: '输出通道',
  sizes: '各路的高和宽',
  unpadded: (size) => (size === null ? '不填充就放不下' : `不填充是 ${size}`),
  sizesNote: '拼接只看高和宽，通道数可以不同。',
  fields: '各路看多大',
  fieldsLabel: ({ paths, field }) =>
    `感受野：${paths.map((path) => `${path.letter} ${square(path.field)}`).join('，')}；整块取最大的 ${square(field)}。`,
  torchNote: '激活没有权重，这里略去',
  summary: (state, { shape }) => `${state.inChannels} → ${shape[0]}　${zh.presets[state.preset]}`,
  description: (state, whole) => {
    const { shape } = whole
    const { weights, macs } = costs(state, whole)
    const other = state.reduction
      ? `不降维要 ${grouped(whole.plain.weights)} 个权重`
      : `有降维只要 ${grouped(whole.reduced.weights)} 个权重`
    return `Inception 模块${zh.presets[state.preset]}：输入 ${state.inChannels}×${square(state.inputSize)}，${whole.paths.length} 路输出 ${channelsOf(whole, '、')} 个通道，拼接成 ${shape.join('×')}。各路感受野 ${fieldsOf(whole, '、')}，整块 ${whole.field}。${state.reduction ? '有降维' : '不降维'}，${grouped(weights)} 个权重，${grouped(macs)} 次乘加；${other}。`
  },
  problem: (trouble) => {
    const what =
      trouble.code === 'branch'
        ? `支路 ${trouble.letter}：${problemWords(trouble.problem)}`
        : `拼接要求各路的高和宽相等，现在 ${trouble.sizes.map(({ letter, size }) => `${letter} 是 ${square(size)}`).join('，')}。步幅为 1 时，每侧填充 (k − 1) / 2 才不改变大小。`
    return `${what}图停在上一组成立的数字。`
  },
}
