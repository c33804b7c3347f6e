import { type Derived, type LayerCost, type State, side } from './model.ts'

/** The same two networks in PyTorch, with their counts. */
export function torch(state: State, { stack, single }: Extract<Derived, { ok: true }>): string {
  const line = (layer: LayerCost): string => {
    const { kernelSize, padding } = side(layer.kernelSize, state)
    const groups = state.depthwise ? `, groups=${layer.inChannels}` : ''
    return `nn.Conv2d(${layer.inChannels}, ${layer.outChannels}, ${kernelSize}, padding=${padding}${groups}, bias=False)`
  }
  return `import torch
from torch import nn
stack = nn.Sequential(
${stack.layers.map((layer) => `    ${line(layer)}, nn.ReLU(),`).join('\n')}
)
single = nn.Sequential(${line(single.layers[0])}, nn.ReLU())
count = lambda net: sum(p.numel() for p in net.parameters())
count(stack), count(single)  # (${stack.weights}, ${single.weights})
x = torch.zeros(1, ${stack.layers[0].inChannels}, ${state.inputSize}, ${state.inputSize})
stack(x).shape  # torch.Size([1, ${stack.layers.at(-1)?.outChannels}, ${stack.layers.at(-1)?.outputSize}, ${stack.layers.at(-1)?.outputSize}])
single(x).shape  # torch.Size([1, ${single.layers[0].outChannels}, ${single.layers[0].outputSize}, ${single.layers[0].outputSize}])`
}
