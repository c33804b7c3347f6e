import type { JSX } from 'preact'
import { range, show, unit as U } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { at, type Derived, type State, stampSize } from './model.ts'

type Shape = Extract<Derived, { ok: true }>
interface StampsProps {
  readonly state: State
  readonly shape: Shape
  readonly words: Messages
}
const gap = 22

/** Which inputs' stamps are drawn: all while they are few, else those that meet the current cell. */
function drawn(state: State, shape: Shape): { rows: number[]; columns: number[] } {
  const all = range(state.inputSize)
  if (state.inputSize * stampSize(state) <= 9) return { rows: all, columns: all }
  if (state.order === 'input') {
    return { rows: [Math.floor(shape.frame / state.inputSize)], columns: [shape.frame % state.inputSize] }
  }
  const unique = (axis: 0 | 1): number[] => [...new Set(shape.terms.map((term) => term.input[axis]))]
  return { rows: unique(0).sort(byValue), columns: unique(1).sort(byValue) }
}
const byValue = (a: number, b: number): number => a - b

function Stamp({
  state,
  shape,
  row,
  column,
}: {
  state: State
  shape: Shape
  row: number
  column: number
}): JSX.Element {
  const size = stampSize(state)
  const { kernelSize: k, dilation: d } = state
  const value = at(shape.x, row, column)
  const hit = state.order === 'output' && shape.terms.find((term) => term.input[0] === row && term.input[1] === column)
  const current = state.order === 'input' && row * state.inputSize + column === shape.frame
  let lines = ''
  for (let q = 1; q < size; q++) lines += `M0 ${q * U}h${size * U}M${q * U} 0v${size * U}`
  return (
    <>
      <rect class="c-partial" width={size * U} height={size * U} />
      <path class="line" d={lines} />
      <rect class="frame f-output f-dash" width={size * U} height={size * U} />
      {range(k).flatMap((a) =>
        range(k).map((b) => {
          const here = hit && hit.kernel[0] === a && hit.kernel[1] === b
          return (
            <>
              <text class={here ? 'n n-strong' : 'n'} x={b * d * U + U / 2} y={a * d * U + U / 2 + 0.5}>
                {show(value * at(shape.w, a, b))}
              </text>
              {here && <rect class="window" x={b * d * U} y={a * d * U} width={U} height={U} />}
            </>
          )
        }),
      )}
      {current && <rect class="window" width={size * U} height={size * U} />}
    </>
  )
}

/** The stamps x·w, exploded by a gap so that the overlaps of the output lie side by side. */
export function Stamps({ state, shape, words }: StampsProps): JSX.Element {
  const { rows, columns } = drawn(state, shape)
  const size = stampSize(state) * U
  const count = rows.length * columns.length
  const width = Math.max(columns.length, 1) * (size + gap) - gap
  const height = Math.max(rows.length, 1) * (size + gap) + gap
  return (
    <section class="view third">
      <header>
        <h4>{words.scatter}</h4>
        <p>{words.scatterText(state.inputSize ** 2, stampSize(state), state.stride)}</p>
      </header>
      <div class="row">
        {count === 0 ? (
          <p>{words.none}</p>
        ) : (
          <svg
            class="map stamps"
            viewBox={`0 ${-gap} ${width} ${height}`}
            style={{ '--w': width / U, '--ratio': `${width}/${height}` }}
            role="img"
            aria-label={words.scatterLabel(count)}
          >
            {rows.map((row, i) =>
              columns.map((column, j) => (
                <g transform={`translate(${j * (size + gap)} ${i * (size + gap)})`}>
                  <Stamp state={state} shape={shape} row={row} column={column} />
                  <text class="stamp-label" x={0} y={i === 0 ? -10 : size + 12}>
                    <tspan class="t-input">{show(at(shape.x, row, column))}</tspan>
                    <tspan class="t-op"> × </tspan>
                    <tspan class="t-kernel">w</tspan>
                  </text>
                </g>
              )),
            )}
          </svg>
        )}
        <div class="kern" aria-hidden="true" />
      </div>
    </section>
  )
}
