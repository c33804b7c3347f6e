import type { ComponentChildren, JSX, SVGAttributes, TargetedPointerEvent } from 'preact'
import { useRef } from 'preact/hooks'

/** Lets a reader choose a unit that stands on the picture, by pointer, tap or arrow keys: one tab stop. */
export interface SceneCursor {
  readonly rows: number
  readonly columns: number
  readonly row: number
  readonly column: number
  /** The unit's place: its middle and its side, in cells of the picture. */
  readonly place: readonly [row: number, column: number]
  readonly side: number
  /** The unit nearest to a place. */
  readonly nearest: (row: number, column: number) => readonly [row: number, column: number]
  readonly onMove: (row: number, column: number) => void
  readonly label: string
  readonly cellLabel: string
}
export interface SceneProps {
  /** The map below: a Photo or a Heat. */
  readonly map: JSX.Element
  /** Cells across and down the map. Cell i has its middle at i. */
  readonly span: number
  /** Cells around it: what lies there is padding, and hatched. */
  readonly margin?: number
  readonly label?: string
  readonly cursor?: SceneCursor | undefined
  /** What is drawn over map and margin, in cells. */
  readonly children?: ComponentChildren
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

function Cursor({ cursor, least }: { cursor: SceneCursor; least: number }): JSX.Element {
  const side = Math.max(cursor.side, least)
  const move = (event: KeyboardEvent): void => {
    const by = moves[event.key]
    const ends: Readonly<Record<string, number>> = { Home: 0, End: cursor.columns - 1 }
    const end = ends[event.key]
    if (!by && end === undefined) return
    event.preventDefault()
    const row = cursor.row + (by?.[0] ?? 0)
    const column = end ?? cursor.column + (by?.[1] ?? 0)
    cursor.onMove(Math.min(cursor.rows - 1, Math.max(0, row)), Math.min(cursor.columns - 1, Math.max(0, column)))
  }
  const place = { x: cursor.place[1] - side / 2, y: cursor.place[0] - side / 2, width: side, height: side }
  return (
    <g class="grid" role="grid" aria-label={cursor.label} aria-rowcount={cursor.rows} aria-colcount={cursor.columns}>
      <rect class="halo" {...place} />
      <g role="row" aria-rowindex={cursor.row + 1}>
        <rect
          class="cursor window"
          role="gridcell"
          tabindex={0}
          aria-colindex={cursor.column + 1}
          aria-selected="true"
          aria-label={cursor.cellLabel}
          {...place}
          onKeyDown={move}
        />
      </g>
    </g>
  )
}

/** A picture in its own cells with room around it, what is drawn over both, and a cursor over its units. */
export function Scene({ map, span, margin = 0, label, cursor, children }: SceneProps): JSX.Element {
  const whole = span + 2 * margin
  const dragging = useRef(false)
  const choose = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    const bounds = event.currentTarget.getBoundingClientRect()
    const cell = (at: number, size: number): number => (at / size) * whole - margin - 0.5
    const row = cell(event.clientY - bounds.top, bounds.height)
    const column = cell(event.clientX - bounds.left, bounds.width)
    if (cursor) cursor.onMove(...cursor.nearest(row, column))
  }
  const pointer = cursor && {
    onPointerDown: (event: TargetedPointerEvent<SVGSVGElement>) => {
      dragging.current = true
      choose(event)
    },
    onPointerMove: (event: TargetedPointerEvent<SVGSVGElement>) => {
      if (dragging.current && event.buttons > 0) choose(event)
    },
    onPointerUp: () => {
      dragging.current = false
    },
  }
  const name = label ? { role: 'group', 'aria-label': label } : { 'aria-hidden': true }
  return (
    <div class="scene" style={{ '--margin': `${(100 * margin) / whole}%` }}>
      {map}
      <svg
        class={cursor ? 'chooses' : ''}
        viewBox={`${-margin - 0.5} ${-margin - 0.5} ${whole} ${whole}`}
        {...(name as SVGAttributes<SVGSVGElement>)}
        {...pointer}
      >
        {children}
        {cursor && <Cursor cursor={cursor} least={whole / 36} />}
      </svg>
    </div>
  )
}
