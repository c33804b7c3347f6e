// First and largest contentful paint of the page and of its bare text, alternately, each with an empty cache.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { browser as path } from '../../test/browser.ts'
import { dist, served } from './serve.ts'

const runs = 15

/** The same text in the same elements, without scripts, styles, pictures and attributes. */
function bare(html: string): string {
  return html
    .replace(/<(script|style|svg|math|noscript)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<(?:link|meta(?! charset))[^>]*>/g, '')
    .replace(/<\/?astro-[^>]*>/g, '')
    .replace(/<(?!meta|!)([a-z][a-z0-9]*)\s(?:[^>"]|"[^"]*")*>/g, '<$1>')
}

interface Paints {
  readonly first: number
  readonly largest: number
}
async function paints(browser: Browser, address: string): Promise<Paints> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForTimeout(500)
  const found = await page.evaluate(
    () =>
      new Promise<Paints>((done) => {
        const first = performance.getEntriesByName('first-contentful-paint')[0].startTime
        new PerformanceObserver((list) => {
          done({ first, largest: list.getEntries().at(-1)?.startTime ?? Number.NaN })
        }).observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )
  await context.close()
  return found
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

const folder = mkdtempSync(join(tmpdir(), 'bare-'))
writeFileSync(join(folder, 'index.html'), bare(readFileSync(join(dist, 'index.html'), 'utf8')))
writeFileSync(join(folder, '404.html'), '')
const [site, text] = [await served(dist), await served(folder)]
const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const browser = await chromium.launch({ executablePath: path(), args: [...root, '--disable-gpu'] })
const all: { page: Paints[]; bare: Paints[] } = { page: [], bare: [] }
await paints(browser, site.address)
for (let run = 0; run < runs; run++) {
  all.page.push(await paints(browser, site.address))
  all.bare.push(await paints(browser, text.address))
}
await browser.close()
site.close()
text.close()
rmSync(folder, { recursive: true })
console.log(`${runs} runs each, medians in ms; the aim is a ratio of 1.5`)
for (const what of ['first', 'largest'] as const) {
  const [ours, theirs] = [all.page, all.bare].map((each) => median(each.map((run) => run[what])))
  console.log(
    `${what} contentful paint: page ${ours.toFixed(0)}, bare ${theirs.toFixed(0)}, ratio ${(ours / theirs).toFixed(2)}`,
  )
}
