import { problemWords } from '#ui/en.ts'
import { grouped } from '#ui/scale.ts'
import { channelsOf, costs, fieldsOf, type Messages, square, stepName } from './messages.ts'

export const en: Messages = {
  preset: 'Module',
  presets: { paper: '(3a), paper', torchvision: '(3a), torchvision', custom: 'your own' },
  reduction: 'reduction (1×1)',
  align: 'paddings aligned',
  filter: 'kernels on the photograph',
  filters: { edge: 'upright edges', mean: 'mean' },
  names: { inChannels: 'input', inputSize: 'map side' },
  block: 'One input, branches in parallel',
  blockText: 'The length of a bar is its number of channels, to scale; so are the numbers on the lines.',
  blockLabel: (whole) =>
    `${whole.paths.map((path) => `${path.letter}: ${path.steps.map((step) => stepName(step, en)).join(', ')}`).join('; ')}; outputs of ${channelsOf(whole, ', ')} channels, concatenated to ${whole.shape[0]}`,
  pool: 'pool',
  joined: 'concat',
  maps: 'One photograph, several kernels',
  mapsText: ({ filter }) =>
    filter === 'edge'
      ? 'The larger the kernel, the coarser the edges it sees; 1×1 has one weight and lets the picture pass.'
      : 'The larger the kernel, the smoother the result; 1×1 has one weight and lets the picture pass.',
  photo: (size) => `the photograph, ${square(size)}`,
  credit: 'Photograph: Lav Varshney, CC0',
  map: ({ letter, op, kernelSize }) => `${letter}  ${op === 'conv' ? '' : 'max pool '}${square(kernelSize)}`,
  stack: ({ maps }) => `concatenated: ${maps.length} maps`,
  edit: 'Change the branches',
  branch: (letter) => `Branch ${letter}`,
  parts: { op: 'operation', kernelSize: 'kernel', reduce: 'reduce to', outChannels: 'width', padding: 'padding' },
  ops: { conv: 'conv', maxPool: 'max pool' },
  remove: (letter) => `remove ${letter}`,
  add: 'add a branch',
  editNote: (align) =>
    align
      ? 'Reduce to 0 means no reduction. Aligned paddings are (k − 1) / 2; take the alignment off to set your own.'
      : 'The paddings are yours: the branches can be joined when their heights and widths are equal.',
  costs: 'Branch by branch',
  head: ['branch', 'field', 'out', 'weights', 'MACs'],
  total: 'all',
  compare: 'With and without reduction',
  with: 'with',
  without: 'without',
  weights: 'Weights',
  macs: 'Multiply-accumulates (MACs; FLOPs are twice that)',
  channels: 'Output channels',
  sizes: 'Height and width of each branch',
  unpadded: (size) => (size === null ? 'p = 0: no window' : `p = 0: ${size}`),
  sizesNote: 'Concatenation asks for equal height and width alone; the channels may differ.',
  fields: 'What each branch sees',
  fieldsLabel: ({ paths, field }) =>
    `Receptive fields: ${paths.map((path) => `${path.letter} ${square(path.field)}`).join(', ')}; the block has the largest, ${square(field)}.`,
  torchNote: 'activations have no weights and are left out',
  summary: (state, { shape }) => `${state.inChannels} → ${shape[0]}  ${en.presets[state.preset]}`,
  description: (state, whole) => {
    const { shape } = whole
    const { weights, macs } = costs(state, whole)
    const other = state.reduction
      ? `without reduction ${grouped(whole.plain.weights)} weights`
      : `with reduction only ${grouped(whole.reduced.weights)} weights`
    return `Inception module ${en.presets[state.preset]}: input ${state.inChannels}×${square(state.inputSize)}; branches of ${channelsOf(whole, ', ')} channels, concatenated to ${shape.join('×')}. Receptive fields ${fieldsOf(whole, ', ')}; of the block ${whole.field}. ${state.reduction ? 'With' : 'Without'} reduction ${grouped(weights)} weights and ${grouped(macs)} MACs; ${other}.`
  },
  problem: (trouble) => {
    const what =
      trouble.code === 'branch'
        ? `Branch ${trouble.letter}: ${problemWords(trouble.problem)}`
        : `Branches are joined only if their heights and widths are equal; now ${trouble.sizes.map(({ letter, size }) => `${letter} is ${square(size)}`).join(', ')}. At stride 1, (k − 1) / 2 per side keeps the size.`
    return `${what} The figure stays at the last numbers that hold.`
  },
}
