import type { JSX } from 'preact'
import { useContext, useRef, useState } from 'preact/hooks'
import { Live } from './use-figure.ts'

export interface NumberCellsProps {
  readonly rows: number
  readonly columns: number
  readonly value: (row: number, column: number) => number
  readonly onChange: (row: number, column: number, value: number) => void
  readonly legend: string
  readonly cellLabel: (row: number, column: number) => string
  /** Square cells of a map or round ones of a kernel. */
  readonly look: 'in' | 'ker'
  readonly min?: number
  readonly max?: number
}

/** Editable numbers of a map or a kernel: one tab stop, arrow keys move between the cells, typing changes the number. */
export function NumberCells(props: NumberCellsProps): JSX.Element {
  const { rows, columns, value, onChange, legend, cellLabel, look, min = -99, max = 99 } = props
  const live = useContext(Live)
  const [at, setAt] = useState<readonly [number, number]>([0, 0])
  const box = useRef<HTMLDivElement>(null)
  const active = [Math.min(at[0], rows - 1), Math.min(at[1], columns - 1)]
  const move = (event: JSX.TargetedKeyboardEvent<HTMLInputElement>, row: number, column: number): void => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Enter: [1, 0] }[
      event.key
    ]
    if (!step) return
    event.preventDefault()
    const next = [Math.min(rows - 1, Math.max(0, row + step[0])), Math.min(columns - 1, Math.max(0, column + step[1]))]
    const input = box.current?.querySelectorAll('input')[next[0] * columns + next[1]]
    input?.focus()
    input?.select()
  }
  const cells = Array.from({ length: rows * columns }, (_, index) => [Math.floor(index / columns), index % columns])
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class={`cells ${look}`} style={{ '--n': columns, '--rows': rows }} ref={box}>
        {(live ? cells : []).map(([row, column]) => (
          <input
            key={`${row} ${column}`}
            type="number"
            step="any"
            min={min}
            max={max}
            value={value(row, column)}
            tabIndex={row === active[0] && column === active[1] ? 0 : -1}
            aria-label={cellLabel(row, column)}
            onFocus={() => setAt([row, column])}
            onKeyDown={(event) => move(event, row, column)}
            onInput={(event) => {
              const typed = event.currentTarget.valueAsNumber
              if (Number.isFinite(typed)) onChange(row, column, Math.min(max, Math.max(min, typed)))
            }}
            onBlur={(event) => {
              event.currentTarget.value = String(value(row, column))
            }}
          />
        ))}
      </div>
    </fieldset>
  )
}
