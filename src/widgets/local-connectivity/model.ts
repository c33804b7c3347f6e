import { convAxisTaps, inferShapes, type MapShape, macCount, parameterCount, samePadding, sequential } from 'conv-math'
import { flag, int, type StateOf } from '#ui/fields.ts'
import type { Link } from '#ui/Links.tsx'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

/** Cells of the drawing, which shows one row of a map. */
export const drawn = 9
export const fields = {
  inputSize: int(1, 256, 224),
  kernelSize: int(1, 11, 3),
  inChannels: int(1, 256, 3),
  channels: int(1, 256, 64),
  bias: flag(false),
  /** The output of the drawing whose connections are asked for. */
  unit: int(0, drawn - 1, 4),
}
export type State = StateOf<typeof fields>

export const kinds = ['full', 'local', 'conv'] as const
export type Kind = (typeof kinds)[number]
export interface Layer {
  readonly kind: Kind
  readonly parameters: number
  readonly macs: number
  /** What the weights multiply to: 150,528 × 3,211,264. */
  readonly factors: readonly number[]
  readonly biases: number
  /** The links of every drawn output, and of the chosen one; links of one weight have one number. */
  readonly links: readonly Link[]
  readonly chosen: readonly Link[]
}
export interface Shape {
  readonly ok: true
  readonly layers: Readonly<Record<Kind, Layer>>
  readonly inputs: number
  readonly outputs: number
  /** The drawing's kernel: no wider than the drawing. */
  readonly drawnKernel: number
  /** Taps of the chosen output that lie in the padding. */
  readonly outside: number
  /** Weights of the drawing: how many different ones its links have. */
  readonly different: Readonly<Record<Kind, number>>
}

const cells = (shape: MapShape): number => shape.reduce((product, size) => product * size, 1)

function linksOf(kind: Kind, unit: number, kernelSize: number): Link[] {
  if (kind === 'full') return range(drawn).map((input): Link => [unit, input, unit * drawn + input])
  return convAxisTaps(unit, drawn, { kernelSize, padding: samePadding(drawn, { kernelSize }) })
    .filter(({ inside }) => inside)
    .map(({ kernel, input }): Link => [unit, input, kind === 'conv' ? kernel : unit * kernelSize + kernel])
}

/** Weights of a local layer that shares nothing: every multiplication has its own. */
const unshared = (macs: number, biases: number): number => macs + biases

export function derive(state: State): Shape {
  const { inputSize, kernelSize, inChannels, channels, bias, unit } = state
  const input: MapShape = [inChannels, inputSize, inputSize]
  const padding = samePadding(inputSize, { kernelSize })
  const conv = sequential([{ type: 'conv', outChannels: channels, kernelSize, padding: [padding, padding], bias }])
  const outputs = cells(inferShapes(conv, input).get('0') as MapShape)
  const full = sequential([{ type: 'flatten' }, { type: 'linear', outFeatures: outputs, bias }])
  const macs = macCount(conv, input).total
  const inputs = cells(input)
  const biases = bias ? outputs : 0
  const area = [kernelSize, kernelSize, inChannels]
  const drawnKernel = Math.min(kernelSize, drawn)
  const layer = (kind: Kind, counts: Pick<Layer, 'parameters' | 'macs' | 'factors' | 'biases'>): Layer => ({
    kind,
    ...counts,
    links: range(drawn).flatMap((each) => linksOf(kind, each, drawnKernel)),
    chosen: linksOf(kind, unit, drawnKernel),
  })
  const layers = {
    full: layer('full', {
      parameters: parameterCount(full, input).total,
      macs: macCount(full, input).total,
      factors: [inputs, outputs],
      biases,
    }),
    local: layer('local', { parameters: unshared(macs, biases), macs, factors: [outputs, ...area], biases }),
    conv: layer('conv', {
      parameters: parameterCount(conv, input).total,
      macs,
      factors: [channels, ...area],
      biases: bias ? channels : 0,
    }),
  }
  const different = (kind: Kind): number => new Set(layers[kind].links.map(([, , weight]) => weight)).size
  return {
    ok: true,
    layers,
    inputs,
    outputs,
    drawnKernel,
    outside: drawnKernel - layers.conv.chosen.length,
    different: { full: different('full'), local: different('local'), conv: different('conv') },
  }
}

export function describe(state: State, derived: Shape, messages: Messages): string {
  return messages.description(state, derived)
}
