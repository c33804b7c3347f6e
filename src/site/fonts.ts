import { promises as files } from 'node:fs'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'
import { signs } from './font-signs.ts'

const katex = new URL('../../node_modules/katex/dist/fonts/', import.meta.url)
const cut = new URL('../../.astro/fonts/', import.meta.url)

/** Cuts KaTeX's fonts down to `signs`, and serves them to style sheets and imports as `katex-fonts/…`. */
export function katexFonts(): Plugin {
  return {
    name: 'katex-fonts',
    async config() {
      await files.mkdir(cut, { recursive: true })
      for (const [name, text] of Object.entries(signs)) {
        const font = await subsetFont(await files.readFile(new URL(`${name}.woff2`, katex)), text, {
          targetFormat: 'woff2',
        })
        await files.writeFile(new URL(`${name}.woff2`, cut), font)
      }
      return { resolve: { alias: { 'katex-fonts': cut.pathname } } }
    },
  }
}
