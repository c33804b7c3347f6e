import { existsSync } from 'node:fs'
import { type BrowserType, chromium, firefox, webkit } from '@playwright/test'
import { browser } from '../browser.ts'
import { systemFirefox } from './firefox.ts'
import { systemWebKit } from './webkit.ts'
import { size, type Window } from './window.ts'

async function playwright(type: BrowserType, executablePath: string): Promise<Window> {
  const args = type === chromium && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const engine = await type.launch({ executablePath, args })
  const page = await engine.newPage({ viewport: size })
  return {
    version: engine.version(),
    open: async (url) => {
      await page.goto(url)
    },
    evaluate: (expression) => page.evaluate<string>(expression),
    press: (key) => page.keyboard.press(key),
    click: (x, y) => page.mouse.click(x, y),
    picture: () => page.screenshot(),
    close: () => engine.close(),
  }
}

export interface Engine {
  readonly name: string
  /** Null where no browser of this engine is installed. */
  start(): Promise<Window> | null
}
const own = (type: BrowserType): Promise<Window> | null => {
  const path = type.executablePath()
  return existsSync(path) ? playwright(type, path) : null
}
/** Playwright's own browsers where they are installed, else the system's. */
export const engines: readonly Engine[] = [
  { name: 'Chromium', start: () => playwright(chromium, browser()) },
  { name: 'Firefox', start: () => own(firefox) ?? systemFirefox() },
  { name: 'WebKit', start: () => own(webkit) ?? systemWebKit() },
]
