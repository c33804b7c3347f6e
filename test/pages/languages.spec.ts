import { readdirSync, readFileSync } from 'node:fs'
import { base } from '../browser.ts'
import { expect, figureIds, home, hydrated, type Lang, languages, moreIds, test } from './site.ts'

const source = new URL('../../src/', import.meta.url)
const dist = new URL('../../dist/', import.meta.url)
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
const textOf = (names: readonly string[]): string =>
  names.map((name) => readFileSync(new URL(name, source), 'utf8')).join('\n')

/** Pieces of the sentences that figures speak in one language, and that no other source holds: names, what an exception says. */
function spoken(lang: Lang): string[] {
  const piece = lang === 'zh' ? /[\u4e00-\u9fff]{2,}/g : /[A-Za-z]+(?: [a-z]+){2,}/g
  const own = new RegExp(`^(ui|widgets/[^/]+)/${lang}\\.ts$`)
  const others = textOf(files.filter((name) => !own.test(name)))
  return (textOf(files.filter((name) => own.test(name))).match(piece) ?? []).filter((text) => !others.includes(text))
}

for (const lang of languages) {
  const other = lang === 'zh' ? 'en' : 'zh'
  test(`no script of a page in ${lang} holds a word of the figures in ${other}`, async ({ page }) => {
    test.setTimeout(240_000)
    const scripts = new Set<string>()
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (pathname.endsWith('.js')) scripts.add(pathname.slice(base.length))
    })
    await page.goto(home(lang))
    for (const id of figureIds) await hydrated(page, id)
    await page.goto(`${home(lang)}more/`)
    for (const id of moreIds) await hydrated(page, id)
    const text = [...scripts].map((name) => readFileSync(new URL(name, dist), 'utf8')).join('\n')
    expect(
      spoken(lang).filter((piece) => text.includes(piece)).length,
      'its own words are found in the scripts',
    ).toBeGreaterThan(500)
    expect(spoken(other).filter((piece) => text.includes(piece))).toEqual([])
  })
}
