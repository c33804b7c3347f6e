import type { Reading, Shape, StageName, State, Sum } from './model.ts'

/** Every word of the figure, in one language. */
export interface Messages {
  readonly classes: readonly string[]
  readonly stages: Readonly<Record<StageName, string>>
  readonly input: string
  readonly inputText: (state: State, own: boolean) => string
  readonly inputLabel: (shape: Shape) => string
  readonly stageText: (size: number, channels: number, field: number) => string
  readonly mapText: (channel: number, most: number) => string
  readonly mapLabel: (stage: StageName, channel: number, size: number) => string
  readonly unitLabel: (row: number, column: number, value: number) => string
  readonly sheetLabel: (stage: StageName) => string
  readonly channelLabel: (channel: number) => string
  readonly pickerLabel: string
  readonly pictureLabel: (image: number) => string
  readonly drawLabel: (row: number, column: number, inked: boolean) => string
  readonly legend: { readonly field: string; readonly now: string; readonly cover: string; readonly ink: string }
  readonly names: Readonly<
    Record<'stage' | 'channel' | 'row' | 'column' | 'image' | 'coverRow' | 'coverColumn' | 'coverSize', string>
  >
  readonly source: string
  readonly sources: Readonly<Record<State['source'], string>>
  readonly weights: string
  readonly weightNames: Readonly<Record<State['weights'], string>>
  readonly cover: string
  readonly summary: (state: State, shape: Shape) => string
  readonly description: (state: State, shape: Shape, reading: Reading | undefined) => string
  readonly drawHint: string
  readonly wipe: string
  readonly clear: string
  readonly load: string
  readonly loadHint: string
  readonly loaded: (inverted: boolean) => string
  readonly notAPicture: string
  readonly back: string
  readonly progress: (received: number, total: number) => string
  readonly slow: (received: number, total: number) => string
  readonly failed: (reason: string) => string
  readonly reasons: Readonly<Record<'network' | 'worker', string>>
  readonly retry: string
  readonly titles: Readonly<Record<'classes' | 'patches' | 'sum' | 'kernels' | 'cover' | 'numbers', string>>
  readonly classesNote: (reading: Reading, truth: number | null, milliseconds: number | null) => string
  readonly share: (value: number) => string
  readonly change: (before: number, after: number) => string
  readonly patchesLabel: (stage: StageName, channel: number) => string
  readonly patchesNote: (
    counts: readonly (readonly [label: number, count: number])[],
    range: readonly [number, number],
    value: number,
  ) => string
  readonly patchesNone: string
  readonly patchesWait: string
  readonly patchesFailed: string
  readonly term: (stage: number, from: number) => string
  readonly others: (count: number) => string
  readonly bias: string
  readonly sumName: (shape: Shape) => string
  readonly sumNote: (sum: Sum, stage: number) => string
  readonly kernelLabel: (channel: number, isEdge: boolean, coherence: number) => string
  readonly pause: string
  readonly kernelsNote: (edges: number, count: number, baseline: number | null) => string
  readonly coverNote: (shape: Shape, reading: Reading) => string
  readonly coverHint: (covers: boolean) => string
  readonly columns: Readonly<
    Record<'stage' | 'map' | 'channels' | 'field' | 'stride' | 'active' | 'changed' | 'most' | 'sums', string>
  >
  readonly numbersNote: (parameters: number, macs: number) => string
  readonly more: string
  readonly torch: {
    readonly file: (url: string) => string
    readonly layout: string
    readonly random: string
    readonly own: string
  }
}
