import type { JSX } from 'preact'
import { fixed, range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import type { Comparison, Scheme } from './same.ts'

interface SameProps {
  readonly here: Comparison
  /** The same layer on an input of 224. */
  readonly large: Comparison
  /** The output whose window is framed. */
  readonly unit: number
  readonly words: Messages
}
const widest = 306
const gap = 4

/** One scheme on one axis: the padded cells, and under them a line for each window. */
function Strip(props: {
  scheme: Scheme
  here: Comparison
  unit: number
  first: number
  cell: number
  levels: number
}): JSX.Element {
  const { scheme, here, unit, first, cell: c, levels } = props
  const [start] = scheme.padding
  const x = (position: number): number => fixed((position - first) * c)
  const inside = (position: number): boolean => position >= 0 && position < here.size
  const cells = scheme.read.map((read, index) => ({ position: index - start, read }))
  const rect = (position: number, length = 1): string =>
    `M${x(position)} 0h${fixed(length * c)}v${c}h${fixed(-length * c)}z`
  const every = c < 20 ? Math.ceil(24 / c) : 1
  const current = scheme.starts[Math.min(unit, scheme.output - 1)]
  const pads = cells.filter(({ position }) => !inside(position))
  const m = c * 0.25
  return (
    <>
      <path class="c-input" d={rect(0, here.size)} />
      <path class="c-pad" d={pads.map(({ position }) => rect(position)).join('')} />
      <path fill="url(#hatch)" d={pads.map(({ position }) => rect(position)).join('')} />
      <path class="line" d={cells.map(({ position }) => rect(position)).join('')} />
      <path class="frame f-input" d={rect(0, here.size)} />
      <path
        class="cross"
        d={cells
          .filter(({ read }) => !read)
          .map(({ position }) => {
            const [a, b] = [fixed(x(position) + m), fixed(c - 2 * m)]
            return `M${a} ${m}l${b} ${b}m${-b} 0l${b} ${-b}`
          })
          .join('')}
      />
      {range(here.size)
        .filter((position) => position % every === 0)
        .map((position) => (
          <text class="val val-mid" x={x(position + 0.5)} y={c + 13}>
            {position}
          </text>
        ))}
      <path
        class="brace"
        d={scheme.starts
          .map((from, at) => `M${x(from) + 2} ${c + 20 + gap * (at % levels)}H${x(from + here.span) - 2}`)
          .join('')}
      />
      {current !== undefined && (
        <>
          <rect class="window" x={x(current)} width={fixed(here.span * c)} height={c} />
          <path
            class="window"
            d={`M${x(current) + 2} ${c + 20 + gap * (Math.min(unit, scheme.output - 1) % levels)}H${x(current + here.span) - 2}`}
          />
        </>
      )}
    </>
  )
}

/** TensorFlow's SAME above PyTorch's usual padding, on one axis and one scale: the windows' shift is in sight. */
export function Same({ here, large, unit, words }: SameProps): JSX.Element {
  const { tensorflow, torch } = here
  const first = -Math.max(tensorflow.padding[0], torch.padding[0])
  const last = here.size + Math.max(tensorflow.padding[1], torch.padding[1])
  const cell = Math.max(8, Math.min(24, Math.floor(widest / (last - first))))
  const gaps = here.tensorflow.starts.length > 1 ? here.tensorflow.starts[1] - here.tensorflow.starts[0] : here.span
  const levels = Math.max(1, Math.ceil((here.span + 1) / gaps))
  const block = cell + 24 + gap * levels
  const width = (last - first) * cell
  const sizes = [here, large]
  const rows: readonly (readonly [string, Scheme])[] = [
    [words.tensorflow, tensorflow],
    [words.torchHabit(torch.padding[0]), torch],
  ]
  return (
    <div class="same">
      <svg
        class="draw"
        viewBox={`-2 0 ${width + 4} ${2 * (block + 20)}`}
        style={{ maxInlineSize: `${width + 4}px` }}
        role="img"
        aria-label={words.sameLabel(here)}
      >
        {rows.map(([name, scheme], index) => (
          <g transform={`translate(0 ${index * (block + 20)})`}>
            <text class="lab lab-strong" x={0} y={12}>
              {name}
            </text>
            <g transform="translate(0 19)">
              <Strip scheme={scheme} here={here} unit={unit} first={first} cell={cell} levels={levels} />
            </g>
          </g>
        ))}
      </svg>
      <div>
        <table class="num-table">
          <thead>
            <tr>
              <th>{words.schemeHead}</th>
              {sizes.map(({ size }) => (
                <th>{words.inputOf(size)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name], index) => (
              <tr>
                <td>{name}</td>
                {sizes.map((one) => (
                  <td>{words.scheme(index === 0 ? one.tensorflow : one.torch)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p class="note">{words.sameNote(here, large)}</p>
      </div>
    </div>
  )
}
