import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { partOf, partOfPlace, partPath } from './places.ts'

const hasClass = (node: ElementContent | undefined, name: string): node is Element =>
  node?.type === 'element' && Array.isArray(node.properties.className) && node.properties.className.includes(name)

const text = (node: Element): string =>
  node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? text(child) : ''))
    .join('')

/** A display formula as inline KaTeX in display style: it wraps at an operator on a phone, and has its number beside it. */
function equation(source: string, number: string): Element {
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: { className: ['language-math', 'math-inline'] },
    children: [{ type: 'text', value: `\\displaystyle ${source}` }],
  }
  const span = (children: ElementContent[], properties = {}): Element => ({
    type: 'element',
    tagName: 'span',
    properties,
    children,
  })
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['eq'], id: `eq-${number}` },
    children: [span([code]), span([{ type: 'text', value: `(${number})` }], { className: ['no'] })],
  }
}

/** The link of a section to itself; a script copies its whole address. */
function anchor(id: string, english: boolean): Element {
  const properties = {
    className: ['anchor'],
    href: `#${id}`,
    'aria-label': english ? 'Link to this section' : '本节链接',
  }
  return { type: 'element', tagName: 'a', properties, children: [{ type: 'text', value: '#' }] }
}

/**
 * Gives an answer's headings ids that are unique in the page and the same in both languages (`transposed-2`), and
 * numbers its display formulas (7.1), (7.2) …
 */
export function rehypeAnswer() {
  return (tree: Root, file: VFile): void => {
    const { order, slug } = (file.data.astro as { frontmatter?: { order?: number; slug?: string } })?.frontmatter ?? {}
    if (order === undefined || slug === undefined) return
    const english = /content\/en\//.test(file.path ?? '')
    let headings = 0
    let formulas = 0
    const headingsOfFile = (file.data.astro as { headings?: { slug: string }[] }).headings ?? []
    visit(tree, 'element', (node, index, parent) => {
      if (/^h[2-6]$/.test(node.tagName)) {
        const id = `${slug}-${headings + 1}`
        node.properties.id = id
        node.children.push(anchor(id, english))
        const listed = headingsOfFile[headings]
        if (listed) listed.slug = id
        headings++
      }
      if (node.tagName === 'pre' && hasClass(node.children[0], 'math-display') && parent && index !== undefined) {
        formulas++
        parent.children[index] = equation(text(node).trim(), `${order}.${formulas}`)
        return SKIP
      }
      return undefined
    })
  }
}

/**
 * Puts the site's base in front of root-relative links, which Markdown does not do by itself, and leads a fragment that
 * stands on the other page of answers to that page.
 */
export function rehypeBase({ base }: { base: string }) {
  const prefix = base.replace(/\/$/, '')
  return (tree: Root, file: VFile): void => {
    const order = (file.data.astro as { frontmatter?: { order?: number } })?.frontmatter?.order
    const language = /content\/en\//.test(file.path ?? '') ? '/en/' : '/'
    visit(tree, 'element', (node) => {
      const href = node.properties.href
      if (node.tagName !== 'a' || typeof href !== 'string') return
      if (/^\/(?!\/)/.test(href)) node.properties.href = prefix + href
      if (!href.startsWith('#') || order === undefined) return
      const there = partOfPlace(decodeURIComponent(href.slice(1)))
      if (there && there !== partOf(order)) node.properties.href = `${prefix}${language}${partPath[there]}${href}`
    })
  }
}
