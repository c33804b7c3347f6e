/** One thing that can be found. */
export interface Entry {
  readonly kind: string
  readonly title: string
  /** Other names: the term in the other language, the question a section belongs to. */
  readonly also: string
  readonly text: string
  readonly url: string
}

/** Letters without case, width or the difference between × and x: 1×1, １x1 and 1*1 are one word. */
export const folded = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/[×✕*]/g, 'x').replace(/\s+/g, ' ').trim()

/** The parts of a query that must all occur: runs of Latin letters and digits, and runs of Chinese. */
const parts = (query: string): string[] =>
  folded(query).match(/[\p{Script=Han}]+|[^\s\p{Script=Han}，。、？！,?!]+/gu) ?? []

/** All pairs of neighbouring characters of a Chinese run; a single character stays itself. */
const pairs = (run: string): string[] =>
  run.length < 3 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))

function weightOf(text: string, part: string): number {
  if (text.includes(part)) return 1
  if (!/\p{Script=Han}/u.test(part)) return 0
  const each = pairs(part)
  const hits = each.filter((pair) => text.includes(pair)).length
  return hits / each.length >= 0.5 ? (0.5 * hits) / each.length : 0
}

function score(entry: Entry, wanted: readonly string[]): number {
  const fields: readonly [string, number][] = [
    [folded(entry.title), 8],
    [folded(entry.also), 4],
    [folded(entry.text), 1],
  ]
  let total = 0
  for (const part of wanted) {
    const best = Math.max(...fields.map(([text, weight]) => weight * weightOf(text, part)))
    if (best === 0) return 0
    total += best + fields.reduce((sum, [text, weight]) => sum + 0.1 * weight * weightOf(text, part), 0)
  }
  const exact = folded(entry.title) === wanted.join(' ') ? 4 : 0
  return total / wanted.length + exact + 1 / (4 + entry.title.length)
}

/**
 * The entries that fit a query, best first. Every part of the query must occur; a long Chinese run also fits where at
 * least half of its pairs of characters do.
 */
export function search(entries: readonly Entry[], query: string, most = 12): Entry[] {
  const wanted = parts(query)
  if (wanted.length === 0) return []
  return entries
    .map((entry) => ({ entry, value: score(entry, wanted) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, most)
    .map(({ entry }) => entry)
}
