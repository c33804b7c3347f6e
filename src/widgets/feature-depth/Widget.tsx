import type { JSX } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import { stages } from '#feature-net/stages.ts'
import { Choice, Slider, Switch } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import { Classes, Covered, Numbers, Patches, SumTable } from './Bench.tsx'
import { Kept } from './Kept.tsx'
import { edgesAmong, Kernels, orientationsOf } from './Kernels.tsx'
import { LoadingNote } from './LoadingNote.tsx'
import type { Messages } from './messages.ts'
import { derive, describe, drawn, fields, read, type State, stageNames, unitAcross, unitAt } from './model.ts'
import { Own, type OwnPicture } from './Own.tsx'
import { useNetwork, usePatches } from './use-network.ts'
import { questionOf, useResult } from './use-result.ts'
import { type Sight, View } from './View.tsx'

interface Props extends FigureProps<typeof fields, Messages> {
  /** The description that the server gave, to stand until the network is here. */
  readonly said?: string
}

/** The server has the network at hand and draws the first picture with it; a page fetches it. */
const server = import.meta.env.SSR ? await import('./first-sight.ts') : null

export function Widget(props: Props): JSX.Element {
  const { words, id, said = '' } = props
  const figure = useFigure(props, fields, derive)
  const { state, set } = figure
  const shape = figure.shown.derived
  const [own, setOwn] = useState<OwnPicture | null>(null)
  const [wipes, setWipes] = useState(false)
  const { loading, retry } = useNetwork()
  const patches = usePatches(state.weights)
  const facts = server?.network.patches[state.weights] ?? patches
  const network = loading.step === 'ready' ? loading.network : (server?.network ?? null)
  const result = useResult(loading, state, shape, own?.pixels ?? null) ?? server?.resultAtBuild(state, shape) ?? null
  const asked = network && questionOf(state, shape, network.images, own?.pixels ?? null).key

  // While the network computes, what was in sight stays, with its own words.
  const last = useRef<Sight | null>(null)
  const sight = useMemo(() => {
    if (!result || result.key !== asked) return last.current
    return { state, shape, result, reading: read(shape, result.whole, result.covered, own !== null), words }
  }, [state, shape, result, asked])
  last.current = sight
  const weights = network && sight ? network.weights[sight.state.weights] : null
  const baseline = useMemo(
    () => (network && state.weights === 'trained' ? edgesAmong(orientationsOf(network.weights.random)) : null),
    [network, state.weights],
  )
  const ready = sight !== null && facts !== null
  // Once the controls are there they stay: whoever asks for the other weights waits for their patches with the focus where it is.
  const begun = useRef(false)
  begun.current ||= ready || loading.step === 'failed'

  const toStage = (stage: number, patch: Partial<State> = {}): void => {
    const [row, column] = unitAcross(shape.stage, shape.unit, stage)
    set({ stage: stageNames[stage], row, column, ...patch })
  }
  const onPixel = (row: number, column: number): void => {
    if (state.source === 'drawing' && !own && !state.cover) set({ drawing: drawn(state.drawing, row, column, !wipes) })
    else if (state.cover) {
      const half = Math.floor(state.coverSize / 2)
      const at = (place: number): number => Math.min(fields.coverRow.max, Math.max(0, place - half))
      set({ coverRow: at(row), coverColumn: at(column) })
    } else set({ row: unitAt(shape.stage, row), column: unitAt(shape.stage, column) })
  }
  const pickImage = (image: number): void => {
    setOwn(null)
    set({ source: 'test', image })
  }
  const slider = (
    name: 'row' | 'column' | 'coverRow' | 'coverColumn' | 'coverSize',
    max: number = fields[name].max,
  ) => ({
    name: words.names[name],
    field: { min: fields[name].min, max },
    value: Math.min(max, state[name]),
    onChange: (value: number) => set({ [name]: value }),
  })
  const stageName = stageNames[shape.stage]
  return (
    <FigureBody
      figure={{
        ...figure,
        live: figure.live && begun.current,
        reset: () => {
          setOwn(null)
          figure.reset()
        },
      }}
      stage={
        <>
          <View
            sight={sight}
            state={state}
            words={words}
            images={loading.step === 'ready' ? loading.network.images : null}
            own={own !== null}
            onUnit={(stage, row, column) => set({ stage: stageNames[stage], row, column })}
            onChannel={(stage, channel) => toStage(stage, { [stageNames[stage]]: channel })}
            onImage={pickImage}
            onPixel={onPixel}
            onPaint={(row, column, ink) => set({ drawing: drawn(state.drawing, row, column, ink) })}
          />
          {figure.live && <LoadingNote loading={loading} words={words} onRetry={retry} />}
        </>
      }
      legend={[
        { role: 'now', text: words.legend.now },
        { role: 'field', text: words.legend.field },
        ...(shape.covers ? [{ role: 'second' as const, text: words.legend.cover }] : []),
        { role: 'ink', text: words.legend.ink },
        'signed',
      ]}
      choices={
        <>
          <Choice
            name={words.names.stage}
            field={fields.stage}
            value={state.stage}
            words={words.stages}
            group={`${id}.stage`}
            onChange={(stage) => toStage(stageNames.indexOf(stage))}
          />
          <Choice
            name={words.weights}
            field={fields.weights}
            value={state.weights}
            words={words.weightNames}
            group={`${id}.weights`}
            onChange={(weights) => set({ weights })}
          />
          <Switch name={words.cover} value={state.cover} onChange={(cover) => set({ cover })} />
          <Choice
            name={words.source}
            field={fields.source}
            value={state.source}
            words={words.sources}
            group={`${id}.source`}
            onChange={(source) => {
              setOwn(null)
              set({ source })
            }}
          />
          {state.source === 'drawing' && !own && (
            <>
              <Switch name={words.wipe} value={wipes} onChange={setWipes} />
              <button type="button" class="act" onClick={() => set({ drawing: fields.drawing.initial })}>
                {words.clear}
              </button>
            </>
          )}
          <Own own={own} words={words} onPicture={setOwn} />
        </>
      }
      sliders={
        <>
          <Slider
            name={words.names.channel}
            field={fields[stageName]}
            value={shape.channel}
            onChange={(channel) => set({ [stageName]: channel })}
          />
          <Slider {...slider('row', stages[shape.stage].size - 1)} />
          <Slider {...slider('column', stages[shape.stage].size - 1)} />
          {state.cover ? (
            <>
              <Slider {...slider('coverSize')} />
              <Slider {...slider('coverRow')} />
              <Slider {...slider('coverColumn')} />
            </>
          ) : (
            <Slider name={words.names.image} field={fields.image} value={state.image} onChange={pickImage} />
          )}
        </>
      }
      summary={words.summary(state, shape)}
      status={sight ? describe(sight.state, { ...sight.shape, reading: sight.reading }, words) : said}
      bench={[
        {
          title: words.titles.classes,
          body: <Kept class="kept">{sight && <Classes sight={sight} />}</Kept>,
        },
        {
          title: words.titles.patches,
          body: <Kept class="kept">{ready && <Patches sight={sight} facts={facts} />}</Kept>,
        },
        {
          title: words.titles.sum,
          body: <Kept class="kept">{sight && weights && <SumTable sight={sight} weights={weights} />}</Kept>,
        },
        {
          title: words.titles.kernels,
          body: (
            <Kept class="kept">
              {sight && weights && (
                <Kernels weights={weights} baseline={baseline} chosen={sight.shape.channels[0]} words={words} />
              )}
            </Kept>
          ),
        },
        {
          title: words.titles.cover,
          body: <Kept class="kept">{sight && <Covered sight={sight} />}</Kept>,
        },
        {
          title: words.titles.numbers,
          body: <Kept class="kept">{sight && <Numbers sight={sight} />}</Kept>,
        },
      ]}
      torch={async () =>
        (await import('./torch.ts')).torch(state, shape, {
          own: own !== null,
          value: sight?.state === state ? sight.reading.value : null,
          words: words.torch,
        })
      }
    />
  )
}
