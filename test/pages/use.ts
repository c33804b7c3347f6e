import type { Locator, Page } from '@playwright/test'
import { expect, hydrated, status } from './site.ts'

/** Opens the drawer of parameters where the window is narrow, and gives the native controls that are in sight. */
export async function controls(figure: Locator): Promise<Locator> {
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
export async function pressOn(control: Locator): Promise<void> {
  await control.focus()
  const kind = await control.evaluate((each: HTMLInputElement) => each.type)
  if (kind === 'checkbox') await control.press('Space')
  else if (kind === 'range') {
    const atEnd = await control.evaluate((each: HTMLInputElement) => Number(each.value) >= Number(each.max))
    await control.press(atEnd ? 'ArrowLeft' : 'ArrowRight')
  } else await control.press('ArrowDown')
}

/** Uses a figure: changes a control of every kind, moves its cursors, opens its code. */
export async function use(figure: Locator): Promise<void> {
  const all = await controls(figure)
  const kinds = new Set<string>()
  for (let at = 0; at < (await all.count()); at++) {
    const kind = await all.nth(at).evaluate((each: HTMLInputElement) => `${each.type} ${each.name}`)
    if (!kinds.has(kind)) await pressOn(all.nth(at))
    kinds.add(kind)
  }
  expect(kinds.size).toBeGreaterThan(0)
  // a choice may take a map away, and its cursor with it
  const cursors = figure.locator('[role="gridcell"]')
  for (let at = 0; at < (await cursors.count()); at++) await cursors.nth(at).press('ArrowRight')
  for (const opener of await figure.locator('.actions [aria-expanded]').all()) await opener.press('Enter')
}

export const ownQuery = (page: Page, id: string): string[] =>
  new URL(page.url()).search
    .slice(1)
    .split('&')
    .filter((part) => part.startsWith(`${id}.`))

export interface Said {
  readonly before: string
  readonly after: string
}

/** Presses on the figure's controls until one changes both its description and the address; gives the two descriptions. */
export async function changedByKeyboard(page: Page, id: string): Promise<Said> {
  const figure = await hydrated(page, id)
  const said = async (): Promise<string> => (await status(figure).textContent()) ?? ''
  const before = await said()
  const all = await controls(figure)
  expect(await all.count(), `${id} has controls`).toBeGreaterThan(0)
  for (let at = 0; at < (await all.count()); at++) {
    await pressOn(all.nth(at))
    for (let tries = 0; tries < 10; tries++) {
      if (ownQuery(page, id).length > 0 && (await said()) !== before) return { before, after: await said() }
      await page.waitForTimeout(50)
    }
  }
  throw new Error(`${id}: no control changes both the description and the address`)
}
