import { show } from '#ui/scale.ts'
import type { Shape, Stage, State, Trouble } from './model.ts'

export interface Messages {
  readonly panel: (at: number, stage: Stage, parallel: boolean) => string
  readonly panelText: (stage: Stage, parallel: boolean) => readonly [span: string, field: string]
  readonly panelLabel: (at: number, stage: Stage) => string
  readonly cell: (row: number, column: number, uses: number) => string
  readonly links: string
  readonly linksText: (parallel: boolean) => string
  readonly linksLabel: (stage: Stage) => string
  readonly levels: (level: number, last: number) => string
  readonly field: (size: number) => string
  readonly table: (parallel: boolean) => string
  readonly tableText: string
  readonly columns: (parallel: boolean) => readonly string[]
  readonly names: Readonly<Record<'preset' | 'kernel' | 'layers', string>>
  readonly rate: (layer: number) => string
  readonly dense: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly kernels: Readonly<Record<State['kernelSize'], string>>
  readonly uses: (most: number) => string
  readonly untouched: string
  readonly taps: (stage: Stage) => string
  readonly chosen: string
  readonly work: string
  readonly term: (at: number, parallel: boolean) => string
  readonly total: string
  readonly workNote: (shape: Shape) => string
  readonly weights: string
  readonly weightBars: (shape: Shape) => readonly [stack: string, dense: string]
  readonly weightsNote: (shape: Shape) => string
  readonly rules: string
  readonly rulesNote: (shape: Shape) => readonly string[]
  readonly summary: (state: State) => string
  readonly description: (state: State, shape: Shape) => string
  readonly problem: (trouble: Trouble, shown: State) => string
}

export const square = (size: number): string => `${size}×${size}`
/** A share in per cent: whole numbers, one decimal below ten. */
export const percent = (share: number): string => `${show(100 * share, share < 0.1 ? 1 : 0)}%`
export const signed = (value: number): string => (value > 0 ? `+${value}` : show(value))
export const letter = (at: number, parallel: boolean): string => (parallel ? 'ABCD' : 'abcd')[at]
export const kernelOf = ({ kernelSize, dilation }: Stage, rate: string): string =>
  kernelSize === 1 ? '1×1' : `${square(kernelSize)}${rate} ${dilation}`
