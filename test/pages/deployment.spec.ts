import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pagesServer } from '../../src/serve/server.ts'
import { beginnings, crawl, filesOf } from './crawl.ts'
import { expect, hydrated, test } from './site.ts'

// one after the other: builds of one folder share their caches
test.describe.configure({ mode: 'serial', timeout: 300_000 })

const folders: string[] = []
/** Builds the site into a folder of its own. */
function built(env: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'conv-faq-'))
  folders.push(folder)
  execFileSync(resolve('node_modules/.bin/astro'), ['build', '--outDir', folder, '--silent'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return folder
}
test.afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

test('two builds of one commit are the same to the byte', () => {
  const [first, second] = [resolve('dist'), built({})]
  const files = filesOf(first)
  expect(filesOf(second)).toEqual(files)
  expect(files.length).toBeGreaterThan(100)
  const differing = files.filter((file) => !readFileSync(join(first, file)).equals(readFileSync(join(second, file))))
  expect(differing).toEqual([])
})

for (const [place, base] of [
  ["a domain's root", '/'],
  ['another base', '/notes/convolution/'],
] as const) {
  test(`the site works at ${place}`, async ({ page }) => {
    const origin = 'https://example.org'
    const folder = built({ SITE_ORIGIN: origin, BASE_PATH: base })
    const server = pagesServer(folder, base)
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`
    try {
      const { reached, broken } = await crawl(root, origin + base, beginnings(folder))
      expect(broken).toEqual([])
      expect(reached.size).toBeGreaterThan(100)
      // a figure that computes in the page, and one with files and a thread of its own
      await page.goto(`${root}en/more/`)
      await hydrated(page, 'grouped-conv')
      await page.goto(`${root}embed/feature-depth/`)
      await hydrated(page, 'feature-depth')
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })
}
