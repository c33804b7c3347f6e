import { integerProblem, optionsProblem } from './checks.ts'
import { type AxisName, type Problem, refuseProblem } from './problem.ts'

/** Padding on one axis: the same number of cells at both ends, or [start, end]. */
export type AxisPadding = number | readonly [start: number, end: number]

/** A convolution along one axis. kernelSize, stride, dilation ≥ 1; padding ≥ 0; dilation 1 = dense. */
export interface ConvAxisOptions {
  readonly kernelSize: number
  readonly stride?: number
  readonly padding?: AxisPadding
  readonly dilation?: number
}

/** A transposed convolution along one axis; 0 ≤ outputPadding < max(stride, dilation). */
export interface TransposedConvAxisOptions extends ConvAxisOptions {
  readonly outputPadding?: number
}

/** A pooling window along one axis; stride defaults to kernelSize, padding ≤ floor(kernelSize / 2) per side. */
export interface PoolAxisOptions extends ConvAxisOptions {
  readonly ceilMode?: boolean
}

/** One axis with every default filled in. `start` and `end` are the padding at the two ends. */
export interface Axis {
  readonly inputSize: number
  readonly outputSize: number
  readonly kernelSize: number
  readonly stride: number
  readonly start: number
  readonly end: number
  readonly dilation: number
}

/** Either the axis or the problem that forbids it. */
export type AxisOrProblem = { readonly axis: Axis } | { readonly problem: Problem }

/** An axis of which it is not yet known whether the window fits. */
export type Window = Omit<Axis, 'outputSize'>
/** Either the window or the problem that forbids it. */
export type WindowOrProblem = { readonly window: Window } | { readonly problem: Problem }

/** d·(k − 1) + 1: the cells a kernel spans. */
export function span(kernelSize: number, dilation: number): number {
  return dilation * (kernelSize - 1) + 1
}

/** The parameters all three operations share; without a default stride, the stride is the kernel size. */
export function resolveWindow(inputSize: unknown, given: unknown, defaultStride: number | undefined): WindowOrProblem {
  const notOptions = optionsProblem(given)
  if (notOptions) return { problem: notOptions }
  const { kernelSize, stride, padding = 0, dilation = 1 } = (given ?? {}) as Readonly<Record<string, unknown>>
  const step = stride === undefined ? (defaultStride ?? kernelSize) : stride
  const pair: readonly unknown[] = Array.isArray(padding) ? padding : [padding, padding]
  const problem =
    integerProblem('inputSize', inputSize, 1) ??
    integerProblem('kernelSize', kernelSize, 1) ??
    integerProblem('stride', step, 1) ??
    (pair.length === 2 ? null : ({ code: 'notPadding', got: padding } as const)) ??
    integerProblem('padding', pair[0], 0) ??
    integerProblem('padding', pair[1], 0) ??
    integerProblem('dilation', dilation, 1)
  if (problem) return { problem }
  const [start, end] = pair
  const window = { inputSize, kernelSize, stride: step, start, end, dilation } as Window
  const tooLarge =
    integerProblem('effectiveKernelSize', span(window.kernelSize, window.dilation), 1) ??
    integerProblem('padded inputSize', window.inputSize + window.start + window.end, 1)
  return tooLarge ? { problem: tooLarge } : { window }
}

/** A convolution's axis: o = floor((i + start + end − d(k − 1) − 1) / s) + 1. */
export function resolveConvAxis(inputSize: unknown, options: unknown): AxisOrProblem {
  const resolved = resolveWindow(inputSize, options, 1)
  if ('problem' in resolved) return resolved
  const { window } = resolved
  const room = slack(window)
  if (room < 0) return { problem: kernelExceedsInput(window) }
  return { axis: { ...window, outputSize: Math.floor(room / window.stride) + 1 } }
}

/** A transposed convolution's axis: o = (i − 1)s − start − end + d(k − 1) + outputPadding + 1. */
export function resolveTransposedConvAxis(inputSize: unknown, options: unknown): AxisOrProblem {
  const resolved = resolveWindow(inputSize, options, 1)
  if ('problem' in resolved) return resolved
  const { window } = resolved
  const { outputPadding: extra = 0 } = options as Readonly<Record<string, unknown>>
  const notExtra = outputPaddingProblem(window, extra)
  if (notExtra) return { problem: notExtra }
  const outputPadding = extra as number
  const { kernelSize, stride, start, end, dilation } = window
  const outputSize = (window.inputSize - 1) * stride + span(kernelSize, dilation) - start - end + outputPadding
  if (outputSize < 1) return { problem: outputEmpty(window, outputPadding, outputSize) }
  const tooLarge = integerProblem('outputSize', outputSize, 1)
  return tooLarge ? { problem: tooLarge } : { axis: { ...window, outputSize } }
}

/**
 * A pool's axis. Rounds down, or with ceilMode up, unless the last window would then start at or beyond the end
 * padding: every window starts in the input or in the start padding.
 */
export function resolvePoolAxis(inputSize: unknown, options: unknown): AxisOrProblem {
  const resolved = resolveWindow(inputSize, options, undefined)
  if ('problem' in resolved) return resolved
  const { window } = resolved
  const { ceilMode = false } = options as Readonly<Record<string, unknown>>
  if (typeof ceilMode !== 'boolean') return { problem: { code: 'notBoolean', name: 'ceilMode', got: ceilMode } }
  const { kernelSize, stride, start } = window
  const max = Math.floor(kernelSize / 2)
  const padding = Math.max(start, window.end)
  if (padding > max) return { problem: { code: 'poolPaddingTooLarge', padding, kernelSize, max } }
  const steps = slack(window) / stride
  let outputSize = (ceilMode ? Math.ceil(steps) : Math.floor(steps)) + 1
  if (ceilMode && (outputSize - 1) * stride >= window.inputSize + start) outputSize -= 1
  return outputSize < 1 ? { problem: kernelExceedsInput(window) } : { axis: { ...window, outputSize } }
}

/** The problem with outputPadding beside this window, or null: 0 ≤ outputPadding < max(stride, dilation). */
export function outputPaddingProblem({ stride, dilation }: Window, outputPadding: unknown): Problem | null {
  const notInteger = integerProblem('outputPadding', outputPadding, 0)
  if (notInteger) return notInteger
  const amount = outputPadding as number
  if (amount < Math.max(stride, dilation)) return null
  return { code: 'outputPaddingTooLarge', outputPadding: amount, stride, dilation }
}

/** The axis; throws when there is a problem instead. */
export function axisOrThrow(fn: string, resolved: AxisOrProblem, name?: AxisName): Axis {
  if ('problem' in resolved) refuseProblem(fn, resolved.problem, name)
  return resolved.axis
}

/**
 * The problem with a convolution along one axis, or null when it is sound: what `convOutputSize` throws, as data. Never
 * throws.
 *
 * @example checkConvAxis(5, { kernelSize: 3 }) // null
 * @example checkConvAxis(2, { kernelSize: 3 })?.code // 'kernelExceedsInput'
 */
export function checkConvAxis(inputSize: number, options: ConvAxisOptions): Problem | null {
  return problemOf(resolveConvAxis(inputSize, options))
}

/**
 * The problem with a transposed convolution along one axis, or null when it is sound: what `transposedConvOutputSize`
 * throws, as data. Never throws.
 *
 * @example checkTransposedConvAxis(5, { kernelSize: 3, outputPadding: 1 })?.code // 'outputPaddingTooLarge'
 */
export function checkTransposedConvAxis(inputSize: number, options: TransposedConvAxisOptions): Problem | null {
  return problemOf(resolveTransposedConvAxis(inputSize, options))
}

/**
 * The problem with a pooling window along one axis, or null when it is sound: what `poolOutputSize` throws, as data.
 * Never throws.
 *
 * @example checkPoolAxis(5, { kernelSize: 3, padding: 2 })?.code // 'poolPaddingTooLarge'
 */
export function checkPoolAxis(inputSize: number, options: PoolAxisOptions): Problem | null {
  return problemOf(resolvePoolAxis(inputSize, options))
}

function problemOf(resolved: AxisOrProblem): Problem | null {
  return 'problem' in resolved ? resolved.problem : null
}

/** Cells left of the padded input once a window stands at its start; negative when the window does not fit. */
function slack(window: Window): number {
  return window.inputSize + window.start + window.end - span(window.kernelSize, window.dilation)
}

function kernelExceedsInput(window: Window): Problem {
  const { inputSize, kernelSize, dilation } = window
  return {
    code: 'kernelExceedsInput',
    inputSize,
    kernelSize,
    dilation,
    effectiveKernelSize: span(kernelSize, dilation),
    paddedSize: inputSize + window.start + window.end,
  }
}

function outputEmpty(window: Window, outputPadding: number, outputSize: number): Problem {
  const { inputSize, kernelSize, stride, start, end, dilation } = window
  const padding = [start, end] as const
  return { code: 'outputEmpty', inputSize, kernelSize, stride, padding, dilation, outputPadding, outputSize }
}
