import {
  bilinearNeighbours,
  conv2d,
  deformableConv2d,
  deformableTaps,
  gridOffsets,
  type Offset,
  type Tensor,
  tensor,
} from 'conv-math'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convCase, fractions, integers, RUNS } from './random-cases.ts'

const place = fc.double({ min: -3, max: 8, noNaN: true })

describe('bilinearNeighbours', () => {
  test('a point a quarter below row 0 and half way between the columns', () => {
    expect(bilinearNeighbours([0.25, 0.5], [2, 2])).toEqual([
      { cell: [0, 0], weight: 0.375, inside: true },
      { cell: [0, 1], weight: 0.375, inside: true },
      { cell: [1, 0], weight: 0.125, inside: true },
      { cell: [1, 1], weight: 0.125, inside: true },
    ])
  })

  test('a point on a pixel has it alone', () => {
    expect(bilinearNeighbours([1, 1], [2, 2]).map(({ weight }) => weight)).toEqual([1, 0, 0, 0])
    expect(bilinearNeighbours([1, 1], [2, 2]).map(({ inside }) => inside)).toEqual([true, false, false, false])
  })

  test('the weights sum to 1, and their centre of mass is the point', () => {
    fc.assert(
      fc.property(place, place, (row, column) => {
        const around = bilinearNeighbours([row, column], [5, 5])
        const sum = (of: (at: number) => number): number => around.reduce((total, _, at) => total + of(at), 0)
        expect(sum((at) => around[at].weight)).toBeCloseTo(1, 12)
        expect(sum((at) => around[at].weight * around[at].cell[0])).toBeCloseTo(row, 12)
        expect(sum((at) => around[at].weight * around[at].cell[1])).toBeCloseTo(column, 12)
        expect(around.every(({ weight }) => weight >= 0)).toBe(true)
      }),
      RUNS,
    )
  })
})

/** The same offsets, and masks, at every position of the output. */
const everywhere = (numbers: readonly number[], batch: number, [, , height, width]: readonly number[]): Tensor =>
  tensor(
    [batch, numbers.length, height, width],
    Array.from({ length: batch }).flatMap(() =>
      numbers.flatMap((each) => Array.from({ length: height * width }, () => each)),
    ),
  )

describe('deformableConv2d', () => {
  test('zero offsets give conv2d, with any stride, padding, dilation, groups and bias', () => {
    fc.assert(
      fc.property(convCase, fc.boolean(), ({ input, weight, bias, options }, masked) => {
        const plain = conv2d(input, weight, { ...options, bias })
        const taps = weight.shape[2] * weight.shape[3]
        const batch = input.shape[0]
        const zero = everywhere(new Array(2 * taps).fill(0), batch, plain.shape)
        const mask = masked ? { mask: everywhere(new Array(taps).fill(1), batch, plain.shape) } : {}
        expect(deformableConv2d(input, weight, zero, { ...options, bias, ...mask })).toEqual(plain)
      }),
      RUNS,
    )
  })

  test('the offsets of a grid stretched d times give dilation d', () => {
    const size = fc.integer({ min: 1, max: 4 })
    fc.assert(
      fc.property(size, size, size, fc.nat(), (kernelSize, dilation, more, seed) => {
        const span = dilation * (kernelSize - 1) + 1
        const input = integers([1, 2, span + more, span + more], seed)
        const weight = integers([3, 2, kernelSize, kernelSize], seed + 1)
        const wide = conv2d(input, weight, { dilation })
        const offsets = gridOffsets(kernelSize, [
          [dilation, 0],
          [0, dilation],
        ])
        // the dense kernel's windows start further in by what the wide one reaches out
        const reach = ((dilation - 1) * (kernelSize - 1)) / 2
        const moved = offsets.flatMap(([row, column]) => [row + reach, column + reach])
        const all = conv2d(input, weight)
        const deformed = deformableConv2d(input, weight, everywhere(moved, 1, all.shape))
        const [, , rows, columns] = wide.shape
        for (let o = 0; o < 3; o++)
          for (let row = 0; row < rows; row++)
            for (let column = 0; column < columns; column++) {
              const at = (o * all.shape[2] + row) * all.shape[3] + column
              expect(deformed.data[at]).toBe(wide.data[(o * rows + row) * columns + column])
            }
      }),
      RUNS,
    )
  })

  test('is the sum over its taps, between pixels, beyond the map and with masks', () => {
    const number = fc.integer({ min: -20, max: 20 }).map((n) => n / 8)
    const offsets = fc.array(fc.tuple(number, number), { minLength: 6, maxLength: 6 })
    const masks = fc.array(
      fc.integer({ min: 0, max: 4 }).map((n) => n / 4),
      { minLength: 6, maxLength: 6 },
    )
    fc.assert(
      fc.property(offsets, masks, fc.nat(), (given, factors, seed) => {
        const input = integers([1, 1, 4, 5], seed)
        const weight = integers([1, 1, 2, 3], seed + 1)
        const options = { stride: [2, 1], padding: 1 } as const
        const shape = conv2d(input, weight, options).shape
        const output = deformableConv2d(input, weight, everywhere(given.flat(), 1, shape), {
          ...options,
          mask: everywhere(factors, 1, shape),
        })
        for (let at = 0; at < output.data.length; at++) {
          const unit = [Math.floor(at / shape[3]), at % shape[3]] as const
          const taps = deformableTaps(unit, [4, 5], { kernelSize: [2, 3], ...options, offsets: given })
          const sum = taps.reduce((total, { neighbours }, tap) => {
            const value = neighbours
              .filter(({ inside }) => inside)
              .reduce((read, { cell, weight: share }) => read + share * input.data[cell[0] * 5 + cell[1]], 0)
            return total + factors[tap] * weight.data[tap] * value
          }, 0)
          expect(output.data[at]).toBeCloseTo(sum, 4)
        }
      }),
      RUNS,
    )
  })

  test('offset groups move their own channels', () => {
    const input = integers([1, 4, 3, 3], 1)
    const weight = tensor([4, 1, 1, 1], [1, 1, 1, 1])
    const offset = everywhere([0, 1, 1, 0], 1, [1, 4, 3, 3])
    const output = deformableConv2d(input, weight, offset, { groups: 4 })
    expect(output.data[0]).toBe(input.data[1])
    expect(output.data[2 * 9]).toBe(input.data[2 * 9 + 3])
    expect([output.data[2], output.data[2 * 9 + 6]]).toEqual([0, 0])
  })

  test('the gradient of an offset is the slope between two pixels', () => {
    const input = tensor([1, 1, 1, 2], [2, 6])
    const read = (along: number): number =>
      deformableConv2d(input, tensor([1, 1, 1, 1], [1]), tensor([1, 2, 1, 2], [0, 0, along, 0])).data[0]
    expect((read(0.5) - read(0.25)) / 0.25).toBe(4)
  })

  test('does not change its arguments', () => {
    const [input, weight, offset] = [
      fractions([1, 1, 3, 3], 1),
      fractions([1, 1, 3, 3], 2),
      fractions([1, 18, 1, 1], 3),
    ]
    const before = [input, weight, offset].map(({ data }) => [...data])
    deformableConv2d(input, weight, offset)
    expect([input, weight, offset].map(({ data }) => [...data])).toEqual(before)
  })
})

describe('gridOffsets', () => {
  test('a quarter turn takes every tap to the place of another', () => {
    const turned = gridOffsets(3, [
      [0, 1],
      [-1, 0],
    ])
    const places = turned.map(([row, column], at) => [Math.floor(at / 3) - 1 + row, (at % 3) - 1 + column].join())
    expect(new Set(places).size).toBe(9)
    expect(places[0]).toBe('-1,1')
  })

  test('the unit matrix moves nothing', () => {
    const still = gridOffsets(5, [
      [1, 0],
      [0, 1],
    ])
    expect(still).toEqual(Array.from({ length: 25 }, (): Offset => [0, 0]))
  })
})

// biome-ignore lint/suspicious/noExplicitAny: the point is to pass what the types forbid
type Anything = any
const one = tensor([1, 1, 3, 3])
test.each([
  [
    () => bilinearNeighbours([0, Number.NaN], [2, 2]),
    'bilinearNeighbours: point must be a pair of finite numbers [row, column], got [0, NaN]',
  ],
  [() => bilinearNeighbours([0, 0], [0, 2]), 'bilinearNeighbours: inputSize must be an integer ≥ 1, got 0'],
  [
    () => deformableTaps([0, 0], [3, 3], { kernelSize: 3, offsets: [[0, 0]] }),
    'deformableTaps: offsets must be a list of 9 pairs, one per tap, got [[0, 0]]',
  ],
  [
    () => deformableTaps([0, 0], [3, 3], { kernelSize: 1, offsets: [[0, 'x']] as Anything }),
    'deformableTaps: offset must be a pair of finite numbers [row, column], got [0, "x"]',
  ],
  [() => gridOffsets(3, [[1, 0]] as Anything), 'gridOffsets: matrix must be two pairs [[a, b], [c, d]], got [[1, 0]]'],
  [
    () =>
      gridOffsets(0, [
        [1, 0],
        [0, 1],
      ]),
    'gridOffsets: kernelSize must be an integer ≥ 1, got 0',
  ],
  [
    () => deformableConv2d(one, one, tensor([1, 17, 1, 1])),
    'deformableConv2d: offset must have shape [1, 18 per offset group, 1, 1], as many groups as divide 1 channels, got [1, 17, 1, 1]',
  ],
  [
    () => deformableConv2d(one, one, tensor([1, 18, 1, 1]), { mask: tensor([1, 8, 1, 1]) }),
    'deformableConv2d: mask must have shape [1, 9, 1, 1], one factor per tap and position, got [1, 8, 1, 1]',
  ],
  [
    () => deformableConv2d(one, tensor([1, 2, 3, 3]), tensor([1, 18, 1, 1])),
    'deformableConv2d: weight must have shape [1, 1, 3, 3] for input [1, 1, 3, 3] and groups 1, got [1, 2, 3, 3]',
  ],
] as const)('refuses %#', (call, message) => {
  expect(call).toThrow(new RangeError(message))
})
