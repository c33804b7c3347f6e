import { axisOrThrow, type ConvAxisOptions, resolveConvAxis } from './axis.ts'
import { requireBoolean, requireInteger, requireOptions } from './checks.ts'
import { requireGroups } from './geometry.ts'
import { refuse, show } from './problem.ts'

/** A convolution along any number of axes: frames, height and width; height and width; or one alone. */
export interface ConvCostOptions {
  readonly inChannels: number
  readonly outChannels: number
  /** One window per axis, in the order of the input's sizes. */
  readonly axes: readonly ConvAxisOptions[]
  /** Divides both channel counts; 1 when left out. */
  readonly groups?: number
  /** One number per output channel; true when left out. */
  readonly bias?: boolean
}

/** What one layer holds, does and moves, for one input of the batch. */
export interface ConvCost {
  /** Sizes along the axes, in their order. */
  readonly outputSize: readonly number[]
  readonly weightCount: number
  /** Weights and biases. */
  readonly parameterCount: number
  /** Multiply-accumulates; FLOPs, where a multiply and an add count as two, are twice this. */
  readonly macCount: number
  /** Numbers read: channels times cells. */
  readonly inputCount: number
  /** Numbers written, which are the layer's activations. */
  readonly outputCount: number
}

/**
 * Size and cost of one convolution in any number of dimensions: weights C_out · C_in / groups · Πk, one bias per output
 * channel, multiply-accumulates weights · Πo (taps in the padding count, biases do not), numbers C_in · Πi in and
 * C_out · Πo out. Each axis has the size formula of `convOutputSize`.
 *
 * @param inputSize cells along each axis, ≥ 1: [frames, height, width], [height, width] …
 * @throws {RangeError} when there is not one window per axis, a window does not fit, or groups divides not both channels
 * @see Tran et al. 2014, arXiv:1412.0767
 *
 * @example convCost([16, 112, 112], { inChannels: 3, outChannels: 64, axes: [3, 3, 3].map((kernelSize) => ({ kernelSize, padding: 1 })) }).macCount // 1040449536
 * @example convCost([9], { inChannels: 4, outChannels: 4, groups: 4, axes: [{ kernelSize: 3 }] }).parameterCount // 16
 */
export function convCost(inputSize: readonly number[], options: ConvCostOptions): ConvCost {
  const fn = 'convCost'
  const given = requireOptions(fn, options)
  const inChannels = requireInteger(fn, 'inChannels', given.inChannels, 1)
  const outChannels = requireInteger(fn, 'outChannels', given.outChannels, 1)
  const groups = requireGroups(fn, given.groups, { inChannels, outChannels })
  const bias = given.bias === undefined ? true : requireBoolean(fn, 'bias', given.bias)
  if (!Array.isArray(inputSize) || inputSize.length === 0) {
    refuse(fn, `inputSize must be a list of sizes, one per axis, got ${show(inputSize)}`)
  }
  if (!Array.isArray(given.axes) || given.axes.length !== inputSize.length) {
    refuse(fn, `axes must be a list of ${inputSize.length} windows, one per axis, got ${show(given.axes)}`)
  }
  const axes = Array.from(inputSize, (size, at) =>
    axisOrThrow(fn, resolveConvAxis(size, (given.axes as readonly unknown[])[at])),
  )
  const product = (name: string, first: number, of: 'kernelSize' | 'inputSize' | 'outputSize'): number =>
    requireInteger(
      fn,
      name,
      axes.reduce((count, axis) => count * axis[of], first),
      1,
    )
  const weightCount = product('weightCount', (inChannels / groups) * outChannels, 'kernelSize')
  return {
    outputSize: axes.map((axis) => axis.outputSize),
    weightCount,
    parameterCount: weightCount + (bias ? outChannels : 0),
    macCount: product('macCount', weightCount, 'outputSize'),
    inputCount: product('inputCount', inChannels, 'inputSize'),
    outputCount: product('outputCount', outChannels, 'outputSize'),
  }
}
