import type { Locator, Page } from '@playwright/test'
import { expect, home, languages, test } from './site.ts'

const said = {
  zh: {
    fetching: '正在取网络的权重',
    slow: '网络慢',
    broken: '没有取到网络：下载中断了',
    thread: '没有取到网络：计算线程起不来',
    retry: '再试一次',
  },
  en: {
    fetching: 'Fetching the network’s weights',
    slow: 'The connection is slow',
    broken: 'could not be fetched: the download broke off',
    thread: 'could not be fetched: the computing thread did not start',
    retry: 'Try again',
  },
} as const
const weights = '**/_astro/weights.*.bin'

/** The network's figure alone, come near but not yet running. */
async function near(page: Page, lang: 'zh' | 'en'): Promise<{ figure: Locator; note: Locator; retry: Locator }> {
  await page.goto(`${home(lang)}embed/feature-depth/`)
  const figure = page.locator('figure#feature-depth')
  const note = figure.locator('.depth-note')
  return { figure, note, retry: note.getByRole('button', { name: said[lang].retry }) }
}

async function works({ figure, note }: { figure: Locator; note: Locator }): Promise<void> {
  await expect(figure.locator('.body.live')).toBeVisible({ timeout: 45_000 })
  await expect(note).toHaveCount(0)
  const status = figure.locator('[role="status"]')
  const before = (await status.textContent()) ?? ''
  await figure.locator('input[type="range"]:visible').first().press('ArrowRight')
  await expect(status).not.toHaveText(before)
}

for (const lang of languages) {
  const words = said[lang]

  test(`slow weights show how far they are, then that they are slow, ${lang}`, async ({ page }) => {
    let release = (): void => {}
    const held = new Promise<void>((done) => {
      release = done
    })
    await page.route(weights, async (route) => {
      await held
      await route.continue()
    })
    const { figure, note, retry } = await near(page, lang)
    const progress = note.getByRole('progressbar')
    await expect(note).toContainText(words.fetching)
    await expect.poll(() => progress.evaluate((each: HTMLProgressElement) => each.value / each.max)).toBeGreaterThan(0)
    expect(await progress.evaluate((each: HTMLProgressElement) => each.value / each.max)).toBeLessThan(1)
    await expect(figure.locator('svg:visible').first()).toBeVisible()
    await expect(figure.locator('[role="status"]')).not.toBeEmpty()
    await expect(note).toContainText(words.slow)
    await expect(retry).toBeVisible()
    release()
    await works({ figure, note })
  })

  test.describe(`the failure, ${lang}`, () => {
    // the browser itself tells the console of a request that failed
    test.use({ quiet: undefined })

    for (const [failure, status] of [
      ['a connection that breaks', 0],
      ['a server that refuses', 503],
    ] as const) {
      test(`${failure} is told with a way to try again, which works, ${lang}`, async ({ page }) => {
        let failed = 0
        await page.route(weights, async (route) => {
          await (status ? route.fulfill({ status }) : route.abort('connectionreset'))
          failed++
        })
        const { figure, note, retry } = await near(page, lang)
        await expect(note.and(page.getByRole('alert'))).toContainText(words.broken)
        await expect(figure.locator('svg:visible').first()).toBeVisible()
        await retry.click()
        // the alert of the first failure may stand until the second try begins: that it stands says nothing of the second
        await expect.poll(() => failed).toBe(2)
        await expect(note.and(page.getByRole('alert'))).toContainText(words.broken)
        await page.unroute(weights)
        await retry.click()
        await works({ figure, note })
      })
    }

    test(`a thread that does not start is told too, and tried again, ${lang}`, async ({ page }) => {
      await page.route('**/_astro/worker-*.js', (route) => route.abort())
      const { figure, note, retry } = await near(page, lang)
      await expect(note).toContainText(words.thread)
      await page.unroute('**/_astro/worker-*.js')
      await retry.click()
      await works({ figure, note })
    })
  })
}
