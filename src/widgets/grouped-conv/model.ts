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
  /** Channels that are drawn: the first ones. */
  readonly drawn: number
  /** Channels that stand together. */
  readonly perGroup: number
  /** Those of them that the traced output depends on. */
  readonly seen: readonly number[]
  /** Drawn channels of the column before that each drawn channel reads; empty for the input. */
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
interface Whole {
  readonly ok: true
  readonly shape: Shape
  readonly layers: readonly Layer[]
  readonly columns: readonly Column[]
  readonly unit: number
  /** For each drawn output, the drawn inputs that it depends on. */
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

function columnsOf(shape: Shape, layers: readonly Layer[], unit: number): Column[] {
  const counts = [shape.inChannels]
  for (const layer of layers) counts.push(layer.type === 'conv' ? layer.outChannels : counts[counts.length - 1])
  const all = Math.max(...counts) <= whole
  return counts.map((channels, at): Column => {
    const drawn = all ? channels : Math.min(cut, channels)
    const before = at === 0 ? [] : channelsSeen([layers[at - 1]], counts[at - 1]).slice(0, drawn)
    const limit = all ? counts[at - 1] : cut
    const joined = at > 0 && layers[at - 1].type === 'conv' && shape.after === 'pointwise' && at === layers.length
    return {
      channels,
      drawn,
      perGroup: joined ? channels : channels / shape.groups,
      seen: channelsSeen(layers.slice(at), channels)[unit],
      reads: before.map((channel) => channel.filter((source) => source < limit)),
    }
  })
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
  const last = Math.min(state.unit, outChannels - 1, fields.unit.max)
  const unit = Math.max(inChannels, outChannels) <= whole ? last : Math.min(last, cut - 1)
  const columns = columnsOf(shape, layers, unit)
  const ends = [columns[0].drawn, columns[columns.length - 1].drawn]
  const seen = channelsSeen(layers, inChannels)
    .slice(0, ends[1])
    .map((inputs) => inputs.filter((channel) => channel < ends[0]))
  const standard = formOf('standard', shape, [conv(shape, outChannels, 1)])
  const drawn = formOf('chain', shape, layers, standard.weights)
  return { ok: true, shape, layers, columns, unit, seen, forms: formsOf(shape, drawn, standard), drawn }
}

export function describe(_: State, derived: Whole, messages: Messages): string {
  return messages.description(derived)
}

/** The chain in PyTorch; the gradient of one output tells which inputs it depends on. */
export function torch({ shape, layers, columns, unit, drawn }: Whole, comment: string): string {
  const lines = layers.map((layer, at) => {
    if (layer.type !== 'conv') return `nn.ChannelShuffle(${shape.groups})`
    const sizes = `${columns[at].channels}, ${layer.outChannels}, ${layer.kernelSize}`
    return `nn.Conv2d(${sizes}, padding='same', groups=${layer.groups ?? 1}, bias=False)`
  })
  return `import torch
from torch import nn
net = nn.Sequential(
    ${lines.join(',\n    ')},
)
[p.numel() for p in net.parameters()]  # [${drawn.layers.map((cost) => cost.weights).join(', ')}]
x = torch.randn(1, ${shape.inChannels}, ${shape.inputSize}, ${shape.inputSize}, requires_grad=True)
y = net(x)
y.shape  # torch.Size([1, ${shape.outChannels}, ${shape.inputSize}, ${shape.inputSize}])
# ${comment}
y[0, ${unit}].sum().backward()
(x.grad.abs().sum((0, 2, 3)) > 0).sum()  # tensor(${columns[0].seen.length})`
}
