import type { Messages } from './messages.ts'
import type { Shape, State } from './model.ts'

/** The three layers in PyTorch, counted; those too large for memory are made without any. */
export function torch(state: State, { layers }: Shape, words: Pick<Messages, 'torchFull' | 'torchLocal'>): string {
  const { inputSize: n, inChannels: i, channels: o, kernelSize: k } = state
  const bias = state.bias ? 'True' : 'False'
  const own = state.bias ? ` + torch.empty(${o}, ${n} * ${n}, device='meta').numel()` : ''
  return `import torch
from torch import nn
count = lambda layer: sum(p.numel() for p in layer.parameters())
conv = nn.Conv2d(${i}, ${o}, ${k}, padding='same', bias=${bias})
count(conv)  # ${layers.conv.parameters}
# ${words.torchFull}
full = nn.Linear(${i} * ${n} * ${n}, ${o} * ${n} * ${n}, bias=${bias}, device='meta')
count(full)  # ${layers.full.parameters}
# ${words.torchLocal}
local = torch.empty(${o}, ${i} * ${k} * ${k}, ${n} * ${n}, device='meta')
local.numel()${own}  # ${layers.local.parameters}`
}
