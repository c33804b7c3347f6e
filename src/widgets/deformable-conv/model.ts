import {
  conv2d,
  type DeformableTap,
  deformableConv2d,
  deformableTaps,
  gridOffsets,
  type Layer,
  type Offset,
  parameterCount,
  sequential,
  tensor,
} from 'conv-math'
import { choice, flag, int, numbers, type StateOf } from '#ui/fields.ts'
import { fixed, range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

/** Side of the map and of the kernel, and the place of the one output that is shown. */
export const side = 7
export const kernelSize = 3
export const unit = [3, 3] as const
/** How far a point may be moved on each axis, and the step of pointer and keys. */
export const reach = 3
export const nudge = 0.25

/** A bent stroke of large numbers on a ground of small ones. */
const picture = [
  1, 0, 1, 0, 1, 7, 1, 0, 1, 0, 2, 6, 8, 1, 1, 0, 1, 6, 8, 3, 0, 0, 1, 4, 9, 5, 1, 0, 1, 2, 8, 5, 1, 0, 1, 0, 5, 8, 1,
  0, 1, 0, 1, 6, 7, 0, 1, 0, 1,
]
const kernel = [1, 2, 1, 2, 4, 2, 1, 2, 1]
/** Where the points go when they follow the stroke. */
const follow: readonly Offset[] = [
  [0.25, 1],
  [-0.25, 0.75],
  [-1, 0.75],
  [0.25, 0.5],
  [0, 0],
  [-0.5, -0.25],
  [1, -0.25],
  [0.25, -0.75],
  [-0.5, -0.75],
]

export const fields = {
  preset: choice(['follow', 'zero', 'dilated', 'scaled', 'rotated', 'custom'], 'follow'),
  /** Down and along for each tap in turn; what counts when the preset is custom. */
  offsets: numbers(-reach, reach, follow.flat()),
  modulation: flag(false),
  masks: numbers(0, 1, [1, 1, 1, 1, 1, 1, 0.5, 1, 0.25]),
  channels: int(1, 512, 256),
  /** The tap that is looked at. */
  step: int(0, kernelSize ** 2 - 1, 1),
  x: numbers(-99, 99, picture),
  w: numbers(-99, 99, kernel),
}
export type State = StateOf<typeof fields>

const turn = Math.SQRT1_2
const matrices = {
  zero: [
    [1, 0],
    [0, 1],
  ],
  dilated: [
    [2, 0],
    [0, 2],
  ],
  scaled: [
    [1.5, 0],
    [0, 1.5],
  ],
  rotated: [
    [turn, turn],
    [-turn, turn],
  ],
} as const

/** The offsets that count: a preset's, or the reader's own; to two decimals, as a link keeps them. */
export function settled({ preset, offsets }: State): readonly Offset[] {
  if (preset === 'follow') return follow
  if (preset === 'custom') return range(kernelSize ** 2).map((tap) => [offsets[2 * tap], offsets[2 * tap + 1]] as const)
  return gridOffsets(kernelSize, matrices[preset]).map(([down, along]) => [fixed(down), fixed(along)] as const)
}

/** The state with one point moved; its offset is kept within reach. */
export function moved(state: State, tap: number, to: Offset): Partial<State> {
  const within = (value: number): number => fixed(Math.min(reach, Math.max(-reach, value)))
  const offsets = settled(state).map((offset, at) => (at === tap ? ([within(to[0]), within(to[1])] as const) : offset))
  return { preset: 'custom', offsets: offsets.flat(), step: tap }
}

/** The next multiple of the step from a value, up or down. */
export const nudged = (value: number, by: -1 | 0 | 1): number =>
  by === 0 ? value : by > 0 ? nudge * Math.floor(value / nudge + 1) : nudge * Math.ceil(value / nudge - 1)

export interface Point extends DeformableTap {
  readonly offset: Offset
  readonly weight: number
  readonly mask: number
  /** The four pixels' values; 0 beyond the map. */
  readonly pixels: readonly number[]
  readonly value: number
  readonly product: number
}
/** What computing the offsets costs beside the convolution itself, at equal channels. */
export interface Branch {
  readonly outputs: number
  readonly weights: number
  readonly main: number
}
export interface Whole {
  readonly ok: true
  readonly points: readonly Point[]
  readonly now: Point
  readonly sum: number
  /** The ordinary convolution at the same place. */
  readonly plain: number
  readonly still: boolean
  readonly branch: Branch
}
export type Derived = Whole | { readonly ok: false; readonly problem: never }

const weightsOf = (inChannels: number, outChannels: number): number => {
  const layer: Layer = { type: 'conv', outChannels, kernelSize, padding: 1, bias: false }
  return parameterCount(sequential([layer]), [inChannels, side, side]).total
}

export function derive(state: State): Derived {
  const offsets = settled(state)
  const taps = deformableTaps(unit, [side, side], { kernelSize, padding: 1, offsets })
  const points = taps.map((tap, at): Point => {
    const mask = state.modulation ? state.masks[at] : 1
    const pixels = tap.neighbours.map(({ cell, inside }) => (inside ? state.x[cell[0] * side + cell[1]] : 0))
    const value = tap.neighbours.reduce((sum, { weight }, near) => sum + weight * pixels[near], 0)
    const weight = state.w[at]
    return { ...tap, offset: offsets[at], weight, mask, pixels, value, product: weight * mask * value }
  })
  const [x, w] = [tensor([1, 1, side, side], state.x), tensor([1, 1, kernelSize, kernelSize], state.w)]
  // the same offsets everywhere: one place is shown
  const everywhere = (values: readonly number[]) =>
    tensor(
      [1, values.length, side, side],
      values.flatMap((value) => range(side * side).map(() => value)),
    )
  const output = deformableConv2d(x, w, everywhere(offsets.flat()), {
    padding: 1,
    mask: everywhere(points.map(({ mask }) => mask)),
  })
  const place = unit[0] * side + unit[1]
  const outputs = offsets.flat().length + (state.modulation ? points.length : 0)
  return {
    ok: true,
    points,
    now: points[state.step],
    sum: output.data[place],
    plain: conv2d(x, w, { padding: 1 }).data[place],
    still: offsets.flat().every((value) => value === 0),
    branch: {
      outputs,
      weights: weightsOf(state.channels, outputs),
      main: weightsOf(state.channels, state.channels),
    },
  }
}

export function describe(state: State, derived: Whole, messages: Messages): string {
  return messages.description(state, derived)
}
