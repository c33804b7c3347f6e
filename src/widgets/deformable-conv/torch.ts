import { torchMatrix, torchNumber } from '#ui/torch-numbers.ts'
import { kernelSize, type State, side, unit, type Whole } from './model.ts'

/** The call that gives the same number. */
export function torch(state: State, { points, sum }: Whole, comment: string): string {
  const list = (values: readonly number[]): string => values.map(torchNumber).join(', ')
  const mask = state.modulation
    ? `mask = torch.tensor([${list(points.map((point) => point.mask))}]).view(1, ${points.length}, 1, 1).expand(-1, -1, ${side}, ${side})\n`
    : ''
  const offsets = points.flatMap(({ offset }) => [...offset])
  return `import torch
from torchvision.ops import deform_conv2d
x = torch.tensor([[${torchMatrix(side, side, (row, column) => state.x[row * side + column])}]])
w = torch.tensor([[${torchMatrix(kernelSize, kernelSize, (row, column) => state.w[row * kernelSize + column])}]])
# ${comment}
offset = torch.tensor([${list(offsets)}]).view(1, ${offsets.length}, 1, 1).expand(-1, -1, ${side}, ${side})
${mask}y = deform_conv2d(x, offset, w, padding=1${state.modulation ? ', mask=mask' : ''})
y[0, 0, ${unit.join(', ')}]  # ${torchNumber(sum)}`
}
