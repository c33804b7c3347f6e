import type { Offset } from 'conv-math'
import { show } from '#ui/scale.ts'
import type { Derived, Point, State } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
export interface Messages {
  readonly preset: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly modulation: string
  readonly names: Readonly<Record<'down' | 'along' | 'mask' | 'channels', string>>
  readonly map: string
  readonly mapText: string
  readonly mapLabel: string
  readonly pointName: (tap: number) => string
  readonly pointLabel: (point: Point) => string
  readonly pointsScrub: string
  readonly square: string
  readonly squareText: (point: Point) => string
  readonly squareLabel: (point: Point) => string
  readonly outside: string
  readonly compare: string
  readonly deformed: string
  readonly plain: string
  readonly window: string
  readonly sampled: string
  readonly work: string
  readonly workNote: (whole: Whole, state: State) => string
  readonly near: (tap: number) => string
  readonly nearNote: string
  readonly edit: string
  readonly editNames: Readonly<Record<'x' | 'w' | 'm', string>>
  readonly cell: (name: string, row: number, column: number) => string
  readonly editNote: string
  readonly branch: string
  readonly branchNames: readonly [main: string, branch: string]
  readonly branchNote: (whole: Whole, state: State) => string
  readonly torchNote: string
  readonly summary: (state: State) => string
  readonly description: (state: State, whole: Whole) => string
}

/** Bilinear weights have four decimals at steps of a quarter; sums are kept to three. */
export const number = (value: number): string => show(value, 4)
export const sumText = (value: number): string => show(value, 3)
export const onPixel = ({ point }: Point): boolean => point.every(Number.isInteger)
export const pair = ([down, along]: Offset): string => `(${show(down)}, ${show(along)})`
export const percent = (part: number, of: number): string => `${show((100 * part) / of, 1)}%`
