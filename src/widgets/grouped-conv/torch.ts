import type { Whole } from './model.ts'

/** The chain in PyTorch; the gradient of one output tells which inputs it depends on. */
export function torch({ shape, layers, columns, channel, drawn }: Whole, comment: string): string {
  const lines = layers.map((layer, at) => {
    if (layer.type !== 'conv') return `nn.ChannelShuffle(${shape.groups})`
    const sizes = `${columns[at].channels}, ${layer.outChannels}, ${layer.kernelSize}`
    return `nn.Conv2d(${sizes}, padding='same', groups=${layer.groups ?? 1}, bias=False)`
  })
  return `import torch
from torch import nn
net = nn.Sequential(
    ${lines.join(',\n    ')},
)
[p.numel() for p in net.parameters()]  # [${drawn.layers.map((cost) => cost.weights).join(', ')}]
x = torch.randn(1, ${shape.inChannels}, ${shape.inputSize}, ${shape.inputSize}, requires_grad=True)
y = net(x)
y.shape  # torch.Size([1, ${shape.outChannels}, ${shape.inputSize}, ${shape.inputSize}])
# ${comment}
y[0, ${channel}].sum().backward()
(x.grad.abs().sum((0, 2, 3)) > 0).sum()  # tensor(${columns[0].seen.length})`
}
