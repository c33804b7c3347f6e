import { channelsSeen, conv2d, type Layer, tensor } from 'conv-math'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from './random-cases.ts'

const conv = (outChannels: number, groups: number): Layer => ({ type: 'conv', outChannels, kernelSize: 1, groups })

describe('cases', () => {
  test('two grouped layers in a row see no more than one', () => {
    const one = channelsSeen([conv(4, 2)], 4)
    expect(one).toEqual([
      [0, 1],
      [0, 1],
      [2, 3],
      [2, 3],
    ])
    expect(channelsSeen([conv(4, 2), conv(4, 2)], 4)).toEqual(one)
  })

  test('a shuffle or a 1×1 between them lets every output see every input', () => {
    const all = Array.from({ length: 4 }, () => [0, 1, 2, 3])
    expect(channelsSeen([conv(4, 2), { type: 'shuffleChannels', groups: 2 }, conv(4, 2)], 4)).toEqual(all)
    expect(channelsSeen([conv(4, 4), conv(4, 1)], 4)).toEqual(all)
  })

  test('pooling, normalisation and activation keep to their channel, a slice to its part', () => {
    const plain: readonly Layer[] = [
      { type: 'maxPool', kernelSize: 2 },
      { type: 'batchNorm' },
      { type: 'activation' },
      { type: 'resize', scale: 2, mode: 'nearest' },
      { type: 'globalAveragePool' },
    ]
    expect(channelsSeen(plain, 3)).toEqual([[0], [1], [2]])
    expect(channelsSeen([{ type: 'sliceChannels', from: 1, to: 3 }], 4)).toEqual([[1], [2]])
    expect(channelsSeen([], 2)).toEqual([[0], [1]])
    expect(channelsSeen([{ type: 'linear', outFeatures: 1 }], 3)).toEqual([[0, 1, 2]])
  })
})

test('a channel is seen exactly when a change of it is felt', () => {
  const step = fc.record({
    groups: fc.constantFrom(1, 2, 3, 6),
    outputs: fc.integer({ min: 1, max: 2 }),
    shuffle: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 3 }), (steps) => {
      const inChannels = 6
      const layers: Layer[] = []
      let felt = Array.from({ length: inChannels }, (_, one) =>
        tensor(
          [1, inChannels, 1, 1],
          Array.from({ length: inChannels }, (_, at) => (at === one ? 1 : 0)),
        ),
      )
      for (const { groups, outputs, shuffle } of steps) {
        const channels = felt[0].shape[1]
        if (shuffle) {
          layers.push({ type: 'shuffleChannels', groups })
          felt = felt.map(({ shape, data }) => tensor(shape, shuffled([...data], groups)))
        } else {
          layers.push(conv(outputs * 6, groups))
          const weight = tensor([outputs * 6, channels / groups, 1, 1])
          weight.data.fill(1)
          felt = felt.map((map) => conv2d(map, weight, { groups }))
        }
      }
      const expected = Array.from(felt[0].data, (_, out) =>
        felt.flatMap((map, channel) => (map.data[out] > 0 ? [channel] : [])),
      )
      expect(channelsSeen(layers, inChannels)).toEqual(expected)
    }),
    RUNS,
  )
})

/** Channels as a matrix of `groups` rows, read by columns. */
function shuffled(channels: readonly number[], groups: number): number[] {
  const perGroup = channels.length / groups
  const rows = Array.from({ length: groups }, (_, row) => channels.slice(row * perGroup, (row + 1) * perGroup))
  return rows[0].flatMap((_, at) => rows.map((row) => row[at]))
}

test.each([
  [[conv(4, 3)], 6, 'channelsSeen: layer 0: groups must divide outChannels 4, got 3'],
  [[conv(6, 3)], 4, "channelsSeen: layer 0: groups must divide the input's 4 channels, got 3"],
  [[conv(4, 1), { type: 'add' }], 4, 'channelsSeen: layer 1: layer type must keep to one chain of channels, got "add"'],
  [[], 0, 'channelsSeen: inChannels must be an integer ≥ 1, got 0'],
  [[conv(2 ** 20, 1)], 2, 'channelsSeen: layer 0: channels must give a list of at most 1048576, got 2097152'],
] as const)('refuses %#', (layers, inChannels, message) => {
  expect(() => channelsSeen(layers as readonly Layer[], inChannels)).toThrow(new RangeError(message))
})
