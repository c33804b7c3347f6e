import type { JSX } from 'preact'
import { Bars } from '#ui/Bars.tsx'
import { NumberCells } from '#ui/NumberCells.tsx'
import { factorText, grouped, show } from '#ui/scale.ts'
import { pair } from './messages.ts'
import { kernelSize, type State, side } from './model.ts'
import type { ViewProps } from './View.tsx'

/** The nine products in a column, their sum under a rule; the point looked at stands out. */
export function Sum({ state, whole }: ViewProps): JSX.Element {
  return (
    <table class="sum">
      <tbody>
        {whole.points.map(({ point, weight, mask, value, product }, tap) => (
          <tr class={tap === state.step ? 'is-now' : ''}>
            <td class="what">x{pair(point)}</td>
            <td class="e">
              <u class="t-kernel">{factorText(weight)}</u>
            </td>
            {state.modulation && <td class="e">× {show(mask)}</td>}
            <td class="e">×</td>
            <td class="e">
              <u class="t-input">{factorText(value, 3)}</u>
            </td>
            <td class="e">=</td>
            <td class="v">{show(product, 3)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td class="what">y[3,3]</td>
          <td />
          {state.modulation && <td />}
          <td />
          <td />
          <td class="e">=</td>
          <td class="v">{show(whole.sum, 3)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** The four pixels of one point: the distances down and along give the weight, the weight times the pixel the part. */
export function Near({ whole, words }: ViewProps): JSX.Element {
  const { point, neighbours, pixels, value } = whole.now
  const near = (cell: readonly number[], axis: 0 | 1): string => show(1 - Math.abs(cell[axis] - point[axis]))
  return (
    <>
      <table class="sum">
        <tbody>
          {neighbours.map(({ cell, weight }, at) => (
            <tr>
              <td class="what">x[{cell.map((place) => show(place)).join(',')}]</td>
              <td class="e">
                {near(cell, 0)} × {near(cell, 1)}
              </td>
              <td class="e">×</td>
              <td class="e">
                <u class="t-input">{factorText(pixels[at])}</u>
              </td>
              <td class="e">=</td>
              <td class="v">{show(weight * pixels[at], 3)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td class="what">x{pair(point)}</td>
            <td />
            <td />
            <td />
            <td class="e">=</td>
            <td class="v">{show(value, 3)}</td>
          </tr>
        </tfoot>
      </table>
      <p class="note">{words.nearNote}</p>
    </>
  )
}

export function Edit(props: ViewProps & { onChange: (patch: Partial<State>) => void }): JSX.Element {
  const { state, words, onChange } = props
  const change = (name: 'x' | 'w' | 'masks', columns: number) => (row: number, column: number, value: number) => {
    const values = [...state[name]]
    values[row * columns + column] = value
    onChange({ [name]: values })
  }
  return (
    <>
      <div class="numbers">
        <NumberCells
          rows={side}
          columns={side}
          look="in"
          legend={words.editNames.x}
          value={(row, column) => state.x[row * side + column]}
          cellLabel={(row, column) => words.cell('x', row, column)}
          onChange={change('x', side)}
        />
        <NumberCells
          rows={kernelSize}
          columns={kernelSize}
          look="ker"
          legend={words.editNames.w}
          value={(row, column) => state.w[row * kernelSize + column]}
          cellLabel={(row, column) => words.cell('w', row, column)}
          onChange={change('w', kernelSize)}
        />
        {state.modulation && (
          <NumberCells
            rows={kernelSize}
            columns={kernelSize}
            look="ker"
            min={0}
            max={1}
            legend={words.editNames.m}
            value={(row, column) => state.masks[row * kernelSize + column]}
            cellLabel={(row, column) => words.cell('Δm', row, column)}
            onChange={change('masks', kernelSize)}
          />
        )}
      </div>
      <p class="note">{words.editNote}</p>
    </>
  )
}

export function Cost({ state, whole, words }: ViewProps): JSX.Element {
  const { branch } = whole
  return (
    <>
      <Bars
        label={words.branch}
        bars={[branch.main, branch.weights].map((weights, at) => ({
          label: words.branchNames[at],
          parts: [weights],
          text: grouped(weights),
          look: at === 0 ? 'plain' : 'kernel',
        }))}
      />
      <p class="note">{words.branchNote(whole, state)}</p>
    </>
  )
}
