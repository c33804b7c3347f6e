import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, figures, home, hydrated, languages, test, widgets } from './site.ts'
import { use } from './use.ts'

const sitemap = readFileSync(new URL('../../dist/sitemap-0.xml', import.meta.url), 'utf8')
/** Every page that is to be found, relative to the base, and the one that is not. */
const pages = [...sitemap.matchAll(/<loc>https?:\/\/[^/]+\/conv-faq\/([^<]*)<\/loc>/g)].map(([, where]) => where)
const figuresOn = (where: string): string[] =>
  figures.filter(({ page }) => page === where.replace(/^en\//, '')).map(({ id }) => id)

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What axe finds by all its rules. The pages have no frames, and what passes is of no interest: both would cost it most of its time. */
async function expectNothing(page: Page, ...schemes: ('light' | 'dark')[]): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme })
    const axe = new AxeBuilder({ page }).options({ runOnly: tags, resultTypes: ['violations'] }).setLegacyMode()
    const { violations } = await axe.analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
    )
    expect(found, colorScheme).toEqual([])
  }
}

test('the sitemap names the pages of both languages', () => {
  for (const where of ['', 'more/', 'glossary/', 'network/'])
    for (const root of ['', 'en/']) expect(pages).toContain(root + where)
})

for (const where of [...pages, '404.html']) {
  test(`axe finds nothing on /${where}, before and after its figures run`, async ({ page }) => {
    test.setTimeout(480_000)
    await page.goto(`./${where}`)
    await expectNothing(page, 'light', 'dark')
    const ids = figuresOn(where)
    for (const id of ids) await hydrated(page, id)
    if (ids.length) await expectNothing(page, 'light', 'dark')
  })

  test(`no sideways scrolling from 320 to 1280 px, /${where}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(`./${where}`)
    for (const id of figuresOn(where)) await hydrated(page, id)
    for (const width of [320, 360, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width)
    }
  })
}

for (const lang of languages) {
  for (const widget of widgets) {
    test(`axe finds nothing on the embed page of ${widget}, before and after it is used, ${lang}`, async ({ page }) => {
      await page.goto(`${home(lang)}embed/${widget}/`)
      const figure = await hydrated(page, widget)
      await expectNothing(page, 'light')
      await use(figure)
      await expectNothing(page, 'light', 'dark')
      // 320 px is also what a window of 1280 px shows at 400 %
      for (const width of [1280, 700, 320]) {
        await page.setViewportSize({ width, height: 256 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        // what is below the picture is cut at its edges
        const cut = await figure.locator('.bench').evaluateAll((all) => all.map((b) => b.scrollWidth - b.clientWidth))
        expect(cut, `${width}`).toEqual(cut.map(() => 0))
      }
    })
  }
}
