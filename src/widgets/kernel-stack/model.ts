import {
  type AxisPathCounts,
  axisPathCounts,
  checkConvAxis,
  type Graph,
  inferShapes,
  type Layer,
  type MapShape,
  macCount,
  type Problem,
  parameterCount,
  receptiveField,
  sequential,
} from 'conv-math'
import { choice, flag, int, type StateOf } from '#ui/fields.ts'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

export const fields = {
  layers: int(1, 5, 2),
  kernelSize: choice(['3', '5', '7'], '3'),
  /** The one large kernel: of the same field as the stack, or of this size. */
  against: choice(['same', '5', '7', '11', '31', '51'], 'same'),
  channels: int(1, 512, 64),
  equal: flag(true),
  inChannels: int(1, 512, 3),
  middleChannels: int(1, 512, 64),
  depthwise: flag(false),
  keepSize: flag(true),
  inputSize: int(7, 224, 56),
  step: int(0, 1204, 0),
}
export type State = StateOf<typeof fields>

export interface LayerCost {
  readonly kernelSize: number
  readonly inChannels: number
  readonly outChannels: number
  readonly outputSize: number
  readonly weights: number
  readonly macs: number
  readonly activations: number
}
export interface Side {
  readonly kernelSize: number
  readonly layers: readonly LayerCost[]
  readonly field: number
  readonly weights: number
  readonly macs: number
  /** Numbers that training keeps: the outputs of all layers. */
  readonly activations: number
}
/** A window of one layer: which layer, from 0, and which output of it; its mirror is the window drawn dashed. */
export interface Place {
  readonly layer: number
  readonly row: number
  readonly column: number
  /** Side of the map that the layer gives, while the field of one output is followed. */
  readonly size: number
}
export interface LargeKernel {
  readonly name: string
  readonly kernels: string
  readonly ordinary: number
  readonly depthwise: number
}
/** The same comparison of ordinary layers when the channels are not equal. */
export interface Unequal {
  readonly stack: Side
  readonly single: Side
  /** The widest middle for which the stack has no more weights than the one layer; null when there is no middle. */
  readonly widest: number | null
}
interface Shape {
  readonly ok: true
  readonly stack: Side
  readonly single: Side
  /** Sides of the maps from the input to the one output whose field is followed: 5, 3, 1. */
  readonly sides: readonly number[]
  readonly paths: AxisPathCounts
  readonly frames: number
  readonly frame: number
  readonly place: Place
  /** Weights of a 1×1 convolution with these channels, which goes with depthwise ones. */
  readonly pointwise: number
  readonly large: readonly LargeKernel[]
  readonly unequal: Unequal
}
export type Trouble = Problem | { readonly code: 'unequal'; readonly channels: readonly number[] }
export type Derived = Shape | { readonly ok: false; readonly problem: Trouble }

export const side = (kernelSize: number, state: State): Record<'kernelSize' | 'padding', number> => ({
  kernelSize,
  padding: state.keepSize ? (kernelSize - 1) / 2 : 0,
})

function conv(kernelSize: number, from: number, to: number, state: State): Layer {
  const groups = state.depthwise ? from : 1
  return { type: 'conv', outChannels: to, ...side(kernelSize, state), groups, bias: false }
}

/** Channels from the input to the output of a stack. */
function widths(state: State, layers: number, middle: number = state.middleChannels): readonly number[] {
  if (state.equal) return range(layers + 1).map(() => state.channels)
  return [state.inChannels, ...range(layers - 1).map(() => middle), state.channels]
}

function stackOf(kernelSize: number, channels: readonly number[], state: State): Graph {
  return sequential(channels.slice(1).map((to, at) => conv(kernelSize, channels[at], to, state)))
}

function costOf(kernelSize: number, channels: readonly number[], state: State): Side {
  const graph = stackOf(kernelSize, channels, state)
  const shape: MapShape = [channels[0], state.inputSize, state.inputSize]
  const weights = parameterCount(graph, shape)
  const macs = macCount(graph, shape)
  const shapes = inferShapes(graph, shape)
  const layers = graph.nodes.map(({ id }, at): LayerCost => {
    const [c, h, w] = shapes.get(id) as MapShape
    return {
      kernelSize,
      inChannels: channels[at],
      outChannels: c,
      outputSize: h,
      weights: weights.byNode.get(id) as number,
      macs: macs.byNode.get(id) as number,
      activations: c * h * w,
    }
  })
  const activations = layers.reduce((sum, layer) => sum + layer.activations, 0)
  const field = receptiveField(graph).width.size
  return { kernelSize, layers, field, weights: weights.total, macs: macs.total, activations }
}

const weightsOf = (layers: readonly Layer[], channels: number): number =>
  parameterCount(sequential(layers), [channels, 64, 64]).total

/** What the networks of large kernels would pay with the reader's channels. */
function largeKernels(channels: number): LargeKernel[] {
  const cost = (name: string, sizes: readonly (readonly [number, number])[]): LargeKernel => {
    const count = (groups: number): number =>
      sizes.reduce((sum, kernelSize) => {
        const layer: Layer = { type: 'conv', outChannels: channels, kernelSize, groups, bias: false }
        return sum + weightsOf([layer], channels)
      }, 0)
    const kernels = sizes.map(([h, w]) => `${h}×${w}`).join(' + ')
    return { name, kernels, ordinary: count(1), depthwise: count(channels) }
  }
  return [
    cost('ConvNeXt', [[7, 7]]),
    cost('RepLKNet', [[31, 31]]),
    cost('SLaK', [
      [51, 5],
      [5, 51],
    ]),
  ]
}

function unequalOf(from: State, large: number): Unequal {
  const state = { ...from, equal: false, depthwise: false }
  const kernelSize = Number(state.kernelSize)
  const single = costOf(large, [state.inChannels, state.channels], state)
  const shape: MapShape = [state.inChannels, state.inputSize, state.inputSize]
  const fits = (middle: number): boolean => {
    const graph = stackOf(kernelSize, widths(state, state.layers, middle), state)
    return parameterCount(graph, shape).total <= single.weights
  }
  return {
    stack: costOf(kernelSize, widths(state, state.layers), state),
    single,
    widest: state.layers === 1 ? null : widest(fits),
  }
}

/** The largest whole number that fits, by halving; 0 when none does. */
function widest(fits: (middle: number) => boolean): number {
  let low = 0
  let high = 1
  while (fits(high)) [low, high] = [high, high * 2]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}

function placeOf(step: number, sides: readonly number[]): { frames: number; frame: number; place: Place } {
  const outputs = sides.slice(1)
  const frames = outputs.reduce((sum, size) => sum + size ** 2, 0)
  const frame = Math.min(step, frames - 1)
  let rest = frame
  let layer = 0
  while (rest >= outputs[layer] ** 2) rest -= outputs[layer++] ** 2
  const size = outputs[layer]
  return { frames, frame, place: { layer, row: Math.floor(rest / size), column: rest % size, size } }
}

/** The first frame of a layer. */
export const firstFrame = (sides: readonly number[], layer: number): number =>
  sides.slice(1, layer + 1).reduce((sum, size) => sum + size ** 2, 0)

export function derive(state: State): Derived {
  const { layers, equal, depthwise, inputSize } = state
  const kernelSize = Number(state.kernelSize)
  const channels = widths(state, layers)
  if (depthwise && new Set(channels).size > 1) return { ok: false, problem: { code: 'unequal', channels } }
  const alike = range(layers).map(() => ({ kernelSize }))
  const field = axisPathCounts(alike, 0).counts.length
  const large = state.against === 'same' ? field : Number(state.against)
  const problem = checkConvAxis(inputSize, side(Math.max(field, large), state))
  if (problem) return { ok: false, problem }
  const stack = costOf(kernelSize, channels, state)
  const single = costOf(large, [channels[0], channels[layers]], state)
  const sides = range(layers + 1).map((level) => axisPathCounts(alike.slice(level), 0).counts.length)
  const last = equal ? state.channels : channels[layers]
  return {
    ok: true,
    stack,
    single,
    sides,
    paths: axisPathCounts(alike, 0),
    ...placeOf(state.step, sides),
    pointwise: weightsOf([{ type: 'conv', outChannels: last, kernelSize: 1, bias: false }], last),
    large: largeKernels(last),
    unequal: unequalOf(state, large),
  }
}

export function describe(state: State, derived: Extract<Derived, { ok: true }>, messages: Messages): string {
  return messages.description(state, derived)
}
