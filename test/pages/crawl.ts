import { readdirSync } from 'node:fs'

/** The files of a built site, as paths under its base. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
    .sort()

interface Reference {
  readonly from: string
  readonly to: string
}

const attribute = /\s(?:(?:href|src|component-url|renderer-url)=|content=(?="https?:))"([^"]*)"/g
const inStyle = /url\(["']?([^"')]+)["']?\)/g
const inScript = /["'`]((?:\/[^"'`\s]*)?\/_astro\/[^"'`\s]+|\.\/[\w.-]+\.js)["'`]/g
const inData = /"(?:url|@id|item)":"([^"]+)"/g
const inMarkdown = /\]\((https?:[^)\s]+)\)/g
const inXml = /<loc>([^<]+)<\/loc>/g
const inRobots = /^Sitemap: (\S+)$/gm

/** What a file refers to, as it is written there. */
function written(type: string, text: string): string[] {
  const all = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found)
  if (type.includes('html')) return [...all(attribute).map((value) => value.replaceAll('&amp;', '&')), ...all(inData)]
  if (type.includes('css')) return all(inStyle)
  if (type.includes('javascript')) return all(inScript)
  if (type.includes('xml')) return [...all(inXml), ...all(attribute)]
  if (type.includes('json')) return all(inData)
  return [...all(inMarkdown), ...all(inRobots)]
}

/**
 * Follows every link, fragment and file from the given places of a served site, and gives what leads nowhere.
 *
 * @param root where the site is served, with its base
 * @param published the same place in the addresses that the site writes of itself
 */
export async function crawl(
  root: string,
  published: string,
  places: readonly string[],
): Promise<{ readonly reached: ReadonlySet<string>; readonly broken: readonly string[] }> {
  const ids = new Map<string, ReadonlySet<string>>()
  const references: Reference[] = []
  const broken = new Set<string>()
  const queue = places.map((place) => new URL(place, root).href)
  for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
    if (ids.has(address)) continue
    const answer = await fetch(address)
    const type = answer.headers.get('content-type') ?? ''
    if (!answer.ok) broken.add(`${address} answers ${answer.status}`)
    const text = /html|css|javascript|json|xml|text/.test(type) ? await answer.text() : ''
    if (text === '') await answer.arrayBuffer().catch(() => undefined)
    ids.set(address, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)))
    for (const value of written(type, text)) {
      const url = new URL(value.startsWith(published) ? root + value.slice(published.length) : value, address)
      if (url.origin !== new URL(root).origin) continue
      if (!url.pathname.startsWith(new URL(root).pathname)) broken.add(`${address} → ${value}: outside the base`)
      references.push({ from: address, to: url.href })
      queue.push(url.origin + url.pathname)
    }
  }
  for (const { from, to } of references) {
    const url = new URL(to)
    const fragment = decodeURIComponent(url.hash.slice(1))
    if (fragment && !ids.get(url.origin + url.pathname)?.has(fragment)) broken.add(`${from} → ${to}: no such fragment`)
  }
  const reached = [...ids.keys()].map((address) => decodeURIComponent(address.slice(root.length)))
  return { reached: new Set(reached), broken: [...broken] }
}

/** Where a crawl begins: every page, and the files that machines ask for by name. */
export const beginnings = (folder: string): string[] => [
  ...filesOf(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1')),
  'robots.txt',
  'llms.txt',
  'search.json',
  'en/search.json',
]
