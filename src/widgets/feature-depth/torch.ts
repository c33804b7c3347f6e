import { convs, imageSize, stageEnds } from '#feature-net/architecture.ts'
import shownImages from '#feature-net/data/images.json' with { type: 'json' }
import { weightsUrl } from '#feature-net/files.ts'
import { stages } from '#feature-net/stages.ts'
import { torchNumber } from '#ui/torch-numbers.ts'
import type { Messages } from './messages.ts'
import type { Shape, State } from './model.ts'

interface Known {
  readonly own: boolean
  /** The chosen unit's activation, once it is known. */
  readonly value: number | null
  readonly words: Messages['torch']
}

const layers = convs.map(
  ({ inChannels, outChannels, kernelSize, padding, pooled }) =>
    `    nn.Conv2d(${inChannels}, ${outChannels}, ${kernelSize}, padding=${padding}), nn.ReLU(),${pooled ? ' nn.MaxPool2d(2),' : ''}`,
)
/** Modules up to and with each convolution's ReLU. */
const modules = convs.map((_, at) => convs.slice(0, at).reduce((count, { pooled }) => count + (pooled ? 3 : 2), 2))

const load = (words: Messages['torch']): string => `# ${words.file(weightsUrl)}
# ${words.layout}
raw = open('weights.bin', 'rb').read()
parts = [m for m in net if hasattr(m, 'weight')]
at, byte = 0, 8 * sum(len(m.bias) for m in parts)
for m in parts:
    n = len(m.bias)
    bias, step = np.frombuffer(raw, '<f4', 2 * n, at).reshape(2, n).copy()
    w = np.frombuffer(raw, 'i1', m.weight.numel(), byte).reshape(m.weight.shape)
    m.bias.data = torch.tensor(bias)
    m.weight.data = torch.tensor(w * step.reshape(n, *[1] * (w.ndim - 1)))
    at, byte = at + 8 * n, byte + w.size
`

function image(state: State, shape: Shape, { own, words }: Known): string {
  const { rows, columns } = shape.patch
  const cover = shape.covers ? `\nx[${rows[0]}:${rows[1] + 1}, ${columns[0]}:${columns[1] + 1}] = 0` : ''
  if (own) return `x = torch.zeros(${imageSize}, ${imageSize})  # ${words.own}${cover}`
  if (state.source === 'drawing') {
    const drawing = state.drawing.map(Math.floor).join(', ')
    return `bits = [${drawing}]\nx = torch.tensor([[b >> c & 1 for c in range(${imageSize})] for b in bits]).float()${cover}`
  }
  return `x = datasets.FashionMNIST('.', train=False, download=True).data[${shownImages.test[state.image]}] / 255${cover}`
}

/** The network in PyTorch with the page's weights and image, up to the chosen unit. */
export function torch(state: State, shape: Shape, known: Known): string {
  const { channels, size } = stages[shape.stage]
  const unit = [shape.channel, ...shape.unit].join(', ')
  const isTrained = state.weights === 'trained'
  const value = known.value !== null && isTrained && !known.own ? `  # ${torchNumber(known.value)}` : ''
  const fromSet = state.source === 'test' && !known.own
  return `import numpy as np
import torch
from torch import nn
${fromSet ? 'from torchvision import datasets\n' : ''}net = nn.Sequential(
${layers.join('\n')}
    nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(${convs[convs.length - 1].outChannels}, 10),
)
${isTrained ? load(known.words) : `# ${known.words.random}\n`}${image(state, shape, known)}
y = net[:${modules[stageEnds[shape.stage]]}](x[None, None])
y.shape  # torch.Size([1, ${channels}, ${size}, ${size}])
y[0, ${unit}]${value}
net(x[None, None]).softmax(1)`
}
