import type { State, Whole } from './model.ts'

/** The layer in PyTorch, counting its own parameters and multiply-accumulates. */
export function torch(state: State, { shape, cost, groups, padding, outputSize }: Whole): string {
  const { inChannels, outChannels, kernelSize, inputSize, stride, dilation, bias } = shape
  const even = padding[0] !== padding[1]
  const parts = [
    `${inChannels}, ${outChannels}, ${kernelSize}, stride=${stride}`,
    ...(even ? [] : [`padding=${padding[0]}`]),
    ...(dilation > 1 ? [`dilation=${dilation}`] : []),
    ...(groups > 1 ? [`groups=${groups}`] : []),
    `bias=${bias ? 'True' : 'False'}`,
  ]
  const sides = [...padding, ...padding].join(', ')
  return `import torch
from torch import nn
layer = nn.Conv2d(${parts.join(', ')})
x = torch.zeros(${state.batch}, ${inChannels}, ${inputSize}, ${inputSize})
y = layer(${even ? `nn.functional.pad(x, (${sides}))` : 'x'})
y.shape  # torch.Size([${state.batch}, ${outChannels}, ${outputSize}, ${outputSize}])
sum(p.numel() for p in layer.parameters())  # ${cost.parameterCount}
layer.weight.numel() * y.shape[2] * y.shape[3]  # ${cost.macCount} MACs`
}
