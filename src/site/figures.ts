import type { Lang } from '#ui/use-figure.ts'
import { registry } from '#widgets'
import { type Answer, answersOf } from './nav.ts'
import { folderOf } from './places.ts'

export type FigureName = keyof typeof registry
export interface FigureUse {
  readonly name: FigureName
  /** The widget's folder, which is also the name of its embed page. */
  readonly folder: string
  readonly id: string
  readonly number: string
  readonly title: string
  /** How to use it, as plain text. */
  readonly caption: string
  readonly answer: Answer
}

export const figureNames = Object.keys(registry) as FigureName[]

const use = new RegExp(`<(${figureNames.join('|')})\\b([^>]*)>([\\s\\S]*?)</\\1>`, 'g')
const attribute = (name: string, text: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? ''

/** Inline Markdown as plain text. */
export const plain = (markdown: string): string =>
  markdown
    .replace(/<[^>]+>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`$]/g, '')
    .trim()

/** The figures of an answer in the order of the page. */
export const figuresIn = (answer: Answer): FigureUse[] =>
  [...(answer.body ?? '').matchAll(use)].map(([, name, props, caption]) => ({
    name: name as FigureName,
    folder: folderOf(name),
    id: attribute('id', props) || folderOf(name),
    number: attribute('number', props),
    title: attribute('title', props),
    caption: plain(caption),
    answer,
  }))

/** The figures of a language in the order of the page, as their answers use them. */
export async function figuresOf(lang: Lang): Promise<FigureUse[]> {
  const answers = await answersOf(lang)
  return answers.flatMap(figuresIn)
}
