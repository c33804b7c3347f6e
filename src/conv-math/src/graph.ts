import type { Layer } from './layers.ts'
import { refuse, show } from './problem.ts'
import { resolveLayer } from './resolve-layer.ts'

/** One layer in its place. `inputs` are ids of earlier nodes, or 'input' for the network's own input. */
export interface GraphNode {
  readonly id: string
  readonly layer: Layer
  readonly inputs: readonly string[]
}

/** A network: nodes in topological order with unique ids; the last is the output. */
export interface Graph {
  readonly nodes: readonly GraphNode[]
}

/**
 * The graph of a chain: each layer reads the one before, the first reads the network's input. Nodes are called
 * '0', '1', … in order.
 *
 * @throws {RangeError} when a layer has an unknown type or an option outside its range
 *
 * @example sequential([{ type: 'activation' }, { type: 'flatten' }]).nodes[1].inputs // ['0']
 */
export function sequential(layers: readonly Layer[]): Graph {
  const fn = 'sequential'
  if (!Array.isArray(layers)) refuse(fn, `layers must be a list, got ${show(layers)}`)
  const nodes = Array.from(layers as readonly Layer[], (layer, index) => {
    resolveLayer(`${fn}: node '${index}'`, layer)
    return { id: `${index}`, layer, inputs: [index === 0 ? 'input' : `${index - 1}`] }
  })
  return { nodes }
}
