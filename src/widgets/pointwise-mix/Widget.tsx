import type { JSX } from 'preact'
import { Select, Slider, Switch } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { Work } from '#ui/Formula.tsx'
import { NumberCells } from '#ui/NumberCells.tsx'
import { factorText, show } from '#ui/scale.ts'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import type { Messages } from './messages.ts'
import { type Derived, derive, describe, edited, fields, inChannels, type State, side, unchanged } from './model.ts'
import { View } from './View.tsx'

type Whole = Extract<Derived, { ok: true }>
interface PartProps {
  readonly state: State
  readonly whole: Whole
  readonly words: Messages
}

/** Every output of the chosen pixel as a sum of products. */
function Sums({ state, whole, words }: PartProps): JSX.Element {
  const { mix, x, before, after } = whole
  return (
    <>
      <table class="sum sums">
        <tbody>
          {mix.w.map((row, out) => (
            <tr>
              <td class="what">
                <i class="var">y</i>
                <sub>{out}</sub>
              </td>
              <td class="e">
                {row.map((weight, channel) => (
                  <>
                    {channel > 0 && ' + '}
                    <span>
                      <u class="t-kernel">{factorText(weight)}</u> × <u class="t-input">{show(x[channel])}</u>
                    </span>
                  </>
                ))}{' '}
                <span>
                  + <u class="t-kernel">{factorText(mix.b[out])}</u> =
                </span>
              </td>
              <td class="v">{show(before[out])}</td>
              {state.activation && <td class="v t-output">→ {show(after[out])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">{words.workNote(state.activation)}</p>
    </>
  )
}

function Edit({
  state,
  whole,
  words,
  onChange,
}: PartProps & { onChange: (patch: Partial<State>) => void }): JSX.Element {
  const { w, b } = whole.mix
  const rows = w.length
  return (
    <>
      <div class="numbers">
        <NumberCells
          rows={rows}
          columns={inChannels}
          look="ker"
          min={fields.w.min}
          max={fields.w.max}
          legend={words.names.W}
          value={(out, channel) => w[out][channel]}
          cellLabel={words.weight}
          onChange={(out, channel, value) =>
            onChange(
              edited(state, (weights) => {
                weights[out * inChannels + channel] = value
              }),
            )
          }
        />
        <NumberCells
          rows={rows}
          columns={1}
          look="ker"
          min={fields.b.min}
          max={fields.b.max}
          legend={words.names.b}
          value={(out) => b[out]}
          cellLabel={words.bias}
          onChange={(out, _, value) =>
            onChange(
              edited(state, (_weights, biases) => {
                biases[out] = value
              }),
            )
          }
        />
      </div>
      <p class="note">{words.editNote}</p>
    </>
  )
}

export function Widget(props: FigureProps<typeof fields, Messages>): JSX.Element {
  const { words } = props
  const figure = useFigure(props, fields, derive)
  const { set } = figure
  const { state, derived: whole } = figure.shown
  const parts = { state, whole, words }
  const outChannels = whole.mix.w.length
  return (
    <FigureBody
      figure={figure}
      stage={<View {...parts} onPixel={(row, column) => set({ row, column })} />}
      legend={['input', { role: 'kernel', text: words.names.W }, 'output', 'signed', 'ink', 'now']}
      choices={
        <>
          <Select
            name={words.preset}
            field={fields.preset}
            value={state.preset}
            words={words.presets}
            onChange={(preset) => set(preset === 'custom' ? edited(state, unchanged) : { preset })}
          />
          <Switch name={words.activation} value={state.activation} onChange={(activation) => set({ activation })} />
        </>
      }
      sliders={
        <>
          <Slider
            name={words.outChannels}
            symbol="C_out"
            field={fields.outChannels}
            value={outChannels}
            onChange={(value) => set(edited(state, unchanged, value))}
          />
          <Slider name={words.row} field={fields.row} value={state.row} onChange={(row) => set({ row })} />
          <Slider
            name={words.column}
            field={fields.column}
            value={state.column}
            onChange={(column) => set({ column })}
          />
        </>
      }
      summary={words.summary(state, outChannels)}
      status={describe(state, whole, words)}
      bench={[
        { title: words.work, body: <Sums {...parts} /> },
        { title: words.edit, body: <Edit {...parts} onChange={set} /> },
        {
          title: words.costs,
          body: words.costNotes(whole, side).map((note) => <p class="note">{note}</p>),
        },
      ]}
      work={
        <Work
          source="P = C_in C_out + C_out"
          numbers={`= ${inChannels} × ${outChannels} + ${outChannels}`}
          result={whole.parameters}
        />
      }
      torch={async () => (await import('./torch.ts')).torch(state, whole, words.torchNote)}
    />
  )
}
