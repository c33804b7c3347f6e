import type { Branch, Derived, Letter, Path, State, Step, Trouble } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
export interface Messages {
  readonly preset: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly reduction: string
  readonly align: string
  readonly filter: string
  readonly filters: Readonly<Record<State['filter'], string>>
  readonly names: Readonly<Record<'inChannels' | 'inputSize', string>>
  readonly block: string
  readonly blockText: string
  readonly blockLabel: (whole: Whole) => string
  readonly pool: string
  readonly joined: string
  readonly maps: string
  readonly mapsText: (state: State) => string
  readonly photo: (size: number) => string
  readonly credit: string
  readonly map: (path: Path) => string
  readonly stack: (whole: Whole) => string
  readonly edit: string
  readonly branch: (letter: Letter) => string
  readonly parts: Readonly<Record<keyof Branch, string>>
  readonly ops: Readonly<Record<Branch['op'], string>>
  readonly remove: (letter: Letter) => string
  readonly add: string
  readonly editNote: (align: boolean) => string
  readonly costs: string
  readonly head: readonly [string, string, string, string, string]
  readonly total: string
  readonly compare: string
  readonly with: string
  readonly without: string
  readonly weights: string
  readonly macs: string
  readonly channels: string
  readonly sizes: string
  readonly unpadded: (size: number | null) => string
  readonly sizesNote: string
  readonly fields: string
  readonly fieldsLabel: (whole: Whole) => string
  readonly torchNote: string
  readonly summary: (state: State, whole: Whole) => string
  readonly description: (state: State, whole: Whole) => string
  readonly problem: (trouble: Trouble) => string
}

export const square = (size: number): string => `${size}×${size}`
export const channelsOf = ({ paths }: Whole, join: string): string =>
  paths.map(({ outChannels }) => outChannels).join(join)
export const fieldsOf = ({ paths }: Whole, join: string): string => paths.map(({ field }) => field).join(join)
export const costs = (state: State, whole: Whole) => (state.reduction ? whole.reduced : whole.plain)

export const stepName = (step: Step, words: Messages): string =>
  step.kind === 'maxPool' ? `${words.pool} ${square(step.kernelSize)}` : square(step.kernelSize)
