import * as network from '#feature-net/at-build.ts'
import { initialState } from '#ui/fields.ts'
import type { Messages } from './messages.ts'
import { derive, describe, fields, read, type Shape, type State } from './model.ts'
import { questionOf, type Result, resultOf } from './use-result.ts'

// For the server alone: it has the whole network at hand.

/** The network's answer to a state, computed in place. */
export function resultAtBuild(state: State, shape: Shape): Result {
  const question = questionOf(state, shape, network.images, null)
  const answers = question.images.map((image) => network.answer(question.weights, image))
  return resultOf(question, answers, null)
}

/** What the figure says before its network has come. */
export function said(words: Messages, initial: Partial<State> | undefined): string {
  const state = initialState(fields, initial)
  const shape = derive(state)
  if (!shape.ok) return ''
  const { whole, covered } = resultAtBuild(state, shape)
  return describe(state, { ...shape, reading: read(shape, whole, covered, false) }, words)
}

export { network }
