import {
  axisPathCounts,
  effectiveKernelSize,
  type HybridDilation,
  hybridDilation,
  type Layer,
  parameterCount,
  sequential,
} from 'conv-math'
import { choice, int, list, type StateOf } from '#ui/fields.ts'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

export const presets = ['1-2-4', '2-2-2', '1-2-5', '2-4-8', 'aspp', 'own'] as const
export const fields = {
  preset: choice(presets, '1-2-4'),
  /** The rates of the reader's own stack. */
  rates: list({ dilation: int(1, 9, 1) }, 1, 4, [{ dilation: 1 }, { dilation: 2 }, { dilation: 4 }]),
  kernelSize: choice(['3', '5'], '3'),
  /** The layer, or branch, that the figure has come to. */
  step: int(0, 3, 3),
  /** The input that is asked about, from the one straight below the output. */
  row: int(-24, 24, 1),
  column: int(-24, 24, 3),
}
export type State = StateOf<typeof fields>

/** The largest field that the figure has room for, in cells along one axis. */
export const room = 49

/** Paths from the inputs to one output along one axis; position 0 is straight below the output. */
export interface AxisPaths {
  readonly first: number
  readonly counts: readonly number[]
}
/** What one output sees once a layer, or branch, has been added. */
export interface Stage {
  readonly kernelSize: number
  readonly dilation: number
  readonly span: number
  /** Cells along one axis from the first to the last input that is seen. */
  readonly field: number
  /** How often each input of the field is used, row-major. */
  readonly uses: readonly number[]
  readonly most: number
  readonly touched: number
  readonly share: number
  readonly weights: number
  /** Along one axis, one for each branch; a stack has one. */
  readonly chains: readonly AxisPaths[]
  /** Along one axis, from the output down to the input: the cells that matter, and the taps from each level to the next. */
  readonly levels: readonly (readonly number[])[]
  readonly links: readonly (readonly (readonly [upper: number, lower: number])[])[]
}
export interface Shape {
  readonly ok: true
  readonly parallel: boolean
  readonly stages: readonly Stage[]
  readonly now: number
  /** The chosen input, and for each branch how many paths lead to it along the rows and along the columns. */
  readonly row: number
  readonly column: number
  readonly terms: readonly (readonly [rows: number, columns: number])[]
  readonly uses: number
  /** Inputs that the output beside it sees too. */
  readonly shared: number
  readonly rules: HybridDilation
  /** Weights of the whole: of its layers, and of one dense kernel with the same field. */
  readonly weights: number
  readonly dense: number
}
export type Trouble = { readonly code: 'tooLarge'; readonly size: number; readonly room: number }
export type Derived = Shape | { readonly ok: false; readonly problem: Trouble }

interface Rate {
  readonly kernelSize: number
  readonly dilation: number
}
export function ratesOf(state: State): readonly number[] {
  if (state.preset === 'own') return state.rates.map((rate) => rate.dilation)
  return state.preset === 'aspp' ? [1, 6, 12, 18] : state.preset.split('-').map(Number)
}

/** ASPP's first branch is a 1×1; its image pooling sees the whole input and is left out. */
function layersOf(state: State): readonly Rate[] {
  const parallel = state.preset === 'aspp'
  return ratesOf(state).map((dilation, at) => ({
    kernelSize: parallel ? (at === 0 ? 1 : 3) : Number(state.kernelSize),
    dilation,
  }))
}

/** Centred: odd kernels see as far on either side. */
function pathsOf(layers: readonly Rate[], unit = 0): AxisPaths {
  const { first, counts } = axisPathCounts(layers, unit)
  return { first: first - Math.floor(axisPathCounts(layers, 0).counts.length / 2), counts }
}

export const countAt = ({ first, counts }: AxisPaths, position: number): number => counts[position - first] ?? 0

const positions = (paths: AxisPaths): number[] =>
  range(paths.counts.length)
    .map((at) => paths.first + at)
    .filter((position) => countAt(paths, position) > 0)

/** The cells of every level that one output depends on, and what each reads of the level below. */
function networkOf(layers: readonly Rate[], parallel: boolean): Pick<Stage, 'levels' | 'links'> {
  const from = (cells: readonly number[], layer: Rate): [number, number][] => {
    const taps = positions(pathsOf([layer]))
    return cells.flatMap((cell) => taps.map((tap): [number, number] => [cell, cell + tap]))
  }
  if (parallel) {
    const links = layers.flatMap((layer) => from([0], layer))
    return { levels: [[0], [...new Set(links.map(([, lower]) => lower))].sort((a, b) => a - b)], links: [links] }
  }
  const levels = range(layers.length + 1).map((depth) => positions(pathsOf(layers.slice(layers.length - depth))))
  return { levels, links: levels.slice(0, -1).map((cells, depth) => from(cells, layers[layers.length - 1 - depth])) }
}

const weightsOf = (layers: readonly Rate[]): number =>
  layers.reduce((sum, layer) => {
    const conv: Layer = { type: 'conv', outChannels: 1, bias: false, kernelSize: layer.kernelSize }
    return sum + parameterCount(sequential([conv]), [1, layer.kernelSize, layer.kernelSize]).total
  }, 0)

/** Uses of all inputs of the square: branches add, the two axes of a chain multiply. */
function usesOf(chains: readonly AxisPaths[], field: number): number[] {
  const positions = range(field).map((at) => at - (field - 1) / 2)
  return positions.flatMap((row) =>
    positions.map((column) => chains.reduce((sum, chain) => sum + countAt(chain, row) * countAt(chain, column), 0)),
  )
}

function stageOf(layers: readonly Rate[], at: number, parallel: boolean): Stage {
  const so = layers.slice(0, at + 1)
  const chains = parallel ? so.map((layer) => pathsOf([layer])) : [pathsOf(so)]
  const field = Math.max(...chains.map((chain) => chain.counts.length))
  const uses = usesOf(chains, field)
  const touched = uses.filter((count) => count > 0).length
  return {
    ...layers[at],
    span: effectiveKernelSize(layers[at].kernelSize, layers[at].dilation),
    field,
    uses,
    most: Math.max(...uses),
    touched,
    share: touched / uses.length,
    weights: weightsOf([layers[at]]),
    chains,
    ...networkOf(so, parallel),
  }
}

/** Inputs that the output one column on sees as well. */
function sharedWithNext(layers: readonly Rate[], parallel: boolean): number {
  const groups = parallel ? layers.map((layer) => [layer]) : [layers]
  const cells = range(2 * room)
  const seen = (group: readonly Rate[], unit: number): boolean[] => {
    const chain = pathsOf(group, unit)
    return cells.map((at) => countAt(chain, at - room) > 0)
  }
  const chains = groups.map((group) => ({ here: seen(group, 0), next: seen(group, 1) }))
  // a square kernel sees the same rows as columns, and the output one column on sees the same rows
  return cells.reduce((sum, row) => {
    const those = chains.filter(({ here }) => here[row])
    const both = cells.filter((at) => those.some(({ here }) => here[at]) && those.some(({ next }) => next[at]))
    return sum + both.length
  }, 0)
}

export function derive(state: State): Derived {
  const layers = layersOf(state)
  const parallel = state.preset === 'aspp'
  const longest = pathsOf(parallel ? layers.slice(-1) : layers).counts.length
  if (longest > room) return { ok: false, problem: { code: 'tooLarge', size: longest, room } }
  const stages = layers.map((_, at) => stageOf(layers, at, parallel))
  const now = Math.min(state.step, layers.length - 1)
  const stage = stages[now]
  const half = (stage.field - 1) / 2
  const within = (position: number): number => Math.min(half, Math.max(-half, position))
  const [row, column] = [within(state.row), within(state.column)]
  return {
    ok: true,
    parallel,
    stages,
    now,
    row,
    column,
    terms: stage.chains.map((chain) => [countAt(chain, row), countAt(chain, column)] as const),
    uses: stage.uses[(row + half) * stage.field + column + half],
    shared: sharedWithNext(layers.slice(0, now + 1), parallel),
    rules: hybridDilation(
      layers.slice(0, now + 1).map((layer) => layer.dilation),
      stage.kernelSize,
    ),
    weights: weightsOf(layers.slice(0, now + 1)),
    dense: weightsOf([{ kernelSize: stage.field, dilation: 1 }]),
  }
}

export function describe(state: State, derived: Shape, messages: Messages): string {
  return messages.description(state, derived)
}
