import { type Graph, type Layer, sequential } from 'conv-math'
import { classNames, convs, pool, stageEnds } from '#feature-net/architecture.ts'

function layers(withBatchNorm: boolean): Layer[] {
  const body = convs.flatMap(({ outChannels, kernelSize, padding, pooled }): Layer[] => [
    { type: 'conv', outChannels, kernelSize, padding, bias: !withBatchNorm },
    ...(withBatchNorm ? [{ type: 'batchNorm' } as const] : []),
    { type: 'activation' },
    ...(pooled ? [{ type: 'maxPool', ...pool } as const] : []),
  ])
  return [...body, { type: 'globalAveragePool' }, { type: 'linear', outFeatures: classNames.length }]
}

/** The network as it is used: batch norm folded into the convolutions, which thereby get a bias. */
export const graph: Graph = sequential(layers(false))
/** The network as it is trained. */
export const trainedGraph: Graph = sequential(layers(true))

/** The node of `graph` that holds a stage's activations: the ReLU of its last convolution. */
export function stageNode(stage: number): string {
  let left = stageEnds[stage]
  const at = graph.nodes.findIndex(({ layer }) => layer.type === 'activation' && left-- === 0)
  return graph.nodes[at].id
}
