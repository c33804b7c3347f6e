import type { Derived, State, Trouble } from './model.ts'

type Shape = Extract<Derived, { ok: true }>
export interface Messages {
  readonly gather: string
  readonly gatherText: (size: number) => string
  readonly scatter: string
  readonly scatterText: (count: number, size: number, stride: number) => string
  readonly output: string
  readonly outputText: (size: number, done: number) => string
  readonly flipped: string
  readonly kernel: string
  readonly multiply: string
  readonly add: string
  readonly order: string
  readonly orders: Readonly<Record<State['order'], string>>
  readonly names: Readonly<Record<'input' | 'kernel' | 'stride' | 'padding' | 'dilation', string>>
  readonly dense: string
  readonly outputPaddingRule: string
  readonly work: string
  readonly workNote: (zeros: number, terms: number) => string
  readonly none: string
  readonly edit: string
  readonly editNote: string
  readonly map: (name: string, size: number) => string
  readonly cell: (name: string, row: number, column: number) => string
  readonly origin: string
  readonly originLabel: (from: number, to: number, outputPadding: number) => string
  readonly originNote: (state: State, origins: readonly number[]) => string
  readonly roundTrip: string
  readonly roundTripNote: (size: number, same: boolean) => string
  readonly roundTripLabel: string
  readonly torchNote: string
  readonly gatherLabel: (size: number, row: number, column: number) => string
  readonly outputLabel: (size: number) => string
  readonly scatterLabel: (count: number) => string
  readonly summary: (state: State) => string
  readonly description: (state: State, shape: Shape) => string
  readonly problem: (trouble: Trouble, shown: State) => string
}

export const square = (size: number): string => `${size}×${size}`
