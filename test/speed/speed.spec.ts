import { expect, figures, home, hydrated, test, widgets } from '../pages/site.ts'
import { type Control, controls } from './controls.ts'
import { type Row, summary } from './table.ts'
import { type Press, watch } from './watch.ts'

const presses = 9
const slower = 4
/** From key to paint. */
const limit = 100

async function measured(control: Control, press: (key: string) => Promise<Press>): Promise<Row> {
  const all: Press[] = []
  await control.at.focus()
  for (let at = 0; at < presses; at++) all.push(await press(await control.key(at)))
  return summary(control.name, all)
}

for (const widget of widgets) {
  test(`embed ${widget}`, async ({ page }, info) => {
    await page.goto(`${home('en')}embed/${widget}/`)
    const figure = await hydrated(page, widget)
    const press = await watch(page, widget, slower)
    const reset = figure.getByRole('button', { name: 'Reset', exact: true })
    const rows: Row[] = []
    // a key that does nothing shows what the measurement itself takes
    for (const control of [{ name: 'nothing', at: reset, key: async () => 'Shift' }, ...(await controls(figure))]) {
      rows.push(await measured(control, press))
      await reset.click()
    }
    await info.attach('rows', { body: JSON.stringify(rows), contentType: 'application/json' })
    expect(rows.filter((row) => row.paint >= limit).map((row) => row.name)).toEqual([])
  })
}

for (const { id, page: where } of figures) {
  test(`among all answers ${id}`, async ({ page }, info) => {
    await page.goto(`${home('en')}${where}`)
    const figure = await hydrated(page, id)
    const press = await watch(page, id, slower)
    const [first] = await controls(figure)
    const rows = [await measured(first, press)]
    await info.attach('rows', { body: JSON.stringify(rows), contentType: 'application/json' })
    expect(rows.filter((row) => row.paint >= limit).map((row) => row.name)).toEqual([])
  })
}
