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

/** A claim in one line: what, the words in Chinese and English (once, if they are the same), the number, its computation. */
export function claim(
  says: string,
  words: string | readonly [zh: string, en: string],
  claimed: number,
  value: () => number,
): Claim {
  const [zh, en] = typeof words === 'string' ? [words, words] : words
  return { says, zh, en, value, claimed }
}
