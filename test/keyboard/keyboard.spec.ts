import type { Locator, Page } from '@playwright/test'
import { expect, home, hydrated, status, test, widgets } from '../pages/site.ts'

/** The keys that belong to a role, the second for when the first is at its end. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  slider: ['ArrowRight', 'ArrowLeft'],
  radio: ['ArrowDown', 'ArrowUp'],
  checkbox: ['Space'],
  combobox: ['ArrowDown', 'ArrowUp'],
  gridcell: ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'],
  spinbutton: ['Control+A 7', 'Control+A 2', 'Control+A 0'],
  textbox: ['Control+A 7', 'Control+A 2', 'Control+A 0'],
}
/** More stops than any figure has: a walk that is longer goes in circles. */
const most = 160

interface Stop {
  readonly heard: string
  readonly role: string
  readonly name: string
}

/** The element in focus as it is told: role, name, value. */
async function stopAt(focused: Locator): Promise<Stop> {
  const snapshot = (await focused.ariaSnapshot()).split('\n')[0].replace(/^- /, '').replace(/:$/, '')
  const [, role, name = ''] = /^'?(\w+)(?: "((?:[^"\\]|\\.)*)")?/.exec(snapshot) ?? []
  return { heard: snapshot.replace(/ \[active\]/, ''), role, name }
}

async function acted(
  page: Page,
  figure: Locator,
  role: string,
): Promise<{ key: string; own: boolean; says: string } | null> {
  const focused = page.locator(':focus')
  const said = async (): Promise<string> => (await status(figure).textContent()) ?? ''
  const state = async (): Promise<string> => {
    const held = await focused.evaluate((each: HTMLInputElement) => `${each.value} ${each.checked}`)
    return `${(await stopAt(focused)).heard} ${held}`
  }
  for (const key of keysOf[role]) {
    const before = { own: await state(), says: await said() }
    for (const each of key.split(' ')) await page.keyboard.press(each)
    for (let tries = 0; tries < 8; tries++) {
      const own = (await state()) !== before.own
      const says = await said()
      if (own || says !== before.says) {
        // what follows from a change may come a frame later
        await page.waitForTimeout(60)
        const now = await said()
        return { key, own, says: now === before.says ? '' : now }
      }
      await page.waitForTimeout(30)
    }
  }
  return null
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')

for (const widget of widgets) {
  test(widget, async ({ page }, info) => {
    await page.goto(`${home('en')}embed/${widget}/`)
    const figure = await hydrated(page, widget)
    const rows: string[] = []
    for (let stop = 0; stop < most; stop++) {
      await page.keyboard.press('Tab')
      const inside = await figure.evaluate((each) => each.contains(document.activeElement))
      if (!inside && rows.length > 0) break
      if (!inside) continue
      const focused = page.locator(':focus')
      const { heard, role, name } = await stopAt(focused)
      expect(name, `stop ${stop}: ${heard}`).not.toBe('')
      // of a field for a file its label is what is seen
      const seen = focused.and(page.locator(':not([type="file"])')).or(page.locator('label:has(:focus[type="file"])'))
      await expect(seen, heard).toBeInViewport()
      if (!keysOf[role]) {
        // a button acts, and acts back where it opened or started something, so that what follows is walked as it stands
        const elsewhere = await focused.evaluate((each: HTMLInputElement) =>
          each.type === 'file' ? 'the system asks for a file' : each.matches('a') ? 'another page' : '',
        )
        if (elsewhere) {
          rows.push(`| ${cell(heard)} | Enter | ${elsewhere} |`)
          continue
        }
        await page.keyboard.press('Enter')
        await page.waitForTimeout(60)
        const then = (await stopAt(page.locator(':focus'))).heard
        if (then !== heard) await page.keyboard.press('Enter')
        rows.push(`| ${cell(heard)} | Enter | ${then === heard ? '' : `own: ${cell(then)}`} |`)
        continue
      }
      const change = await acted(page, figure, role)
      expect(change, `${widget}: ${heard} answers none of ${keysOf[role].join(', ')}`).not.toBeNull()
      const says = change?.says ? cell(change.says) : ''
      rows.push(
        `| ${cell(heard)} | ${change?.key} | ${change?.own ? 'own' : ''}${change?.own && says ? '; ' : ''}${says} |`,
      )
    }
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.length, 'Tab leaves the figure').toBeLessThan(most)
    // back again, and out of the figure at its beginning
    await page.keyboard.press('Shift+Tab')
    expect(await figure.evaluate((each) => each.contains(document.activeElement))).toBe(true)
    const table = [`## ${widget}\n`, '| heard | key | says |', '| --- | --- | --- |', ...rows, '']
    await info.attach('table', { body: table.join('\n'), contentType: 'text/markdown' })
  })
}
