import type { AxisShares } from 'conv-math'
import { choice, int, type StateOf } from '#ui/fields.ts'
import type { Messages } from './messages.ts'
import { detector, type Level } from './networks.ts'

export const fields = {
  preset: choice(['zf', 'vgg16', 'resnet50fpn'], 'vgg16'),
  /** The level of the pyramid, where there is one. */
  level: int(2, 6, 4),
  /** The unit asked about; −1: the middle of the map. */
  row: int(-1, 199, -1),
  column: int(-1, 199, -1),
  /** Side of the box that the anchors are made from; 0: the stride, as the detectors have it. */
  baseSize: int(0, 64, 0),
  /** The smallest anchor in base sizes, and how many, each twice the one before; 0: as the detector has them. */
  scale: int(0, 32, 0),
  scales: int(0, 4, 0),
  ratios: choice(['one', 'three', 'five'], 'three'),
  /** The anchor in question; −1: the largest square one. */
  anchor: int(-1, 19, -1),
}
export type State = StateOf<typeof fields>

/** Height by width. */
const ratiosOf: Readonly<Record<State['ratios'], readonly number[]>> = {
  one: [1],
  three: [1 / 2, 1, 2],
  five: [1 / 3, 1 / 2, 1, 2, 3],
}

export interface Axis {
  /** First and last cell of the theoretical field. */
  readonly field: readonly [first: number, last: number]
  readonly shares: AxisShares & { readonly mean: number; readonly standardDeviation: number }
  /** The middle of the anchors. */
  readonly anchor: number
  /** The anchors' middle less the field's. */
  readonly offset: number
}
export interface Anchor {
  readonly height: number
  readonly width: number
  /** Pixels beyond the field at the start and at the end of each axis; negative inside it. */
  readonly rows: readonly [number, number]
  readonly columns: readonly [number, number]
  /** The part of the anchor's area that the field covers. */
  readonly covered: number
  /** Its longer side by the field's and by ±2σ of the effective field. */
  readonly byField: number
  readonly bySpread: number
  /** Whether it leaves the picture. */
  readonly leaves: boolean
}
interface Shape {
  readonly ok: true
  readonly level: Level
  readonly unit: readonly [row: number, column: number]
  readonly rows: Axis
  readonly columns: Axis
  readonly baseSize: number
  readonly scales: readonly number[]
  readonly anchors: readonly Anchor[]
  /** The place of the anchor in question. */
  readonly chosen: number
}
export type Derived = Shape | { readonly ok: false; readonly problem: never }
export type Shown = Shape

/** To the nearest integer, halves to the even one, as numpy and PyTorch round. */
function rounded(value: number): number {
  const near = Math.round(value)
  return near - value === 0.5 && near % 2 !== 0 ? near - 1 : near
}

/** Height and width of an anchor: py-faster-rcnn rounds the base box and multiplies, torchvision rounds half the sides. */
function anchorSize(level: Level, baseSize: number, scale: number, ratio: number): readonly [number, number] {
  if (level.preset === 'resnet50fpn') {
    const side = baseSize * scale
    return [2 * rounded((side * Math.sqrt(ratio)) / 2), 2 * rounded(side / Math.sqrt(ratio) / 2)]
  }
  const width = rounded(Math.sqrt(baseSize ** 2 / ratio))
  return [rounded(width * ratio) * scale, width * scale]
}

const levelOf = ({ preset, level }: Pick<State, 'preset' | 'level'>): Level => {
  const levels = detector(preset)
  return levels[levels.length > 1 ? level - 2 : 0]
}

function axisOf(level: Level, unit: number, baseSize: number): Axis {
  const field = level.interval(unit)
  // py-faster-rcnn's base box covers pixels 0 … base − 1; torchvision's middle stands on the edge of a pixel
  const start = level.preset === 'resnet50fpn' ? -0.5 : (baseSize - 1) / 2
  const anchor = start + unit * level.stride
  return { field, shares: level.shares(unit), anchor, offset: anchor - (field[0] + field[1]) / 2 }
}

/** How far a box of a side goes beyond the field at either end. */
const beyond = ({ field, anchor }: Axis, side: number): readonly [number, number] => [
  field[0] - 0.5 - (anchor - side / 2),
  anchor + side / 2 - (field[1] + 0.5),
]
const within = (axis: Axis, side: number): number => {
  const [start, end] = beyond(axis, side)
  // the rounding of a base of one pixel leaves a box without height
  if (side === 0) return start <= 0 && end <= 0 ? 1 : 0
  return Math.max(0, side - Math.max(0, start) - Math.max(0, end)) / side
}

function anchorOf(level: Level, rows: Axis, columns: Axis, height: number, width: number): Anchor {
  const leavesAlong = ({ anchor }: Axis, side: number): boolean =>
    anchor - side / 2 < -0.5 || anchor + side / 2 > level.span - 0.5
  const side = Math.max(height, width)
  const axis = width >= height ? columns : rows
  return {
    height,
    width,
    rows: beyond(rows, height),
    columns: beyond(columns, width),
    covered: within(rows, height) * within(columns, width),
    byField: side / (axis.field[1] - axis.field[0] + 1),
    bySpread: side / (4 * axis.shares.standardDeviation),
    leaves: leavesAlong(rows, height) || leavesAlong(columns, width),
  }
}

export function derive(state: State): Derived {
  const level = levelOf(state)
  const place = (at: number): number => (at < 0 ? Math.floor(level.size / 2) : Math.min(at, level.size - 1))
  const unit = [place(state.row), place(state.column)] as const
  const baseSize = state.baseSize || level.stride
  const least = state.scale || level.scales[0]
  const scales = Array.from({ length: state.scales || level.scales.length }, (_, at) => least * 2 ** at)
  const [rows, columns] = [axisOf(level, unit[0], baseSize), axisOf(level, unit[1], baseSize)]
  const ratios = ratiosOf[state.ratios]
  const anchors = scales.flatMap((scale) =>
    ratios.map((ratio) => anchorOf(level, rows, columns, ...anchorSize(level, baseSize, scale, ratio))),
  )
  const largest = anchors.length - 1 - (ratios.length - 1) / 2
  const chosen = state.anchor < 0 ? largest : Math.min(state.anchor, anchors.length - 1)
  return { ok: true, level, unit, rows, columns, baseSize, scales, anchors, chosen }
}

/** The unit of a level that looks nearest to a place in the picture. */
export const nearestUnit = ({ centre, stride, size }: Level, place: number): number =>
  Math.min(size - 1, Math.max(0, Math.round((place - centre) / stride)))

/** Another level of the same or of another detector, at the same place of the picture. */
export function moveTo({ level, unit }: Shown, to: Level): Partial<State> {
  const [row, column] = unit.map((at) => nearestUnit(to, ((level.centre + at * level.stride) * to.span) / level.span))
  const own = { baseSize: 0, scale: 0, scales: 0, anchor: -1 }
  return { preset: to.preset, ...(to.name ? { level: Number(to.name.slice(1)) } : {}), row, column, ...own }
}

export interface LevelSummary {
  readonly level: Level
  readonly sides: readonly number[]
  readonly spread: number
}

/** All maps of all detectors with their own anchors, to compare. */
export const summaries = (): readonly LevelSummary[] =>
  fields.preset.options.flatMap((preset) =>
    detector(preset).map((level) => ({
      level,
      sides: level.scales.map((scale) => scale * level.stride),
      spread: 4 * level.shares(Math.floor(level.size / 2)).standardDeviation,
    })),
  )

/** How far the anchor in question goes beyond the field across, with the reader's numbers. */
export function overSum({ columns, anchors, chosen }: Shown, show: (value: number) => string): string {
  const { width, columns: over } = anchors[chosen]
  const size = columns.field[1] - columns.field[0] + 1
  const half = `(${width} − ${size}) / 2`.replaceAll(' ', '\u00a0')
  if (columns.offset === 0) return `${half} = ${show(over[0])}`
  const [away, nearer] = columns.offset > 0 ? ['−', '+'] : ['+', '−']
  const by = show(Math.abs(columns.offset))
  return `${half} ${away} ${by} = ${show(over[0])}, ${half} ${nearer} ${by} = ${show(over[1])}`
}

export function describe(_: State, derived: Shown, messages: Messages): string {
  return messages.description(derived)
}
