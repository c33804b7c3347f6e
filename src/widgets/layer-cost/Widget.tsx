import type { JSX } from 'preact'
import { Select, Slider, Switch } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { Work } from '#ui/Formula.tsx'
import { grouped } from '#ui/scale.ts'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import type { Messages } from './messages.ts'
import { derive, describe, edited, fields, settled } from './model.ts'
import { View, type ViewProps } from './View.tsx'

/** The accounts as sums, one a line. */
function Sums({ state, whole, words }: ViewProps): JSX.Element {
  return (
    <>
      <dl class="sums">
        {words.lines(whole, state).map(([name, sum, result]) => (
          <div>
            <dt>{name}</dt>
            <dd>
              {sum} = <b>{result}</b>
            </dd>
          </div>
        ))}
      </dl>
      <p class="note">{words.workNote(whole)}</p>
    </>
  )
}

export function Widget(props: FigureProps<typeof fields, Messages>): JSX.Element {
  const { words } = props
  const figure = useFigure(props, fields, derive)
  const { state, set } = figure
  const { state: shown, derived: whole } = figure.shown
  const parts = { state: shown, whole, words }
  const wanted = settled(state)
  const slider = (name: 'inChannels' | 'outChannels' | 'kernelSize' | 'inputSize' | 'stride' | 'dilation') => ({
    name: words.names[name],
    field: fields[name],
    value: wanted[name],
    onChange: (value: number) => set(edited(state, { [name]: value })),
  })
  const { kernelSize: k, inChannels, outChannels } = whole.shape
  const o = whole.outputSize
  return (
    <FigureBody
      figure={figure}
      stage={<View {...parts} />}
      legend={['input', 'kernel', 'output']}
      choices={
        <>
          <Select
            name={words.preset}
            field={fields.preset}
            value={state.preset}
            words={words.presets}
            onChange={(preset) => set(preset === 'custom' ? edited(state, {}) : { preset })}
          />
          <Select
            name={words.padding}
            field={fields.padding}
            value={wanted.padding}
            words={words.paddings}
            onChange={(padding) => set(edited(state, { padding }))}
          />
          <Select
            name={words.dataType}
            field={fields.dataType}
            value={state.dataType}
            words={words.dataTypes}
            onChange={(dataType) => set({ dataType })}
          />
          <Switch
            name={words.depthwise}
            value={wanted.depthwise}
            onChange={(depthwise) => set(edited(state, { depthwise }))}
          />
          <Switch name={words.bias} value={wanted.bias} onChange={(bias) => set(edited(state, { bias }))} />
        </>
      }
      sliders={
        <>
          <Slider symbol="C_in" {...slider('inChannels')} />
          <Slider symbol="C_out" {...slider('outChannels')} />
          <Slider symbol="k" {...slider('kernelSize')} />
          <Slider {...slider('inputSize')} />
          <Slider symbol="s" {...slider('stride')} />
          <Slider symbol="d" hint={words.dense} {...slider('dilation')} />
          <Slider
            name={words.names.batch}
            field={fields.batch}
            value={state.batch}
            onChange={(batch) => set({ batch })}
          />
        </>
      }
      summary={words.summary(whole)}
      status={describe(shown, whole, words)}
      problem={figure.problem && words.problem(figure.problem, whole)}
      bench={[
        { title: words.work, body: <Sums {...parts} /> },
        {
          title: words.intensity,
          body: (
            <>
              <p class="note">{words.intensityText(whole, shown)}</p>
              <p class="note">{words.training(whole)}</p>
            </>
          ),
        },
      ]}
      work={
        <Work
          source="H_out W_out k^2 | C_in C_out / g"
          numbers={`= ${o} × ${o} × ${k}² × ${inChannels} × ${outChannels} / ${whole.groups}`}
          result={grouped(whole.cost.macCount)}
        />
      }
      torch={async () => (await import('./torch.ts')).torch(shown, whole)}
    />
  )
}
