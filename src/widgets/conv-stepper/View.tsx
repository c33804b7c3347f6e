import type { JSX } from 'preact'
import { type Cell, type Cursor, Grid } from '#ui/Grid.tsx'
import { isLong } from '#ui/Numbers.tsx'
import { range, show, unit as U } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { at, type Shape, type State } from './model.ts'

interface ViewProps {
  readonly state: State
  readonly shape: Shape
  readonly words: Messages
  readonly onUnit: (row: number, column: number) => void
}

function inputCells({ shape }: ViewProps): Cell[][] {
  const { rows, columns, size } = shape
  const taps = new Map(shape.terms.map(({ input, w }) => [input.join(), w]))
  return rows.reads.map((rowReads, r) =>
    columns.reads.map((columnReads, c) => {
      const [row, column] = [r - rows.padding[0], c - columns.padding[0]]
      const inside = row >= 0 && row < size && column >= 0 && column < size
      const read = rowReads > 0 && columnReads > 0
      const sub = taps.get(`${row},${column}`)
      const more = sub === undefined ? {} : { sub }
      if (!inside) return { kind: read ? 'pad' : 'dropPad', ...more }
      const value = at(shape.x, row, column)
      return { kind: read ? 'input' : 'drop', value, strong: sub !== undefined, faint: !read, ...more }
    }),
  )
}

function outputCells({ shape }: ViewProps): Cell[][] {
  const { rows, columns, sums, kernel, frame } = shape
  return range(rows.output).map((row) =>
    range(columns.output).map((column): Cell => {
      const index = row * columns.output + column
      if (!sums || index > frame) return { kind: 'empty' }
      return { kind: 'output', value: show(at(sums, row, column) / kernel.divisor, 1), strong: index === frame }
    }),
  )
}

interface KernelProps {
  readonly weights: readonly number[]
  readonly divisor: number
  readonly size: number
  readonly cell: string
  readonly label: string
}

/** The kernel as it is used, not flipped; a common divisor stands below it. */
export function Kernel({ weights, divisor, size, cell, label }: KernelProps): JSX.Element {
  const cells = range(size).map((row) =>
    range(size).map((column): Cell => ({ kind: 'kernel', value: weights[row * size + column] })),
  )
  return (
    <>
      <Grid cells={cells} round label={label} cell={cell} />
      {divisor !== 1 && <span class="divisor">÷ {divisor}</span>}
    </>
  )
}

/** The products of the window with the kernel, in the kernel's order; those in the padding are zeros. */
function Products({ state, shape, words }: ViewProps): JSX.Element {
  const k = state.kernelSize
  const size = k * U
  let lines = ''
  for (let q = 1; q < k; q++) lines += `M0 ${q * U}h${size}M${q * U} 0v${size}`
  return (
    <svg
      class="map"
      viewBox={`0 0 ${size} ${size}`}
      style={{ '--w': k, '--ratio': '1' }}
      role="img"
      aria-label={words.productsLabel(k)}
    >
      <rect class="c-partial" width={size} height={size} />
      <path class="line" d={lines} />
      <rect class="frame f-output f-dash" width={size} height={size} />
      {shape.terms.map(({ kernel: [row, column], inside, product }) => {
        const text = show(product)
        return (
          <text
            class={`n${inside ? '' : ' n-faint'}${isLong(text) ? ' n-long' : ''}`}
            x={column * U + U / 2}
            y={row * U + U / 2 + 0.5}
          >
            {text}
          </text>
        )
      })}
    </svg>
  )
}

const Arrow = (): JSX.Element => (
  <svg class="arr" viewBox="0 0 46 10" aria-hidden="true">
    <path class="arrow" d="M1 5h43m-5-4l5 4-5 4" />
  </svg>
)

/** How the maps share a line: small ones from 668 px, larger ones from 860 px, the largest stand below each other. */
function lineClass(total: number, beside: number): string {
  const line = total <= 19 ? 'stage steps' : total <= 28 ? 'stage steps broad' : 'steps tower'
  return beside > 9 ? `${line} tall` : line
}

/** Input with padding and window, the kernel, the products, the output as far as it is worked out. */
export function View(props: ViewProps): JSX.Element {
  const { state, shape, words, onUnit } = props
  const { rows, columns, size, span, kernel, sum } = shape
  const [row, column] = shape.unit
  const k = state.kernelSize
  const [height, width] = [rows.reads.length, columns.reads.length]
  const padded = height > size || width > size
  const cursor: Cursor = {
    row,
    column,
    label: words.outputLabel(rows.output, columns.output),
    cellLabel: `${words.cell('y', row, column)}: ${show(sum / kernel.divisor)}`,
    onMove: onUnit,
  }
  const inner = { row: rows.padding[0], column: columns.padding[0], height: size, width: size }
  const drawnKernel = (cell: string): JSX.Element => (
    <Kernel {...kernel} size={k} cell={cell} label={words.kernelLabel(state)} />
  )
  const output = outputCells(props)
  const long = output.flat().some(({ value }) => isLong(`${value ?? ''}`))
  const total = width + k + columns.output
  const fine = kernel.weights.some((weight) => show(weight).length > 2) ? ' fine' : ''
  return (
    <div class={`${lineClass(total, k + columns.output)}${fine}`} style={{ '--total': total }}>
      <section class={width > 13 ? 'view first dense' : 'view first'}>
        <header>
          <h4>
            {words.input} <span class="t-input">x</span>
          </h4>
          <p>{words.inputText(shape)}</p>
        </header>
        <div class="row">
          <Grid
            cells={inputCells(props)}
            frame={padded ? 'frame' : 'input'}
            label={words.inputLabel(shape)}
            inner={padded ? inner : undefined}
            windows={[{ row: row * state.stride, column: column * state.stride, height: span, width: span }]}
          />
          <div class="kern">
            {drawnKernel(k > 5 ? '30px' : '25px')}
            {words.kernelText(state)}
          </div>
        </div>
      </section>
      <div class="op op-l">
        {drawnKernel(k > 3 ? '24px' : '25px')}
        <span>{words.kernelText(state)}</span>
        <Arrow />
        <span>{words.multiply}</span>
      </div>
      <section class="view second">
        <header>
          <h4>
            {words.products} <span class="t-input">x</span>·<span class="t-kernel">w</span>
          </h4>
          <p>{words.productsText(shape)}</p>
        </header>
        <div class="row">
          <Products {...props} />
        </div>
      </section>
      <div class="op op-r">
        <Arrow />
        <span>{words.add(kernel.divisor)}</span>
      </div>
      <section class={columns.output > (long ? 9 : 13) ? 'view third dense' : 'view third'}>
        <header>
          <h4>
            {words.output} <span class="t-output">y</span>
          </h4>
          <p>{words.outputText(shape)}</p>
        </header>
        <div class="row">
          <Grid
            cells={output}
            frame="output"
            result
            label={words.outputLabel(rows.output, columns.output)}
            windows={[{ row, column, height: 1, width: 1 }]}
            cursor={cursor}
          />
        </div>
      </section>
    </div>
  )
}
