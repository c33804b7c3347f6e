import type { Problem } from 'conv-math'
import { createContext } from 'preact'
import type { Lang } from './use-figure.ts'

/** What all figures say: the words of the anatomy, not of one figure. */
export interface Words {
  readonly lang: Lang
  readonly back: string
  readonly play: string
  readonly pause: string
  readonly forward: string
  readonly step: (at: number, of: number) => string
  readonly scrub: (of: number) => string
  readonly parameters: string
  readonly invalid: string
  readonly copyLink: string
  readonly copied: string
  readonly copyFailed: string
  readonly copyCode: string
  readonly codeFailed: string
  readonly reset: string
  readonly embed: string
  readonly code: string
  readonly legend: string
  readonly failed: string
  readonly roles: Readonly<Record<Role, string>>
}
export type Role =
  | 'input'
  | 'kernel'
  | 'output'
  | 'partial'
  | 'pad'
  | 'gap'
  | 'weight'
  | 'now'
  | 'second'
  | 'drop'
  | 'field'
  | 'heat'
  | 'spread'
  | 'other'
  | 'signed'
  | 'ink'

/** The language of the page, which every island is given by `island`. */
export const Spoken = createContext({} as Words)

export type ProblemSentences = {
  readonly [Code in Problem['code']]: (problem: Extract<Problem, { code: Code }>) => string
}
/** A language's sentences as one function that picks by the problem's code. */
export const worded =
  (sentences: ProblemSentences) =>
  (problem: Problem): string =>
    (sentences[problem.code] as (problem: Problem) => string)(problem)
