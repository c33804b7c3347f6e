import { requireBoolean, requireInteger, requireOptions } from './checks.ts'

/** A k×k convolution that is to be replaced by one on fewer channels. */
export interface BreakEvenOptions {
  readonly inChannels: number
  readonly outChannels: number
  readonly kernelSize: number
  /** Whether a second 1×1 raises the channels again: false is C_in → m → C_out, true C_in → m → m → C_out. */
  readonly expand?: boolean
}

/**
 * The middle width m at which a 1×1 reduction no longer saves: below it the reduced form has fewer weights than one k×k
 * convolution from C_in to C_out, and at stride 1 and equal size fewer multiply-accumulates; above it more. A real number.
 *
 * - reduced, then k×k to C_out: C_in·m + k²·m·C_out = k²·C_in·C_out, so m = k²·C_in·C_out / (C_in + k²·C_out)
 * - with expand, k×k from m to m between two 1×1: k²·m² + (C_in + C_out)·m = k²·C_in·C_out, its positive root
 *
 * @param options inChannels, outChannels, kernelSize ≥ 1; no bias is counted
 * @throws {RangeError} when a size is not an integer ≥ 1, or expand is not a boolean
 * @see Szegedy et al. 2014, arXiv:1409.4842; He et al. 2015, arXiv:1512.03385
 *
 * @example breakEvenWidth({ inChannels: 12, outChannels: 4, kernelSize: 3 }) // 9
 */
export function breakEvenWidth(options: BreakEvenOptions): number {
  const fn = 'breakEvenWidth'
  const given = requireOptions(fn, options)
  const inChannels = requireInteger(fn, 'inChannels', given.inChannels, 1)
  const outChannels = requireInteger(fn, 'outChannels', given.outChannels, 1)
  const area = requireInteger(fn, 'kernelSize', given.kernelSize, 1) ** 2
  const expand = requireBoolean(fn, 'expand', given.expand ?? false)
  const direct = area * inChannels * outChannels
  if (!expand) return direct / (inChannels + area * outChannels)
  const half = (inChannels + outChannels) / 2
  // The root in the form that does not subtract nearly equal numbers.
  return direct / (half + Math.sqrt(half ** 2 + area * direct))
}
