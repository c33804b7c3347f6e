import {
  type ConvAxisOptions,
  type ConvCost,
  checkConvAxis,
  convAxisTaps,
  convCost,
  factorizedWidth,
  type Problem,
  samePadding,
} from 'conv-math'
import { choice, flag, int, type StateOf } from '#ui/fields.ts'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

export const fields = {
  preset: choice(['c3d', 'residual', 'stem', 'custom'], 'c3d'),
  frames: int(1, 32, 16),
  inputSize: int(1, 224, 112),
  kernelDepth: int(1, 7, 3),
  kernelSize: int(1, 7, 3),
  frameStride: int(1, 3, 1),
  stride: int(1, 3, 1),
  /** Pads so that stride 1 keeps frames, height and width. */
  keepSize: flag(true),
  inChannels: int(1, 512, 3),
  outChannels: int(1, 512, 64),
  /** The middle of (2+1)D: as many weights as the 3-D convolution has, or the reader's own width. */
  matched: flag(true),
  middle: int(1, 512, 64),
  step: int(0, 2047, 0),
}
export type State = StateOf<typeof fields>
export type Shape = Pick<
  State,
  | 'frames'
  | 'inputSize'
  | 'kernelDepth'
  | 'kernelSize'
  | 'frameStride'
  | 'stride'
  | 'keepSize'
  | 'inChannels'
  | 'outChannels'
>

const c3d: Shape = {
  frames: 16,
  inputSize: 112,
  kernelDepth: 3,
  kernelSize: 3,
  frameStride: 1,
  stride: 1,
  keepSize: true,
  inChannels: 3,
  outChannels: 64,
}
const presets: Readonly<Record<Exclude<State['preset'], 'custom'>, Shape>> = {
  c3d,
  residual: { ...c3d, inputSize: 56, inChannels: 64 },
  stem: { ...c3d, kernelSize: 7, stride: 2 },
}

/** The numbers that count: a preset's, or the reader's own. */
export const settled = (state: State): Shape => (state.preset === 'custom' ? state : presets[state.preset])

export const edited = (state: State, patch: Partial<Shape>): Partial<State> => ({
  ...settled(state),
  ...patch,
  preset: 'custom',
  step: 0,
})

/** How many rows and columns of a large map are drawn: its upper corner. */
const corner = 8

export type Axes = readonly [time: ConvAxisOptions, height: ConvAxisOptions, width: ConvAxisOptions]
export interface Form {
  readonly name: 'perFrame' | 'volume' | 'split'
  readonly layers: readonly (ConvCost & { readonly inChannels: number; readonly outChannels: number })[]
  readonly weights: number
  readonly macs: number
  readonly activations: number
}
/** One axis as it is drawn: its cells, the cells of the output, and the window of the present step. */
export interface DrawnAxis {
  readonly size: number
  readonly drawn: number
  readonly outputs: number
  readonly drawnOutputs: number
  /** Cells of padding at the two ends. */
  readonly padding: readonly [start: number, end: number]
  readonly window: readonly [first: number, last: number]
  readonly output: number
}
export interface Whole {
  readonly ok: true
  readonly shape: Shape
  readonly axes: Axes
  readonly forms: Readonly<Record<Form['name'], Form>>
  readonly middle: number
  /** One 2-D convolution of one frame. */
  readonly oneFrame: ConvCost
  readonly frame: number
  readonly frames: number
  readonly time: DrawnAxis
  readonly height: DrawnAxis
  readonly width: DrawnAxis
}
export type Derived = Whole | { readonly ok: false; readonly problem: Problem }

const still: ConvAxisOptions = { kernelSize: 1 }

function axesOf({ frames, inputSize, kernelDepth, kernelSize, frameStride, stride, keepSize }: Shape): Axes {
  const axis = (size: number, window: ConvAxisOptions): ConvAxisOptions => ({
    ...window,
    padding: keepSize ? samePadding(size, { kernelSize: window.kernelSize }) : 0,
  })
  const plane = axis(inputSize, { kernelSize, stride })
  return [axis(frames, { kernelSize: kernelDepth, stride: frameStride }), plane, plane]
}

type Layer = readonly [inChannels: number, outChannels: number, axes: Axes]

function formOf(name: Form['name'], size: readonly number[], chain: readonly Layer[]): Form {
  let input = size
  const layers = chain.map(([inChannels, outChannels, axes]) => {
    const cost = convCost(input, { inChannels, outChannels, axes, bias: false })
    input = cost.outputSize
    return { ...cost, inChannels, outChannels }
  })
  const sum = (count: 'weightCount' | 'macCount' | 'outputCount'): number =>
    layers.reduce((total, layer) => total + layer[count], 0)
  return { name, layers, weights: sum('weightCount'), macs: sum('macCount'), activations: sum('outputCount') }
}

function drawnAxis(size: number, options: ConvAxisOptions, outputs: number, most: number, at: number): DrawnAxis {
  const drawn = Math.min(size, most)
  const taps = (unit: number) => convAxisTaps(unit, size, options)
  const whole = drawn === size
  const inSight = range(Math.min(outputs, most)).filter((unit) => whole || (taps(unit).at(-1)?.input ?? 0) < drawn)
  const output = at % inSight.length
  const cells = taps(output)
  const padding = Array.isArray(options.padding) ? options.padding : [0, 0]
  return {
    size,
    drawn,
    outputs,
    drawnOutputs: inSight.length,
    padding: [padding[0], padding[1]],
    window: [cells[0].input, cells[cells.length - 1].input],
    output,
  }
}

export function derive(state: State): Derived {
  const shape = settled(state)
  const { frames: length, inputSize, inChannels, outChannels, kernelSize, kernelDepth } = shape
  const axes = axesOf(shape)
  const problem = checkConvAxis(length, axes[0]) ?? checkConvAxis(inputSize, axes[1])
  if (problem) return { ok: false, problem }
  const size = [length, inputSize, inputSize]
  const [time, height, width] = axes
  const matching = factorizedWidth({ inChannels, outChannels, kernelSize, kernelDepth })
  const middle = state.matched ? Math.max(1, matching) : state.middle
  const volume = formOf('volume', size, [[inChannels, outChannels, axes]])
  const forms = {
    perFrame: formOf('perFrame', size, [[inChannels, outChannels, [still, height, width]]]),
    volume,
    split: formOf('split', size, [
      [inChannels, middle, [still, height, width]],
      [middle, outChannels, [time, still, still]],
    ]),
  }
  const [outFrames, outSize] = volume.layers[0].outputSize
  const across = drawnAxis(inputSize, width, outSize, corner, 0).drawnOutputs
  const frames = outFrames * across * across
  const frame = Math.min(state.step, frames - 1)
  const place = Math.floor(frame / outFrames)
  return {
    ok: true,
    shape,
    axes,
    forms,
    middle,
    oneFrame: convCost([inputSize, inputSize], { inChannels, outChannels, axes: [height, width], bias: false }),
    frame,
    frames,
    time: drawnAxis(length, time, outFrames, fields.frames.max, frame),
    height: drawnAxis(inputSize, height, outSize, corner, Math.floor(place / across)),
    width: drawnAxis(inputSize, width, outSize, corner, place),
  }
}

export function describe(_: State, derived: Whole, messages: Messages): string {
  return messages.description(derived)
}
