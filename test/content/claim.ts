/** A number stated in the prose of both languages, with the computation that must give it. */
export interface Claim {
  /** What the number is, for the test's title. */
  readonly says: string
  /** The words in content/zh and content/en that state it, to the letter. */
  readonly zh: string
  readonly en: string
  /** Computes the number with conv-math. */
  readonly value: () => number
  readonly claimed: number
}
