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

interface Places {
  readonly parts: ReadonlyMap<string, Part>
  readonly folders: ReadonlyMap<string, string>
}

/** ConvStepper → conv-stepper */
export const folderOf = (name: string): string => name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()

function read(): Places {
  const folder = resolve('content/zh')
  const parts = new Map<string, Part>()
  const folders = new Map<string, string>()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.mdx'))) {
    const text = readFileSync(resolve(folder, file), 'utf8')
    const { order, id, slug, aliases } = parse(text.split('\n---\n')[0]) as Front
    const figures = [...text.matchAll(/<([A-Z]\w+)\s+id="([^"]+)"/g)]
    for (const place of [id, slug, ...aliases, ...figures.map((figure) => figure[2])]) parts.set(place, partOf(order))
    for (const [, name, figure] of figures) folders.set(figure, folderOf(name))
  }
  return { parts, folders }
}

let places: Places | undefined
const known = (): Places => {
  places ??= read()
  return places
}

/** The page on which a fragment's full text or figure stands; undefined for a fragment that is no answer's or figure's. */
export const partOfPlace = (fragment: string): Part | undefined => known().parts.get(fragment)

/** The widget's folder of the figure with this id, if an answer has such a figure. */
export const folderOfFigure = (id: string): string | undefined => known().folders.get(id)
