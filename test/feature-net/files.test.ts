import { inflateSync } from 'node:zlib'
import { tensor } from 'conv-math'
import { describe, expect, it } from 'vitest'
import { convs } from '#feature-net/architecture.ts'
import { orientationOf } from '#feature-net/orientation.ts'
import { packedLength, packWeights, unpackWeights } from '#feature-net/packed-weights.ts'
import { random } from '#feature-net/random.ts'
import { blockSide, blocksAcross } from '#feature-net/sprite.ts'
import { stages } from '#feature-net/stages.ts'
import { spriteOf } from '#feature-net/training/patches.ts'
import { encodePng } from '#feature-net/training/png.ts'
import { untrainedWeights } from '#feature-net/weights.ts'
import { sample, shippedPatches } from './shipped.ts'

describe('packWeights', () => {
  it('keeps biases and comes within half a step of every weight', () => {
    const weights = untrainedWeights()
    const bytes = packWeights(weights)
    expect(bytes.length).toBe(packedLength)
    for (const [layer, { weight, bias }] of unpackWeights(bytes).entries()) {
      expect(bias.data).toEqual(weights[layer].bias.data)
      const perChannel = weight.data.length / bias.data.length
      for (let channel = 0; channel < bias.data.length; channel++) {
        const given = weights[layer].weight.data.subarray(channel * perChannel, (channel + 1) * perChannel)
        const step = Math.max(...given.map(Math.abs)) / 127
        const gaps = given.map((value, at) => Math.abs(value - weight.data[channel * perChannel + at]))
        expect(Math.max(...gaps)).toBeLessThanOrEqual(step * 0.501)
      }
    }
  })
  it('packs a channel of zeros', () => {
    const zero = untrainedWeights().map(({ weight, bias }) => ({ weight: tensor(weight.shape), bias }))
    expect(unpackWeights(packWeights(zero))[0].weight.data.every((value) => value === 0)).toBe(true)
  })
  it('is refused by unpackWeights when a byte is missing', () => {
    expect(() => unpackWeights(new Uint8Array(packedLength - 1))).toThrow(
      `unpackWeights: bytes must be ${packedLength}, got ${packedLength - 1}`,
    )
  })
})

describe('random', () => {
  it('repeats itself for a seed, and differs for another', () => {
    const take = (...seed: number[]): number[] => Array.from({ length: 5 }, random(...seed).next)
    expect(take(1, 2)).toEqual(take(1, 2))
    expect(take(1, 2)).not.toEqual(take(2, 1))
  })
  it('is uniform, and normal, as far as its means tell', () => {
    const source = random(9)
    const uniform = Array.from({ length: 20_000 }, () => source.next())
    const normal = Array.from({ length: 20_000 }, () => source.normal())
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean(uniform)).toBeCloseTo(0.5, 1.7)
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...uniform)).toBeLessThan(1)
    expect(mean(normal)).toBeCloseTo(0, 1.5)
    expect(mean(normal.map((value) => value * value))).toBeCloseTo(1, 1.2)
    expect(new Set(Array.from({ length: 300 }, () => source.below(3)))).toEqual(new Set([0, 1, 2]))
  })
})

describe('orientationOf', () => {
  const of = (value: (row: number, column: number) => number) =>
    orientationOf(
      tensor(
        [1, 1, 5, 5],
        Array.from({ length: 25 }, (_, at) => value(Math.floor(at / 5) - 2, (at % 5) - 2)),
      ),
      0,
    )

  it('takes upright, level and slanted steps and bars for edges, and tells their direction', () => {
    const upright = of((_, column) => Math.sign(column))
    expect([upright.isEdge, upright.angle, upright.coherence]).toEqual([true, 0, 1])
    expect(of((row) => Math.sign(row))).toMatchObject({ isEdge: true, angle: 90 })
    expect(of((row, column) => row + column).angle).toBeCloseTo(45)
    expect(of((_, column) => (column === 0 ? 1 : -0.25)).isEdge).toBe(true)
  })
  it('takes blurs, spots, boards and nothing for no edges', () => {
    expect(of(() => 1)).toMatchObject({ isEdge: false, blur: 1 })
    expect(of((row, column) => Math.exp(-(row * row + column * column) / 4)).isEdge).toBe(false)
    expect(of((row, column) => (row === 0 && column === 0 ? 8 : -1 / 3)).isEdge).toBe(false)
    expect(of((row, column) => ((row + column) % 2 === 0 ? 1 : -1)).isEdge).toBe(false)
    expect(of(() => 0)).toMatchObject({ isEdge: false, blur: 0, coherence: 0 })
  })
})

/** The palette indices of a PNG of ours. */
function decoded(png: Uint8Array): { width: number; height: number; pixels: number[] } {
  const view = Buffer.from(png)
  const [width, height] = [view.readUInt32BE(16), view.readUInt32BE(20)]
  const at = view.indexOf('IDAT')
  const rows = inflateSync(view.subarray(at + 4, at + 4 + view.readUInt32BE(at - 4)))
  const stride = Math.ceil(width / 2) + 1
  const pixels = Array.from({ length: width * height }, (_, i) => {
    const [row, column] = [Math.floor(i / width), i % width]
    const byte = rows[row * stride + 1 + (column >> 1)]
    return column % 2 === 0 ? byte >> 4 : byte & 15
  })
  return { width, height, pixels }
}

describe('encodePng', () => {
  it('writes every pixel, in odd widths too', () => {
    const pixels = Uint8Array.from([0, 7, 14, 15, 1, 2])
    expect(decoded(encodePng(3, 2, pixels))).toEqual({ width: 3, height: 2, pixels: [...pixels] })
  })
})

describe('spriteOf', () => {
  it('cuts patches to the receptive field and leaves padding transparent', () => {
    for (const stage of stages.keys()) {
      const { channels, field, interval } = stages[stage]
      const lists = shippedPatches[stage].map((list) =>
        list
          .filter(([image]) => image < sample.count)
          .map(([image, , row, column, value]) => ({ image, row, column, value })),
      )
      const { width, pixels } = decoded(spriteOf(stage, lists, sample))
      expect(width).toBe(blocksAcross(channels) * blockSide(field))
      const channel = lists.findIndex((list) => list.length > 0)
      const [{ image, row, column }] = lists[channel]
      const top = Math.floor(channel / blocksAcross(channels)) * blockSide(field)
      const left = (channel % blocksAcross(channels)) * blockSide(field)
      for (let at = 0; at < field * field; at++) {
        const [r, c] = [Math.floor(at / field), at % field]
        const [y, x] = [interval(row)[0] + r, interval(column)[0] + c]
        const inside = y >= 0 && y < 28 && x >= 0 && x < 28
        const grey = inside ? Math.round((sample.images[image * 784 + y * 28 + x] / 255) * 14) : 15
        expect(pixels[(top + r) * width + left + c]).toBe(grey)
      }
    }
    expect(convs[0].kernelSize).toBe(stages[0].field)
  })
})
