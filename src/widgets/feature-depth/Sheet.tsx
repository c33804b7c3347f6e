import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { type Cursor, type Frame, Window } from '#ui/Grid.tsx'
import { PixelCursor } from '#ui/PixelCursor.tsx'

interface SheetProps {
  /** A picture of all tiles; strong where it is white. */
  readonly picture: string
  readonly rows: number
  readonly columns: number
  /** Ink follows the theme, a photograph does not. */
  readonly look: 'ink' | 'photo'
  /** The chosen tile; null when what is in sight is none of them. */
  readonly chosen: number | null
  /** A tile to point out besides. */
  readonly marked?: number | undefined
  readonly label: string
  readonly tileLabel: (tile: number) => string
  readonly onChoose: (tile: number) => void
}

function lines(rows: number, columns: number): string {
  let path = ''
  for (let r = 1; r < rows; r++) path += `M0 ${r}h${columns}`
  for (let c = 1; c < columns; c++) path += `M${c} 0v${rows}`
  return path
}

/** Small maps side by side, one unit a tile, of which one is chosen by pointer, tap or arrow keys. */
export function Sheet(props: SheetProps): JSX.Element {
  const { picture, rows, columns, look, chosen, marked, label, tileLabel, onChoose } = props
  const id = useId()
  const frame = (tile: number): Frame => ({
    row: Math.floor(tile / columns),
    column: tile % columns,
    height: 1,
    width: 1,
  })
  const cursor: Cursor = {
    ...frame(chosen ?? 0),
    label,
    cellLabel: tileLabel(chosen ?? 0),
    onMove: (row, column) => onChoose(row * columns + column),
  }
  const image = <image class="pixels" href={picture} width={columns} height={rows} preserveAspectRatio="none" />
  return (
    <svg class="sheet" viewBox={`0 0 ${columns} ${rows}`} role="none">
      {look === 'photo' ? (
        image
      ) : (
        <>
          <mask id={id}>{image}</mask>
          <rect class="heat-bg" width={columns} height={rows} />
          <rect class="sheet-ink" width={columns} height={rows} mask={`url(#${id})`} />
        </>
      )}
      <path class="sheet-lines" d={lines(rows, columns)} />
      {marked !== undefined && <Window at={{ ...frame(marked), look: 'second' }} unit={1} over />}
      {chosen !== null && <Window at={frame(chosen)} unit={1} over />}
      <PixelCursor rows={rows} columns={columns} cursor={cursor} />
    </svg>
  )
}
