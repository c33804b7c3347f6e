import type { JSX } from 'preact'
import { type Cell, Grid } from '#ui/Grid.tsx'
import { NumberCells } from '#ui/NumberCells.tsx'
import { factorText, range, show } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { at, type Derived, type State, side } from './model.ts'

interface BenchProps {
  readonly state: State
  readonly shape: Extract<Derived, { ok: true }>
  readonly words: Messages
}

/** The products of this step in a column, their sum under a rule. */
export function Sum({ state, shape, words }: BenchProps): JSX.Element {
  const [row, column] = shape.unit
  return (
    <>
      <table class="sum">
        <tbody>
          {shape.terms.map((term) => (
            <tr>
              <td class="what">
                x[{term.input.join(',')}] · w[{term.kernel.join(',')}]
              </td>
              <td class="e">
                <u class="t-input">{show(term.x)}</u>
              </td>
              <td class="e">×</td>
              <td class="e">
                <u class="t-kernel">{factorText(term.w)}</u>
              </td>
              <td class="e">=</td>
              <td class="v">{show(term.product)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td class="what">
              y[{row},{column}]
            </td>
            <td />
            <td />
            <td />
            <td class="e">=</td>
            <td class="v">{show(shape.sum)}</td>
          </tr>
        </tfoot>
      </table>
      <p class="note">
        {shape.terms.length
          ? words.workNote(state.kernelSize ** 2 - shape.terms.length, shape.terms.length)
          : words.none}
      </p>
    </>
  )
}

interface EditProps extends Omit<BenchProps, 'shape'> {
  /** What was typed: kept, and to be seen here, also while the picture waits for sizes that hold. */
  readonly typed: Pick<State, 'x' | 'w'>
  readonly onChange: (patch: Partial<State>) => void
}

export function Edit({ state, typed, words, onChange }: EditProps): JSX.Element {
  const change = (name: 'x' | 'w') => (row: number, column: number, value: number) => {
    const values = [...typed[name]]
    values[row * side + column] = value
    onChange({ [name]: values })
  }
  return (
    <>
      <div class="numbers">
        <NumberCells
          rows={state.inputSize}
          columns={state.inputSize}
          look="in"
          legend={words.map(`${words.names.input} x`, state.inputSize)}
          value={(row, column) => typed.x[row * side + column]}
          cellLabel={(row, column) => words.cell('x', row, column)}
          onChange={change('x')}
        />
        <NumberCells
          rows={state.kernelSize}
          columns={state.kernelSize}
          look="ker"
          legend={words.map(`${words.names.kernel} w`, state.kernelSize)}
          value={(row, column) => typed.w[row * side + column]}
          cellLabel={(row, column) => words.cell('w', row, column)}
          onChange={change('w')}
        />
      </div>
      <p class="note">{words.editNote}</p>
    </>
  )
}

/** The convolution that this one transposes, for the legal output paddings: rows that no window reads are crossed. */
export function Origin({ state, shape, words }: BenchProps): JSX.Element {
  const blank = (size: number, kind: 'input' | 'output', dropped = 0): Cell[][] =>
    range(size).map((row) =>
      range(size).map((column): Cell => {
        const drop = Math.max(row, column) >= size - dropped
        return { kind: drop ? 'drop' : kind }
      }),
    )
  return (
    <>
      <div class="origins">
        {shape.origins.map((size, extra) => (
          <div>
            <Grid
              cells={blank(size, 'output', extra)}
              frame="output"
              cell="12px"
              label={words.originLabel(size, state.inputSize, extra)}
            />
            <svg class="arr" viewBox="0 0 46 10" aria-hidden="true">
              <path class="arrow" d="M1 5h43m-5-4l5 4-5 4" />
            </svg>
            <Grid
              cells={blank(state.inputSize, 'input')}
              frame="input"
              cell="12px"
              label={`${state.inputSize}×${state.inputSize}`}
            />
            <span class="map-name">
              {size}×{size}, output_padding {extra}
            </span>
          </div>
        ))}
      </div>
      <p class="note">{words.originNote(state, shape.origins)}</p>
    </>
  )
}

/** Convolving the output gives the input's size again, not its values. */
export function RoundTrip({ state, shape, words }: BenchProps): JSX.Element {
  const { size, values } = shape.roundTrip
  const map = (from: typeof values): Cell[][] =>
    range(size).map((row) => range(size).map((column): Cell => ({ kind: 'input', value: at(from, row, column) })))
  const same = size === state.inputSize && values.data.every((value, index) => value === shape.x.data[index])
  return (
    <>
      <div class="numbers">
        <Grid cells={map(shape.x)} frame="input" cell="28px" label={words.map('x', state.inputSize)} />
        <Grid cells={map(values)} frame="input" cell="28px" label={words.roundTripLabel} />
      </div>
      <p class="note">{words.roundTripNote(size, same)}</p>
    </>
  )
}
