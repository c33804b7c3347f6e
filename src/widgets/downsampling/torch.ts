import { inputChannels, type Shape, type State } from './model.ts'

/** The module that has these stages. */
export function torch(state: State, shape: Shape, comment: string): string {
  let from = inputChannels
  const lines = shape.stages.map(({ kind, kernelSize, stride, padding, channels, outputSize }) => {
    const size = `  # ${channels} × ${outputSize} × ${outputSize}`
    if (kind === 'maxPool' || kind === 'averagePool')
      return `    nn.${kind === 'maxPool' ? 'MaxPool2d' : 'AvgPool2d'}(${kernelSize}),${size}`
    const line = `    nn.Conv2d(${from}, ${channels}, ${kernelSize}, stride=${stride}, padding=${padding}, bias=False),${size}`
    from = channels
    return line
  })
  const last = shape.stages[shape.stages.length - 1]
  return `import torch
from torch import nn
# ${comment}
net = nn.Sequential(
${lines.join('\n')}
)
y = net(torch.zeros(1, ${inputChannels}, ${state.inputSize}, ${state.inputSize}))
y.shape  # torch.Size([1, ${last.channels}, ${last.outputSize}, ${last.outputSize}])
sum(p.numel() for p in net.parameters())  # ${shape.total.parameters}`
}
