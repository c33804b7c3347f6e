import { checkChosen, type Fields, type StateOf } from './fields.ts'
import type { Lang } from './use-figure.ts'

/** What an author writes on a figure in MDX. */
export interface Written<F extends Fields = Fields> {
  readonly id?: string
  /** The number in the caption, such as 7.1. */
  readonly number?: string
  /** The title: a claim. */
  readonly title?: string
  readonly initial?: Partial<StateOf<F>>
}
const known = ['id', 'number', 'title', 'initial']

/** The props of a figure, checked at build. @throws {RangeError} naming page, figure, prop, rule and value */
export function figureProps<F extends Fields>(
  page: { readonly props: Record<string, unknown>; readonly url: URL; readonly currentLocale: string | undefined },
  folder: string,
  fields: F,
): Required<Pick<Written, 'id'>> & Omit<Written<F>, 'id'> & { lang: Lang; folder: string } {
  const where = `${page.url.pathname}: figure ${folder}`
  for (const name of Object.keys(page.props)) {
    if (!known.includes(name)) throw new RangeError(`${where}: no prop '${name}'; the props are ${known.join(', ')}`)
  }
  const written = page.props as Written<F>
  const id = written.id ?? folder
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new RangeError(`${where}: id must be kebab-case, got '${id}'`)
  if (written.initial) checkChosen(fields, written.initial, where)
  return { ...written, id, folder, lang: page.currentLocale === 'en' ? 'en' : 'zh' }
}
