import { grouped, show } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

const triple = (values: readonly number[]): string => values.map((value) => show(value)).join('、')

export const zh: Messages = {
  preset: '权重',
  presets: { opponent: '对立色', grey: '灰度', swap: '红蓝对调', identity: '恒等', custom: '自己填' },
  activation: '激活（ReLU）',
  outChannels: '输出通道',
  row: '行',
  column: '列',
  input: '输入：3 个通道',
  inputText: (side) => `${side}×${side} 的照片。点一个像素，或用方向键换。`,
  credit: '猫：Stefan van der Walt，CC0',
  picture: (side) => `猫的照片，${side}×${side} 个像素`,
  pixel: (row, column, x) => `第 ${row} 行第 ${column} 列，红、绿、蓝是 ${triple(x)}`,
  plane: (letter) => `通道 ${letter}`,
  product: '一个像素，一次矩阵乘法',
  productText: '每个像素乘同一个 W，不看邻居。',
  stack: (from, to) => `${from} 张图的一摞，经过 1×1 卷积变成 ${to} 张图的一摞`,
  output: '输出',
  outputText: (channels) => {
    if (channels < 3) return `3 个通道降到 ${channels} 个。`
    return channels > 3 ? `3 个通道升到 ${channels} 个。` : '还是 3 个通道，内容重新搭配。'
  },
  map: (index, low, high) => `输出通道 ${index}，值从 ${show(low)} 到 ${show(high)}`,
  outputNames: {
    opponent: ['亮度', '红 − 绿', '黄 − 蓝'],
    grey: ['灰度'],
    swap: ['原来的蓝', '原来的绿', '原来的红'],
    identity: ['红', '绿', '蓝'],
  },
  colours: '三个输出当作红、绿、蓝',
  names: { W: '权重 W', x: '像素 x', b: '偏置 b', y: '输出 y' },
  work: '这个像素怎么算',
  workNote: (activation) =>
    activation
      ? '激活把负数换成 0，正数不动。两层 1×1 之间有了它，才合不成一层。'
      : '现在没有激活：再接一层 1×1，两个矩阵可以先乘好，还是一层。',
  edit: '改权重和偏置',
  editNote: '一行管一个输出通道，点一格直接输入。',
  weight: (out, channel) => `输出 ${out} 对通道 ${'RGB'[channel]} 的权重`,
  bias: (out) => `输出 ${out} 的偏置`,
  costs: '还要知道',
  costNotes: ({ mix, macs, field }, side) => [
    `乘加次数 ${side} × ${side} × 3 × ${mix.w.length} = ${grouped(macs)}（FLOPs 加倍，${grouped(2 * macs)}）。参数量与图的大小无关，乘加次数与图的面积成正比。`,
    `感受野 ${field}×${field}：只混通道，不看邻居。`,
    mix.w.length > 3
      ? `${mix.w.length} 张图都由同样 3 个数搭配出来，没有激活就没有新的信息。`
      : mix.w.length < 3
        ? `${mix.w.length} 个数留不住 3 个数，颜色的区别有一部分找不回来了。`
        : '3 变 3 时，矩阵可逆就一点没丢，能原样换回去。',
  ],
  torchNote: '同样的权重排成 1×1 的核，形状 [out, in, 1, 1]',
  summary: (state, channels) => `3 → ${channels}　${state.activation ? 'ReLU' : '无激活'}`,
  description: (state, { unit, x, before, after }) => {
    const cut = before.filter((value) => value < 0).length
    const tail = state.activation
      ? `经过 ReLU 得 ${triple(after)}，${cut ? `有 ${cut} 个负值被截成 0` : '没有负值可截'}`
      : `没有激活${cut ? `，其中 ${cut} 个是负的` : ''}`
    return `1×1 卷积把 3 个通道变成 ${before.length} 个（${zh.presets[state.preset]}）。第 ${unit[0]} 行第 ${unit[1]} 列的像素，红、绿、蓝是 ${triple(x)}，乘出来是 ${triple(before)}；${tail}。`
  },
}
