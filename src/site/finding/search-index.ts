import { render } from 'astro:content'
import { figuresOf, plain } from '#site/figures.ts'
import { answersOf, path } from '#site/nav.ts'
import { partOf, partOfPlace, partPath } from '#site/places.ts'
import { siteWords } from '#site/words.ts'
import type { Lang } from '#ui/use-figure.ts'
import { glossary } from './glossary.ts'
import { markdownOf } from './plain-answer.ts'
import type { Entry } from './search.ts'

/** Enough of a section to find it by its words and to show where one is; the whole would weigh as much as the page. */
const shownText = 220

/** The text under each heading of an answer, in the order of the headings. */
function sections(markdown: string): string[] {
  return markdown
    .split(/^### .*$/m)
    .slice(1)
    .map((text) => plain(text).replace(/\s+/g, ' '))
}

/** What can be found in a language: questions, their sections, figures and terms, most telling first. */
export async function searchIndex(lang: Lang): Promise<Entry[]> {
  const root = lang === 'en' ? '/en/' : '/'
  const words = siteWords[lang]
  const at = (place: string): string => path(`${root}${partPath[partOfPlace(place) ?? 'questions']}#${place}`)
  const answers = await answersOf(lang)
  const found: Entry[] = []
  for (const answer of answers) {
    const { data } = answer
    const page = path(`${root}${partPath[partOf(data.order)]}`)
    const name = `${data.order} ${data.title}`
    found.push({ kind: words.kinds.question, title: name, also: data.term, text: data.short, url: at(data.id) })
    const { headings } = await render(answer)
    const texts = sections(markdownOf(answer, lang))
    headings.forEach((heading, index) => {
      found.push({
        kind: words.kinds.section,
        title: heading.text,
        also: name,
        text: (texts[index] ?? '').slice(0, shownText),
        url: `${page}#${heading.slug}`,
      })
    })
  }
  for (const figure of await figuresOf(lang)) {
    const number = lang === 'zh' ? `图 ${figure.number}` : `Figure ${figure.number}`
    found.push({
      kind: words.kinds.figure,
      title: `${number} ${figure.title}`,
      also: figure.folder.replaceAll('-', ' '),
      text: figure.caption,
      url: at(figure.id),
    })
  }
  for (const term of glossary) {
    found.push({
      kind: words.kinds.term,
      title: lang === 'zh' ? term.zh : term.en,
      also: [lang === 'zh' ? term.en : term.zh, term.code, term.symbol].filter(Boolean).join(' '),
      text: lang === 'zh' ? term.zhText : term.enText,
      url: path(`${root}glossary/#${term.id}`),
    })
  }
  return found
}
