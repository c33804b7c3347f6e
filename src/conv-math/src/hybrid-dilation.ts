import { requireInteger } from './checks.ts'
import { refuse, show } from './problem.ts'

/** What the design rules of hybrid dilated convolution look at. */
export interface HybridDilation {
  /** The greatest common divisor of the rates: more than 1 leaves a grid of holes. */
  readonly commonFactor: number
  /** M_2, the largest distance between nonzero cells that the second layer has to bridge. */
  readonly distance: number
  /** commonFactor = 1 and distance ≤ kernelSize. A rule of design, not a proof: `fieldCoverage` counts. */
  readonly holds: boolean
}

/**
 * The rules of hybrid dilated convolution for a stack of layers with one kernel size: the rates share no factor, and
 * M_2 ≤ k, where M_n = r_n and M_i = max(M_{i+1} − 2r_i, 2r_i − M_{i+1}, r_i). For one layer M_1 = r_1 takes the place of M_2.
 *
 * @param dilations the rates from the first layer to the last, each ≥ 1, 1 = dense; at least one
 * @param kernelSize k, cells along one axis, ≥ 1
 * @throws {RangeError} when the list is empty, or a rate or the kernel size is not an integer ≥ 1
 * @see Wang et al. 2018, arXiv:1702.08502, section 3.2
 *
 * @example hybridDilation([1, 2, 5], 3) // { commonFactor: 1, distance: 2, holds: true }
 * @example hybridDilation([1, 2, 9], 3).distance // 5
 */
export function hybridDilation(dilations: readonly number[], kernelSize: number): HybridDilation {
  const fn = 'hybridDilation'
  if (!Array.isArray(dilations) || dilations.length === 0) {
    refuse(fn, `dilations must be a list of at least one rate, got ${show(dilations)}`)
  }
  const rates = Array.from(dilations as readonly number[], (rate) => requireInteger(fn, 'dilation', rate, 1))
  const size = requireInteger(fn, 'kernelSize', kernelSize, 1)
  let distance = rates[rates.length - 1]
  for (const rate of rates.slice(1, -1).reverse()) {
    distance = Math.max(distance - 2 * rate, 2 * rate - distance, rate)
  }
  const commonFactor = rates.reduce(greatestCommonDivisor)
  return { commonFactor, distance, holds: commonFactor === 1 && distance <= size }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
