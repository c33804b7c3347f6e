import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { base } from '../browser.ts'
import { expect, figureIds, hydrated, test } from './site.ts'

const dist = new URL('../../dist/', import.meta.url)
const zipped = (file: string): number => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length
const kilobyte = 1000

/** What the page may weigh, in kB, gzip: no more than it does. The aims are 90, 14, 3, 45 and 50. */
const limits = { html: 95.5, css: 15.2, 'inline and first scripts': 3, 'all scripts': 141.5, fonts: 36 } as const

/** Bytes of the files of a kind that a visit fetches, gzip, by their names. */
function fetched(names: ReadonlySet<string>, kind: RegExp): number {
  return [...names].filter((name) => kind.test(name)).reduce((sum, name) => sum + zipped(name), 0)
}

test('the Chinese page stays within its budgets, and its figures are as tall before their scripts as after', async ({
  page,
}, info) => {
  test.setTimeout(240_000)
  const names = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith(base) && !pathname.endsWith('/')) names.add(decodeURIComponent(pathname.slice(base.length)))
  })
  await page.goto('./')
  await page.waitForLoadState('networkidle')
  await expect.poll(() => fetched(names, /\.js$/), 'the first scripts have come').toBeGreaterThan(0)
  const weights = {
    html: zipped('index.html'),
    css: fetched(names, /\.css$/),
    'inline and first scripts': fetched(names, /\.js$/) + gzipSync((await inlineScripts()).join('\n')).length,
    fonts: 0,
    'all scripts': 0,
  }
  const heights = (): Promise<string[]> =>
    page
      .locator('figure[data-figure]')
      .evaluateAll((all) => all.map((each) => `${each.id} ${each.getBoundingClientRect().height.toFixed(1)}`))
  await expect(page.locator('figure .body.live')).toHaveCount(0)
  // a figure far from the reader is not laid out yet, and is as tall as it was guessed to be
  await page.locator('article, article .body').evaluateAll((all) => {
    for (const each of all as HTMLElement[]) each.style.contentVisibility = 'visible'
  })
  const before = await heights()
  for (const id of figureIds) await hydrated(page, id)
  await page.waitForLoadState('networkidle')
  await expect.poll(heights).toEqual(before)
  weights['all scripts'] = fetched(names, /\.js$/)
  weights.fonts = [...names]
    .filter((name) => /\.woff2$/.test(name))
    .reduce((sum, name) => sum + readFileSync(new URL(name, dist)).length, 0)
  info.annotations.push({ type: 'weight', description: JSON.stringify(weights) })
  console.log('bytes, gzip:', JSON.stringify(weights))
  for (const [what, limit] of Object.entries(limits))
    expect.soft(weights[what as keyof typeof limits], what).toBeLessThanOrEqual(limit * kilobyte)
})

async function inlineScripts(): Promise<string[]> {
  const html = readFileSync(new URL('index.html', dist), 'utf8')
  return [...new Set([...html.matchAll(/<script(?![^>]*ld\+json)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code))]
}

for (const width of [1280, 390]) {
  test(`nothing moves while the page loads and scrolls, ${width} px`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize({ width, height: 720 })
    await page.addInitScript(() => {
      const moved: { value: number; what: string }[] = []
      Object.assign(window, { moved })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number
          hadRecentInput: boolean
          sources: { node?: Node }[]
        })[]) {
          if (entry.hadRecentInput) continue
          // the contents beside the text open the present question's sections as the reader scrolls: that is their work
          if (entry.sources.every(({ node }) => (node as Element | undefined)?.closest?.('.toc'))) continue
          const names = entry.sources.map(
            ({ node }) => (node as Element | undefined)?.closest?.('figure, article')?.id || node?.nodeName,
          )
          moved.push({ value: entry.value, what: names.join(' ') })
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto('./')
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    for (let y = 0; y < height; y += 500) {
      await page.mouse.wheel(0, 500)
      await page.waitForTimeout(60)
    }
    await page.waitForTimeout(500)
    const moved = await page.evaluate(() => (window as unknown as { moved: { value: number; what: string }[] }).moved)
    expect(moved).toEqual([])
  })
}

// the network's patches are fetched when a reader comes near its figure; its data is counted apart
test('no picture or script of the site is larger than it needs to be', () => {
  const heavy = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|png|webp|avif|svg)$/.test(name) && !/^card-|patches-/.test(name))
    .filter((name) => zipped(name) > 64 * kilobyte)
  expect(heavy).toEqual([])
})
