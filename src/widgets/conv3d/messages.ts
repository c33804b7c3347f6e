import type { Problem } from 'conv-math'
import { byteText } from '#ui/byte-text.ts'
import { problemWords } from '#ui/problem-words.ts'
import { compact, grouped, show } from '#ui/scale.ts'
import type { Lang } from '#ui/use-figure.ts'
import type { Derived, Form, Shape, State } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
type Field =
  | 'frames'
  | 'inputSize'
  | 'kernelDepth'
  | 'kernelSize'
  | 'frameStride'
  | 'stride'
  | 'inChannels'
  | 'outChannels'
  | 'middle'
export type Measure = 'weights' | 'macs' | 'activations'
export type Line = readonly [name: string, sum: string, result: string]
export interface Messages {
  readonly preset: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly names: Readonly<Record<Field, string>>
  readonly keepSize: string
  readonly matched: string
  readonly slide: string
  readonly slideText: (whole: Whole) => string
  readonly input: string
  readonly output: string
  readonly inputLabel: (whole: Whole) => string
  readonly outputLabel: (whole: Whole) => string
  readonly time: string
  readonly timeText: (whole: Whole) => string
  readonly frameStrip: (count: number) => string
  readonly forms: Readonly<Record<Form['name'], string>>
  readonly measures: Readonly<Record<Measure, string>>
  readonly measureText: (measure: Measure, whole: Whole) => string
  readonly kernelBox: string
  readonly work: string
  readonly lines: (whole: Whole) => readonly Line[]
  readonly notes: string
  readonly clipNote: (whole: Whole) => string
  readonly splitNote: (whole: Whole) => string
  readonly channelNote: (whole: Whole) => string
  readonly summary: (shape: Shape) => string
  readonly description: (whole: Whole) => string
  readonly problem: (problem: Problem, shown: Shape) => string
}

const square = (size: number): string => `${size}×${size}`
const kernelText = ({ kernelDepth: t, kernelSize: k }: Shape): string => `${t}×${k}×${k}`
const summary = (shape: Shape): string =>
  `${shape.frames}×${square(shape.inputSize)}  k ${kernelText(shape)}  ${shape.inChannels} → ${shape.outChannels}`
const outputText = ({ shape, forms }: Whole): string =>
  `${shape.outChannels}×${forms.volume.layers[0].outputSize.join('×')}`
const percent = (part: number, of: number): string => `${show((100 * part) / of, 1)}%`
const padded = ({ time }: Whole): boolean => time.window[0] < 0 || time.window[1] >= time.size
const cutShort = ({ height }: Whole): boolean => height.drawn < height.size

/** The weights as products, the same in both languages but for their names. */
function lines(names: Readonly<Record<Form['name'], string>>, { shape, forms, middle }: Whole): readonly Line[] {
  const { kernelDepth: t, kernelSize: k, inChannels: i, outChannels: o } = shape
  return [
    [names.perFrame, `${k}² × ${i} × ${o}`, grouped(forms.perFrame.weights)],
    [names.volume, `${t} × ${k}² × ${i} × ${o}`, grouped(forms.volume.weights)],
    [names.split, `${k}² × ${i} × ${middle} + ${t} × ${middle} × ${o}`, grouped(forms.split.weights)],
  ]
}

const zh: Messages = {
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
    `输入 ${time.size} 帧，窗口占第 ${time.window.map((at) => at + 1).join(' 到 ')} 帧、第 ${height.window[0]} 到 ${height.window[1]} 行、第 ${width.window[0]} 到 ${width.window[1]} 列`,
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
  problem: (problem, shown) => `${problemWords('zh', problem)}图停在上一组成立的数字：${summary(shown)}。`,
}

const en: Messages = {
  preset: 'Example',
  presets: {
    c3d: 'the first layer of C3D',
    residual: 'a 3×3×3 from 64 to 64',
    stem: '3×7×7, stride (1, 2, 2)',
    custom: 'your own',
  },
  names: {
    frames: 'frames',
    inputSize: 'height, width',
    kernelDepth: 'kernel, time',
    kernelSize: 'kernel, space',
    frameStride: 'stride, time',
    stride: 'stride, space',
    inChannels: 'inputs',
    outChannels: 'outputs',
    middle: 'middle',
  },
  keepSize: 'pad to keep the size (at stride 1)',
  matched: '(2+1)D with the weights of 3-D',
  slide: 'The kernel slides along time too',
  slideText: (whole) =>
    `Time runs along, a slice is a frame; channels are not drawn, since the kernel reads them all.${cutShort(whole) ? ` Only the upper corner of ${square(whole.height.drawn)} is drawn.` : ''} Steps go through time first, then on to the next place.`,
  input: 'input',
  output: 'output',
  inputLabel: ({ time, height, width }) =>
    `Input of ${time.size} frames; the window is on frames ${time.window.map((at) => at + 1).join(' to ')}, rows ${height.window[0]} to ${height.window[1]}, columns ${width.window[0]} to ${width.window[1]}`,
  outputLabel: ({ time, height, width }) =>
    `Output of ${time.outputs} frames; now frame ${time.output + 1}, row ${height.output}, column ${width.output}`,
  time: 'The axis of time alone',
  timeText: ({ time, shape }) =>
    `${time.size} frames${time.padding[0] + time.padding[1] > 0 ? `, padded by ${time.padding.join(' + ')} frames of zeros` : ''}, ${shape.kernelDepth} read at a time, ${time.outputs} put out`,
  frameStrip: (count) => `Time, ${count} frames`,
  forms: { perFrame: '2-D per frame', volume: '3-D', split: '(2+1)D' },
  measures: { weights: 'Weights', macs: 'Multiply-accumulates (MACs)', activations: 'Numbers put out' },
  measureText: (measure, { middle, forms }) =>
    ({
      weights: `(2+1)D has two pieces: space to ${middle} channels, then time`,
      macs: `All for the whole clip; 3-D takes ${show(forms.volume.macs / forms.perFrame.macs)} times 2-D per frame`,
      activations: `In 32-bit floats 3-D takes ${byteText(4 * forms.volume.activations)}, times the batch in training`,
    })[measure],
  kernelBox: 'current window',
  work: 'The weights in numbers',
  lines: (whole) => lines(en.forms, whole),
  notes: 'Also true',
  clipNote: ({ oneFrame, forms }) =>
    `A 2-D convolution of one frame takes ${grouped(oneFrame.macCount)} MACs and puts out ${grouped(oneFrame.outputCount)} numbers; 3-D on the clip takes ${show(forms.volume.macs / oneFrame.macCount)} and ${show(forms.volume.activations / oneFrame.outputCount)} times as many. FLOPs are twice the MACs.`,
  splitNote: ({ forms, middle }) =>
    `With ${middle} channels in the middle, (2+1)D has ${percent(forms.split.weights, forms.volume.weights)} of the weights of 3-D, and one activation more.`,
  channelNote: ({ shape }) =>
    `Stack the ${shape.frames} frames into ${shape.frames * shape.inChannels} channels for a 2-D convolution, and it reads all of them at once: no time is left in the output.`,
  summary,
  description: (whole) => {
    const { shape, forms, oneFrame, time } = whole
    const { volume, split, perFrame } = forms
    return `${shape.frames} frames of ${square(shape.inputSize)} from ${shape.inChannels} to ${shape.outChannels} channels, kernel ${kernelText(shape)}, stride (${shape.frameStride}, ${shape.stride}, ${shape.stride}); output ${outputText(whole)}. 3-D: ${grouped(volume.weights)} weights and ${compact(volume.macs)} MACs, ${show(volume.macs / perFrame.macs)} times 2-D on every frame and ${show(volume.macs / oneFrame.macCount)} times 2-D on one. (2+1)D: ${grouped(split.weights)} and ${compact(split.macs)}. The window is on frames ${time.window[0] + 1} to ${time.window[1] + 1}${padded(whole) ? ' (zeros of the padding among them)' : ''} and gives frame ${time.output + 1} of the output.`
  },
  problem: (problem, shown) =>
    `${problemWords('en', problem)} The figure stays at the last numbers that hold: ${summary(shown)}.`,
}

export const messages: Readonly<Record<Lang, Messages>> = { zh, en }
