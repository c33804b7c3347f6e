import type { Problem } from 'conv-math'
import type { Shape, State } from './model.ts'

type MapName = 'input' | 'output' | 'shifted' | 'moved' | 'expected' | 'difference'
export interface Messages {
  readonly maps: Readonly<Record<MapName, (state: State, shape: Shape) => readonly [name: string, text: string]>>
  readonly cell: (shape: Shape) => string
  readonly signed: string
  readonly names: Readonly<Record<'shift' | 'stride' | 'padding' | 'filter', string>>
  readonly shiftHint: string
  readonly filters: Readonly<Record<State['filter'], string>>
  readonly sharing: string
  readonly work: (shape: Shape) => string
  readonly columns: readonly [tap: string, first: string, second: string]
  readonly sums: string
  readonly workNote: (state: State, shape: Shape) => string
  readonly weights: string
  readonly shared: string
  readonly unshared: string
  readonly weightsNote: (state: State, shape: Shape) => string
  readonly verdict: string
  readonly verdictNote: (state: State, shape: Shape) => readonly string[]
  readonly result: (state: State, shape: Shape) => string
  readonly summary: (state: State) => string
  readonly description: (state: State, shape: Shape) => string
  readonly problem: (problem: Problem, shown: State) => string
  readonly torchScene: string
  readonly torchOwn: string
}
