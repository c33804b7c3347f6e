import { tensor } from 'conv-math'
import { describe, expect, it } from 'vitest'
import { forward } from '#feature-net/forward.ts'
import { random } from '#feature-net/random.ts'
import { augmentedBatchOf, batchOf } from '#feature-net/training/augment.ts'
import { lossGradient } from '#feature-net/training/loss-gradient.ts'
import { maxPool, maxPoolGradient } from '#feature-net/training/max-pool.ts'
import { descend } from '#feature-net/training/momentum.ts'
import {
  folded,
  initialize,
  parameterLength,
  parametersOf,
  statisticsLength,
  statisticsOf,
} from '#feature-net/training/parameters.ts'
import { type Checkpoint, run } from '#feature-net/training/run.ts'
import { learningRateAt, settings } from '#feature-net/training/settings.ts'
import type { Answer, Task } from '#feature-net/training/shard.ts'
import type { Team } from '#feature-net/training/team.ts'
import { sample } from './shipped.ts'

const places = [0, 1, 2, 3, 4, 5, 6, 7]
const labels = places.map((place) => sample.labels[place])
const fresh = () => {
  const list = new Float32Array(parameterLength)
  initialize(parametersOf(list))
  return list
}
const lossOf = (list: Float32Array): number =>
  lossGradient(
    parametersOf(list),
    batchOf(sample, places),
    labels,
    parametersOf(new Float32Array(parameterLength)),
    statisticsOf(new Float32Array(statisticsLength)),
  ).loss / places.length

describe('lossGradient', () => {
  it('is the slope of the loss along any direction', () => {
    const list = fresh()
    const gradient = new Float32Array(parameterLength)
    lossGradient(
      parametersOf(list),
      batchOf(sample, places),
      labels,
      parametersOf(gradient),
      statisticsOf(new Float32Array(statisticsLength)),
    )
    for (const seed of [1, 2, 3]) {
      const source = random(seed)
      const direction = Float32Array.from({ length: parameterLength }, () => source.normal())
      const step = 2e-4
      const moved = (sign: number): Float32Array => list.map((value, at) => value + sign * step * direction[at])
      const slope = (lossOf(moved(1)) - lossOf(moved(-1))) / (2 * step)
      const product = gradient.reduce((sum, value, at) => sum + value * direction[at], 0)
      expect(Math.abs(slope - product)).toBeLessThan(0.03 * Math.max(1, Math.abs(product)))
    }
  })
  it('falls when one steps against it', () => {
    const list = fresh()
    const gradient = new Float32Array(parameterLength)
    const statistics = statisticsOf(new Float32Array(statisticsLength))
    const before = lossOf(list)
    lossGradient(parametersOf(list), batchOf(sample, places), labels, parametersOf(gradient), statistics)
    descend(list, new Float32Array(parameterLength), [gradient], 0.02, settings)
    expect(lossOf(list)).toBeLessThan(before)
  })
})

describe('folded', () => {
  it('gives convolutions that do what batch norm did with the same statistics', () => {
    const list = fresh()
    const source = random(7)
    for (const { scale, shift } of parametersOf(list).convs) {
      scale.data.forEach((_, at) => {
        scale.data[at] = 1 + source.next()
        shift.data[at] = source.normal()
      })
    }
    const statistics = new Float32Array(statisticsLength)
    const parts = statisticsOf(statistics)
    const images = batchOf(sample, places)
    const { loss } = lossGradient(
      parametersOf(list),
      images,
      labels,
      parametersOf(new Float32Array(parameterLength)),
      parts,
    )
    const { logits } = forward(folded(parametersOf(list), parts), images)
    const again = places.reduce((sum, _, b) => {
      const row = [...logits.data.subarray(b * 10, (b + 1) * 10)]
      return sum + Math.log(row.reduce((total, value) => total + Math.exp(value), 0)) - row[labels[b]]
    }, 0)
    expect(again).toBeCloseTo(loss, 3)
  })
})

describe('maxPoolGradient', () => {
  it('goes to the first cell that holds the maximum', () => {
    const input = tensor([1, 1, 2, 4], [1, 5, 3, 3, 5, 2, 3, 0])
    const gradient = maxPoolGradient(input, maxPool(input), tensor([1, 1, 1, 2], [10, 20]))
    expect([...gradient.data]).toEqual([0, 10, 20, 0, 0, 0, 0, 0])
  })
})

describe('augmentedBatchOf', () => {
  it('moves by at most one pixel and mirrors, and the same seed does the same', () => {
    const many = Array<number>(64).fill(3)
    const batch = augmentedBatchOf(sample, many, [5, 1])
    expect(augmentedBatchOf(sample, many, [5, 1])).toEqual(batch)
    const original = batchOf(sample, [3]).data
    const variants = new Set<string>()
    for (let down = -1; down <= 1; down++) {
      for (let along = -1; along <= 1; along++) {
        for (const mirrored of [false, true]) {
          const variant = Float32Array.from({ length: 784 }, (_, at) => {
            const [row, column] = [Math.floor(at / 28) - down, at % 28]
            const from = (mirrored ? 27 - column : column) - along
            return row < 0 || row > 27 || from < 0 || from > 27 ? 0 : original[row * 28 + from]
          })
          variants.add(variant.join())
        }
      }
    }
    const seen = new Set(many.map((_, b) => batch.data.subarray(b * 784, (b + 1) * 784).join()))
    for (const each of seen) expect(variants.has(each)).toBe(true)
    expect(seen.size).toBeGreaterThan(12)
  })
})

describe('learningRateAt', () => {
  it('rises through the first epoch and falls to almost nothing', () => {
    expect(learningRateAt(467, settings)).toBeCloseTo(settings.learningRate, 6)
    expect(learningRateAt(0, settings)).toBeLessThan(0.001)
    expect(learningRateAt(settings.epochs * 468 - 1, settings)).toBeLessThan(1e-5)
  })
})

/** A team without threads, whose second member is done first. */
function teamInPlace(): Team {
  const parameters = new Float32Array(parameterLength)
  const statistics = new Float32Array(statisticsLength)
  const gradients = [new Float32Array(parameterLength), new Float32Array(parameterLength)]
  const batchStatistics = [new Float32Array(statisticsLength), new Float32Array(statisticsLength)]
  const one = (task: Task, at: number): Answer => {
    if (task.kind === 'test') return { loss: 0, correct: 0, predictions: [] }
    const images = augmentedBatchOf(sample, task.places, task.seed)
    const wanted = task.places.map((place) => sample.labels[place])
    const score = lossGradient(
      parametersOf(parameters),
      images,
      wanted,
      parametersOf(gradients[at]),
      statisticsOf(batchStatistics[at]),
    )
    return { ...score, predictions: [] }
  }
  return {
    parameters,
    statistics,
    gradients,
    batchStatistics,
    ask: async (tasks) => {
      const answers: Answer[] = []
      for (const at of [...tasks.keys()].reverse()) answers[at] = one(tasks[at], at)
      return answers
    },
    close: async () => {},
  }
}

describe('run', () => {
  const short = { ...settings, epochs: 2, batchSize: 32, images: 96 }

  it('gives the same weights for the same settings, also when it was interrupted', async () => {
    const reports: Checkpoint[] = []
    const whole = await run(teamInPlace(), short, undefined, sample.count, (now) => reports.push(structuredClone(now)))
    const again = await run(teamInPlace(), short, reports[0], sample.count, () => {})
    expect(again.parameters).toEqual(whole.parameters)
    expect(again.statistics).toEqual(whole.statistics)
    expect(whole.log.map(({ epoch }) => epoch)).toEqual([1, 2])
    expect(whole.log[1].trainLoss).toBeLessThan(whole.log[0].trainLoss)
    const other = await run(teamInPlace(), { ...short, seed: 2 }, undefined, sample.count, () => {})
    expect(other.parameters).not.toEqual(whole.parameters)
  })
})
