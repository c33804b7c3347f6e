import { grouped, show } from '#ui/scale.ts'
import { problemWords } from '#ui/zh.ts'
import type { Messages } from './messages.ts'

const filters = { sobelX: 'Sobel-x', sobelY: 'Sobel-y', laplacian: '拉普拉斯', box: '求和' }
export const zh: Messages = {
  maps: {
    input: () => ['输入 x', '照片的一块，24 列宽'],
    output: (_, { rows, columns }) => ['输出 conv(x)', `${rows}×${columns}`],
    shifted: (s) => ['平移后的输入', `移 ${s.shift} 列，补进真像素`],
    moved: (_, { rows, columns }) => ['它的输出', `先移后卷，${rows}×${columns}`],
    expected: (_, { by }) => ['输出也平移', `先卷后移，移 ${by} 列`],
    difference: (_, { unequal, difference }) => [
      '差',
      unequal ? `${difference.length} 格里 ${unequal} 格不是零` : `${difference.length} 格全是零`,
    ],
  },
  cell: ({ unit, moved }) =>
    `第 ${unit[0]} 行第 ${unit[1]} 列：${show(moved.data[unit[0] * moved.shape[3] + unit[1]], 1)}`,
  signed: '负（小格）到正（满格）',
  names: { shift: '平移', stride: '步幅', padding: '填充', filter: '核' },
  shiftHint: '列',
  filters,
  sharing: '权值共享',
  work: ({ unit, by }) => `输出 [${unit[0]}, ${unit[1]}] 与原来的 [${unit[0]}, ${unit[1] - by}]`,
  columns: ['核的格', '原来 x · w', '平移后 x · w'],
  sums: '和',
  workNote: (s, shape) => {
    const { first, second } = shape.terms
    const pixels = first.every((term, tap) => term.x === second[tap].x)
    if (!s.sharing) return `${pixels ? '像素一样，' : ''}权重却换了一套：每个位置各有自己的九个。`
    return pixels ? '同样的像素遇上同样的权重，和当然一样。' : '权重一样，窗口里的像素却不一样了。'
  },
  weights: '权重个数',
  shared: '共享',
  unshared: '不共享',
  weightsNote: (_, { rows, columns, macs }) =>
    `不共享时 ${rows}×${columns} 个输出各有 9 个，共 ${grouped(macs)} 个；乘加次数两种都是 ${grouped(macs)}。对数刻度。这里的“各有一套”，是把共享的核逐个乘上 0 到 2 之间固定的数。`,
  verdict: '守住了吗',
  verdictNote: (s, shape) => [
    !s.sharing
      ? '没有：不共享，同一个图案换个位置就遇上另一套权重。'
      : shape.whole
        ? shape.unequal
          ? `只在边上没守住：窗口碰到填充的零，就知道自己靠边。里面的格都相等。`
          : '守住了：移多少，输出就跟多少，一个数都不差。'
        : shape.unequal
          ? `没有：步幅 ${s.stride} 不整除 ${s.shift}，窗口落到别的像素上。移 ${shape.by} 列已经最接近，仍差到 ${show(shape.worst, 1)}。`
          : '数值碰巧一样。',
    `差最大 ${show(shape.worst, 1)}，不为零的有 ${shape.unequal} / ${shape.difference.length} 格。`,
  ],
  result: (s, { whole, by }) => (whole ? `${by} 列` : `${show(s.shift / s.stride)}，不是整数`),
  summary: (s) => `平移 ${s.shift}　s ${s.stride}　p ${s.padding}　${s.sharing ? '共享' : '不共享'}`,
  description: (s, shape) => {
    const { by, unequal, difference, worst, whole, unit } = shape
    const head = `输入平移 ${s.shift} 列，步幅 ${s.stride}，填充 ${s.padding}，${s.sharing ? `全图共用一个 ${filters[s.filter]} 核，9 个权重` : `每个位置一个核，${grouped(shape.weights)} 个权重`}。`
    const compared = whole ? `输出移 ${by} 列` : `输出该移 ${show(s.shift / s.stride)} 列，只能移 ${by} 列来比`
    const body = unequal
      ? `${compared}，重叠的 ${difference.length} 格里有 ${unequal} 格对不上，最多差 ${show(worst, 1)}。`
      : `${compared}，重叠的 ${difference.length} 格全部相等：平移等变。`
    return `${head}${body}选中第 ${unit[0]} 行第 ${unit[1]} 列，差 ${show(difference[shape.frame], 1)}。`
  },
  problem: (problem, shown) =>
    `${problemWords(problem)}图停在上一组成立的数字：步幅 ${shown.stride}，填充 ${shown.padding}。`,
  torchScene: '照片的 20 行 32 列灰度值',
  torchOwn: '每个输出一个核',
}
