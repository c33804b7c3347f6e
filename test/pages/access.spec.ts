import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, figureIds, home, hydrated, languages, test } from './site.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const violations = async (page: Page): Promise<string[]> => {
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`))
}

for (const lang of languages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${lang}, ${colorScheme}`, () => {
      test.use({ colorScheme })
      test('axe finds nothing on the page of the questions, before and after its figures run', async ({ page }) => {
        test.setTimeout(180_000)
        await page.goto(home(lang))
        expect(await violations(page)).toEqual([])
        for (const id of figureIds) await hydrated(page, id)
        expect(await violations(page)).toEqual([])
      })
    })
  }

  for (const width of [320, 360, 768, 1024, 1280]) {
    test(`no sideways scrolling at ${width} px, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(home(lang))
      for (const id of figureIds) {
        await hydrated(page, id)
        expect(await page.evaluate(() => document.documentElement.scrollWidth), id).toBeLessThanOrEqual(width)
      }
    })
  }
}
