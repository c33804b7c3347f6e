import type { Locator } from '@playwright/test'

/** A control of a figure and the key of each press on it. */
export interface Control {
  readonly name: string
  readonly at: Locator
  /** Asked before every press, since a key that leads back is due at an end. */
  readonly key: (press: number) => Promise<string>
}

const end = (at: Locator): Promise<-1 | 0 | 1> =>
  at.evaluate((each) => {
    if (each instanceof HTMLSelectElement)
      return each.selectedIndex === 0 ? -1 : each.selectedIndex === each.length - 1 ? 1 : 0
    const { value, min, max } = each as HTMLInputElement
    return Number(value) <= Number(min) ? -1 : Number(value) >= Number(max) ? 1 : 0
  })

/** From one end to the other and back. */
function walk(at: Locator, forward: string, backward: string): Control['key'] {
  let way = 1
  return async () => {
    const where = await end(at)
    if (where !== 0) way = -where
    return way > 0 ? forward : backward
  }
}

const nameOf = (at: Locator): Promise<string> =>
  at.evaluate((each: HTMLInputElement) => {
    const of = each.closest('fieldset, [role="grid"]')
    const words =
      each.getAttribute('aria-label') ?? each.labels?.[0]?.querySelector('span')?.textContent ?? each.textContent ?? ''
    const group = each.type === 'radio' || each.type === 'number' ? of?.querySelector('legend')?.textContent : null
    const grid = each.getAttribute('role') === 'gridcell' ? of?.getAttribute('aria-label') : null
    return (group ?? grid ?? words).trim().replace(/\s+/g, ' ')
  })

type Kind = readonly [kind: string, selector: string, keys: (at: Locator) => Control['key']]
const turn = ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'] as const
const kinds: readonly Kind[] = [
  ['scrub', '.player input[type="range"]:enabled', (at) => walk(at, 'ArrowRight', 'ArrowLeft')],
  ['step', '.player .buttons button:last-child', () => async () => 'Enter'],
  ['slider', '.sliders input[type="range"]:enabled', (at) => walk(at, 'ArrowRight', 'ArrowLeft')],
  ['radio', 'input[type="radio"]:checked', () => async () => 'ArrowDown'],
  ['list', 'select', (at) => walk(at, 'ArrowDown', 'ArrowUp')],
  ['switch', 'input[type="checkbox"]', () => async () => 'Space'],
  ['cursor', '[role="gridcell"]', () => async (press) => turn[press % turn.length]],
  [
    'number',
    'input[type="number"][tabindex="0"], input[type="number"]:not([tabindex])',
    (at) => async (press) => {
      await at.evaluate((each: HTMLInputElement) => each.select())
      return String(1 + (press % 9))
    },
  ],
]

/** Every control of a figure that is in sight, each kind by the keys that belong to it. */
export async function controls(figure: Locator): Promise<Control[]> {
  const found: Control[] = []
  for (const [kind, selector, keys] of kinds) {
    for (const at of await figure.locator(selector).filter({ visible: true }).all())
      found.push({ name: `${kind}: ${await nameOf(at)}`, at, key: keys(at) })
  }
  return found
}
