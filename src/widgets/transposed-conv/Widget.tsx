import type { JSX } from 'preact'
import { Choice, Slider } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { Work } from '#ui/Formula.tsx'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import { Edit, Origin, RoundTrip, Sum } from './Bench.tsx'
import type { Messages } from './messages.ts'
import { derive, describe, fields } from './model.ts'
import { View } from './View.tsx'

export function Widget(props: FigureProps<typeof fields, Messages>): JSX.Element {
  const { words } = props
  const figure = useFigure(props, fields, derive)
  const { state, set } = figure
  const { state: shown, derived: shape } = figure.shown
  const parts = { state: shown, shape, words }
  const slider = (name: 'inputSize' | 'kernelSize' | 'stride' | 'padding' | 'dilation' | 'outputPadding') => ({
    field: fields[name],
    value: state[name],
    onChange: (value: number) => set({ [name]: value }),
  })
  const size = shape.outputSize
  const { inputSize: i, kernelSize: k, stride: s, padding: p, dilation: d, outputPadding: extra } = shown
  return (
    <FigureBody
      figure={figure}
      stage={<View {...parts} onUnit={(row, column) => set({ order: 'output', step: row * size + column })} />}
      legend={['input', 'kernel', 'output', 'pad', 'gap', 'weight', 'now']}
      player={{
        frame: shape.frame,
        frames: shape.frames,
        onFrame: (step) => set({ step }),
        ticks: Array.from(
          { length: Math.round(Math.sqrt(shape.frames)) },
          (_, row) => row * Math.round(Math.sqrt(shape.frames)),
        ),
        children: (
          <Choice
            name={words.order}
            field={fields.order}
            value={state.order}
            words={words.orders}
            group={`${figure.id}.order`}
            onChange={(order) => set({ order, step: 0 })}
          />
        ),
      }}
      sliders={
        <>
          <Slider name={words.names.input} symbol="i" {...slider('inputSize')} />
          <Slider name={words.names.kernel} symbol="K" {...slider('kernelSize')} />
          <Slider name={words.names.stride} symbol="s" {...slider('stride')} />
          <Slider name={words.names.padding} symbol="p" {...slider('padding')} />
          <Slider name={words.names.dilation} symbol="d" {...slider('dilation')} hint={words.dense} />
          <Slider name="output_padding" {...slider('outputPadding')} hint={words.outputPaddingRule} />
        </>
      }
      summary={words.summary(state)}
      status={describe(shown, shape, words)}
      problem={figure.problem && words.problem(figure.problem, shown)}
      bench={[
        { title: words.work, body: <Sum {...parts} /> },
        { title: words.edit, body: <Edit state={shown} typed={state} words={words} onChange={set} /> },
        {
          title: words.origin,
          body: (
            <>
              <Origin {...parts} />
              <h4 class="again">{words.roundTrip}</h4>
              <RoundTrip {...parts} />
            </>
          ),
        },
      ]}
      work={
        <Work
          source="o = (i - 1)s - 2p + d(K - 1) | + p_out + 1"
          numbers={`= (${i} − 1) × ${s} − 2 × ${p} + ${d} × (${k} − 1) + ${extra} + 1`}
          result={size}
        />
      }
      torch={async () => (await import('./torch.ts')).torch(shown, shape, words.torchNote)}
    />
  )
}
