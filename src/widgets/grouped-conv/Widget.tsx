import type { JSX } from 'preact'
import { Select, Slider } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { Work } from '#ui/Formula.tsx'
import { grouped } from '#ui/scale.ts'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import { type Messages, percent, product } from './messages.ts'
import { derive, describe, edited, fields, settled } from './model.ts'
import { View, type ViewProps } from './View.tsx'

/** The weights of every form as sums, one a line. */
function Sums({ whole, words }: ViewProps): JSX.Element {
  return (
    <>
      <dl class="sums">
        {whole.forms.map((form) => (
          <div>
            <dt>{words.formName(form, whole.shape)}</dt>
            <dd>
              {form.layers.map(product).join(' + ')} = <b>{grouped(form.weights)}</b>
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
  const wanted = settled(state)
  const { shape, columns } = whole
  const slider = (name: 'inChannels' | 'outChannels' | 'groups' | 'kernelSize' | 'inputSize') => ({
    name: words.names[name],
    field: fields[name],
    value: wanted[name],
    onChange: (value: number) => set(edited(state, { [name]: value })),
  })
  const { kernelSize: k, outChannels: o } = shape
  const separable = whole.forms.find(({ name }) => name === 'separable')
  return (
    <FigureBody
      figure={figure}
      stage={<View whole={whole} words={words} onUnit={(unit) => set({ unit })} />}
      legend={['input', 'output', { role: 'now', text: words.unit }, { role: 'field', text: words.sees }]}
      player={{
        frame: whole.unit,
        frames: columns[columns.length - 1].shown.length,
        onFrame: (unit) => set({ unit }),
        label: words.unit,
      }}
      choices={
        <>
          <Select
            name={words.preset}
            field={fields.preset}
            value={state.preset}
            words={words.presets}
            onChange={(preset) => set(preset === 'custom' ? edited(state, {}) : { preset, unit: 0 })}
          />
          <Select
            name={words.after}
            field={fields.after}
            value={wanted.after}
            words={words.afters}
            onChange={(after) => set(edited(state, { after }))}
          />
        </>
      }
      sliders={
        <>
          <Slider symbol="C_in" {...slider('inChannels')} />
          <Slider symbol="C_out" {...slider('outChannels')} />
          <Slider symbol="g" hint={words.divides} {...slider('groups')} />
          <Slider symbol="k" {...slider('kernelSize')} />
          <Slider {...slider('inputSize')} />
        </>
      }
      summary={words.summary(shape)}
      status={describe(shown, whole, words)}
      problem={figure.problem && words.problem(figure.problem, shape)}
      bench={[
        { title: words.work, body: <Sums whole={whole} words={words} /> },
        {
          title: words.mixing,
          body: (
            <>
              <p class="note">{words.mixingNote(whole)}</p>
              {shape.after === 'shuffle' && <p class="note">{words.shuffleNote(shape)}</p>}
            </>
          ),
        },
      ]}
      work={
        <Work
          source="(k^2 C + C C_out) / (k^2 C C_out) | = 1 / C_out + 1 / k^2"
          numbers={`= 1/${o} + 1/${k}²`}
          result={percent(separable?.share ?? 0)}
        />
      }
      torch={async () => (await import('./torch.ts')).torch(whole, words.torchNote)}
    />
  )
}
