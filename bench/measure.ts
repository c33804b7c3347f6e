import type { Entry } from './contestants.ts'

/** Samples of each entry, the first of them uncounted, and what one takes at least: shorter ones the clock cannot tell. */
const ROUNDS = 15
const WARM_UP = 3
const SAMPLE_MS = 50

/**
 * The median time of each entry's run, in milliseconds. Entries take turns, each round another one first, so that what
 * the machine does meanwhile falls on all alike. The clock counts this thread's time on the processor: waiting while
 * another program has it would fall on the slow alone.
 */
export async function medianTimes(entries: readonly Entry[]): Promise<readonly number[]> {
  const times: number[][] = entries.map(() => [])
  const repeats = entries.map(() => 1)
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (let turn = 0; turn < entries.length; turn++) {
      const at = (turn + round) % entries.length
      await entries[at].prepare()
      const time = timeOf(entries[at].run, repeats[at])
      if (round >= WARM_UP) times[at].push(time)
      else repeats[at] = await enough(entries[at])
    }
  }
  return times.map(median)
}

/** How often an entry must run to fill a sample. */
async function enough({ run }: Entry): Promise<number> {
  let repeats = 1
  while (timeOf(run, repeats) * repeats < SAMPLE_MS) repeats *= 2
  return repeats
}

/** Milliseconds on the processor that one run of several takes. */
export function timeOf(run: () => void, repeats: number): number {
  const before = process.threadCpuUsage()
  for (let time = 0; time < repeats; time++) run()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000 / repeats
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1]
}

/** Throws when two results differ by more than 32-bit sums in another order explain. */
export function requireEqual(name: string, wanted: Float32Array, got: Float32Array): void {
  if (got.length !== wanted.length) throw new Error(`${name}: ${got.length} numbers in place of ${wanted.length}`)
  const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const apart = wanted.reduce((most, value, at) => Math.max(most, Math.abs(value - got[at])), 0)
  if (!(apart <= 1e-5 * largest)) throw new Error(`${name} differs by ${apart}, largest number ${largest}`)
}
