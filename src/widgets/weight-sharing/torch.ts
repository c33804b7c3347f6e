import { show } from '#ui/scale.ts'
import { torchMatrix } from '#ui/torch-numbers.ts'
import type { Messages } from './messages.ts'
import { kernelOf, kernelSize, type Shape, type State, scene, sceneBytes, view } from './model.ts'

/** Both orders of shifting and convolving on the same grey values. */
export function torch(state: State, shape: Shape, words: Pick<Messages, 'torchScene' | 'torchOwn'>): string {
  const { shift, stride, padding, sharing } = state
  const kernel = kernelOf(state)
  const matrix = torchMatrix(kernelSize, kernelSize, (row, column) => kernel[row * kernelSize + column])
  const hex = sceneBytes().map((value) => value.toString(16).padStart(2, '0'))
  const from = view.column - shift
  const options = `stride=${stride}, padding=${padding}`
  const call = sharing
    ? `layer = lambda t: F.conv2d(t, w, ${options})`
    : `def layer(t):  # ${words.torchOwn}
    columns = F.unfold(t, ${kernelSize}, ${options})
    n = torch.arange(columns.numel()).view(-1, ${kernelSize ** 2}).T + 1
    return (columns * w.view(-1, 1) * (n ** 3 % 10007 % 21) / 10).sum(1).view(1, 1, ${shape.rows}, ${shape.columns})`
  return `import torch
import torch.nn.functional as F
# ${words.torchScene}
scene = torch.tensor(list(bytes.fromhex('${hex.join('')}'))).float().view(1, 1, ${scene.height}, ${scene.width})
w = torch.tensor([[${matrix}]])
${call}
y = layer(scene[..., ${view.column}:${view.column + view.width}])
moved = layer(scene[..., ${from}:${from + view.width}])
difference = moved[..., ${shape.by}:] - y[..., :${shape.columns - shape.by}]
difference.abs().max()  # ${show(shape.worst, 1).replace('−', '-')}`
}
