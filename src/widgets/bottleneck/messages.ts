import { grouped, show } from '#ui/scale.ts'
import type { Chain, Derived, Row, State } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
export interface Messages {
  readonly preset: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly expand: string
  readonly names: Readonly<Record<'middle' | 'kernelSize' | 'inChannels' | 'outChannels' | 'inputSize', string>>
  readonly directName: string
  readonly reducedName: (whole: Whole) => string
  readonly forms: string
  readonly formsText: string
  readonly formLabel: (chain: Chain) => string
  readonly costText: (whole: Whole) => string
  readonly macsText: (whole: Whole) => string
  readonly weights: string
  readonly macs: string
  readonly difference: (ratio: number) => string
  readonly where: string
  readonly whereText: string
  readonly curveLabel: (whole: Whole) => string
  readonly directLine: (weights: number) => string
  readonly layers: string
  readonly head: readonly [string, string, string]
  readonly total: string
  readonly notes: string
  readonly flops: (whole: Whole) => string
  readonly rank: (middle: number) => string
  readonly torchMacs: string
  readonly summary: (whole: Whole) => string
  readonly description: (whole: Whole) => string
}

export const widths = ({ rows }: Chain): string =>
  [rows[0].inChannels, ...rows.map((row) => row.outChannels)].join(' → ')
export const kernel = (size: number): string => `${size}×${size}`
export const large = (count: number): string => {
  if (count < 1e6) return grouped(count)
  return count < 1e9 ? `${show(count / 1e6, 1)} M` : `${show(count / 1e9, 2)} G`
}

export const percent = (part: number, of: number): string => `${show((100 * part) / of, 1)}%`
export const product = ({ inChannels, outChannels, kernelSize }: Row): string =>
  `${kernelSize}² × ${inChannels} × ${outChannels}`
