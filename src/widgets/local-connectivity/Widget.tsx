import type { JSX } from 'preact'
import { Slider, Switch } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { Work } from '#ui/Formula.tsx'
import { grouped } from '#ui/scale.ts'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import type { Messages } from './messages.ts'
import { derive, describe, drawn, fields, kinds } from './model.ts'
import { View, type ViewProps } from './View.tsx'

/** The weights of each layer as the product that they are. */
function Products({ shape, words }: Pick<ViewProps, 'shape' | 'words'>): JSX.Element {
  return (
    <table class="sum products">
      <tbody>
        {kinds.map((kind) => {
          const { factors, biases, parameters } = shape.layers[kind]
          return (
            <>
              <tr>
                <td class="what" colSpan={2}>
                  {words.kinds[kind]}
                </td>
              </tr>
              <tr>
                <td class="e">
                  {factors.map(grouped).join(' × ')}
                  {biases > 0 && ` + ${grouped(biases)}`}
                  {'\u00a0='}
                </td>
                <td class="v">{grouped(parameters)}</td>
              </tr>
            </>
          )
        })}
      </tbody>
    </table>
  )
}

export function Widget(props: FigureProps<typeof fields, Messages>): JSX.Element {
  const { words } = props
  const figure = useFigure(props, fields, derive)
  const { state, set } = figure
  const { state: shown, derived: shape } = figure.shown
  const slider = (name: 'inputSize' | 'kernelSize' | 'inChannels' | 'channels') => ({
    name: words.names[name],
    field: fields[name],
    value: state[name],
    onChange: (value: number) => set({ [name]: value }),
  })
  const { channels, inChannels, kernelSize: k, bias } = shown
  return (
    <FigureBody
      figure={figure}
      stage={<View state={shown} shape={shape} words={words} onUnit={(unit) => set({ unit })} />}
      legend={['input', 'output', 'now']}
      player={{ frame: shown.unit, frames: drawn, onFrame: (unit) => set({ unit }), label: words.player }}
      choices={<Switch name={words.names.bias} value={state.bias} onChange={(value) => set({ bias: value })} />}
      sliders={
        <>
          <Slider symbol="n" {...slider('inputSize')} />
          <Slider symbol="k" {...slider('kernelSize')} />
          <Slider symbol="C_in" {...slider('inChannels')} />
          <Slider symbol="C_out" {...slider('channels')} />
        </>
      }
      summary={words.summary(state)}
      status={describe(shown, shape, words)}
      bench={[
        { title: words.work, body: <Products shape={shape} words={words} /> },
        { title: words.steps, body: words.stepsNote(shape).map((line) => <p class="note">{line}</p>) },
      ]}
      work={
        <Work
          source={`C_out C_in k^2${bias ? ' + C_out' : ''}`}
          numbers={`= ${channels} × ${inChannels} × ${k}²${bias ? ` + ${channels}` : ''}`}
          result={grouped(shape.layers.conv.parameters)}
        />
      }
      torch={async () => (await import('./torch.ts')).torch(shown, shape, words)}
    />
  )
}
