import { range } from '#ui/scale.ts'

/** Numbers from −1 to 1 with two decimals, the same for the same seed (mulberry32). */
function randomNumbers(seed: number, count: number): number[] {
  let state = seed
  return range(count).map(() => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    const share = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
    return Math.round(200 * share - 100) / 100 + 0
  })
}

/** The triangle with which FCN starts its upsampling (arXiv:1411.4038): ½, 1, ½ for size 3. */
function bilinear(size: number): number[] {
  const factor = Math.floor((size + 1) / 2)
  const centre = size % 2 === 1 ? factor - 1 : factor - 0.5
  return range(size).map((at) => 1 - Math.abs(at - centre) / factor)
}

export type Weighting = 'ones' | 'bilinear' | 'random' | 'custom'

/** The weights of a kernel along one axis. */
export function profile(weighting: Weighting, size: number, seed: number, own: readonly number[]): readonly number[] {
  if (weighting === 'bilinear') return bilinear(size)
  if (weighting === 'random') return randomNumbers(seed, size)
  return weighting === 'custom' ? own.slice(0, size) : range(size).map(() => 1)
}
