import { expect, figures, home, hydrated, languages, status, test } from './site.ts'
import { changedByKeyboard } from './use.ts'

test.describe('when a figure fails', () => {
  // the fault is told to the console, for whoever mends it
  test.use({ quiet: undefined })

  for (const lang of languages) {
    test(`an exception inside a figure leaves its picture and says so, and the page goes on, ${lang}`, async ({
      page,
    }) => {
      await page.addInitScript(() => {
        const find = URLSearchParams.prototype.get
        URLSearchParams.prototype.get = function (name: string) {
          if (name.startsWith('kernel-stack.')) throw new Error('planted fault')
          return find.call(this, name)
        }
      })
      await page.goto(home(lang))
      const figure = page.locator('figure#kernel-stack')
      const pictures = await figure.locator('svg:visible').count()
      const said = (await status(figure).textContent()) ?? ''
      await figure.evaluate((each) => each.scrollIntoView())
      await expect(figure.getByRole('alert')).toContainText(lang === 'zh' ? '这张图' : 'This figure')
      expect(pictures).toBeGreaterThan(0)
      await expect(figure.locator('svg:visible')).toHaveCount(pictures)
      await expect(status(figure)).toHaveText(said)
      await changedByKeyboard(page, 'transposed-conv')
    })
  }
})

test.describe('without the network', () => {
  // a thread whose script cannot be fetched is told to the console; the figure then computes in place
  test.use({ quiet: undefined })

  for (const where of ['', 'more/'] as const) {
    test(`a page that was loaded works on: every figure of ${where || 'the questions'}`, async ({ page, context }) => {
      test.setTimeout(300_000)
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(String(error)))
      const ids = figures.filter((figure) => figure.page === where).map(({ id }) => id)
      await page.goto(`${home('zh')}${where}`)
      for (const id of ids) await hydrated(page, id)
      await page.waitForLoadState('networkidle')
      await context.setOffline(true)
      expect(await page.evaluate(() => fetch('404.html').catch(() => 'offline'))).toBe('offline')
      for (const id of ids) await changedByKeyboard(page, id)
      expect(faults).toEqual([])
    })
  }

  test('what a thread would compute is computed in place: the effective field of a large input', async ({
    page,
    context,
  }) => {
    await page.goto('embed/receptive-field/')
    const figure = await hydrated(page, 'receptive-field')
    await page.waitForLoadState('networkidle')
    await context.setOffline(true)
    const before = (await status(figure).textContent()) ?? ''
    await page.evaluate(() => {
      history.replaceState(null, '', '?receptive-field.preset=vgg16')
      dispatchEvent(new Event('popstate'))
    })
    await expect(status(figure)).not.toHaveText(before)
    await expect(figure.locator('.spread')).not.toContainText('…', { timeout: 60_000 })
  })

  test('code that cannot be fetched says so', async ({ page, context }) => {
    await page.goto('embed/transposed-conv/')
    const figure = await hydrated(page, 'transposed-conv')
    await context.setOffline(true)
    await figure.getByRole('button', { name: 'PyTorch' }).click()
    await expect(figure.locator('.said')).toContainText('代码没能载入')
  })
})

test('the PyTorch code follows the figure', async ({ page }) => {
  await page.goto('embed/transposed-conv/')
  const figure = await hydrated(page, 'transposed-conv')
  await figure.getByRole('button', { name: 'PyTorch' }).click()
  const code = figure.getByRole('region', { name: 'PyTorch' })
  await expect(code).toContainText('stride=2')
  await figure.getByRole('slider', { name: '步幅' }).press('ArrowRight')
  await expect(code).toContainText('stride=3')
})
