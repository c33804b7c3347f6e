import type { JSX } from 'preact'
import { range, show, tenth } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import type { Shown } from './model.ts'

const width = 340
const names = 62
const profile = 64
const pitch = 20

interface Line {
  readonly x: (place: number) => number
  readonly low: number
  readonly high: number
}

/** The stretch of the picture's width that the field and every anchor need. */
function lineOf({ columns, anchors }: Shown): Line {
  const half = Math.max(...anchors.map((anchor) => anchor.width)) / 2
  const low = Math.min(columns.field[0], columns.anchor - half)
  const high = Math.max(columns.field[1], columns.anchor + half)
  const scale = (width - names - 4) / (high - low)
  return { x: (place) => tenth(names + 2 + (place - low) * scale), low, high }
}

/** How strongly the columns of the picture work on the unit: the spread of its paths, as a hill. */
function hill({ columns: { shares } }: Shown, { x }: Line): string {
  const { first, shares: parts } = shares
  const step = Math.max(1, Math.ceil(parts.length / 90))
  const groups = range(Math.ceil(parts.length / step)).map((at) => {
    const group = parts.slice(at * step, (at + 1) * step)
    return group.reduce((sum, part) => sum + part, 0) / group.length
  })
  const most = Math.max(...groups)
  const tops = groups.map(
    (part, at) => `H${x(first + at * step - 0.5)}V${tenth(profile - (part / most) * (profile - 8))}`,
  )
  return `M${x(first - 0.5)} ${profile}${tops.join('')}H${x(first + parts.length - 0.5)}V${profile}z`
}

/** Field, effective field and anchors over the columns of the picture, one above the other. */
export function Compare({ shape, words }: { readonly shape: Shown; readonly words: Messages }): JSX.Element {
  const line = lineOf(shape)
  const { x } = line
  const { columns, anchors, chosen } = shape
  const [first, last] = [x(columns.field[0] - 0.5), x(columns.field[1] + 0.5)]
  const { mean, standardDeviation } = columns.shares
  const [from, to] = [x(mean - 2 * standardDeviation), x(mean + 2 * standardDeviation)]
  const top = profile + 46
  const bottom = top + anchors.length * pitch
  return (
    <svg class="draw compare" viewBox={`0 0 ${width} ${bottom + 4}`} role="img" aria-label={words.compareLabel(shape)}>
      <path class="beam" d={`M${first} 4H${last}V${bottom}H${first}z`} />
      <path class="hill" d={hill(shape, line)} />
      <path class="beam-edge" d={`M${first} 4V${bottom}M${last} 4V${bottom}`} />
      <path class="brace" d={`M${from} ${profile + 3}v5H${to}v-5`} />
      <text class="lab lab-mid t-field" x={tenth((from + to) / 2)} y={profile + 22}>
        {words.spreadLabel(4 * standardDeviation)}
      </text>
      <text class="lab" x={0} y={16}>
        {words.fieldName}
      </text>
      <text class="val" x={0} y={32}>
        {show(columns.field[1] - columns.field[0] + 1)}
      </text>
      <text class="lab" x={0} y={profile - 2}>
        {words.effectiveName}
      </text>
      <text class="lab" x={0} y={top - 8}>
        {words.anchors}
      </text>
      {anchors.map((anchor, at) => {
        const y = top + at * pitch
        const [start, end] = [x(columns.anchor - anchor.width / 2), x(columns.anchor + anchor.width / 2)]
        const [a, b] = [Math.max(start, first), Math.min(end, last)]
        return (
          <>
            <text class={at === chosen ? 'val lab-strong' : 'val'} x={0} y={y + 11}>
              {words.size(anchor)}
            </text>
            <path class="u u-plain" d={`M${start} ${y + 2}H${end}V${y + 12}H${start}z`} />
            {b > a && <path class="u u-field" d={`M${a} ${y + 2}H${b}V${y + 12}H${a}z`} />}
            {at === chosen && <path class="window" d={`M${start} ${y + 1}H${end}V${y + 13}H${start}z`} />}
          </>
        )
      })}
    </svg>
  )
}
