import type { JSX, TargetedPointerEvent } from 'preact'
import { type Cursor, CursorCell } from './Grid.tsx'

interface PixelCursorProps {
  readonly rows: number
  readonly columns: number
  readonly cursor: Cursor
}

/** Lets a reader choose a pixel of a map drawn with one unit a pixel, by pointer, tap or arrow keys: one tab stop. */
export function PixelCursor({ rows, columns, cursor }: PixelCursorProps): JSX.Element {
  const choose = (event: TargetedPointerEvent<SVGRectElement>): void => {
    if (event.type === 'pointermove' && event.buttons === 0) return
    const bounds = event.currentTarget.getBoundingClientRect()
    const row = Math.floor(((event.clientY - bounds.top) / bounds.height) * rows)
    const column = Math.floor(((event.clientX - bounds.left) / bounds.width) * columns)
    cursor.onMove(Math.min(rows - 1, Math.max(0, row)), Math.min(columns - 1, Math.max(0, column)))
  }
  return (
    <>
      <CursorCell cursor={cursor} rows={rows} columns={columns} unit={1} />
      <rect
        class="chooses"
        fill="transparent"
        width={columns}
        height={rows}
        onPointerDown={choose}
        onPointerMove={choose}
      />
    </>
  )
}
