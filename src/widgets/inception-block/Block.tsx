import type { JSX } from 'preact'
import { fixed } from '#ui/scale.ts'
import { type Messages, stepName } from './messages.ts'
import type { Derived, Path } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
const height = 224
const top = 10
const [bar, join, middle, first, second] = [18, 262, 143, 94, 182]

interface RowProps {
  readonly path: Path
  readonly words: Messages
  /** Where the line leaves the input, runs, and meets the output. */
  readonly from: number
  readonly y: number
  readonly to: number
}

function Box({ letter, x, y, text }: { letter: string; x: number; y: number; text: string }): JSX.Element {
  const width = text.length > 4 ? 66 : 46
  return (
    <>
      <rect class={`node node-${letter}`} x={x - width / 2} y={y - 12} width={width} height={24} />
      <text class="op-t" x={x} y={y + 0.5}>
        {text}
      </text>
    </>
  )
}

function Row({ path, words, from, y, to }: RowProps): JSX.Element {
  const letter = path.letter.toLowerCase()
  const line = `M${bar} ${fixed(from)}L${bar + 22} ${fixed(y)}H${join - 22}L${join} ${fixed(to)}`
  const [only, last] = [path.steps[0], path.steps.at(-1) ?? path.steps[0]]
  const two = path.steps.length > 1
  return (
    <>
      <path class={`br br-${letter}`} d={line} />
      {letter === 'd' && <path class="br br-d-in" d={line} />}
      {two && <Box letter={letter} x={first} y={y} text={stepName(only, words)} />}
      <Box letter={letter} x={second} y={y} text={stepName(last, words)} />
      <text class="br-name" x={bar + 24} y={fixed(y - 7)}>
        {path.letter}
      </text>
      {two && (
        <text class="val val-mid" x={middle} y={fixed(y - 6)}>
          {only.outChannels}
        </text>
      )}
      <text class="val val-mid" x={join - 30} y={fixed(y - 6)}>
        {path.outChannels}
      </text>
    </>
  )
}

/** The block: one input, a line per branch by letter and stroke, and the bar of channels that they are joined to. */
export function Block({ whole, words }: { whole: Whole; words: Messages }): JSX.Element {
  const { paths, shape } = whole
  const [inChannels] = whole.input
  const scale = height / Math.max(shape[0], inChannels)
  const [inBar, outBar] = [inChannels * scale, shape[0] * scale]
  const pitch = height / paths.length
  const inTop = top + (height - inBar) / 2
  let at = top + (height - outBar) / 2
  const rows = paths.map((path, index) => {
    const size = path.outChannels * scale
    const row = {
      path,
      size,
      start: at,
      y: top + pitch * (index + 0.5),
      from: inTop + (inBar * (index + 0.5)) / paths.length,
      to: at + size / 2,
    }
    at += size
    return row
  })
  return (
    <svg class="draw" viewBox={`-1 0 334 ${height + 2 * top}`} role="img" aria-label={words.blockLabel(whole)}>
      {rows.map(({ path, from, y, to }) => (
        <Row path={path} words={words} from={from} y={y} to={to} />
      ))}
      <rect class="u u-input" x={0} y={fixed(inTop)} width={bar} height={fixed(inBar)} />
      <text
        class="vlab"
        transform={inBar > 80 ? `translate(9 ${fixed(inTop + inBar / 2)}) rotate(-90)` : `translate(20 ${top - 2})`}
      >
        {whole.input.join('×')}
      </text>
      {rows.map(({ path, size, start, to }) => (
        <>
          <rect
            class={`node node-${path.letter.toLowerCase()}`}
            x={join}
            y={fixed(start)}
            width={bar}
            height={fixed(size)}
          />
          {size > 9 * String(path.outChannels).length && (
            <text class="vlab" transform={`translate(${join + 9} ${fixed(to)}) rotate(-90)`}>
              {path.outChannels}
            </text>
          )}
        </>
      ))}
      <text class="lab" x={join + 24} y={top + height / 2 - 6}>
        {words.joined}
      </text>
      <text class="val" x={join + 24} y={top + height / 2 + 10}>
        {shape[0]}
      </text>
    </svg>
  )
}
