import type { Lang } from '#ui/use-figure.ts'
import { type Answer, locale } from './nav.ts'

/** The questions with their short answers as schema.org's FAQPage. */
export function faq(answers: readonly Answer[], lang: Lang): string {
  const questions = answers.map(({ data }) => ({
    '@type': 'Question',
    name: data.title,
    acceptedAnswer: { '@type': 'Answer', text: data.short },
  }))
  const page = { '@context': 'https://schema.org', '@type': 'FAQPage', inLanguage: locale(lang), mainEntity: questions }
  return JSON.stringify(page).replaceAll('<', '\\u003c')
}
