import { breakEvenWidth, type Layer, macCount, parameterCount, samePadding, sequential } from 'conv-math'
import { choice, flag, int, type StateOf } from '#ui/fields.ts'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

export const fields = {
  preset: choice(['googlenet', 'resnet50', 'custom'], 'googlenet'),
  /** Channels in the middle; 0 stands for the preset's own. */
  middle: int(0, 512, 0),
  kernelSize: int(1, 7, 5),
  inChannels: int(1, 512, 192),
  outChannels: int(1, 512, 32),
  inputSize: int(1, 112, 28),
  expand: flag(false),
}
export type State = StateOf<typeof fields>
type Shape = Pick<State, 'middle' | 'kernelSize' | 'inChannels' | 'outChannels' | 'inputSize' | 'expand'>

const presets: Readonly<Record<'googlenet' | 'resnet50', Shape>> = {
  googlenet: { middle: 16, kernelSize: 5, inChannels: 192, outChannels: 32, inputSize: 28, expand: false },
  resnet50: { middle: 64, kernelSize: 3, inChannels: 256, outChannels: 256, inputSize: 56, expand: true },
}

/** The numbers that count: a preset's, or the reader's own; the middle is the reader's in any case. */
export function settled(state: State): Shape {
  const own = { ...state, middle: state.middle || presets.googlenet.middle }
  if (state.preset === 'custom') return own
  const preset = presets[state.preset]
  return { ...preset, middle: state.middle || preset.middle }
}

export const edited = (state: State, patch: Partial<Shape>): Partial<State> => ({
  ...settled(state),
  ...patch,
  preset: 'custom',
})

export interface Row {
  readonly inChannels: number
  readonly outChannels: number
  readonly kernelSize: number
  readonly weights: number
  readonly macs: number
}
export interface Chain {
  readonly rows: readonly Row[]
  readonly weights: number
  readonly macs: number
}
export interface Point {
  readonly middle: number
  readonly weights: number
}
export interface Whole {
  readonly ok: true
  readonly shape: Shape
  readonly direct: Chain
  readonly reduced: Chain
  readonly breakEven: number
  /** Weights of the reduced form against the middle width, from 1 to where the curve ends. */
  readonly curve: readonly Point[]
}
export type Derived = Whole | { readonly ok: false; readonly problem: never }

function conv(shape: Shape, outChannels: number, kernelSize: number): Layer {
  const side = samePadding(shape.inputSize, { kernelSize })
  return { type: 'conv', outChannels, kernelSize, padding: [side, side], bias: false }
}

function reducedLayers(shape: Shape, middle: number): readonly Layer[] {
  const { kernelSize, outChannels, expand } = shape
  const inner = expand
    ? [conv(shape, middle, kernelSize), conv(shape, outChannels, 1)]
    : [conv(shape, outChannels, kernelSize)]
  return [conv(shape, middle, 1), ...inner]
}

const inputOf = ({ inChannels, inputSize }: Shape) => [inChannels, inputSize, inputSize] as const

function chain(shape: Shape, layers: readonly Layer[]): Chain {
  const graph = sequential(layers)
  const input = inputOf(shape)
  const [weights, macs] = [parameterCount(graph, input), macCount(graph, input)]
  let inChannels = shape.inChannels
  const rows = layers.flatMap((layer, at): Row[] => {
    if (layer.type !== 'conv') return []
    const row = {
      inChannels,
      outChannels: layer.outChannels,
      kernelSize: Number(layer.kernelSize),
      weights: weights.byNode.get(String(at)) ?? 0,
      macs: macs.byNode.get(String(at)) ?? 0,
    }
    inChannels = layer.outChannels
    return [row]
  })
  return { rows, weights: weights.total, macs: macs.total }
}

/** Without the second 1×1 the curve is a line. */
const pieces = (shape: Shape): number => (shape.expand ? 16 : 1)

export function derive(state: State): Derived {
  const shape = settled(state)
  const breakEven = breakEvenWidth(shape)
  const end = Math.max(Math.ceil(1.3 * breakEven), shape.middle, 2)
  const steps = Math.min(pieces(shape), end - 1)
  const curve = range(steps + 1).map((step) => {
    const middle = Math.round(1 + (step / steps) * (end - 1))
    return { middle, weights: parameterCount(sequential(reducedLayers(shape, middle)), inputOf(shape)).total }
  })
  return {
    ok: true,
    shape,
    direct: chain(shape, [conv(shape, shape.outChannels, shape.kernelSize)]),
    reduced: chain(shape, reducedLayers(shape, shape.middle)),
    breakEven,
    curve,
  }
}

export function describe(_: State, derived: Whole, messages: Messages): string {
  return messages.description(derived)
}
