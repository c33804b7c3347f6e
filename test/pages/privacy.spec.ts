import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, home, hydrated, languages, test } from './site.ts'

test('pages that no reader works on are silent too, and keep nothing', async ({ page }) => {
  for (const where of ['404.html', 'network/', 'glossary/', 'en/network/', 'en/glossary/']) {
    await page.goto(where)
    await page.waitForLoadState('networkidle')
  }
})

test('the choice of colours is all that is ever kept, and choosing none takes it away', async ({ page }) => {
  const stored = (): Promise<Record<string, string>> => page.evaluate(() => ({ ...localStorage }))
  await page.goto('./')
  expect(await stored()).toEqual({})
  await page.locator('#theme').getByText('深').click()
  expect(await stored()).toEqual({ theme: 'dark' })
  await page.locator('#theme').getByText('自动').click()
  expect(await stored()).toEqual({})
})

/** What the page sends while something is done; that it fetches a script of its own to compute with sends nothing. */
async function requestsOf(page: Page, act: () => Promise<void>): Promise<string[]> {
  const asked: string[] = []
  page.on('request', (request) => {
    const asks = `${request.method()} ${request.url()}`
    if (!/^GET (data:|blob:|http:\/\/127\.0\.0\.1:\d+\/(?:[\w-]+\/)*_astro\/worker-[\w-]+\.js$)/.test(asks))
      asked.push(asks)
  })
  await act()
  await page.waitForTimeout(500)
  return asked
}
const buffer = readFileSync(new URL('../../public/pictures/cat-1.png', import.meta.url))

for (const lang of languages) {
  for (const [widget, query] of [
    ['conv-stepper', '?conv-stepper.mode=picture'],
    ['feature-depth', ''],
  ]) {
    test(`a picture of the reader's own stays in the page: ${widget}, ${lang}`, async ({ page }) => {
      await page.goto(`${home(lang)}embed/${widget}/${query}`)
      const figure = await hydrated(page, widget)
      await page.waitForLoadState('networkidle')
      const back = figure.getByRole('button', { name: lang === 'zh' ? /^(还用|回到|换回)/ : /^(Back|Use)/ })
      await expect(back).toHaveCount(0)
      const drawn = (): Promise<string[]> =>
        figure
          .locator('svg, canvas')
          .evaluateAll((all) =>
            all.map((each) => (each instanceof HTMLCanvasElement ? each.toDataURL() : each.outerHTML)),
          )
      const before = await drawn()
      const asked = await requestsOf(page, async () => {
        await figure.locator('input[type="file"]').setInputFiles({ name: 'own.png', mimeType: 'image/png', buffer })
        await expect(back).toBeVisible()
        await expect.poll(drawn, 'the picture is drawn and computed with').not.toEqual(before)
        expect(page.url()).not.toContain('own')
      })
      expect(asked).toEqual([])
    })
  }
}
