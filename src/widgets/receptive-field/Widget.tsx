import type { JSX } from 'preact'
import { Choice, Slider } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import { Editor } from './Editor.tsx'
import { chosen, layerOf, moveTo } from './editing.ts'
import type { Messages } from './messages.ts'
import { deepest, derive, describe, fields, nameOf, stackOf } from './model.ts'
import { Pictures, Spread } from './Pictures.tsx'
import { Projection } from './Projection.tsx'
import { Recursion } from './Recursion.tsx'
import { Table } from './Table.tsx'
import { useEffective } from './use-effective.ts'

const networks = ['strided', 'lenet5', 'alexnet', 'vgg16', 'custom'] as const
const ways = ['plain', 'dilated', 'pooling', 'largeKernel'] as const

export function Widget(props: FigureProps<typeof fields, Messages>): JSX.Element {
  const { words } = props
  const figure = useFigure(props, fields, derive)
  const { state, set } = figure
  const { state: shown, derived: shape } = figure.shown
  const { drawn, now } = useEffective(shape)
  const parts = { shape, words }
  const told = { ...shape, effective: now }
  const level = shape.levels[shape.layer]
  // while a state does not hold, the controls still speak of it, so that it can be mended
  const [asked, at] = [stackOf(state), layerOf(state)]
  const group = `${figure.id}.preset`
  return (
    <FigureBody
      figure={figure}
      stage={
        <div class="panels">
          <section class="panel">
            <header>
              <h4>{words.projectionTitle}</h4>
              <p>{words.projectionText}</p>
            </header>
            <Projection
              {...parts}
              onUnit={(unit) => set({ layer: shape.layer, unit })}
              onLayer={(layer, place) => set(moveTo(shape, layer, place))}
            />
          </section>
          <section class="panel">
            <header>
              <h4>{words.fieldTitle}</h4>
              <p>{words.fieldText}</p>
            </header>
            <Pictures {...parts} effective={drawn} onUnit={(row, unit) => set({ row, unit })} />
            <Spread {...parts} effective={now} />
          </section>
        </div>
      }
      legend={[
        'input',
        'pad',
        'field',
        { role: 'heat', text: words.legend.heat },
        { role: 'now', text: words.legend.now },
      ]}
      player={{
        frame: shape.step,
        frames: shape.layer + 1,
        onFrame: (step) => set({ step: step === shape.layer ? deepest : step }),
        label: words.walk,
      }}
      choices={[networks, ways].map((options) => {
        const name = options === ways ? words.ways : words.networks
        return (
          <div class="of-kind">
            <span aria-hidden="true">{name}</span>
            <Choice
              name={name}
              field={{ ...fields.preset, options }}
              value={state.preset}
              words={words.presets}
              group={group}
              onChange={(preset) => set(chosen(state, preset))}
            />
          </div>
        )
      })}
      sliders={
        <>
          <Slider
            name={words.names.layer}
            field={{ min: 0, max: asked.layers.length }}
            value={at}
            text={at > 0 ? nameOf(asked, at - 1) : words.input}
            onChange={(layer) => set(figure.problem ? { layer } : moveTo(shape, layer))}
          />
          <Slider
            name={words.names.unit}
            field={{ min: 0, max: level.size - 1 }}
            value={shape.unit[1]}
            onChange={(unit) => set({ unit })}
          />
          <Slider
            name={words.names.row}
            field={{ min: 0, max: level.size - 1 }}
            value={shape.unit[0]}
            onChange={(row) => set({ row })}
          />
          <Editor state={state} words={words} set={set} />
        </>
      }
      summary={words.summary(shape)}
      status={describe(shown, told, words)}
      problem={figure.problem && words.problem(figure.problem)}
      bench={[{ title: words.table, body: <Table {...parts} onLayer={(layer) => set(moveTo(shape, layer))} /> }]}
      work={<Recursion {...parts} effective={now} />}
      torch={async () => (await import('./torch.ts')).torch(told, words)}
    />
  )
}
