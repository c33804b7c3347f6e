import type { JSX } from 'preact'
import { fixed, range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import type { Place, Side } from './model.ts'

interface LinksProps {
  readonly side: Side
  /** Sides of the levels, the input's first. */
  readonly sides: readonly number[]
  /** How many paths lead to each input. */
  readonly counts: readonly number[]
  readonly height: number
  readonly place?: Place
  readonly words: Messages
}
const margin = 36
const cellHeight = 16

/** Where the cells of a level stand: centred over the input's. */
const left = (sides: readonly number[], level: number, cell: number): number =>
  margin + ((sides[0] - sides[level]) / 2) * cell

function linkPath(
  sides: readonly number[],
  level: number,
  units: readonly number[],
  cell: number,
  ys: readonly number[],
): string {
  const reach = sides[level - 1] - sides[level]
  const [from, to] = [left(sides, level, cell), left(sides, level - 1, cell)]
  return units
    .flatMap((unit) =>
      range(reach + 1).map(
        (tap) =>
          `M${fixed(from + (unit + 0.5) * cell)} ${ys[level] + cellHeight}L${fixed(to + (unit + tap + 0.5) * cell)} ${ys[level - 1]}`,
      ),
    )
    .join('')
}

/** One output and everything it is linked to, level by level, in one dimension. */
export function Links({ side, sides, counts, height, place, words }: LinksProps): JSX.Element {
  const last = sides.length - 1
  const cell = Math.min(22, Math.floor(284 / sides[0]))
  const ys = sides.map((_, level) => 4 + Math.round(((height - 4) * (last - level)) / last))
  const digits = String(Math.max(...counts)).length
  const roomy = cell >= 6.5 * digits + 2
  const width = margin + sides[0] * cell + 2
  const gap = cell > 12 ? 1.5 : 0.5
  return (
    <svg
      class="links"
      viewBox={`0 0 ${width} ${height + 52}`}
      style={{ '--w': `${width}px` }}
      role="img"
      aria-label={words.linksLabel(side)}
    >
      {range(last).map((below) => {
        const [a, b] = [left(sides, below + 1, cell), left(sides, below, cell)]
        const [y1, y2] = [ys[below + 1] + cellHeight, ys[below]]
        return (
          <path class="beam" d={`M${a} ${y1}H${a + sides[below + 1] * cell}L${b + sides[below] * cell} ${y2}H${b}z`} />
        )
      })}
      <path
        class={cell > 12 ? 'paths' : 'paths thin'}
        d={range(last)
          .map((below) => linkPath(sides, below + 1, range(sides[below + 1]), cell, ys))
          .join('')}
      />
      {place && <path class="link-now" d={linkPath(sides, place.layer + 1, [place.column], cell, ys)} />}
      {sides.map((size, level) => (
        <>
          <text class="lab" x={0} y={ys[level] + 12}>
            {level === last ? words.output : words.levels(level)}
          </text>
          <path
            class={`u u-${level === 0 ? 'input' : level === last ? 'output' : 'field'}`}
            d={range(size)
              .map(
                (unit) =>
                  `M${fixed(left(sides, level, cell) + unit * cell + gap)} ${ys[level]}h${cell - 2 * gap}v${cellHeight}h${2 * gap - cell}z`,
              )
              .join('')}
          />
        </>
      ))}
      {place && (
        <rect
          class="window slides"
          width={cell - 2 * gap}
          height={cellHeight}
          style={{
            transform: `translate(${left(sides, place.layer + 1, cell) + place.column * cell + gap}px, ${ys[place.layer + 1]}px)`,
          }}
        />
      )}
      {roomy &&
        counts.map((count, at) => (
          <text class="tick" x={margin + (at + 0.5) * cell} y={height + 28}>
            {count}
          </text>
        ))}
      <path class="brace" d={`M${margin + 1} ${height + 33}v5H${width - 3}v-5`} />
      <text class="lab lab-mid t-field" x={margin + (width - margin) / 2} y={height + 50}>
        {words.again} {side.field}
      </text>
    </svg>
  )
}
