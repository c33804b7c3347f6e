import { kernelOf, letter, type Messages, percent, signed, square } from './messages.ts'
import { ratesOf } from './model.ts'

const times = (count: number): string => `${count} ${count === 1 ? 'time' : 'times'}`

export const en: Messages = {
  panel: (at, stage, parallel) =>
    parallel
      ? `Branch ${letter(at, true)}: ${kernelOf(stage, ', rate')}`
      : `(${letter(at, false)}) rate ${stage.dilation}`,
  panelText: (stage, parallel) => [
    `${parallel ? 'spans' : 'one layer'} ${square(stage.span)}`,
    `${parallel ? 'together' : 'stack'} ${square(stage.field)}`,
  ],
  panelLabel: (at, { field, touched }) => `Panel ${at + 1}: field ${square(field)}, ${touched} inputs touched`,
  cell: (row, column, uses) => `row ${signed(row)}, column ${signed(column)}: used ${times(uses)}`,
  links: 'In one dimension: where one output leads',
  linksText: (parallel) =>
    parallel
      ? 'Every branch reads the input itself; the thick lines are the current one'
      : 'From the output down; thick lines are the current layer, numbers below count the paths to an input',
  linksLabel: ({ field, share }) => `${field} cells along one axis${share < 1 ? ', not all of them touched' : ''}`,
  levels: (level, last) => (level === 0 ? 'input' : level === last ? 'output' : `layer ${level}`),
  field: (size) => `receptive field ${size}`,
  table: (parallel) => (parallel ? 'Branches in parallel, not a stack' : 'Span of one layer, field of the stack'),
  tableText: 'Weights for each pair of channels; the share touched leaves out the holes of the field',
  columns: (parallel) => [parallel ? 'Branch' : 'Layer', 'Rate', 'Weights', 'Span', 'Field', 'Touched'],
  names: { preset: 'Rates', kernel: 'kernel', layers: 'layers' },
  rate: (layer) => `rate of layer ${layer}`,
  dense: '1 is dense',
  presets: {
    '1-2-4': '1, 2, 4',
    '2-2-2': '2, 2, 2',
    '1-2-5': '1, 2, 5',
    '2-4-8': '2, 4, 8',
    aspp: 'ASPP (parallel)',
    own: 'my own',
  },
  kernels: { 3: '3×3', 5: '5×5' },
  uses: (most) => `how often used, at most ${most}`,
  untouched: 'in the field, never touched',
  taps: ({ kernelSize }) => `the layer’s ${kernelSize ** 2} weights`,
  chosen: 'chosen input',
  work: 'How often the chosen input is used',
  term: (at, parallel) => (parallel ? `branch ${letter(at, true)}` : 'by rows × by columns'),
  total: 'uses',
  workNote: ({ parallel, shared, stages, now }) =>
    `${parallel ? 'In each branch rows and columns choose their weights apart, so counts multiply; branches add.' : 'A path picks one weight in every layer, apart for rows and columns, so the counts multiply.'} The output beside this one sees ${shared} of these inputs too${shared === 0 && stages[now].share < 1 ? ': neighbours look at disjoint inputs, which is gridding' : ''}.`,
  weights: 'Not one weight more',
  weightBars: ({ stages, now, parallel }) => [
    `${now + 1} ${parallel ? 'branch' : 'layer'}${now ? (parallel ? 'es' : 's') : ''}`,
    `dense ${square(stages[now].field)}`,
  ],
  weightsNote: ({ stages, now, weights }) =>
    `${stages
      .slice(0, now + 1)
      .map((stage) => stage.weights)
      .join(' + ')} = ${weights}, whatever the rates: the zeros in the holes are neither stored nor multiplied.`,
  rules: 'Is anything missed',
  rulesNote: ({ rules, stages, now, parallel }) => {
    const stage = stages[now]
    const seen = `Counted: ${stage.touched} / ${stage.field ** 2} = ${percent(stage.share)}.`
    if (parallel) return ['The rules of HDC are for stacks; branches in parallel are sparse by design.', seen]
    const verdict =
      rules.holds && stage.share < 1
        ? 'Both hold and cells are missed all the same: they are rules of design, not a proof, and the first rate had better be 1.'
        : rules.holds
          ? 'Both hold.'
          : 'One of them fails.'
    return [
      `Common factor ${rules.commonFactor}, must be 1; M₂ = ${rules.distance}, must not exceed the kernel, ${stage.kernelSize} (HDC, arXiv:1702.08502). ${verdict}`,
      seen,
    ]
  },
  summary: (s) => (s.preset === 'aspp' ? 'ASPP' : `${square(Number(s.kernelSize))}  d ${ratesOf(s).join(', ')}`),
  description: (s, { parallel, stages, now, row, column, uses }) => {
    const stage = stages[now]
    const head = parallel
      ? `ASPP: a 1×1 and 3×3 with rates ${ratesOf(s).slice(1).join(', ')} in parallel, not stacked (its image pooling is not drawn). Up to branch ${now + 1}`
      : `Rates ${ratesOf(s).join(', ')}, one layer on another. Up to layer ${now + 1}`
    return `${head}: ${parallel ? 'the branch' : 'one layer'} spans ${square(stage.span)}, the receptive field is ${square(stage.field)}, and ${stage.touched} of its ${stage.field ** 2} inputs are touched, ${percent(stage.share)}. The chosen input (row ${signed(row)}, column ${signed(column)} from the one straight below the output) is used ${times(uses)}.`
  },
  problem: ({ size, room }, shown) =>
    `The field would be ${square(size)}; the figure has room for ${square(room)}. It stays at the last numbers that hold: rates ${ratesOf(shown).join(', ')}.`,
}
