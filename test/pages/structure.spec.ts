import { signs } from '../../src/site/font-signs.ts'
import { answers } from '../content/answers.ts'
import { expect, figureIds, home, languages, test } from './site.ts'

const written = answers('zh')

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  for (const lang of languages) {
    test(`every canonical id, alias and slug is one place of the page, ${lang}`, async ({ page }) => {
      await page.goto(home(lang))
      const ids = await page.locator('[id]').evaluateAll((all) => all.map((each) => each.id))
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
      for (const { order, id, aliases, slug } of written) {
        for (const name of [id, slug, ...aliases]) expect(ids).toContain(name)
        const heading = page.locator(`[id="${id}"]`)
        await expect(heading).toHaveText(order <= 8 ? new RegExp(`^\\s*${order}\\s`) : new RegExp(`${order}\\s`))
        for (const name of [slug, ...aliases]) await expect(heading.locator(`[id="${name}"]`)).toHaveCount(1)
      }
    })

    test(`a fragment leads to its question, ${lang}`, async ({ page }) => {
      for (const fragment of ['61*1卷积的作用', 'user-content-7转置卷积的作用', 'q8', 'dilated']) {
        await page.goto(`${home(lang)}#${encodeURIComponent(fragment)}`)
        await expect(page.locator(`[id="${fragment}"]`)).toBeInViewport()
      }
    })

    test(`the contents open the page and name all questions, ${lang}`, async ({ page }) => {
      await page.goto(home(lang))
      const links = await page.locator('.nine nav a').evaluateAll((all) => all.map((each) => each.getAttribute('href')))
      expect(links.map((href) => decodeURIComponent(href ?? ''))).toEqual(written.slice(0, 8).map(({ id }) => `#${id}`))
    })

    test(`every figure is a finished picture with caption, numbers and description, ${lang}`, async ({ page }) => {
      await page.goto(home(lang))
      expect(await page.locator('figure[data-figure]').evaluateAll((all) => all.map((each) => each.id))).toEqual(
        figureIds,
      )
      for (const id of figureIds) {
        const figure = page.locator(`figure#${id}`)
        await expect(figure.locator('figcaption')).toContainText(lang === 'zh' ? /图 \d+\.\d/ : /Figure \d+\.\d/)
        await expect(figure.locator('svg:visible').first()).toBeVisible()
        await expect(figure.locator('[role="status"]')).toHaveCount(1)
        await expect(figure.locator('[role="status"]')).not.toBeEmpty()
        await expect(figure.locator('.deck')).toBeHidden()
      }
    })

    test(`formulas are whole, ${lang}`, async ({ page }) => {
      await page.goto(home(lang))
      await expect(page.locator('.katex-error')).toHaveCount(0)
      expect(await page.locator('.katex').count()).toBeGreaterThan(80)
      expect(await page.locator('.katex:not(:has(> math))').count()).toBe(0)
      const unruled = await page.locator('.katex [class]').evaluateAll((all) => {
        const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText)
        const classes = new Set(all.flatMap((each) => [...each.classList]))
        return [...classes].filter((name) => !rules.some((rule) => rule.includes(`.${name}`)))
      })
      expect(unruled, 'every class of a formula has a rule').toEqual([])
      const drawn = await page.locator('.katex > span, .katex i, .katex [class^="size"], var').evaluateAll((all) =>
        all.map((each) => {
          const copy = each.cloneNode(true) as Element
          for (const other of copy.querySelectorAll('i, [class^="size"]')) other.remove()
          return [getComputedStyle(each).fontFamily.split(',')[0], copy.textContent] as const
        }),
      )
      for (const [font, kept] of Object.entries(signs)) {
        const used = drawn.filter(([family]) => font.startsWith(family)).flatMap(([, text]) => [...(text ?? '')])
        expect(used.length, font).toBeGreaterThan(0)
        expect(
          used.filter((sign) => !kept.includes(sign)),
          `${font} keeps what is drawn with it`,
        ).toEqual([])
      }
      expect(await page.content()).not.toContain('#cc0000')
      const numbers = await page.locator('.eq .no').allTextContents()
      expect(new Set(numbers).size).toBe(numbers.length)
    })

    test(`headings descend one level at a time, ${lang}`, async ({ page }) => {
      await page.goto(home(lang))
      const levels = await page
        .locator('h1, h2, h3, h4')
        .evaluateAll((all) => all.map((each) => Number(each.tagName[1])))
      expect(levels[0]).toBe(1)
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      levels.slice(1).forEach((level, at) => {
        expect(level - levels[at]).toBeLessThanOrEqual(1)
      })
    })
  }
})

test('the language switch keeps the fragment and the states of figures', async ({ page }) => {
  await page.goto('./?transposed-conv.stride=3#q7')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL('en/?transposed-conv.stride=3#q7')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('link', { name: '中文' }).click()
  await expect(page).toHaveURL('./?transposed-conv.stride=3#q7')
})

test('the choice of colours holds for the next page', async ({ page }) => {
  await page.goto('./')
  await page.locator('#theme').getByText('深').click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.goto('en/')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('#theme').getByLabel('Dark')).toBeChecked()
})

test('a page that is not there answers in both languages', async ({ page }) => {
  const answer = await page.request.get('no-such-page/')
  expect(answer.status()).toBe(404)
  const text = await answer.text()
  expect(text).toContain('没有这一页')
  expect(text).toContain('No such page')
})
