import type { JSX } from 'preact'
import { Select, Slider } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { Work } from '#ui/Formula.tsx'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import { Ledger, Shifted } from './Bench.tsx'
import type { Messages } from './messages.ts'
import { derive, describe, fields, type Stage, stageNames } from './model.ts'
import { View } from './View.tsx'

/** The size after one stage, worked out. */
const SizeWork = ({ stage, index }: { stage: Stage; index: number }): JSX.Element => (
  <Work
    source={`o_${index} = ⌊(i + 2p - k) / s⌋ + 1`}
    numbers={`= ⌊(${stage.inputSize} + 2 × ${stage.padding} − ${stage.kernelSize}) / ${stage.stride}⌋ + 1`}
    result={stage.outputSize}
  />
)

export function Widget(props: FigureProps<typeof fields, Messages>): JSX.Element {
  const { words } = props
  const figure = useFigure(props, fields, derive)
  const { state, set } = figure
  const { state: shown, derived: shape } = figure.shown
  const parts = { state: shown, shape, words }
  const slider = (name: 'inputSize' | 'channels' | 'padding' | 'shift') => ({
    field: fields[name],
    value: state[name],
    onChange: (value: number) => set({ [name]: value }),
  })
  return (
    <FigureBody
      figure={figure}
      stage={<View {...parts} />}
      legend={[
        'input',
        'output',
        ...(shape.stages.some(({ lost }) => lost) ? [{ role: 'drop', text: words.dropLegend } as const] : []),
      ]}
      choices={stageNames.map((name, index) => (
        <Select
          name={words.stage(index + 1)}
          field={fields[name]}
          value={state[name]}
          words={words.kinds}
          onChange={(kind) => set({ [name]: kind })}
        />
      ))}
      sliders={
        <>
          <Slider name={words.names.input} symbol="i" {...slider('inputSize')} />
          <Slider name={words.names.channels} {...slider('channels')} />
          <Slider name={words.names.padding} symbol="p" {...slider('padding')} hint={words.paddingHint} />
          <Slider name={words.names.shift} {...slider('shift')} />
        </>
      }
      summary={words.summary(state)}
      status={describe(shown, shape, words)}
      problem={figure.problem && words.problem(figure.problem, shown)}
      bench={[
        { title: words.ledger, body: <Ledger {...parts} /> },
        { title: words.equivariance, body: <Shifted {...parts} /> },
      ]}
      work={shape.stages.map((stage, index) => <SizeWork stage={stage} index={index + 1} />)}
      torch={async () => (await import('./torch.ts')).torch(shown, shape, words.torchNote)}
    />
  )
}
