import { resolve } from 'node:path'
import { pagesServer } from '../../src/serve/server.ts'
import { base, port } from '../browser.ts'

/** The built site on the port of the configuration, served as GitHub Pages would. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = pagesServer(resolve('dist'), base)
  await new Promise<void>((ready, fail) => {
    server.on('error', fail)
    server.listen(port, '127.0.0.1', ready)
  })
  return () => new Promise((done) => server.close(() => done()))
}
