import { byteText } from '#ui/byte-text.ts'
import { problemWords } from '#ui/en.ts'
import { compact, grouped, show } from '#ui/scale.ts'
import { cutShort, kernelText, lines, type Messages, outputText, padded, percent, square, summary } from './messages.ts'

export const en: Messages = {
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
    `Input of ${time.size} frames; the window is on frames ${time.window.map((at) => at + 1).join(' to ')}, rows ${show(height.window[0])} to ${height.window[1]}, columns ${show(width.window[0])} to ${width.window[1]}`,
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
    `${problemWords(problem)} The figure stays at the last numbers that hold: ${summary(shown)}.`,
}
