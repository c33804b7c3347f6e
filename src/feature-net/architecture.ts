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
