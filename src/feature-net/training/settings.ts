/** What a run follows from: the same settings give the same weights, on any number of cores. */
export interface Settings {
  readonly seed: number
  readonly epochs: number
  readonly batchSize: number
  /** Each batch is cut into so many parts; batch norm looks at one part at a time. */
  readonly shards: number
  readonly learningRate: number
  readonly warmupEpochs: number
  readonly momentum: number
  readonly weightDecay: number
  /** How fast the statistics in use follow those of the batches. */
  readonly statisticsRate: number
  /** Training images used, from the first on. */
  readonly images: number
}

export const settings: Settings = {
  seed: 1,
  epochs: 28,
  batchSize: 128,
  shards: 2,
  learningRate: 0.1,
  warmupEpochs: 1,
  momentum: 0.9,
  weightDecay: 3e-4,
  statisticsRate: 0.1,
  images: 60_000,
}

export const stepsPerEpoch = ({ images, batchSize }: Settings): number => Math.floor(images / batchSize)

/** Up in a straight line, then down along half a cosine to 0. @see Loshchilov & Hutter 2017, arXiv:1608.03983 */
export function learningRateAt(step: number, given: Settings): number {
  const warmup = given.warmupEpochs * stepsPerEpoch(given)
  if (step < warmup) return (given.learningRate * (step + 1)) / warmup
  const share = (step - warmup) / (given.epochs * stepsPerEpoch(given) - warmup)
  return (given.learningRate * (1 + Math.cos(Math.PI * share))) / 2
}
