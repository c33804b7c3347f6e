import type { APIRoute } from 'astro'
import { answersOf, path } from '#site/nav.ts'
import { siteWords } from '#site/words.ts'

/** What the site holds, for readers that are programs: every answer in both languages, as Markdown. */
export const GET: APIRoute = async ({ site }) => {
  const list = async (lang: 'zh' | 'en'): Promise<string> => {
    const root = lang === 'en' ? '/en/' : '/'
    const lines = (await answersOf(lang)).map(({ data }) => {
      const address = new URL(path(`${root}answers/${data.slug}.md`), site).href
      return `- [${data.order}. ${data.title}](${address}): ${data.short}`
    })
    return lines.join('\n')
  }
  const { zh, en } = siteWords
  return new Response(
    `# ${zh.name} · ${en.name}\n\n> ${zh.description}\n> ${en.description}\n\n## 中文\n\n${await list('zh')}\n\n## English\n\n${await list('en')}\n`,
  )
}
