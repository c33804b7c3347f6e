import type { JSX } from 'preact'
import { type Cell, type Cursor, Grid } from '#ui/Grid.tsx'
import { range, show } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { at, type Derived, type State, stampSize } from './model.ts'
import { Stamps } from './Stamps.tsx'

type Shape = Extract<Derived, { ok: true }>
interface ViewProps {
  readonly state: State
  readonly shape: Shape
  readonly words: Messages
  readonly onUnit: (row: number, column: number) => void
}

function gatherCells({ state, shape }: ViewProps): Cell[][] {
  const { kernelSize: k, dilation: d } = state
  const [row, column] = shape.unit
  const weight = (r: number, c: number): number | undefined => {
    const [a, b] = [(r - row) / d, (c - column) / d]
    const inside = Number.isInteger(a) && Number.isInteger(b) && a >= 0 && b >= 0 && a < k && b < k
    return inside ? at(shape.w, k - 1 - a, k - 1 - b) : undefined
  }
  return shape.stretched.map((inRow, r) =>
    shape.stretched.map((inColumn, c) => {
      const sub = weight(r, c)
      const more = sub === undefined ? {} : { sub }
      if (inRow === 'pad' || inColumn === 'pad') return { kind: 'pad', ...more }
      if (inRow === 'gap' || inColumn === 'gap') return { kind: 'gap', value: 0, faint: true, ...more }
      return { kind: 'input', value: at(shape.x, inRow, inColumn), strong: sub !== undefined, ...more }
    }),
  )
}

function outputCells({ state, shape }: ViewProps): Cell[][] {
  const size = shape.outputSize
  return range(size).map((row) =>
    range(size).map((column) => {
      const done = state.order === 'input' || row * size + column <= shape.frame
      if (!done) return { kind: 'empty' }
      const strong = row === shape.unit[0] && column === shape.unit[1] && state.order === 'output'
      return { kind: 'output', value: at(shape.painted, row, column), strong }
    }),
  )
}

export function Kernel({ shape, flipped, label }: { shape: Shape; flipped: boolean; label: string }): JSX.Element {
  const k = shape.w.shape[2]
  const cells = range(k).map((row) =>
    range(k).map((column): Cell => {
      const [a, b] = flipped ? [k - 1 - row, k - 1 - column] : [row, column]
      return { kind: 'kernel', value: at(shape.w, a, b) }
    }),
  )
  return <Grid cells={cells} round label={label} cell={k > 3 ? '20px' : '25px'} />
}

const Arrow = ({ back = false }: { back?: boolean }): JSX.Element => (
  <svg class="arr" viewBox="0 0 46 10" aria-hidden="true">
    <path class="arrow" d={back ? 'M45 5H2m5-4L2 5l5 4' : 'M1 5h43m-5-4l5 4-5 4'} />
  </svg>
)

/** Gather, output and scatter: one map has one look in all three. */
export function View(props: ViewProps): JSX.Element {
  const { state, shape, words, onUnit } = props
  const [row, column] = shape.unit
  const span = stampSize(state)
  const stretched = shape.stretched
  const first = stretched.findIndex((cell) => cell !== 'pad')
  const inside = stretched.filter((cell) => cell !== 'pad').length
  const current = { row, column, height: 1, width: 1 }
  const painted = {
    row: Math.floor(shape.frame / state.inputSize) * state.stride - state.padding,
    column: (shape.frame % state.inputSize) * state.stride - state.padding,
    height: span,
    width: span,
  }
  const cursor: Cursor = {
    row,
    column,
    label: words.outputLabel(shape.outputSize),
    cellLabel: `${words.cell('y', row, column)}: ${show(shape.sum)}`,
    onMove: onUnit,
  }
  const windows = state.order === 'output' ? [current] : [clip(painted, shape.outputSize)]
  return (
    <div class="stage three">
      <section class="view first">
        <header>
          <h4>{words.gather}</h4>
          <p>{words.gatherText(stretched.length)}</p>
        </header>
        <div class="row">
          <Grid
            cells={gatherCells(props)}
            label={words.gatherLabel(stretched.length, row, column)}
            inner={inside < stretched.length ? { row: first, column: first, height: inside, width: inside } : undefined}
            windows={[{ row, column, height: span, width: span }]}
          />
          <div class="kern">
            <Kernel shape={shape} flipped label={words.flipped} />
            {words.flipped}
          </div>
        </div>
      </section>
      <div class="op op-l">
        <Kernel shape={shape} flipped label={words.flipped} />
        <span>{words.flipped}</span>
        <Arrow />
        <span>{words.multiply}</span>
      </div>
      <section class="view second">
        <header>
          <h4>
            {words.output} <span class="t-output">y</span>
          </h4>
          <p>
            {words.outputText(shape.outputSize, state.order === 'output' ? shape.frame + 1 : shape.outputSize ** 2)}
          </p>
        </header>
        <div class="row">
          <Grid
            cells={outputCells(props)}
            frame="output"
            result
            label={words.outputLabel(shape.outputSize)}
            windows={windows}
            cursor={cursor}
          />
        </div>
      </section>
      <div class="op op-r">
        <Kernel shape={shape} flipped={false} label={words.kernel} />
        <span>{words.kernel}</span>
        <Arrow back />
        <span>{words.add}</span>
      </div>
      <Stamps state={state} shape={shape} words={words} />
    </div>
  )
}

/** The part of a frame that lies on the map. */
function clip(frame: { row: number; column: number; height: number; width: number }, size: number): typeof frame {
  const [top, left] = [Math.max(0, frame.row), Math.max(0, frame.column)]
  return {
    row: top,
    column: left,
    height: Math.max(0, Math.min(size, frame.row + frame.height) - top),
    width: Math.max(0, Math.min(size, frame.column + frame.width) - left),
  }
}
