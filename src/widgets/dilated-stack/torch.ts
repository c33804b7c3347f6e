import { ratesOf, type Shape, type State } from './model.ts'

/** How often each input is used, by the gradient of one output with all weights 1. */
export function torch(state: State, shape: Shape): string {
  const stage = shape.stages[shape.now]
  const rates = ratesOf(state).slice(0, shape.now + 1)
  const middle = (stage.field - 1) / 2
  const tuple = (values: readonly number[]): string => `(${values.join(', ')}${values.length === 1 ? ',' : ''})`
  const build = shape.parallel
    ? `net = nn.ModuleList([nn.Conv2d(1, 1, 1, bias=False)] + [
    nn.Conv2d(1, 1, 3, padding=d, dilation=d, bias=False) for d in ${tuple(rates.slice(1))}
])`
    : `net = nn.Sequential(*[nn.Conv2d(1, 1, ${stage.kernelSize}, dilation=d, bias=False) for d in ${tuple(rates)}])`
  const backward = shape.parallel
    ? `y = torch.cat([branch(x) for branch in net], dim=1)
y[0, :, ${middle}, ${middle}].sum().backward()`
    : 'net(x).backward()'
  const place = `${shape.row + middle}, ${shape.column + middle}`
  return `import torch
from torch import nn
${build}
for p in net.parameters():
    nn.init.ones_(p)
x = torch.zeros(1, 1, ${stage.field}, ${stage.field}, requires_grad=True)
${backward}
x.grad[0, 0, ${place}]  # ${shape.uses}.
int((x.grad > 0).sum())  # ${stage.touched}
sum(p.numel() for p in net.parameters())  # ${shape.weights}`
}
