import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { createGzip } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.wasm': 'application/wasm',
}
const compressed = /html|css|javascript|json|svg|xml|text/

function send(response: ServerResponse, status: number, file: string, gzip: boolean): void {
  const type = types[extname(file)] ?? 'application/octet-stream'
  const zip = gzip && compressed.test(type)
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'max-age=600',
    vary: 'accept-encoding',
    ...(zip ? { 'content-encoding': 'gzip' } : { 'content-length': statSync(file).size }),
  })
  const stream = createReadStream(file)
  if (zip) stream.pipe(createGzip()).pipe(response)
  else stream.pipe(response)
}

/**
 * A server that behaves like GitHub Pages: files under the base, a folder without its slash redirected, 404.html for
 * what is not there, gzip where the browser takes it.
 */
export function pagesServer(folder: string, base: string): Server {
  const prefix = base.replace(/\/$/, '')
  return createServer((request, response) => {
    const gzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    const missing = (): void => send(response, 404, join(folder, '404.html'), gzip)
    if (pathname !== prefix && !pathname.startsWith(`${prefix}/`)) return missing()
    let inside: string
    try {
      inside = normalize(decodeURIComponent(pathname.slice(prefix.length) || '/'))
    } catch {
      return missing()
    }
    const file = join(folder, inside)
    if (!file.startsWith(folder)) return missing()
    const isFolder = existsSync(file) && statSync(file).isDirectory()
    if (isFolder && !pathname.endsWith('/')) {
      response.writeHead(301, { location: `${pathname}/${search}` }).end()
      return
    }
    const target = isFolder ? join(file, 'index.html') : file
    if (existsSync(target)) send(response, 200, target, gzip)
    else missing()
  })
}
