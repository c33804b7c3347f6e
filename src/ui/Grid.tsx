import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { show, unit as U } from './scale.ts'

/** What a cell is: decides its fill and its cue besides colour. */
export type CellKind = 'input' | 'kernel' | 'output' | 'pad' | 'gap' | 'drop' | 'dropPad' | 'field' | 'empty'
export interface Cell {
  readonly kind: CellKind
  readonly value?: number | string
  /** The weight that meets this cell, small at its lower right. */
  readonly sub?: number
  readonly strong?: boolean
  readonly faint?: boolean
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

/** A component for every plain cell would cost a large grid more than its drawing does. */
const marked: ReadonlySet<CellKind> = new Set(['pad', 'dropPad', 'drop'])
const labelled = (cell: Cell): boolean => cell.value !== undefined || cell.sub !== undefined

function Marks({ kind, x, y }: { kind: CellKind; x: number; y: number }): JSX.Element | null {
  const hatch = kind === 'pad' || kind === 'dropPad'
  const drop = kind === 'drop' || kind === 'dropPad'
  if (!hatch && !drop) return null
  return (
    <>
      {hatch && <rect fill="url(#hatch)" x={x} y={y} width={U} height={U} />}
      {kind === 'dropPad' && <rect class="veil" x={x} y={y} width={U} height={U} />}
      {drop && <path class="cross" d={`M${x + 5} ${y + 5}l7 7m8 8l7 7m0-22l-7 7m-8 8l-7 7`} />}
    </>
  )
}

/** Whether a number is too wide for a cell at the usual size; a point takes next to no room. */
export const isLong = (text: string): boolean => text.replace('.', '').length > 3

function Label({ cell, x, y, round }: { cell: Cell; x: number; y: number; round: boolean }): JSX.Element | null {
  if (cell.value === undefined && cell.sub === undefined) return null
  const off = cell.sub === undefined ? 0 : -3.5
  const text = typeof cell.value === 'number' ? show(cell.value) : cell.value
  const name = `n${round ? ' n-round' : ''}${cell.strong ? ' n-strong' : ''}${cell.faint ? ' n-faint' : ''}`
  return (
    <>
      {text !== undefined && (
        <text class={isLong(text) ? `${name} n-long` : name} x={x + U / 2 + off} y={y + U / 2 + 0.5 + off}>
          {text}
        </text>
      )}
      {cell.sub !== undefined && (
        <text class="sub" x={x + U - 3.5} y={y + U - 6.5}>
          {show(cell.sub)}
        </text>
      )}
    </>
  )
}

/** The fills of one kind as a single path: a large grid stays a small document. */
function fillPath(cells: readonly (readonly Cell[])[], kind: CellKind): string {
  let path = ''
  cells.forEach((row, r) => {
    let from = -1
    for (let c = 0; c <= row.length; c++) {
      const here = row[c]?.kind === kind
      if (here && from < 0) from = c
      if (!here && from >= 0) {
        path += `M${from * U} ${r * U}h${(c - from) * U}v${U}h${(from - c) * U}z`
        from = -1
      }
    }
  })
  return path
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

/** One map as one SVG: cells with numbers, padding, windows; optionally a cursor that chooses a cell. */
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
        ? cells.flatMap((row, r) =>
            row.map((_, c) => (
              <rect class="c-kernel" x={c * U + 1.5} y={r * U + 1.5} width={U - 3} height={U - 3} rx={9} />
            )),
          )
        : filled.map((kind) => {
            const d = fillPath(cells, kind)
            return d && <path class={`c-${kind}`} d={d} />
          })}
      {!round &&
        cells.flatMap((row, r) =>
          row.map((at, c) => marked.has(at.kind) && <Marks kind={at.kind} x={c * U} y={r * U} />),
        )}
      {!round && <path class="line" d={lattice(rows, columns)} />}
      {!round && <rect class={`frame f-${frame}`} width={columns * U} height={rows * U} />}
      {inner && <rect class="frame f-input" {...box(inner)} />}
      {result && <path class="frame f-output" d={`M0 ${rows * U + 3.5}h${columns * U}`} />}
      {cells.flatMap((row, r) =>
        row.map((at, c) => labelled(at) && <Label cell={at} x={c * U} y={r * U} round={round} />),
      )}
      {windows.map((at) => (
        <Window at={at} />
      ))}
      {cursor && <CursorCell cursor={cursor} rows={rows} columns={columns} />}
    </svg>
  )
}
