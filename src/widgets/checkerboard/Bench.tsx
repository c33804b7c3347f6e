import type { JSX } from 'preact'
import { Grid, type Cell as GridCell } from '#ui/Grid.tsx'
import { NumberCells } from '#ui/NumberCells.tsx'
import { factorText, show } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { type Cell, type Derived, edited, fields, type Method, type State } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
interface BenchProps {
  readonly state: State
  readonly whole: Whole
  readonly words: Messages
}

const named = (taps: readonly number[]): JSX.Element[] =>
  taps.map((tap, at) => (
    <>
      {at > 0 && ' + '}
      <i class="var">w</i>
      <sub>{tap}</sub>
    </>
  ))

/** The chosen cell: the weights that reach it along both axes, and their product. */
export function Sum({ whole, words }: BenchProps): JSX.Element {
  const { transposed, unit } = whole
  const { cells, weights, map, size } = transposed
  const line = ({ taps, sum }: Cell, name: string): JSX.Element => (
    <tr>
      <td class="what">{name}</td>
      <td class="e">{taps.length ? named(taps) : words.none}</td>
      <td class="e">
        {taps.length > 0 && '= '}
        {taps.map((tap, at) => (
          <>
            {at > 0 && ' + '}
            <u class="t-kernel">{factorText(weights[tap])}</u>
          </>
        ))}
      </td>
      <td class="v">{show(sum)}</td>
    </tr>
  )
  const [row, column] = [cells[unit[0]], cells[unit[1]]]
  return (
    <table class="sum long">
      <tbody>
        {line(row, words.axes[0])}
        {line(column, words.axes[1])}
      </tbody>
      <tfoot>
        <tr>
          <td class="what">
            y[{unit[0]},{unit[1]}]
          </td>
          <td class="e" />
          <td class="e">
            {factorText(row.sum)} × {factorText(column.sum)} =
          </td>
          <td class="v">{show(map[unit[0] * size + unit[1]])}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** The kernel's weights, and how they fall to the remainders of the index. */
export function Residues({
  state,
  whole,
  words,
  onChange,
}: BenchProps & { onChange: (patch: Partial<State>) => void }): JSX.Element {
  const { weights, period } = whole.transposed
  return (
    <>
      <div class="numbers">
        <NumberCells
          rows={1}
          columns={weights.length}
          look="ker"
          min={fields.w.min}
          max={fields.w.max}
          legend={words.edit}
          value={(_, at) => Math.round(100 * weights[at]) / 100}
          cellLabel={(_, at) => words.weight(at)}
          onChange={(_, at, value) => onChange(edited(state, at, value))}
        />
      </div>
      <table class="num-table">
        <thead>
          <tr>
            {words.head.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {period.map(({ count, taps, sum }, rest) => (
            <tr>
              <td>{rest}</td>
              <td>{count}</td>
              <td>{taps.length ? named(taps) : words.none}</td>
              <td>{show(sum)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Counts over one period of the plane, for both ways. */
export function Period({ whole, words }: BenchProps): JSX.Element {
  const counts = ({ period }: Method): GridCell[][] =>
    period.map((row) => period.map((column): GridCell => ({ kind: 'output', value: row.count * column.count })))
  const { transposed, resized } = whole
  return (
    <>
      <div class="numbers">
        {[[words.transposed, transposed] as const, [words.resized, resized] as const].map(([name, method]) => (
          <div>
            <span class="map-name">{name}</span>
            <Grid
              cells={counts(method)}
              frame="output"
              cell="26px"
              label={`${name}: ${counts(method)
                .flat()
                .map(({ value }) => value)
                .join(' ')}`}
            />
          </div>
        ))}
      </div>
      <p class="note">{words.periodNote(whole)}</p>
      <p class="note">{words.cost(whole)}</p>
    </>
  )
}
