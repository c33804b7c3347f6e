import { expect, home, languages, test } from './site.ts'

/** An A4 page less the browser's margins of a centimetre, in CSS pixels. */
const sheet = { width: 718, height: 1047 }

for (const lang of languages) {
  for (const where of ['', 'more/'] as const) {
    test(`print: whole figures' parts on pages, and nothing over anything, ${lang}/${where}`, async ({ page }) => {
      await page.goto(`${home(lang)}${where}`)
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize(sheet)
      // Rows of a grid and contained boxes stay where they were when something above them moves to the next page.
      const fixed = await page.locator('figure[data-figure]').evaluateAll((figures) =>
        figures.flatMap((figure) => {
          const around: Element[] = []
          for (let each = figure.parentElement; each; each = each.parentElement) around.push(each)
          const rigid = around.filter((each) => !/^(block|flow-root)$/.test(getComputedStyle(each).display))
          const contained = [figure, ...around].filter((each) => getComputedStyle(each).contain !== 'none')
          return [...rigid, ...contained].map((each) => `${figure.id} in ${each.tagName} ${each.className}`)
        }),
      )
      expect(fixed).toEqual([])
      const parts = await page
        .locator('figure[data-figure] :is(figcaption, .status, .ctl, .size, svg, table)')
        .evaluateAll((all) =>
          all
            .filter((each) => each.getBoundingClientRect().height > 0)
            .map((each) => ({
              name: `${each.closest('figure')?.id} ${each.tagName} ${each.getAttribute('class') ?? ''}`,
              height: each.getBoundingClientRect().height,
              keeps: getComputedStyle(each).breakInside,
            })),
        )
      expect(parts.length).toBeGreaterThan(where ? 50 : 100)
      expect(parts.filter(({ height }) => height > sheet.height)).toEqual([])
      expect(parts.filter(({ keeps }) => keeps !== 'avoid')).toEqual([])
      await expect(page.locator('.toc, .deck, .actions').filter({ visible: true })).toHaveCount(0)
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
      const pages = [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length
      console.log(`${lang}/${where}: ${pages} printed pages`)
      expect(pages).toBeGreaterThan(where ? 15 : 35)
      expect(pages).toBeLessThan(where ? 30 : 60)
    })
  }
}
