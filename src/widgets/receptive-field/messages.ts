import type { LevelReads } from 'conv-math'
import { cellsBetween, realCells, type Shown, type State, type Trouble } from './model.ts'
import type { Layer } from './presets.ts'
import type { Place, Step } from './sums.ts'

type Ends = readonly [first: number, last: number]
export interface Messages {
  readonly projectionTitle: string
  readonly projectionText: string
  readonly fieldTitle: string
  readonly fieldText: string
  readonly input: string
  readonly brace: (unit: number, ends: Ends) => string
  readonly paths: string
  readonly projection: (layer: string, unit: number, ends: Ends) => string
  readonly projectionLabel: string
  readonly unitLabel: (layer: string, unit: number) => string
  readonly photo: (size: number) => string
  readonly photoLabel: (size: number) => string
  readonly pictureLabel: string
  readonly cellLabel: (layer: string, unit: Ends) => string
  readonly heat: string
  readonly heatLabel: (deviation: Ends | null) => string
  readonly computing: string
  readonly axes: readonly [down: string, across: string]
  readonly theoretical: string
  readonly reallyRead: string
  readonly deviation: string
  readonly share: string
  readonly between: (ends: Ends, size: number) => string
  readonly real: (reads: LevelReads) => string
  readonly number: (value: number) => string
  readonly percent: (share: number) => string
  readonly table: string
  readonly layer: string
  readonly quantities: Readonly<Record<keyof Step, string>>
  readonly startSymbol: string
  readonly kind: (layer: Layer) => string
  readonly place: (place: Place) => string
  readonly networks: string
  readonly ways: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly type: string
  readonly types: Readonly<Record<Layer['type'], string>>
  readonly earlier: string
  readonly later: string
  readonly remove: string
  readonly add: string
  readonly editing: (name: string) => string
  readonly names: Readonly<Record<'inputSize' | 'layer' | 'unit' | 'row' | keyof Omit<Layer, 'type'>, string>>
  readonly walk: string
  readonly legend: Readonly<Record<'heat' | 'now', string>>
  readonly torchLayers: string
  readonly torchSeen: (rows: string, columns: string) => string
  readonly torchSpread: (deviations: string) => string
  readonly summary: (shape: Shown) => string
  readonly description: (state: State, shape: Shown) => string
  readonly problem: (trouble: Trouble) => string
}

export const square = (size: number): string => `${size}×${size}`
export const kindOf = ({ kernelSize, stride, padding, dilation }: Layer): string =>
  `${square(kernelSize)} s${stride} p${padding}${dilation > 1 ? ` d${dilation}` : ''}`
export const percent = (share: number): string => `${Math.round(100 * share)}%`
export const paddingRead = (size: number, reads: LevelReads): number => {
  const cells = realCells(reads)
  return size - (cells ? cellsBetween(cells) : 0)
}
