import {
  type ChannelsSeen,
  channelsSeen,
  checkGroups,
  inferShapes,
  type Layer,
  macCount,
  type Problem,
  parameterCount,
  samePadding,
  sequential,
} from 'conv-math'
import { choice, int, type StateOf } from '#ui/fields.ts'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

export const fields = {
  preset: choice(['custom', 'alexnet', 'resnext', 'mobilenet', 'shufflenet'], 'custom'),
  inChannels: int(1, 512, 8),
  outChannels: int(1, 512, 8),
  groups: int(1, 512, 2),
  kernelSize: int(1, 7, 3),
  inputSize: int(1, 224, 14),
  /** What follows the grouped convolution. */
  after: choice(['nothing', 'grouped', 'shuffle', 'pointwise'], 'nothing'),
  /** The output channel that is traced back. */
  unit: int(0, 23, 0),
}
export type State = StateOf<typeof fields>
export type Shape = Pick<State, 'inChannels' | 'outChannels' | 'groups' | 'kernelSize' | 'inputSize' | 'after'>

const presets: Readonly<Record<Exclude<State['preset'], 'custom'>, Shape>> = {
  alexnet: { inChannels: 96, outChannels: 256, groups: 2, kernelSize: 5, inputSize: 27, after: 'nothing' },
  resnext: { inChannels: 128, outChannels: 128, groups: 32, kernelSize: 3, inputSize: 56, after: 'nothing' },
  mobilenet: { inChannels: 512, outChannels: 512, groups: 512, kernelSize: 3, inputSize: 14, after: 'pointwise' },
  shufflenet: { inChannels: 12, outChannels: 12, groups: 3, kernelSize: 1, inputSize: 28, after: 'shuffle' },
}

/** The numbers that count: a preset's, or the reader's own. */
export const settled = (state: State): Shape => (state.preset === 'custom' ? state : presets[state.preset])

export const edited = (state: State, patch: Partial<Shape>): Partial<State> => ({
  ...settled(state),
  ...patch,
  preset: 'custom',
})

/** Columns of up to this many channels are drawn whole, longer ones cut short. */
const whole = 24
const cut = 16

/** One map of the chain, as a column of channels. */
export interface Column {
  readonly channels: number
  /** The channels that are drawn: all, or the first of a few groups. */
  readonly shown: readonly number[]
  /** How many of them stand together. */
  readonly together: number
  /** Those of all channels that the traced output depends on. */
  readonly seen: readonly number[]
  /** Places in the column before of the drawn channels that each drawn channel reads; empty for the input. */
  readonly reads: ChannelsSeen
}
export interface LayerCost {
  readonly inChannels: number
  readonly outChannels: number
  readonly kernelSize: number
  readonly groups: number
  readonly weights: number
  readonly macs: number
}
export interface Form {
  readonly name: 'standard' | 'grouped' | 'depthwise' | 'separable' | 'chain'
  readonly layers: readonly LayerCost[]
  readonly weights: number
  readonly macs: number
  /** Weights compared with the standard convolution. */
  readonly share: number
}
export interface Whole {
  readonly ok: true
  readonly shape: Shape
  readonly layers: readonly Layer[]
  readonly columns: readonly Column[]
  /** The traced output: its place among those drawn, and its channel. */
  readonly unit: number
  readonly channel: number
  /** For each drawn output, the places of the drawn inputs that it depends on. */
  readonly seen: ChannelsSeen
  readonly forms: readonly Form[]
  /** What the drawn chain costs, whichever of the forms it is. */
  readonly drawn: Form
}
export interface Trouble {
  readonly problem: Problem
  /** The numbers of groups that would do. */
  readonly fits: readonly number[]
}
export type Derived = Whole | { readonly ok: false; readonly problem: Trouble }

function conv(shape: Shape, outChannels: number, groups: number, kernelSize = shape.kernelSize): Layer {
  const sides = samePadding(shape.inputSize, { kernelSize })
  return { type: 'conv', outChannels, kernelSize, padding: [sides, sides], groups, bias: false }
}

/** The layers that are drawn. Before a 1×1 the grouped convolution keeps the channels; the 1×1 changes them. */
function chain(shape: Shape): readonly Layer[] {
  const { inChannels, outChannels, groups, after } = shape
  if (after === 'pointwise') return [conv(shape, inChannels, groups), conv(shape, outChannels, 1, 1)]
  const first = conv(shape, outChannels, groups)
  if (after === 'nothing') return [first]
  const again = conv(shape, outChannels, groups)
  return after === 'shuffle' ? [first, { type: 'shuffleChannels', groups }, again] : [first, again]
}

function formOf(name: Form['name'], shape: Shape, layers: readonly Layer[], standard?: number): Form {
  const graph = sequential(layers)
  const input = [shape.inChannels, shape.inputSize, shape.inputSize] as const
  const [weights, macs, shapes] = [parameterCount(graph, input), macCount(graph, input), inferShapes(graph, input)]
  const costs = layers.flatMap((layer, at): LayerCost[] => {
    if (layer.type !== 'conv') return []
    const id = String(at)
    return [
      {
        inChannels: shapes.get(at === 0 ? 'input' : String(at - 1))?.[0] ?? 0,
        outChannels: layer.outChannels,
        kernelSize: Number(layer.kernelSize),
        groups: layer.groups ?? 1,
        weights: weights.byNode.get(id) ?? 0,
        macs: macs.byNode.get(id) ?? 0,
      },
    ]
  })
  return {
    name,
    layers: costs,
    weights: weights.total,
    macs: macs.total,
    share: weights.total / (standard ?? weights.total),
  }
}

/** The same work in four ways, and the chain that is drawn where it is none of them. */
function formsOf(shape: Shape, drawn: Form, standard: Form): Form[] {
  const { inChannels, outChannels, groups, after } = shape
  const form = (name: Form['name'], of: readonly Layer[]): Form => formOf(name, shape, of, standard.weights)
  const depthwise = conv(shape, inChannels, inChannels)
  const divides = checkGroups(groups, { inChannels, outChannels }) === null
  const isDepthwise = groups === inChannels && outChannels === inChannels
  const isSeparable = after === 'pointwise' && groups === inChannels
  return [
    standard,
    ...(divides && !isDepthwise ? [form('grouped', [conv(shape, outChannels, groups)])] : []),
    form('depthwise', [depthwise]),
    form('separable', [depthwise, conv(shape, outChannels, 1, 1)]),
    ...(after === 'nothing' || isSeparable ? [] : [drawn]),
  ]
}

/** What is drawn of each column: the same groups everywhere, so that blocks stay whole. */
function shownOf(counts: readonly number[], { groups, after }: Shape): Pick<Column, 'shown' | 'together'>[] {
  const all = Math.max(...counts) <= whole
  const mixed = (at: number): boolean => after === 'pointwise' && at === counts.length - 1
  const grouped = counts.filter((_, at) => !mixed(at))
  const most = Math.max(...grouped) / groups
  const drawnGroups = all ? groups : groups === 1 ? 1 : Math.min(groups, Math.max(2, Math.floor(cut / most)), cut)
  return counts.map((channels, at) => {
    const perGroup = mixed(at) ? channels : channels / groups
    const inGroups = mixed(at) ? 1 : drawnGroups
    const together = all ? perGroup : Math.min(perGroup, Math.floor(cut / inGroups))
    const shown = range(inGroups).flatMap((group) => range(together).map((place) => group * perGroup + place))
    return { shown, together }
  })
}

const placesIn = (shown: readonly number[], channels: readonly number[]): readonly number[] => {
  const places = new Map(shown.map((channel, place) => [channel, place]))
  return channels.flatMap((channel) => places.get(channel) ?? [])
}

export function derive(state: State): Derived {
  const shape = settled(state)
  const { inChannels, outChannels, groups, after } = shape
  const channels = after === 'pointwise' ? { inChannels } : { inChannels, outChannels }
  const problem = checkGroups(groups, channels)
  if (problem) {
    const fits = range(Math.min(inChannels, outChannels)).map((below) => below + 1)
    return { ok: false, problem: { problem, fits: fits.filter((count) => checkGroups(count, channels) === null) } }
  }
  const layers = chain(shape)
  const counts = [inChannels]
  for (const layer of layers) counts.push(layer.type === 'conv' ? layer.outChannels : counts[counts.length - 1])
  const drawings = shownOf(counts, shape)
  const [start, end] = [drawings[0].shown, drawings[layers.length].shown]
  const unit = Math.min(state.unit, end.length - 1)
  const channel = end[unit]
  const columns = drawings.map((drawing, at): Column => {
    const before = at === 0 ? [] : channelsSeen([layers[at - 1]], counts[at - 1])
    return {
      ...drawing,
      channels: counts[at],
      seen: channelsSeen(layers.slice(at), counts[at])[channel],
      reads: at === 0 ? [] : drawing.shown.map((own) => placesIn(drawings[at - 1].shown, before[own])),
    }
  })
  const reached = channelsSeen(layers, inChannels)
  const seen = end.map((own) => placesIn(start, reached[own]))
  const standard = formOf('standard', shape, [conv(shape, outChannels, 1)])
  const drawn = formOf('chain', shape, layers, standard.weights)
  return { ok: true, shape, layers, columns, unit, channel, seen, forms: formsOf(shape, drawn, standard), drawn }
}

export function describe(_: State, derived: Whole, messages: Messages): string {
  return messages.description(derived)
}
