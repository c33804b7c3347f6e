/** Numbers that look random and follow from a seed, so that a run can be repeated. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Uniform among 0 … count − 1. */
  below(count: number): number
  /** From the normal distribution of mean 0 and deviation 1. */
  normal(): number
}

/**
 * A generator with 32 bits of state (a Weyl sequence through a mixing function).
 *
 * @param seed any integers: the same ones give the same numbers
 * @see Steele, Lea & Flood 2014, Fast splittable pseudorandom number generators
 */
export function random(...seed: readonly number[]): Random {
  let state = seed.reduce((mixed, part) => mix((mixed ^ part) + 0x9e3779b9), 0)
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0
    return mix(state) / 2 ** 32
  }
  return {
    next,
    below: (count) => Math.floor(next() * count),
    // Box and Muller's method; 1 − next() is never 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}

/** 32 bits stirred so that every bit of the result depends on every bit given; ≥ 0. */
function mix(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad)
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97)
  return (bits ^ (bits >>> 15)) >>> 0
}
