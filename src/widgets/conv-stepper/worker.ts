import { type Plan, respond } from './responses.ts'

export interface Task {
  readonly id: number
  readonly values: ArrayLike<number>
  readonly plan: Plan
}
export interface Answer {
  readonly id: number
  readonly responses: readonly Float32Array[]
}

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  const answer: Answer = { id: data.id, responses: respond(data.values, data.plan) }
  postMessage(answer)
})
