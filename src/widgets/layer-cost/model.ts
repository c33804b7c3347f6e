import { type ConvCost, checkConvAxis, checkGroups, convCost, type Problem, samePadding } from 'conv-math'
import { choice, flag, int, type StateOf } from '#ui/fields.ts'
import type { Messages } from './messages.ts'

export const fields = {
  preset: choice(['custom', 'conv1_1', 'conv1_2', 'conv5_3', 'fc6', 'pointwise', 'depthwise'], 'custom'),
  inChannels: int(1, 2048, 64),
  outChannels: int(1, 4096, 128),
  kernelSize: int(1, 11, 3),
  inputSize: int(1, 512, 56),
  stride: int(1, 4, 1),
  dilation: int(1, 4, 1),
  /** same keeps the size at stride 1. */
  padding: choice(['same', 'none'], 'same'),
  depthwise: flag(false),
  bias: flag(true),
  batch: int(1, 256, 1),
  dataType: choice(['float32', 'float16', 'int8'], 'float32'),
}
export type State = StateOf<typeof fields>
export type Shape = Pick<
  State,
  'inChannels' | 'outChannels' | 'kernelSize' | 'inputSize' | 'stride' | 'dilation' | 'padding' | 'depthwise' | 'bias'
>

const layer = (
  [inChannels, outChannels]: readonly [number, number],
  kernelSize: number,
  inputSize: number,
  more: Partial<Shape> = {},
): Shape => ({
  inChannels,
  outChannels,
  kernelSize,
  inputSize,
  stride: 1,
  dilation: 1,
  padding: 'same',
  depthwise: false,
  bias: true,
  ...more,
})
const presets: Readonly<Record<Exclude<State['preset'], 'custom'>, Shape>> = {
  conv1_1: layer([3, 64], 3, 224),
  conv1_2: layer([64, 64], 3, 224),
  conv5_3: layer([512, 512], 3, 14),
  fc6: layer([512, 4096], 7, 7, { padding: 'none' }),
  pointwise: layer([256, 64], 1, 56, { bias: false }),
  depthwise: layer([512, 512], 3, 14, { depthwise: true, bias: false }),
}

/** The numbers that count: a preset's, or the reader's own. */
export const settled = (state: State): Shape => (state.preset === 'custom' ? state : presets[state.preset])

export const edited = (state: State, patch: Partial<Shape>): Partial<State> => ({
  ...settled(state),
  ...patch,
  preset: 'custom',
})

export const changes = [
  'kernelSize',
  'inChannels',
  'outChannels',
  'channels',
  'inputSize',
  'stride',
  'dilation',
] as const
export type Change = (typeof changes)[number]
export const accounts = ['weightCount', 'macCount', 'outputCount'] as const
export type Account = (typeof accounts)[number]
/** By what factor each account moves when one parameter is doubled; null when the layer no longer holds. */
export interface Effect {
  readonly change: Change
  readonly factors: Readonly<Record<Account, number>> | null
}
export interface Memory {
  readonly parameters: number
  readonly input: number
  readonly output: number
  readonly total: number
}
export interface Whole {
  readonly ok: true
  readonly shape: Shape
  readonly cost: ConvCost
  readonly groups: number
  readonly outputSize: number
  readonly padding: readonly [start: number, end: number]
  readonly effects: readonly Effect[]
  /** Bytes, for the whole batch. */
  readonly memory: Memory
  readonly bytes: number
  /** FLOPs for every byte that has to be read or written at least once. */
  readonly intensity: number
  /** The same for two layers to compare with: 1×1 with these channels, and depthwise. */
  readonly others: Readonly<Record<'pointwise' | 'depthwise', number>>
}
export type Derived = Whole | { readonly ok: false; readonly problem: Problem }

const bytesOf: Readonly<Record<State['dataType'], number>> = { float32: 4, float16: 2, int8: 1 }

function paddingOf({ padding, inputSize, kernelSize, dilation }: Shape): readonly [number, number] {
  return padding === 'same' ? samePadding(inputSize, { kernelSize, dilation }) : [0, 0]
}

const groupsOf = ({ depthwise, inChannels }: Shape): number => (depthwise ? inChannels : 1)

function check(shape: Shape): Problem | null {
  const { inChannels, outChannels, inputSize, kernelSize, stride, dilation } = shape
  const axis = { kernelSize, stride, dilation, padding: paddingOf(shape) }
  return checkGroups(groupsOf(shape), { inChannels, outChannels }) ?? checkConvAxis(inputSize, axis)
}

function costOf(shape: Shape): ConvCost {
  const { inChannels, outChannels, inputSize, kernelSize, stride, dilation, bias } = shape
  const axis = { kernelSize, stride, dilation, padding: paddingOf(shape) }
  const options = { inChannels, outChannels, axes: [axis, axis], groups: groupsOf(shape), bias }
  return convCost([inputSize, inputSize], options)
}

function doubled(shape: Shape, change: Change): Shape {
  if (change === 'channels') return { ...shape, inChannels: 2 * shape.inChannels, outChannels: 2 * shape.outChannels }
  return { ...shape, [change]: 2 * shape[change] }
}

function effect(shape: Shape, now: ConvCost, change: Change): Effect {
  const then = doubled(shape, change)
  if (check(then)) return { change, factors: null }
  const cost = costOf(then)
  const factor = (account: Account): number => cost[account] / now[account]
  return {
    change,
    factors: {
      weightCount: factor('weightCount'),
      macCount: factor('macCount'),
      outputCount: factor('outputCount'),
    },
  }
}

function memoryOf(cost: ConvCost, { batch, dataType }: State): Memory {
  const bytes = bytesOf[dataType]
  const [parameters, input, output] = [
    cost.parameterCount * bytes,
    batch * cost.inputCount * bytes,
    batch * cost.outputCount * bytes,
  ]
  return { parameters, input, output, total: parameters + input + output }
}

/** A multiply and an add for each MAC, over the bytes moved when everything is read and written once. */
const intensityOf = (cost: ConvCost, state: State): number =>
  (2 * state.batch * cost.macCount) / memoryOf(cost, state).total

export function derive(state: State): Derived {
  const shape = settled(state)
  const problem = check(shape)
  if (problem) return { ok: false, problem }
  const cost = costOf(shape)
  const pointwise: Shape = { ...shape, kernelSize: 1, dilation: 1, depthwise: false }
  const depthwise: Shape = { ...shape, outChannels: shape.inChannels, depthwise: true }
  return {
    ok: true,
    shape,
    cost,
    groups: groupsOf(shape),
    outputSize: cost.outputSize[0],
    padding: paddingOf(shape),
    effects: changes.map((change) => effect(shape, cost, change)),
    memory: memoryOf(cost, state),
    bytes: bytesOf[state.dataType],
    intensity: intensityOf(cost, state),
    others: {
      pointwise: intensityOf(costOf(pointwise), state),
      depthwise: intensityOf(costOf(depthwise), state),
    },
  }
}

export function describe(state: State, derived: Whole, messages: Messages): string {
  return messages.description(state, derived)
}
