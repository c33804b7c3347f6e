import type { JSX } from 'preact'
import { grouped, tenth } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { inputChannels, type Shape, type State } from './model.ts'

interface BenchProps {
  readonly state: State
  readonly shape: Shape
  readonly words: Messages
}

/** Size, activations and multiply-accumulates of every stage. */
export function Ledger({ state, shape, words }: BenchProps): JSX.Element {
  const { stages, total } = shape
  const input = inputChannels * state.inputSize ** 2
  return (
    <>
      <table class="num-table ledger">
        <thead>
          <tr>
            {words.columns.map((name) => (
              <th>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{words.input}</td>
            <td>
              {inputChannels}×{words.size(state.inputSize)}
            </td>
            <td>{grouped(input)}</td>
            <td />
          </tr>
          {stages.map((stage, index) => (
            <tr>
              <td>{words.stage(index + 1)}</td>
              <td>
                {stage.channels}×{words.size(stage.outputSize)}
              </td>
              <td>{grouped(stage.activations)}</td>
              <td>{grouped(stage.macs)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{words.total}</td>
            <td />
            <td>{grouped(total.activations)}</td>
            <td>{grouped(total.macs)}</td>
          </tr>
        </tfoot>
      </table>
      <p class="note">{words.savings(shape)}</p>
    </>
  )
}

const bar = 18
const tall = 84

/** Outputs after the shift as bars; a mark where the unshifted output, moved along, would put each. */
export function Shifted({ shape, words }: Omit<BenchProps, 'state'>): JSX.Element {
  const { actual, expected } = shape.equivariance
  const top = Math.max(1, ...actual, ...expected)
  const y = (value: number): number => tenth(tall * (1 - value / top))
  const width = actual.length * bar
  const [bars, marks] = words.barsKey(shape)
  return (
    <>
      <svg class="draw" viewBox={`-1 -3 ${width + 2} ${tall + 5}`} role="img" aria-label={words.barsLabel(shape)}>
        <path
          class="u-output u"
          d={actual.map((value, at) => `M${at * bar + 2} ${tall}V${y(value)}h${bar - 4}V${tall}z`).join('')}
        />
        <path class="brace" d={`M0 ${tall}h${width}`} />
        <path class="window" d={expected.map((value, at) => `M${at * bar} ${y(value)}h${bar}`).join('')} />
      </svg>
      <ul class="legend">
        <li>
          <svg viewBox="0 0 18 18" aria-hidden="true">
            <path class="u-output u" d="M4 17V5h10v12z" />
          </svg>
          {bars}
        </li>
        <li>
          <svg viewBox="0 0 18 18" aria-hidden="true">
            <path class="window" d="M1 9h16" />
          </svg>
          {marks}
        </li>
      </ul>
      <p class="note">{words.equivarianceNote(shape)}</p>
    </>
  )
}
