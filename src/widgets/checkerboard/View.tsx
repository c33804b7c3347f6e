import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { type Cursor, Window } from '#ui/Grid.tsx'
import { Heat } from '#ui/Heat.tsx'
import { PixelCursor } from '#ui/PixelCursor.tsx'
import type { Messages } from './messages.ts'
import type { Derived, Method, State } from './model.ts'
import { Overlap } from './Overlap.tsx'

type Whole = Extract<Derived, { ok: true }>
interface ViewProps {
  readonly state: State
  readonly whole: Whole
  readonly words: Messages
  readonly onUnit: (row: number, column: number) => void
}

interface BoardProps {
  readonly method: Method
  readonly across: number
  readonly unit: readonly [row: number, column: number]
  readonly label: string
  readonly cursor?: Cursor
}

/** All outputs of a flat input. */
function Board({ method, across, unit, label, cursor }: BoardProps): JSX.Element {
  const { map, size } = method
  const heat = useMemo(() => {
    const signed = map.some((value) => value < 0)
    return <Heat values={map} width={size} height={size} look={signed ? 'signed' : 'ink'} label={label} />
  }, [map, label])
  return (
    <div class="board" style={{ inlineSize: `${(100 * size) / across}%` }}>
      {heat}
      <svg class="over" viewBox={`0 0 ${size} ${size}`} {...(cursor ? { role: 'none' } : { 'aria-hidden': 'true' })}>
        <Window at={{ row: unit[0], column: unit[1], height: 1, width: 1 }} unit={1} over />
        {cursor && <PixelCursor rows={size} columns={size} cursor={cursor} />}
      </svg>
    </div>
  )
}

export function View({ state, whole, words, onUnit }: ViewProps): JSX.Element {
  const { transposed, resized, unit } = whole
  const across = Math.max(transposed.size, resized.size)
  const last = resized.size - 1
  const other = [Math.min(unit[0], last), Math.min(unit[1], last)] as const
  const cursor: Cursor = {
    row: unit[0],
    column: unit[1],
    label: words.map(words.transposed, transposed),
    cellLabel: words.cell(...unit, transposed.map[unit[0] * transposed.size + unit[1]]),
    onMove: onUnit,
  }
  return (
    <div class="panels boards">
      <section class="panel">
        <header>
          <h4>{words.transposed}</h4>
          <p>{words.transposedText(state, transposed)}</p>
        </header>
        <Overlap
          method={transposed}
          across={across}
          unit={unit[1]}
          frames="stamps"
          label={words.row(words.transposed, transposed)}
        />
        <Board
          method={transposed}
          across={across}
          unit={unit}
          label={words.map(words.transposed, transposed)}
          cursor={cursor}
        />
      </section>
      <section class="panel">
        <header>
          <h4>{words.resized}</h4>
          <p>{words.resizedText(state)}</p>
        </header>
        <Overlap
          method={resized}
          across={across}
          unit={other[1]}
          frames="reads"
          label={words.row(words.resized, resized)}
        />
        <Board method={resized} across={across} unit={other} label={words.map(words.resized, resized)} />
      </section>
    </div>
  )
}
