import type { Page } from '@playwright/test'
import { expect, home, languages, test } from './site.ts'

const widths = [360, 1280]
const far = 'article:last-of-type .body'

for (const lang of languages) {
  for (const width of widths) {
    test.describe(`${lang}, ${width} px`, () => {
      test.use({ viewport: { width, height: 740 } })
      for (const part of ['', 'more/']) {
        test(`an answer takes about the room that is kept for it: /${part}`, async ({ page }) => {
          await page.goto(home(lang) + part)
          const heights = (): Promise<number[]> =>
            page.locator('article').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
          const style = (value: string): Promise<void> =>
            page.locator('article, article .body').evaluateAll((all, value) => {
              for (const each of all as HTMLElement[]) each.style.contentVisibility = value
            }, value)
          await style('hidden')
          const kept = await heights()
          await style('visible')
          const taken = await heights()
          for (const [at, height] of kept.entries())
            expect(Math.abs(height / taken[at] - 1), `answer ${at + 1}`).toBeLessThan(0.2)
          const sum = (all: number[]): number => all.reduce((total, each) => total + each)
          expect(Math.abs(sum(kept) / sum(taken) - 1)).toBeLessThan(0.1)
        })
      }

      test('what is far from the reader is not laid out, and a link to it leads there', async ({ page }) => {
        await page.goto(home(lang))
        expect(await laidOut(page, 'article:first-of-type')).toBe(true)
        expect(await laidOut(page, far)).toBe(false)
        const ids = await page
          .locator('article :is(h2, h3, .fig)')
          .evaluateAll((all) => all.map(({ id }) => id).filter((_, at) => at % 8 === 6))
        const top = await page.evaluate(() =>
          Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop),
        )
        for (const id of [...ids].reverse()) {
          await page.evaluate((id) => {
            location.hash = id
          }, id)
          await page.waitForTimeout(300)
          await expect.poll(() => topOf(page, id), id).toBeCloseTo(top, -1)
        }
      })

      for (const from of ['an address', 'the page']) {
        test(`a reload finds the place again that a link in ${from} led to`, async ({ page }) => {
          const id = 'dilated-2'
          await page.goto(from === 'the page' ? home(lang) : `${home(lang)}#${id}`)
          await page.evaluate((id) => {
            location.hash = id
          }, id)
          await expect.poll(() => laidOut(page, 'article:nth-of-type(8)')).toBe(true)
          await page.mouse.wheel(0, 240)
          // settled: all above is as tall as it is
          await expect.poll(() => laidOut(page, 'article:nth-of-type(7) .body >> nth=1')).toBe(true)
          const before = await topOf(page, id)
          await page.reload()
          await expect.poll(() => topOf(page, id)).toBeCloseTo(before, -1)
          expect(await laidOut(page, far)).toBe(true)
        })
      }
    })
  }
}

const topOf = (page: Page, id: string): Promise<number> =>
  page.evaluate((id) => document.getElementById(id)!.getBoundingClientRect().top, id)

const laidOut = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((each) => each.checkVisibility({ contentVisibilityAuto: true }))

test('no list stands in a page as it is served: browsers that fill in forms would lay out all of it', async ({
  request,
}) => {
  for (const lang of languages) expect(await (await request.get(home(lang))).text()).not.toContain('<select')
})
