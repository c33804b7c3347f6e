import { show } from '#ui/scale.ts'
import type { Derived, Method, State } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
type Problem = Extract<Derived, { ok: false }>['problem']
export interface Messages {
  readonly transposed: string
  readonly transposedText: (state: State, method: Method) => string
  readonly resized: string
  readonly resizedText: (state: State) => string
  readonly legendStamp: string
  readonly legendOutput: (state: State) => string
  readonly legendReads: string
  readonly row: (which: string, method: Method) => string
  readonly map: (which: string, method: Method) => string
  readonly cell: (row: number, column: number, value: number) => string
  readonly names: Readonly<
    Record<'kernelSize' | 'stride' | 'padding' | 'inputSize' | 'resizeKernelSize' | 'seed' | 'weights', string>
  >
  readonly weightings: Readonly<Record<State['weights'], string>>
  readonly work: (row: number, column: number) => string
  readonly axes: readonly [row: string, column: string]
  readonly none: string
  readonly residues: string
  readonly head: readonly [string, string, string, string]
  readonly edit: string
  readonly weight: (at: number) => string
  readonly period: (stride: number) => string
  readonly periodNote: (whole: Whole) => string
  readonly cost: (whole: Whole) => string
  readonly torchNote: string
  readonly summary: (state: State) => string
  readonly description: (state: State, whole: Whole) => string
  readonly problem: (problem: Problem, shown: State) => string
}

export const square = (size: number): string => `${size}×${size}`
export const counts = ({ period }: Method): readonly number[] => period.map(({ count }) => count)
export const sums = ({ period }: Method): readonly string[] => period.map(({ sum }) => show(sum))
/** Counts of one period in the plane: each of them while they are few, in the order of its rows, else the least and the most. */
export function inPlane(
  method: Method,
  list: (counts: readonly number[]) => string,
  span: (a: number, b: number) => string,
): string {
  const all = counts(method).flatMap((a) => counts(method).map((b) => a * b))
  return all.length <= 4 ? list(all) : span(Math.min(...all), Math.max(...all))
}
