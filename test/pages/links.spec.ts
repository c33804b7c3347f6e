import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beginnings, crawl, filesOf } from './crawl.ts'
import { expect, test } from './site.ts'

const dist = resolve('dist')
const published = /<link rel="canonical" href="([^"]+)"/.exec(readFileSync(`${dist}/index.html`, 'utf8'))?.[1] ?? ''

test('every link, fragment and file of the site leads somewhere, and no file is led to by nothing', async ({
  baseURL,
}) => {
  const { reached, broken } = await crawl(baseURL ?? '', published, beginnings(dist))
  expect(broken).toEqual([])
  const files = filesOf(dist).map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
  expect(files.filter((file) => !reached.has(file))).toEqual([])
})
