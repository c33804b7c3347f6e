import { type Answer, answerOf } from '#feature-net/answer.ts'
import { imageSize } from '#feature-net/architecture.ts'
import { unpackWeights } from '#feature-net/packed-weights.ts'
import { untrainedWeights, type Weights } from '#feature-net/weights.ts'

export type WeightsName = 'trained' | 'random'
/** The file of weights, sent first; then images to answer, each alone or with a second one to compare. */
export type Task =
  | { readonly file: Uint8Array }
  | { readonly weights: WeightsName; readonly images: readonly Float32Array[] }
export interface Reply {
  readonly answers: readonly Answer[]
  /** How long one image took. */
  readonly milliseconds: number
}

const warmUps = 3
const known: Partial<Record<WeightsName, Weights>> = {}

addEventListener('message', ({ data: task }: MessageEvent<Task>) => {
  if ('file' in task) {
    known.trained = unpackWeights(task.file)
    // The first runs of code are slow; let nobody wait for them.
    const blank = new Float32Array(imageSize * imageSize)
    for (let run = 0; run < warmUps; run++) answerOf(known.trained, blank)
    return
  }
  known.random ??= untrainedWeights()
  const weights = known[task.weights]
  if (!weights) throw new RangeError('worker: the file of weights must come before the first image')
  const started = performance.now()
  const answers = task.images.map((image) => answerOf(weights, image))
  const milliseconds = (performance.now() - started) / task.images.length
  const reply: Reply = { answers, milliseconds }
  postMessage(reply)
})
