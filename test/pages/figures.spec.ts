import type { Locator, Page } from '@playwright/test'
import { expect, figureIds, figures, home, hydrated, languages, status, test, widgets } from './site.ts'

/** Opens the drawer of parameters where the window is narrow, and gives the native controls that are in sight. */
async function controls(figure: Locator): Promise<Locator> {
  const drawer = figure.locator('details.params')
  if (await drawer.count()) {
    await drawer.evaluate((each: HTMLDetailsElement) => {
      each.open = true
    })
  }
  return figure.locator(
    'input[type="range"]:enabled:visible, select:visible, input[type="checkbox"]:visible, input[type="radio"]:visible',
  )
}

/** Changes one native control by keyboard alone. */
async function pressOn(control: Locator): Promise<void> {
  await control.focus()
  const kind = await control.evaluate((each: HTMLInputElement) => each.type)
  if (kind === 'checkbox') await control.press('Space')
  else if (kind === 'range') {
    const atEnd = await control.evaluate((each: HTMLInputElement) => Number(each.value) >= Number(each.max))
    await control.press(atEnd ? 'ArrowLeft' : 'ArrowRight')
  } else await control.press('ArrowDown')
}

const ownQuery = (page: Page, id: string): string[] =>
  new URL(page.url()).search
    .slice(1)
    .split('&')
    .filter((part) => part.startsWith(`${id}.`))

for (const lang of languages) {
  test.describe(lang, () => {
    for (const { id, page: where } of figures) {
      test(`${id} answers the keyboard, writes its address, and is restored from it`, async ({ page }) => {
        await page.goto(`${home(lang)}${where}`)
        const figure = await hydrated(page, id)
        const before = await status(figure).textContent()
        const all = await controls(figure)
        expect(await all.count()).toBeGreaterThan(0)
        let changed = false
        for (let at = 0; at < (await all.count()) && !changed; at++) {
          await pressOn(all.nth(at))
          await page.waitForTimeout(350)
          changed = ownQuery(page, id).length > 0 && (await status(figure).textContent()) !== before
        }
        expect(changed, 'a control changes both the description and the address').toBe(true)
        const after = await status(figure).textContent()
        await page.reload()
        const again = await hydrated(page, id)
        await expect(status(again)).toHaveText(after ?? '')
        await again.getByRole('button', { name: lang === 'zh' ? '重置' : 'Reset' }).click()
        await expect(status(again)).toHaveText(before ?? '')
        await expect.poll(() => ownQuery(page, id)).toEqual([])
      })
    }

    test('nonsense in every field of every figure leaves the page as it was', async ({ page }) => {
      await page.goto(home(lang))
      const said = await page.locator('figure [role="status"]').allTextContents()
      const nonsense = ['NaN', '-999999', '%00%F0%9F', '1e309', 'a:b,c~d', '__proto__']
      const names = ['inputSize', 'kernelSize', 'step', 'preset', 'layers', 'x', 'w', 'toString']
      const query = figureIds.flatMap((id) =>
        names.map((name, at) => `${id}.${name}=${nonsense[at % nonsense.length]}`),
      )
      await page.goto(`${home(lang)}?${query.join('&')}&%E0%A4%A=1&=&&`)
      for (const id of figureIds) await hydrated(page, id)
      expect(await page.locator('figure [role="status"]').count()).toBe(said.length)
      for (const text of await page.locator('figure [role="status"]').allTextContents()) {
        expect(text).not.toMatch(/NaN|undefined|Infinity/)
        expect(text.length).toBeGreaterThan(8)
      }
    })

    test('a grid is one tab stop, and arrow keys choose its cell', async ({ page }) => {
      await page.goto(home(lang))
      for (const id of figureIds) {
        const figure = await hydrated(page, id)
        const cells = figure.locator('[role="gridcell"]')
        for (let at = 0; at < (await cells.count()); at++) {
          const cell = cells.nth(at)
          await cell.focus()
          const before = await cell.getAttribute('aria-label')
          for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
            await cell.press(key)
            if ((await cell.getAttribute('aria-label')) !== before) break
          }
          const grid = figure.locator('[role="grid"]').nth(at)
          if (Number(await grid.getAttribute('aria-rowcount')) * Number(await grid.getAttribute('aria-colcount')) > 1)
            expect(await cell.getAttribute('aria-label'), `${id}, grid ${at}`).not.toBe(before)
        }
      }
    })

    test('a phrase sets its figure, and is an ordinary address besides', async ({ page }) => {
      await page.goto(home(lang))
      const phrases = page.locator('a[data-try]')
      expect(await phrases.count()).toBeGreaterThanOrEqual(28)
      const phrase = page.locator('a[data-try="transposed-conv"]').first()
      const href = (await phrase.getAttribute('href')) ?? ''
      await phrase.click()
      for (const pair of href.slice(1).split('#')[0].split('&')) expect(page.url()).toContain(pair)
      const figure = await hydrated(page, 'transposed-conv')
      const said = await status(figure).textContent()
      await page.goto(`${home(lang)}${href}`)
      await expect(status(await hydrated(page, 'transposed-conv'))).toHaveText(said ?? '')
    })

    for (const widget of widgets) {
      test(`the embed page of ${widget} shows the figure alone`, async ({ page }) => {
        await page.goto(`${home(lang)}embed/${widget}/`)
        await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex')
        const figure = await hydrated(page, widget)
        await expect(page.locator('figure[data-figure]')).toHaveCount(1)
        await expect(figure.locator('svg:visible').first()).toBeVisible()
        const sliders = figure.getByRole('slider')
        await expect(figure.getByRole('slider', { name: /./ })).toHaveCount(await sliders.count())
        await figure.getByRole('button', { name: lang === 'zh' ? '嵌入' : 'Embed' }).click()
        await expect(figure.locator('pre').last()).toContainText(`/embed/${widget}/`)
      })
    }
  })
}
