import type { JSX } from 'preact'

/** A share of a bar's length as CSS has it: thousandths are less than a pixel. */
const part = (share: number): string => `${Number(share.toFixed(3))}`

export interface Bar {
  readonly label: string
  /** The pieces, in order; the bar is as long as their sum. */
  readonly parts: readonly number[]
  /** The value in words. */
  readonly text: string
  /** 'kernel' for weights, 'input' and 'output' for maps, 'plain' for what is only compared with. */
  readonly look?: 'kernel' | 'input' | 'output' | 'plain'
}
export interface Bracket {
  readonly from: number
  readonly to: number
  readonly text: string
}
export interface BarsProps {
  readonly bars: readonly Bar[]
  readonly label: string
  /** The value of a full line; by default the longest bar's. */
  readonly max?: number
  /** A difference, drawn as a bracket below. */
  readonly bracket?: Bracket
}

const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0)

function Length({ bar, share }: { bar: Bar; share: number }): JSX.Element {
  return (
    <span class={`len len-${bar.look ?? 'kernel'}`} style={{ '--share': part(share) }}>
      {bar.parts.map((part) => (
        <i style={{ flexGrow: part }} />
      ))}
    </span>
  )
}

/** Lengths to compare, each with its value behind it; a bar of several pieces is cut where they meet. */
export function Bars({
  bars,
  label,
  bracket,
  max = Math.max(...bars.map((bar) => total(bar.parts))),
}: BarsProps): JSX.Element {
  return (
    <ul class="bars" aria-label={label}>
      {bars.map((bar) => (
        <li>
          <span>{bar.label}</span>
          <span class="line-of">
            <Length bar={bar} share={total(bar.parts) / max} />
            <b>{bar.text}</b>
          </span>
        </li>
      ))}
      {bracket && (
        <li class="bracket">
          <span
            style={{
              '--from': part(bracket.from / max),
              '--share': part((bracket.to - bracket.from) / max),
            }}
          >
            <b>{bracket.text}</b>
          </span>
        </li>
      )}
    </ul>
  )
}

export interface LogBarsProps {
  readonly bars: readonly Bar[]
  readonly label: string
  /** The power of ten at the end of the line. */
  readonly decades: number
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const powerOfTen = (power: number): string =>
  `10${[...String(power)].map((digit) => superscripts[Number(digit)]).join('')}`

/** Lengths on a logarithmic scale from 1, a mark at every power of ten: each is ten times the one before. */
export function LogBars({ bars, label, decades }: LogBarsProps): JSX.Element {
  const powers = Array.from({ length: decades + 1 }, (_, power) => power)
  const every = decades > 8 ? 3 : decades > 4 ? 2 : 1
  return (
    <div class="log-bars">
      <ul class="log-list" aria-label={label}>
        {bars.map((bar) => (
          <li>
            <span>{bar.label}</span>
            <b>{bar.text}</b>
            <span class="line-of">
              <svg viewBox={`0 0 ${decades} 1`} preserveAspectRatio="none" aria-hidden="true">
                <path d={powers.map((power) => `M${power} 0v1`).join('')} />
              </svg>
              <Length bar={bar} share={Math.log10(Math.max(1, total(bar.parts))) / decades} />
            </span>
          </li>
        ))}
      </ul>
      <p class="powers" aria-hidden="true">
        {powers
          .filter((power) => power % every === 0)
          .map((power) => (
            <span style={{ '--share': part(power / decades) }}>{powerOfTen(power)}</span>
          ))}
      </p>
    </div>
  )
}
