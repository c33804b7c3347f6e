import type { LevelReads } from 'conv-math'
import { show } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { realCells, type Shown } from './model.ts'

/** Code that finds the same cells by the gradient. */
export function torch(derived: Shown, messages: Messages): string {
  const { stack, inputSize, unit, levels, layer, columns, rows } = derived
  const layers = stack.map(({ kernelSize, stride, padding, dilation }) => [kernelSize, stride, padding, dilation])
  const size = levels[layer].size
  const seen = (reads: LevelReads): string => {
    const cells = realCells(reads)
    return cells ? `${cells[0]} … ${cells[1]}` : '–'
  }
  const window = (values: readonly number[]): string => `    (${values.join(', ')}),\n`
  return `import torch
from torch import nn
# ${messages.torchLayers}
layers = [
${layers.map(window).join('')}]
net = nn.Sequential(*[nn.Conv2d(1, 1, k, s, p, d, bias=False) for k, s, p, d in layers]).double()
for layer in net:
    nn.init.ones_(layer.weight)
x = torch.zeros(1, 1, ${inputSize}, ${inputSize}, dtype=torch.float64, requires_grad=True)
y = net(x)
y.shape  # torch.Size([1, 1, ${size}, ${size}])
y[0, 0, ${unit[0]}, ${unit[1]}].backward()
weight = x.grad[0, 0] / x.grad.sum()
seen = weight.nonzero()
seen.min(0).values, seen.max(0).values  # ${messages.torchSeen(seen(rows[0]), seen(columns[0]))}
place = torch.arange(${inputSize}, dtype=torch.float64)
for along in weight.sum(1), weight.sum(0):
    mean = (place * along).sum()
    print(((place - mean) ** 2 * along).sum().sqrt())  # ${messages.torchSpread(deviation(derived))}`
}

const deviation = ({ effective }: Shown): string =>
  effective?.standardDeviation ? effective.standardDeviation.map((value) => show(value)).join(', ') : ''
