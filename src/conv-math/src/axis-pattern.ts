import type { AxisReader } from './axis-reader.ts'
import { type Fraction, fraction, gcd, lcm, modulo, multiply } from './fraction.ts'

/**
 * What each unit of a map sees along one axis without ends: unit u of the first period sees the cells from first[u] to
 * last[u], both null when it sees none; unit u + period sees the same, `stride` · period cells further.
 *
 * The hull of all paths follows from the hulls of the layer before: the least of several least cells is the least of
 * all. So a network is walked once, however many paths it has.
 */
export interface AxisPattern {
  readonly period: number
  readonly stride: Fraction
  readonly first: readonly (number | null)[]
  readonly last: readonly (number | null)[]
}

/** Where a pattern cannot be held as exact numbers in reasonable memory. */
export interface PatternProblem {
  readonly problem: string
}

/** Longer patterns than this come from no real network, and would fill the memory. */
const MAX_PERIOD = 2 ** 20

/** The input itself: unit u sees cell u. */
export const identityPattern: AxisPattern = { period: 1, stride: fraction(1), first: [0], last: [0] }

/** What the units of a layer see, from what the units that it reads see. */
export function throughReader(reader: AxisReader, pattern: AxisPattern): AxisPattern | PatternProblem {
  const { units, cells } = reader
  const stride = multiply(pattern.stride, fraction(cells, units))
  const period = units * (pattern.period / gcd(pattern.period, cells))
  if (period > MAX_PERIOD) return tooLong(period)
  const first: (number | null)[] = []
  const last: (number | null)[] = []
  for (let unit = 0; unit < period; unit += 1) {
    const { first: cell, step, count } = reader.reads(unit)
    // Cells that lie a whole cycle further along repeat the pattern further along: they never hold the least.
    const cycle = Math.min(count, pattern.period / gcd(pattern.period, step))
    let least: number | null = null
    let greatest: number | null = null
    for (let index = 0; index < cycle; index += 1) {
      least = lesser(least, boundAt(pattern, pattern.first, cell + index * step))
      greatest = greater(greatest, boundAt(pattern, pattern.last, cell + (count - 1 - index) * step))
    }
    first.push(least)
    last.push(greatest)
  }
  return checked({ period, stride, first, last })
}

/** What the units of a join see: the hull of what they see through each input. All have the same stride. */
export function joinPatterns(patterns: readonly AxisPattern[]): AxisPattern | PatternProblem {
  if (patterns.length === 1) return patterns[0]
  const period = patterns.reduce((common, pattern) => lcm(common, pattern.period), 1)
  if (period > MAX_PERIOD) return tooLong(period)
  const first: (number | null)[] = []
  const last: (number | null)[] = []
  for (let unit = 0; unit < period; unit += 1) {
    first.push(patterns.reduce<number | null>((a, b) => lesser(a, boundAt(b, b.first, unit)), null))
    last.push(patterns.reduce<number | null>((a, b) => greater(a, boundAt(b, b.last, unit)), null))
  }
  return checked({ period, stride: patterns[0].stride, first, last })
}

/** The first or the last cell that any unit sees, the unit counted from 0 in both directions. */
export function boundAt(pattern: AxisPattern, bounds: readonly (number | null)[], unit: number): number | null {
  const index = modulo(unit, pattern.period)
  const bound = bounds[index]
  return bound === null ? null : bound + shiftOf(pattern, unit - index)
}

/** The cells from the first to the last that a unit sees, the largest over a period; 0 when no unit sees any. */
export function patternSize({ first, last }: AxisPattern): number {
  return first.reduce<number>((size, cell, unit) => {
    const end = last[unit]
    return cell === null || end === null ? size : Math.max(size, end - cell + 1)
  }, 0)
}

function shiftOf({ stride }: AxisPattern, units: number): number {
  return (units / stride.denominator) * stride.numerator
}

function checked(pattern: AxisPattern): AxisPattern | PatternProblem {
  const { first, last, stride } = pattern
  const reach = [...first, ...last, stride.numerator, stride.denominator]
  const far = reach.find((value) => value !== null && !Number.isSafeInteger(value))
  if (far !== undefined) return { problem: `cells of the receptive field must stay within ±(2^53 − 1), got ${far}` }
  return shortened(pattern)
}

/** The same pattern with its smallest period, which divides every other. */
function shortened(pattern: AxisPattern): AxisPattern {
  const { period, first, last, stride } = pattern
  if (period === 1) return pattern
  // A pattern without any cell repeats at once; any other moves by whole cells.
  const step = first.every((cell) => cell === null) ? 1 : stride.denominator
  for (let shorter = step; shorter < period; shorter += step) {
    if (period % shorter !== 0 || !repeats(pattern, shorter)) continue
    return { period: shorter, stride, first: first.slice(0, shorter), last: last.slice(0, shorter) }
  }
  return pattern
}

function repeats({ period, stride, first, last }: AxisPattern, shorter: number): boolean {
  const shift = (shorter / stride.denominator) * stride.numerator
  for (let unit = 0; unit + shorter < period; unit += 1) {
    if (!follows(first[unit], first[unit + shorter], shift)) return false
    if (!follows(last[unit], last[unit + shorter], shift)) return false
  }
  return true
}

function follows(bound: number | null, later: number | null, shift: number): boolean {
  return bound === null ? later === null : later === bound + shift
}

function tooLong(period: number): PatternProblem {
  return { problem: `outputs after which the pattern repeats must be at most ${MAX_PERIOD}, got ${period}` }
}

function lesser(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}

function greater(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.max(a, b)
}
