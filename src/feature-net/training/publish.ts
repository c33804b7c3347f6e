import { mkdirSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { classNames, imageSize } from '#feature-net/architecture.ts'
import { packWeights, unpackWeights } from '#feature-net/packed-weights.ts'
import type { PatchFact } from '#feature-net/sprite.ts'
import { stages } from '#feature-net/stages.ts'
import { untrainedWeights, type Weights } from '#feature-net/weights.ts'
import type { DataSet } from './data-set.ts'
import { folded, parametersOf, statisticsOf } from './parameters.ts'
import { runTest, spriteOf, type TestRun } from './patches.ts'
import type { Checkpoint } from './run.ts'

const dataFolder = new URL('../data/', import.meta.url)
const fixtureFolder = new URL('../../../test/feature-net/fixtures/', import.meta.url)
const cells = imageSize * imageSize
/** Test images kept for the test of accuracy: the first ones. */
const sampleSize = 500
const mistakesShown = 4

/** Writes all that the page and the tests need of a finished run. */
export function publish(checkpoint: Checkpoint, test: DataSet): void {
  mkdirSync(dataFolder, { recursive: true })
  mkdirSync(fixtureFolder, { recursive: true })
  const packed = packWeights(folded(parametersOf(checkpoint.parameters), statisticsOf(checkpoint.statistics)))
  write(dataFolder, 'weights.bin', packed)
  const weights = unpackWeights(packed)
  const { predictions } = publishPatches('trained', weights, test)
  publishPatches('random', untrainedWeights(), test)
  const shown = chosenImages(test, predictions)
  write(dataFolder, 'images.bin', Buffer.concat(shown.map((at) => test.images.subarray(at * cells, (at + 1) * cells))))
  writeJson('images.json', { test: shown, labels: shown.map((at) => test.labels[at]) })
  const { log, settings, seconds } = checkpoint
  writeJson('result.json', {
    settings,
    minutes: Math.round(seconds / 60),
    log: log.map((epoch) => ({ ...epoch, ...rounded(epoch) })),
    testImages: test.count,
    floatAccuracy: log[log.length - 1].testAccuracy,
    accuracy: predictions.filter((label, at) => label === test.labels[at]).length / test.count,
    sampleAccuracy: share(sampleSize, (at) => predictions[at] === test.labels[at]),
    /** Rows: the true class; columns: the class given. */
    confusion: confusionOf(test, predictions),
  })
  const head = (magic: number, ...sizes: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(4 + 4 * sizes.length)
    for (const [at, value] of [0x0800 + magic, ...sizes].entries()) bytes.writeUInt32BE(value, 4 * at)
    return bytes
  }
  const images = Buffer.concat([head(3, sampleSize, imageSize, imageSize), test.images.subarray(0, sampleSize * cells)])
  const labels = Buffer.concat([head(1, sampleSize), test.labels.subarray(0, sampleSize)])
  write(fixtureFolder, 'sample-images-idx3-ubyte.gz', gzipSync(images, { level: 9 }))
  write(fixtureFolder, 'sample-labels-idx1-ubyte.gz', gzipSync(labels, { level: 9 }))
}

function publishPatches(name: string, weights: Weights, test: DataSet): TestRun {
  const run = runTest(weights, test)
  for (const stage of stages.keys()) {
    write(dataFolder, `patches-${name}-${stage}.png`, spriteOf(stage, run.patches[stage], test))
  }
  const lists = run.patches.map((channels) =>
    channels.map((list) =>
      list.map(
        ({ image, row, column, value }): PatchFact => [
          image,
          test.labels[image],
          row,
          column,
          Number(value.toPrecision(4)),
        ],
      ),
    ),
  )
  writeJson(`patches-${name}.json`, lists)
  return run
}

/** Two images of each class, the first of the test set, one round after the other; then the first that the network gets wrong. */
function chosenImages({ labels, count }: DataSet, predictions: readonly number[]): number[] {
  const all = Array.from({ length: count }, (_, at) => at)
  const pairs = classNames.map((_, label) => all.filter((at) => labels[at] === label).slice(0, 2))
  const chosen = [0, 1].flatMap((round) => pairs.map((pair) => pair[round]))
  const wrong = all.filter((at) => predictions[at] !== labels[at] && !chosen.includes(at))
  return [...chosen, ...wrong.slice(0, mistakesShown)]
}

function confusionOf({ labels }: DataSet, predictions: readonly number[]): number[][] {
  const table = classNames.map(() => classNames.map(() => 0))
  for (const [at, given] of predictions.entries()) table[labels[at]][given]++
  return table
}

const share = (count: number, holds: (at: number) => boolean): number =>
  Array.from({ length: count }, (_, at) => at).filter(holds).length / count

function rounded(numbers: object): Record<string, number> {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Number(Number(value).toFixed(4))]))
}

function write(folder: URL, name: string, bytes: Uint8Array): void {
  writeFileSync(new URL(name, folder), bytes)
}

function writeJson(name: string, value: object): void {
  write(dataFolder, name, Buffer.from(`${JSON.stringify(value)}\n`))
}
