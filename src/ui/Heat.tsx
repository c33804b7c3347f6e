import type { JSX } from 'preact'

export interface HeatProps {
  /** Row-major values. */
  readonly values: ArrayLike<number>
  readonly width: number
  readonly height: number
  /** signed: minus to plus round zero; ink: 0 to the largest; field: the effective receptive field. */
  readonly look: 'signed' | 'ink' | 'field'
  readonly label: string
  /** The value that has the strongest step; by default the largest magnitude. */
  readonly max?: number
  /** Whether a cursor is among what is drawn over the map: then it is a group, and no single picture. */
  readonly holdsCursor?: boolean
  /** What is drawn over the map, in cells. */
  readonly children?: JSX.Element | JSX.Element[] | null
}
const nothing = 0.06

/** The bin of a value: which token fills its cell, and whether the cell is drawn small because the value is negative. */
function bin(value: number, max: number, look: HeatProps['look']): { token: string; small: boolean } | null {
  const share = max > 0 ? Math.abs(value) / max : 0
  if (look === 'signed') {
    if (share < nothing) return null
    const step = Math.min(4, 1 + Math.floor(share * 4.6))
    return { token: `${value > 0 ? 'pos' : 'neg'}-${step}`, small: value < 0 }
  }
  if (look === 'field')
    return share <= 0 ? null : { token: `heat-${Math.min(6, 1 + Math.floor(share * 6))}`, small: false }
  const step = Math.min(8, Math.round(8 * share))
  return step === 0 || value <= 0 ? null : { token: `ink-${step}`, small: false }
}

interface Stroke {
  readonly small: boolean
  path: string
  readonly at: [column: number, row: number]
}

/** One path per bin, so that a theme recolours the map; cells of a bin that touch are one stroke, placed from the last: a small document. */
function strokes({ values, width, height, look, max = largest(values) }: HeatProps): Map<string, Stroke> {
  const found = new Map<string, Stroke>()
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; ) {
      const here = bin(values[row * width + column], max, look)
      let end = column + 1
      while (end < width && bin(values[row * width + end], max, look)?.token === here?.token) end++
      if (here) {
        const stroke = found.get(here.token) ?? { small: here.small, path: '', at: [0, 0] }
        stroke.path += `m${column - stroke.at[0]} ${row - stroke.at[1]}h${end - column}`
        stroke.at[0] = end
        stroke.at[1] = row
        found.set(here.token, stroke)
      }
      column = end
    }
  }
  return found
}

function largest(values: ArrayLike<number>): number {
  let most = 0
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]))
  return most
}

/** A map of values as cells of ink, one unit a cell: negative ones are drawn smaller, so that colour is not the only cue. */
export function Heat(props: HeatProps): JSX.Element {
  const { width, height, label, holdsCursor = false, children } = props
  return (
    <svg
      class="heat"
      viewBox={`0 0 ${width} ${height}`}
      role={holdsCursor ? 'group' : 'img'}
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect class="heat-bg" width={width} height={height} />
      {[...strokes(props)].map(([token, { small, path }]) => (
        <path class={small ? 'heat-small' : 'heat-full'} style={{ stroke: `var(--fig-${token})` }} d={path} />
      ))}
      {children}
    </svg>
  )
}
