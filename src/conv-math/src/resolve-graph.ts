import type { Graph } from './graph.ts'
import { refuse, show } from './problem.ts'
import { isJoin, type ResolvedLayer, resolveLayer } from './resolve-layer.ts'

/** The name by which nodes refer to the network's own input. */
export const INPUT = 'input'

/** A node whose layer is sound and whose inputs are places in the list of nodes; −1 is the network's input. */
export interface ResolvedNode {
  readonly id: string
  readonly layer: ResolvedLayer
  readonly inputs: readonly number[]
}

/** The nodes of a graph in order, and the place of each by its id; the input is at −1. */
export interface ResolvedGraph {
  readonly nodes: readonly ResolvedNode[]
  readonly places: ReadonlyMap<string, number>
}

/** The graph, once ids are unique, inputs are earlier nodes, and every layer is sound by itself; else throws. */
export function resolveGraph(fn: string, graph: Graph): ResolvedGraph {
  const given: unknown = typeof graph === 'object' && graph !== null ? graph.nodes : undefined
  if (!Array.isArray(given)) refuse(fn, `graph must be { nodes: [{ id, layer, inputs }, …] }, got ${show(graph)}`)
  const places = new Map<string, number>([[INPUT, -1]])
  const nodes = Array.from(given, (node: unknown, place): ResolvedNode => {
    const resolved = resolveNode(fn, node, places)
    places.set(resolved.id, place)
    return resolved
  })
  return { nodes, places }
}

/** The place of a node by its id; throws when there is no such node. */
export function requireNode(fn: string, graph: ResolvedGraph, id: unknown): number {
  const place = typeof id === 'string' ? graph.places.get(id) : undefined
  return place ?? refuse(fn, `node must be in the graph, got ${quote(id)}`)
}

/** For each place whether the node there is the given one or one of those it depends on. */
export function ancestorsOf(graph: ResolvedGraph, place: number): readonly boolean[] {
  const wanted = graph.nodes.map((_, at) => at === place)
  for (let at = place; at >= 0; at -= 1) {
    if (!wanted[at]) continue
    for (const input of graph.nodes[at].inputs) if (input >= 0) wanted[input] = true
  }
  return wanted
}

/** A node as error messages name it. */
export function quote(id: unknown): string {
  return typeof id === 'string' ? `'${id}'` : show(id)
}

function resolveNode(fn: string, given: unknown, places: ReadonlyMap<string, number>): ResolvedNode {
  if (typeof given !== 'object' || given === null) refuse(fn, `node must be { id, layer, inputs }, got ${show(given)}`)
  const node = given as Readonly<Record<string, unknown>>
  const { id } = node
  if (typeof id !== 'string') refuse(fn, `node id must be a string, got ${show(id)}`)
  if (places.has(id)) refuse(fn, `node ids must be unique and not '${INPUT}', got ${quote(id)} again`)
  const layer = resolveLayer(`${fn}: node '${id}'`, node.layer)
  if (!Array.isArray(node.inputs)) refuse(fn, `inputs of node '${id}' must be a list of ids, got ${show(node.inputs)}`)
  const inputs = Array.from(node.inputs, (input: unknown) => {
    const place = typeof input === 'string' ? places.get(input) : undefined
    return place ?? refuse(fn, `inputs of node '${id}' must be earlier nodes or '${INPUT}', got ${quote(input)}`)
  })
  const enough = isJoin(layer.type) ? inputs.length >= 1 : inputs.length === 1
  if (!enough) {
    const rule = isJoin(layer.type) ? 'one or more' : 'exactly one'
    refuse(fn, `inputs of node '${id}' (${layer.type}) must be ${rule}, got ${inputs.length}`)
  }
  return { id, layer, inputs }
}
