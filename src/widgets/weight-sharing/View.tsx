import type { JSX } from 'preact'
import { type Cell, type Cursor, Grid } from '#ui/Grid.tsx'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { at, columns, type Derived, type Pair, rows, type State } from './model.ts'

interface ViewProps {
  readonly state: State
  readonly derived: Derived
  readonly words: Messages
  readonly onUnit: (row: number, column: number) => void
}

function inputCells({ input }: Pair): Cell[][] {
  return range(rows).map((row) =>
    range(columns).map((column): Cell => {
      const value = at(input, row, column)
      return { kind: 'input', value, faint: value === 0 }
    }),
  )
}

function outputCells({ output }: Pair, height: number, width: number): Cell[][] {
  return range(height).map((row) =>
    range(width).map((column): Cell => {
      const value = at(output, row, column)
      return { kind: 'output', value, faint: value === 0 }
    }),
  )
}

function Maps({ pair, shift, props }: { pair: Pair; shift: number; props: ViewProps }): JSX.Element {
  const { derived, words, onUnit } = props
  const [row, column] = derived.unit
  const cursor: Cursor = {
    row,
    column,
    label: words.outputLabel(derived.outputRows, derived.outputColumns),
    cellLabel: words.cell(row, column, at(pair.output, row, column)),
    onMove: onUnit,
  }
  return (
    <>
      <span class="map-name">{words.input}</span>
      <Grid cells={inputCells(pair)} frame="input" label={words.inputLabel(shift)} />
      <span class="map-name">{words.output}</span>
      <Grid
        cells={outputCells(pair, derived.outputRows, derived.outputColumns)}
        frame="output"
        result
        label={words.outputLabel(derived.outputRows, derived.outputColumns)}
        windows={[{ row, column, height: 1, width: 1 }]}
        cursor={cursor}
      />
    </>
  )
}

/** Cells of the difference: a zero is faint, what differs stands out, and what has no counterpart is hatched. */
function differenceCells({ difference }: Derived): Cell[][] {
  return difference.map((line) =>
    line.map((value): Cell => {
      if (value === null) return { kind: 'pad' }
      return value === 0 ? { kind: 'empty', value: 0, faint: true } : { kind: 'field', value, strong: true }
    }),
  )
}

/** Shift then convolve, against convolve then shift. */
export function View(props: ViewProps): JSX.Element {
  const { state, derived, words } = props
  return (
    <div class="panels shifts">
      <section class="panel">
        <header>
          <h4>{words.before}</h4>
          <p>{words.beforeText}</p>
        </header>
        <Maps pair={derived.before} shift={0} props={props} />
      </section>
      <section class="panel">
        <header>
          <h4>{words.after}</h4>
          <p>{words.afterText(state.shift)}</p>
        </header>
        <Maps pair={derived.after} shift={state.shift} props={props} />
      </section>
      <section class="panel">
        <header>
          <h4>{words.difference}</h4>
          <p>{words.differenceText(derived.move)}</p>
        </header>
        <Grid cells={differenceCells(derived)} label={words.differenceLabel(derived.unequal)} />
      </section>
    </div>
  )
}
