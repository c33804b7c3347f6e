import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { Photo } from '#ui/Photo.tsx'
import { camera, pixels } from '#ui/pictures.ts'
import { Scene } from '#ui/Scene.tsx'
import { tenth } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { type Anchor, type Axis, nearestUnit, type Shown } from './model.ts'
import type { Level } from './networks.ts'

interface PictureProps {
  readonly shape: Shown
  readonly words: Messages
  readonly onUnit: (row: number, column: number) => void
}

/** Lines closer than a thirty-eighth of the picture would hide it. */
export const every = ({ span, stride }: Level): number => Math.max(1, Math.ceil(span / 38 / stride))

/** The cells of the map, each round the middle of what its unit sees. */
function lattice(level: Level): string {
  const step = every(level) * level.stride
  const first = level.centre - level.stride / 2 + step
  const more = Math.ceil((level.span - first) / step) - 1
  if (more < 0) return ''
  const [across, down] = [`v${level.span}`, `h${level.span}`]
  return `M${tenth(first)} -.5${across}${`m${step}-${level.span}${across}`.repeat(more)}M-.5 ${tenth(first)}${down}${`m-${level.span} ${step}${down}`.repeat(more)}`
}

const box = (middle: readonly [Axis, Axis], { height, width }: Anchor) => ({
  x: middle[1].anchor - width / 2,
  y: middle[0].anchor - height / 2,
  width,
  height,
})

function spreadBox({ rows, columns }: Shown) {
  const [y, x] = [rows, columns].map(({ shares }) => shares.mean - 2 * shares.standardDeviation)
  const [height, width] = [rows, columns].map(({ shares }) => 4 * shares.standardDeviation)
  return { x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height) }
}

function fieldBox({ rows, columns }: Shown) {
  const size = ({ field }: Axis): number => field[1] - field[0] + 1
  return { x: columns.field[0] - 0.5, y: rows.field[0] - 0.5, width: size(columns), height: size(rows) }
}

/** The anchors of one unit on a picture, with what the unit sees of it. */
export function Picture({ shape, words, onUnit }: PictureProps): JSX.Element {
  const { level, unit, anchors, chosen } = shape
  const values = useMemo(() => pixels(camera), [])
  const others = anchors.filter((_, at) => at !== chosen)
  const middle = [shape.rows, shape.columns] as const
  const centre = (at: number): number => level.centre + at * level.stride
  return (
    <Scene
      map={<Photo values={values} width={camera.width} height={camera.height} channels={1} label={words.photo} />}
      span={level.span}
      margin={level.span / 4}
      label={words.pictureLabel(level.span)}
      cursor={{
        rows: level.size,
        columns: level.size,
        row: unit[0],
        column: unit[1],
        place: [centre(unit[0]), centre(unit[1])],
        side: level.stride,
        nearest: (row, column) => [nearestUnit(level, row), nearestUnit(level, column)],
        onMove: onUnit,
        label: words.cursor,
        cellLabel: words.unit(level, unit),
      }}
    >
      <path class="lattice" d={lattice(level)} />
      {others.map((anchor) => (
        <rect class="halo" {...box(middle, anchor)} />
      ))}
      {others.map((anchor) => (
        <rect class="other" {...box(middle, anchor)} />
      ))}
      <rect class="halo" {...fieldBox(shape)} />
      <rect class="field-edge" {...fieldBox(shape)} />
      <rect class="halo" {...spreadBox(shape)} />
      <rect class="spread-edge" {...spreadBox(shape)} />
      <rect class="halo" {...box(middle, anchors[chosen])} />
      <rect class="window slides" {...box(middle, anchors[chosen])} />
    </Scene>
  )
}
