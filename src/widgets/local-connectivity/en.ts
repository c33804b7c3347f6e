import { grouped } from '#ui/scale.ts'
import { floats, type Messages, square, times } from './messages.ts'
import { drawn } from './model.ts'

const kinds = { full: 'Fully connected', local: 'Locally connected, unshared', conv: 'Convolution: local and shared' }
export const en: Messages = {
  kinds,
  kindTexts: ({ drawnKernel: k, different }) => ({
    full: `Each output is linked to all ${drawn} inputs, one weight a link: ${different.full}; their numbers stand below`,
    local: `Each output is linked to ${k} inputs, one weight a link as before: ${different.local}`,
    conv: `The same links with ${different.conv} weights; equal weights have equal strokes`,
  }),
  output: 'output',
  input: 'input',
  cell: (unit) => `output ${unit}`,
  linksLabel: (kind, unit, { chosen }) =>
    `${kinds[kind]}: output ${unit} is linked to ${chosen.length} inputs by weights ${chosen.map(([, , weight]) => weight).join(', ')}`,
  weights: 'Number of weights',
  weightsText: 'Logarithmic: each mark is ten times the one before',
  macs: 'Multiply-accumulates (MACs)',
  macsText: 'On the same scale: sharing saves weights, not work',
  work: 'Counting the weights',
  biases: 'biases',
  steps: 'What each step saves',
  stepsNote: ({ layers: { full, local, conv } }) => [
    `Neighbourhoods alone: 1/${times(full.parameters, local.parameters)} of the weights and 1/${times(full.macs, local.macs)} of the MACs.`,
    `Sharing as well: 1/${times(local.parameters, conv.parameters)} of those weights; the MACs stay at ${grouped(conv.macs)}, or ${grouped(2 * conv.macs)} as FLOPs.`,
    `Weights in 32-bit floats take ${floats(full.parameters)}, ${floats(local.parameters)}, ${floats(conv.parameters)}.`,
    '“Local” is about height and width: every output sees all input channels.',
  ],
  names: {
    inputSize: 'image side',
    kernelSize: 'kernel',
    inChannels: 'input channels',
    channels: 'output channels',
    bias: 'count biases',
  },
  player: 'chosen output',
  summary: (s) => `${square(s.inputSize)}  k ${s.kernelSize}  channels ${s.inChannels} → ${s.channels}`,
  description: (s, { layers: { full, local, conv }, outside }) =>
    `Input ${square(s.inputSize)} with ${s.inChannels} channels, output of the same size with ${s.channels}, neighbourhood ${square(s.kernelSize)}, ${s.bias ? 'biases counted' : 'no bias'}: ${grouped(full.parameters)} parameters fully connected, ${grouped(local.parameters)} locally connected and unshared, ${grouped(conv.parameters)} for the convolution. In the row drawn, output ${s.unit} is linked to ${full.chosen.length} inputs when fully connected and to ${local.chosen.length} when local${outside ? `, with ${outside} more in the padding` : ''}.`,
  torchFull: 'on the meta device there are shapes and no memory',
  torchLocal: 'one kernel per output, for use with nn.functional.unfold: PyTorch has no such layer',
}
