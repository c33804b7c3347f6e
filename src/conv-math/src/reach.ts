import type { Axis } from './axis.ts'

/**
 * What the results along one axis read: result n reads source cell n·step + offsets[t] with kernel cell taps[t], zero
 * outside 0 … sourceSize − 1, and is written at writeStart + n·writeStep. Both directions of a convolution are of
 * this form, so that one kernel computes them.
 */
export interface Reach {
  readonly count: number
  readonly sourceSize: number
  readonly step: number
  readonly taps: readonly number[]
  readonly offsets: readonly number[]
  readonly writeStart: number
  readonly writeStep: number
}

/** Windows reading the input: output u reads u·s − p + j·d. */
export function forwardReach(axis: Axis): Reach {
  const taps = Array.from({ length: axis.kernelSize }, (_, tap) => tap)
  return {
    count: axis.outputSize,
    sourceSize: axis.inputSize,
    step: axis.stride,
    taps,
    offsets: taps.map((tap) => tap * axis.dilation - axis.start),
    writeStart: 0,
    writeStep: 1,
  }
}

/**
 * The transpose, by phases: the inputs y ≡ phase (mod s) are all reached by the same taps, those with
 * y + p − j·d divisible by s, from outputs that stand side by side. No product with an inserted zero is ever formed.
 */
export function backwardReaches(axis: Axis): readonly Reach[] {
  const phases = Math.min(axis.stride, axis.inputSize)
  return Array.from({ length: phases }, (_, phase) => {
    const taps: number[] = []
    const offsets: number[] = []
    for (let tap = 0; tap < axis.kernelSize; tap++) {
      const offset = (phase + axis.start - tap * axis.dilation) / axis.stride
      if (!Number.isInteger(offset)) continue
      taps.push(tap)
      offsets.push(offset)
    }
    return {
      count: Math.ceil((axis.inputSize - phase) / axis.stride),
      sourceSize: axis.outputSize,
      step: 1,
      taps,
      offsets,
      writeStart: phase,
      writeStep: axis.stride,
    }
  })
}
