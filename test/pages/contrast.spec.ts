import { seen } from './seen.ts'
import { expect, home, hydrated, test, widgets } from './site.ts'
import { use } from './use.ts'

// axe leaves SVG out; lines of a pixel are seen better at two device pixels each
test.use({ deviceScaleFactor: 2 })

// colours are the same in both languages, places of words are not
for (const [lang, used] of [
  ['zh', false],
  ['en', true],
] as const) {
  for (const widget of widgets) {
    test(`texts and marks of ${widget} stand out, light and dark, ${used ? 'after it is used' : 'at first'}, ${lang}`, async ({
      page,
    }) => {
      await page.goto(`${home(lang)}embed/${widget}/`)
      const figure = await hydrated(page, widget)
      if (used) await use(figure)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const all = await seen(page)
        expect(all.length).toBeGreaterThan(5)
        const weak = all.filter(({ ratio, least }) => ratio < least)
        expect(
          weak.map(({ name, ratio, least }) => `${name}: ${ratio.toFixed(2)} < ${least}`),
          colorScheme,
        ).toEqual([])
      }
    })
  }
}
