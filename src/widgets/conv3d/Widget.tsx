import type { ConvAxisOptions } from 'conv-math'
import type { JSX } from 'preact'
import { Select, Slider, Switch } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { Work } from '#ui/Formula.tsx'
import { range } from '#ui/scale.ts'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import type { Messages } from './messages.ts'
import { derive, describe, edited, fields, settled } from './model.ts'
import { View } from './View.tsx'

/** The size formula of one axis with its numbers in place. */
function numbersOf(size: number, { kernelSize, stride = 1, padding = 0 }: ConvAxisOptions): string {
  const pads = Array.isArray(padding) ? padding : [padding, padding]
  return `= ⌊(${size} + ${pads[0]} + ${pads[1]} − ${kernelSize}) / ${stride}⌋ + 1`
}

export function Widget(props: FigureProps<typeof fields, Messages>): JSX.Element {
  const { words } = props
  const figure = useFigure(props, fields, derive)
  const { state, set } = figure
  const { state: shown, derived: whole } = figure.shown
  const wanted = settled(state)
  const { time, height, axes } = whole
  type Name = 'frames' | 'inputSize' | 'kernelDepth' | 'kernelSize' | 'frameStride' | 'stride'
  const slider = (name: Name | 'inChannels' | 'outChannels') => ({
    name: words.names[name],
    field: fields[name],
    value: wanted[name],
    onChange: (value: number) => set(edited(state, { [name]: value })),
  })
  return (
    <FigureBody
      figure={figure}
      stage={<View whole={whole} words={words} />}
      legend={['input', 'kernel', 'output', 'pad', { role: 'now', text: words.kernelBox }]}
      player={{
        frame: whole.frame,
        frames: whole.frames,
        onFrame: (step) => set({ step }),
        ticks: range(height.drawnOutputs).map((row) => (row * whole.frames) / height.drawnOutputs),
      }}
      choices={
        <>
          <Select
            name={words.preset}
            field={fields.preset}
            value={state.preset}
            words={words.presets}
            onChange={(preset) => set(preset === 'custom' ? edited(state, {}) : { preset, step: 0 })}
          />
          <Switch
            name={words.keepSize}
            value={wanted.keepSize}
            onChange={(keepSize) => set(edited(state, { keepSize }))}
          />
          <Switch name={words.matched} value={state.matched} onChange={(matched) => set({ matched })} />
        </>
      }
      sliders={
        <>
          <Slider symbol="T" {...slider('frames')} />
          <Slider symbol="H" {...slider('inputSize')} />
          <Slider symbol="k_t" {...slider('kernelDepth')} />
          <Slider symbol="k" {...slider('kernelSize')} />
          <Slider {...slider('frameStride')} />
          <Slider {...slider('stride')} />
          <Slider symbol="C_in" {...slider('inChannels')} />
          <Slider symbol="C_out" {...slider('outChannels')} />
          {!state.matched && (
            <Slider
              name={words.names.middle}
              symbol="M"
              field={fields.middle}
              value={state.middle}
              onChange={(middle) => set({ middle })}
            />
          )}
        </>
      }
      summary={words.summary(whole.shape)}
      status={describe(shown, whole, words)}
      problem={figure.problem && words.problem(figure.problem, whole.shape)}
      bench={[
        {
          title: words.work,
          body: (
            <dl class="sums">
              {words.lines(whole).map(([name, sum, result]) => (
                <div>
                  <dt>{name}</dt>
                  <dd>
                    {sum} = <b>{result}</b>
                  </dd>
                </div>
              ))}
            </dl>
          ),
        },
        {
          title: words.notes,
          body: (
            <>
              <p class="note">{words.clipNote(whole)}</p>
              <p class="note">{words.splitNote(whole)}</p>
              <p class="note">{words.channelNote(whole)}</p>
            </>
          ),
        },
      ]}
      work={
        <>
          <Work
            source="T_out = ⌊(T + p_1 + p_2 - k_t) / s⌋ + 1"
            numbers={numbersOf(time.size, axes[0])}
            result={time.outputs}
          />
          <Work
            source="H_out = ⌊(H + p_1 + p_2 - k) / s⌋ + 1"
            numbers={numbersOf(height.size, axes[1])}
            result={height.outputs}
          />
        </>
      }
      torch={async () => (await import('./torch.ts')).torch(whole)}
    />
  )
}
