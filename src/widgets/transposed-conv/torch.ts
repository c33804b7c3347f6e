import type { Tensor } from 'conv-math'
import { torchMatrix, torchNumber } from '#ui/torch-numbers.ts'
import { at, type Derived, type State } from './model.ts'

/** The call that gives the same numbers. */
export function torch(state: State, derived: Extract<Derived, { ok: true }>, comment: string): string {
  const square = (map: Tensor, size: number): string => torchMatrix(size, size, (row, column) => at(map, row, column))
  const { stride, padding, dilation, outputPadding } = state
  const [row, column] = derived.unit
  return `import torch
import torch.nn.functional as F
# ${comment}
x = torch.tensor([[${square(derived.x, state.inputSize)}]])
w = torch.tensor([[${square(derived.w, state.kernelSize)}]])
y = F.conv_transpose2d(x, w, stride=${stride}, padding=${padding}, output_padding=${outputPadding}, dilation=${dilation})
y.shape  # torch.Size([1, 1, ${derived.outputSize}, ${derived.outputSize}])
y[0, 0, ${row}, ${column}]  # ${torchNumber(derived.sum)}`
}
