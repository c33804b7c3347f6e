import type { JSX, TargetedPointerEvent } from 'preact'
import { useState } from 'preact/hooks'
import { imageSize } from '#feature-net/architecture.ts'
import { CursorCell, Window } from '#ui/Grid.tsx'
import { Photo } from '#ui/Photo.tsx'
import type { Messages } from './messages.ts'
import type { Region, Shape } from './model.ts'

interface InputViewProps {
  readonly pixels: Float32Array
  readonly shape: Shape
  readonly words: Messages
  /** What a hand on the picture does at a pixel. */
  readonly onPixel: (row: number, column: number) => void
  /** Where a pen can ink and wipe; undefined when the picture is not for drawing. */
  readonly pen: { readonly onPaint: (row: number, column: number, ink: boolean) => void } | undefined
}

/** The lines of a frame as far as they lie in the image: a field that goes on into the padding stays open there. */
function fieldPath({ rows, columns }: Region): string {
  const clamp = (value: number): number => Math.min(imageSize, Math.max(0, value))
  const [top, bottom] = [clamp(rows[0]), clamp(rows[1] + 1)]
  const [start, end] = [clamp(columns[0]), clamp(columns[1] + 1)]
  let path = ''
  if (rows[0] >= 0) path += `M${start} ${top}H${end}`
  if (rows[1] < imageSize) path += `M${start} ${bottom}H${end}`
  if (columns[0] >= 0) path += `M${start} ${top}V${bottom}`
  if (columns[1] < imageSize) path += `M${end} ${top}V${bottom}`
  return path
}

function Hand({ onPixel }: Pick<InputViewProps, 'onPixel'>): JSX.Element {
  const go = (event: TargetedPointerEvent<SVGRectElement>): void => {
    if (event.type === 'pointermove' && event.buttons === 0) return
    const bounds = event.currentTarget.getBoundingClientRect()
    const cell = (from: number, length: number): number =>
      Math.min(imageSize - 1, Math.max(0, Math.floor((from / length) * imageSize)))
    onPixel(cell(event.clientY - bounds.top, bounds.height), cell(event.clientX - bounds.left, bounds.width))
  }
  return <rect class="hand" width={imageSize} height={imageSize} onPointerDown={go} onPointerMove={go} />
}

function Pen({
  pixels,
  words,
  pen,
}: Pick<InputViewProps, 'pixels' | 'words'> & { pen: NonNullable<InputViewProps['pen']> }): JSX.Element {
  const [[row, column], setPlace] = useState<readonly [number, number]>([13, 13])
  const press = (event: KeyboardEvent): void => {
    const wipes = event.key === 'Backspace' || event.key === 'Delete'
    if (event.key !== ' ' && !wipes) return
    event.preventDefault()
    pen.onPaint(row, column, !wipes)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the cell inside, which has the focus, come up to here
    <g onKeyDown={press}>
      <CursorCell
        rows={imageSize}
        columns={imageSize}
        unit={1}
        cursor={{
          row,
          column,
          label: words.drawHint,
          cellLabel: words.drawLabel(row, column, pixels[row * imageSize + column] > 0),
          onMove: (toRow, toColumn) => setPlace([toRow, toColumn]),
        }}
      />
    </g>
  )
}

function Cover({ patch }: { patch: Region }): JSX.Element {
  const [row, column] = [patch.rows[0], patch.columns[0]]
  const [height, width] = [patch.rows[1] - row + 1, patch.columns[1] - column + 1]
  return <Window unit={1} over at={{ row, column, height, width, look: 'second' }} />
}

/** The image with the receptive field framed on it, and what is covered. */
export function InputView({ pixels, shape, words, onPixel, pen }: InputViewProps): JSX.Element {
  const path = fieldPath(shape.field)
  const over = [
    <path class="halo" d={path} />,
    <path class="field-edge" d={path} />,
    ...(shape.covers ? [<Cover patch={shape.patch} />] : []),
    ...(pen ? [<Pen pixels={pixels} words={words} pen={pen} />] : []),
    <Hand onPixel={onPixel} />,
  ]
  return (
    <Photo
      values={pixels}
      width={imageSize}
      height={imageSize}
      channels={1}
      label={words.inputLabel(shape)}
      holdsCursor={pen !== undefined}
    >
      {over}
    </Photo>
  )
}
