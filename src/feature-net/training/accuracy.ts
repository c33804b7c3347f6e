import { readFileSync } from 'node:fs'
import { unpackWeights } from '#feature-net/packed-weights.ts'
import { readDataSet } from './data-set.ts'
import { runTest } from './patches.ts'

// npm run accuracy -- [FOLDER]: the shipped weights on the test images of a folder with the data set.

const data = readDataSet(process.argv[2] ?? '/usr/share/datasets/fashion-mnist', 't10k')
const weights = unpackWeights(readFileSync(new URL('../data/weights.bin', import.meta.url)))
const { predictions } = runTest(weights, data)
const correct = predictions.filter((label, at) => label === data.labels[at]).length
console.log(`test accuracy ${(correct / data.count).toFixed(4)} on ${data.count} images`)
