import type { ComponentChildren, JSX } from 'preact'
import { Window } from '#ui/Grid.tsx'
import { Heat } from '#ui/Heat.tsx'
import { PixelCursor } from '#ui/PixelCursor.tsx'
import { camera, pictureFile, pixels } from '#ui/pictures.ts'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { kernelSize, type Shape, type State, scene, view } from './model.ts'

export interface ViewProps {
  readonly state: State
  readonly shape: Shape
  readonly words: Messages
}
type Name = keyof Messages['maps']

interface MapProps extends ViewProps {
  readonly name: Name
  readonly rows: number
  readonly columns: number
  readonly children: ComponentChildren
  readonly over: ComponentChildren
}

/** One map with its name, and what is drawn over it in its own cells. */
function Named({ name, rows, columns, state, shape, words, children, over }: MapProps): JSX.Element {
  const [title, text] = words.maps[name](state, shape)
  return (
    <section class={`panel map-${name}`}>
      <header>
        <h4>{title}</h4>
        <p>{text}</p>
      </header>
      <div class="stacked" style={{ '--ratio': `${columns}/${rows}` }}>
        {children}
        <svg class="atop" viewBox={`0 0 ${columns} ${rows}`} role="none">
          {over}
        </svg>
      </div>
    </section>
  )
}

/** The photograph as the input shows it when the scene has moved on, the present window over it. */
function Input({ name, shift, ...props }: ViewProps & { name: 'input' | 'shifted'; shift: number }): JSX.Element {
  const [row, column] = props.shape.windows[name]
  const file = pictureFile(pixels(camera), camera.width, camera.height)
  const [title] = props.words.maps[name](props.state, props.shape)
  const corner = scene.column + view.column - shift
  return (
    <Named
      {...props}
      name={name}
      rows={scene.height}
      columns={view.width}
      over={<Window at={{ row, column, height: kernelSize, width: kernelSize }} unit={1} over />}
    >
      <svg class="photo" viewBox={`${corner} ${scene.row} ${view.width} ${scene.height}`} role="img" aria-label={title}>
        <image class="pixels" href={file} width={camera.width} height={camera.height} />
      </svg>
    </Named>
  )
}

interface OutputProps extends ViewProps {
  readonly name: Name
  readonly values: ArrayLike<number>
  readonly column: number
  readonly max: number
  /** Columns at the start that have no counterpart. */
  readonly gap?: number
  readonly cursor?: (row: number, column: number) => void
}

function Output({ name, values, column, max, gap = 0, cursor, ...props }: OutputProps): JSX.Element {
  const { shape, words } = props
  const { rows, columns, unit } = shape
  const [title, text] = words.maps[name](props.state, shape)
  return (
    <Named
      {...props}
      name={name}
      rows={rows}
      columns={columns}
      over={
        <>
          {gap > 0 && <rect class="without" width={gap} height={rows} />}
          <rect class="frame f-output" x={gap} width={columns - gap} height={rows} />
          <Window at={{ row: unit[0], column, height: 1, width: 1 }} unit={1} over />
          {cursor && (
            <PixelCursor
              rows={rows}
              columns={columns}
              cursor={{
                row: unit[0],
                column: unit[1],
                label: title,
                cellLabel: words.cell(shape),
                onMove: cursor,
              }}
            />
          )}
        </>
      }
    >
      <Heat values={values} width={columns} height={rows} look="signed" max={max} label={`${title}: ${text}`} />
    </Named>
  )
}

/** Convolve and shift in both orders: two ways round a square, and what is left between them. */
export function View({ onUnit, ...props }: ViewProps & { onUnit: (row: number, column: number) => void }): JSX.Element {
  const { state, shape } = props
  const { output, moved, rows, columns, by, unit, difference } = shape
  const placed = (value: (row: number, column: number) => number): number[] =>
    range(rows).flatMap((row) => range(columns).map((column) => (column < by ? 0 : value(row, column - by))))
  const max = Math.max(...output.data.map(Math.abs), ...moved.data.map(Math.abs))
  return (
    <div class="panels square">
      <Input {...props} name="input" shift={0} />
      <Output {...props} name="output" values={output.data} column={unit[1] - by} max={max} />
      <Input {...props} name="shifted" shift={state.shift} />
      <Output {...props} name="moved" values={moved.data} column={unit[1]} max={max} cursor={onUnit} />
      <Output
        {...props}
        name="expected"
        values={placed((row, column) => output.data[row * columns + column])}
        column={unit[1]}
        max={max}
        gap={by}
      />
      <Output
        {...props}
        name="difference"
        values={placed((row, column) => difference[row * (columns - by) + column])}
        column={unit[1]}
        max={max}
        gap={by}
      />
    </div>
  )
}
