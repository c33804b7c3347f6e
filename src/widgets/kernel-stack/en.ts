import { problemWords } from '#ui/en.ts'
import { compact, grouped } from '#ui/scale.ts'
import { inTermsOfC, type Messages, ratio, square } from './messages.ts'

const layersOf = (count: number): string => (count === 1 ? '1 layer' : `${count} layers`)
const compared = (a: number, b: number): string => {
  const text = ratio(a, b)
  if (text === '=') return 'the same'
  return text.startsWith('×') ? `${text.slice(1)} times as many` : `${text.slice(1)} ${a < b ? 'fewer' : 'more'}`
}

export const en: Messages = {
  cover: 'In two dimensions: windows on windows',
  coverText: ({ stack, single, sides }) =>
    `One output, followed back: ${sides.toReversed().map(square).join(', ')}. One ${square(single.kernelSize)} ${single.field === stack.field ? 'sees the same in one step' : `sees ${square(single.field)}`}`,
  links: 'In one dimension: who is linked to whom',
  linksText: 'A cell reads a stretch of the row below; numbers under the input count the paths to it',
  costs: 'Cost',
  costsText: (s) =>
    `${s.keepSize ? 'Size kept' : 'No padding: maps shrink'}, no bias; as many pieces as layers and activations`,
  measures: { weights: 'Weights', macs: 'Multiply-accumulates (MACs)', activations: 'Activations to keep' },
  inChannels: (s, { stack, single }) =>
    s.equal ? `, ${inTermsOfC(stack.weights, s)} against ${inTermsOfC(single.weights, s)}` : '',
  between: 'cells seen in between',
  layerCount: (size, layers) => `${square(size)}, ${layersOf(layers)}`,
  pointwise: '1×1, 1 layer',
  mapName: (level, size, last) => `${level === 0 ? 'input' : last ? 'output' : `layer ${level}`}, ${square(size)}`,
  mapLabel: (level, size) =>
    level === 0 ? `The ${square(size)} of the input that is seen` : `${square(size)} of layer ${level}`,
  linksLabel: (side) =>
    `${layersOf(side.layers.length)} of ${square(side.kernelSize)}: one output is linked to ${side.field} inputs`,
  levels: (level) => (level === 0 ? 'input' : `layer ${level}`),
  output: 'output',
  cell: (layer, row, column) => `layer ${layer}, row ${row}, column ${column}`,
  names: {
    layers: 'layers',
    kernel: 'small kernel',
    channels: 'channels',
    outChannels: 'output channels',
    inChannels: 'input channels',
    middle: 'middle channels',
    map: 'side of the map',
    against: 'against',
  },
  againstWords: { same: 'the same field', 5: '5×5', 7: '7×7', 11: '11×11', 31: '31×31', 51: '51×51' },
  kernelWords: { 3: '3×3', 5: '5×5', 7: '7×7' },
  switches: { equal: 'channels equal', depthwise: 'depthwise', keepSize: 'pad to keep the size' },
  work: 'Weights, layer by layer',
  workLayer: (layer) => `layer ${layer}`,
  workNote: ({ stack, single }, s) =>
    `${s.keepSize ? `Each weight is used once at ${square(s.inputSize)} places: ` : 'Maps shrink, so later weights are used less often: '}${grouped(stack.macs)} MACs against ${grouped(single.macs)}; as FLOPs, counted twice, ${compact(2 * stack.macs)} against ${compact(2 * single.macs)}.`,
  unequal: 'When channels differ',
  unequalText: (channels) => `Weights with ${channels.join(' → ')} channels`,
  unequalNote: ({ unequal: { stack, single, widest } }, s) => {
    const alike = `With equal channels the ratio does not depend on their number${s.equal ? '' : ': tick “channels equal” to compare'}.`
    if (widest === null) return `${alike} One layer has no middle, so nothing changes.`
    const rule =
      widest === 0
        ? `even with 1 channel in the middle, one ${square(single.kernelSize)} has fewer`
        : `the stack breaks even with at most ${widest} in the middle`
    return `${alike} When they differ it may not pay: here the stack has ${compared(stack.weights, single.weights)}; ${rule}.`
  },
  large: 'Depthwise makes large kernels cheap',
  largeOrdinary: 'ordinary',
  largeDepthwise: 'depthwise',
  largeNote: ({ pointwise }, s) =>
    `Weights for ${s.channels} channels, a factor of ten per mark. Depthwise drops a factor of ${s.channels}; the 1×1 beside it has ${grouped(pointwise)}. SLaK splits its 51×51 into two strips and makes them sparse, which is not counted here.`,
  again: 'Receptive field',
  summary: (s) => `${s.layers} × ${square(Number(s.kernelSize))}  C ${s.channels}${s.depthwise ? '  depthwise' : ''}`,
  description: (s, { stack, single, place }) => {
    const same = stack.field === single.field ? 'the same as' : 'not the same as'
    const widths = s.equal
      ? `With ${s.channels} channels throughout`
      : `With ${s.inChannels}, ${s.middleChannels}, ${s.channels} channels`
    return `${layersOf(s.layers)} of ${s.depthwise ? 'depthwise ' : ''}${square(stack.kernelSize)} see ${square(stack.field)}, ${same} one ${square(single.kernelSize)}. ${widths}: ${grouped(stack.weights)} weights against ${grouped(single.weights)}, ${compared(stack.weights, single.weights)}; ${grouped(stack.macs)} MACs against ${grouped(single.macs)}, ${compared(stack.macs, single.macs)}; ${s.layers} activations against 1. The window stands at layer ${place.layer + 1}, row ${place.row}, column ${place.column}.`
  },
  problem: (trouble, shown) => {
    const what =
      trouble.code === 'unequal'
        ? `A depthwise convolution has one kernel for each channel, so all layers need the same number; they have ${trouble.channels.join(', ')}.`
        : problemWords(trouble)
    return `${what} The figure stays at the last numbers that hold: ${layersOf(shown.layers)} of ${square(Number(shown.kernelSize))}, maps of ${square(shown.inputSize)}.`
  },
}
