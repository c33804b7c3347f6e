import { problemWords } from '#ui/en.ts'
import { compact, grouped, show } from '#ui/scale.ts'
import { chain, droppers, type KindWords, type Messages, square, times } from './messages.ts'
import { stageNames } from './model.ts'

const kinds: KindWords = {
  stridedConv: '3×3 convolution, stride 2',
  sameConv: '3×3 convolution, stride 1',
  maxPool: '2×2 max pooling',
  averagePool: '2×2 average pooling',
  none: 'none',
}
const rowsColumns = (count: number): string => (count === 1 ? 'row and column' : `${count} rows and ${count} columns`)

export const en: Messages = {
  names: { input: 'input size', channels: 'first channels', padding: 'padding', shift: 'shift' },
  stage: (index) => `Stage ${index}`,
  kinds,
  paddingHint: 'at stride 2',
  input: 'Input',
  size: square,
  channels: (count) => `${count} channel${count === 1 ? '' : 's'}`,
  // short: it stands between two maps
  op: ({ kind, padding }) =>
    kind === 'stridedConv' || kind === 'sameConv'
      ? `${kinds[kind].replace('convolution', 'conv')}, padding ${padding}`
      : kinds[kind],
  lost: ({ dropped, lost }) => {
    if (!dropped) return ''
    return lost ? `loses the last ${rowsColumns(lost)}` : 'loses padding alone'
  },
  mapLabel: (name, size, stage) =>
    `${name}, ${square(size)}${stage?.lost ? `; no window reads the last ${rowsColumns(stage.lost)}` : ''}`,
  dropLegend: 'read by no window of the next stage',
  ledger: 'The account of each stage',
  columns: ['stage', 'size', 'activations', 'MACs'],
  total: 'total',
  savings: ({ total, undiminished }) =>
    undiminished.macs > total.macs
      ? `The same convolutions, all with stride 1 and without pooling, would take ${compact(undiminished.macs)} MACs, ${times(undiminished.macs, total.macs)} times as many. The ${grouped(total.parameters)} parameters do not depend on resolution.`
      : `As many MACs as with stride 1 throughout and no pooling. The ${grouped(total.parameters)} parameters do not depend on resolution.`,
  equivariance: 'Does a shift still come through?',
  barsLabel: ({ equivariance: e }) =>
    `${e.actual.length} outputs: pixels of the photograph shifted by ${e.shift} columns, against the unshifted output moved by ${e.outputs}; they differ by at most ${show(e.worst, 1)}`,
  barsKey: ({ equivariance: e }) => [
    `output after a shift of ${e.shift}`,
    e.outputs ? `first output, moved by ${e.outputs}` : 'first output',
  ],
  equivarianceNote: ({ equivariance: e }) =>
    `${
      e.whole
        ? `The strides multiply to ${e.stride}; a shift of ${e.shift} is ${e.outputs} whole outputs, and the two agree everywhere.`
        : `The strides multiply to ${e.stride} and ${e.shift} is no multiple of it: other pixels are sampled, and even the nearest move, ${e.outputs ? `by ${e.outputs}` : 'none at all'}, leaves grey levels up to ${show(e.worst, 1)} apart.`
    } Rows of the photograph end to end, convolutions with [1, 2, 1] / 4, only outputs clear of the padding.`,
  torchNote: 'the stages of the figure; output shapes at the end of each line',
  summary: (s) => `i ${s.inputSize}  channels ${s.channels}  shift ${s.shift}`,
  description: (s, shape) => {
    const last = shape.stages[shape.stages.length - 1]
    const lost = droppers(shape)
    const drop = lost.length
      ? `The stride does not divide at stage ${lost.join(' and ')}: rows and columns at the end are lost.`
      : 'No stage loses rows or columns of its input.'
    return `Downsampling: ${chain(s, shape, ' → ')}, at the end ${last.channels} channels with ${grouped(last.activations)} activations; ${compact(shape.total.macs)} MACs in all. ${drop}`
  },
  problem: (trouble, shown) =>
    `Stage ${trouble.stage}: ${problemWords(trouble)} The figure stays at the last numbers that hold: input size ${shown.inputSize}, ${stageNames.filter((name) => shown[name] !== 'none').length} stages.`,
}
