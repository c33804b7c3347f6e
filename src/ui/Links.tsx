import type { JSX, TargetedPointerEvent } from 'preact'
import { type Cursor, CursorCell } from './Grid.tsx'
import { fixed } from './scale.ts'

export interface LinksLevel {
  readonly name: string
  readonly look: 'input' | 'field' | 'output' | 'plain'
  /** Where its cells stand, on one axis for all levels: whole numbers. */
  readonly cells: readonly number[]
}
/** From a cell of one level to a cell of the level below; links of one weight share a stroke, of which there are three. */
export type Link = readonly [upper: number, lower: number, weight?: number]
interface Count {
  readonly cell: number
  readonly text: string
  /** The step of the scale that fills the cell. */
  readonly heat?: number
}
export interface LinksProps {
  /** From the top down. */
  readonly levels: readonly LinksLevel[]
  /** The links between each level and the next. */
  readonly links: readonly (readonly Link[])[]
  readonly label: string
  /** The current cell, and its links drawn strong. */
  readonly now?: { readonly level: number; readonly cell: number; readonly links: readonly Link[] }
  /** Small numbers below cells of the last level. */
  readonly counts?: readonly Count[]
  /** Cells of the last level that nothing reaches. */
  readonly missed?: readonly number[]
  /** The words below all of it. */
  readonly caption?: string
  /** Pixels between two levels. */
  readonly gap?: number
  /** Fills what lies between the outermost links. */
  readonly beam?: boolean
  /** Lets a reader choose a cell of the first level, whose columns it counts. */
  readonly cursor?: Cursor
}
const tall = 16
/** Room for the longest name: a Chinese character is about twice as wide as a letter. */
const marginOf = (names: readonly string[]): number =>
  8 + Math.max(...names.map((name) => [...name].reduce((sum, sign) => sum + (sign > '\u2e80' ? 12 : 6.6), 0)))

/** Where everything stands, in pixels. */
interface Place {
  readonly first: number
  readonly last: number
  readonly wide: number
  readonly inset: number
  readonly x: (cell: number) => number
  readonly y: (level: number) => number
  readonly bottom: number
}
const ends = (cells: readonly number[]): readonly [number, number] => [Math.min(...cells), Math.max(...cells)]

function placeOf(levels: readonly LinksLevel[], gap: number): Place {
  const [first, last] = ends(levels.flatMap((level) => level.cells))
  const margin = Math.round(marginOf(levels.map((level) => level.name)))
  const wide = Math.min(22, Math.floor((320 - margin) / (last - first + 1)))
  const y = (level: number): number => 4 + level * gap
  return {
    first,
    last,
    wide,
    inset: wide > 12 ? 1.5 : 0.5,
    x: (cell) => margin + (cell - first) * wide,
    y,
    bottom: y(levels.length - 1) + tall,
  }
}

/** Each line from where it starts, so that lines of one slope read alike and pack well. */
const lines = ({ x, y }: Place, level: number, pairs: readonly Link[]): string => {
  const [top, tallness] = [y(level) + tall, y(level + 1) - y(level) - tall]
  return pairs.map(([a, b]) => `M${fixed(x(a + 0.5))} ${top}l${fixed(x(b) - x(a))} ${tallness}`).join('')
}

const boxes = ({ x, wide, inset }: Place, cells: readonly number[], y: number): string =>
  cells.map((cell) => `M${fixed(x(cell) + inset)} ${y}h${wide - 2 * inset}v${tall}h${2 * inset - wide}z`).join('')

const strokeOf = ([, , weight = 0]: Link): number => weight % 3

/** What lies between levels: the beam, one path a stroke, and the links of the current cell. */
function Between({ levels, links, now, beam, place }: LinksProps & { readonly place: Place }): JSX.Element {
  const { x, y, wide } = place
  const strokes = [...new Set(links.flat().map(strokeOf))].sort()
  const fans = links.map((_, level) => {
    const [[a, b], [c, d]] = [ends(levels[level].cells), ends(levels[level + 1].cells)]
    return `M${x(a)} ${y(level) + tall}H${x(b + 1)}L${x(d + 1)} ${y(level + 1)}H${x(c)}z`
  })
  const drawn = (pairs: readonly Link[], level: number, stroke: number): string =>
    lines(
      place,
      level,
      pairs.filter((link) => strokeOf(link) === stroke),
    )
  return (
    <>
      {beam && <path class="beam" d={fans.join('')} />}
      {strokes.map((stroke) => (
        <path
          class={`paths${wide > 12 ? '' : ' thin'} stroke-${stroke}`}
          d={links.map((pairs, level) => drawn(pairs, level, stroke)).join('')}
        />
      ))}
      {now &&
        strokes.map((stroke) => <path class={`link-now stroke-${stroke}`} d={drawn(now.links, now.level, stroke)} />)}
    </>
  )
}

/** The cells of every level; those of the last filled by how often they are used, or crossed out. */
function Levels({ levels, counts = [], missed = [], now, place }: LinksProps & { readonly place: Place }): JSX.Element {
  const { x, y, wide, inset, bottom } = place
  const heats = [...new Set(counts.map((count) => count.heat))].filter((heat) => heat !== undefined)
  const filled = (heat: number): number[] => counts.filter((count) => count.heat === heat).map((count) => count.cell)
  return (
    <>
      {levels.map(({ name, look, cells }, level) => (
        <>
          <text class="lab" x={0} y={y(level) + 12}>
            {name}
          </text>
          <path class={`u u-${look}`} d={boxes(place, cells, y(level))} />
        </>
      ))}
      {heats.map((heat) => (
        <path style={{ fill: `var(--fig-heat-${heat})` }} d={boxes(place, filled(heat), bottom - tall)} />
      ))}
      {missed.length > 0 && (
        <path class="cross" d={missed.map((cell) => `M${x(cell + 0.5) - 4} ${bottom - 12}l8 8m0-8l-8 8`).join('')} />
      )}
      {now && (
        <rect
          // among cells of another width it appears where it belongs
          key={wide}
          class="window slides"
          width={wide - 2 * inset}
          height={tall}
          style={{ transform: `translate(${x(now.cell) + inset}px, ${y(now.level)}px)` }}
        />
      )}
    </>
  )
}

/** A tap anywhere in a column chooses its cell of the first level; so do arrow keys. */
function Chooser({ cursor, columns, place }: { cursor: Cursor; columns: number; place: Place }): JSX.Element {
  const { x, y, first, wide, bottom } = place
  const choose = (event: TargetedPointerEvent<SVGRectElement>): void => {
    if (event.type === 'pointermove' && event.buttons === 0) return
    const bounds = event.currentTarget.getBoundingClientRect()
    const column = Math.floor(((event.clientX - bounds.left) / bounds.width) * columns)
    cursor.onMove(0, Math.min(columns - 1, Math.max(0, column)))
  }
  return (
    <g transform={`translate(${x(first)} ${y(0) - (wide - tall) / 2})`}>
      <CursorCell cursor={cursor} rows={1} columns={columns} unit={wide} />
      <rect
        class="chooses"
        fill="transparent"
        width={columns * wide}
        height={bottom}
        onPointerDown={choose}
        onPointerMove={choose}
      />
    </g>
  )
}

/** Cells in rows, one row a level, and the links between them: a network along one axis. */
export function Links(props: LinksProps): JSX.Element {
  const { levels, label, counts = [], caption, gap = 60, cursor } = props
  const place = placeOf(levels, gap)
  const { first, last, x, bottom, wide } = place
  const numbers = counts.every(({ text }) => text.length * 6.5 <= wide)
  const under = bottom + (numbers && counts.length ? 17 : 4)
  const width = x(last + 1) + 2
  return (
    <svg
      class="links"
      viewBox={`0 0 ${width} ${under + (caption ? 23 : 1)}`}
      style={{ '--w': `${width}px` }}
      role={cursor ? 'group' : 'img'}
      aria-label={label}
    >
      <Between {...props} place={place} />
      <Levels {...props} place={place} />
      {numbers &&
        counts.map(({ cell, text }) => (
          <text class="tick" x={x(cell + 0.5)} y={bottom + 12}>
            {text}
          </text>
        ))}
      {caption && (
        <>
          <path class="brace" d={`M${x(first) + 1} ${under}v5H${x(last + 1) - 1}v-5`} />
          <text class="lab lab-mid t-field" x={(x(first) + x(last + 1)) / 2} y={under + 19}>
            {caption}
          </text>
        </>
      )}
      {cursor && <Chooser cursor={cursor} columns={levels[0].cells.length} place={place} />}
    </svg>
  )
}
