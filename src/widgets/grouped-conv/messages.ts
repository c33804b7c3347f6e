import { show } from '#ui/scale.ts'
import type { Derived, Form, LayerCost, Shape, State, Trouble } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
type Field = 'inChannels' | 'outChannels' | 'groups' | 'kernelSize' | 'inputSize'
export interface Messages {
  readonly preset: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly names: Readonly<Record<Field, string>>
  readonly divides: string
  readonly after: string
  readonly afters: Readonly<Record<State['after'], string>>
  readonly unit: string
  readonly links: string
  readonly linksText: (whole: Whole) => string
  readonly linksLabel: (whole: Whole) => string
  readonly columns: (whole: Whole) => readonly string[]
  readonly steps: (whole: Whole) => readonly string[]
  readonly rest: (count: number) => string
  readonly matrix: string
  readonly matrixText: (whole: Whole) => string
  readonly matrixLabel: (whole: Whole) => string
  readonly sees: string
  readonly forms: Readonly<Record<Form['name'], string>>
  readonly formName: (form: Form, shape: Shape) => string
  readonly weights: string
  readonly weightsText: string
  readonly macs: string
  readonly macsText: (shape: Shape) => string
  readonly work: string
  readonly workNote: (whole: Whole) => string
  readonly mixing: string
  readonly mixingNote: (whole: Whole) => string
  readonly shuffleNote: (shape: Shape) => string
  readonly torchNote: string
  readonly summary: (shape: Shape) => string
  readonly description: (whole: Whole) => string
  readonly problem: (trouble: Trouble, shown: Shape) => string
}

export const square = (size: number): string => `${size}×${size}`
export const percent = (share: number): string => `${show(100 * share, 1)}%`
/** k² × C_in / g × C_out of one layer. */
export const product = ({ kernelSize, inChannels, outChannels, groups }: LayerCost): string =>
  [
    ...(kernelSize > 1 ? [`${kernelSize}²`] : []),
    groups > 1 ? `${inChannels}/${groups}` : inChannels,
    outChannels,
  ].join(' × ')
export const summary = ({ inChannels, outChannels, groups, kernelSize }: Shape): string =>
  `${inChannels} → ${outChannels}  g ${groups}  k ${kernelSize}`
export const first = (channels: readonly number[]): number => channels[0] + 1
export const inputsOf = ({ columns }: Whole): readonly number[] => columns[0].seen
export const cutShort = ({ columns }: Whole): boolean => columns.some(({ channels, shown }) => shown.length < channels)
export const form = ({ forms }: Whole, name: Form['name']): Form | undefined => forms.find((each) => each.name === name)
