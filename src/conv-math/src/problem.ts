/**
 * What is wrong with a configuration, as data: the numbers a sentence in any language needs. `name` is the
 * parameter at fault, in the words of this package (`kernelSize`, `stride` …).
 */
export type Problem =
  | {
      readonly code: 'notInteger'
      readonly name: string
      readonly min: number
      readonly max?: number
      readonly got: unknown
    }
  | {
      readonly code: 'outOfRange'
      readonly name: string
      readonly min: number
      readonly max?: number
      readonly got: number
    }
  | { readonly code: 'notOptions'; readonly got: unknown }
  | { readonly code: 'notPadding'; readonly got: unknown }
  | { readonly code: 'notBoolean'; readonly name: string; readonly got: unknown }
  | {
      readonly code: 'kernelExceedsInput'
      readonly inputSize: number
      readonly kernelSize: number
      readonly dilation: number
      readonly effectiveKernelSize: number
      readonly paddedSize: number
    }
  | {
      readonly code: 'poolPaddingTooLarge'
      readonly padding: number
      readonly kernelSize: number
      readonly max: number
    }
  | {
      readonly code: 'outputPaddingTooLarge'
      readonly outputPadding: number
      readonly stride: number
      readonly dilation: number
    }
  | {
      readonly code: 'outputEmpty'
      readonly inputSize: number
      readonly kernelSize: number
      readonly stride: number
      readonly padding: readonly [start: number, end: number]
      readonly dilation: number
      readonly outputPadding: number
      readonly outputSize: number
    }
  | {
      readonly code: 'groupsNotDividing'
      readonly name: string
      readonly channels: number
      readonly groups: number
    }

/** The axis a problem of a two-dimensional operation lies on. */
export type AxisName = 'height' | 'width'

/**
 * The English sentence for a problem, in the form every error of this package has:
 * `function: parameter must …, got …`.
 *
 * @param fn the function to name in front
 * @param axis the axis to name, for a two-dimensional function
 *
 * @example problemMessage('convOutputSize', checkConvAxis(7, { kernelSize: 0 })) // 'convOutputSize: kernelSize must be an integer ≥ 1, got 0'
 */
export function problemMessage(fn: string, problem: Problem, axis?: AxisName): string {
  return `${fn}: ${sentence(problem, axis ?? 'input')}`
}

function sentence(problem: Problem, axis: string): string {
  switch (problem.code) {
    case 'notInteger':
    case 'outOfRange':
      return `${problem.name} must be ${integerRule(problem.min, problem.max)}, got ${show(problem.got)}`
    case 'notOptions':
      return `options must be an object, got ${show(problem.got)}`
    case 'notPadding':
      return `padding must be an integer ≥ 0 or a pair [start, end], got ${show(problem.got)}`
    case 'notBoolean':
      return `${problem.name} must be true or false, got ${show(problem.got)}`
    case 'kernelExceedsInput':
      return (
        `kernelSize must span at most the padded ${axis} size ${problem.paddedSize}, ` +
        `got ${problem.kernelSize} with dilation ${problem.dilation}, which spans ${problem.effectiveKernelSize}`
      )
    case 'poolPaddingTooLarge':
      return (
        `padding must be at most floor(kernelSize / 2) = ${problem.max} on each side, ` +
        `got ${problem.padding} with kernelSize ${problem.kernelSize}`
      )
    case 'outputPaddingTooLarge':
      return (
        `outputPadding must be less than max(stride, dilation) = ${Math.max(problem.stride, problem.dilation)}, ` +
        `got ${problem.outputPadding}`
      )
    case 'outputEmpty':
      return (
        `padding must leave an output ≥ 1, got [${problem.padding.join(', ')}], ` +
        `which leaves ${problem.outputSize} of the ${axis} size ${problem.inputSize}`
      )
    case 'groupsNotDividing':
      return `groups must divide ${problem.name} ${problem.channels}, got ${problem.groups}`
  }
}

/** The rule for an integer parameter in words: `an integer ≥ 1`, `an integer from 0 to 4`. */
export function integerRule(min: number, max?: number): string {
  return max === undefined ? `an integer ≥ ${min}` : `an integer from ${min} to ${max}`
}

/** Any value as an error message shows it, cut short when long or deep. Never throws, whatever the value. */
export function show(value: unknown, depth: number = 3): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'function') return 'a function'
  if (Array.isArray(value)) return depth === 0 ? 'an array' : showList(value, depth - 1)
  if (typeof value === 'object' && value !== null) return 'an object'
  return Object.is(value, -0) ? '-0' : String(value)
}

function showList(list: readonly unknown[], depth: number): string {
  const items = Array.from(list.slice(0, 8), (item) => show(item, depth))
  return `[${items.join(', ')}${list.length > 8 ? ', …' : ''}]`
}

/** Throws the RangeError `fn: rule`; `rule` reads `parameter must …, got …`. */
export function refuse(fn: string, rule: string): never {
  throw new RangeError(`${fn}: ${rule}`)
}

/** Throws the RangeError for a problem. */
export function refuseProblem(fn: string, problem: Problem, axis?: AxisName): never {
  throw new RangeError(problemMessage(fn, problem, axis))
}
