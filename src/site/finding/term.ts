/** A word of the field as this site uses it. */
export interface Term {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** The symbol in formulas, if it has one. */
  readonly symbol?: string
  /** The name in code, controls and addresses, if it has one. */
  readonly code?: string
  readonly zhText: string
  readonly enText: string
  /** The place of the site that explains it. */
  readonly place: string
}
