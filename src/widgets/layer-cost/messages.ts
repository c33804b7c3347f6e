import type { Problem } from 'conv-math'
import { grouped, show } from '#ui/scale.ts'
import type { Account, Change, Derived, Memory, State } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
export type Line = readonly [name: string, sum: string, result: string]
export interface Messages {
  readonly preset: string
  readonly presets: Readonly<Record<State['preset'], string>>
  readonly names: Readonly<
    Record<'inChannels' | 'outChannels' | 'kernelSize' | 'inputSize' | 'stride' | 'dilation' | 'batch', string>
  >
  readonly dense: string
  readonly padding: string
  readonly paddings: Readonly<Record<State['padding'], string>>
  readonly depthwise: string
  readonly bias: string
  readonly dataType: string
  readonly dataTypes: Readonly<Record<State['dataType'], string>>
  readonly layer: string
  readonly layerText: string
  readonly solidLabel: (whole: Whole) => string
  readonly input: string
  readonly kernels: (whole: Whole) => string
  readonly output: string
  readonly accounts: Readonly<Record<Account, string>>
  readonly accountText: (account: Account, whole: Whole) => string
  readonly now: string
  readonly changes: Readonly<Record<Change, string>>
  readonly factor: (factor: number) => string
  readonly none: string
  readonly memory: string
  readonly memoryText: (whole: Whole, state: State) => string
  readonly parts: Readonly<Record<keyof Memory, string>>
  readonly work: string
  readonly lines: (whole: Whole, state: State) => readonly Line[]
  readonly workNote: (whole: Whole) => string
  readonly intensity: string
  readonly intensityText: (whole: Whole, state: State) => string
  readonly perByte: string
  readonly thisLayer: string
  readonly others: Readonly<Record<'pointwise' | 'depthwise', string>>
  readonly training: (whole: Whole) => string
  readonly summary: (whole: Whole) => string
  readonly description: (state: State, whole: Whole) => string
  readonly problem: (problem: Problem, shown: Whole) => string
}

export const square = (size: number): string => `${size}×${size}`
/** A factor that is a whole number or one over it reads as such. */
export function factorText(factor: number): string {
  const inverse = 1 / factor
  if (factor < 1 && Math.abs(inverse - Math.round(inverse)) < 1e-9) return `1/${Math.round(inverse)}`
  return show(factor)
}
const weightProduct = ({ shape, groups }: Whole): string =>
  `${shape.kernelSize}² × ${groups > 1 ? `${shape.inChannels}/${groups}` : shape.inChannels} × ${shape.outChannels}`
export const shapeText = ({ shape }: Whole): string =>
  `k ${shape.kernelSize}  ${shape.inChannels} → ${shape.outChannels}  ${square(shape.inputSize)}`

/** The three accounts as sums, the same in both languages but for their names. */
export function lines(names: readonly [string, string, string, string], whole: Whole, state: State): readonly Line[] {
  const { cost, shape, outputSize: o } = whole
  const images = state.batch > 1 ? `${state.batch} × ` : ''
  const macs = state.batch * cost.macCount
  return [
    [names[0], `${weightProduct(whole)}${shape.bias ? ` + ${shape.outChannels}` : ''}`, grouped(cost.parameterCount)],
    [names[1], `${images}${o} × ${o} × ${grouped(cost.weightCount)}`, grouped(macs)],
    [names[2], `2 × ${grouped(macs)}`, grouped(2 * macs)],
    [names[3], `${images}${o} × ${o} × ${shape.outChannels}`, grouped(state.batch * cost.outputCount)],
  ]
}
