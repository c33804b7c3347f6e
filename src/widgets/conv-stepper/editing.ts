import { range } from '#ui/scale.ts'
import { kernelSide, perSide, type Shape, type State } from './model.ts'

type Typed = Pick<State, 'preset' | 'w' | 'divisor'>

/** The weight and the divisor to edit: what the reader typed, also while sizes that do not hold keep it from the picture. */
export const editedWeight = (typed: Typed, { kernel }: Shape, size: number, row: number, column: number): number =>
  typed.preset === 'custom' ? typed.w[row * kernelSide + column] : kernel.weights[row * size + column]
export const editedDivisor = (typed: Typed, { kernel }: Shape): number =>
  typed.preset === 'custom' ? typed.divisor : kernel.divisor

/** The patch that makes the kernel shown, of `size`, the reader's own, with one weight changed or none. */
export function ownKernel(
  typed: Typed,
  shape: Shape,
  size: number,
  change?: readonly [row: number, column: number, value: number],
) {
  const w = [...typed.w]
  range(size).forEach((row) => {
    range(size).forEach((column) => {
      w[row * kernelSide + column] = editedWeight(typed, shape, size, row, column)
    })
  })
  if (change) w[change[0] * kernelSide + change[1]] = change[2]
  return { preset: 'custom', w, divisor: editedDivisor(typed, shape) } as const
}

/** The patch that chooses a way of padding; four sides begin from what is padded now. */
export function choosePadding(paddingMode: State['paddingMode'], shape: Shape): Partial<State> {
  if (paddingMode !== 'sides') return { paddingMode }
  const [paddingTop, paddingBottom, paddingLeft, paddingRight] = [...shape.rows.padding, ...shape.columns.padding].map(
    (cells) => Math.min(cells, perSide.max),
  )
  return { paddingMode, paddingTop, paddingBottom, paddingLeft, paddingRight }
}
