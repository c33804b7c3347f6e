import { imageSize } from '#feature-net/architecture.ts'
import { type Forward, forward } from '#feature-net/forward.ts'
import { blockSide, blocksAcross, patchSide } from '#feature-net/sprite.ts'
import { stages } from '#feature-net/stages.ts'
import type { Weights } from '#feature-net/weights.ts'
import { batchOf } from './augment.ts'
import type { DataSet } from './data-set.ts'
import { encodePng, greys, transparent } from './png.ts'

/** Where a channel responds most strongly in one image. */
export interface Patch {
  readonly image: number
  readonly row: number
  readonly column: number
  readonly value: number
}
export interface TestRun {
  /** The class given to every image. */
  readonly predictions: readonly number[]
  /** By stage and channel: the strongest response of each of the images that excite it most, strongest first. */
  readonly patches: readonly (readonly (readonly Patch[])[])[]
}

const batchSize = 50
const patchCount = patchSide * patchSide

/** Puts all images through the network once. */
export function runTest(weights: Weights, data: DataSet): TestRun {
  const predictions: number[] = []
  const patches = stages.map(({ channels }) => Array.from({ length: channels }, (): Patch[] => []))
  for (let first = 0; first < data.count; first += batchSize) {
    const places = Array.from({ length: Math.min(batchSize, data.count - first) }, (_, i) => first + i)
    const answer = forward(weights, batchOf(data, places))
    for (const b of places.keys()) {
      predictions.push(strongest(answer.logits.data, b, answer.logits.shape[1]))
      for (const stage of stages.keys()) keepStrongest(patches[stage], answer, stage, b, first + b)
    }
  }
  return { predictions, patches }
}

function keepStrongest(kept: Patch[][], { stages: maps }: Forward, stage: number, b: number, image: number): void {
  const { data, shape } = maps[stage]
  const [, channels, height, width] = shape
  for (const [channel, best] of kept.entries()) {
    const plane = b * channels + channel
    const cell = strongest(data, plane, height * width)
    const value = data[plane * height * width + cell]
    if (value <= (best[patchCount - 1]?.value ?? 0)) continue
    best.push({ image, row: Math.floor(cell / width), column: cell % width, value })
    best.sort((a, c) => c.value - a.value || a.image - c.image)
    best.length = Math.min(best.length, patchCount)
  }
}

/** The place of the largest of the numbers from at · count on; the first, where several are equal. */
function strongest(data: Float32Array, at: number, count: number): number {
  let best = 0
  const from = at * count
  for (let i = 1; i < count; i++) if (data[from + i] > data[from + best]) best = i
  return best
}

/** A picture of all patches of a stage, each cut to the receptive field; what lies outside the image is transparent. */
export function spriteOf(stage: number, patches: readonly (readonly Patch[])[], { images }: DataSet): Uint8Array {
  const { channels, field, interval } = stages[stage]
  const block = blockSide(field)
  const across = blocksAcross(channels)
  const width = across * block
  const height = Math.ceil(channels / across) * block
  const pixels = new Uint8Array(width * height).fill(transparent)
  for (const [channel, list] of patches.entries()) {
    for (const [at, patch] of list.entries()) {
      const top = Math.floor(channel / across) * block + Math.floor(at / patchSide) * (field + 1)
      const left = (channel % across) * block + (at % patchSide) * (field + 1)
      const [fromRow] = interval(patch.row)
      const [fromColumn] = interval(patch.column)
      for (let r = 0; r < field; r++) {
        for (let c = 0; c < field; c++) {
          const [y, x] = [fromRow + r, fromColumn + c]
          if (y < 0 || y >= imageSize || x < 0 || x >= imageSize) continue
          const value = images[(patch.image * imageSize + y) * imageSize + x]
          pixels[(top + r) * width + left + c] = Math.round((value / 255) * (greys - 1))
        }
      }
    }
  }
  return encodePng(width, height, pixels)
}
