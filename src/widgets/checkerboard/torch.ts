import { torchNumber } from '#ui/torch-numbers.ts'
import type { Method, State, Whole } from './model.ts'

/** Both ways on an input of ones, and the outputs along one row. */
export function torch(state: State, whole: Whole, comment: string): string {
  const list = (values: readonly number[]): string => `[${values.map(torchNumber).join(', ')}]`
  const exact = (values: readonly number[]): string => `[${values.map((value) => Number(value.toFixed(4))).join(', ')}]`
  const row = ({ map, size }: Method, at: number): string => list([...map.subarray(at * size, (at + 1) * size)])
  const { transposed: painted, resized: calm, unit } = whole
  const middle = Math.floor(calm.size / 2)
  return `import torch
import torch.nn.functional as F
x = torch.ones(1, 1, ${state.inputSize}, ${state.inputSize})
w = torch.tensor(${exact(painted.weights)}).float()
y = F.conv_transpose2d(x, torch.outer(w, w)[None, None], stride=${state.stride}, padding=${state.padding})
y[0, 0, ${unit[0]}]  # ${row(painted, unit[0])}
# ${comment}
v = torch.tensor(${exact(calm.weights)}).float()
z = F.conv2d(F.interpolate(x, scale_factor=${state.stride}), torch.outer(v, v)[None, None], padding='same')
z[0, 0, ${middle}]  # ${row(calm, middle)}`
}
