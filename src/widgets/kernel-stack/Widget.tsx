import type { JSX } from 'preact'
import { Choice, Select, Slider, Switch } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { Work } from '#ui/Formula.tsx'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import { Large, Sum, Uneven } from './Bench.tsx'
import type { Messages } from './messages.ts'
import { derive, describe, fields, firstFrame } from './model.ts'
import { View } from './View.tsx'

export function Widget(props: FigureProps<typeof fields, Messages>): JSX.Element {
  const { words, id } = props
  const figure = useFigure(props, fields, derive)
  const { state, set } = figure
  const { state: shown, derived: shape } = figure.shown
  const parts = { state: shown, shape, words }
  const { names, switches } = words
  const slider = (name: 'layers' | 'channels' | 'inChannels' | 'middleChannels' | 'inputSize') => ({
    field: fields[name],
    value: state[name],
    onChange: (value: number) => set(name === 'layers' ? { [name]: value, step: 0 } : { [name]: value }),
  })
  const toggle = (name: 'equal' | 'depthwise' | 'keepSize') => (
    <Switch name={switches[name]} value={state[name]} onChange={(value) => set({ [name]: value })} />
  )
  const k = shape.stack.kernelSize
  return (
    <FigureBody
      figure={figure}
      stage={<View {...parts} onStep={(step) => set({ step })} />}
      legend={['input', { role: 'field', text: words.between }, 'output', 'now', 'second']}
      player={{
        frame: shape.frame,
        frames: shape.frames,
        onFrame: (step) => set({ step }),
        ticks: shape.stack.layers.map((_, layer) => firstFrame(shape.sides, layer)),
      }}
      choices={
        <>
          <Choice
            name={names.kernel}
            field={fields.kernelSize}
            value={state.kernelSize}
            words={words.kernelWords}
            group={`${id}.kernelSize`}
            onChange={(kernelSize) => set({ kernelSize, step: 0 })}
          />
          <Select
            name={names.against}
            field={fields.against}
            value={state.against}
            words={words.againstWords}
            onChange={(against) => set({ against })}
          />
          {toggle('equal')}
          {toggle('depthwise')}
          {toggle('keepSize')}
        </>
      }
      sliders={
        <>
          <Slider name={names.layers} symbol="n" {...slider('layers')} />
          {!state.equal && <Slider name={names.inChannels} {...slider('inChannels')} />}
          {!state.equal && <Slider name={names.middle} {...slider('middleChannels')} />}
          <Slider name={state.equal ? names.channels : names.outChannels} symbol="C" {...slider('channels')} />
          <Slider name={names.map} {...slider('inputSize')} />
        </>
      }
      summary={words.summary(state)}
      status={describe(shown, shape, words)}
      problem={figure.problem && words.problem(figure.problem, shown)}
      bench={[
        { title: words.work, body: <Sum {...parts} /> },
        { title: words.unequal, body: <Uneven {...parts} /> },
        { title: words.large, body: <Large {...parts} /> },
      ]}
      work={
        <Work source="K = n(k - 1) + 1" numbers={`= ${shown.layers} × (${k} − 1) + 1`} result={shape.stack.field} />
      }
      torch={async () => (await import('./torch.ts')).torch(shown, shape)}
    />
  )
}
