import { readdirSync, readFileSync } from 'node:fs'
import { createMarkdownProcessor } from '@astrojs/markdown-remark'
import rehypeKatex from 'rehype-katex'
import remarkMath from 'remark-math'
import { expect, test } from 'vitest'
import { signs } from '../../src/site/font-signs.ts'
import { rehypeLightKatex } from '../../src/site/light-katex.ts'

const processor = await createMarkdownProcessor({
  syntaxHighlight: false,
  remarkPlugins: [remarkMath],
  rehypePlugins: [rehypeKatex, rehypeLightKatex],
})
const written = async (tex: string): Promise<string> =>
  (await processor.render(`$${tex}$`)).code.replace(/^<p>|<\/p>$/g, '')
/** What is drawn, without the MathML and the boxes round it. */
const drawn = async (tex: string): Promise<string> =>
  /<span aria-hidden="true">(.*)<\/span><\/span>$/s.exec(await written(tex))?.[1] ?? ''

test('a letter is a variable, which needs no MathML', async () => {
  expect(await written('s')).toBe('<var>s</var>')
  expect(await written('k')).toBe('<var style="margin-right:.032em">k</var>')
})

test('the MathML stays, without TeX and without what only a drawing needs', async () => {
  const math = /<math>.*<\/math>/
  expect((await written('a[i]=2')).match(math)?.[0]).toBe(
    '<math><mi>a</mi><mo>[</mo><mi>i</mi><mo>]</mo><mo>=</mo><mn>2</mn></math>',
  )
  expect((await written('\\displaystyle x_{i+1}\\;y')).match(math)?.[0]).toBe(
    '<math><msub><mi>x</mi><mrow><mi>i</mi><mo>+</mo><mn>1</mn></mrow></msub><mi>y</mi></math>',
  )
})

test('signs are text, operators keep their room, and a line may break after them', async () => {
  expect(await drawn('n(3-1)+1=11')).toBe(
    '<span><i>n</i>(3<span class="mbin">−</span></span><span>1)<span class="mbin">+</span></span>' +
      '<span>1<span class="mrel">=</span></span><span>11</span>',
  )
  expect(await drawn('(a,b)')).toBe('<span>(<i>a</i><span class="mpunct">,</span><i>b</i>)</span>')
  expect(await drawn('a\\quad b')).toBe('<span><i>a</i><span style="margin-right:1em"></span><i>b</i></span>')
})

test('an index takes back the italic correction of its letter', async () => {
  expect(await drawn('k_i')).toBe('<span><i>k</i><sub><i>i</i></sub></span>')
  expect(await drawn('x^2')).toBe('<span><i>x</i><sup>2</sup></span>')
})

test('what stands one above another is a grid, lowest first', async () => {
  expect(await drawn('\\displaystyle\\frac{a}{s}')).toBe(
    '<span><span class="strut" style="height:1.794em;vertical-align:-.686em"></span>' +
      '<span class="katex-stack mfrac"><span style="top:.686em"><i>s</i></span>' +
      '<span class="frac-line" style="top:-.23em"></span><span style="top:-.677em"><i>a</i></span></span></span>',
  )
  expect(await drawn('x_i^2')).toMatch(/<span class="katex-stack"><sub[^>]*><i>i<\/i><\/sub><sup[^>]*>2<\/sup><\/span>/)
  expect(await drawn('\\displaystyle\\sum_i^n a')).toContain('<span class="size2">∑</span>')
  expect(await drawn('\\sqrt{n}')).toMatch(/<span class="root"[^>]*><svg height="[^"]+" viewBox/)
})

test('a construct that is not known is refused by its name', async () => {
  await expect(processor.render('$\\begin{matrix}a\\end{matrix}$')).rejects.toThrow(/class="mtable"/)
})

test('the upright font keeps every mathematical sign that figures may write', () => {
  const src = new URL('../../src/', import.meta.url)
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(widgets|ui)\/.*\.tsx?$/.test(name),
  )
  const text = files.map((name) => readFileSync(new URL(name, src), 'utf8')).join('')
  const used = new Set(text.match(/[±·×÷′\u2190-\u22ff\u2308-\u230b\u27c0-\u27ff\u2900-\u2aff]/g))
  expect(used.size).toBeGreaterThan(8)
  expect([...used].filter((sign) => !signs['KaTeX_Main-Regular'].includes(sign))).toEqual([])
})
