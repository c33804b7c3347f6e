import type { EffectiveReceptiveField } from 'conv-math'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { Heat } from '#ui/Heat.tsx'
import { Photo } from '#ui/Photo.tsx'
import { camera, shrunk } from '#ui/pictures.ts'
import { Scene, type SceneCursor } from '#ui/Scene.tsx'
import type { Messages } from './messages.ts'
import { centreOf, marginOf, nearestUnit, type Shown } from './model.ts'

interface PicturesProps {
  readonly shape: Shown
  /** Null while a worker computes it. */
  readonly effective: EffectiveReceptiveField | null
  readonly words: Messages
  readonly onUnit: (row: number, column: number) => void
}

function cursorOf({ shape, words, onUnit }: PicturesProps): SceneCursor {
  const { layer, levels, unit } = shape
  const level = levels[layer]
  return {
    rows: level.size,
    columns: level.size,
    row: unit[0],
    column: unit[1],
    place: [centreOf(level, unit[0]), centreOf(level, unit[1])],
    side: level.effectiveStride,
    nearest: (row, column) => [nearestUnit(level, row), nearestUnit(level, column)],
    onMove: onUnit,
    label: words.pictureLabel,
    cellLabel: words.cellLabel(level.name, unit),
  }
}

/** The theoretical field of the unit, dashed, on either map. */
function Edge({ shape }: { shape: Shown }): JSX.Element {
  const [rows, columns] = [shape.rows[0].interval, shape.columns[0].interval]
  const box = {
    x: columns[0] - 0.5,
    y: rows[0] - 0.5,
    width: columns[1] - columns[0] + 1,
    height: rows[1] - rows[0] + 1,
  }
  return (
    <>
      <rect class="halo" {...box} />
      <rect class="field-edge" {...box} />
    </>
  )
}

/** The field on a photograph of the input's size, and how strongly each of its cells works on the unit. */
export function Pictures(props: PicturesProps): JSX.Element {
  const { shape, effective, words } = props
  const { inputSize } = shape
  const picture = useMemo(() => shrunk(camera, Math.min(inputSize, camera.width)), [inputSize])
  const scene = { span: inputSize, margin: marginOf(shape) }
  const nothing = useMemo(() => new Float64Array(0), [])
  return (
    <div class="map-four">
      <div class="map-cell">
        <Scene
          {...scene}
          map={
            <Photo
              values={picture.values}
              width={picture.side}
              height={picture.side}
              channels={1}
              label={words.photoLabel(inputSize)}
            />
          }
          label={words.pictureLabel}
          cursor={cursorOf(props)}
        >
          <Edge shape={shape} />
        </Scene>
        <span>{words.photo(inputSize)}</span>
      </div>
      <div class="map-cell">
        <Scene
          {...scene}
          map={
            <Heat
              values={effective?.gradient ?? nothing}
              width={inputSize}
              height={inputSize}
              look="field"
              label={words.heatLabel(effective?.standardDeviation ?? null)}
            />
          }
        >
          <Edge shape={shape} />
        </Scene>
        <span>{effective ? words.heat : words.computing}</span>
      </div>
    </div>
  )
}

/** Theoretical and effective field in numbers, per axis. */
export function Spread({ shape, effective, words }: Omit<PicturesProps, 'onUnit'>): JSX.Element {
  const field = shape.levels[shape.layer].fieldSize
  const deviation = effective?.standardDeviation
  const reads = [shape.rows[0], shape.columns[0]] as const
  const row = (name: string, value: (axis: 0 | 1) => string): JSX.Element => (
    <tr>
      <th scope="row">{name}</th>
      <td>{value(0)}</td>
      <td>{value(1)}</td>
    </tr>
  )
  const spread = (value: (deviation: number) => string) => (axis: 0 | 1) => (deviation ? value(deviation[axis]) : '…')
  return (
    <table class="num-table spread">
      <thead>
        <tr>
          <td />
          <th scope="col">{words.axes[0]}</th>
          <th scope="col">{words.axes[1]}</th>
        </tr>
      </thead>
      <tbody>
        {row(words.theoretical, (axis) => words.between(reads[axis].interval, field))}
        {row(words.reallyRead, (axis) => words.real(reads[axis]))}
        {row(words.deviation, spread(words.number))}
        {row(
          words.share,
          spread((value) => words.percent((4 * value) / field)),
        )}
      </tbody>
    </table>
  )
}
