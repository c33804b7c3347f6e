import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { pagesServer } from '../../src/serve/server.ts'

/** The site as it was built. */
export const dist = fileURLToPath(new URL('../../dist/', import.meta.url)).replace(/\/$/, '')

/** Serves a folder as GitHub Pages would, on a free port; `close` ends it. */
export async function served(folder: string): Promise<{ address: string; close: () => void }> {
  const server = pagesServer(folder, '/conv-faq')
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/conv-faq/`, close: () => server.close() }
}
