import { requireInteger, requireListLength } from './checks.ts'
import type { Layer } from './layers.ts'
import { refuse, show } from './problem.ts'
import { type ResolvedLayer, resolveLayer } from './resolve-layer.ts'

/** The channels of a chain's input that each of its output channels depends on, ascending. */
export type ChannelsSeen = readonly (readonly number[])[]

/**
 * Which input channels reach each output channel of a chain of layers: all of them through an ordinary convolution, those
 * of the same group through a grouped one, the own one through depthwise convolution, pooling and activation. Channel n
 * of a shuffle with g groups of C / g channels is channel (n mod g) · C / g + floor(n / g) of its input.
 *
 * @param layers from the input to the output; none = each channel sees itself
 * @param inChannels channels of the input, ≥ 1
 * @returns one list per output channel
 * @throws {RangeError} when a layer is unsound, does not fit the channels, joins branches or is a flatten
 * @see Zhang et al. 2017, arXiv:1707.01083
 *
 * @example channelsSeen([{ type: 'conv', outChannels: 2, kernelSize: 3, groups: 2 }], 4) // [[0, 1], [2, 3]]
 * @example channelsSeen([{ type: 'shuffleChannels', groups: 2 }], 4) // [[0], [2], [1], [3]]
 */
export function channelsSeen(layers: readonly Layer[], inChannels: number): ChannelsSeen {
  const fn = 'channelsSeen'
  if (!Array.isArray(layers)) refuse(fn, `layers must be a list, got ${show(layers)}`)
  const channels = requireInteger(fn, 'inChannels', inChannels, 1)
  requireListLength(fn, 'inChannels', channels)
  let seen: ChannelsSeen = Array.from({ length: channels }, (_, channel) => [channel])
  for (const [at, layer] of Array.from(layers as readonly unknown[]).entries()) {
    const place = `${fn}: layer ${at}`
    seen = throughAll(readsOf(place, resolveLayer(place, layer), seen.length, channels), seen)
  }
  return seen
}

/** The channels of the layer's own input that each of its outputs reads: the first of them and how many. */
function readsOf(
  fn: string,
  layer: ResolvedLayer,
  channels: number,
  inChannels: number,
): readonly (readonly [first: number, count: number])[] {
  const each = (length: number, reads: (channel: number) => readonly [number, number]) => {
    requireListLength(fn, 'channels', length * inChannels)
    return Array.from({ length }, (_, channel) => reads(channel))
  }
  switch (layer.type) {
    case 'conv':
    case 'transposedConv': {
      const perGroup = divided(fn, channels, layer.groups)
      const outputs = layer.outChannels / layer.groups
      return each(layer.outChannels, (channel) => [Math.floor(channel / outputs) * perGroup, perGroup])
    }
    case 'linear':
      return each(layer.outFeatures, () => [0, channels])
    case 'sliceChannels':
      requireInteger(fn, 'to', layer.to, layer.from + 1, channels)
      return each(layer.to - layer.from, (channel) => [layer.from + channel, 1])
    case 'shuffleChannels': {
      const { groups } = layer
      const perGroup = divided(fn, channels, groups)
      return each(channels, (channel) => [(channel % groups) * perGroup + Math.floor(channel / groups), 1])
    }
    case 'add':
    case 'multiply':
    case 'concat':
    case 'flatten':
      return refuse(fn, `layer type must keep to one chain of channels, got ${show(layer.type)}`)
    default:
      return each(channels, (channel) => [channel, 1])
  }
}

function divided(fn: string, channels: number, groups: number): number {
  if (channels % groups !== 0) refuse(fn, `groups must divide the input's ${channels} channels, got ${groups}`)
  return channels / groups
}

/** The union of what the channels read have seen; outputs that read the same channels share one list. */
function throughAll(reads: readonly (readonly [number, number])[], seen: ChannelsSeen): ChannelsSeen {
  const known = new Map<string, readonly number[]>()
  return reads.map(([first, count]) => {
    if (count === 1) return seen[first]
    const key = `${first} ${count}`
    const union = known.get(key) ?? [...new Set(seen.slice(first, first + count).flat())].sort((a, b) => a - b)
    known.set(key, union)
    return union
  })
}
