import type { JSX } from 'preact'
import { type Bar, Bars } from '#ui/Bars.tsx'
import { compact, grouped } from '#ui/scale.ts'
import { Cover } from './Cover.tsx'
import { Fan } from './Fan.tsx'
import { type Messages, ratio } from './messages.ts'
import type { Derived, State } from './model.ts'

type Shape = Extract<Derived, { ok: true }>
export interface ViewProps {
  readonly state: State
  readonly shape: Shape
  readonly words: Messages
}
type Measure = keyof Messages['measures']

/** A measure of both, with the difference as a bracket; weights also in C when the channels are equal. */
function Measured({ measure, state, shape, words }: ViewProps & { measure: Measure }): JSX.Element {
  const { stack, single, pointwise } = shape
  const text = (value: number): string => (measure === 'macs' ? compact(value) : grouped(value))
  const rows: Bar[] = [stack, single].map((side) => ({
    label: words.layerCount(side.kernelSize, side.layers.length),
    parts: side.layers.map((layer) => layer[measure]),
    text: text(side[measure]),
    look: measure === 'activations' ? 'output' : 'kernel',
  }))
  if (state.depthwise && measure === 'weights')
    rows.push({ label: words.pointwise, parts: [pointwise], text: text(pointwise), look: 'plain' })
  const [a, b] = [stack[measure], single[measure]]
  const max = Math.max(a, b, ...(rows.length > 2 ? [pointwise] : []))
  const bracket = a === b ? {} : { bracket: { from: Math.min(a, b), to: Math.max(a, b), text: ratio(a, b) } }
  return (
    <div class="measure">
      <p class="map-name">
        {words.measures[measure]}
        {measure === 'weights' && words.inChannels(state, shape)}
      </p>
      <Bars bars={rows.slice(0, 2)} max={max} label={words.measures[measure]} {...bracket} />
      {rows.length > 2 && <Bars bars={rows.slice(2)} max={max} label={words.pointwise} />}
    </div>
  )
}

/** The covering in two dimensions and in one, and what both sides cost. */
export function View({ onStep, ...props }: ViewProps & { onStep: (step: number) => void }): JSX.Element {
  const { state, shape, words } = props
  const { stack, single, sides, paths, place } = shape
  const gap = stack.layers.length > 2 ? 54 : 64
  return (
    <div class="panels">
      <section class="panel panel-wide">
        <header>
          <h4>{words.cover}</h4>
          <p>{words.coverText(shape)}</p>
        </header>
        <Cover shape={shape} words={words} onStep={onStep} />
      </section>
      <section class="panel">
        <header>
          <h4>{words.links}</h4>
          <p>{words.linksText}</p>
        </header>
        <div class="chain fans">
          <Fan side={stack} sides={sides} counts={paths.counts} gap={gap} place={place} words={words} />
          <Fan
            side={single}
            sides={[single.field, 1]}
            counts={Array.from({ length: single.field }, () => 1)}
            gap={gap * stack.layers.length}
            words={words}
          />
        </div>
      </section>
      <section class="panel">
        <header>
          <h4>{words.costs}</h4>
          <p>{words.costsText(state)}</p>
        </header>
        <Measured measure="weights" {...props} />
        <Measured measure="macs" {...props} />
        <Measured measure="activations" {...props} />
      </section>
    </div>
  )
}
