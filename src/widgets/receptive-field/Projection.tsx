import type { LevelReads } from 'conv-math'
import type { JSX, TargetedPointerEvent } from 'preact'
import { useRef } from 'preact/hooks'
import { fixed, range, show } from '#ui/scale.ts'
import { Beams, boxWidth, names, type Scale, scaleOf, Units, width } from './Levels.tsx'
import type { Messages } from './messages.ts'
import { centreOf, realCells, type Shown } from './model.ts'

interface ProjectionProps {
  readonly shape: Shown
  readonly words: Messages
  readonly onUnit: (unit: number) => void
  readonly onLayer: (layer: number, place?: number) => void
}

/** Every how many cells a number stands below the input. */
const tickStep = (cell: number): number => [1, 2, 5, 10, 20, 50, 100].find((step) => step * cell >= 26) ?? 200

function Axis({ shape, scale, words }: { shape: Shown; scale: Scale; words: Messages }): JSX.Element {
  const y = scale.y(0) + scale.height
  const step = tickStep(scale.cell)
  const from = Math.ceil(scale.low / step)
  const ticks = range(Math.floor(scale.high / step) - from + 1).map((at) => (from + at) * step)
  const { interval } = shape.columns[0]
  const clip = (place: number): number => Math.min(width, Math.max(names, place))
  const a = fixed(clip(scale.x(interval[0]) - scale.cell / 2) + 0.5)
  const b = fixed(clip(scale.x(interval[1]) + scale.cell / 2) - 0.5)
  return (
    <>
      {ticks.map((place) => (
        <text class="tick" x={fixed(scale.x(place))} y={y + 13}>
          {show(place)}
        </text>
      ))}
      {shape.step === shape.layer && (
        <>
          <path class="brace" d={`M${a} ${y + 18}v6H${b}v-6`} />
          <text class="lab lab-mid t-field" x={Math.min(width - 110, Math.max(110, fixed((a + b) / 2)))} y={y + 39}>
            {words.brace(shape.unit[1], interval)}
          </text>
        </>
      )}
    </>
  )
}

const bins = 6
/** How many paths lead from each real input cell to the unit: by number where there is room, by heat always. */
function Paths({ reads, scale, words }: { reads: LevelReads; scale: Scale; words: Messages }): JSX.Element {
  const y = scale.y(0) + scale.height + 50
  const cells = realCells(reads)
  const counts = cells ? reads.counts.slice(cells[0] - reads.first, cells[1] - reads.first + 1) : []
  const most = Math.max(...counts)
  const gap = scale.cell >= 7 ? 1.5 : 0
  const paths = new Map<number, string>()
  for (const [at, count] of counts.entries()) {
    if (count === 0 || !cells) continue
    const bin = Math.min(bins, 1 + Math.floor((count / most) * bins))
    const x = fixed(scale.x(cells[0] + at) - scale.cell / 2 + gap)
    const w = fixed(scale.cell - 2 * gap)
    paths.set(bin, `${paths.get(bin) ?? ''}M${x} ${y}h${w}v14h${-w}z`)
  }
  return (
    <>
      <text class="lab" x={0} y={y + 11}>
        {words.paths}
      </text>
      {[...paths].map(([bin, d]) => (
        <path class={gap ? 'paths' : ''} style={{ fill: `var(--fig-heat-${bin})` }} d={d} />
      ))}
      {cells &&
        String(most).length * 6.8 + 1 <= scale.cell &&
        counts.map((count, at) => (
          <text class="tick" x={fixed(scale.x(cells[0] + at))} y={y + 27}>
            {count}
          </text>
        ))}
    </>
  )
}

function CursorCell({ shape, scale, words, onUnit, onLayer }: ProjectionProps & { scale: Scale }): JSX.Element {
  const { layer, levels, unit } = shape
  const level = levels[layer]
  const move = (event: KeyboardEvent): void => {
    const units: Readonly<Record<string, number>> = {
      ArrowLeft: unit[1] - 1,
      ArrowRight: unit[1] + 1,
      Home: 0,
      End: level.size - 1,
    }
    const layers: Readonly<Record<string, number>> = { ArrowUp: layer + 1, ArrowDown: layer - 1 }
    const to = units[event.key]
    const other = layers[event.key]
    if (to === undefined && other === undefined) return
    event.preventDefault()
    if (to !== undefined) onUnit(Math.min(level.size - 1, Math.max(0, to)))
    else onLayer(Math.min(levels.length - 1, Math.max(0, other)))
  }
  const side = Math.max(boxWidth(level, scale), 4)
  return (
    <g role="grid" aria-label={words.projectionLabel} aria-rowcount={levels.length} aria-colcount={level.size}>
      <g role="row" aria-rowindex={levels.length - layer}>
        <rect
          class="cursor window"
          role="gridcell"
          tabIndex={0}
          aria-colindex={unit[1] + 1}
          aria-selected="true"
          aria-label={words.unitLabel(level.name, unit[1])}
          x={fixed(scale.x(centreOf(level, unit[1])) - side / 2)}
          y={fixed(scale.y(layer))}
          width={fixed(side)}
          height={fixed(scale.height)}
          onKeyDown={move}
        />
      </g>
    </g>
  )
}

/** All levels in one dimension, the input lowest: what one unit sees of each of them. */
export function Projection(props: ProjectionProps): JSX.Element {
  const { shape, words, onLayer } = props
  const scale = scaleOf(shape)
  const dragging = useRef(false)
  const whole = shape.step === shape.layer
  const height = scale.y(0) + scale.height + 80
  const choose = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    const bounds = event.currentTarget.getBoundingClientRect()
    const x = ((event.clientX - bounds.left) / bounds.width) * width
    const y = ((event.clientY - bounds.top) / bounds.height) * height
    const row = Math.round((y - scale.y(0) - scale.height / 2) / scale.pitch)
    const layer = Math.min(shape.levels.length - 1, Math.max(0, -row))
    onLayer(layer, (x - names) / scale.cell + scale.low - 0.5)
  }
  const [first, last] = shape.columns[0].interval
  return (
    <svg
      class="draw projection chooses"
      viewBox={`0 0 ${width} ${fixed(height)}`}
      role="group"
      aria-label={words.projection(shape.levels[shape.layer].name, shape.unit[1], [first, last])}
      onPointerDown={(event) => {
        dragging.current = true
        choose(event)
      }}
      onPointerMove={(event) => {
        if (dragging.current && event.buttons > 0) choose(event)
      }}
      onPointerUp={() => {
        dragging.current = false
      }}
    >
      <svg
        class="cut"
        role="none"
        x={names - 2}
        width={width - names + 4}
        viewBox={`${names - 2} 0 ${width - names + 4} ${height}`}
      >
        <Beams shape={shape} scale={scale} />
        <Units shape={shape} scale={scale} />
      </svg>
      {shape.levels.map((level, at) => (
        <text class={at === shape.layer ? 'lab lab-strong' : 'lab'} x={0} y={fixed(scale.y(at) + scale.height / 2 + 4)}>
          {level.name || words.input}
        </text>
      ))}
      <Axis shape={shape} scale={scale} words={words} />
      {whole && <Paths reads={shape.columns[0]} scale={scale} words={words} />}
      <CursorCell {...props} scale={scale} />
    </svg>
  )
}
