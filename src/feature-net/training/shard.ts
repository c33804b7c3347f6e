import { parentPort, workerData } from 'node:worker_threads'
import { loadSimd } from 'conv-math'
import { forward } from '#feature-net/forward.ts'
import { augmentedBatchOf, batchOf } from './augment.ts'
import type { DataSet } from './data-set.ts'
import { lossGradient, type Score } from './loss-gradient.ts'
import { folded, parametersOf, statisticsOf } from './parameters.ts'

/** What the shards and the main thread share. Only one side writes at a time: messages hand over. */
export interface ShardMemory {
  readonly train: DataSet
  readonly test: DataSet
  readonly parameters: Float32Array
  /** Means and variances as they are used once trained. */
  readonly statistics: Float32Array
  /** This shard's own results. */
  readonly gradient: Float32Array
  readonly batchStatistics: Float32Array
}
export type Task =
  | { readonly kind: 'gradient'; readonly places: readonly number[]; readonly seed: readonly number[] }
  | { readonly kind: 'test'; readonly from: number; readonly to: number }
export interface Answer extends Score {
  /** The class that each tested image was given. */
  readonly predictions: readonly number[]
}

const testBatch = 50

function answer(memory: ShardMemory, task: Task): Answer {
  const parameters = parametersOf(memory.parameters)
  if (task.kind === 'gradient') {
    const { train } = memory
    const labels = task.places.map((place) => train.labels[place])
    const images = augmentedBatchOf(train, task.places, task.seed)
    const gradient = parametersOf(memory.gradient)
    return {
      ...lossGradient(parameters, images, labels, gradient, statisticsOf(memory.batchStatistics)),
      predictions: [],
    }
  }
  const weights = folded(parameters, statisticsOf(memory.statistics))
  const predictions: number[] = []
  for (let from = task.from; from < task.to; from += testBatch) {
    const places = Array.from({ length: Math.min(testBatch, task.to - from) }, (_, i) => from + i)
    const { logits } = forward(weights, batchOf(memory.test, places))
    const classes = logits.shape[1]
    for (const b of places.keys()) {
      const row = logits.data.subarray(b * classes, (b + 1) * classes)
      predictions.push(row.indexOf(Math.max(...row)))
    }
  }
  const correct = predictions.filter((label, i) => label === memory.test.labels[task.from + i]).length
  return { loss: 0, correct, predictions }
}

// The same weights come out without it, in twice the time.
await loadSimd()
const memory = workerData as ShardMemory
parentPort?.on('message', (task: Task) => parentPort?.postMessage(answer(memory, task)))
