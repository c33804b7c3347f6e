import { rehypeHeadingIds, unified } from '@astrojs/markdown-remark'
import mdx from '@astrojs/mdx'
import preact from '@astrojs/preact'
import sitemap from '@astrojs/sitemap'
import { defineConfig } from 'astro/config'
import rehypeKatex from 'rehype-katex'
import remarkMath from 'remark-math'
import { katexFonts } from './src/site/fonts.ts'
import { rehypeLightKatex } from './src/site/light-katex.ts'
import { rehypeAnswer, rehypeBase } from './src/site/markdown.ts'

/** Where the site lives: GitHub Pages gives both; a domain's root is BASE_PATH=/ */
const site = process.env.SITE_ORIGIN || 'https://conv-faq.github.io'
const base = process.env.BASE_PATH || '/conv-faq'

/**
 * Vite's loader of dynamic imports preloads what they need in turn; each of ours is one file, so a bare import() is as fast.
 * What is left of the loader is no file of its own.
 */
const bareImports = {
  name: 'bare-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : undefined),
  generateBundle(_, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (/preload-helper\.[^/]*\.js$/.test(name)) delete bundle[name]
      else file.code &&= file.code.replace(/import\{\w+ as (\w+)\}from"\.\/preload-helper\.[^"]+";/, 'const $1=e=>e();')
      if (file.code?.includes('preload-helper')) throw new Error(`${name} asks for the loader that is no file`)
    }
  },
}

/**
 * What two figures share (each is two islands, one a language) comes in one script: fewer requests, better packed. Solid
 * bodies are drawn on the page of further questions alone and stay out of it.
 */
const shared = {
  name: 'figure',
  test: /node_modules\/preact\/|src\/ui\/(?!zh|en|Solid)|src\/conv-math\//,
  minShareCount: 4,
}

/** One style sheet for all pages, which packs better than three; what an .astro file styles comes with its pages alone. */
const style = { name: 'style', test: /src\/(ui|site|widgets)\/[^?]*\.css$/ }

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  compressHTML: true,
  i18n: { locales: ['zh-CN', 'en'], defaultLocale: 'zh-CN', routing: { prefixDefaultLocale: false } },
  integrations: [
    mdx(),
    preact(),
    sitemap({
      filter: (page) => !page.includes('/embed/'),
      i18n: { defaultLocale: 'zh-CN', locales: { 'zh-CN': 'zh-CN', en: 'en' } },
    }),
  ],
  markdown: {
    syntaxHighlight: 'prism',
    processor: unified({
      gfm: true,
      smartypants: false,
      remarkPlugins: [remarkMath],
      rehypePlugins: [rehypeHeadingIds, rehypeAnswer, [rehypeBase, { base }], rehypeKatex, rehypeLightKatex],
    }),
  },
  build: { inlineStylesheets: 'never' },
  vite: {
    build: { assetsInlineLimit: 0, modulePreload: false },
    plugins: [katexFonts(), bareImports],
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [shared] } } } } },
      prerender: { build: { rolldownOptions: { output: { codeSplitting: { groups: [style] } } } } },
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      styleDirective: {
        resources: [
          { resource: "'self'", kind: 'element' },
          { resource: "'unsafe-inline'", kind: 'attribute' },
        ],
      },
    },
  },
  devToolbar: { enabled: false },
})
