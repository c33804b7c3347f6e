import type { JSX } from 'preact'
import { fixed, range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { inputChannels, type Shape, type Stage, type State } from './model.ts'

interface ViewProps {
  readonly state: State
  readonly shape: Shape
  readonly words: Messages
}

/** The side of the largest map in units of its drawing. */
const side = 180
/** From this many units a cell the cells are drawn one by one. */
const visible = 5
/** The strip of crosses is never thinner, or they could not be seen. */
const thinnest = 8

/** Crosses along the bottom and the far side, over the cells that the next stage does not read. */
function crosses(size: number, unit: number, lost: number): { veil: string; cross: string } {
  const cell = Math.max(unit, Math.min(thinnest, (size * unit) / 2))
  const deep = unit >= visible ? lost : 1
  const count = Math.round((size * unit) / cell)
  const c = (size * unit) / count
  let veil = ''
  let cross = ''
  for (const row of range(count)) {
    for (const column of range(count)) {
      if (row < count - deep && column < count - deep) continue
      const [x, y, m, d] = [column * c, row * c, c * 0.2, c * 0.6].map(fixed)
      veil += `M${x} ${y}h${fixed(c)}v${fixed(c)}h${-fixed(c)}z`
      cross += `M${fixed(x + m)} ${fixed(y + m)}l${d} ${d}m${-d} 0l${d} ${-d}`
    }
  }
  return { veil, cross }
}

interface MapProps {
  readonly size: number
  readonly unit: number
  readonly next: Stage | undefined
  readonly role: 'input' | 'output'
  readonly label: string
}

/** One map to scale: its cells where there is room for them, and what the next stage leaves out. */
function StageMap({ size, unit, next, role, label }: MapProps): JSX.Element {
  const full = fixed(size * unit)
  const lost = next?.lost ? crosses(size, unit, next.lost) : null
  let lattice = ''
  if (unit >= visible)
    for (let q = 1; q < size; q++) lattice += `M0 ${fixed(q * unit)}h${full}M${fixed(q * unit)} 0v${full}`
  return (
    <svg class="scaled" viewBox={`0 0 ${full} ${full}`} style={{ '--part': size }} role="img" aria-label={label}>
      <rect class={`c-${role}`} width={full} height={full} />
      {lost && <path class="c-drop" d={lost.veil} />}
      {lattice && <path class="line" d={lattice} />}
      {lost && <path class="cross" d={lost.cross} />}
      <rect class={`frame f-${role}`} width={full} height={full} />
      {!next && <path class="frame f-output" d={`M0 ${full + 3.5}h${full}`} />}
    </svg>
  )
}

/** The chain of maps, all on one scale, with the operation between each two. */
export function View({ state, shape, words }: ViewProps): JSX.Element {
  const { stages } = shape
  const sizes = [state.inputSize, ...stages.map(({ outputSize }) => outputSize)]
  const largest = Math.max(...sizes)
  const unit = side / largest
  const sum = sizes.reduce((total, size) => total + size, 0)
  return (
    <ol class="chain" style={{ '--largest': largest, '--sum': sum }}>
      {sizes.map((size, index) => {
        const [stage, next] = [stages[index - 1], stages[index]]
        const name = stage ? words.stage(index) : words.input
        return (
          <>
            {stage && (
              <li class="chain-op">
                <span>{words.op(stage)}</span>
                <svg class="arr" viewBox="0 0 46 10" aria-hidden="true">
                  <path class="arrow" d="M1 5h43m-5-4l5 4-5 4" />
                </svg>
              </li>
            )}
            <li>
              <StageMap
                size={size}
                unit={unit}
                next={next}
                role={stage ? 'output' : 'input'}
                label={words.mapLabel(name, size, next)}
              />
              <p>
                <b>{words.size(size)}</b> <span>{words.channels(stage ? stage.channels : inputChannels)}</span>
                {next && next.dropped > 0 && <span>{words.lost(next)}</span>}
              </p>
            </li>
          </>
        )
      })}
    </ol>
  )
}
