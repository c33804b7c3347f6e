/**
 * `npm run test:engines`: uses every figure of the built site in Chromium, Firefox and WebKit, and prints a line an engine.
 * One that is not installed is told; asked for by name (ENGINES=firefox,webkit) or by ENGINES=all, it is a failure.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pagesServer } from '../../src/serve/server.ts'
import { widgets } from '../pages/site.ts'
import { engines } from './engine.ts'
import { look, reach, type Sight, watch } from './page.ts'
import { type Use, uses } from './uses.ts'
import type { Window } from './window.ts'

const patience = 60_000
const pictures = resolve('test-results/engines')

/** The site as it is served, with the watching script put before everything else of a page. */
async function serve(): Promise<{ readonly address: string; readonly close: () => void }> {
  const site = pagesServer(resolve('dist'), '/conv-faq').listen(0, '127.0.0.1')
  const inner = `http://127.0.0.1:${await listening(site)}`
  const server = createServer(async (request, response) => {
    const answer = await fetch(inner + request.url, { redirect: 'manual' })
    const type = answer.headers.get('content-type') ?? ''
    const body = type.startsWith('text/html')
      ? (await answer.text()).replace('<head>', `<head><script>(${watch})()</script>`)
      : new Uint8Array(await answer.arrayBuffer())
    response.writeHead(answer.status, { 'content-type': type }).end(body)
  }).listen(0, '127.0.0.1')
  const address = `http://127.0.0.1:${await listening(server)}/conv-faq/`
  return {
    address,
    close: () => {
      for (const each of [server, site]) {
        each.close()
        each.closeAllConnections()
      }
    },
  }
}
const listening = (server: ReturnType<typeof createServer>): Promise<number> =>
  new Promise((ready) => server.once('listening', () => ready((server.address() as AddressInfo).port)))

async function inPage<A extends unknown[], R>(window: Window, does: (...args: A) => R, ...args: A): Promise<R> {
  return JSON.parse(await window.evaluate(`JSON.stringify((${does})(...${JSON.stringify(args)}))`))
}

/** Looks until the figure is as wanted; throws what it sees when patience ends, or at once when anything went wrong. */
async function seen(window: Window, id: string, wanted: string, holds: (sight: Sight) => boolean): Promise<Sight> {
  const until = Date.now() + patience
  for (;;) {
    const sight = await inPage(window, look, id)
    if (sight.noise.length > 0) throw new Error(sight.noise.join('\n'))
    if (sight.says !== null && holds(sight)) return sight
    if (Date.now() > until) throw new Error(`waited for ${wanted}, saw ${JSON.stringify(sight)}`)
    await pause(100)
  }
}

async function tryUse(window: Window, address: string, use: Use): Promise<void> {
  const { widget, from = '', control, by, writes, says } = use
  const page = `${address}${from.replace(/\?.*/, '')}embed/${widget}/`
  await window.open(page + from.replace(/^[^?]*/, ''))
  await seen(window, widget, 'a figure that runs', (sight) => !sight.says?.includes(says))
  const middle = await inPage(window, reach, widget, control)
  if (!middle) throw new Error(`no control ${control}`)
  if (by === 'click') await window.click(middle.x, middle.y)
  else await window.press(by)
  const changed = (sight: Sight): boolean =>
    !!sight.says?.includes(says) && sight.search.includes(`${widget}.${writes}`)
  const after = await seen(window, widget, `${writes}, ${says}`, changed)
  await window.open(page + after.search)
  await seen(window, widget, after.says ?? '', (sight) => sight.says === after.says)
}

// an end from outside is an end like any other, so that no browser stays behind
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const { address, close } = await serve()
const untried = widgets.filter((widget) => !uses.some((use) => use.widget === widget))
for (const widget of untried) console.log(`${widget}: no use of this figure in uses.ts`)
let failures = untried.length
const asked = process.env.ENGINES?.toLowerCase().split(',') ?? []
for (const { name, start } of engines) {
  const wanted = asked.includes('all') || asked.includes(name.toLowerCase())
  if (asked.length > 0 && !wanted) continue
  let window = await start()
  if (!window) {
    console.log(`${name}: absent`)
    if (wanted) failures++
    continue
  }
  let failed = 0
  for (const use of uses) {
    try {
      await tryUse(window, address, use)
    } catch (error) {
      failed++
      const what = `${use.from ?? ''}${use.widget}, ${use.control} by ${use.by}`
      console.log(`${name}: ${what}: ${error}`)
      const picture = await window.picture().catch(() => null)
      mkdirSync(pictures, { recursive: true })
      if (picture) writeFileSync(`${pictures}/${name}-${use.widget}.png`, picture)
      // what failed may have taken the browser with it
      await window.close()
      window = (await start()) as Window
    }
  }
  console.log(`${name} ${window.version}: ${uses.length - failed} passed, ${failed} failed`)
  failures += failed
  await window.close()
}
close()
process.exitCode = failures > 0 ? 1 : 0
