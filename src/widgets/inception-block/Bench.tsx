import type { JSX } from 'preact'
import { Bars } from '#ui/Bars.tsx'
import { grouped } from '#ui/scale.ts'
import { type Messages, stepName } from './messages.ts'
import type { Derived, State } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
interface PartProps {
  readonly state: State
  readonly whole: Whole
  readonly words: Messages
}

export function Costs({ state, whole, words }: PartProps): JSX.Element {
  const cost = state.reduction ? whole.reduced : whole.plain
  return (
    <table class="num-table">
      <thead>
        <tr>
          {words.head.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {whole.paths.map((path) => (
          <tr>
            <td title={path.steps.map((step) => stepName(step, words)).join(', ')}>{path.letter}</td>
            <td>{path.field}</td>
            <td>{path.outChannels}</td>
            <td>{grouped(path.weights)}</td>
            <td>{grouped(path.macs)}</td>
          </tr>
        ))}
        <tr class="sum-row">
          <td>{words.total}</td>
          <td>{whole.field}</td>
          <td>{cost.outChannels}</td>
          <td>{grouped(cost.weights)}</td>
          <td>{grouped(cost.macs)}</td>
        </tr>
      </tbody>
    </table>
  )
}

export function Compare({ whole, words }: PartProps): JSX.Element {
  const { reduced, plain } = whole
  return (
    <>
      {(['weights', 'macs', 'outChannels'] as const).map((name) => {
        const title = name === 'outChannels' ? words.channels : words[name]
        return (
          <div class="pair">
            <p class="map-name">{title}</p>
            <Bars
              label={title}
              bars={[
                {
                  label: words.with,
                  parts: [reduced[name]],
                  text: grouped(reduced[name]),
                  look: name === 'outChannels' ? 'output' : 'kernel',
                },
                { label: words.without, parts: [plain[name]], text: grouped(plain[name]), look: 'plain' },
              ]}
            />
          </div>
        )
      })}
    </>
  )
}

/** Each branch's size with its padding, and without. */
export function Sizes({ state, whole, words }: PartProps): JSX.Element {
  return (
    <>
      <table class="sum">
        <tbody>
          {whole.paths.map((path) => (
            <tr>
              <td class="what">{path.letter}</td>
              <td class="e">
                {state.inputSize} + 2 × {path.padding} − {path.kernelSize} + 1 =
              </td>
              <td class="v t-output">{path.size}</td>
              <td class="what beside">{words.unpadded(path.unpadded)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">{words.sizesNote}</p>
    </>
  )
}

const cell = 20
/** The receptive fields round one pixel, each in the stroke of its branch. */
export function FieldsSeen({ whole, words }: PartProps): JSX.Element {
  const span = whole.field + 2
  const side = span * cell
  let lattice = ''
  for (let at = 0; at <= span; at++) lattice += `M0 ${at * cell}h${side}M${at * cell} 0v${side}`
  return (
    <>
      <svg class="draw seen" viewBox={`-1 -1 ${side + 2} ${side + 2}`} role="img" aria-label={words.fieldsLabel(whole)}>
        <path class="line" d={lattice} />
        {whole.paths.map((path, index) => {
          const inset = 1.5 + 2.5 * index
          const start = ((span - path.field) / 2) * cell + inset
          const size = path.field * cell - 2 * inset
          const letter = path.letter.toLowerCase()
          return (
            <>
              <rect class={`br br-${letter}`} x={start} y={start} width={size} height={size} />
              {letter === 'd' && <rect class="br br-d-in" x={start} y={start} width={size} height={size} />}
            </>
          )
        })}
      </svg>
      <p class="note">{words.fieldsLabel(whole)}</p>
    </>
  )
}
