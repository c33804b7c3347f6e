import { random } from '#feature-net/random.ts'
import { descend } from './momentum.ts'
import { initialize, parametersOf } from './parameters.ts'
import { learningRateAt, type Settings, stepsPerEpoch } from './settings.ts'
import type { Team } from './team.ts'

export interface EpochLog {
  readonly epoch: number
  /** Means over the epoch, while the parameters change and the images are shifted and mirrored. */
  readonly trainLoss: number
  readonly trainAccuracy: number
  /** After the epoch, on the test images as they are. Reported only: nothing is chosen by it. */
  readonly testAccuracy: number
}
/** All that the rest of a run follows from. */
export interface Checkpoint {
  readonly settings: Settings
  readonly parameters: Float32Array
  readonly velocity: Float32Array
  readonly statistics: Float32Array
  readonly log: readonly EpochLog[]
  /** The classes given to the test images after the last epoch. */
  readonly predictions: readonly number[]
  readonly seconds: number
}

/** Trains from where a run before stopped, or from the start; reports after every epoch. */
export async function run(
  team: Team,
  settings: Settings,
  before: Checkpoint | undefined,
  tested: number,
  report: (checkpoint: Checkpoint) => void,
): Promise<Checkpoint> {
  const { parameters, statistics } = team
  const velocity = new Float32Array(parameters.length)
  let log: readonly EpochLog[] = before?.log ?? []
  let last = before
  if (before) {
    parameters.set(before.parameters)
    velocity.set(before.velocity)
    statistics.set(before.statistics)
  } else {
    initialize(parametersOf(parameters))
  }
  for (let epoch = log.length; epoch < settings.epochs; epoch++) {
    const started = performance.now()
    const train = await trainEpoch(team, settings, epoch, velocity)
    const test = await testAll(team, tested)
    log = [...log, { epoch: epoch + 1, ...train, testAccuracy: test.accuracy }]
    const seconds = (last?.seconds ?? 0) + (performance.now() - started) / 1000
    const now = { settings, velocity, log, predictions: test.predictions, seconds }
    last = { ...now, parameters: parameters.slice(), statistics: statistics.slice() }
    report(last)
  }
  if (!last) throw new RangeError('run: epochs must be ≥ 1')
  return last
}

async function trainEpoch(
  team: Team,
  settings: Settings,
  epoch: number,
  velocity: Float32Array,
): Promise<Pick<EpochLog, 'trainLoss' | 'trainAccuracy'>> {
  const { shards, batchSize, seed, statisticsRate } = settings
  const order = shuffled(settings.images, [seed, epoch])
  const steps = stepsPerEpoch(settings)
  const part = batchSize / shards
  let [loss, correct] = [0, 0]
  for (let step = 0; step < steps; step++) {
    const first = step * batchSize
    const tasks = Array.from({ length: shards }, (_, shard) => ({
      kind: 'gradient' as const,
      places: order.slice(first + shard * part, first + (shard + 1) * part),
      seed: [seed, epoch, step, shard],
    }))
    for (const answer of await team.ask(tasks)) {
      loss += answer.loss
      correct += answer.correct
    }
    if (!Number.isFinite(loss)) throw new RangeError(`run: the loss must be finite, got ${loss} in epoch ${epoch + 1}`)
    descend(team.parameters, velocity, team.gradients, learningRateAt(epoch * steps + step, settings), settings)
    follow(team.statistics, team.batchStatistics, epoch + step === 0 ? 1 : statisticsRate)
  }
  return { trainLoss: loss / (steps * batchSize), trainAccuracy: correct / (steps * batchSize) }
}

/** Moves the statistics in use towards the mean of those of the shards. */
function follow(statistics: Float32Array, batches: readonly Float32Array[], rate: number): void {
  for (let i = 0; i < statistics.length; i++) {
    let sum = 0
    for (const batch of batches) sum += batch[i]
    statistics[i] += rate * (sum / batches.length - statistics[i])
  }
}

async function testAll(team: Team, count: number): Promise<{ accuracy: number; predictions: readonly number[] }> {
  const size = team.gradients.length
  const bound = (shard: number): number => Math.floor((count * shard) / size)
  const tasks = Array.from({ length: size }, (_, shard) => ({
    kind: 'test' as const,
    from: bound(shard),
    to: bound(shard + 1),
  }))
  const answers = await team.ask(tasks)
  const correct = answers.reduce((sum, answer) => sum + answer.correct, 0)
  return { accuracy: correct / count, predictions: answers.flatMap((answer) => answer.predictions) }
}

/** 0 … count − 1 in an order that follows from the seed (Fisher and Yates). */
function shuffled(count: number, seed: readonly number[]): number[] {
  const source = random(...seed)
  const order = Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = source.below(i + 1)
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  return order
}
