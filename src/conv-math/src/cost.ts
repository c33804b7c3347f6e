import { requireInteger } from './checks.ts'
import type { Graph } from './graph.ts'
import { resolveGraph } from './resolve-graph.ts'
import type { ResolvedLayer } from './resolve-layer.ts'
import { type MapShape, requireMapShape, shapesOf } from './shapes.ts'

/** A count for the network and for each of its nodes, by id. */
export interface NodeCounts {
  readonly total: number
  readonly byNode: ReadonlyMap<string, number>
}

type Kernels = Extract<ResolvedLayer, { readonly outChannels: number }>

/**
 * The number of learnt parameters. conv: C_out · C_in / groups · k_h · k_w, transposedConv the same with its own
 * C_in and C_out, each and linear (C_in · C_out) with C_out more for a bias; batchNorm 2 · C (running statistics are not
 * learnt), layerScale C; all else 0.
 *
 * @param inputShape [channels, height, width] of the network's input
 * @throws {RangeError} when the graph is unsound or does not fit the shape
 *
 * @example parameterCount(sequential([{ type: 'conv', outChannels: 8, kernelSize: 3 }]), [3, 32, 32]).total // 224
 */
export function parameterCount(graph: Graph, inputShape: MapShape): NodeCounts {
  return countNodes('parameterCount', graph, inputShape, parametersOf)
}

/**
 * The number of multiply-accumulates for one input. conv: h_out · w_out · C_out · C_in / groups · k_h · k_w;
 * transposedConv the same at h_in · w_in; linear h · w · C_in · C_out; all else, and every bias, 0. Taps in the padding
 * count. FLOPs, where a multiply and an add count as two, are twice this.
 *
 * @param inputShape [channels, height, width] of the network's input
 * @throws {RangeError} when the graph is unsound or does not fit the shape
 *
 * @example macCount(sequential([{ type: 'conv', outChannels: 8, kernelSize: 3 }]), [3, 32, 32]).total // 194400
 */
export function macCount(graph: Graph, inputShape: MapShape): NodeCounts {
  return countNodes('macCount', graph, inputShape, macsOf)
}

function countNodes(
  fn: string,
  graph: Graph,
  inputShape: MapShape,
  count: (layer: ResolvedLayer, input: MapShape, output: MapShape) => number,
): NodeCounts {
  const resolved = resolveGraph(fn, graph)
  const input = requireMapShape(fn, inputShape)
  const shapes = shapesOf(fn, resolved, input)
  const byNode = new Map<string, number>()
  let total = 0
  for (const [place, { id, layer, inputs }] of resolved.nodes.entries()) {
    const read = inputs[0] < 0 ? input : (shapes[inputs[0]] as MapShape)
    const counted = count(layer, read, shapes[place] as MapShape)
    byNode.set(id, counted)
    total += counted
  }
  return { total: requireInteger(fn, 'total', total, 0), byNode }
}

function parametersOf(layer: ResolvedLayer, [channels]: MapShape): number {
  switch (layer.type) {
    case 'conv':
    case 'transposedConv':
      return weightsOf(layer, channels) + (layer.bias ? layer.outChannels : 0)
    case 'linear':
      return layer.outFeatures * (channels + (layer.bias ? 1 : 0))
    case 'batchNorm':
      return 2 * channels
    case 'layerScale':
      return channels
    default:
      return 0
  }
}

function macsOf(layer: ResolvedLayer, input: MapShape, output: MapShape): number {
  const [channels, height, width] = input
  switch (layer.type) {
    case 'conv':
      return output[1] * output[2] * weightsOf(layer, channels)
    case 'transposedConv':
      return height * width * weightsOf(layer, channels)
    case 'linear':
      return height * width * channels * layer.outFeatures
    default:
      return 0
  }
}

function weightsOf({ window, outChannels, groups }: Kernels, channels: number): number {
  return (channels / groups) * outChannels * window[0].kernelSize * window[1].kernelSize
}
