import type { ConvAxisOptions } from 'conv-math'
import type { Whole } from './model.ts'

/** Both forms as modules that count their own weights. */
export function torch({ shape, axes, forms, middle }: Whole): string {
  const sides = axes.map(({ padding }) => (Array.isArray(padding) ? padding : [0, 0]) as readonly number[])
  const even = sides.some(([start, end]) => start !== end)
  const conv = (inChannels: number, outChannels: number, on: readonly boolean[]): string => {
    const each = (value: (axis: ConvAxisOptions, at: number) => number, off: number): string =>
      `(${axes.map((axis, at) => (on[at] ? value(axis, at) : off)).join(', ')})`
    const parts = [
      `${inChannels}, ${outChannels}, ${each(({ kernelSize }) => kernelSize, 1)}`,
      `stride=${each(({ stride = 1 }) => stride, 1)}`,
      ...(even ? [] : [`padding=${each((_, at) => sides[at][0], 0)}`]),
      'bias=False',
    ]
    return `nn.Conv3d(${parts.join(', ')})`
  }
  const { inChannels, outChannels, frames, inputSize } = shape
  const around = [...sides].reverse().flat().join(', ')
  return `import torch
from torch import nn
volume = ${conv(inChannels, outChannels, [true, true, true])}
split = nn.Sequential(
    ${conv(inChannels, middle, [false, true, true])},
    nn.ReLU(),
    ${conv(middle, outChannels, [true, false, false])},
)
count = lambda net: sum(p.numel() for p in net.parameters())
count(volume), count(split)  # (${forms.volume.weights}, ${forms.split.weights})
x = torch.zeros(1, ${inChannels}, ${frames}, ${inputSize}, ${inputSize})
${even ? `x = nn.functional.pad(x, (${around}))\n` : ''}volume(x).shape  # torch.Size([1, ${outChannels}, ${forms.volume.layers[0].outputSize.join(', ')}])
split(x).shape == volume(x).shape  # True`
}
