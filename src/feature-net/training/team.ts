import { Worker } from 'node:worker_threads'
import type { DataSet } from './data-set.ts'
import { parameterLength, statisticsLength } from './parameters.ts'
import type { Answer, ShardMemory, Task } from './shard.ts'

/** Worker threads that share the parameters; each computes its part of a batch. */
export interface Team {
  readonly parameters: Float32Array
  readonly statistics: Float32Array
  readonly gradients: readonly Float32Array[]
  readonly batchStatistics: readonly Float32Array[]
  /** One task for each worker; the answers in the same order, whoever is done first. */
  ask(tasks: readonly Task[]): Promise<readonly Answer[]>
  close(): Promise<unknown>
}

const shared = (length: number): Float32Array =>
  new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT))

export function startTeam(size: number, data: { readonly train: DataSet; readonly test: DataSet }): Team {
  const common = { ...data, parameters: shared(parameterLength), statistics: shared(statisticsLength) }
  const memories = Array.from(
    { length: size },
    (): ShardMemory => ({
      ...common,
      gradient: shared(parameterLength),
      batchStatistics: shared(statisticsLength),
    }),
  )
  const workers = memories.map((workerData) => new Worker(new URL('./shard.ts', import.meta.url), { workerData }))
  return {
    ...common,
    gradients: memories.map(({ gradient }) => gradient),
    batchStatistics: memories.map(({ batchStatistics }) => batchStatistics),
    ask: (tasks) => Promise.all(tasks.map((task, at) => asked(workers[at], task))),
    close: () => Promise.all(workers.map((worker) => worker.terminate())),
  }
}

function asked(worker: Worker, task: Task): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (answer: Answer) => {
      worker.off('error', reject)
      resolve(answer)
    })
    worker.postMessage(task)
  })
}
