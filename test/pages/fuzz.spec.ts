import fc from 'fast-check'
import type { Fields } from '../../src/ui/fields.ts'
import { queriesOf } from '../widgets/random-queries.ts'
import { expect, home, hydrated, languages, test, widgets } from './site.ts'

/** Each widget's share of three hundred. */
const share = Math.ceil(300 / widgets.length)
const broken = /\b(NaN|undefined|Infinity)\b|\[object /

widgets.forEach((widget, at) => {
  test(`${widget} bears ${share} random queries in the browser`, async ({ page }) => {
    const { fields } = (await import(`../../src/widgets/${widget}/model.ts`)) as { fields: Fields }
    const [first, ...others] = fc.sample(queriesOf(widget, fields), { numRuns: share, seed: 300 })
    await page.goto(`${home(languages[at % 2])}embed/${widget}/?${first}`)
    const figure = await hydrated(page, widget)
    for (const query of [first, ...others]) {
      // a figure reads its address anew when it is told that it changed: quicker than a visit, and the same way in
      const seen = await figure.evaluate(async (each, search) => {
        history.replaceState(null, '', `?${search}`)
        dispatchEvent(new Event('popstate'))
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
        const said = each.querySelector('[role="status"]')?.textContent ?? ''
        const marked = [...each.querySelectorAll('svg, svg *, input, [style], [aria-label]')].flatMap((element) =>
          [...element.attributes].map(({ name, value }) => `${name}="${value}"`),
        )
        return { said, text: each.querySelector('.body.live')?.textContent ?? '', marked }
      }, query)
      expect(seen.text.length, query).toBeGreaterThan(seen.said.length)
      expect(seen.said.length, query).toBeGreaterThan(8)
      expect(seen.text, query).not.toMatch(broken)
      expect(
        seen.marked.filter((attribute) => broken.test(attribute)),
        query,
      ).toEqual([])
    }
  })
})
