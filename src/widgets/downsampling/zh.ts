import { compact, grouped, show } from '#ui/scale.ts'
import { problemWords } from '#ui/zh.ts'
import { chain, droppers, type KindWords, type Messages, square, times } from './messages.ts'
import { stageNames } from './model.ts'

const kinds: KindWords = {
  stridedConv: '3×3 卷积，步幅 2',
  sameConv: '3×3 卷积，步幅 1',
  maxPool: '2×2 最大池化',
  averagePool: '2×2 平均池化',
  none: '不设',
}

export const zh: Messages = {
  names: { input: '输入边长', channels: '首层通道', padding: '填充', shift: '平移' },
  stage: (index) => `第 ${index} 级`,
  kinds,
  paddingHint: '步幅 2 卷积',
  input: '输入',
  size: square,
  channels: (count) => `${count} 通道`,
  op: ({ kind, padding }) =>
    kind === 'stridedConv' || kind === 'sameConv' ? `${kinds[kind]}，填充 ${padding}` : kinds[kind],
  lost: ({ dropped, lost }) => {
    if (!dropped) return ''
    return lost ? `末尾 ${lost} 行 ${lost} 列被舍掉` : '舍掉的只是填充'
  },
  mapLabel: (name, size, stage) =>
    `${name} ${square(size)}${stage?.lost ? `，最后 ${stage.lost} 行和 ${stage.lost} 列没有窗口读到` : ''}`,
  dropLegend: '下一级没有窗口读到',
  ledger: '每一级的账',
  columns: ['级', '尺寸', '激活数', '乘加次数'],
  total: '合计',
  savings: ({ total, undiminished }) =>
    undiminished.macs > total.macs
      ? `同样的卷积若全用步幅 1、不池化，要 ${compact(undiminished.macs)} 次乘加，是现在的 ${times(undiminished.macs, total.macs)} 倍；参数照旧是 ${grouped(total.parameters)} 个，与分辨率无关。`
      : `乘加次数与全用步幅 1、不池化时一样；参数 ${grouped(total.parameters)} 个，与分辨率无关。`,
  equivariance: '平移还守得住吗',
  barsLabel: ({ equivariance: e }) =>
    `${e.actual.length} 个输出：照片的像素平移 ${e.shift} 列之后，与原输出移 ${e.outputs} 格相比，最多差 ${show(e.worst, 1)}`,
  barsKey: ({ equivariance: e }) => [`平移 ${e.shift} 列后的输出`, e.outputs ? `原输出移 ${e.outputs} 格` : '原输出'],
  equivarianceNote: ({ equivariance: e }) =>
    `${
      e.whole
        ? `累计步幅 ${e.stride}，平移 ${e.shift} 列正好是 ${e.outputs} 格，两者处处相同。`
        : `累计步幅 ${e.stride}，${e.shift} 不是它的倍数，采样点换了一批：最接近的是${e.outputs ? `移 ${e.outputs} 格` : '不移'}，灰度还是差到 ${show(e.worst, 1)}。`
    }取照片的几行首尾相接来算，卷积用 [1, 2, 1] / 4，只比不碰填充的输出。`,
  torchNote: '与图中各级相同；输出尺寸写在每行后面',
  summary: (s) => `i ${s.inputSize}　通道 ${s.channels}　平移 ${s.shift}`,
  description: (s, shape) => {
    const last = shape.stages[shape.stages.length - 1]
    const lost = droppers(shape)
    const drop = lost.length ? `第 ${lost.join('、')} 级的步幅除不尽，末尾的行列被舍掉。` : '没有一级丢掉输入的行列。'
    return `下采样：${chain(s, shape, ' → ')}，最后 ${last.channels} 通道，${grouped(last.activations)} 个激活；一共 ${compact(shape.total.macs)} 次乘加。${drop}`
  },
  problem: (trouble, shown) =>
    `第 ${trouble.stage} 级：${problemWords(trouble)}图停在上一组成立的数字：输入边长 ${shown.inputSize}，${stageNames.filter((name) => shown[name] !== 'none').length} 级。`,
}
