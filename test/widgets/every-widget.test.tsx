import { existsSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import type { ComponentType } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, describe as group, test } from 'vitest'
import { checkChosen, decode, encode, type Field, type Fields, initialState, type StateOf } from '#ui/fields.ts'
import { queriesOf } from './random-queries.ts'

interface Model {
  readonly fields: Fields
  readonly derive: (state: StateOf<Fields>) => { ok: boolean }
  readonly describe: (state: StateOf<Fields>, derived: unknown, messages: unknown) => string
}
interface Island {
  readonly default: ComponentType<{ id: string }>
}
const folder = new URL('../../src/widgets/', import.meta.url)
const widgets = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/Widget.tsx`, folder)))
  .map((entry) => entry.name)

/** Each figure's share of ten thousand. */
const runs = Math.ceil(10_000 / widgets.length)
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : Object.values(value ?? {}).flatMap((each) =>
        typeof each === 'object' || typeof each === 'number' ? numbersIn(each) : [],
      )

const broken = /\b(NaN|undefined|Infinity)\b|\[object /

/** The values of a field that its bounds and names offer: corners, the initial one, one between. */
function corners(field: Field): unknown[] {
  if (field.kind === 'int')
    return [...new Set([field.min, field.max, field.initial, Math.floor((field.min + field.max) / 2)])]
  if (field.kind === 'flag') return [true, false]
  if (field.kind === 'choice') return [...field.options]
  if (field.kind === 'numbers')
    return [field.initial, field.initial.map(() => field.min), field.initial.map(() => field.max)]
  const item = (pick: (field: Field) => unknown): unknown =>
    Object.fromEntries(Object.entries(field.item).map(([name, each]) => [name, pick(each)]))
  const least = item((each) => corners(each)[0])
  const most = item((each) => corners(each).at(-1))
  return [
    field.initial,
    ...[least, most].flatMap((each) => [Array(Math.max(field.min, 1)).fill(each), Array(field.max).fill(each)]),
  ]
}

group.each(widgets)('%s', async (widget) => {
  const at = (file: string): string => new URL(`${widget}/${file}`, folder).href
  const model = (await import(/* @vite-ignore */ at('model.ts'))) as Model
  const { zh } = (await import(/* @vite-ignore */ at('zh.ts'))) as { zh: unknown }
  const { en } = (await import(/* @vite-ignore */ at('en.ts'))) as { en: unknown }
  const messages = { zh, en }
  const islands = {
    zh: ((await import(/* @vite-ignore */ at('Zh.tsx'))) as Island).default,
    en: ((await import(/* @vite-ignore */ at('En.tsx'))) as Island).default,
  }
  const { fields, derive, describe } = model
  const initial = initialState(fields)

  test('holds in its initial state', () => {
    expect(derive(initial).ok).toBe(true)
  })

  test('derives at every corner of every pair of fields, and says what it shows in both languages', () => {
    const names = Object.keys(fields)
    let held = 0
    for (const a of names) {
      for (const b of names) {
        for (const first of corners(fields[a])) {
          for (const second of corners(fields[b])) {
            const state = { ...initial, [a]: first, [b]: second } as StateOf<Fields>
            const derived = derive(state)
            if (!derived.ok) continue
            held++
            for (const lang of ['zh', 'en'] as const) {
              const said = describe(state, derived, messages[lang])
              expect(said.length, JSON.stringify(state)).toBeGreaterThan(8)
              expect(said, JSON.stringify(state)).not.toMatch(broken)
            }
          }
        }
      }
    }
    expect(held).toBeGreaterThan(0)
  })

  test(`bears ${runs} random queries: no exception, no number that is none, and the state comes back from its own query`, () => {
    let held = 0
    fc.assert(
      fc.property(queriesOf(widget, fields), (query) => {
        const params = new URLSearchParams(query)
        const state = decode(fields, (name) => params.get(`${widget}.${name}`), initial)
        checkChosen(fields, state, widget)
        expect(numbersIn(state).filter((value) => !Number.isFinite(value))).toEqual([])
        const again = new Map(encode(fields, state, initial))
        expect(decode(fields, (name) => again.get(name), initial)).toEqual(state)
        const derived = derive(state)
        if (!derived.ok) return
        held++
        for (const lang of ['zh', 'en'] as const) expect(describe(state, derived, messages[lang])).not.toMatch(broken)
      }),
      { numRuns: runs, seed: 6 },
    )
    expect(held).toBeGreaterThan(runs / 10)
  })

  test.each(['zh', 'en'] as const)('is drawn whole on the server, %s', async (lang) => {
    const Figure = islands[lang]
    const html = render(<Figure id={widget} />)
    expect(html).toContain('<svg')
    expect(html.match(/role="status"/g)).toHaveLength(1)
    expect(html.replace(/<[^>]+>/g, ' ')).not.toMatch(broken)
    const drawings = html.match(/<svg[\s\S]*?<\/svg>/g) ?? []
    const text = drawings.map((svg) =>
      svg.replace(/-?\d+\.\d{4,}/g, (digits) => String(Number(Number(digits).toFixed(3)))),
    )
    await expect(`${text.join('\n').replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
      `../pages/snapshots/${widget}.${lang}.svg`,
    )
  })
})
