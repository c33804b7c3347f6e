import type { JSX } from 'preact'
import { type Cell, type Cursor, type Frame, Grid } from '#ui/Grid.tsx'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { type Derived, firstFrame } from './model.ts'

type Shape = Extract<Derived, { ok: true }>
interface CoverProps {
  readonly shape: Shape
  readonly words: Messages
  readonly onStep: (step: number) => void
}

const Arrow = (): JSX.Element => (
  <svg class="arr" viewBox="0 0 46 10" aria-hidden="true">
    <path class="arrow" d="M1 5h43m-5-4l5 4-5 4" />
  </svg>
)

/** How many units of this map are computed at the present frame. */
function done({ place }: Shape, level: number): number {
  if (level - 1 < place.layer) return Number.POSITIVE_INFINITY
  return level - 1 > place.layer ? 0 : place.row * place.size + place.column + 1
}

function cellsOf(shape: Shape, level: number): Cell[][] {
  const size = shape.sides[level]
  if (level === 0) return range(size).map(() => range(size).map(() => ({ kind: 'input' })))
  const last = level === shape.sides.length - 1
  const count = done(shape, level)
  return range(size).map((row) =>
    range(size).map((column) => ({ kind: row * size + column >= count ? 'empty' : last ? 'output' : 'field' })),
  )
}

/** The current window, and its mirror image dashed: together they reach both ends of the field. */
function windowsOf({ place, stack, sides }: Shape, level: number): Frame[] {
  const size = level === place.layer ? stack.kernelSize : level === place.layer + 1 ? 1 : 0
  if (size === 0) return []
  const far = sides[level] - size
  const [row, column] = [place.row, place.column]
  const mirror = { row: far - row, column: far - column }
  const windows: Frame[] = [{ row, column, height: size, width: size }]
  const apart = mirror.row !== row || mirror.column !== column
  return apart ? [{ ...mirror, height: size, width: size, look: 'second' }, ...windows] : windows
}

/** The maps from the input to one output, as small as the field that is followed. */
function Stack({ shape, words, onStep }: CoverProps): JSX.Element {
  const { sides, place } = shape
  const last = sides.length - 1
  const cursor = (size: number): Cursor => ({
    row: place.row,
    column: place.column,
    label: words.mapLabel(place.layer + 1, size),
    cellLabel: words.cell(place.layer + 1, place.row, place.column),
    onMove: (row, column) => onStep(firstFrame(sides, place.layer) + row * size + column),
  })
  return (
    <div class="chain">
      {sides.map((size, level) => (
        <>
          {level > 0 && <Arrow />}
          <div>
            <Grid
              cells={cellsOf(shape, level)}
              frame={level === 0 ? 'input' : level === last ? 'output' : 'frame'}
              result={level === last}
              label={words.mapLabel(level, size)}
              windows={windowsOf(shape, level)}
              cursor={level === place.layer + 1 ? cursor(size) : undefined}
            />
            <span class="map-name">{words.mapName(level, size, level === last)}</span>
          </div>
        </>
      ))}
    </div>
  )
}

/** The stack's maps and, beside them, the one layer that it is compared with. */
export function Cover(props: CoverProps): JSX.Element {
  const { sides, single } = props.shape
  const size = single.kernelSize
  const narrow = Math.max(sides[0], size) > 11
  // as large as one line of maps allows, yet never so small that windows cannot be told apart: then the line breaks
  const cells = sides.reduce((sum, side) => sum + side, 0) + size + 1
  const room = `(100cqi - ${sides.length * 74 + 48}px) / ${cells}`
  const cell = narrow ? `clamp(${size > 31 ? 6 : 7}px, calc(${room}), 20px)` : `clamp(15px, calc(${room}), 28px)`
  const input = range(size).map(() => range(size).map((): Cell => ({ kind: 'input' })))
  return (
    <div class="covers" style={{ '--cell': cell }}>
      <Stack {...props} />
      <div class="chain">
        <div>
          <Grid
            cells={input}
            frame="input"
            label={props.words.mapLabel(0, size)}
            windows={[{ row: 0, column: 0, height: size, width: size }]}
          />
          <span class="map-name">{props.words.layerCount(size, 1)}</span>
        </div>
        <Arrow />
        <Grid cells={[[{ kind: 'output' }]]} frame="output" result label={props.words.mapLabel(1, 1)} />
      </div>
    </div>
  )
}
