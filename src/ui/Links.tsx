import type { JSX } from 'preact'
import { fixed } from './scale.ts'

export interface LinksLevel {
  readonly name: string
  readonly look: 'input' | 'field' | 'output' | 'plain'
  /** Where its cells stand, on one axis for all levels: whole numbers. */
  readonly cells: readonly number[]
}
/** From a cell of one level to a cell of the level below. */
export type Link = readonly [upper: number, lower: number]
export interface LinksProps {
  /** From the top down. */
  readonly levels: readonly LinksLevel[]
  /** The links between each level and the next. */
  readonly links: readonly (readonly Link[])[]
  readonly label: string
  /** The current cell, and its links drawn strong. */
  readonly now?: { readonly level: number; readonly cell: number; readonly links: readonly Link[] }
  /** Small numbers below cells of the last level, and the step of the scale that fills each of them. */
  readonly counts?: readonly { readonly cell: number; readonly text: string; readonly heat?: number }[]
  /** Cells of the last level that nothing reaches. */
  readonly missed?: readonly number[]
  /** The words below all of it. */
  readonly caption?: string
  /** Pixels between two levels. */
  readonly gap?: number
  /** Fills what lies between the outermost links. */
  readonly beam?: boolean
}
const margin = 36
const tall = 16

const ends = (cells: readonly number[]): readonly [number, number] => [Math.min(...cells), Math.max(...cells)]

/** Cells in rows, one row a level, and the links between them: a network along one axis. */
export function Links(props: LinksProps): JSX.Element {
  const { levels, links, label, now, counts = [], missed = [], caption, gap = 60, beam = false } = props
  const [first, last] = ends(levels.flatMap((level) => level.cells))
  const wide = Math.min(22, Math.floor(284 / (last - first + 1)))
  const inset = wide > 12 ? 1.5 : 0.5
  const x = (cell: number): number => margin + (cell - first) * wide
  const y = (level: number): number => 4 + level * gap
  const bottom = y(levels.length - 1) + tall
  const width = x(last + 1) + 2
  const lines = (level: number, pairs: readonly Link[]): string =>
    pairs.map(([a, b]) => `M${fixed(x(a + 0.5))} ${y(level) + tall}L${fixed(x(b + 0.5))} ${y(level + 1)}`).join('')
  const boxes = (cells: readonly number[], level: number): string =>
    cells
      .map((cell) => `M${fixed(x(cell) + inset)} ${y(level)}h${wide - 2 * inset}v${tall}h${2 * inset - wide}z`)
      .join('')
  const heats = [...new Set(counts.map((count) => count.heat))]
  const numbers = counts.every(({ text }) => text.length * 6.5 <= wide)
  return (
    <svg
      class="links"
      viewBox={`0 0 ${width} ${bottom + (numbers ? 16 : 2) + (caption ? 24 : 2)}`}
      style={{ '--w': `${width}px` }}
      role="img"
      aria-label={label}
    >
      {beam &&
        links.map((_, level) => {
          const [[a, b], [c, d]] = [ends(levels[level].cells), ends(levels[level + 1].cells)]
          return (
            <path class="beam" d={`M${x(a)} ${y(level) + tall}H${x(b + 1)}L${x(d + 1)} ${y(level + 1)}H${x(c)}z`} />
          )
        })}
      <path class={wide > 12 ? 'paths' : 'paths thin'} d={links.map((pairs, level) => lines(level, pairs)).join('')} />
      {now && <path class="link-now" d={lines(now.level, now.links)} />}
      {levels.map(({ name, look, cells }, level) => (
        <>
          <text class="lab" x={0} y={y(level) + 12}>
            {name}
          </text>
          <path class={`u u-${look}`} d={boxes(cells, level)} />
        </>
      ))}
      {heats.map((heat) => {
        const cells = counts.filter((count) => count.heat === heat).map((count) => count.cell)
        return heat && <path style={{ fill: `var(--fig-heat-${heat})` }} d={boxes(cells, levels.length - 1)} />
      })}
      {missed.length > 0 && (
        <path class="cross" d={missed.map((cell) => `M${x(cell + 0.5) - 4} ${bottom - 12}l8 8m0-8l-8 8`).join('')} />
      )}
      {now && (
        <rect
          class="window slides"
          width={wide - 2 * inset}
          height={tall}
          style={{ transform: `translate(${x(now.cell) + inset}px, ${y(now.level)}px)` }}
        />
      )}
      {numbers &&
        counts.map(({ cell, text }) => (
          <text class="tick" x={x(cell + 0.5)} y={bottom + 12}>
            {text}
          </text>
        ))}
      {caption && (
        <>
          <path class="brace" d={`M${x(first) + 1} ${bottom + (numbers ? 17 : 4)}v5H${x(last + 1) - 1}v-5`} />
          <text class="lab lab-mid t-field" x={(x(first) + x(last + 1)) / 2} y={bottom + (numbers ? 36 : 23)}>
            {caption}
          </text>
        </>
      )}
    </svg>
  )
}
