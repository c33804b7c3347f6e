import {
  type AxisPattern,
  boundAt,
  identityPattern,
  joinPatterns,
  type PatternProblem,
  patternSize,
  throughReader,
} from './axis-pattern.ts'
import { type AxisReader, layerReader, ONE_TO_ONE } from './axis-reader.ts'
import { addProduct, equals, type Fraction, fraction, toNumber } from './fraction.ts'
import type { Graph } from './graph.ts'
import { refuse, show } from './problem.ts'
import {
  ancestorsOf,
  quote,
  type ResolvedGraph,
  type ResolvedNode,
  requireNode,
  resolveGraph,
} from './resolve-graph.ts'

/** What the units of one node see along one axis of an input without ends: padding counts as cells. */
export interface AxisField {
  /** Input cells from the first to the last that a unit sees; the largest over one period, 0 when none sees any. */
  readonly size: number
  /** Input cells between neighbouring outputs, also called the jump; a fraction after transposedConv or resize. */
  readonly effectiveStride: number
  /** First input cell of output 0, 0-based, negative in the padding; null when output 0 sees none. */
  readonly start: number | null
  /** Nominal centre of output 0 in input cells, cell i at coordinate i; null when paths disagree about it. */
  readonly centre: number | null
  /** The smallest number of outputs after which the pattern repeats; 1 without transposedConv or resize. */
  readonly period: number
  /** First and last input cell that output `unit` sees, for any integer; null when it sees none. */
  interval(unit: number): readonly [first: number, last: number] | null
}

/** What the units of one node see, and whether all paths to it agree about where they look. */
export interface ReceptiveField {
  readonly height: AxisField
  readonly width: AxisField
  /** All paths share effective stride and nominal centre, on both axes. */
  readonly aligned: boolean
}

interface AxisState {
  readonly pattern: AxisPattern
  /** Nominal centre of output 0 along the first path. */
  readonly centre: Fraction
  readonly aligned: boolean
}

type State = readonly [height: AxisState, width: AxisState]

const INPUT_AXIS: AxisState = { pattern: identityPattern, centre: fraction(0), aligned: true }
const INPUT_STATE: State = [INPUT_AXIS, INPUT_AXIS]

/**
 * The receptive field of a node, the last one by default, on an input without ends. Along a chain
 * RF ← RF + d(k − 1) · jump, start ← start − p · jump, jump ← jump · s, from (1, 0, 1); where branches meet, the hull
 * of all paths. Outputs of transposed convolution and resize differ by phase: ask `interval`.
 *
 * @param node id of a node, or 'input'
 * @throws {RangeError} when the graph is unsound, the node is not in it, branches with different effective strides meet
 *   before the node, or globalAveragePool or flatten lies before it: there the field depends on the input's size, see
 *   `inputsSeen`
 * @see Araujo, Norris & Sim 2019, Computing Receptive Fields of Convolutional Neural Networks, Distill
 *
 * @example receptiveField(sequential([{ type: 'maxPool', kernelSize: 2 }, { type: 'conv', outChannels: 8, kernelSize: 3, padding: 1 }])).width.size // 6
 * @example receptiveField(sequential([{ type: 'resize', scale: 2, mode: 'bilinear' }])).height.interval(1) // [0, 1]
 */
export function receptiveField(graph: Graph, node?: string): ReceptiveField {
  const fn = 'receptiveField'
  const resolved = resolveGraph(fn, graph)
  const place = node === undefined ? resolved.nodes.length - 1 : requireNode(fn, resolved, node)
  if (place < 0) return fieldOf(fn, INPUT_STATE)
  const wanted = ancestorsOf(resolved, place)
  const states: State[] = []
  resolved.nodes.forEach((each, at) => {
    if (!wanted[at]) return
    const result = stateOf(each, inputStates(each, states))
    if (typeof result === 'string') refuse(fn, result)
    states[at] = result
  })
  return fieldOf(fn, states[place])
}

/**
 * The receptive field of every node that has one, by id, also of 'input', in one walk. Nodes for which `receptiveField`
 * throws, and those after them, are left out.
 *
 * @throws {RangeError} when the graph is unsound
 *
 * @example [...receptiveFields(sequential([{ type: 'activation' }, { type: 'flatten' }])).keys()] // ['input', '0']
 */
export function receptiveFields(graph: Graph): ReadonlyMap<string, ReceptiveField> {
  const fn = 'receptiveFields'
  const resolved: ResolvedGraph = resolveGraph(fn, graph)
  const states: State[] = []
  const fields = new Map<string, ReceptiveField>([['input', fieldOf(fn, INPUT_STATE)]])
  for (const [at, node] of resolved.nodes.entries()) {
    if (node.inputs.some((input) => input >= 0 && states[input] === undefined)) continue
    const result = stateOf(node, inputStates(node, states))
    if (typeof result === 'string') continue
    states[at] = result
    fields.set(node.id, fieldOf(fn, result))
  }
  return fields
}

function inputStates(node: ResolvedNode, states: readonly State[]): State[] {
  return node.inputs.map((input) => (input < 0 ? INPUT_STATE : states[input]))
}

/** The state after a node, or the sentence that says why there is none. */
function stateOf({ id, layer }: ResolvedNode, inputs: readonly State[]): State | string {
  const reader = layerReader(layer)
  if (reader === 'whole') {
    return `node ${quote(id)} (${layer.type}) must not lie on the way: from there on a field depends on the input's size`
  }
  if (inputs.length === 1 && reader[0] === ONE_TO_ONE) return inputs[0]
  const height = axisAfter(
    id,
    reader[0],
    inputs.map((state) => state[0]),
  )
  if (typeof height === 'string') return height
  if (reader[0] === reader[1] && inputs.every((state) => state[0] === state[1])) return [height, height]
  const width = axisAfter(
    id,
    reader[1],
    inputs.map((state) => state[1]),
  )
  return typeof width === 'string' ? width : [height, width]
}

function axisAfter(id: string, reader: AxisReader, inputs: readonly AxisState[]): AxisState | string {
  const [main] = inputs
  if (reader === ONE_TO_ONE && inputs.every((input) => input === main)) return main
  const { stride } = main.pattern
  const other = inputs.find((input) => !equals(input.pattern.stride, stride))
  if (other) {
    const strides = `${show(toNumber(stride))} and ${show(toNumber(other.pattern.stride))}`
    return `effective strides must be equal where branches meet, got ${strides} at node ${quote(id)}`
  }
  const aligned = inputs.every((input) => input.aligned && equals(input.centre, main.centre))
  const joined = joinPatterns(inputs.map((input) => input.pattern))
  const pattern = 'problem' in joined ? joined : throughReader(reader, joined)
  if ('problem' in pattern) return problemAt(id, pattern)
  return { pattern, centre: addProduct(main.centre, stride, reader.centre), aligned }
}

function problemAt(id: string, { problem }: PatternProblem): string {
  return `${problem} at node ${quote(id)}`
}

function fieldOf(fn: string, [height, width]: State): ReceptiveField {
  return { height: axisField(fn, height), width: axisField(fn, width), aligned: height.aligned && width.aligned }
}

function axisField(fn: string, { pattern, centre, aligned }: AxisState): AxisField {
  return {
    size: patternSize(pattern),
    effectiveStride: toNumber(pattern.stride),
    start: pattern.first[0],
    centre: aligned ? toNumber(centre) : null,
    period: pattern.period,
    interval: (unit) => {
      if (!Number.isSafeInteger(unit)) refuse(fn, `unit must be an integer within ±(2^53 − 1), got ${show(unit)}`)
      const first = boundAt(pattern, pattern.first, unit)
      const last = boundAt(pattern, pattern.last, unit)
      if (first === null || last === null) return null
      if (Number.isSafeInteger(first) && Number.isSafeInteger(last)) return [first, last]
      return refuse(fn, `unit must see cells within ±(2^53 − 1), got ${show(unit)}`)
    },
  }
}
