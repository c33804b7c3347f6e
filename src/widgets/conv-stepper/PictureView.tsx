import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { type Cursor, type Frame, Window } from '#ui/Grid.tsx'
import { Heat } from '#ui/Heat.tsx'
import { Photo } from '#ui/Photo.tsx'
import { PixelCursor } from '#ui/PixelCursor.tsx'
import { show } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { type Preset, photo, type Shape, type Source, type State } from './model.ts'
import { keepsBrightness, type Plan, planOf } from './responses.ts'
import { useResponses } from './use-responses.ts'
import { Kernel } from './View.tsx'

interface PictureViewProps {
  readonly state: State
  readonly shape: Shape
  readonly source: Source
  readonly words: Messages
  readonly onUnit: (row: number, column: number) => void
  readonly onPreset: (preset: Preset) => void
}

/** A frame in pixels over a map, and where asked a cursor that chooses one. */
function Over({ size, at, cursor }: { size: readonly [number, number]; at: Frame; cursor?: Cursor }): JSX.Element {
  const [rows, columns] = size
  return (
    <svg class="over" viewBox={`0 0 ${columns} ${rows}`} {...(cursor ? { role: 'none' } : { 'aria-hidden': 'true' })}>
      <Window at={at} unit={1} over />
      {cursor && <PixelCursor rows={rows} columns={columns} cursor={cursor} />}
    </svg>
  )
}

interface ResponseProps {
  readonly plan: Plan
  readonly index: number
  readonly map: Float32Array
  readonly size: readonly [number, number]
  readonly relu: boolean
  readonly words: Messages
}

/** A response: signed heat, or a picture again where the weights add up to 1. */
function Response({ plan, index, map, size, relu, words }: ResponseProps): JSX.Element {
  const kernel = plan.kernels[index]
  const [height, width] = size
  const values = relu ? map.map((value) => Math.max(0, value)) : map
  const [least, most] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [0, 0])
  const label = words.responseLabel(kernel.name, size, least, most)
  if (keepsBrightness(kernel)) {
    const grey = values.map((value) => value / 255)
    return <Photo values={grey} width={width} height={height} channels={1} label={label} />
  }
  const max = 0.8 * Math.max(most, -least)
  return <Heat values={values} width={width} height={height} look="signed" label={label} max={max} />
}

/** A real picture, the chosen kernel's response, and edge kernels beside it. */
export function PictureView(props: PictureViewProps): JSX.Element {
  const { state, shape, source, words, onUnit, onPreset } = props
  const { plan, source: drawn, maps } = useResponses(source, planOf(state, shape))
  const size = plan.output
  const [row, column] = shape.unit
  const grey = useMemo(() => Float32Array.from(drawn.values, (value) => value / 255), [drawn])
  const pictures = useMemo(
    () =>
      plan.kernels.map((_, index) => (
        <Response
          plan={plan}
          index={index}
          map={maps[index] ?? new Float32Array(size[0] * size[1])}
          size={size}
          relu={state.relu}
          words={words}
        />
      )),
    [maps, state.relu, words],
  )
  const window = {
    row: row * state.stride - shape.rows.padding[0],
    column: column * state.stride - shape.columns.padding[0],
    height: shape.span,
    width: shape.span,
  }
  const cursor: Cursor = {
    row,
    column,
    label: words.outputLabel(...size),
    cellLabel: `${words.cell('y', row, column)}: ${show(shape.sum / shape.kernel.divisor)}`,
    onMove: onUnit,
  }
  return (
    <div class={plan.kernelSize > 3 ? 'pictures fine' : 'pictures'}>
      <div class="map-cell">
        <div class="layers">
          <Photo
            values={grey}
            width={drawn.size}
            height={drawn.size}
            channels={1}
            label={words.pictureLabel(drawn.size)}
          />
          <Over size={[drawn.size, drawn.size]} at={window} />
        </div>
        <b>{words.pictureText(drawn.size)}</b>
        <span>{drawn === photo ? words.credit : words.ownCredit}</span>
      </div>
      {plan.kernels.map((kernel, index) => (
        <div class="map-cell">
          <div class="layers">
            {pictures[index]}
            {index === 0 && <Over size={size} at={{ row, column, height: 1, width: 1 }} cursor={cursor} />}
          </div>
          {index === 0 ? (
            <b>{words.responseText(kernel.name, size, state.relu)}</b>
          ) : (
            <button type="button" class="act" onClick={() => onPreset(kernel.name)}>
              {words.responseText(kernel.name, size, state.relu)}
            </button>
          )}
          <Kernel
            weights={kernel.weights}
            divisor={kernel.divisor}
            size={plan.kernelSize}
            cell="22px"
            label={words.presets[kernel.name]}
          />
        </div>
      ))}
    </div>
  )
}
