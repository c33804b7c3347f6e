import { expect, home, hydrated, languages, test, widgets } from './site.ts'

/** What a screen reader is told of each figure as it first stands. `npm run pages told -- -u` writes it anew: read it before you commit it. */
for (const lang of languages) {
  for (const widget of widgets) {
    test(`${widget} is told as it was when it was last read, ${lang}`, async ({ page }) => {
      await page.goto(`${home(lang)}embed/${widget}/`)
      await expect(await hydrated(page, widget)).toMatchAriaSnapshot({ name: `${widget}.${lang}.aria.yml` })
    })
  }
}
