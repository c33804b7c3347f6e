import { torchMatrix, torchNumber } from '#ui/torch-numbers.ts'
import { inChannels, type State, type Whole } from './model.ts'

/** The chosen pixel as a matrix product and as a convolution. */
export function torch(state: State, { mix, x, after }: Whole, comment: string): string {
  const n = mix.w.length
  const bytes = x.map((value) => torchNumber(Math.round(value * 255))).join(', ')
  const result = `[${after.map(torchNumber).join(', ')}]`
  const wrap = (call: string): string => (state.activation ? `F.relu(${call})` : call)
  return `import torch
import torch.nn.functional as F
W = torch.tensor(${torchMatrix(n, inChannels, (out, channel) => mix.w[out][channel])})
b = torch.tensor([${mix.b.map(torchNumber).join(', ')}])
x = torch.tensor([${bytes}]) / 255
${wrap('W @ x + b')}  # ${result}
# ${comment}
${wrap(`F.conv2d(x.view(1, ${inChannels}, 1, 1), W.view(${n}, ${inChannels}, 1, 1), b)`)}.flatten()  # ${result}`
}
