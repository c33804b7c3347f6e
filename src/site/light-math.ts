import type { Element, ElementContent } from 'hast'

/** Attributes that only a drawing of MathML needs; here it is read, not drawn. */
const drawing = /^(xmlns|display|displayStyle|scriptLevel|separator|stretchy|fence|lspace|rspace|accent|m(in|ax)Size)$/i
/** Elements whose children are a row, so that a row in them is one row with it. */
const rows = new Set(['math', 'mrow', 'mstyle', 'semantics'])

/** KaTeX's MathML without the copy as TeX, without spaces, and without boxes round one thing or round a row in a row. */
export function lightMath(math: Element): Element {
  const inside = (nodes: readonly ElementContent[], parent: string): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type !== 'element') return [node]
      if (node.tagName === 'annotation' || node.tagName === 'mspace' || blank(node)) return []
      const children = inside(node.children, node.tagName)
      const box = node.tagName !== 'math' && rows.has(node.tagName)
      if (box && (children.length === 1 || rows.has(parent))) return children
      const kept = Object.entries(node.properties).filter(([name]) => !drawing.test(name))
      const tagName = box ? 'mrow' : node.tagName
      return [{ ...node, tagName, properties: Object.fromEntries(kept), children }]
    })
  return inside([math], '')[0] as Element
}

const blank = ({ tagName, children: [text] }: Element): boolean =>
  tagName === 'mtext' && text?.type === 'text' && text.value.trim() === ''
