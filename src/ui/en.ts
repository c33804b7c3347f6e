import { type Words, worded } from './words.ts'

export const words: Words = {
  lang: 'en',
  back: 'Step back',
  play: 'Play',
  pause: 'Pause',
  forward: 'Step forward',
  step: (at, of) => `step ${at} / ${of}`,
  scrub: (of) => `step, of ${of}`,
  parameters: 'Parameters',
  invalid: 'Does not hold',
  copyLink: 'Copy link',
  copied: 'Copied',
  copyFailed: 'Could not copy; please select it yourself',
  copyCode: 'Copy the code',
  codeFailed: 'The code could not be loaded. Reload the page to try again.',
  reset: 'Reset',
  embed: 'Embed',
  code: 'code',
  legend: 'Legend',
  failed: 'This figure failed and stays as it was first drawn. Reload the page to try again.',
  roles: {
    input: 'input',
    kernel: 'kernel',
    output: 'output',
    partial: 'partial result',
    pad: 'zeros padded around',
    gap: 'zeros inserted between',
    weight: 'small numeral: weight',
    now: 'current',
    second: 'another window',
    drop: 'read by no window',
    field: 'receptive field',
    heat: 'effective field, weak to strong',
    spread: 'effective field, ±2σ',
    other: 'the others',
    signed: 'negative (small cell) to positive (full cell)',
    ink: 'weak to strong',
  },
}

/** The sentence for a problem of conv-math, naming the rule and the reader’s values. */
export const problemWords = worded({
  notInteger: (p) => `${p.name} must be an integer of at least ${p.min}; it is ${p.got}.`,
  outOfRange: (p) =>
    `${p.name} must be at least ${p.min}${p.max === undefined ? '' : ` and at most ${p.max}`}; it is ${p.got}.`,
  notOptions: (p) => `The options must be an object; they are ${p.got}.`,
  notPadding: (p) => `Padding must be an integer of at least 0 or a pair of them; it is ${p.got}.`,
  notBoolean: (p) => `${p.name} must be true or false; it is ${p.got}.`,
  kernelExceedsInput: (p) =>
    p.dilation === 1
      ? `A kernel of ${p.kernelSize} is larger than the padded input of ${p.paddedSize}: not one window fits.`
      : `A kernel of ${p.kernelSize} with dilation ${p.dilation} spans ${p.dilation} × (${p.kernelSize} − 1) + 1 = ${p.effectiveKernelSize} cells, more than the padded input of ${p.paddedSize}: not one window fits.`,
  poolPaddingTooLarge: (p) => `The padding of a pool is at most ⌊${p.kernelSize} / 2⌋ = ${p.max}; it is ${p.padding}.`,
  outputPaddingTooLarge: (p) =>
    `output_padding must be less than the larger of stride and dilation, max(${p.stride}, ${p.dilation}) = ${Math.max(p.stride, p.dilation)}; it is ${p.outputPadding}.`,
  outputEmpty: (p) =>
    `A padding of ${p.padding[0]} crops the output away: ${p.outputSize} cells would be left, and at least 1 is needed.`,
  groupsNotDividing: (p) =>
    `The number of groups must divide the channels: ${p.name} is ${p.channels}, and ${p.channels} ÷ ${p.groups} leaves a remainder.`,
})
