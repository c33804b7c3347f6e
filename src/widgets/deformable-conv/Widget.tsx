import type { JSX } from 'preact'
import { Select, Slider, Switch } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { Work } from '#ui/Formula.tsx'
import { factorText, fixed, show } from '#ui/scale.ts'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import { Cost, Edit, Near, Sum } from './Bench.tsx'
import type { Messages } from './messages.ts'
import { derive, describe, fields, moved, nudge, reach, settled } from './model.ts'
import { View } from './View.tsx'

export function Widget(props: FigureProps<typeof fields, Messages>): JSX.Element {
  const { words } = props
  const figure = useFigure(props, fields, derive)
  const { state, set } = figure
  const { state: shown, derived: whole } = figure.shown
  const parts = { state: shown, whole, words }
  const [down, along] = settled(state)[state.step]
  const offset = (name: 'down' | 'along', value: number) => ({
    name: words.names[name],
    field: { min: -reach, max: reach },
    step: nudge,
    value,
    text: show(value),
    onChange: (to: number) => set(moved(state, state.step, name === 'down' ? [to, along] : [down, to])),
  })
  return (
    <FigureBody
      figure={figure}
      stage={<View {...parts} onMove={(tap, to) => set(moved(state, tap, to))} onTap={(step) => set({ step })} />}
      legend={['input', { role: 'kernel', text: words.sampled }, 'pad', 'now', { role: 'second', text: words.window }]}
      player={{
        frame: state.step,
        frames: whole.points.length,
        onFrame: (step) => set({ step }),
        label: words.pointsScrub,
        ticks: [0, 3, 6],
      }}
      choices={
        <>
          <Select
            name={words.preset}
            field={fields.preset}
            value={state.preset}
            words={words.presets}
            onChange={(preset) => set(preset === 'custom' ? { preset, offsets: settled(state).flat() } : { preset })}
          />
          <Switch name={words.modulation} value={state.modulation} onChange={(modulation) => set({ modulation })} />
        </>
      }
      sliders={
        <>
          <Slider symbol="Δy" {...offset('down', down)} />
          <Slider symbol="Δx" {...offset('along', along)} />
          {state.modulation && (
            <Slider
              name={words.names.mask}
              symbol="Δm"
              field={{ min: 0, max: 1 }}
              step={0.05}
              value={state.masks[state.step]}
              text={show(state.masks[state.step])}
              onChange={(mask) =>
                set({ masks: state.masks.map((old, tap) => (tap === state.step ? fixed(mask) : old)) })
              }
            />
          )}
          <Slider
            name={words.names.channels}
            symbol="C"
            field={fields.channels}
            value={state.channels}
            onChange={(channels) => set({ channels })}
          />
        </>
      }
      summary={words.summary(state)}
      status={describe(shown, whole, words)}
      bench={[
        { title: words.work, body: <Sum {...parts} /> },
        { title: words.near(shown.step), body: <Near {...parts} /> },
        { title: words.edit, body: <Edit {...parts} onChange={set} /> },
        { title: words.branch, body: <Cost {...parts} /> },
      ]}
      work={
        <Work
          source={shown.modulation ? 'y = Σ w_n x ( p_n + Δ p_n ) Δ m_n' : 'y = Σ w_n x ( p_n + Δ p_n )'}
          numbers={`= ${whole.points
            .map(({ weight, mask, value }) =>
              [factorText(weight), ...(shown.modulation ? [show(mask)] : []), factorText(value, 3)].join(' × '),
            )
            .join(' + ')}`}
          result={show(whole.sum, 3)}
        />
      }
      torch={async () => (await import('./torch.ts')).torch(shown, whole, words.torchNote)}
    />
  )
}
