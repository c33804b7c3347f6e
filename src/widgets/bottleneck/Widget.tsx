import type { JSX } from 'preact'
import { Select, Slider, Switch } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { Formula } from '#ui/Formula.tsx'
import { grouped, show } from '#ui/scale.ts'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import { type Messages, product } from './messages.ts'
import { type Chain, type Derived, derive, describe, edited, fields } from './model.ts'
import { View } from './View.tsx'

type Whole = Extract<Derived, { ok: true }>

function Layers({ chains, words }: { chains: readonly Chain[]; words: Messages }): JSX.Element {
  return (
    <table class="num-table">
      <thead>
        <tr>
          {words.head.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      {chains.map((chain) => (
        <tbody>
          {chain.rows.map((row) => (
            <tr>
              <td>{product(row)}</td>
              <td>{grouped(row.weights)}</td>
              <td>{grouped(row.macs)}</td>
            </tr>
          ))}
          {chain.rows.length > 1 && (
            <tr class="sum-row">
              <td>{words.total}</td>
              <td>{grouped(chain.weights)}</td>
              <td>{grouped(chain.macs)}</td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  )
}

function Condition({ whole }: { whole: Whole }): JSX.Element {
  const { kernelSize: k, inChannels: i, outChannels: o, expand } = whole.shape
  const direct = grouped(whole.direct.weights)
  return (
    <p class="work">
      <Formula
        source={expand ? 'k^2 m^2 + (C_in + C_out) m < | k^2 C_in C_out' : 'm < k^2 C_in C_out / | (C_in + k^2 C_out)'}
      />
      <span class="eqline">
        {expand ? `${k}²m² + (${i} + ${o})m < ${direct} ⇒ ` : `= ${direct} / (${i} + ${k}² × ${o}) = `}
        <b class="t-output">
          {expand && 'm < '}
          {show(whole.breakEven, 1)}
        </b>
      </span>
    </p>
  )
}

export function Widget(props: FigureProps<typeof fields, Messages>): JSX.Element {
  const { words } = props
  const figure = useFigure(props, fields, derive)
  const { state, set } = figure
  const { derived: whole } = figure.shown
  const { shape } = whole
  const middle = (value: number): void => set({ middle: Math.min(fields.middle.max, Math.max(1, value)) })
  const slider = (name: 'kernelSize' | 'inChannels' | 'outChannels' | 'inputSize') => ({
    name: words.names[name],
    field: fields[name],
    value: shape[name],
    onChange: (value: number) => set(edited(state, { [name]: value })),
  })
  return (
    <FigureBody
      figure={figure}
      stage={<View whole={whole} words={words} onMiddle={middle} />}
      legend={['input', { role: 'kernel', text: words.weights }, 'output', 'now']}
      choices={
        <>
          <Select
            name={words.preset}
            field={fields.preset}
            value={state.preset}
            words={words.presets}
            onChange={(preset) => set(preset === 'custom' ? edited(state, {}) : { preset, middle: 0 })}
          />
          <Switch name={words.expand} value={shape.expand} onChange={(expand) => set(edited(state, { expand }))} />
        </>
      }
      sliders={
        <>
          <Slider
            name={words.names.middle}
            symbol="m"
            field={{ min: 1, max: fields.middle.max }}
            value={shape.middle}
            onChange={middle}
          />
          <Slider symbol="k" {...slider('kernelSize')} />
          <Slider symbol="C_in" {...slider('inChannels')} />
          <Slider symbol="C_out" {...slider('outChannels')} />
          <Slider {...slider('inputSize')} />
        </>
      }
      summary={words.summary(whole)}
      status={describe(state, whole, words)}
      bench={[
        { title: words.layers, body: <Layers chains={[whole.direct, whole.reduced]} words={words} /> },
        {
          title: words.notes,
          body: (
            <>
              <p class="note">{words.rank(shape.middle)}</p>
              <p class="note">{words.flops(whole)}</p>
            </>
          ),
        },
      ]}
      work={<Condition whole={whole} />}
      torch={async () => (await import('./torch.ts')).torch(whole, words.torchMacs)}
    />
  )
}
