import { problemWords } from '#ui/en.ts'
import { compact, grouped } from '#ui/scale.ts'
import { cutShort, first, form, inputsOf, type Messages, percent, square, summary } from './messages.ts'

export const en: Messages = {
  preset: 'Example',
  presets: {
    custom: 'your own',
    alexnet: 'the second layer of AlexNet',
    resnext: 'the 3×3 of ResNeXt-50',
    mobilenet: 'a block of MobileNet v1',
    shufflenet: 'ShuffleNet’s shuffle, 12 channels',
  },
  names: {
    inChannels: 'inputs',
    outChannels: 'outputs',
    groups: 'groups',
    kernelSize: 'kernel',
    inputSize: 'side of the map',
  },
  divides: 'a divisor',
  after: 'Followed by',
  afters: { nothing: 'nothing', grouped: 'the same again', shuffle: 'shuffle, the same', pointwise: '1×1' },
  unit: 'output channel traced',
  links: 'What is connected',
  linksText: (whole) =>
    `A square is a channel, a line is a kernel. Choose an output channel to see where it leads.${cutShort(whole) ? ' Only 16 of a column are drawn.' : ''}`,
  linksLabel: (whole) =>
    `Lines between channels: output ${whole.channel + 1} leads to ${inputsOf(whole).length} input channels`,
  columns: ({ columns }) =>
    columns.map(({ channels }, at) => `${at === 0 ? 'in' : at === columns.length - 1 ? 'out' : ''} ${channels}`),
  steps: ({ layers, shape }) =>
    layers.map((layer) => {
      if (layer.type !== 'conv') return 'shuffle'
      const groups = layer.groups ?? 1
      const how = groups === 1 ? '' : groups === shape.inChannels ? 'depthwise' : `${groups} groups`
      return `${square(Number(layer.kernelSize))}${how && `, ${how}`}`
    }),
  rest: (count) => `${count} more`,
  matrix: 'Who sees whom',
  matrixText: (whole) =>
    `A row is an output, a column an input${cutShort(whole) ? ', 16 of each' : ''}. A filled cell: a path leads all the way.`,
  matrixLabel: ({ columns, seen }) =>
    `Connection matrix of ${seen.length} rows and ${columns[0].shown.length} columns; each row sees ${seen[0].length} columns`,
  sees: 'input that is seen',
  forms: {
    standard: 'ordinary',
    grouped: 'grouped',
    depthwise: 'depthwise',
    separable: 'separable',
    chain: 'as drawn',
  },
  formName: ({ name }, shape) =>
    name === 'grouped' ? `${shape.groups} group${shape.groups > 1 ? 's' : ''}` : en.forms[name],
  weights: 'Weights',
  weightsText:
    'Per cent of the ordinary convolution; in a bar of two pieces the second is the 1×1 (or the second layer).',
  macs: 'Multiply-accumulates (MACs)',
  macsText: ({ inputSize }) =>
    `Every weight is used ${grouped(inputSize ** 2)} times on a map of ${square(inputSize)}, so the shares are those of the weights.`,
  work: 'The weights in numbers',
  workNote: (whole) => {
    const separable = form(whole, 'separable')
    const share = separable ? separable.layers[1].weights / separable.weights : 0
    return `The 1×1 holds ${percent(share)} of the separable form. Biases are not counted; FLOPs are twice the MACs.`
  },
  mixing: 'Do the groups talk?',
  mixingNote: (whole) => {
    const { shape } = whole
    const seen = inputsOf(whole).length
    const head = `Each output sees ${seen} of the ${shape.inChannels} input channels.`
    if (seen === shape.inChannels) return `${head} All channels are connected.`
    return shape.after === 'grouped'
      ? `${head} More layers with the same groups change nothing: block-diagonal matrices multiply to block-diagonal ones.`
      : `${head} Whatever happens in other groups, it does not know.`
  },
  shuffleNote: ({ groups }) =>
    `The shuffle writes the channels into ${groups} rows and reads them by columns, so that each group of the next layer gets some from every group.`,
  torchNote: 'the inputs with a gradient are those that this output sees',
  summary,
  description: (whole) => {
    const { shape, channel } = whole
    const { inChannels, outChannels, groups, kernelSize, after } = shape
    const seen = inputsOf(whole)
    const kind =
      groups === 1
        ? 'not grouped'
        : groups === inChannels
          ? 'one channel per group, that is depthwise'
          : `in ${groups} groups`
    const then =
      after === 'nothing'
        ? ''
        : `, followed by ${{ grouped: 'the same layer again', shuffle: 'a channel shuffle and the same layer', pointwise: 'a 1×1 convolution' }[after]}`
    const { weights, macs, share } = whole.drawn
    const costs = ` ${grouped(weights)} weights and ${compact(macs)} MACs, ${percent(share)} of the ordinary convolution.`
    return `From ${inChannels} to ${outChannels} channels with a ${square(kernelSize)} kernel, ${kind}${then}. Output ${channel + 1} sees ${seen.length === 1 ? `1 input (number ${first(seen)})` : `${seen.length} inputs`}.${costs}`
  },
  problem: ({ problem, fits }, shown) =>
    `${problemWords(problem)} ${fits.join(', ')} would do. The figure stays at the last numbers that hold: ${summary(shown)}.`,
}
