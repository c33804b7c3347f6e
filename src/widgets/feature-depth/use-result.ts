import { useEffect, useRef, useState } from 'preact/hooks'
import type { Answer } from '#feature-net/answer.ts'
import { coverUp, pixelsOf, type Shape, type State } from './model.ts'
import type { Loading } from './use-network.ts'

/** What the network answered, with the question, so that a late answer is never drawn under new labels. */
export interface Result {
  readonly key: string
  readonly pixels: Float32Array
  /** The answer in sight: to the whole image, or to the covered one. */
  readonly answer: Answer
  readonly whole: Answer
  readonly covered: Answer
  readonly milliseconds: number | null
}
export interface Question {
  readonly key: string
  readonly weights: State['weights']
  readonly covers: boolean
  readonly images: readonly [whole: Float32Array, covered: Float32Array]
}

/** What is asked of the network in this state: the reader's own picture comes before the test images. */
export function questionOf(state: State, shape: Shape, images: Uint8Array, own: Float32Array | null): Question {
  const whole = own ?? pixelsOf(state, images)
  const { source, image, drawing, weights } = state
  const key = JSON.stringify([weights, shape.covers, shape.patch, own ? 'own' : source === 'test' ? image : drawing])
  return { key, weights, covers: shape.covers, images: [whole, coverUp(whole, shape.patch)] }
}

/** The answers to a question, put together. */
export function resultOf(question: Question, answers: readonly Answer[], milliseconds: number | null): Result {
  const [whole, covered] = answers
  const { key, covers, images } = question
  return { key, pixels: images[covers ? 1 : 0], answer: covers ? covered : whole, whole, covered, milliseconds }
}

/** The last answer of the network, computed in its own thread. */
export function useResult(loading: Loading, state: State, shape: Shape, own: Float32Array | null): Result | null {
  const [result, setResult] = useState<Result | null>(null)
  const question = loading.step === 'ready' ? questionOf(state, shape, loading.network.images, own) : null
  const asked = useRef<string>()
  useEffect(() => {
    if (loading.step !== 'ready' || !question) return
    asked.current = question.key
    loading.worker.ask(question.weights, question.images).then((reply) => {
      if (!reply || asked.current !== question.key) return
      setResult(resultOf(question, reply.answers, reply.milliseconds))
    })
  }, [loading, question?.key, own])
  return result
}
