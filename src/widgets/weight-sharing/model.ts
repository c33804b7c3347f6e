import {
  checkConvAxis,
  conv2d,
  convTaps,
  filterKernel,
  locallyConnected2d,
  macCount,
  type Problem,
  sequential,
  type Tap,
  type Tensor,
  tensor,
} from 'conv-math'
import { choice, flag, int, type StateOf } from '#ui/fields.ts'
import { camera, pixels } from '#ui/pictures.ts'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

export const kernelSize = 3
export const fields = {
  shift: int(0, 8, 3),
  sharing: flag(true),
  stride: int(1, 4, 1),
  padding: int(0, 2, 0),
  filter: choice(['sobelX', 'sobelY', 'laplacian', 'box'], 'sobelX'),
  /** The output that is asked about, in the map of the shifted input. */
  row: int(0, 21, 7),
  column: int(0, 25, 8),
}
export type State = StateOf<typeof fields>

/** The part of the photograph that is used, and the columns of it that the input shows before any shift. */
export const scene = { row: 3, column: 4, height: 20, width: 32 }
export const view = { column: 8, width: 24 }

export interface Term {
  readonly x: number
  readonly w: number
}
/** The two sums of the output in question: in the first map, and in the map of the shifted input. */
export interface Pair {
  readonly first: readonly Term[]
  readonly second: readonly Term[]
}
export interface Shape {
  readonly ok: true
  readonly output: Tensor
  readonly moved: Tensor
  readonly rows: number
  readonly columns: number
  /** Columns that the first output is moved on to be compared. */
  readonly by: number
  /** Whether stride divides the shift. */
  readonly whole: boolean
  /** Output of the shifted input minus the shifted output, where both exist: rows × (columns − by). */
  readonly difference: readonly number[]
  readonly unequal: number
  readonly worst: number
  /** The place of the output in question among those that both maps have, row by row. */
  readonly frame: number
  /** The output in question in the map of the shifted input: [row, column]. */
  readonly unit: readonly [row: number, column: number]
  readonly terms: Pair
  /** First cell of the windows of the two sums, on the input before and after the shift; it may lie in the padding. */
  readonly windows: Readonly<Record<'input' | 'shifted', readonly [row: number, column: number]>>
  readonly weights: number
  readonly sharedWeights: number
  readonly unsharedWeights: number
  readonly macs: number
}
export type Derived = Shape | { readonly ok: false; readonly problem: Problem }

/** The photograph's grey values as the bytes that they are. */
let bytes: readonly number[] | undefined
export function sceneBytes(): readonly number[] {
  bytes ??= [...pixels(camera)].map((value) => Math.round(255 * value))
  return range(scene.height).flatMap((row) => {
    const from = (scene.row + row) * camera.width + scene.column
    return (bytes as readonly number[]).slice(from, from + scene.width)
  })
}

/** What the input shows after the scene has moved on by some columns: real pixels come in behind it. */
function inputOf(shift: number): Tensor {
  const values = sceneBytes()
  const from = view.column - shift
  return tensor(
    [1, 1, scene.height, view.width],
    range(scene.height).flatMap((row) => values.slice(row * scene.width + from, row * scene.width + from + view.width)),
  )
}

export const at = (map: Tensor, row: number, column: number): number => map.data[row * map.shape[3] + column]

/** Without sharing each weight of each output is the kernel's times a number from 0 to 2 of its own, always the same. */
export const factor = (output: number, tap: number): number =>
  (((output * kernelSize ** 2 + tap + 1) ** 3 % 10007) % 21) / 10

export const kernelOf = (state: State): readonly number[] => filterKernel(state.filter, kernelSize).weights

/** The weights of one output. */
function weightsAt(state: State, output: number): number[] {
  return kernelOf(state).map((weight, tap) => (state.sharing ? weight : weight * factor(output, tap)))
}

function layer(state: State, input: Tensor): Tensor {
  const { stride, padding } = state
  const kernel = tensor([1, 1, kernelSize, kernelSize], kernelOf(state))
  const shared = conv2d(input, kernel, { stride, padding })
  if (state.sharing) return shared
  const [, , rows, columns] = shared.shape
  const own = range(rows * columns).flatMap((output) => weightsAt(state, output))
  return locallyConnected2d(input, tensor([rows, columns, 1, 1, kernelSize, kernelSize], own), { stride, padding })
}

function differenceOf(output: Tensor, moved: Tensor, by: number): number[] {
  const [, , rows, columns] = output.shape
  return range(rows).flatMap((row) =>
    range(columns - by).map((column) => at(moved, row, column + by) - at(output, row, column)),
  )
}
const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

type Unit = readonly [row: number, column: number]
const tapsOf = ({ stride, padding }: State, unit: Unit): readonly Tap[] =>
  convTaps(unit, [scene.height, view.width], { kernelSize, stride, padding })

function termsOf(state: State, input: Tensor, unit: Unit, columns: number): Term[] {
  const weights = weightsAt(state, unit[0] * columns + unit[1])
  return tapsOf(state, unit).map((tap, index) => ({ x: tap.inside ? at(input, ...tap.input) : 0, w: weights[index] }))
}

export function derive(state: State): Derived {
  const { shift, stride, padding, sharing } = state
  const problem = checkConvAxis(scene.height, { kernelSize, stride, padding })
  if (problem) return { ok: false, problem }
  const [before, after] = [inputOf(0), inputOf(shift)]
  const [output, moved] = [layer(state, before), layer(state, after)]
  const [, , rows, columns] = output.shape
  // a fraction of a cell cannot be moved: the nearer of the whole numbers beside it, by what it leaves
  const [low, high] = [Math.floor(shift / stride), Math.ceil(shift / stride)]
  const worstBy = (by: number): number => largest(differenceOf(output, moved, by))
  const by = worstBy(high) < worstBy(low) ? high : low
  const difference = differenceOf(output, moved, by)
  const unit = [Math.min(state.row, rows - 1), Math.min(columns - 1, Math.max(by, state.column))] as const
  const counterpart = [unit[0], unit[1] - by] as const
  const graph = sequential([{ type: 'conv', outChannels: 1, kernelSize, stride, padding, bias: false }])
  const macs = macCount(graph, [1, scene.height, view.width]).total
  const sharedWeights = kernelSize ** 2
  return {
    ok: true,
    output,
    moved,
    rows,
    columns,
    by,
    whole: shift % stride === 0,
    difference,
    unequal: difference.filter((value) => value !== 0).length,
    worst: largest(difference),
    frame: unit[0] * (columns - by) + counterpart[1],
    unit,
    terms: {
      first: termsOf(state, before, counterpart, columns),
      second: termsOf(state, after, unit, columns),
    },
    windows: { input: tapsOf(state, counterpart)[0].input, shifted: tapsOf(state, unit)[0].input },
    weights: sharing ? sharedWeights : macs,
    sharedWeights,
    // every multiplication has a weight of its own
    unsharedWeights: macs,
    macs,
  }
}

/** The output that a frame stands for. */
export function unitOf({ columns, by }: Shape, frame: number): Pick<State, 'row' | 'column'> {
  const width = columns - by
  return { row: Math.floor(frame / width), column: (frame % width) + by }
}

export function describe(state: State, derived: Shape, messages: Messages): string {
  return messages.description(state, derived)
}
