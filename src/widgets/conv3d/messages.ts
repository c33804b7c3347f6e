import type { Problem } from 'conv-math'
import { grouped, show } from '#ui/scale.ts'
import type { Derived, Form, Shape, State } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
type Field =
  | 'frames'
  | 'inputSize'
  | 'kernelDepth'
  | 'kernelSize'
  | 'frameStride'
  | 'stride'
  | 'inChannels'
  | 'outChannels'
  | 'middle'
export type Measure = 'weights' | 'macs' | 'activations'
export type Line = readonly [name: string, sum: string, result: string]
export interface Messages {
  readonly preset: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly names: Readonly<Record<Field, string>>
  readonly keepSize: string
  readonly matched: string
  readonly slide: string
  readonly slideText: (whole: Whole) => string
  readonly input: string
  readonly output: string
  readonly inputLabel: (whole: Whole) => string
  readonly outputLabel: (whole: Whole) => string
  readonly time: string
  readonly timeText: (whole: Whole) => string
  readonly frameStrip: (count: number) => string
  readonly forms: Readonly<Record<Form['name'], string>>
  readonly measures: Readonly<Record<Measure, string>>
  readonly measureText: (measure: Measure, whole: Whole) => string
  readonly kernelBox: string
  readonly work: string
  readonly lines: (whole: Whole) => readonly Line[]
  readonly notes: string
  readonly clipNote: (whole: Whole) => string
  readonly splitNote: (whole: Whole) => string
  readonly channelNote: (whole: Whole) => string
  readonly summary: (shape: Shape) => string
  readonly description: (whole: Whole) => string
  readonly problem: (problem: Problem, shown: Shape) => string
}

export const square = (size: number): string => `${size}×${size}`
export const kernelText = ({ kernelDepth: t, kernelSize: k }: Shape): string => `${t}×${k}×${k}`
export const summary = (shape: Shape): string =>
  `${shape.frames}×${square(shape.inputSize)}  k ${kernelText(shape)}  ${shape.inChannels} → ${shape.outChannels}`
export const outputText = ({ shape, forms }: Whole): string =>
  `${shape.outChannels}×${forms.volume.layers[0].outputSize.join('×')}`
export const percent = (part: number, of: number): string => `${show((100 * part) / of, 1)}%`
export const padded = ({ time }: Whole): boolean => time.window[0] < 0 || time.window[1] >= time.size
export const cutShort = ({ height }: Whole): boolean => height.drawn < height.size

/** The weights as products, the same in both languages but for their names. */
export function lines(names: Readonly<Record<Form['name'], string>>, { shape, forms, middle }: Whole): readonly Line[] {
  const { kernelDepth: t, kernelSize: k, inChannels: i, outChannels: o } = shape
  return [
    [names.perFrame, `${k}² × ${i} × ${o}`, grouped(forms.perFrame.weights)],
    [names.volume, `${t} × ${k}² × ${i} × ${o}`, grouped(forms.volume.weights)],
    [names.split, `${k}² × ${i} × ${middle} + ${t} × ${middle} × ${o}`, grouped(forms.split.weights)],
  ]
}
