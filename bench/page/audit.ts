// Lighthouse on the built Chinese page, as a phone and as a desktop, with what keeps a category from 100.
import { launch } from 'chrome-launcher'
import lighthouse, { desktopConfig } from 'lighthouse'
import { browser } from '../../test/browser.ts'
import { dist, served } from './serve.ts'

const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const site = await served(dist)
const chrome = await launch({ chromePath: browser(), chromeFlags: ['--headless=new', '--disable-gpu', ...root] })
for (const [device, config] of [['phone', undefined] as const, ['desktop', desktopConfig] as const]) {
  const result = await lighthouse(site.address, { port: chrome.port, logLevel: 'error' }, config)
  if (!result) throw new Error('Lighthouse gave no result')
  const { categories, audits } = result.lhr
  console.log(`Lighthouse, ${device}:`)
  for (const { title, score, auditRefs } of Object.values(categories)) {
    console.log(`  ${title} ${Math.round((score ?? 0) * 100)}`)
    for (const { id, weight } of auditRefs) {
      const audit = audits[id]
      if (weight > 0 && audit.score !== null && audit.score < 0.995)
        console.log(`    ${audit.title}: ${audit.displayValue ?? audit.score}`)
    }
  }
}
chrome.kill()
site.close()
