import type { JSX } from 'preact'
import { Select, Slider } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { Work } from '#ui/Formula.tsx'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import { Period, Residues, Sum } from './Bench.tsx'
import type { Messages } from './messages.ts'
import { derive, describe, fields } from './model.ts'
import { View } from './View.tsx'

export function Widget(props: FigureProps<typeof fields, Messages>): JSX.Element {
  const { words } = props
  const figure = useFigure(props, fields, derive)
  const { state, set } = figure
  const { state: shown, derived: whole } = figure.shown
  const parts = { state: shown, whole, words }
  const slider = (name: 'kernelSize' | 'stride' | 'padding' | 'inputSize' | 'resizeKernelSize' | 'seed') => ({
    name: words.names[name],
    field: fields[name],
    value: state[name],
    onChange: (value: number) => set({ [name]: value }),
  })
  const { kernelSize: k, stride: s } = shown
  return (
    <FigureBody
      figure={figure}
      stage={<View {...parts} onUnit={(row, column) => set({ row, column })} />}
      legend={[
        'input',
        { role: 'partial', text: words.legendStamp },
        { role: 'output', text: words.legendOutput(shown) },
        'ink',
        ...(whole.signed ? (['signed'] as const) : []),
        'now',
        { role: 'second', text: words.legendReads },
      ]}
      choices={
        <Select
          name={words.names.weights}
          field={fields.weights}
          value={state.weights}
          words={words.weightings}
          onChange={(weights) => set({ weights })}
        />
      }
      sliders={
        <>
          <Slider symbol="K" {...slider('kernelSize')} />
          <Slider symbol="s" {...slider('stride')} />
          <Slider symbol="p" {...slider('padding')} />
          <Slider symbol="i" {...slider('inputSize')} />
          <Slider symbol="k" {...slider('resizeKernelSize')} />
          {state.weights === 'random' && <Slider {...slider('seed')} />}
        </>
      }
      summary={words.summary(state)}
      status={describe(shown, whole, words)}
      problem={figure.problem && words.problem(figure.problem, shown)}
      bench={[
        { title: words.work(...whole.unit), body: <Sum {...parts} /> },
        { title: words.residues, body: <Residues {...parts} onChange={set} /> },
        { title: words.period(s), body: <Period {...parts} /> },
      ]}
      work={
        <Work
          source="n_r = ⌈(K - r) / s⌉"
          numbers={`= ⌈(${k} − ${whole.phase}) / ${s}⌉`}
          result={whole.transposed.period[whole.phase].count}
        />
      }
      torch={async () => (await import('./torch.ts')).torch(shown, whole, words.torchNote)}
    />
  )
}
