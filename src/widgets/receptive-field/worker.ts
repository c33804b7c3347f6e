import { effective } from './model.ts'
import type { Question, Reply } from './use-effective.ts'

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const { number, layers, inputSize, unit } = data
  postMessage({ number, effective: effective(layers, inputSize, unit) } satisfies Reply)
})
