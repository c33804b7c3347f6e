import { conv2d, type Layer, macCount, parameterCount, receptiveField, sequential, tensor } from 'conv-math'
import { choice, flag, int, numbers, type StateOf } from '#ui/fields.ts'
import { cat, pixels } from '#ui/pictures.ts'
import { remembered } from '#ui/remembered.ts'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

export const side = cat.width
export const inChannels = 3
export const picture = tensor([1, inChannels, side, side], pixels(cat))

/** Each channel of the picture alone. */
export const channels = range(inChannels).map((at) => picture.data.slice(at * side * side, (at + 1) * side * side))

interface Mix {
  /** One row of weights per output channel. */
  readonly w: readonly (readonly number[])[]
  readonly b: readonly number[]
}
type Named = 'opponent' | 'grey' | 'swap' | 'identity'
const brightness = [0.3, 0.59, 0.11]
/** The biases of the opponent colours are minus this picture's mean, so that zero is its middle. */
const presets: Readonly<Record<Named, Mix>> = {
  opponent: { w: [brightness, [1, -1, 0], [0.5, 0.5, -1]], b: [0, -0.16, -0.21] },
  grey: { w: [brightness], b: [0] },
  swap: {
    w: [
      [0, 0, 1],
      [0, 1, 0],
      [1, 0, 0],
    ],
    b: [0, 0, 0],
  },
  identity: {
    w: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
    b: [0, 0, 0],
  },
}
const most = 6
const more = [
  [0, 1, -1],
  [-1, 0.5, 0.5],
  [0.5, -1, 0.5],
]

export const fields = {
  preset: choice(['opponent', 'grey', 'swap', 'identity', 'custom'], 'opponent'),
  outChannels: int(1, most, 3),
  activation: flag(false),
  row: int(0, side - 1, 11),
  column: int(0, side - 1, 8),
  w: numbers(-9, 9, [...presets.opponent.w, ...more].flat()),
  b: numbers(-9, 9, [...presets.opponent.b, 0, 0, 0]),
}
export type State = StateOf<typeof fields>

const ownMix = remembered(
  (outChannels: number, w: readonly number[], b: readonly number[]): Mix => ({
    w: range(outChannels).map((out) => w.slice(out * inChannels, (out + 1) * inChannels)),
    b: b.slice(0, outChannels),
  }),
)

/** The weights that count: a preset's, or the reader's own. */
export const settled = ({ preset, outChannels, w, b }: State): Mix =>
  preset === 'custom' ? ownMix(outChannels, w, b) : presets[preset]

const over = (values: readonly number[], rest: readonly number[]): number[] => [...values, ...rest.slice(values.length)]

/** Two decimals, as a link keeps them. */
const kept = (value: number): number => Math.round(value * 100) / 100

/** The reader's own weights, taken over from those in sight and then changed: rows of w, then b, at their full length. */
export function edited(
  state: State,
  change: (w: number[], b: number[]) => void,
  outChannels: number = settled(state).w.length,
): Partial<State> {
  const mix = settled(state)
  const w = over(mix.w.flat(), state.w)
  const b = over(mix.b, state.b)
  change(w, b)
  return { preset: 'custom', outChannels, w: w.map(kept), b: b.map(kept) }
}
export const unchanged = (): void => {}

export interface Output {
  /** The map's values, row-major, before the activation. */
  readonly before: Float32Array
  readonly after: Float32Array
  /** Weights that add up to 1 without a bias leave a grey picture a grey picture. */
  readonly keepsBrightness: boolean
}
export interface Whole {
  readonly ok: true
  readonly mix: Mix
  readonly unit: readonly [row: number, column: number]
  /** The channels of the chosen pixel. */
  readonly x: readonly number[]
  readonly outputs: readonly Output[]
  /** The chosen pixel's outputs, before and after the activation. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** The outputs as one picture in colours, where there are three and each keeps the brightness. */
  readonly colours: Float32Array | null
  readonly parameters: number
  readonly macs: number
  readonly field: number
}
export type Derived = Whole | { readonly ok: false; readonly problem: never }

interface Maps extends Pick<Whole, 'mix' | 'outputs' | 'colours' | 'parameters' | 'macs' | 'field'> {
  readonly after: Float32Array
  readonly before: Float32Array
}
const plane = side * side

/** All that does not depend on the chosen pixel. */
const mapsOf = remembered((mix: Mix, activation: boolean): Maps => {
  const outChannels = mix.w.length
  const before = conv2d(picture, tensor([outChannels, inChannels, 1, 1], mix.w.flat()), {
    bias: tensor([outChannels], mix.b),
  }).data
  const after = activation ? before.map((value) => Math.max(0, value)) : before
  const layer: Layer = { type: 'conv', outChannels, kernelSize: 1 }
  const graph = sequential([layer])
  const shape = [inChannels, side, side] as const
  const outputs = range(outChannels).map((out) => ({
    before: before.subarray(out * plane, (out + 1) * plane),
    after: after.subarray(out * plane, (out + 1) * plane),
    keepsBrightness: mix.b[out] === 0 && Math.abs(mix.w[out].reduce((sum, weight) => sum + weight) - 1) < 1e-6,
  }))
  const inColours = outChannels === inChannels && outputs.every((output) => output.keepsBrightness)
  return {
    mix,
    before,
    after,
    outputs,
    colours: inColours ? after : null,
    parameters: parameterCount(graph, shape).total,
    macs: macCount(graph, shape).total,
    field: receptiveField(graph).height.size,
  }
})

export function derive(state: State): Derived {
  const { before, after, ...maps } = mapsOf(settled(state), state.activation)
  const at = state.row * side + state.column
  const of = (values: Float32Array): number[] =>
    range(values.length / plane).map((channel) => values[channel * plane + at])
  return {
    ok: true,
    ...maps,
    unit: [state.row, state.column],
    x: of(picture.data),
    before: of(before),
    after: of(after),
  }
}

export function describe(state: State, derived: Whole, messages: Messages): string {
  return messages.description(state, derived)
}
