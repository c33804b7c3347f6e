import {
  checkConvAxis,
  checkPoolAxis,
  convOutputSize,
  type Graph,
  type GraphNode,
  inferShapes,
  type Layer,
  type MapShape,
  macCount,
  type Problem,
  parameterCount,
  poolOutputSize,
  receptiveField,
  samePadding,
  type Tensor,
} from 'conv-math'
import { choice, flag, int, list, type StateOf } from '#ui/fields.ts'
import type { Messages } from './messages.ts'
import { mapOf } from './photo-maps.ts'

const branchFields = {
  op: choice(['conv', 'maxPool'], 'conv'),
  kernelSize: choice(['1', '3', '5', '7'], '3'),
  /** Channels of the 1×1 convolution in front; 0 for none. */
  reduce: int(0, 512, 0),
  outChannels: int(1, 512, 64),
  /** Used where the paddings are not aligned. */
  padding: int(0, 3, 0),
}
export type Branch = StateOf<typeof branchFields>

const conv = (kernelSize: Branch['kernelSize'], reduce: number, outChannels: number): Branch => ({
  op: 'conv',
  kernelSize,
  reduce,
  outChannels,
  padding: 0,
})
const module3a = (large: '3' | '5'): readonly Branch[] => [
  conv('1', 0, 64),
  conv('3', 96, 128),
  conv(large, 16, 32),
  { ...conv('3', 0, 32), op: 'maxPool' },
]
const presets = { paper: module3a('5'), torchvision: module3a('3') }

export const letters = ['A', 'B', 'C', 'D'] as const
export type Letter = (typeof letters)[number]

export const fields = {
  preset: choice(['paper', 'torchvision', 'custom'], 'paper'),
  reduction: flag(true),
  align: flag(true),
  inChannels: int(1, 512, 192),
  inputSize: int(1, 56, 28),
  branches: list(branchFields, 1, letters.length, presets.paper),
  filter: choice(['edge', 'mean'], 'edge'),
}
export const branchField = branchFields
export type State = StateOf<typeof fields>

/** The branches that count: a preset's, or the reader's own. */
export const branchesOf = (state: State): readonly Branch[] =>
  state.preset === 'custom' ? state.branches : presets[state.preset]

export const edited = (branches: readonly Branch[]): Partial<State> => ({ preset: 'custom', branches })

export interface Step {
  /** 1×1 in front of or behind what gives the branch its name. */
  readonly kind: 'reduce' | 'conv' | 'maxPool' | 'project'
  readonly kernelSize: number
  readonly inChannels: number
  readonly outChannels: number
}
export interface Path {
  readonly letter: Letter
  readonly op: Branch['op']
  readonly kernelSize: number
  readonly padding: number
  readonly steps: readonly Step[]
  readonly size: number
  /** The size without any padding, or null where the kernel does not fit. */
  readonly unpadded: number | null
  readonly outChannels: number
  readonly field: number
  readonly weights: number
  readonly macs: number
}
export interface Cost {
  readonly weights: number
  readonly macs: number
  readonly outChannels: number
}
export interface Whole {
  readonly ok: true
  readonly paths: readonly Path[]
  readonly input: MapShape
  readonly shape: MapShape
  readonly field: number
  readonly reduced: Cost
  readonly plain: Cost
  readonly maps: readonly Tensor[]
}
export type Trouble =
  | { readonly code: 'unequal'; readonly sizes: readonly { readonly letter: Letter; readonly size: number }[] }
  | { readonly code: 'branch'; readonly letter: Letter; readonly problem: Problem }
export type Derived = Whole | { readonly ok: false; readonly problem: Trouble }

const paddingOf = ({ align, inputSize }: State, branch: Branch): number =>
  align ? samePadding(inputSize, { kernelSize: Number(branch.kernelSize) })[0] : branch.padding

function stepsOf(branch: Branch, inChannels: number, reduction: boolean): readonly Step[] {
  const { op, reduce, outChannels } = branch
  const kernelSize = Number(branch.kernelSize)
  if (op === 'maxPool') {
    const pool: Step = { kind: op, kernelSize, inChannels, outChannels: inChannels }
    return reduction ? [pool, { kind: 'project', kernelSize: 1, inChannels, outChannels }] : [pool]
  }
  const middle = reduction && reduce > 0 ? reduce : inChannels
  const main: Step = { kind: op, kernelSize, inChannels: middle, outChannels }
  return middle === reduce && reduction
    ? [{ kind: 'reduce', kernelSize: 1, inChannels, outChannels: reduce }, main]
    : [main]
}

function layerOf({ kind, kernelSize, outChannels }: Step, padding: number): Layer {
  if (kind === 'maxPool') return { type: 'maxPool', kernelSize, stride: 1, padding }
  return { type: 'conv', outChannels, kernelSize, padding: kind === 'conv' ? padding : 0, bias: false }
}

const nodeId = (letter: Letter, at: number): string => `${letter}${at}`

/** The block as a graph; every branch reads the input, the last node joins them. */
function graphOf(state: State, reduction: boolean): Graph {
  const nodes: GraphNode[] = []
  const ends = branchesOf(state).map((branch, index) => {
    const letter = letters[index]
    stepsOf(branch, state.inChannels, reduction).forEach((step, at) => {
      const inputs = [at === 0 ? 'input' : nodeId(letter, at - 1)]
      nodes.push({ id: nodeId(letter, at), layer: layerOf(step, paddingOf(state, branch)), inputs })
    })
    return nodes.at(-1)?.id ?? 'input'
  })
  return { nodes: [...nodes, { id: 'concat', layer: { type: 'concat' }, inputs: ends }] }
}

function costOf(graph: Graph, input: MapShape): Cost {
  return {
    weights: parameterCount(graph, input).total,
    macs: macCount(graph, input).total,
    outChannels: inferShapes(graph, input).get('concat')?.[0] ?? 0,
  }
}

function troubleOf(state: State): Trouble | null {
  const sizes: { letter: Letter; size: number }[] = []
  for (const [index, branch] of branchesOf(state).entries()) {
    const letter = letters[index]
    const options = { kernelSize: Number(branch.kernelSize), stride: 1, padding: paddingOf(state, branch) }
    const [check, sizeOf] =
      branch.op === 'conv' ? ([checkConvAxis, convOutputSize] as const) : ([checkPoolAxis, poolOutputSize] as const)
    const problem = check(state.inputSize, options)
    if (problem) return { code: 'branch', letter, problem }
    sizes.push({ letter, size: sizeOf(state.inputSize, options) })
  }
  return sizes.some(({ size }) => size !== sizes[0].size) ? { code: 'unequal', sizes } : null
}

function pathsOf(state: State, graph: Graph, input: MapShape): readonly Path[] {
  const { inChannels, inputSize, reduction } = state
  const shapes = inferShapes(graph, input)
  const [weights, macs] = [parameterCount(graph, input).byNode, macCount(graph, input).byNode]
  return branchesOf(state).map((branch, index): Path => {
    const letter = letters[index]
    const steps = stepsOf(branch, inChannels, reduction)
    const ids = steps.map((_, at) => nodeId(letter, at))
    const last = ids.at(-1) ?? 'input'
    const total = (counts: ReadonlyMap<string, number>): number =>
      ids.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0)
    const kernelSize = Number(branch.kernelSize)
    return {
      letter,
      op: branch.op,
      kernelSize,
      padding: paddingOf(state, branch),
      steps,
      size: shapes.get(last)?.[1] ?? inputSize,
      unpadded: checkConvAxis(inputSize, { kernelSize }) ? null : convOutputSize(inputSize, { kernelSize }),
      outChannels: shapes.get(last)?.[0] ?? inChannels,
      field: receptiveField(graph, last).height.size,
      weights: total(weights),
      macs: total(macs),
    }
  })
}

export function derive(state: State): Derived {
  const problem = troubleOf(state)
  if (problem) return { ok: false, problem }
  const { inChannels, inputSize, reduction } = state
  const input = [inChannels, inputSize, inputSize] as const
  const graph = graphOf(state, reduction)
  const paths = pathsOf(state, graph, input)
  return {
    ok: true,
    paths,
    input,
    shape: inferShapes(graph, input).get('concat') ?? input,
    field: receptiveField(graph).height.size,
    reduced: costOf(graphOf(state, true), input),
    plain: costOf(graphOf(state, false), input),
    maps: paths.map((path) => mapOf(path, state.filter)),
  }
}

export function describe(state: State, derived: Whole, messages: Messages): string {
  return messages.description(state, derived)
}
