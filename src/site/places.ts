import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'

/** The two pages of answers: the eight questions, and the six more. */
export type Part = 'questions' | 'more'

export const partOf = (order: number): Part => (order <= 8 ? 'questions' : 'more')

/** A part's page under its language's root. */
export const partPath: Readonly<Record<Part, string>> = { questions: '', more: 'more/' }

interface Front {
  readonly order: number
  readonly id: string
  readonly slug: string
  readonly aliases: readonly string[]
}

function read(): Map<string, Part> {
  const folder = resolve('content/zh')
  const places = new Map<string, Part>()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.mdx'))) {
    const text = readFileSync(resolve(folder, file), 'utf8')
    const { order, id, slug, aliases } = parse(text.split('\n---\n')[0]) as Front
    const figures = [...text.matchAll(/<[A-Z]\w+\s+id="([^"]+)"/g)].map(([, figure]) => figure)
    for (const place of [id, slug, ...aliases, ...figures]) places.set(place, partOf(order))
  }
  return places
}

let places: Map<string, Part> | undefined
/** The page on which a fragment's full text or figure stands; undefined for a fragment that is no answer's or figure's. */
export function partOfPlace(fragment: string): Part | undefined {
  places ??= read()
  return places.get(fragment)
}
