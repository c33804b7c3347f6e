import { byteText } from '#ui/byte-text.ts'
import { compact, grouped, show } from '#ui/scale.ts'
import { problemWords } from '#ui/zh.ts'
import { cutShort, kernelText, lines, type Messages, outputText, padded, percent, square, summary } from './messages.ts'

export const zh: Messages = {
  preset: '例子',
  presets: {
    c3d: 'C3D第一层',
    residual: '64→64的3×3×3',
    stem: '3×7×7，步幅(1, 2, 2)',
    custom: '自己定',
  },
  names: {
    frames: '帧数',
    inputSize: '高和宽',
    kernelDepth: '时间核',
    kernelSize: '空间核',
    frameStride: '时间步幅',
    stride: '空间步幅',
    inChannels: '输入通道',
    outChannels: '输出通道',
    middle: '中间通道',
  },
  keepSize: '填充到大小不变（步幅1时）',
  matched: '(2+1)D的权重与3D相等',
  slide: '核也沿时间滑动',
  slideText: (whole) =>
    `时间向横里排，一片是一帧；通道不画，核总是从头读到尾。${cutShort(whole) ? `每帧只画左上角 ${square(whole.height.drawn)}。` : ''}先走时间，再换位置。`,
  input: '输入',
  output: '输出',
  inputLabel: ({ time, height, width }) =>
    `输入 ${time.size} 帧，窗口占第 ${time.window.map((at) => at + 1).join(' 到 ')} 帧、第 ${show(height.window[0])} 到 ${height.window[1]} 行、第 ${show(width.window[0])} 到 ${width.window[1]} 列`,
  outputLabel: ({ time, height, width }) =>
    `输出 ${time.outputs} 帧，当前是第 ${time.output + 1} 帧第 ${height.output} 行第 ${width.output} 列`,
  time: '只看时间这一维',
  timeText: ({ time, shape }) =>
    `${time.size} 帧${time.padding[0] + time.padding[1] > 0 ? `，两端补 ${time.padding.join(' + ')} 帧零` : ''}，每次读 ${shape.kernelDepth} 帧，得 ${time.outputs} 帧`,
  frameStrip: (count) => `时间轴，${count} 帧`,
  forms: { perFrame: '逐帧2D', volume: '3D', split: '(2+1)D' },
  measures: { weights: '权重', macs: '乘加次数（MACs）', activations: '输出的数' },
  measureText: (measure, { middle, forms }) =>
    ({
      weights: `(2+1)D断成两截：先空间，到 ${middle} 个通道，再时间`,
      macs: `都对整段视频；3D是逐帧2D的 ${show(forms.volume.macs / forms.perFrame.macs)} 倍`,
      activations: `用32位浮点存，3D要 ${byteText(4 * forms.volume.activations)}，训练时再乘批大小`,
    })[measure],
  kernelBox: '当前窗口',
  work: '权重怎么算',
  lines: (whole) => lines(zh.forms, whole),
  notes: '还要知道',
  clipNote: ({ oneFrame, forms }) =>
    `只卷一帧的2D卷积是 ${grouped(oneFrame.macCount)} 次乘加，输出 ${grouped(oneFrame.outputCount)} 个数；整段的3D是它的 ${show(forms.volume.macs / oneFrame.macCount)} 倍和 ${show(forms.volume.activations / oneFrame.outputCount)} 倍。FLOPs是乘加次数的两倍。`,
  splitNote: ({ forms, middle }) =>
    `(2+1)D中间取 ${middle} 个通道，权重是3D的 ${percent(forms.split.weights, forms.volume.weights)}，中间多一次激活。`,
  channelNote: ({ shape }) =>
    `把 ${shape.frames} 帧叠成 ${shape.frames * shape.inChannels} 个通道做2D卷积，则一次读完全部帧，输出里没有时间。`,
  summary,
  description: (whole) => {
    const { shape, forms, oneFrame, time } = whole
    const { volume, split, perFrame } = forms
    return `${shape.frames} 帧 ${square(shape.inputSize)}，${shape.inChannels} 个通道到 ${shape.outChannels} 个，核 ${kernelText(shape)}，步幅 (${shape.frameStride}, ${shape.stride}, ${shape.stride})，输出 ${outputText(whole)}。3D：权重 ${grouped(volume.weights)} 个，乘加 ${compact(volume.macs)} 次，是逐帧2D的 ${show(volume.macs / perFrame.macs)} 倍、只卷一帧的 ${show(volume.macs / oneFrame.macCount)} 倍。(2+1)D：${grouped(split.weights)} 个，${compact(split.macs)} 次。窗口现在落在第 ${time.window[0] + 1} 到 ${time.window[1] + 1} 帧${padded(whole) ? '（含补的零）' : ''}，算输出的第 ${time.output + 1} 帧。`
  },
  problem: (problem, shown) => `${problemWords(problem)}图停在上一组成立的数字：${summary(shown)}。`,
}
