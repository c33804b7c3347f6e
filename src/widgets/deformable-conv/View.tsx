import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { Bars } from '#ui/Bars.tsx'
import { type Cell, Grid } from '#ui/Grid.tsx'
import { fixed, range, show, unit as U } from '#ui/scale.ts'
import { Between } from './Between.tsx'
import type { Messages } from './messages.ts'
import { type Derived, kernelSize, nudge, nudged, type Point, reach, type State, side, unit } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
export interface ViewProps {
  readonly state: State
  readonly whole: Whole
  readonly words: Messages
}
interface StageProps extends ViewProps {
  readonly onMove: (tap: number, to: readonly [number, number]) => void
  readonly onTap: (tap: number) => void
}
/** Cells across the drawing: the map with one ring of zeros. */
const span = side + 2
const at = (place: number): number => fixed((place + 1.5) * U)
const steps: Readonly<Record<string, readonly [-1 | 0 | 1, -1 | 0 | 1]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The cells alone: their numbers stand aside, so that the middles are free for the points. */
const cells: readonly (readonly Cell[])[] = range(span).map((row) =>
  range(span).map((column): Cell => {
    const inside = row > 0 && column > 0 && row <= side && column <= side
    return { kind: inside ? 'input' : 'pad' }
  }),
)

function Numbers({ state, whole }: ViewProps): JSX.Element {
  const near = new Set(
    whole.now.neighbours.filter(({ weight }) => weight > 0).map(({ cell }) => cell[0] * side + cell[1]),
  )
  return (
    <>
      {state.x.map((value, cell) => (
        <text
          class={near.has(cell) ? 'aside n-strong' : 'aside'}
          x={((cell % side) + 1) * U + 3}
          y={(Math.floor(cell / side) + 1) * U + 12}
        >
          {show(value)}
        </text>
      ))}
    </>
  )
}

/** Larger numbers stand on a darker ground, so that the stroke can be seen; three shades. */
function Shades({ x }: { x: readonly number[] }): JSX.Element {
  const most = Math.max(...x.map(Math.abs), 1)
  return (
    <>
      {[1, 2, 3].map((shade) => (
        <path
          class={`shade shade-${shade}`}
          d={range(side * side)
            .filter((cell) => Math.min(3, Math.floor((4 * Math.abs(x[cell])) / most)) === shade)
            .map((cell) => `M${((cell % side) + 1) * U} ${(Math.floor(cell / side) + 1) * U}h${U}v${U}h${-U}z`)
            .join('')}
        />
      ))}
    </>
  )
}

/** The nine points: where they belong, where they went, and a handle on each. */
function Points({ state, whole, words, onMove, onTap }: StageProps): JSX.Element {
  const dragged = useRef<number | null>(null)
  const drag = (event: JSX.TargetedPointerEvent<SVGSVGElement>): void => {
    const tap = dragged.current
    if (tap === null) return
    const bounds = event.currentTarget.getBoundingClientRect()
    const place = (pixels: number, size: number): number => Math.round(((pixels / size) * span - 1.5) / nudge) * nudge
    const { input } = whole.points[tap]
    onMove(tap, [
      place(event.clientY - bounds.top, bounds.height) - input[0],
      place(event.clientX - bounds.left, bounds.width) - input[1],
    ])
  }
  const press = (event: KeyboardEvent): void => {
    const { offset } = whole.now
    const by = steps[event.key]
    if (event.key === 'Home') onMove(state.step, [0, 0])
    else if (by) onMove(state.step, [nudged(offset[0], by[0]), nudged(offset[1], by[1])])
    else if (event.key === 'PageUp' || event.key === 'PageDown')
      onTap((state.step + (event.key === 'PageUp' ? 1 : kernelSize ** 2 - 1)) % kernelSize ** 2)
    else return
    event.preventDefault()
  }
  const handle = (point: Point, tap: number): JSX.Element => {
    const now = tap === state.step
    const name = now
      ? {
          role: 'slider' as const,
          tabIndex: 0,
          'aria-label': words.pointName(tap),
          'aria-valuemin': -reach,
          'aria-valuemax': reach,
          'aria-valuenow': point.offset[1],
          'aria-valuetext': words.pointLabel(point),
          onKeyDown: press,
        }
      : {}
    return (
      <circle
        class={now ? 'handle cursor' : 'handle'}
        cx={at(point.point[1])}
        cy={at(point.point[0])}
        r={15}
        {...name}
        onPointerDown={(event) => {
          dragged.current = tap
          event.currentTarget.ownerSVGElement?.setPointerCapture(event.pointerId)
          onTap(tap)
        }}
      />
    )
  }
  const order = range(whole.points.length).sort((a, b) => Number(a === state.step) - Number(b === state.step))
  return (
    <svg
      class="points"
      viewBox={`0 0 ${span * U} ${span * U}`}
      role="group"
      aria-label={words.mapLabel}
      onPointerMove={drag}
      onPointerUp={() => {
        dragged.current = null
      }}
      onPointerCancel={() => {
        dragged.current = null
      }}
    >
      <rect class="window-2" x={unit[1] * U} y={unit[0] * U} width={kernelSize * U} height={kernelSize * U} />
      <path
        class="shifts"
        d={whole.points
          .filter(({ offset }) => offset[0] !== 0 || offset[1] !== 0)
          .map(({ input, point }) => `M${at(input[1])} ${at(input[0])}L${at(point[1])} ${at(point[0])}`)
          .join('')}
      />
      {whole.points.map(({ input, offset }) =>
        offset[0] === 0 && offset[1] === 0 ? null : (
          <circle class="origin-dot" cx={at(input[1])} cy={at(input[0])} r={2.5} />
        ),
      )}
      {order.map((tap) => {
        const { point, mask } = whole.points[tap]
        return (
          <circle
            class={tap === state.step ? 'ring ring-now' : 'ring'}
            style={mask < 1 ? { strokeWidth: 0.75 + 1.25 * mask } : {}}
            cx={at(point[1])}
            cy={at(point[0])}
            r={8}
          />
        )
      })}
      {order.map((tap) => handle(whole.points[tap], tap))}
    </svg>
  )
}

export function View(props: StageProps): JSX.Element {
  const { state, whole, words } = props
  const [top, left] = [Math.floor(whole.now.point[0]), Math.floor(whole.now.point[1])]
  const value = (text: string, sum: number, look: 'output' | 'plain') => ({
    label: text,
    parts: [Math.max(0, sum)],
    text: show(sum, 3),
    look,
  })
  return (
    <div class="panels deform">
      <section class="panel">
        <header>
          <h4>{words.map}</h4>
          <p>{words.mapText}</p>
        </header>
        <div class="board">
          <Grid
            cells={cells}
            label={words.mapLabel}
            inner={{ row: 1, column: 1, height: side, width: side }}
            windows={[{ row: top + 1, column: left + 1, height: 2, width: 2 }]}
          />
          <svg class="shades" viewBox={`0 0 ${span * U} ${span * U}`} aria-hidden="true">
            <Shades x={state.x} />
            <Numbers {...props} />
          </svg>
          <Points {...props} />
        </div>
      </section>
      <section class="panel">
        <header>
          <h4>{words.square}</h4>
          <p>{words.squareText(whole.now)}</p>
        </header>
        <Between point={whole.now} words={words} />
        <p class="map-name">{words.compare}</p>
        <Bars
          label={words.compare}
          bars={[value(words.deformed, whole.sum, 'output'), value(words.plain, whole.plain, 'plain')]}
          max={Math.max(whole.sum, whole.plain, 1)}
        />
        <p class="note">{words.workNote(whole, state)}</p>
      </section>
    </div>
  )
}
