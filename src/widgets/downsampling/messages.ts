import { show } from '#ui/scale.ts'
import type { Shape, Stage, State, Trouble } from './model.ts'

export type KindWords = Readonly<Record<State['stage2'], string>>
export interface Messages {
  readonly names: Readonly<Record<'input' | 'channels' | 'padding' | 'shift', string>>
  readonly stage: (index: number) => string
  readonly kinds: KindWords
  readonly paddingHint: string
  readonly input: string
  readonly size: (size: number) => string
  readonly channels: (count: number) => string
  readonly op: (stage: Stage) => string
  readonly lost: (stage: Stage) => string
  readonly mapLabel: (name: string, size: number, stage: Stage | undefined) => string
  readonly dropLegend: string
  readonly ledger: string
  readonly columns: readonly [stage: string, size: string, activations: string, macs: string]
  readonly total: string
  readonly savings: (shape: Shape) => string
  readonly equivariance: string
  readonly barsLabel: (shape: Shape) => string
  readonly barsKey: (shape: Shape) => readonly [bar: string, mark: string]
  readonly equivarianceNote: (shape: Shape) => string
  readonly torchNote: string
  readonly summary: (state: State) => string
  readonly description: (state: State, shape: Shape) => string
  readonly problem: (trouble: Trouble, shown: State) => string
}

export const square = (size: number): string => `${size}×${size}`
export const chain = (state: State, shape: Shape, arrow: string): string =>
  [state.inputSize, ...shape.stages.map(({ outputSize }) => outputSize)].map(square).join(arrow)
export const times = (more: number, less: number): string => show(more / less, more / less < 10 ? 1 : 0)
export const droppers = ({ stages }: Shape): string[] =>
  stages.flatMap(({ lost }, index) => (lost ? [`${index + 1}`] : []))
