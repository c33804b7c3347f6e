import { show } from '#ui/scale.ts'
import type { Preset, Shape, State, Trouble } from './model.ts'
import type { Comparison, Scheme } from './same.ts'

/** [height, width]. */
type Size = readonly [height: number, width: number]
/** Every word of the figure. */
export interface Messages {
  readonly names: Readonly<
    Record<'input' | 'kernel' | 'stride' | 'padding' | 'dilation' | 'top' | 'bottom' | 'left' | 'right', string>
  >
  readonly dense: string
  readonly mode: string
  readonly modes: Readonly<Record<State['mode'], string>>
  readonly preset: string
  readonly presets: Readonly<Record<Preset, string>>
  readonly paddingMode: string
  readonly paddingModes: Readonly<Record<State['paddingMode'], string>>
  readonly relu: string
  readonly input: string
  readonly inputText: (shape: Shape) => string
  readonly inputLabel: (shape: Shape) => string
  readonly kernelText: (state: State) => string
  readonly kernelLabel: (state: State) => string
  readonly multiply: string
  readonly products: string
  readonly productsText: (shape: Shape) => string
  readonly productsLabel: (kernelSize: number) => string
  readonly add: (divisor: number) => string
  readonly output: string
  readonly outputText: (shape: Shape) => string
  readonly outputLabel: (height: number, width: number) => string
  readonly cell: (name: string, row: number, column: number) => string
  readonly work: string
  readonly paddedTerms: (count: number) => string
  readonly edit: string
  readonly editNote: string
  readonly map: (name: string, size: number) => string
  readonly divisor: string
  readonly same: string
  readonly tensorflow: string
  readonly torchHabit: (padding: number) => string
  readonly schemeHead: string
  readonly inputOf: (size: number) => string
  readonly scheme: (scheme: Scheme) => string
  readonly sameLabel: (here: Comparison) => string
  readonly sameNote: (here: Comparison, large: Comparison) => string
  readonly pictureText: (size: number) => string
  readonly pictureLabel: (size: number) => string
  readonly credit: string
  readonly ownCredit: string
  readonly responseText: (preset: Preset, size: Size, relu: boolean) => string
  readonly responseLabel: (preset: Preset, size: Size, least: number, most: number) => string
  readonly ownTitle: string
  readonly choosePicture: string
  readonly backToPhoto: string
  readonly privacy: (size: number) => string
  readonly notAPicture: string
  readonly sizeNote: (state: State, shape: Shape) => string
  readonly heightNote: string
  readonly widthNote: string
  readonly torchNote: string
  readonly summary: (state: State) => string
  readonly description: (state: State, shape: Shape) => string
  readonly problem: (trouble: Trouble, shown: State) => string
}

export const by = (height: number, width: number): string => `${height}×${width}`
export const square = (size: number): string => by(size, size)
export const even = ({ rows, columns }: Shape): boolean =>
  [...rows.padding, ...columns.padding].every((cells) => cells === rows.padding[0])
export const value = ({ sum, kernel }: Shape): string => show(sum / kernel.divisor)

/** The parameters in symbols; a padding that is not one number is named. */
export const given = (s: State): string[] => [
  ...(s.mode === 'picture' ? [] : [`i ${s.inputSize}`]),
  `k ${s.kernelSize}`,
  `s ${s.stride}`,
  `p ${paddingIn[s.paddingMode](s)}`,
  `d ${s.dilation}`,
]
const paddingIn: Readonly<Record<State['paddingMode'], (state: State) => string>> = {
  equal: (s) => `${s.padding}`,
  sides: (s) => `(${s.paddingTop}, ${s.paddingBottom}, ${s.paddingLeft}, ${s.paddingRight})`,
  same: () => "'same'",
  tensorflow: () => 'SAME',
}
