import { type Problem, refuse, refuseProblem, show } from './problem.ts'

/**
 * The problem with a value that should be an integer from `min` to `max`, or null. Without `max` the limit is
 * 2^53 − 1, beyond which sums of integers are no longer exact.
 */
export function integerProblem(name: string, value: unknown, min: number, max?: number): Problem | null {
  const limit = max === undefined ? {} : { max }
  if (!Number.isInteger(value)) return { code: 'notInteger', name, min, ...limit, got: value }
  const got = value as number
  if (got > Number.MAX_SAFE_INTEGER) return { code: 'outOfRange', name, min, max: Number.MAX_SAFE_INTEGER, got }
  if (got < min || (max !== undefined && got > max)) return { code: 'outOfRange', name, min, ...limit, got }
  return null
}

/** The value itself, once it is known to be an integer from `min` to `max`; else throws. */
export function requireInteger(fn: string, name: string, value: unknown, min: number, max?: number): number {
  const problem = integerProblem(name, value, min, max)
  if (problem) refuseProblem(fn, problem)
  // Turns −0 into 0, so that no result ever carries a negative zero.
  return (value as number) + 0
}

/** The problem with a value that should be an options object, or null; left out counts as empty. */
export function optionsProblem(options: unknown): Problem | null {
  const fits = options === undefined || (typeof options === 'object' && options !== null)
  return fits ? null : { code: 'notOptions', got: options }
}

/** The options as a record of unknown values, empty when left out; throws when it is not an object. */
export function requireOptions(fn: string, options: unknown): Readonly<Record<string, unknown>> {
  const problem = optionsProblem(options)
  if (problem) refuseProblem(fn, problem)
  return (options ?? {}) as Readonly<Record<string, unknown>>
}

/** The value itself, once it is known to be a boolean; else throws. */
export function requireBoolean(fn: string, name: string, value: unknown): boolean {
  if (typeof value !== 'boolean') refuse(fn, `${name} must be true or false, got ${show(value)}`)
  return value
}

/** A pair of integers, each at least `min`; throws when it is anything but an array of two. */
export function requirePair(
  fn: string,
  name: string,
  value: unknown,
  min: number,
  form: '[height, width]' | '[row, column]' = '[height, width]',
): readonly [number, number] {
  if (!Array.isArray(value) || value.length !== 2) refuse(fn, `${name} must be a pair ${form}, got ${show(value)}`)
  return [requireInteger(fn, name, value[0], min), requireInteger(fn, name, value[1], min)]
}

/** The longest list a function returns: far more than a figure draws, and small enough never to exhaust memory. */
const MAX_LIST = 2 ** 20

/** Throws when a list would be longer than 2^20, naming the parameter that makes it so. */
export function requireListLength(fn: string, name: string, length: number): void {
  if (length > MAX_LIST) refuse(fn, `${name} must give a list of at most ${MAX_LIST}, got ${length}`)
}
