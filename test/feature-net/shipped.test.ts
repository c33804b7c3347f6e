import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerOf } from '#feature-net/answer.ts'
import { runTest } from '#feature-net/training/patches.ts'
import { settings } from '#feature-net/training/settings.ts'
import { untrainedWeights } from '#feature-net/weights.ts'
import { result, sample, shippedFile, shippedPatches, shippedWeights } from './shipped.ts'

const cells = 28 * 28
const pixelsOf = (images: Uint8Array, at: number): Float32Array =>
  Float32Array.from(images.subarray(at * cells, (at + 1) * cells), (value) => value / 255)
const share = (predictions: readonly number[]): number =>
  predictions.filter((label, at) => label === sample.labels[at]).length / sample.count

describe('the shipped weights', () => {
  const run = runTest(shippedWeights, sample)

  it('are as accurate on the committed sample as the result says, and well above 91%', () => {
    expect(sample.count).toBeGreaterThanOrEqual(500)
    expect(share(run.predictions)).toBe(result.sampleAccuracy)
    expect(share(run.predictions)).toBeGreaterThan(0.91)
  })
  it('are what training made of weights that know nothing', () => {
    expect(share(runTest(untrainedWeights(), sample).predictions)).toBeLessThan(0.3)
  })
  it('and the images for the page take less than 64 kB each on the wire', () => {
    expect(shippedFile('weights.bin').length).toBeLessThanOrEqual(64_000)
    expect(shippedFile('images.bin').length).toBe(24 * cells)
  })
  it('excite their channels in the sample as strongly as the list of patches says, and nothing there does more', () => {
    for (const [stage, channels] of shippedPatches.entries()) {
      for (const [channel, list] of channels.entries()) {
        const found = new Map(run.patches[stage][channel].map((patch) => [patch.image, patch]))
        for (const [image, label, row, column, value] of list) {
          if (image >= sample.count) continue
          expect(sample.labels[image]).toBe(label)
          expect(found.get(image), `stage ${stage}, channel ${channel}, image ${image}`).toMatchObject({ row, column })
          expect(found.get(image)?.value).toBeCloseTo(value, 2)
        }
        const weakest = list[list.length - 1]?.[4] ?? 0
        const listed = new Set(list.map(([image]) => image))
        for (const patch of run.patches[stage][channel]) {
          if (!listed.has(patch.image)) expect(patch.value).toBeLessThanOrEqual(weakest * 1.001)
        }
      }
    }
  })
})

describe('the images to pick from', () => {
  const images = shippedFile('images.bin')
  const chosen = JSON.parse(new TextDecoder().decode(shippedFile('images.json'))) as Record<'test' | 'labels', number[]>

  it('are test images, two of each class and then four that the network gets wrong', () => {
    expect(chosen.test).toHaveLength(24)
    for (let label = 0; label < 10; label++) {
      expect(chosen.labels.slice(0, 20).filter((each) => each === label)).toHaveLength(2)
    }
    for (const [at, image] of chosen.test.entries()) {
      if (image < sample.count) expect(pixelsOf(images, at)).toEqual(pixelsOf(sample.images, image))
    }
    for (let at = 20; at < 24; at++) {
      const { probabilities } = answerOf(shippedWeights, pixelsOf(images, at))
      expect(probabilities.indexOf(Math.max(...probabilities))).not.toBe(chosen.labels[at])
    }
  })
})

describe('the result', () => {
  it('is of the whole run on all test images, with a confusion matrix that agrees with the accuracy', () => {
    expect(result.settings).toEqual(settings)
    expect(result.log.map(({ epoch }) => epoch)).toEqual(Array.from({ length: settings.epochs }, (_, at) => at + 1))
    expect(result.testImages).toBe(10_000)
    expect(result.confusion.map((row) => row.reduce((sum, count) => sum + count, 0))).toEqual(Array(10).fill(1000))
    const right = result.confusion.reduce((sum, row, truth) => sum + row[truth], 0)
    expect(right / 10_000).toBe(result.accuracy)
    expect(result.accuracy).toBeGreaterThanOrEqual(0.91)
    expect(result.floatAccuracy).toBe(result.log[result.log.length - 1].testAccuracy)
  })
  it('loses less than half a percentage point to eight bits', () => {
    expect(result.floatAccuracy - result.accuracy).toBeLessThan(0.005)
  })
})

describe('the repository', () => {
  it('holds no data set', () => {
    const here = readdirSync(new URL('fixtures/', import.meta.url))
    expect(here.filter((name) => /^(train|t10k)/.test(name))).toEqual([])
  })
})
