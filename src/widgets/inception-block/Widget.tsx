import type { JSX } from 'preact'
import { Choice, Select, Slider, Switch } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { Work } from '#ui/Formula.tsx'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import { Compare, Costs, FieldsSeen, Sizes } from './Bench.tsx'
import { Block } from './Block.tsx'
import { Editor } from './Editor.tsx'
import { Maps } from './Maps.tsx'
import type { Messages } from './messages.ts'
import { branchesOf, derive, describe, edited, fields } from './model.ts'

export function Widget(props: FigureProps<typeof fields, Messages>): JSX.Element {
  const { words } = props
  const figure = useFigure(props, fields, derive)
  const { state, set } = figure
  const { state: shown, derived: whole } = figure.shown
  const parts = { state: shown, whole, words }
  const slider = (name: 'inChannels' | 'inputSize') => ({
    name: words.names[name],
    field: fields[name],
    value: state[name],
    onChange: (value: number) => set({ [name]: value }),
  })
  return (
    <FigureBody
      figure={figure}
      stage={
        <div class="panels inception">
          <section class="panel">
            <header>
              <h4>{words.block}</h4>
              <p>{words.blockText}</p>
            </header>
            <Block whole={whole} words={words} />
          </section>
          <section class="panel">
            <header>
              <h4>{words.maps}</h4>
              <p>{words.mapsText(shown)}</p>
            </header>
            <Maps {...parts} />
            <p class="map-name">{words.credit}</p>
          </section>
        </div>
      }
      legend={['input', 'signed']}
      choices={
        <>
          <Select
            name={words.preset}
            field={fields.preset}
            value={state.preset}
            words={words.presets}
            onChange={(preset) => set(preset === 'custom' ? edited(branchesOf(state)) : { preset })}
          />
          <Switch name={words.reduction} value={state.reduction} onChange={(reduction) => set({ reduction })} />
          <Switch name={words.align} value={state.align} onChange={(align) => set({ align })} />
          <Choice
            name={words.filter}
            field={fields.filter}
            value={state.filter}
            words={words.filters}
            group={`${figure.id}.filter`}
            onChange={(filter) => set({ filter })}
          />
        </>
      }
      sliders={
        <>
          <Slider symbol="C_in" {...slider('inChannels')} />
          <Slider symbol="i" {...slider('inputSize')} />
        </>
      }
      summary={words.summary(shown, whole)}
      status={describe(shown, whole, words)}
      problem={figure.problem && words.problem(figure.problem)}
      bench={[
        { title: words.edit, body: <Editor state={state} words={words} onChange={set} /> },
        { title: words.costs, body: <Costs {...parts} /> },
        { title: words.compare, body: <Compare {...parts} /> },
        { title: words.sizes, body: <Sizes {...parts} /> },
        { title: words.fields, body: <FieldsSeen {...parts} /> },
      ]}
      work={
        <>
          <Work
            source={`C_out = ${whole.paths.map(({ letter }) => `C_${letter}`).join(' + ')}`}
            numbers={`= ${whole.paths.map(({ outChannels }) => outChannels).join(' + ')}`}
            result={whole.shape[0]}
          />
          <Work
            source={`R F = "max" (${whole.paths.map(({ letter }) => `R_${letter}`).join(' , ')})`}
            numbers={`= max(${whole.paths.map(({ field }) => field).join(', ')})`}
            result={whole.field}
          />
        </>
      }
      torch={async () => (await import('./torch.ts')).torch(shown, whole, words.torchNote)}
    />
  )
}
