import { type Graph, type Layer, sequential } from 'conv-math'

/** The side of an image of the data set, in pixels; images have one channel, from 0 (ground) to 1. */
export const imageSize = 28

/** The ten classes of Fashion-MNIST, in the order of its labels. */
export const classNames = [
  'T-shirt/top',
  'Trouser',
  'Pullover',
  'Dress',
  'Coat',
  'Sandal',
  'Shirt',
  'Sneaker',
  'Bag',
  'Ankle boot',
] as const

/** A convolution of the network: stride 1, padded so that the map keeps its size, then batch norm and ReLU. */
export interface Conv {
  readonly inChannels: number
  readonly outChannels: number
  readonly kernelSize: number
  readonly padding: number
  /** A 2×2 max pool follows. */
  readonly pooled: boolean
}

export const convs: readonly Conv[] = [
  { inChannels: 1, outChannels: 12, kernelSize: 5, padding: 2, pooled: true },
  { inChannels: 12, outChannels: 24, kernelSize: 3, padding: 1, pooled: true },
  { inChannels: 24, outChannels: 48, kernelSize: 3, padding: 1, pooled: false },
  { inChannels: 48, outChannels: 48, kernelSize: 3, padding: 1, pooled: false },
]

/** The convolution that ends each stage: shallow, middle, deep. A stage is what lies between two pools. */
export const stageEnds = [0, 1, 3] as const

const poolSize = 2
export const pool = { kernelSize: poolSize } as const

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
