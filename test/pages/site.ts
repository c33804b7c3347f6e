import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, type Locator, type Page, test as plain } from '@playwright/test'

export const languages = ['zh', 'en'] as const
export type Lang = (typeof languages)[number]
/** The page of the questions, relative to the base. */
export const home = (lang: Lang): string => (lang === 'en' ? 'en/' : './')

/** What the page keeps in the browser beside the choice of colours: nothing. */
async function kept(page: Page): Promise<string[]> {
  const cookies = (await page.context().cookies()).map(({ name }) => `cookie ${name}`)
  if (!page.url().startsWith('http')) return cookies
  const stored = await page.evaluate(async () => [
    ...Object.keys(localStorage).filter((key) => key !== 'theme'),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  ])
  return [...cookies, ...stored.map((name) => `stored ${name}`)]
}

/**
 * A page that must stay silent: no console error, no exception, no violation of the security policy (the browser tells of it as
 * an error), no foreign request; and that keeps nothing.
 */
export const test = plain.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page, javaScriptEnabled }, use) => {
      const noise: string[] = []
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) noise.push(message.text())
      })
      page.on('pageerror', (error) => noise.push(String(error)))
      page.on('request', (request) => {
        if (!/^(http:\/\/127\.0\.0\.1:\d+\/|data:|blob:)/.test(request.url())) noise.push(`request to ${request.url()}`)
      })
      await use(undefined)
      expect(noise).toEqual([])
      if (javaScriptEnabled !== false) expect(await kept(page)).toEqual([])
    },
    { auto: true },
  ],
})
export { expect }

const folder = new URL('../../src/widgets/', import.meta.url)
/** The folders of the widgets, which are the names of their embed pages. */
export const widgets = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/Widget.tsx`, folder)))
  .map((entry) => entry.name)

const figureTag = /<([A-Z]\w+)\s+id="([a-z0-9-]+)" number=/g
const content = new URL('../../content/zh/', import.meta.url)
const folderOf = (name: string): string => name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()

export interface FigureOfPage {
  readonly id: string
  /** Its page under the language's root. */
  readonly page: '' | 'more/'
}
/** The figures in the order of the answers, with the page that each stands on. */
export const figures: readonly FigureOfPage[] = readdirSync(content)
  .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
  .flatMap((file) =>
    [...readFileSync(new URL(file, content), 'utf8').matchAll(figureTag)]
      .filter(([, name]) => widgets.includes(folderOf(name)))
      .map(([, , id]) => ({ id, page: Number.parseInt(file, 10) <= 8 ? ('' as const) : ('more/' as const) })),
  )
/** The ids of the figures of the eight questions, and of the six more. */
export const figureIds = figures.filter(({ page }) => page === '').map(({ id }) => id)
export const moreIds = figures.filter(({ page }) => page === 'more/').map(({ id }) => id)

/** The figure, scrolled to and running. The page scrolls itself: Playwright's own way waits seconds for a long page to be still. */
export async function hydrated(page: Page, id: string): Promise<Locator> {
  const figure = page.locator(`figure#${id}`)
  await figure.evaluate((each) => each.scrollIntoView({ behavior: 'instant' }))
  // the network of question 2 has files to fetch and a thread to start before its figure runs
  await expect(figure.locator('.body.live')).toBeVisible({ timeout: 45_000 })
  return figure
}

export const status = (figure: Locator): Locator => figure.locator('[role="status"]').first()
