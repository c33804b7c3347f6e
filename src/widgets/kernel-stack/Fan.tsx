import type { JSX } from 'preact'
import { type Link, Links, type LinksProps } from '#ui/Links.tsx'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import type { Place, Side } from './model.ts'

interface FanProps {
  readonly side: Side
  /** Sides of the levels, the input's first. */
  readonly sides: readonly number[]
  /** How many paths lead to each input. */
  readonly counts: readonly number[]
  readonly gap: number
  readonly place?: Place
  readonly words: Messages
}

/** One output and everything it is linked to, level by level, in one dimension. */
export function Fan({ side, sides, counts, gap, place, words }: FanProps): JSX.Element {
  const last = sides.length - 1
  const start = (level: number): number => (sides[0] - sides[level]) / 2
  const from = (level: number, unit: number): Link[] =>
    range(sides[level - 1] - sides[level] + 1).map((tap): Link => [start(level) + unit, start(level - 1) + unit + tap])
  const down = range(last + 1).map((at) => last - at)
  const now = place && {
    level: last - 1 - place.layer,
    cell: start(place.layer + 1) + place.column,
    links: from(place.layer + 1, place.column),
  }
  const more: Pick<LinksProps, 'now'> = now ? { now } : {}
  return (
    <Links
      levels={down.map((level) => ({
        name: level === last ? words.output : words.levels(level),
        look: level === 0 ? 'input' : level === last ? 'output' : 'field',
        cells: range(sides[level]).map((unit) => start(level) + unit),
      }))}
      links={down.slice(0, -1).map((level) => range(sides[level]).flatMap((unit) => from(level, unit)))}
      counts={counts.map((count, cell) => ({ cell, text: String(count) }))}
      caption={`${words.again} ${side.field}`}
      label={words.linksLabel(side)}
      gap={gap}
      beam
      {...more}
    />
  )
}
