import { expect, test } from './site.ts'

test('every link and fragment inside the site leads somewhere', async ({ page, baseURL }) => {
  const root = baseURL ?? ''
  const seen = new Map<string, Set<string>>()
  const queue = [root, `${root}en/`]
  const broken: string[] = []
  const wanted: { from: string; page: string; fragment: string }[] = []
  while (queue.length) {
    const address = queue.pop() ?? ''
    if (seen.has(address)) continue
    seen.set(address, new Set())
    const answer = await page.request.get(address)
    if (answer.status() !== 200) broken.push(`${address} ${answer.status()}`)
    if (!answer.headers()['content-type']?.includes('html')) continue
    const html = await answer.text()
    seen.set(address, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)))
    for (const [, href] of html.matchAll(/<(?:a|link)\s[^>]*?href="([^"]+)"/g)) {
      const url = new URL(href.replaceAll('&amp;', '&'), address)
      if (url.origin !== new URL(root).origin) continue
      const bare = url.origin + url.pathname
      wanted.push({ from: address, page: bare, fragment: decodeURIComponent(url.hash.slice(1)) })
      queue.push(bare)
    }
  }
  expect(seen.size).toBeGreaterThan(3)
  for (const { from, page: to, fragment } of wanted) {
    if (fragment && !seen.get(to)?.has(fragment)) broken.push(`${from} → ${to}#${fragment}`)
  }
  expect([...new Set(broken)]).toEqual([])
})
