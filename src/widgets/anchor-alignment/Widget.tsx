import type { JSX } from 'preact'
import { Choice, Slider } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { show } from '#ui/scale.ts'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import { Compare } from './Compare.tsx'
import type { Messages } from './messages.ts'
import { derive, describe, fields, moveTo, overSum } from './model.ts'
import { detector } from './networks.ts'
import { every, Picture } from './Picture.tsx'
import { Anchors, Levels } from './Tables.tsx'

export function Widget(props: FigureProps<typeof fields, Messages>): JSX.Element {
  const { words } = props
  const figure = useFigure(props, fields, derive)
  const { state, set } = figure
  const { state: shown, derived: shape } = figure.shown
  const { level, unit, anchors, chosen } = shape
  const parts = { shape, words }
  const along = { min: 0, max: level.size - 1 }
  return (
    <FigureBody
      figure={figure}
      stage={
        <div class="panels">
          <section class="panel">
            <header>
              <h4>{words.pictureTitle}</h4>
              <p>{words.pictureText(shape, every(level))}</p>
            </header>
            <Picture {...parts} onUnit={(row, column) => set({ row, column })} />
          </section>
          <section class="panel">
            <header>
              <h4>{words.compareTitle}</h4>
              <p>{words.compareText}</p>
            </header>
            <Compare {...parts} />
          </section>
        </div>
      }
      legend={['field', 'spread', { role: 'now', text: words.legend.now }, { role: 'other', text: words.legend.other }]}
      choices={
        <>
          <Choice
            name={words.network}
            field={fields.preset}
            value={state.preset}
            words={words.presets}
            group={`${figure.id}.preset`}
            onChange={(preset) => set(moveTo(shape, detector(preset)[preset === 'resnet50fpn' ? state.level - 2 : 0]))}
          />
          <Choice
            name={words.ratio}
            field={fields.ratios}
            value={state.ratios}
            words={words.ratios}
            group={`${figure.id}.ratios`}
            onChange={(ratios) => set({ ratios, anchor: -1 })}
          />
        </>
      }
      sliders={
        <>
          {level.name && (
            <Slider
              name={words.names.level}
              field={fields.level}
              value={state.level}
              text={level.name}
              onChange={(to) => set(moveTo(shape, detector(level.preset)[to - 2]))}
            />
          )}
          <Slider name={words.names.column} field={along} value={unit[1]} onChange={(column) => set({ column })} />
          <Slider name={words.names.row} field={along} value={unit[0]} onChange={(row) => set({ row })} />
          <Slider
            name={words.names.anchor}
            field={{ min: 0, max: anchors.length - 1 }}
            value={chosen}
            text={words.size(anchors[chosen])}
            onChange={(anchor) => set({ anchor })}
          />
          <Slider
            name={words.names.baseSize}
            field={{ min: 4, max: fields.baseSize.max }}
            value={shape.baseSize}
            onChange={(baseSize) => set({ baseSize })}
          />
          <Slider
            name={words.names.scale}
            field={{ min: 1, max: fields.scale.max }}
            value={shape.scales[0]}
            onChange={(scale) => set({ scale })}
          />
          <Slider
            name={words.names.scales}
            field={{ min: 1, max: fields.scales.max }}
            value={shape.scales.length}
            onChange={(scales) => set({ scales, anchor: -1 })}
          />
        </>
      }
      summary={words.summary(shape)}
      status={describe(shown, shape, words)}
      bench={[
        {
          title: words.anchorTitle,
          body: (
            <>
              <Anchors {...parts} onAnchor={(anchor) => set({ anchor })} />
              <p class="note">{words.anchorNote(shape)}</p>
            </>
          ),
        },
        {
          title: words.levelTitle,
          body: (
            <>
              <Levels {...parts} onLevel={({ level: to }) => set(moveTo(shape, to))} />
              <p class="note">{words.levelNote}</p>
            </>
          ),
        },
      ]}
      work={
        <>
          {level.below !== null && (
            <p class="work">
              {words.fieldSum}
              <span class="eqline">
                = {level.below} + (3 − 1) × {level.stride} = <b class="t-output">{level.fieldSize}</b>
              </span>
            </p>
          )}
          <p>{words.overSum(overSum(shape, show))}</p>
        </>
      }
      torch={async () => (await import('./torch.ts')).torch(shape)}
    />
  )
}
