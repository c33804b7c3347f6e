import type { JSX } from 'preact'
import { fixed, range } from '#ui/scale.ts'
import { centreOf, type Level, realCells, type Shown } from './model.ts'

/** The drawing in its own units: names in a column, cells beside it. */
export const width = 340
export const names = 54
/** Below this many units from cell to cell, a level is drawn as one band. */
const least = 6
/** Below this, the cells that do not exist are one frame. */
const roomy = 12

type Kind = 'plain' | 'field' | 'input' | 'unread' | 'output' | 'pad' | 'void'

export interface Scale {
  /** Units of the drawing per input cell. */
  readonly cell: number
  readonly low: number
  readonly high: number
  readonly height: number
  /** The middle of an input cell. */
  readonly x: (place: number) => number
  readonly y: (level: number) => number
  readonly pitch: number
}

/** The input's cells and what the unit sees beyond them, but no more than once the input on each side. */
export function scaleOf({ inputSize, columns, levels }: Shown): Scale {
  const [first, last] = columns[0].interval
  const low = Math.max(-inputSize, Math.min(0, first))
  const high = Math.min(2 * inputSize - 1, Math.max(inputSize - 1, last))
  const cell = Math.min(22, (width - names) / (high - low + 1))
  const pitch = Math.min(48, Math.max(21, 400 / levels.length))
  const height = Math.min(18, pitch - 8)
  return {
    cell,
    low,
    high,
    height,
    pitch,
    x: (place) => names + (place - low + 0.5) * cell,
    y: (level) => 6 + (levels.length - 1 - level) * pitch,
  }
}

/** The side of a unit's box: one input cell, or what fits between neighbours where a cell is too small to see. */
export const boxWidth = (level: Level, scale: Scale): number => {
  const step = level.effectiveStride * scale.cell
  if (step < least) return step
  return scale.cell >= 7 ? scale.cell - Math.min(3, scale.cell / 6) : Math.min(13, step - 1.5)
}

/** One level as paths by kind: cells where there is room for them, bands where there is not. */
function levelPaths(
  shape: Shown,
  scale: Scale,
  at: number,
  add: (kind: Kind, from: number, to: number, y: number) => void,
): void {
  const level = shape.levels[at]
  const seen = at <= shape.layer && shape.layer - at <= shape.step ? shape.columns[at] : null
  const y = scale.y(at)
  const half = boxWidth(level, scale) / 2
  const put = (kind: Kind, first: number, last: number): void =>
    add(kind, scale.x(centreOf(level, first)) - half, scale.x(centreOf(level, last)) + half, y)
  const [rest, read]: [Kind, Kind] = at === 0 ? ['unread', 'input'] : ['plain', at === shape.layer ? 'output' : 'field']
  const [first, last] = seen?.interval ?? [0, -1]
  const [from, to] = seen ? [seen.first, seen.first + seen.counts.length - 1] : [0, -1]
  if (level.effectiveStride * scale.cell < least) {
    put(rest, 0, level.size - 1)
    if (!seen) return
    const cells = realCells(seen)
    if (cells) put(read, ...cells)
    if (first < 0) put('void', first, -1)
    if (last >= level.size) put('void', level.size, last)
    if (from < 0 && to >= from) put('pad', from, Math.min(to, -1))
    if (to >= level.size) put('pad', Math.max(from, level.size), to)
    return
  }
  const shown = (place: number): number => Math.ceil((place - level.centre) / level.effectiveStride)
  const start = Math.min(0, Math.max(first, shown(scale.low - 0.5)))
  const end = Math.max(level.size - 1, Math.min(last, shown(scale.high + 0.5) - 1))
  const single = level.effectiveStride * scale.cell >= roomy
  if (!single && first < Math.min(0, from)) put('void', first, Math.min(0, from) - 1)
  if (!single && last > Math.max(level.size - 1, to)) put('void', Math.max(level.size - 1, to) + 1, last)
  for (let unit = start; unit <= end; unit++) {
    const real = unit >= 0 && unit < level.size
    const count = seen?.counts[unit - seen.first] ?? 0
    if (real) put(count > 0 ? read : rest, unit, unit)
    else if (unit >= first && unit <= last && (count > 0 || single)) put(count > 0 ? 'pad' : 'void', unit, unit)
  }
}

export function Units({ shape, scale }: { shape: Shown; scale: Scale }): JSX.Element {
  const paths = new Map<Kind, string>()
  for (const at of range(shape.levels.length)) {
    levelPaths(shape, scale, at, (kind, from, to, y) => {
      const box = `M${fixed(from)} ${fixed(y)}h${fixed(to - from)}v${fixed(scale.height)}h${fixed(from - to)}z`
      paths.set(kind, (paths.get(kind) ?? '') + box)
    })
  }
  return (
    <>
      {[...paths].map(([kind, d]) => (
        <path class={`u u-${kind}`} d={d} />
      ))}
      {paths.has('pad') && <path fill="url(#hatch)" d={paths.get('pad')} />}
    </>
  )
}

/** From level to level the theoretical field, dashed at its edges. */
export function Beams({ shape, scale }: { shape: Shown; scale: Scale }): JSX.Element {
  let fill = ''
  let edge = ''
  const ends = (at: number): readonly [number, number] => {
    const half = boxWidth(shape.levels[at], scale) / 2
    const [first, last] = shape.columns[at].interval.map((unit) => scale.x(centreOf(shape.levels[at], unit)))
    return [fixed(first - half), fixed(last + half)]
  }
  for (let at = shape.layer; at > shape.layer - shape.step; at--) {
    const [a, b] = ends(at)
    const [c, d] = ends(at - 1)
    const top = fixed(scale.y(at) + scale.height)
    const bottom = fixed(scale.y(at - 1))
    fill += `M${a} ${top}H${b}L${d} ${bottom}H${c}z`
    edge += `M${a} ${top}L${c} ${bottom}M${b} ${top}L${d} ${bottom}`
  }
  return (
    <>
      <path class="beam" d={fill} />
      <path class="beam-edge" d={edge} />
    </>
  )
}
