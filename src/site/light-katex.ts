import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { lightMath } from './light-math.ts'

/**
 * Writes KaTeX's formulas with a quarter of its markup and the same look (`formula.css`): letters are `<i>`, upright signs
 * are text, scripts are `<sub>` and `<sup>`, what stands one above another is a grid whose rows share a baseline. The
 * MathML stays for assistive technology, except where a formula is one letter, which needs none.
 * A construct that is not known here fails the build.
 */
export function rehypeLightKatex() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (!has(node, 'katex') || !parent || index === undefined) return undefined
      const [spoken, drawn] = node.children as Element[]
      const math = (spoken.children as Element[]).find(({ tagName }) => tagName === 'math')
      if (!math || !has(drawn, 'katex-html')) throw new Error('a formula has lost its MathML or its drawing')
      const bases = (drawn.children as Element[]).map((base) => element('span', {}, row(base.children)))
      const letter = bases.length === 1 && onlyLetter(bases[0])
      parent.children[index] = letter
        ? { ...letter, tagName: 'var' }
        : element('span', { className: ['katex'] }, [
            lightMath(math),
            element('span', { 'aria-hidden': 'true' }, bases),
          ])
      return SKIP
    })
  }
}

const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

const classesOf = (node: Element): readonly string[] => (node.properties.className as string[] | undefined) ?? []
const has = (node: ElementContent | undefined, name: string): node is Element =>
  node?.type === 'element' && classesOf(node).includes(name)

function onlyLetter(base: Element): Element | undefined {
  const [only, more] = base.children
  if (more || only?.type !== 'element' || only.tagName !== 'i') return undefined
  const [sign] = only.children
  return sign.type === 'text' && sign.value.length === 1 ? only : undefined
}

/** A length of a style attribute in em, 0 where there is none. */
const em = (node: Element, name: string): number =>
  Number(new RegExp(`(?:^|;)${name}:(-?[\\d.]+)em`).exec(String(node.properties.style ?? ''))?.[1] ?? 0)

/** A style of lengths in em, with three decimals, finer than a pixel; lengths that are as usual are left out. */
function style(lengths: Readonly<Record<string, number>>, usual: Readonly<Record<string, number>> = {}) {
  const written = Object.entries(lengths)
    .map(([name, length]) => [name, Number(length.toFixed(3)), usual[name] ?? 0] as const)
    .filter(([, length, as]) => Math.abs(length - as) > 0.0015)
    .map(([name, length]) => `${name}:${String(length).replace('0.', '.')}em`)
  return written.length > 0 ? { style: written.join(';') } : {}
}

/** What a line of 1.2 em in KaTeX's main font leaves above and below the baseline: a strut within it does nothing. */
const line = { above: 0.915, below: 0.284 }
const sizes = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488]
/** Boxes that draw nothing themselves. */
const plain = new Set('mord mop mopen mclose minner mbin mrel mpunct mathrm text mtight delimcenter'.split(' '))
const spaced: Readonly<Record<string, number>> = { mbin: 0.222, mrel: 0.278 }

/** The light form of neighbours: texts grow together, and so do letters. */
function row(nodes: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = []
  const push = (...more: ElementContent[]): void => {
    for (const next of more) {
      const last = out.at(-1)
      if (next.type === 'text' && last?.type === 'text') last.value += next.value
      else if (bareLetter(next) && last && bareLetter(last))
        (last.children[0] as { value: string }).value += textOf(next)
      else out.push(next)
    }
  }
  for (let at = 0; at < nodes.length; at++) {
    const [node, next, afterNext] = nodes.slice(at, at + 3)
    if (node.type === 'text') push({ ...node })
    if (node.type !== 'element') continue
    const kind = has(node, 'mspace') && next?.type === 'element' ? classesOf(next)[0] : ''
    const gap = em(node, 'margin-right')
    if (spaced[kind] && has(afterNext, 'mspace') && [gap, em(afterNext, 'margin-right')].every(near(spaced[kind]))) {
      push(element('span', { className: [kind] }, row((next as Element).children)))
      at += 2
    } else if (has(node, 'mpunct') && has(next, 'mspace') && near(0.167)(em(next, 'margin-right'))) {
      push(element('span', { className: ['mpunct'] }, row(node.children)))
      at += 1
    } else push(...atom(node, next))
  }
  return out
}

const near =
  (length: number) =>
  (other: number): boolean =>
    Math.abs(length - other) < 0.001
const bareLetter = (node: ElementContent): node is Element =>
  node.type === 'element' && node.tagName === 'i' && node.properties.style === undefined
const textOf = (node: Element): string =>
  node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')

/** One box of KaTeX's; `next` may take its italic correction back. */
function atom(node: Element, next: ElementContent | undefined): ElementContent[] {
  const classes = classesOf(node)
  const known = (name: string): boolean => classes.includes(name)
  if (known('katex-strut')) return strut(node)
  if (known('mspace')) return [element('span', style({ 'margin-right': em(node, 'margin-right') }), [])]
  if (known('nulldelimiter')) return has(next, 'mfrac') || known('mclose') ? [] : unknown(node)
  if (known('msupsub')) return scripts(rowsOf(node))
  if (known('mfrac')) return [stack(['katex-stack', 'mfrac'], rowsOf(node))]
  if (known('op-limits')) return [stack(['katex-stack', 'op-limits'], rowsOf(node))]
  if (known('sqrt')) return [stack(['katex-stack'], rowsOf(node))]
  const size = known('large-op') || known('size2') ? 'size2' : known('small-op') || known('size1') ? 'size1' : ''
  if (size) return [element('span', { className: [size], ...style({ top: em(node, 'top') }) }, row(node.children))]
  const back = has(next, 'msupsub') && rowsOf(next).length === 1 ? em(rowsOf(next)[0], 'margin-left') : 0
  const correction = style({ 'margin-right': em(node, 'margin-right') + back })
  if (known('mathnormal')) return [element('i', correction, row(node.children))]
  if (!classes.every((name) => plain.has(name))) return unknown(node)
  const inside = row(node.children)
  return correction.style ? [element('span', correction, inside)] : inside
}

function unknown(node: Element): never {
  throw new Error(`formula: KaTeX's <span class="${classesOf(node).join(' ')}"> is not known to light-katex.ts`)
}

function strut(node: Element): ElementContent[] {
  const below = -em(node, 'vertical-align')
  if (below <= line.below && em(node, 'height') - below <= line.above) return []
  const lengths = { height: em(node, 'height'), 'vertical-align': -below }
  return [element('span', { className: ['strut'], ...style(lengths) }, [])]
}

/** The rows of KaTeX's vertical list, from the lowest up. */
function rowsOf(node: Element): Element[] {
  const table = [node, ...node.children].find((each) => has(each, 'vlist-t')) as Element | undefined
  const list = (table?.children[0] as Element | undefined)?.children[0]
  if (!has(list, 'vlist')) return unknown(node)
  return list.children as Element[]
}

/** How far a row's baseline lies below that of the formula, what is in it, and its size. */
function content(row: Element): { down: number; inside: readonly ElementContent[]; size: number } {
  const [pstrut, ...inside] = row.children as Element[]
  const down = em(row, 'top') + em(pstrut, 'height')
  const [only, more] = inside
  if (more || !has(only, 'katex-sizing')) return { down, inside, size: 1 }
  const [from, to] = ['reset-size', 'size'].map((prefix) =>
    Number(
      classesOf(only)
        .find((name) => new RegExp(`^${prefix}\\d+$`).test(name))
        ?.slice(prefix.length),
    ),
  )
  return { down, inside: only.children, size: sizes[to] / sizes[from] }
}

function script(of: Element, alone: boolean): Element {
  const { down, inside, size } = content(of)
  const lengths = {
    top: down / size,
    'font-size': size,
    // alone, it takes back the italic correction of what it stands at, which `atom` has left out
    'margin-left': alone ? 0 : em(of, 'margin-left') / size,
    'margin-right': em(of, 'margin-right') / size,
  }
  const usual = { top: down > 0 ? 0.214 : -0.519, 'font-size': 0.7, 'margin-right': 0.071 }
  return element(down > 0 ? 'sub' : 'sup', style(lengths, usual), row(inside))
}

function scripts(rows: readonly Element[]): ElementContent[] {
  if (rows.length === 1) return [script(rows[0], true)]
  return [
    element(
      'span',
      { className: ['katex-stack'] },
      rows.map((each) => script(each, false)),
    ),
  ]
}

/** Rows one above another; a rule is a row of its own. */
function stack(className: string[], rows: readonly Element[]): Element {
  const drawn = rows.map((each) => {
    const { down, inside, size } = content(each)
    const [first] = inside as Element[]
    const place = { top: down / size, 'font-size': size }
    if (has(first, 'frac-line'))
      return element('span', { className: ['frac-line'], ...style(place, { 'font-size': 1 }) }, [])
    if (has(first, 'hide-tail')) return root(first, down)
    const lengths = { ...place, 'padding-left': em(first, 'padding-left') }
    return element('span', style(lengths, { 'font-size': 1 }), row(inside))
  })
  return element('span', { className }, drawn)
}

/** The sign of a root, whose tail is as long as what stands under it. */
function root(tail: Element, down: number): Element {
  const svg = tail.children[0] as Element
  const { height, viewBox, preserveAspectRatio } = svg.properties
  const sign = { ...svg, properties: { height, viewBox, preserveAspectRatio } }
  return element('span', { className: ['root'], ...style({ top: down, 'min-width': em(tail, 'min-width') }) }, [sign])
}
