import type { State, Step, Whole } from './model.ts'

/** The block without its activations, which have no weights. */
export function torch(state: State, { paths, shape }: Whole, comment: string): string {
  const module = ({ kind, kernelSize, inChannels, outChannels }: Step, padding: number): string => {
    if (kind === 'maxPool') return `nn.MaxPool2d(${kernelSize}, stride=1, padding=${padding})`
    const pad = kind === 'conv' && padding > 0 ? `, padding=${padding}` : ''
    return `nn.Conv2d(${inChannels}, ${outChannels}, ${kernelSize}${pad}, bias=False)`
  }
  const lines = paths.map(
    ({ steps, padding }) => `    nn.Sequential(${steps.map((step) => module(step, padding)).join(', ')}),`,
  )
  const weights = paths.reduce((sum, path) => sum + path.weights, 0)
  return `import torch
from torch import nn
# ${comment}
branches = nn.ModuleList([
${lines.join('\n')}
])
x = torch.randn(1, ${state.inChannels}, ${state.inputSize}, ${state.inputSize})
y = torch.cat([branch(x) for branch in branches], dim=1)
y.shape  # torch.Size([1, ${shape.join(', ')}])
sum(p.numel() for p in branches.parameters())  # ${weights}`
}
