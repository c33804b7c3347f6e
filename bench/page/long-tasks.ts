// Tasks of over 50 ms while the page loads on a processor slowed to a fourth, as the browser itself reports them.
import { chromium } from '@playwright/test'
import { browser as path } from '../../test/browser.ts'
import { dist, served } from './serve.ts'

const runs = 10
const slower = 4

const site = await served(dist)
const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const browser = await chromium.launch({ executablePath: path(), args: [...root, '--disable-gpu'] })

async function longTasks(width: number): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width, height: 740 } })
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.addInitScript(() => {
    const long: number[] = []
    Object.assign(window, { long })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(Math.round(duration))
    }).observe({ type: 'longtask', buffered: true })
  })
  await page.goto(site.address, { waitUntil: 'networkidle' })
  await page.waitForTimeout(1500)
  const found = await page.evaluate(() => (window as unknown as { long: number[] }).long)
  await page.close()
  return found
}

for (const width of [1280, 360]) {
  const all: number[][] = []
  for (let run = 0; run < runs; run++) all.push(await longTasks(width))
  const none = all.filter((each) => each.length === 0).length
  console.log(
    `tasks over 50 ms at 1/${slower} of the speed, ${width} px: none in ${none} of ${runs} loads; the others, ms:`,
    all
      .filter((each) => each.length > 0)
      .map((each) => each.join('+'))
      .join(', ') || '-',
  )
}
await browser.close()
site.close()
