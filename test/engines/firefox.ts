import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { clicking, pressing } from './actions.ts'
import { program } from './program.ts'
import { size, type Window } from './window.ts'

const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox']
const quiet = ['app.update.enabled', 'browser.shell.checkDefaultBrowser', 'datareporting.policy.dataSubmissionEnabled']

type Answer = { readonly id?: number; readonly result?: never; readonly error?: string; readonly message?: string }

/** Commands of WebDriver BiDi over its socket, each answered under its own number. */
async function bidi(address: string): Promise<<T>(method: string, params: object) => Promise<T>> {
  const socket = new WebSocket(`${address}/session`)
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.addEventListener('message', ({ data }) => {
    const answer: Answer = JSON.parse(String(data))
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  })
  await new Promise((open, fail) => {
    socket.addEventListener('open', open)
    socket.addEventListener('error', () => fail(new Error(`no answer from ${address}`)))
  })
  let last = 0
  return (method, params) =>
    new Promise((done, fail) => {
      const id = ++last
      waiting.set(id, ({ result, error, message }) => {
        waiting.delete(id)
        if (error) fail(new Error(`${method}: ${error}, ${message}`))
        else done(result as never)
      })
      socket.send(JSON.stringify({ id, method, params }))
    })
}

async function start(path: string): Promise<Window> {
  const profile = mkdtempSync(join(tmpdir(), 'conv-faq-firefox-'))
  writeFileSync(join(profile, 'user.js'), quiet.map((name) => `user_pref('${name}', false)\n`).join(''))
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']
  const { child, said, end } = program(path, args, ['ignore', 'ignore', 'pipe'])
  const address = await said(child.stderr as Readable, /WebDriver BiDi listening on (ws:\S+)/)
  const send = await bidi(address)
  const { capabilities } = await send<{ capabilities: { browserVersion: string } }>('session.new', { capabilities: {} })
  // in the first tab the field of the address has the focus, and no key would activate anything
  const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' })
  await send('browsingContext.setViewport', { context, viewport: size })
  const act = (actions: readonly object[]): Promise<void> => send('input.performActions', { context, actions })
  return {
    version: capabilities.browserVersion,
    open: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await send<{
        result?: { value: string }
        exceptionDetails?: { text: string }
      }>('script.evaluate', { expression, target: { context }, awaitPromise: true })
      if (!result) throw new Error(exceptionDetails?.text ?? expression)
      return result.value
    },
    press: (key) => act(pressing(key)),
    click: (x, y) => act(clicking(x, y)),
    picture: async () => {
      const { data } = await send<{ data: string }>('browsingContext.captureScreenshot', { context })
      return Buffer.from(data, 'base64')
    },
    close: async () => {
      await end()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** A Firefox of the system, which speaks WebDriver BiDi itself. */
export function systemFirefox(): Promise<Window> | null {
  const path = places.find((each) => existsSync(each))
  return path ? start(path) : null
}
