import { readFileSync } from 'node:fs'
import { type Answer, answerOf } from '#feature-net/answer.ts'
import { unpackWeights } from '#feature-net/packed-weights.ts'
import type { PatchFacts } from '#feature-net/sprite.ts'
import { untrainedWeights, type Weights } from '#feature-net/weights.ts'
import type { WeightsName } from '#feature-net/worker.ts'
import random from './data/patches-random.json'
import trained from './data/patches-trained.json'

// For the server alone: a page fetches what it needs.

// From where the build runs, which is the project's root: a bundle does not keep the place of its modules.
const fileOf = (name: string): Uint8Array => readFileSync(`src/feature-net/data/${name}`)

export const images: Uint8Array = fileOf('images.bin')
export const weights: Readonly<Record<WeightsName, Weights>> = {
  trained: unpackWeights(fileOf('weights.bin')),
  random: untrainedWeights(),
}
export const patches: Readonly<Record<WeightsName, PatchFacts>> = {
  trained: trained as unknown as PatchFacts,
  random: random as unknown as PatchFacts,
}
export const answer = (name: WeightsName, pixels: Float32Array): Answer => answerOf(weights[name], pixels)
