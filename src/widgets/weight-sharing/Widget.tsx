import type { JSX } from 'preact'
import { Bars } from '#ui/Bars.tsx'
import { Slider, Switch } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { Formula } from '#ui/Formula.tsx'
import { Grid } from '#ui/Grid.tsx'
import { range, show } from '#ui/scale.ts'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import { messages } from './messages.ts'
import { derive, describe, fields, torch } from './model.ts'
import { View } from './View.tsx'

export default function Widget(props: FigureProps<typeof fields>): JSX.Element {
  const { lang } = props
  const figure = useFigure(props, fields, derive)
  const words = messages[lang]
  const { state, set } = figure
  const { state: shown, derived } = figure.shown
  const kernel = range(3).map((row) =>
    range(3).map((column) => ({ kind: 'kernel' as const, value: derived.weights[row * 3 + column] })),
  )
  return (
    <FigureBody
      figure={figure}
      lang={lang}
      stage={<View state={shown} derived={derived} words={words} onUnit={(row, column) => set({ row, column })} />}
      legend={['input', 'output', { role: 'field', text: words.unequal }, { role: 'pad', text: words.missing }, 'now']}
      choices={<Switch name={words.sharing} value={state.sharing} onChange={(sharing) => set({ sharing })} />}
      sliders={
        <>
          <Slider
            name={words.names.shift}
            symbol="a"
            field={fields.shift}
            value={state.shift}
            onChange={(shift) => set({ shift })}
          />
          <Slider
            name={words.names.stride}
            symbol="s"
            field={fields.stride}
            value={state.stride}
            onChange={(stride) => set({ stride })}
          />
        </>
      }
      summary={words.summary(state)}
      status={describe(shown, derived, words)}
      bench={[
        { title: words.why, body: <p class="note">{words.whyText(shown, derived)}</p> },
        {
          title: words.weights(...derived.unit),
          body: (
            <>
              <Grid cells={kernel} round cell="32px" label={words.weights(...derived.unit)} />
              <p class="note">{words.weightsNote(shown.sharing)}</p>
            </>
          ),
        },
        {
          title: words.counts,
          body: (
            <>
              <Bars
                label={words.counts}
                bars={[
                  { label: words.shared, parts: [derived.sharedWeights], text: String(derived.sharedWeights) },
                  {
                    label: words.unshared,
                    parts: [derived.unsharedWeights],
                    text: String(derived.unsharedWeights),
                    look: 'plain',
                  },
                ]}
              />
              <p class="note">{words.countsNote(derived)}</p>
            </>
          ),
        },
      ]}
      work={
        <p class="work">
          <Formula source="a / s" />
          <span class="eqline">
            = {shown.shift} / {shown.stride} = <b class="t-output">{show(derived.move)}</b>{' '}
            {derived.equivariant ? words.equal : words.unequal}
          </span>
        </p>
      }
      torch={torch({ ...shown }, words.torchNote(derive({ ...shown, sharing: true }).equivariant))}
    />
  )
}
