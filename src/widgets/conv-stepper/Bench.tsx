import type { JSX } from 'preact'
import { NumberCells } from '#ui/NumberCells.tsx'
import { factorText, range, show } from '#ui/scale.ts'
import { editedDivisor, editedWeight, ownKernel } from './editing.ts'
import type { Messages } from './messages.ts'
import { type Shape, type State, side, type Term } from './model.ts'

interface BenchProps {
  readonly state: State
  readonly shape: Shape
  readonly words: Messages
}

/** Kernels up to this size have a line for each product, larger ones a line for each row of the kernel. */
const linesUpTo = 3

function lines({ state, shape }: BenchProps): { what: string; terms: readonly Term[] }[] {
  const inside = shape.terms.filter((term) => term.inside)
  if (state.kernelSize <= linesUpTo) {
    return inside.map((term) => ({ what: `x[${term.input.join(',')}] · w[${term.kernel.join(',')}]`, terms: [term] }))
  }
  return range(state.kernelSize)
    .map((row) => ({ what: `w[${row},·]`, terms: inside.filter((term) => term.kernel[0] === row) }))
    .filter(({ terms }) => terms.length > 0)
}

/** The products of this step in a column, their sum under a rule. */
export function Sum(props: BenchProps): JSX.Element {
  const { state, shape, words } = props
  const { sum, kernel, unit, terms } = shape
  const long = state.kernelSize > linesUpTo
  const padded = terms.filter((term) => !term.inside).length
  const name = `y[${unit.join(',')}]`
  const total = (what: string, value: number): JSX.Element => (
    <tr>
      <td class="what">{what}</td>
      <td colSpan={3} />
      <td class="e">=</td>
      <td class="v">{show(value)}</td>
    </tr>
  )
  return (
    <>
      <table class={long ? 'sum long' : 'sum'}>
        <tbody>
          {lines(props).map(({ what, terms }) => (
            <tr>
              <td class="what">{what}</td>
              {long ? <Row terms={terms} /> : <Product term={terms[0]} />}
              <td class="e">=</td>
              <td class="v">{show(terms.reduce((sum, term) => sum + term.product, 0))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {kernel.divisor !== 1 && total('Σ', sum)}
          {total(kernel.divisor === 1 ? name : `${name} = Σ ÷ ${kernel.divisor}`, sum / kernel.divisor)}
        </tfoot>
      </table>
      {padded > 0 && <p class="note">{words.paddedTerms(padded)}</p>}
    </>
  )
}

function Product({ term }: { term: Term }): JSX.Element {
  return (
    <>
      <td class="e">
        <u class="t-input">{show(term.x)}</u>
      </td>
      <td class="e">×</td>
      <td class="e">
        <u class="t-kernel">{factorText(term.w)}</u>
      </td>
    </>
  )
}

function Row({ terms }: { terms: readonly Term[] }): JSX.Element {
  return (
    <td class="e" colSpan={3}>
      {terms.map((term, index) => (
        <>
          {index > 0 && ' + '}
          <span>
            <u class="t-input">{show(term.x)}</u> × <u class="t-kernel">{factorText(term.w)}</u>
          </span>
        </>
      ))}
    </td>
  )
}

interface EditProps extends BenchProps {
  /** What was typed: kept, and to be seen here, also while the picture waits for sizes that hold. */
  readonly typed: State
  readonly onChange: (patch: Partial<State>) => void
}

export function Edit({ state, shape, typed, words, onChange }: EditProps): JSX.Element {
  const k = state.kernelSize
  const edit = (row: number, column: number, value: number): void => {
    const x = [...typed.x]
    x[row * side + column] = value
    onChange({ x })
  }
  return (
    <>
      <div class={shape.size > 8 ? 'numbers edit many' : 'numbers edit'}>
        {state.mode === 'numbers' && (
          <NumberCells
            rows={shape.size}
            columns={shape.size}
            look="in"
            legend={words.map(`${words.input} x`, shape.size)}
            value={(row, column) => typed.x[row * side + column]}
            cellLabel={(row, column) => words.cell('x', row, column)}
            onChange={edit}
          />
        )}
        <NumberCells
          rows={k}
          columns={k}
          look="ker"
          legend={words.map(`${words.names.kernel} w`, k)}
          value={(row, column) => editedWeight(typed, shape, k, row, column)}
          cellLabel={(row, column) => words.cell('w', row, column)}
          onChange={(row, column, value) => onChange(ownKernel(typed, shape, k, [row, column, value]))}
          min={-999}
          max={999}
        />
        <NumberCells
          rows={1}
          columns={1}
          look="ker"
          legend={words.divisor}
          value={() => editedDivisor(typed, shape)}
          cellLabel={() => words.divisor}
          onChange={(_row, _column, value) =>
            onChange({ ...ownKernel(typed, shape, k), divisor: Math.max(1, Math.round(value)) })
          }
          min={1}
          max={4096}
        />
      </div>
      <p class="note">{words.editNote}</p>
    </>
  )
}
