import type { JSX } from 'preact'
import { fixed, show } from '#ui/scale.ts'
import type { Method, Span } from './model.ts'

interface OverlapProps {
  readonly method: Method
  /** Cells that fill the whole width. */
  readonly across: number
  readonly unit: number
  /** The reading of the chosen cell in cells of the enlarged input, or as stamps. */
  readonly frames: 'stamps' | 'reads'
  readonly label: string
}
const width = 400
const lane = 9
const tall = 58

/** How many lanes keep stamps apart. */
function lanesOf(stamps: readonly (Span | null)[]): number {
  const [first, second] = [stamps[0] ?? stamps[1], stamps[1] ?? stamps[0]]
  const [step, length] = [(second?.[0] ?? 1) - (first?.[0] ?? 0), (second?.[1] ?? 0) - (second?.[0] ?? 0) + 1]
  return step > 0 ? Math.max(1, Math.ceil(length / step)) : stamps.length
}

/** One axis: inputs, where they land, and what each output gets as a bar. */
export function Overlap({ method, across, unit, frames, label }: OverlapProps): JSX.Element {
  const { cells, stamps, size } = method
  const cell = width / across
  const lanes = lanesOf(stamps)
  const top = 24 + lanes * lane + (frames === 'reads' ? 14 : 0)
  const [most, least] = [Math.max(0, ...cells.map(({ sum }) => sum)), Math.min(0, ...cells.map(({ sum }) => sum))]
  const scale = tall / Math.max(most - least, 1e-9)
  const base = top + 22 + most * scale
  const bottom = base - least * scale + (least < 0 ? 16 : 0)
  const reads = cells[unit]?.reads
  const x = (at: number): number => fixed(at * cell)
  const fits = cells.every(({ sum }) => 7.5 * show(sum, 1).length < cell)
  return (
    <svg
      class="draw"
      viewBox={`-2 -2 ${fixed(size * cell) + 4} ${fixed(bottom + 6)}`}
      style={{ inlineSize: `${fixed((100 * size) / across)}%` }}
      role="img"
      aria-label={label}
    >
      {stamps.map((span, input) => {
        if (!span) return null
        const [first, last] = span
        const side = Math.min(14, cell * 0.9)
        const middle = ((first + last + 1) / 2) * cell
        const hit = frames === 'stamps' && reads && input >= reads[0] && input <= reads[1]
        const y = 20 + (input % lanes) * lane
        return (
          <>
            <rect class="u u-input" x={fixed(middle - side / 2)} y={0} width={fixed(side)} height={14} />
            <rect class="c-partial" x={x(first)} y={y} width={x(last + 1 - first)} height={7} />
            <rect
              class={hit ? 'window' : 'frame f-output f-dash'}
              x={x(first) + 0.75}
              y={y}
              width={fixed(x(last + 1 - first) - 1.5)}
              height={7}
            />
          </>
        )
      })}
      {frames === 'reads' && reads && (
        <rect class="window-2" x={x(reads[0])} y={17} width={x(reads[1] + 1 - reads[0])} height={13} />
      )}
      <path class="line" d={`M0 ${fixed(base)}H${fixed(size * cell)}`} />
      {cells.map(({ sum, inner }, at) => {
        const height = Math.abs(sum) * scale
        const y = sum < 0 ? base : base - height
        return (
          <>
            {height > 0 && (
              <rect
                class={`u ${inner ? 'u-output' : 'u-plain'}`}
                x={x(at + 0.1)}
                y={fixed(y)}
                width={x(0.8)}
                height={fixed(height)}
              />
            )}
            {fits && (
              <text class="val val-mid" x={x(at + 0.5)} y={fixed(sum < 0 ? y + height + 14 : y - 5)}>
                {show(sum, 1)}
              </text>
            )}
          </>
        )
      })}
      <rect class="window" x={x(unit)} y={top} width={x(1)} height={fixed(bottom - top)} />
    </svg>
  )
}
