import type { Reply, Task, WeightsName } from '#feature-net/worker.ts'

/** A thread that runs the network, so that the page stays free. */
export interface NetworkWorker {
  /** The answers to images; null when a later question took the place of this one. */
  ask(weights: WeightsName, images: readonly Float32Array[]): Promise<Reply | null>
  close(): void
}

interface Waiting {
  readonly weights: WeightsName
  readonly images: readonly Float32Array[]
  readonly resolve: (reply: Reply | null) => void
}

/** Starts the thread with a file of weights; `onError` hears when it cannot run. */
export function startWorker(file: Uint8Array, onError: () => void): NetworkWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const send = (task: Task): void => worker.postMessage(task)
  // One question at a time: a hand that drags asks faster than a slow phone answers, and only the last place matters.
  let current: Waiting | null = null
  let next: Waiting | null = null
  const begin = (waiting: Waiting | null): void => {
    current = waiting
    if (waiting) send({ weights: waiting.weights, images: waiting.images })
  }
  worker.onerror = onError
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    current?.resolve(data)
    begin(next)
    next = null
  }
  send({ file })
  return {
    ask: (weights, images) =>
      new Promise((resolve) => {
        const waiting = { weights, images, resolve }
        if (!current) return begin(waiting)
        next?.resolve(null)
        next = waiting
      }),
    close: () => worker.terminate(),
  }
}
