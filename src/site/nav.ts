import { type CollectionEntry, getCollection } from 'astro:content'
import type { Lang } from '#ui/use-figure.ts'

export type Answer = CollectionEntry<'answers'>

/** A path of the site under its base: `path('/en/')` → `/conv-faq/en/`. */
export const path = (to: string): string => import.meta.env.BASE_URL.replace(/\/$/, '') + to

/** The same page in the other language. */
export function inLanguage(pathname: string, lang: Lang): string {
  const base = path('')
  const bare = pathname.slice(base.length).replace(/^\/en(?=\/)/, '')
  return base + (lang === 'en' ? '/en' : '') + (bare || '/')
}

/** The answers of a language in their order. */
export async function answersOf(lang: Lang): Promise<Answer[]> {
  const all = await getCollection('answers', (entry: Answer) => entry.id.startsWith(`${lang}/`))
  return all.sort((a, b) => a.data.order - b.data.order)
}

export const locale = (lang: Lang): 'zh-CN' | 'en' => (lang === 'zh' ? 'zh-CN' : 'en')
