import type { Locator, Page } from '@playwright/test'
import { expect, figureIds, figures, home, hydrated, type Lang, languages, status, test, widgets } from './site.ts'
import { changedByKeyboard, ownQuery, type Said } from './use.ts'

/** The figure of a page that was loaded again: it says what it said, and forgets it when it is reset. */
async function restoredThenReset(page: Page, id: string, lang: Lang, { before, after }: Said): Promise<Locator> {
  const figure = await hydrated(page, id)
  await expect(status(figure), id).toHaveText(after)
  await figure.getByRole('button', { name: lang === 'zh' ? '重置' : 'Reset' }).click()
  await expect(status(figure), id).toHaveText(before)
  await expect.poll(() => ownQuery(page, id)).toEqual([])
  return figure
}

/** A grid is one tab stop, and an arrow key moves its cell. */
async function gridsMove(page: Page, figure: Locator): Promise<void> {
  const grids = figure.locator('[role="grid"]')
  for (let at = 0; at < (await grids.count()); at++) {
    const cell = grids.nth(at).locator('[role="gridcell"]')
    await expect(cell).toHaveCount(1)
    const [rows, columns] = await grids
      .nth(at)
      .evaluate((each) => [each.getAttribute('aria-rowcount'), each.getAttribute('aria-colcount')].map(Number))
    if (rows * columns <= 1) continue
    await cell.focus()
    const before = await cell.getAttribute('aria-label')
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
      await page.keyboard.press(key)
      if ((await cell.getAttribute('aria-label')) !== before) break
    }
    expect(await cell.getAttribute('aria-label'), `grid ${at}`).not.toBe(before)
  }
}

/** Figures whose widget stands on the pages under another name, some in another initial state; the others are tested alone. */
const renamed = figures.filter(({ id }) => !widgets.includes(id))

for (const lang of languages) {
  test.describe(lang, () => {
    for (const widget of widgets) {
      test(`${widget}, alone, answers the keyboard, writes its address, and is restored from it`, async ({ page }) => {
        await page.goto(`${home(lang)}embed/${widget}/`)
        await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex')
        await expect(page.locator('figure[data-figure]')).toHaveCount(1)
        const said = await changedByKeyboard(page, widget)
        await page.reload()
        const figure = await restoredThenReset(page, widget, lang, said)
        await expect(figure.locator('svg:visible').first()).toBeVisible()
        await gridsMove(page, figure)
        const sliders = figure.getByRole('slider')
        await expect(figure.getByRole('slider', { name: /./ })).toHaveCount(await sliders.count())
        await expect(figure.getByRole('button', { name: lang === 'zh' ? '复制链接' : 'Copy link' })).toBeVisible()
        await figure.getByRole('button', { name: lang === 'zh' ? '嵌入' : 'Embed' }).click()
        await expect(figure.locator('pre').last()).toContainText(`/embed/${widget}/`)
      })
    }

    for (const where of ['', 'more/'] as const) {
      test(`figures side by side on ${lang}/${where} keep their own states in one address`, async ({ page }) => {
        const ids = renamed.filter((figure) => figure.page === where).map(({ id }) => id)
        expect(ids.length).toBeGreaterThan(0)
        await page.goto(`${home(lang)}${where}`)
        const said = new Map<string, Said>()
        for (const id of ids) said.set(id, await changedByKeyboard(page, id))
        await page.reload()
        for (const [id, each] of said) await gridsMove(page, await restoredThenReset(page, id, lang, each))
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
  })
}
