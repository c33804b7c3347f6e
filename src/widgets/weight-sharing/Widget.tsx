import type { JSX } from 'preact'
import { Select, Slider, Switch } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { Work } from '#ui/Formula.tsx'
import { range } from '#ui/scale.ts'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import { Sums, Weights } from './Bench.tsx'
import type { Messages } from './messages.ts'
import { derive, describe, fields, unitOf } from './model.ts'
import { View } from './View.tsx'

export function Widget(props: FigureProps<typeof fields, Messages>): JSX.Element {
  const { words } = props
  const figure = useFigure(props, fields, derive)
  const { state, set } = figure
  const { state: shown, derived: shape } = figure.shown
  const parts = { state: shown, shape, words }
  const slider = (name: 'shift' | 'stride' | 'padding') => ({
    name: words.names[name],
    field: fields[name],
    value: state[name],
    onChange: (value: number) => set({ [name]: value }),
  })
  return (
    <FigureBody
      figure={figure}
      stage={<View {...parts} onUnit={(row, column) => set({ row, column })} />}
      legend={[{ role: 'signed', text: words.signed }, 'now']}
      player={{
        frame: shape.frame,
        frames: shape.difference.length,
        onFrame: (frame) => set(unitOf(shape, frame)),
        ticks: range(shape.rows).map((row) => row * (shape.columns - shape.by)),
      }}
      choices={
        <>
          <Switch name={words.sharing} value={state.sharing} onChange={(sharing) => set({ sharing })} />
          <Select
            name={words.names.filter}
            field={fields.filter}
            value={state.filter}
            words={words.filters}
            onChange={(filter) => set({ filter })}
          />
        </>
      }
      sliders={
        <>
          <Slider symbol="a" hint={words.shiftHint} {...slider('shift')} />
          <Slider symbol="s" {...slider('stride')} />
          <Slider symbol="p" {...slider('padding')} />
        </>
      }
      summary={words.summary(state)}
      status={describe(shown, shape, words)}
      problem={figure.problem && words.problem(figure.problem, shown)}
      bench={[
        { title: words.work(shape), body: <Sums {...parts} /> },
        { title: words.weights, body: <Weights {...parts} /> },
        { title: words.verdict, body: words.verdictNote(shown, shape).map((line) => <p class="note">{line}</p>) },
      ]}
      work={<Work source="a / s" numbers={`= ${shown.shift} / ${shown.stride}`} result={words.result(shown, shape)} />}
      torch={async () => (await import('./torch.ts')).torch(shown, shape, words)}
    />
  )
}
