import type { JSX } from 'preact'
import { type Bar, Bars } from '#ui/Bars.tsx'
import { type Cell, Grid } from '#ui/Grid.tsx'
import { compact, grouped, range } from '#ui/scale.ts'
import type { Measure, Messages } from './messages.ts'
import type { Derived } from './model.ts'
import { Volume } from './Volume.tsx'

type Whole = Extract<Derived, { ok: true }>
export interface ViewProps {
  readonly whole: Whole
  readonly words: Messages
}

const Arrow = (): JSX.Element => (
  <svg class="arr" viewBox="0 0 46 10" aria-hidden="true">
    <path class="arrow" d="M1 5h43m-5-4l5 4-5 4" />
  </svg>
)

/** The axis of time: frames with their padding, the frames read, and the frame that they give. */
function Time({ whole, words }: ViewProps): JSX.Element {
  const { time } = whole
  const [before, after] = time.padding
  const cells: Cell[] = [
    ...range(before).map((): Cell => ({ kind: 'pad' })),
    ...range(time.size).map((): Cell => ({ kind: 'input' })),
    ...range(after).map((): Cell => ({ kind: 'pad' })),
  ]
  const cell = `min(22px, calc(100cqi / ${cells.length}))`
  const width = time.window[1] - time.window[0] + 1
  return (
    <div class="strips">
      <Grid
        cells={[cells]}
        frame="input"
        cell={cell}
        label={words.frameStrip(cells.length)}
        inner={{ row: 0, column: before, height: 1, width: time.size }}
        windows={[{ row: 0, column: time.window[0] + before, height: 1, width }]}
      />
      <Grid
        cells={[range(time.outputs).map((): Cell => ({ kind: 'output' }))]}
        frame="output"
        result
        cell={cell}
        label={words.frameStrip(time.outputs)}
        windows={[{ row: 0, column: time.output, height: 1, width: 1 }]}
      />
    </div>
  )
}

function Measured({ measure, whole, words }: ViewProps & { measure: Measure }): JSX.Element {
  const counts = { weights: 'weightCount', macs: 'macCount', activations: 'outputCount' } as const
  const bars = (['perFrame', 'volume', 'split'] as const).map((name): Bar => {
    const form = whole.forms[name]
    return {
      label: words.forms[name],
      parts: form.layers.map((layer) => layer[counts[measure]]),
      text: measure === 'macs' ? compact(form.macs) : grouped(form[measure]),
      look: measure === 'activations' ? 'output' : name === 'perFrame' ? 'plain' : 'kernel',
    }
  })
  return (
    <section class="panel">
      <header>
        <h4>{words.measures[measure]}</h4>
        <p>{words.measureText(measure, whole)}</p>
      </header>
      <Bars label={words.measures[measure]} bars={bars} />
    </section>
  )
}

export function View({ whole, words }: ViewProps): JSX.Element {
  const axes = [whole.time, whole.height, whole.width] as const
  return (
    <div class="panels clips">
      <section class="panel panel-wide">
        <header>
          <h4>{words.slide}</h4>
          <p>{words.slideText(whole)}</p>
        </header>
        <div class="chain">
          <div>
            <Volume axes={axes} side="input" label={words.inputLabel(whole)} />
            <span class="map-name">
              {words.input} {[whole.shape.inChannels, ...axes.map(({ size }) => size)].join('×')}
            </span>
          </div>
          <Arrow />
          <div>
            <Volume axes={axes} side="output" label={words.outputLabel(whole)} />
            <span class="map-name">
              {words.output} {[whole.shape.outChannels, ...axes.map(({ outputs }) => outputs)].join('×')}
            </span>
          </div>
        </div>
      </section>
      <section class="panel">
        <header>
          <h4>{words.time}</h4>
          <p>{words.timeText(whole)}</p>
        </header>
        <Time whole={whole} words={words} />
      </section>
      <Measured measure="weights" whole={whole} words={words} />
      <Measured measure="macs" whole={whole} words={words} />
      <Measured measure="activations" whole={whole} words={words} />
    </div>
  )
}
