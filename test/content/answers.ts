import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

export type Lang = 'zh' | 'en'
export interface Source {
  readonly authors: string
  readonly title: string
  readonly url: string
}
export interface Answer {
  readonly file: string
  readonly order: number
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly short: string
  readonly aliases: readonly string[]
  readonly sources: readonly Source[]
  readonly body: string
}

const folder = (lang: Lang): URL => new URL(`../../content/${lang}/`, import.meta.url)

/** The answers of a language as they are written, in their order. */
export function answers(lang: Lang): Answer[] {
  return readdirSync(folder(lang))
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => {
      const [, front, body] =
        /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(new URL(file, folder(lang)), 'utf8')) ?? []
      return { file, ...parse(front ?? ''), body: body ?? '' }
    })
    .sort((a, b) => a.order - b.order)
}
