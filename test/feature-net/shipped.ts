import { readFileSync } from 'node:fs'
import { unpackWeights } from '#feature-net/packed-weights.ts'
import type { PatchFacts } from '#feature-net/sprite.ts'
import { type DataSet, readDataSet } from '#feature-net/training/data-set.ts'
import type { Weights } from '#feature-net/weights.ts'

const folder = new URL('../../src/feature-net/data/', import.meta.url)
export const shippedFile = (name: string): Uint8Array => readFileSync(new URL(name, folder))
const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

export const shippedWeights: Weights = unpackWeights(shippedFile('weights.bin'))
export const shippedPatches = json('patches-trained.json') as PatchFacts
export const result = json('result.json') as {
  readonly accuracy: number
  readonly floatAccuracy: number
  readonly sampleAccuracy: number
  readonly testImages: number
  readonly confusion: readonly (readonly number[])[]
  readonly settings: { readonly epochs: number }
  readonly log: readonly { readonly epoch: number; readonly testAccuracy: number }[]
}
/** The first images of the test set, committed so that a test can recompute what the page claims. */
export const sample: DataSet = readDataSet(new URL('fixtures/', import.meta.url).pathname, 'sample')
