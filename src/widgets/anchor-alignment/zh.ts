import { show } from '#ui/scale.ts'
import { box, fieldSize, type Messages, most, percent, ratio } from './messages.ts'

export const zh: Messages = {
  pictureTitle: '锚框与感受野',
  pictureText: ({ level }, every) =>
    `图片 ${level.span}×${level.span}，特征图 ${level.size}×${level.size}，网格线每 ${every * level.stride} 像素一条。点一处换单元。`,
  photo: '照片：一个人和他的相机',
  pictureLabel: (span) => `照片放到 ${span}×${span}，上面画着锚框、感受野和特征图的网格`,
  cursor: '选单元：方向键换行换列',
  unit: (level, [row, column]) => `${level.name}特征图第 ${row} 行第 ${column} 列`,
  compareTitle: '横着量一量',
  compareText: '虚线之间是感受野，深色小山是有效感受野；锚框伸到虚线外的部分，这个单元看不见。',
  compareLabel: (shape) =>
    `感受野宽 ${shape.columns.field[1] - shape.columns.field[0] + 1}，有效感受野正负 2σ 宽 ${Math.round(4 * shape.columns.shares.standardDeviation)}，锚框 ${shape.anchors.map(box).join('、')}`,
  fieldName: '感受野',
  effectiveName: '有效',
  spreadLabel: (width) => `±2σ ${Math.round(width)}`,
  anchors: '锚框',
  size: box,
  legend: { now: '选中的锚框和单元', other: '其余锚框' },
  network: '网络',
  presets: { zf: 'ZF', vgg16: 'VGG-16', resnet50fpn: 'ResNet-50-FPN' },
  ratio: '宽高比',
  ratios: { one: '只要 1:1', three: '2:1、1:1、1:2', five: '3:1 到 1:3' },
  names: {
    level: '层级',
    row: '单元，纵',
    column: '单元，横',
    baseSize: '基准边长',
    scale: '最小倍数',
    scales: '几种倍数',
    anchor: '哪个锚框',
  },
  over: ([start, end]) => (start <= 0 && end <= 0 ? '在内' : `${show(start)} / ${show(end)}`),
  percent,
  times: ratio,
  anchorTitle: '每个锚框超出多少',
  anchorColumns: ['宽×高', '÷ 感受野', '横向超出', '纵向超出', '盖住', '÷ ±2σ'],
  anchorNote: ({ columns: { offset }, anchors }) => {
    const outside = anchors.filter((anchor) => anchor.leaves).length
    return [
      '倍数按长边算；超出以像素计，先起始端后末端，负数是离感受野边缘还差多少；盖住是感受野占锚框面积的多少。',
      offset === 0 ? '锚框与感受野的中心重合。' : `锚框的中心比感受野的中心偏 ${show(offset)} 像素。`,
      outside > 0 ? `有 ${outside} 个锚框伸出图外，Faster R-CNN 训练时不用它们。` : '',
    ].join('')
  },
  levelTitle: '各网络、各层级对照',
  levelColumns: ['特征图', '步幅', '锚框边长', '感受野', '±2σ', '最大 ÷ 感受野'],
  levelNote:
    '±2σ 按每层取窗口的平均、每个分支取平均来算，没有用训练出的权重。FPN 的低层经上采样的支路也看得很远，但大部分路径集中在中间，±2σ 随锚框逐级变大。',
  fieldSum: '感受野',
  overSum: (sum) => `选中的锚框横向超出：${sum}`,
  summary: ({ level, anchors, chosen }) =>
    `${level.name || ''}　锚框 ${box(anchors[chosen])}　感受野 ${level.fieldSize}`.trim(),
  description: (shape) => {
    const { level, unit, anchors, chosen, columns } = shape
    const anchor = anchors[chosen]
    const head = `${zh.presets[level.preset]}${level.name && ` 的 ${level.name}`}，步幅 ${level.stride}，第 ${unit[0]} 行第 ${unit[1]} 列的单元：感受野 ${fieldSize(shape)}，有效感受野正负 2σ 约 ${Math.round(4 * columns.shares.standardDeviation)} 像素。`
    const far =
      most(anchor) > 0
        ? `锚框 ${box(anchor)} 的长边是感受野的 ${ratio(anchor.byField)} 倍，最多一端伸出 ${show(most(anchor))} 像素，感受野只盖住它的 ${percent(anchor.covered)}`
        : `锚框 ${box(anchor)} 整个在感受野里，长边是感受野的 ${ratio(anchor.byField)} 倍`
    const beyond = anchors.filter((each) => most(each) > 0).length
    return `${head}${far}，是有效感受野的 ${ratio(anchor.bySpread)} 倍。${anchors.length} 个锚框里有 ${beyond} 个超出感受野。`
  },
}
