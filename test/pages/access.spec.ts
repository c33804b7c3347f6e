import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, figureIds, figures, home, hydrated, languages, moreIds, test } from './site.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What axe finds: all rules in light colours; in dark ones contrast alone, since nothing else depends on colours. */
const violations = async (page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> => {
  const axe = new AxeBuilder({ page })
  const { violations: found } = await (colorScheme === 'light'
    ? axe.withTags(tags)
    : axe.withRules(['color-contrast'])
  ).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`))
}

for (const lang of languages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${lang}, ${colorScheme}`, () => {
      test.use({ colorScheme })
      test('axe finds nothing on the other pages', async ({ page }) => {
        test.setTimeout(480_000)
        for (const where of ['more/', 'glossary/', 'network/', 'embed/transposed-conv/']) {
          await page.goto(`${home(lang)}${where}`)
          if (where === 'more/') for (const id of moreIds) await hydrated(page, id)
          expect(await violations(page, colorScheme), where).toEqual([])
        }
      })

      test('axe finds nothing on the page of the questions, before and after its figures run', async ({ page }) => {
        test.setTimeout(480_000)
        await page.goto(home(lang))
        expect(await violations(page, colorScheme)).toEqual([])
        for (const id of figureIds) await hydrated(page, id)
        expect(await violations(page, colorScheme)).toEqual([])
      })
    })
  }

  for (const where of ['', 'more/', 'glossary/', 'network/']) {
    test(`no sideways scrolling from 320 to 1280 px, ${lang}/${where}`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 800 })
      await page.goto(`${home(lang)}${where}`)
      for (const { id } of figures.filter((figure) => figure.page === where)) await hydrated(page, id)
      for (const width of [320, 360, 768, 1024, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width)
      }
    })
  }
}
