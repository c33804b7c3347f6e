import type { JSX } from 'preact'
import { fixed, range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import type { Column, Derived } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
interface ChannelsProps {
  readonly whole: Whole
  readonly words: Messages
  readonly onUnit: (unit: number) => void
}
const width = 300
const top = 44

interface Grid {
  readonly side: number
  readonly pitch: number
}

/** Groups stand a little apart, unless each is one channel. */
const middle = ({ together }: Column, { side, pitch }: Grid, channel: number): number =>
  top + channel * pitch + (together > 1 ? Math.floor(channel / together) * 6 : 0) + side / 2

const bottom = (column: Column, grid: Grid): number => middle(column, grid, column.shown.length - 1) + grid.side / 2

function squares(column: Column, grid: Grid, x: number, channels: readonly number[]): string {
  const { side } = grid
  return channels
    .map((channel) => `M${fixed(x)} ${fixed(middle(column, grid, channel) - side / 2)}h${side}v${side}h${-side}z`)
    .join('')
}

/** The lines into one column, to those of its channels that are wanted. */
function lines(
  columns: readonly Column[],
  at: number,
  xs: readonly number[],
  grid: Grid,
  wanted: readonly number[],
): string {
  const [from, to] = [columns[at - 1], columns[at]]
  return wanted
    .flatMap((channel) =>
      to.reads[channel].map(
        (source) =>
          `M${fixed(xs[at - 1] + grid.side)} ${fixed(middle(from, grid, source))}L${fixed(xs[at])} ${fixed(middle(to, grid, channel))}`,
      ),
    )
    .join('')
}

/** Places of the drawn channels that the traced output depends on. */
function seenPlaces({ shown, seen }: Column): number[] {
  const found = new Set(seen)
  return range(shown.length).filter((place) => found.has(shown[place]))
}

/** Channels as columns of squares, a line for every kernel between two of them; one output is traced back. */
export function Channels({ whole, words, onUnit }: ChannelsProps): JSX.Element {
  const { columns, unit } = whole
  const longest = Math.max(...columns.map(({ shown }) => shown.length))
  const grid: Grid = longest > 16 ? { side: 10, pitch: 13 } : { side: 14, pitch: 17 }
  const last = columns.length - 1
  const xs = columns.map((_, at) => (at / last) * (width - grid.side))
  const height = Math.max(
    ...columns.map((column) => bottom(column, grid) + (column.shown.length < column.channels ? 22 : 2)),
  )
  const names = words.columns(whole)
  const end = columns[last]
  const choose = (event: JSX.TargetedPointerEvent<SVGSVGElement>): void => {
    const bounds = event.currentTarget.getBoundingClientRect()
    const y = ((event.clientY - bounds.top) / bounds.height) * height
    const distance = (channel: number): number => Math.abs(middle(end, grid, channel) - y)
    onUnit(range(end.shown.length).reduce((best, channel) => (distance(channel) < distance(best) ? channel : best), 0))
  }
  return (
    <svg
      class="draw channels chooses"
      viewBox={`-1 0 ${width + 2} ${fixed(height)}`}
      role="img"
      aria-label={words.linksLabel(whole)}
      onPointerDown={choose}
      onPointerMove={(event) => event.buttons > 0 && choose(event)}
    >
      {columns.slice(1).map((column, at) => (
        <path class="kernel-lines" d={lines(columns, at + 1, xs, grid, range(column.shown.length))} />
      ))}
      {columns.slice(1).map((column, at) => (
        <path
          class="kernel-lines-now"
          d={lines(columns, at + 1, xs, grid, at + 1 === last ? [unit] : seenPlaces(column))}
        />
      ))}
      {columns.map((column, at) => {
        const place = at === 0 ? '' : at === last ? 'lab-end' : 'lab-mid'
        const x = at === 0 ? 0 : at === last ? width : xs[at] + grid.side / 2
        return (
          <>
            <path
              class={`u ${at === 0 ? 'u-input' : at === last ? 'u-output' : 'u-plain'}`}
              d={squares(column, grid, xs[at], range(column.shown.length))}
            />
            <path class="window" d={squares(column, grid, xs[at], at === last ? [unit] : seenPlaces(column))} />
            <text class={`lab lab-strong ${place}`} x={fixed(x)} y={top - 8}>
              {names[at]}
            </text>
            {column.shown.length < column.channels && (
              <text class={`lab ${place}`} x={fixed(x)} y={fixed(bottom(column, grid) + 17)}>
                {words.rest(column.channels - column.shown.length)}
              </text>
            )}
          </>
        )
      })}
      {words.steps(whole).map((name, at) => (
        <text class="lab lab-mid" x={fixed((xs[at] + xs[at + 1] + grid.side) / 2)} y={14}>
          {name}
        </text>
      ))}
    </svg>
  )
}
