import { grouped } from '#ui/scale.ts'
import type { Row, Whole } from './model.ts'

/** Both forms as modules that count their own weights. */
export function torch(derived: Whole, comment: string): string {
  const call = ({ inChannels, outChannels, kernelSize }: Row): string =>
    `nn.Conv2d(${inChannels}, ${outChannels}, ${kernelSize}, padding='same', bias=False)`
  const { direct, reduced, shape } = derived
  return `import torch
from torch import nn
direct = ${call(direct.rows[0])}
reduced = nn.Sequential(
    ${reduced.rows.map(call).join(',\n    nn.ReLU(),\n    ')},
)
count = lambda module: sum(p.numel() for p in module.parameters())
count(direct), count(reduced)  # (${direct.weights}, ${reduced.weights})
x = torch.randn(1, ${shape.inChannels}, ${shape.inputSize}, ${shape.inputSize})
direct(x).shape == reduced(x).shape  # True
# ${comment}: ${grouped(direct.macs)}, ${grouped(reduced.macs)}`
}
