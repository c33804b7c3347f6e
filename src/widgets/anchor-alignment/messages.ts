import type { Anchor, Shown, State } from './model.ts'
import type { Level } from './networks.ts'

export interface Messages {
  readonly pictureTitle: string
  readonly pictureText: (shape: Shown, every: number) => string
  readonly photo: string
  readonly pictureLabel: (span: number) => string
  readonly cursor: string
  readonly unit: (level: Level, unit: readonly [number, number]) => string
  readonly compareTitle: string
  readonly compareText: string
  readonly compareLabel: (shape: Shown) => string
  readonly fieldName: string
  readonly effectiveName: string
  readonly spreadLabel: (width: number) => string
  readonly anchors: string
  readonly size: (anchor: Anchor) => string
  readonly legend: Readonly<Record<'now' | 'other', string>>
  readonly network: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly ratio: string
  readonly ratios: Readonly<Record<State['ratios'], string>>
  readonly names: Readonly<Record<'level' | 'row' | 'column' | 'baseSize' | 'scale' | 'scales' | 'anchor', string>>
  readonly over: (ends: readonly [number, number]) => string
  readonly percent: (share: number) => string
  readonly times: (ratio: number) => string
  readonly anchorTitle: string
  readonly anchorColumns: readonly string[]
  readonly anchorNote: (shape: Shown) => string
  readonly levelTitle: string
  readonly levelColumns: readonly string[]
  readonly levelNote: string
  readonly fieldSum: string
  readonly overSum: (sum: string) => string
  readonly summary: (shape: Shown) => string
  readonly description: (shape: Shown) => string
}

export const box = ({ width, height }: Anchor): string => `${width}×${height}`
export const ratio = (value: number): string => value.toFixed(2)
export const percent = (share: number): string => `${Math.round(100 * share)}%`
export const fieldSize = ({ columns, rows }: Shown): string =>
  [columns, rows].map(({ field }) => field[1] - field[0] + 1).join('×')
export const most = (anchor: Anchor): number => Math.max(...anchor.rows, ...anchor.columns)
