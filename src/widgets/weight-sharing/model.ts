import { conv2d, convOutputSize, convTaps, macCount, parameterCount, sequential, type Tensor, tensor } from 'conv-math'
import { flag, int, type StateOf } from '#ui/fields.ts'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

export const fields = {
  shift: int(0, 4, 1),
  sharing: flag(true),
  stride: int(1, 3, 1),
  row: int(0, 7, 3),
  column: int(0, 11, 3),
}
export type State = StateOf<typeof fields>

export const [rows, columns] = [8, 12]
const kernelSize = 3
const padding = 1
export const kernel = [-1, 0, 1, -2, 0, 2, -1, 0, 1]
/** A small corner of an object, far enough from the borders that no shift brings the padding into it. */
const object: readonly (readonly [row: number, column: number, value: number])[] = [
  [2, 2, 3],
  [3, 2, 3],
  [4, 2, 3],
  [4, 3, 2],
  [4, 4, 2],
  [3, 3, 1],
]

export interface Pair {
  readonly input: Tensor
  readonly output: Tensor
}
export interface Derived {
  readonly ok: true
  readonly before: Pair
  readonly after: Pair
  readonly outputRows: number
  readonly outputColumns: number
  /** How far the output should move: shift / stride, a whole number or not. */
  readonly move: number
  /** Output of the shifted input minus the shifted output, where both exist. */
  readonly difference: readonly (readonly (number | null)[])[]
  readonly unequal: number
  readonly sharedWeights: number
  readonly unsharedWeights: number
  readonly unit: readonly [row: number, column: number]
  readonly weights: readonly number[]
  readonly equivariant: boolean
}

export const at = (map: Tensor, row: number, column: number): number => map.data[row * map.shape[3] + column]

function pattern(shift: number): Tensor {
  const values = new Float32Array(rows * columns)
  for (const [row, column, value] of object) values[row * columns + column + shift] = value
  return tensor([1, 1, rows, columns], values)
}

/** The weights at one output: the kernel, or without sharing this position's own, the kernel turned round by its place. */
export function weightsAt(state: State, row: number, column: number): readonly number[] {
  if (state.sharing) return kernel
  const turn = (row * 5 + column * 2) % kernel.length
  return kernel.map((_, index) => kernel[(index + turn) % kernel.length])
}

/** Every output from its own taps and its own weights: a locally connected layer. */
function unshared(state: State, input: Tensor, size: readonly [number, number]): Tensor {
  const values = range(size[0]).flatMap((row) =>
    range(size[1]).map((column) => {
      const weights = weightsAt(state, row, column)
      const taps = convTaps([row, column], [rows, columns], { kernelSize, stride: state.stride, padding })
      return taps
        .filter(({ inside }) => inside)
        .reduce((sum, tap) => sum + at(input, ...tap.input) * weights[tap.kernel[0] * kernelSize + tap.kernel[1]], 0)
    }),
  )
  return tensor([1, 1, ...size], values)
}

export function derive(state: State): Derived {
  const { stride, shift, sharing } = state
  const size = [rows, columns].map((length) => convOutputSize(length, { kernelSize, stride, padding }))
  const [outputRows, outputColumns] = size
  const w = tensor([1, 1, kernelSize, kernelSize], kernel)
  const layer = (input: Tensor): Pair => ({
    input,
    output: sharing ? conv2d(input, w, { stride, padding }) : unshared(state, input, [outputRows, outputColumns]),
  })
  const [before, after] = [layer(pattern(0)), layer(pattern(shift))]
  const move = shift / stride
  const whole = Math.round(move)
  const difference = range(outputRows).map((row) =>
    range(outputColumns).map((column) => {
      const from = column - whole
      return from < 0 ? null : at(after.output, row, column) - at(before.output, row, from)
    }),
  )
  const unequal = difference.flat().filter((value) => value !== null && value !== 0).length
  const graph = sequential([{ type: 'conv', outChannels: 1, kernelSize, stride, padding, bias: false }])
  const unit = [Math.min(state.row, outputRows - 1), Math.min(state.column, outputColumns - 1)] as const
  return {
    ok: true,
    before,
    after,
    outputRows,
    outputColumns,
    move,
    difference,
    unequal,
    sharedWeights: parameterCount(graph, [1, rows, columns]).total,
    // without sharing every multiplication has a weight of its own
    unsharedWeights: macCount(graph, [1, rows, columns]).total,
    unit,
    weights: weightsAt(state, ...unit),
    equivariant: unequal === 0,
  }
}

export const describe = (state: State, derived: Derived, messages: Messages): string =>
  messages.description(state, derived)

/** The calls that compare the two orders of shifting and convolving. */
export function torch(state: State, comment: string): string {
  const cells = object.map(([row, column, value]) => `x[0, 0, ${row}, ${column}] = ${value}.`).join('\n')
  return `import torch
import torch.nn.functional as F
x = torch.zeros(1, 1, ${rows}, ${columns})
${cells}
w = torch.tensor([[[[-1., 0., 1.], [-2., 0., 2.], [-1., 0., 1.]]]])
conv = lambda t: F.conv2d(t, w, stride=${state.stride}, padding=${padding})
a = conv(torch.roll(x, ${state.shift}, dims=3))
b = torch.roll(conv(x), ${Math.round(state.shift / state.stride)}, dims=3)
torch.equal(a, b)  # ${comment}`
}
