import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Readable } from 'node:stream'
import { clicking, pressing } from './actions.ts'
import { type Program, program } from './program.ts'
import { size, type Window } from './window.ts'

const driver = '/usr/bin/WebKitWebDriver'
/** The small browser that comes with WebKitGTK, in a folder of the machine's kind and the library's version. */
function miniBrowser(): string | undefined {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((each) => each.endsWith('-linux-gnu')) : []
  const paths = folders.flatMap((folder) =>
    ['4.1', '6.0'].map((of) => `/usr/lib/${folder}/webkit2gtk-${of}/MiniBrowser`),
  )
  return paths.find((path) => existsSync(path))
}

/** A screen for a machine that has none. */
async function screen(): Promise<{ readonly display: string; readonly xvfb?: Program }> {
  if (process.env.DISPLAY) return { display: process.env.DISPLAY }
  const args = ['-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp']
  const xvfb = program('Xvfb', args, ['ignore', 'ignore', 'ignore', 'pipe'])
  return { display: `:${await xvfb.said(xvfb.child.stdio[3] as Readable, /(\d+)\n/)}`, xvfb }
}

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => found(port))
    })
  })

async function start(binary: string): Promise<Window> {
  const { display, xvfb } = await screen()
  const port = await freePort()
  const args = ['--host=127.0.0.1', `--port=${port}`]
  const { child, end } = program(driver, args, 'ignore', { ...process.env, DISPLAY: display })
  const send = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const init = body ? { method, body: JSON.stringify(body) } : { method }
    for (let tries = 0; ; tries++) {
      const answer = await fetch(`http://127.0.0.1:${port}/session${path}`, init).catch((error) => {
        // the driver takes a moment before it listens
        if (tries > 50 || child.exitCode !== null) throw error
      })
      if (!answer) {
        await new Promise((later) => setTimeout(later, 100))
        continue
      }
      const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } }
      if (value?.error) throw new Error(`${path}: ${value.error}, ${value.message}`)
      return value
    }
  }
  const options = { binary, args: ['--automation'] }
  const { sessionId, capabilities } = await send<{ sessionId: string; capabilities: { browserVersion: string } }>(
    'POST',
    '',
    { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } },
  )
  const post = <T>(path: string, body: object): Promise<T> => send('POST', `/${sessionId}/${path}`, body)
  await post('window/rect', { x: 0, y: 0, ...size })
  return {
    version: capabilities.browserVersion,
    open: (url) => post('url', { url }),
    evaluate: (expression) => post('execute/sync', { script: `return ${expression}`, args: [] }),
    press: (key) => post('actions', { actions: pressing(key) }),
    click: (x, y) => post('actions', { actions: clicking(x, y) }),
    picture: async () => Buffer.from(await send<string>('GET', `/${sessionId}/screenshot`), 'base64'),
    close: async () => {
      // a session whose page has crashed is gone already
      await send('DELETE', `/${sessionId}`).catch(() => undefined)
      await end()
      await xvfb?.end()
    },
  }
}

/** WebKitGTK of the system, by its own WebDriver. */
export function systemWebKit(): Promise<Window> | null {
  const binary = existsSync(driver) ? miniBrowser() : undefined
  return binary ? start(binary) : null
}
