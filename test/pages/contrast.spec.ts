import { seen } from './seen.ts'
import { expect, home, hydrated, test, widgets } from './site.ts'
import { use } from './use.ts'

// axe leaves SVG out; lines of a pixel are seen better at two device pixels each
test.use({ deviceScaleFactor: 2 })

const light = { colorScheme: 'light', forcedColors: 'none' } as const
const dark = { colorScheme: 'dark', forcedColors: 'none' } as const
const forced = { forcedColors: 'active' } as const
// colours are the same in both languages, places of words are not
const visits = [
  { lang: 'zh', used: false, modes: { light, dark, 'forced colours': { ...light, ...forced } } },
  { lang: 'en', used: true, modes: { light, dark, 'forced colours': { ...dark, ...forced } } },
] as const

for (const { lang, used, modes } of visits) {
  for (const widget of widgets) {
    test(`texts and marks of ${widget} stand out in every mode of colours, ${lang}, ${used ? 'used' : 'at first'}`, async ({
      page,
    }) => {
      await page.goto(`${home(lang)}embed/${widget}/`)
      const figure = await hydrated(page, widget)
      if (used) await use(figure)
      for (const [mode, media] of Object.entries(modes)) {
        await page.emulateMedia(media)
        const all = await seen(page)
        expect(all.length).toBeGreaterThan(5)
        const weak = all.filter(({ ratio, least }) => ratio < least)
        expect(
          weak.map(({ name, ratio, least }) => `${name}: ${ratio.toFixed(2)} < ${least}`),
          mode,
        ).toEqual([])
      }
    })
  }
}
