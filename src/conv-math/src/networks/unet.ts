import { requireInteger, requireOptions } from '../checks.ts'
import { addConvActivation, conv, IMAGENET, maxPool, type Network, networkBuilder } from './network-builder.ts'

/** Which U-Net is meant. */
export interface UnetOptions {
  /** Halvings, ≥ 1; 4 by default. */
  readonly depth?: number
  /** Channels at full size, doubled at each halving; 16 by default, 64 in the paper. */
  readonly baseWidth?: number
  /** Classes; 2 by default. */
  readonly outChannels?: number
}

/**
 * U-Net with padding 1, so that sizes survive, and 2×2 transposed convolutions of stride 2: every unit's field depends on
 * its phase. Sizes must be multiples of 2^depth.
 *
 * @throws {RangeError} when an option is not an integer ≥ 1
 * @see Ronneberger, Fischer & Brox 2015, arXiv:1505.04597
 *
 * @example receptiveField(networks.unet().graph).height.period // 16
 */
export function unet(options: UnetOptions = {}): Network {
  const fn = 'unet'
  const given = requireOptions(fn, options) as UnetOptions
  const depth = requireInteger(fn, 'depth', given.depth ?? 4, 1)
  const baseWidth = requireInteger(fn, 'baseWidth', given.baseWidth ?? 16, 1)
  const outChannels = requireInteger(fn, 'outChannels', given.outChannels ?? 2, 1)
  const net = networkBuilder()
  const addPair = (id: string, width: number) => {
    addConvActivation(net, `${id}.0`, conv(width, 3, { padding: 1 }))
    const result = addConvActivation(net, `${id}.2`, conv(width, 3, { padding: 1 }))
    net.mark(id)
    return result
  }
  const skips: string[] = []
  for (let level = 1; level <= depth; level += 1) {
    skips.push(addPair(`enc${level}`, baseWidth * 2 ** (level - 1)))
    net.add(`pool${level}`, maxPool(2, 2))
  }
  addPair('mid', baseWidth * 2 ** depth)
  for (let level = depth; level >= 1; level -= 1) {
    const width = baseWidth * 2 ** (level - 1)
    const up = net.add(`up${level}`, { type: 'transposedConv', outChannels: width, kernelSize: 2, stride: 2 })
    net.add(`join${level}`, { type: 'concat' }, up, skips[level - 1])
    addPair(`dec${level}`, width)
  }
  net.add('out', conv(outChannels, 1))
  net.mark('out')
  return net.finish(IMAGENET)
}
