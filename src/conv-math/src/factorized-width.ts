import { requireInteger, requireOptions } from './checks.ts'

/** A 3-D convolution of kernelDepth×kernelSize×kernelSize that is to be split into space and time. */
export interface FactorizedWidthOptions {
  readonly inChannels: number
  readonly outChannels: number
  readonly kernelSize: number
  /** Taps along time. */
  readonly kernelDepth: number
}

/**
 * The middle width M at which a 1×k×k convolution followed by a k_t×1×1 one has as many weights as the k_t×k×k one they
 * replace, rounded down: M = floor(k_t·k²·C_in·C_out / (k²·C_in + k_t·C_out)). 0 where even one channel has more.
 *
 * @param options all ≥ 1; no bias is counted
 * @throws {RangeError} when one of them is not an integer ≥ 1
 * @see Tran et al. 2017, arXiv:1711.11248, section 3.5
 *
 * @example factorizedWidth({ inChannels: 64, outChannels: 64, kernelSize: 3, kernelDepth: 3 }) // 144
 */
export function factorizedWidth(options: FactorizedWidthOptions): number {
  const fn = 'factorizedWidth'
  const given = requireOptions(fn, options)
  const inChannels = requireInteger(fn, 'inChannels', given.inChannels, 1)
  const outChannels = requireInteger(fn, 'outChannels', given.outChannels, 1)
  const area = requireInteger(fn, 'kernelSize', given.kernelSize, 1) ** 2
  const depth = requireInteger(fn, 'kernelDepth', given.kernelDepth, 1)
  return Math.floor((depth * area * inChannels * outChannels) / (area * inChannels + depth * outChannels))
}
