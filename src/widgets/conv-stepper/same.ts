import { checkConvAxis, convAxisReads, convAxisTaps, convOutputSize, effectiveKernelSize, samePadding } from 'conv-math'
import { range } from '#ui/scale.ts'
import type { State } from './model.ts'

/** One way of padding one axis. */
export interface Scheme {
  readonly padding: readonly [start: number, end: number]
  /** 0 when not one window fits. */
  readonly output: number
  /** The first cell of each window; negative in the padding. */
  readonly starts: readonly number[]
  /** Per cell of the padded axis, whether a window reads it. */
  readonly read: readonly boolean[]
}
export interface Comparison {
  readonly size: number
  readonly span: number
  /** ⌈i / s⌉: the size that "same" promises. */
  readonly promised: number
  readonly tensorflow: Scheme
  /** padding=p with p = ⌊d(k − 1) / 2⌋, the habit in PyTorch. */
  readonly torch: Scheme
  /** How many cells later TensorFlow's windows begin. */
  readonly shift: number
}

/** TensorFlow's SAME and PyTorch's usual padding on one axis. */
export function compareSame(size: number, state: Pick<State, 'kernelSize' | 'stride' | 'dilation'>): Comparison {
  const { kernelSize, stride, dilation } = state
  const given = { kernelSize, stride, dilation }
  const scheme = (padding: readonly [number, number]): Scheme => {
    const options = { ...given, padding }
    if (checkConvAxis(size, options)) return { padding, output: 0, starts: [], read: [] }
    const output = convOutputSize(size, options)
    return {
      padding,
      output,
      starts: range(output).map((unit) => convAxisTaps(unit, size, options)[0].input),
      read: convAxisReads(size, options).map((count) => count > 0),
    }
  }
  const [half] = samePadding(size, { kernelSize, dilation })
  const tensorflow = scheme(samePadding(size, given))
  return {
    size,
    span: effectiveKernelSize(kernelSize, dilation),
    promised: tensorflow.output,
    tensorflow,
    torch: scheme([half, half]),
    shift: half - tensorflow.padding[0],
  }
}
