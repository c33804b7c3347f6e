import { grouped, show } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

export const en: Messages = {
  preset: 'Weights',
  presets: {
    opponent: 'opponent colours',
    grey: 'grey',
    swap: 'swap red and blue',
    identity: 'identity',
    custom: 'your own',
  },
  activation: 'activation (ReLU)',
  outChannels: 'outputs',
  row: 'row',
  column: 'column',
  input: 'Input: 3 channels',
  inputText: (side) => `A photograph of ${side}×${side}. Tap a pixel, or move with the arrow keys.`,
  credit: 'Cat: Stefan van der Walt, CC0',
  picture: (side) => `A photograph of a cat, ${side}×${side} pixels`,
  pixel: (row, column, x) => `row ${row}, column ${column}: red, green, blue are ${x.map((v) => show(v)).join(', ')}`,
  plane: (letter) => `channel ${letter}`,
  product: 'One pixel, one matrix product',
  productText: 'Every pixel meets the same W; no neighbour is looked at.',
  stack: (from, to) => `A stack of ${from} maps becomes a stack of ${to} through a 1×1 convolution`,
  output: 'Output',
  outputText: (channels) => {
    if (channels < 3) return `3 channels lowered to ${channels}.`
    return channels > 3 ? `3 channels raised to ${channels}.` : 'Still 3 channels, mixed anew.'
  },
  map: (index, low, high) => `Output channel ${index}, values from ${show(low)} to ${show(high)}`,
  outputNames: {
    opponent: ['lightness', 'red − green', 'yellow − blue'],
    grey: ['grey'],
    swap: ['was blue', 'was green', 'was red'],
    identity: ['red', 'green', 'blue'],
  },
  colours: 'the three as red, green, blue',
  names: { W: 'weights W', x: 'pixel x', b: 'bias b', y: 'output y' },
  work: 'This pixel in numbers',
  workNote: (activation) =>
    activation
      ? 'The activation turns negative numbers into 0 and leaves the others. With it between them, two 1×1 layers no longer merge.'
      : 'No activation now: the matrix of another 1×1 could be multiplied into this one, and the two would be one layer.',
  edit: 'Change weights and biases',
  editNote: 'One row per output channel; type into a cell.',
  weight: (out, channel) => `weight of output ${out} for channel ${'RGB'[channel]}`,
  bias: (out) => `bias of output ${out}`,
  costs: 'Also true',
  costNotes: ({ mix, macs, field }, side) => [
    `${side} × ${side} × 3 × ${mix.w.length} = ${grouped(macs)} multiply-accumulates (MACs; ${grouped(2 * macs)} FLOPs). Weights do not depend on the size of the map; MACs grow with its area.`,
    `Receptive field ${field}×${field}: it mixes channels and sees no neighbours.`,
    mix.w.length > 3
      ? `All ${mix.w.length} maps are mixed from the same 3 numbers; without an activation they hold nothing new.`
      : mix.w.length < 3
        ? `${mix.w.length === 1 ? '1 number does' : `${mix.w.length} numbers do`} not hold 3: some differences of colour cannot be recovered.`
        : 'From 3 to 3, nothing is lost as long as the matrix can be inverted.',
  ],
  torchNote: 'the same weights as a 1×1 kernel, [out, in, 1, 1]',
  summary: (state, channels) => `3 → ${channels}  ${state.activation ? 'ReLU' : 'no activation'}`,
  description: (state, { unit, x, before, after }) => {
    const list = (values: readonly number[]): string => values.map((value) => show(value)).join(', ')
    const cut = before.filter((value) => value < 0).length
    const tail = state.activation
      ? `ReLU makes them ${list(after)}: ${cut ? `${cut} negative ${cut === 1 ? 'value is' : 'values are'} cut to 0` : 'none was negative'}`
      : `there is no activation${cut ? `, and ${cut} of them ${cut === 1 ? 'is' : 'are'} negative` : ''}`
    return `A 1×1 convolution turns 3 channels into ${before.length} (${en.presets[state.preset]}). The pixel in row ${unit[0]}, column ${unit[1]} has red, green, blue ${list(x)} and gives ${list(before)}; ${tail}.`
  },
}
