import { effectiveKernelSize } from 'conv-math'
import { show } from '#ui/scale.ts'
import { centreOf, type Shown } from './model.ts'
import type { Layer } from './presets.ts'

/** The sums of one layer with the reader's numbers, as text. */
export interface Step {
  readonly size: string
  readonly effectiveStride: string
  readonly fieldSize: string
  readonly start: string
  readonly centre: string
}

/** A line breaks between the terms of a sum, not inside one. */
const whole = (term: string): string => term.replaceAll(' ', '\u00a0')
const signed = (value: number): string => (value < 0 ? `− ${show(-value)}` : `+ ${show(value)}`)

/** The cells from the first to the last tap: (k − 1), or d × (k − 1). */
const reach = ({ kernelSize, dilation }: Layer): string =>
  dilation === 1 ? `(${kernelSize} − 1)` : `${dilation} × (${kernelSize} − 1)`

export function stepOf({ layers, levels }: Shown, at: number): Step {
  const layer = layers[at - 1]
  const { kernelSize: k, stride: s, padding: p, dilation: d } = layer
  const before = levels[at - 1]
  const jump = before.effectiveStride
  return {
    size: `⌊(${before.size} ${p ? `+ 2 × ${p} ` : ''}− ${effectiveKernelSize(k, d)}) / ${s}⌋ + 1`,
    effectiveStride: `${jump} × ${s}`,
    fieldSize: `${before.fieldSize} + ${reach(layer)} × ${jump}`,
    start: `${show(before.start)} − ${p} × ${jump}`,
    centre: `${show(before.centre)} + (${reach(layer)} / 2 ${signed(-p)}) × ${jump}`,
  }
}

/** The recursion written out from the input up: 1 + (3 − 1) × 1 + …. */
export function fieldSum({ stack, levels }: Shown): string {
  return ['1', ...stack.map((layer, at) => whole(`${reach(layer)} × ${levels[at].effectiveStride}`))].join(' + ')
}

export interface Place {
  readonly centre: string
  readonly half: string
  readonly ends: readonly [first: number, last: number]
}

/** Where the unit's centre lies and how far it sees to both sides. */
export function placeOf({ levels, layer, unit, columns }: Shown): Place {
  const { centre, effectiveStride, fieldSize } = levels[layer]
  const middle = show(centreOf(levels[layer], unit[1]))
  return {
    centre: whole(`${show(centre)} + ${unit[1]} × ${effectiveStride} = ${middle}`),
    half: whole(`(${fieldSize} − 1) / 2 = ${show((fieldSize - 1) / 2)}`),
    ends: columns[0].interval,
  }
}

/** The longest stack whose variance is written out. */
const longest = 8

/** The variance of the effective field as a sum over the layers; null where padding cuts the field and the sum is not it. */
export function varianceSum({ stack, levels, columns }: Shown): string | null {
  const cut = columns.some(({ first, counts, size }) => first < 0 || first + counts.length > size)
  if (cut || stack.length === 0 || stack.length > longest) return null
  return stack
    .map(({ kernelSize, dilation }, at) => {
      const jump = levels[at].effectiveStride
      return whole(`(${kernelSize}² − 1) / 12 × ${dilation === 1 ? jump : `(${dilation} × ${jump})`}²`)
    })
    .join(' + ')
}
