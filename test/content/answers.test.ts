import { describe, expect, test } from 'vitest'
import { answers } from './answers.ts'

const zh = answers('zh')
const en = answers('en')

/** Identifiers that links from elsewhere rely on. */
const canonical = [
  '1卷积有什么特点',
  '2不同层次的卷积都提取什么类型的特征',
  '3卷积核大小如何选取',
  '4卷积感受野的相关概念',
  '5网络每一层是否只能用一种尺寸的卷积核',
  '61*1卷积的作用',
  '7转置卷积的作用',
  '8空洞卷积的作用',
]
const slugs = [
  'properties',
  'feature-depth',
  'kernel-size',
  'receptive-field',
  'multiple-kernels',
  'pointwise',
  'transposed',
  'dilated',
]

test('fourteen questions in each language, in the same files', () => {
  expect(zh.map(({ file }) => file)).toEqual(en.map(({ file }) => file))
  expect(zh.map(({ order }) => order)).toEqual(Array.from({ length: 14 }, (_, i) => i + 1))
})

test('the eight canonical ids and slugs are to the letter, and q9 to q14 follow', () => {
  expect(zh.slice(0, 8).map(({ id }) => id)).toEqual(canonical)
  expect(zh.slice(0, 8).map(({ slug }) => slug)).toEqual(slugs)
  expect(zh.slice(8).map(({ id }) => id)).toEqual(['q9', 'q10', 'q11', 'q12', 'q13', 'q14'])
})

test('each of the eight answers to its aliases', () => {
  zh.slice(0, 8).forEach(({ aliases, id }, at) => {
    expect(aliases).toContain(`q${at + 1}`)
    expect(aliases).toContain(`user-content-${id}`)
  })
  expect(zh[1].aliases).toContain(`user-content-${zh[1].id}？`)
  expect(zh[5].aliases).toEqual(expect.arrayContaining(['user-content-611卷积的作用', '611卷积的作用']))
})

/** What both languages of an answer must have in the same order. */
const parts: Readonly<Record<string, RegExp>> = {
  headings: /^###+ /gm,
  'display formulas': /^\$\$\n/gm,
  notes: /<Note>/g,
  pitfalls: /<Pitfall>/g,
  'self-checks': /<Ask>/g,
  tables: /^\| ?:?-/gm,
}
const figure = /<[A-Z]\w+ id="([^"]+)" number="([^"]+)"/g
const tries = /<Try figure="([^"]+)" set="([^"]+)">/g
const shown = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map((match) => match.slice(1).join(' '))
const plainFormula = (body: string): string[] =>
  shown(/\$\$\n([\s\S]*?)\n\$\$/g, body).map((tex) => tex.replace(/\\text\{[^}]*\}/g, '\\text{}').replace(/\s+/g, ''))

describe.each(zh.map((answer, at) => [answer.file, answer, en[at]] as const))('%s', (_, chinese, english) => {
  test('has the same id, slug, aliases and sources in both languages', () => {
    for (const key of ['id', 'slug', 'aliases'] as const) expect(english[key]).toEqual(chinese[key])
    expect(english.sources.map(({ url }) => url)).toEqual(chinese.sources.map(({ url }) => url))
  })

  test.each(Object.entries(parts))('has as many %s in both languages', (_name, pattern) => {
    expect(english.body.match(pattern)?.length ?? 0).toBe(chinese.body.match(pattern)?.length ?? 0)
  })

  test('has the same figures and the same states to try, in the same order', () => {
    expect(shown(figure, english.body)).toEqual(shown(figure, chinese.body))
    expect(shown(tries, english.body).sort()).toEqual(shown(tries, chinese.body).sort())
    expect(shown(tries, chinese.body).length).toBeGreaterThanOrEqual(2)
  })

  test('has the same formulas in both languages, but for words inside', () => {
    expect(plainFormula(english.body)).toEqual(plainFormula(chinese.body))
  })

  test('imports nothing', () => {
    expect(`${chinese.body}\n${english.body}`).not.toMatch(/^(import|export) /m)
  })

  test('says the short answer in at most 80 characters, or 60 English words', () => {
    expect([...chinese.short].length).toBeLessThanOrEqual(80)
    expect(english.short.split(/\s+/).length).toBeLessThanOrEqual(60)
  })

  test('has three misconceptions and three self-checks at least', () => {
    expect(chinese.body.match(/<Pitfall>/g)?.length).toBeGreaterThanOrEqual(3)
    expect(chinese.body.match(/<Ask>/g)?.length).toBeGreaterThanOrEqual(3)
  })

  test('sets Chinese without typed spaces next to Latin letters and digits', () => {
    const prose = chinese.body
      .replace(/^\$\$[\s\S]*?^\$\$/gm, '')
      .replace(/\$[^$]*\$/g, '')
      .replace(/`[^`]*`/g, '')
      .replace(/<[^>]*>/g, '')
      .replace(/^[|#>-].*$/gm, '')
      .replace(/\[[^\]]*\]\([^)]*\)/g, '')
    expect(prose.match(/[\u4e00-\u9fff] [A-Za-z0-9]|[A-Za-z0-9] [\u4e00-\u9fff]/g)).toBeNull()
  })
})
