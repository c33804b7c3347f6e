/** What runs in the page under test. Each function is sent as its own source, so it may name nothing but its parameters. */

/** Stands first in every page, before its policy: keeps whatever goes wrong in `window.noise`. */
export function watch(): void {
  const noise: string[] = []
  Object.assign(window, { noise })
  const named = (target: EventTarget | null): string => (target instanceof Element ? target.outerHTML : 'script')
  addEventListener('error', (event) => noise.push(`${event.message ?? 'not loaded'}: ${named(event.target)}`), true)
  addEventListener('unhandledrejection', ({ reason }) => noise.push(`unhandled: ${reason}`))
  addEventListener('securitypolicyviolation', (event) => noise.push(`${event.violatedDirective}: ${event.blockedURI}`))
  const { error } = console
  console.error = (...said) => {
    noise.push(said.join(' '))
    error(...said)
  }
}

export interface Sight {
  /** The description, once the figure runs and is drawn. */
  readonly says: string | null
  readonly search: string
  readonly noise: readonly string[]
}
export function look(id: string): Sight {
  const live = document.querySelector(`#${id} .body.live`)
  const drawn = [...(live?.querySelectorAll('svg') ?? [])].some((each) => each.getBoundingClientRect().height > 40)
  const status = live?.querySelector('[role="status"]')?.textContent ?? null
  const { noise } = window as unknown as { noise: string[] }
  return { says: drawn ? status : null, search: location.search, noise }
}

/** Brings a control into sight, gives it the focus, and tells where its middle is. */
export function reach(id: string, control: string): { x: number; y: number } | null {
  const name = (each: Element): string => {
    const { labels } = each as HTMLInputElement
    return each.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? each.textContent ?? ''
  }
  const all = document.querySelectorAll<HTMLElement>(`#${id} :is(input, select, button, [role="gridcell"])`)
  const found = [...all].find((each) => each.checkVisibility() && name(each).trim().startsWith(control))
  if (!found) return null
  found.scrollIntoView({ block: 'center', behavior: 'instant' })
  found.focus()
  const { left, top, width, height } = found.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}
