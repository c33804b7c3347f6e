import type { Derived, State } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
export interface Messages {
  readonly preset: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly activation: string
  readonly outChannels: string
  readonly row: string
  readonly column: string
  readonly input: string
  readonly inputText: (side: number) => string
  readonly credit: string
  readonly picture: (side: number) => string
  readonly pixel: (row: number, column: number, x: readonly number[]) => string
  readonly plane: (letter: string) => string
  readonly product: string
  readonly productText: string
  readonly stack: (from: number, to: number) => string
  readonly output: string
  readonly outputText: (channels: number) => string
  readonly map: (index: number, low: number, high: number) => string
  readonly outputNames: Readonly<Partial<Record<State['preset'], readonly string[]>>>
  readonly colours: string
  readonly names: Readonly<Record<'W' | 'x' | 'b' | 'y', string>>
  readonly work: string
  readonly workNote: (activation: boolean) => string
  readonly edit: string
  readonly editNote: string
  readonly weight: (out: number, channel: number) => string
  readonly bias: (out: number) => string
  readonly costs: string
  readonly costNotes: (whole: Whole, side: number) => readonly string[]
  readonly torchNote: string
  readonly summary: (state: State, channels: number) => string
  readonly description: (state: State, whole: Whole) => string
}
