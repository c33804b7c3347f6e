import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { type Labelled, Numbers } from './Numbers.tsx'
import { unit as U } from './scale.ts'

/** What a cell is: decides its fill and its cue besides colour. */
export type CellKind = 'input' | 'kernel' | 'output' | 'pad' | 'gap' | 'drop' | 'dropPad' | 'field' | 'empty'
export interface Cell extends Labelled {
  readonly kind: CellKind
}
export interface Frame {
  readonly row: number
  readonly column: number
  readonly height: number
  readonly width: number
  /** 'window' is the current one; 'second' is dashed; 'field' is a receptive field. */
  readonly look?: 'window' | 'second' | 'field'
}
/** Lets a reader choose a cell by pointer, tap or arrow keys: one tab stop. */
export interface Cursor {
  readonly row: number
  readonly column: number
  readonly label: string
  readonly cellLabel: string
  readonly onMove: (row: number, column: number) => void
}
export interface GridProps {
  readonly cells: readonly (readonly Cell[])[]
  readonly label: string
  readonly frame?: 'input' | 'output' | 'frame'
  /** The part of the grid that is the map itself, inside its padding. */
  readonly inner?: Frame | undefined
  readonly windows?: readonly Frame[]
  /** Round cells: weights. */
  readonly round?: boolean
  /** The double rule below a result. */
  readonly result?: boolean
  /** CSS length of one cell, where it is not the stage's. */
  readonly cell?: string
  readonly cursor?: Cursor | undefined
}

/** The cells of some kinds as a single path: a large grid stays a small document. */
function fillPath(cells: readonly (readonly Cell[])[], ...kinds: readonly CellKind[]): string {
  let path = ''
  cells.forEach((row, r) => {
    let from = -1
    for (let c = 0; c <= row.length; c++) {
      const here = c < row.length && kinds.includes(row[c].kind)
      if (here && from < 0) from = c
      if (!here && from >= 0) {
        path += `M${from * U} ${r * U}h${(c - from) * U}v${U}h${(from - c) * U}z`
        from = -1
      }
    }
  })
  return path
}

const cross = 'l7 7m8 8l7 7m0-22l-7 7m-8 8l-7 7'
const crosses = (cells: readonly (readonly Cell[])[]): string =>
  cells
    .flatMap((row, r) =>
      row.map(({ kind }, c) => (kind === 'drop' || kind === 'dropPad' ? `M${c * U + 5} ${r * U + 5}${cross}` : '')),
    )
    .join('')

/** What tells kinds apart besides colour: hatch for padding, a cross for what is never read. */
function Marks({ cells }: Pick<GridProps, 'cells'>): JSX.Element {
  const [hatch, veil, crossed] = [fillPath(cells, 'pad', 'dropPad'), fillPath(cells, 'dropPad'), crosses(cells)]
  return (
    <>
      {hatch && <path fill="url(#hatch)" d={hatch} />}
      {veil && <path class="veil" d={veil} />}
      {crossed && <path class="cross" d={crossed} />}
    </>
  )
}

const filled: readonly CellKind[] = ['input', 'output', 'pad', 'drop', 'dropPad', 'field']

function lattice(rows: number, columns: number): string {
  let path = ''
  for (let r = 1; r < rows; r++) path += `M0 ${r * U}h${columns * U}`
  for (let c = 1; c < columns; c++) path += `M${c * U} 0v${rows * U}`
  return path
}

const box = ({ row, column, height, width }: Frame): Record<'x' | 'y' | 'width' | 'height', number> => ({
  x: column * U,
  y: row * U,
  width: width * U,
  height: height * U,
})

interface WindowProps {
  readonly at: Frame
  readonly unit?: number
  /** Over a picture, whose tones may be the frame's own: a halo sets them apart. */
  readonly over?: boolean
}

/** A frame that slides: its place is a transform, so that CSS can move it. */
export function Window({ at, unit = U, over = false }: WindowProps): JSX.Element {
  const name = at.look === 'second' ? 'window-2' : at.look === 'field' ? 'field-edge' : 'window'
  const place = {
    width: at.width * unit,
    height: at.height * unit,
    style: { transform: `translate(${at.column * unit}px, ${at.row * unit}px)` },
  }
  return (
    <>
      {over && <rect class="halo slides" {...place} />}
      <rect class={`${name} slides`} {...place} />
    </>
  )
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

interface CursorCellProps {
  readonly cursor: Cursor
  readonly rows: number
  readonly columns: number
  /** Units of the SVG per cell. */
  readonly unit?: number
}

/** The one tab stop of a grid: arrow keys, Home and End move it. */
export function CursorCell({ cursor, rows, columns, unit = U }: CursorCellProps): JSX.Element {
  const move = (event: KeyboardEvent): void => {
    const step = moves[event.key]
    let target: readonly [number, number] | null = null
    if (step) target = [cursor.row + step[0], cursor.column + step[1]]
    if (event.key === 'Home') target = [event.ctrlKey ? 0 : cursor.row, 0]
    if (event.key === 'End') target = [event.ctrlKey ? rows - 1 : cursor.row, columns - 1]
    if (!target) return
    event.preventDefault()
    const row = Math.min(rows - 1, Math.max(0, target[0]))
    const column = Math.min(columns - 1, Math.max(0, target[1]))
    cursor.onMove(row, column)
  }
  const place = { x: cursor.column * unit, y: cursor.row * unit, width: unit, height: unit }
  return (
    <g class="grid" role="grid" aria-label={cursor.label} aria-rowcount={rows} aria-colcount={columns}>
      <rect class="halo" {...place} />
      <g role="row" aria-rowindex={cursor.row + 1}>
        <rect
          class="cursor"
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

/**
 * One map as one SVG: cells with numbers, padding, windows; optionally a cursor that chooses a cell. Cells are drawn
 * row within row, so that a map that grows keeps the elements it has.
 */
export function Grid(props: GridProps): JSX.Element {
  const { cells, label, frame = 'frame', inner, windows = [], round = false, result = false, cell, cursor } = props
  const rows = cells.length
  const columns = cells[0]?.length ?? 0
  const dragging = useRef(false)
  const choose = (event: JSX.TargetedPointerEvent<SVGSVGElement>): void => {
    if (!cursor) return
    const bounds = event.currentTarget.getBoundingClientRect()
    const row = Math.floor(((event.clientY - bounds.top) / bounds.height) * rows)
    const column = Math.floor(((event.clientX - bounds.left) / bounds.width) * columns)
    cursor.onMove(Math.min(rows - 1, Math.max(0, row)), Math.min(columns - 1, Math.max(0, column)))
  }
  const pointer = cursor && {
    onPointerDown: (event: JSX.TargetedPointerEvent<SVGSVGElement>) => {
      dragging.current = true
      choose(event)
    },
    onPointerMove: (event: JSX.TargetedPointerEvent<SVGSVGElement>) => {
      if (dragging.current && event.buttons > 0) choose(event)
    },
    onPointerUp: () => {
      dragging.current = false
    },
  }
  const size = { '--w': columns, '--ratio': `${columns}/${rows}`, ...(cell ? { '--cell': cell } : {}) }
  const name = cursor ? { role: 'group', 'aria-label': label } : { role: 'img', 'aria-label': label }
  return (
    <svg
      class={cursor ? 'map chooses' : 'map'}
      viewBox={`0 0 ${columns * U} ${rows * U}`}
      style={size}
      {...(name as JSX.SVGAttributes<SVGSVGElement>)}
      {...pointer}
    >
      {round
        ? cells.map((row, r) =>
            row.map((_, c) => (
              <rect class="c-kernel" x={c * U + 1.5} y={r * U + 1.5} width={U - 3} height={U - 3} rx={9} />
            )),
          )
        : filled.map((kind) => {
            const d = fillPath(cells, kind)
            return d && <path class={`c-${kind}`} d={d} />
          })}
      {!round && <Marks cells={cells} />}
      {!round && <path class="line" d={lattice(rows, columns)} />}
      {!round && <rect class={`frame f-${frame}`} width={columns * U} height={rows * U} />}
      {inner && <rect class="frame f-input" {...box(inner)} />}
      {result && <path class="frame f-output" d={`M0 ${rows * U + 3.5}h${columns * U}`} />}
      {cells.map((row, r) => (
        <Numbers cells={row} row={r} round={round} />
      ))}
      {windows.map((at, index) => (
        // in a map of another size it appears where it belongs: to slide there would mean nothing
        <Window key={`${index} ${rows} ${columns} ${at.height} ${at.width}`} at={at} />
      ))}
      {cursor && <CursorCell cursor={cursor} rows={rows} columns={columns} />}
    </svg>
  )
}
