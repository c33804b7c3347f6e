import type { Answer } from '#site/nav.ts'

type Lang = 'zh' | 'en'
const stamps = { zh: ['误', '正'], en: ['Wrong', 'Right'] } as const

/** An answer as plain Markdown: components become what they say, figures become their captions. */
export function markdownOf({ data, body = '' }: Answer, lang: Lang): string {
  const [wrong, right] = stamps[lang]
  const figure = lang === 'zh' ? '图' : 'Figure'
  const text = body
    .replace(
      /<([A-Z]\w+)\s+id="[^"]*" number="([^"]*)" title="([^"]*)"[^>]*>([\s\S]*?)<\/\1>/g,
      `> **${figure} $2** $3 $4`,
    )
    .replace(/<Try [^>]*>([\s\S]*?)<\/Try>/g, '$1')
    .replace(/<Wrong>([\s\S]*?)<\/Wrong>/g, `- **${wrong}** $1`)
    .replace(/<Right>([\s\S]*?)<\/Right>/g, `  **${right}** $1`)
    .replace(/<Question>([\s\S]*?)<\/Question>/g, '**$1**')
    .replace(/<Note>([\s\S]*?)<\/Note>/g, '> $1')
    .replace(/<\/?[A-Z]\w*>/g, '')
    .replace(/<\/?(dfn|strong|span)[^>]*>/g, '**')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  const sources = data.sources.map(
    ({ authors, title, where, url }, at) => `${at + 1}. ${authors}. ${title}. [${where}](${url})`,
  )
  return `# ${data.order}. ${data.title}\n\n> ${data.short}\n\n${text}\n\n### ${lang === 'zh' ? '出处' : 'Sources'}\n\n${sources.join('\n')}\n`
}
