import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { base } from '../browser.ts'
import { expect, home, languages, test } from './site.ts'

const dist = new URL('../../dist/', import.meta.url)
const root = new URL('../../', import.meta.url)
const read = (file: string): string => readFileSync(new URL(file, dist), 'utf8')
const built = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .sort()
const folderOf = (file: string): string => file.replace(/index\.html$/, '')
const isEmbed = (file: string): boolean => /(^|\/)embed\//.test(file)
const isEnglish = (file: string): boolean => file.startsWith('en/')
/** What readers are to find: every page but the embeds and the one that is not there. */
const found = built.filter((file) => !isEmbed(file) && file !== '404.html')
const chineseOf = (file: string): string => folderOf(file).replace(/^en\//, '')

const one = (html: string, pattern: RegExp): string => {
  const all = [...html.matchAll(new RegExp(pattern, 'g'))].map(([, value]) => value)
  expect(all, String(pattern)).toHaveLength(1)
  return all[0]
}
const path = (address: string): string => {
  const { protocol, pathname, hash } = new URL(address)
  expect(protocol).toBe('https:')
  return pathname.slice(base.length) + decodeURIComponent(hash)
}

test('every page has its language, one title of its own, and a description', () => {
  expect(found).toHaveLength(8)
  const titles = found.map((file) => {
    const html = read(file)
    expect(one(html, /<html lang="([^"]+)"/), file).toBe(isEnglish(file) ? 'en' : 'zh-CN')
    expect(one(html, /<meta name="description" content="([^"]+)"/).length, file).toBeGreaterThan(15)
    return one(html, /<title>([^<]+)<\/title>/)
  })
  expect(new Set(titles).size).toBe(titles.length)
})

test('every page names itself, and itself in the other language; what is not to be found says so', () => {
  for (const file of found) {
    const html = read(file)
    expect(path(one(html, /<link rel="canonical" href="([^"]+)"/)), file).toBe(folderOf(file))
    const alternates = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)]
    expect(
      alternates.map(([, lang, address]) => [lang, path(address)]),
      file,
    ).toEqual([
      ['zh-CN', chineseOf(file)],
      ['en', `en/${chineseOf(file)}`],
      ['x-default', chineseOf(file)],
    ])
    expect(html, file).not.toContain('content="noindex"')
  }
  const embeds = built.filter(isEmbed)
  expect(embeds).toHaveLength(36)
  for (const file of [...embeds, '404.html'])
    expect(read(file), file).toContain('<meta name="robots" content="noindex">')
})

test('the canonical address of an embed page is its figure among the answers', () => {
  for (const file of built.filter(isEmbed)) {
    const [page, id] = path(one(read(file), /<link rel="canonical" href="([^"]+)"/)).split('#')
    expect(page.startsWith('en/'), file).toBe(isEnglish(file))
    const place = new RegExp(`<figure [^>]*\\bid="${id}"`)
    expect(place.test(read(`${page}index.html`)), `${file}: #${id}`).toBe(true)
  }
})

test('the sitemap lists what is to be found and nothing else, each with both languages; robots.txt leads to it', () => {
  const entries = read('sitemap-0.xml').split('<url>').slice(1)
  const listed = entries.map((entry) => path(one(entry, /<loc>([^<]+)<\/loc>/)))
  expect(listed.toSorted()).toEqual(found.map(folderOf).toSorted())
  for (const [at, entry] of entries.entries()) {
    const alternates = [...entry.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, lang, href]) => [
      lang,
      path(href),
    ])
    const chinese = chineseOf(listed[at])
    expect(Object.fromEntries(alternates), listed[at]).toEqual({ 'zh-CN': chinese, en: `en/${chinese}` })
  }
  const [, sitemap] = /^Sitemap: (\S+)$/m.exec(read('robots.txt')) ?? []
  expect(existsSync(new URL(path(sitemap), dist))).toBe(true)
})

test('every answer leads to the file that is edited, and tells the day of its last change', () => {
  for (const lang of languages) {
    const pages = ['', 'more/'].map((page) => read(`${lang === 'en' ? 'en/' : ''}${page}index.html`))
    const edits = pages.flatMap((html) => [...html.matchAll(/href="([^"]+)\/edit\/main\/([^"]+)"/g)])
    const files = readdirSync(new URL(`content/${lang}/`, root)).map((name) => `content/${lang}/${name}`)
    expect(edits.map(([, , file]) => file).toSorted()).toEqual(files.toSorted())
    const days = pages.flatMap((html) =>
      [...html.matchAll(/(?:更新于|Updated) (\d{4}-\d\d-\d\d)/g)].map(([, day]) => day),
    )
    expect(days).toHaveLength(files.length)
    for (const [at, [, , file]] of edits.entries()) {
      const day = execFileSync('git', ['log', '-1', '--format=%cs', '--', file], { cwd: root, encoding: 'utf8' }).trim()
      expect(days[at], file).toBe(day)
    }
  }
})

test('landmarks: one banner, one main, one footer; navigations and regions have names of their own', () => {
  for (const file of [...found, '404.html']) {
    const html = read(file)
    for (const tag of ['<header class="site"', '<main', '<footer'])
      expect(html.split(tag).length - 1, `${file} ${tag}`).toBe(1)
    const names = [...html.matchAll(/<(?:nav|aside)\b([^>]*)>/g)].map(([, attributes]) => {
      const [, name] = /aria-label="([^"]+)"/.exec(attributes) ?? []
      expect(name, `${file}: <nav${attributes}>`).toBeTruthy()
      return name
    })
    expect(new Set(names).size, `${file}: ${names}`).toBe(names.length)
    expect(html.match(/<h1[ >]/g), file).toHaveLength(1)
  }
})

for (const lang of languages) {
  for (const where of ['', 'more/', 'glossary/', 'network/']) {
    test(`the first Tab reaches the skip link, which leads past the head of the page, ${lang}/${where}`, async ({
      page,
    }) => {
      await page.goto(`${home(lang)}${where}`)
      await page.keyboard.press('Tab')
      const skip = page.locator('a.skip')
      await expect(skip).toBeFocused()
      await expect(skip).toBeInViewport()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      // the next stop lies in the main part, not in the head of the page again
      const place = await page.evaluate(() => {
        const target = document.querySelector(decodeURIComponent(location.hash).replace(/^#(\d)/, '#\\3$1 '))
        const focused = document.activeElement
        return {
          inMain: focused?.closest('main') !== null && focused?.closest('main') !== undefined,
          after: Boolean(
            target && focused && (target.contains(focused) || target.compareDocumentPosition(focused) & 4),
          ),
        }
      })
      expect(place).toEqual({ inMain: true, after: true })
    })
  }
}
