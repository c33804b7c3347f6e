import { type Tensor, tensor } from 'conv-math'
import fc from 'fast-check'
import type { PlaneOptions } from './by-definition.ts'

/** How often each law is tried. */
export const RUNS = { numRuns: 1000 }

export interface AxisCase {
  readonly inputSize: number
  readonly kernelSize: number
  readonly stride: number
  readonly padding: readonly [number, number]
  readonly dilation: number
}

/** One axis on which at least one window fits. */
export const axisCase: fc.Arbitrary<AxisCase> = fc
  .record({
    more: fc.nat(6),
    kernelSize: fc.integer({ min: 1, max: 4 }),
    stride: fc.integer({ min: 1, max: 3 }),
    padding: fc.tuple(fc.nat(3), fc.nat(3)),
    dilation: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ more, ...axis }) => {
    const least = axis.dilation * (axis.kernelSize - 1) + 1 - axis.padding[0] - axis.padding[1]
    return { ...axis, inputSize: Math.max(1, least) + more }
  })

export interface TransposedAxisCase extends AxisCase {
  readonly outputPadding: number
}

/** One axis of a transposed convolution that leaves some output. */
export const transposedAxisCase: fc.Arbitrary<TransposedAxisCase> = fc
  .tuple(axisCase, fc.nat(2), fc.nat(4))
  .map(([axis, extra, cells]) => ({
    ...axis,
    inputSize: cells + 1,
    outputPadding: extra % Math.max(axis.stride, axis.dilation),
  }))
  .filter((axis) => {
    const painted = (axis.inputSize - 1) * axis.stride + axis.dilation * (axis.kernelSize - 1) + 1
    return painted + axis.outputPadding - axis.padding[0] - axis.padding[1] >= 1
  })

export interface ConvCase {
  readonly input: Tensor
  readonly weight: Tensor
  readonly bias: Tensor
  readonly options: PlaneOptions
}

const channels = fc.record({
  batch: fc.integer({ min: 1, max: 2 }),
  groups: fc.integer({ min: 1, max: 3 }),
  inputs: fc.integer({ min: 1, max: 3 }),
  outputs: fc.integer({ min: 1, max: 3 }),
})

/** Many channels in one group, or many groups of one channel: where the fast paths are. */
const manyChannels = fc
  .record({
    batch: fc.integer({ min: 1, max: 2 }),
    many: fc.integer({ min: 1, max: 19 }),
    outputs: fc.integer({ min: 1, max: 19 }),
    depthwise: fc.boolean(),
  })
  .map(({ batch, many, outputs, depthwise }) =>
    depthwise
      ? { batch, groups: many, inputs: 1, outputs: 1 + (outputs % 2) }
      : { batch, groups: 1, inputs: many, outputs },
  )

/** A whole convolution of small integers, so that results are exact in any order of summation. */
export const convCase: fc.Arbitrary<ConvCase> = fc
  .tuple(
    fc.oneof({ arbitrary: channels, weight: 3 }, { arbitrary: manyChannels, weight: 1 }),
    axisCase,
    axisCase,
    fc.nat(),
  )
  .map(([{ batch, groups, inputs, outputs }, height, width, seed]) => ({
    input: integers([batch, groups * inputs, height.inputSize, width.inputSize], seed),
    weight: integers([groups * outputs, inputs, height.kernelSize, width.kernelSize], seed + 1),
    bias: integers([groups * outputs], seed + 2),
    options: planeOptions(height, width, groups),
  }))

export interface TransposedConvCase extends ConvCase {
  readonly options: PlaneOptions & { readonly outputPadding: readonly [number, number] }
}

export const transposedConvCase: fc.Arbitrary<TransposedConvCase> = fc
  .tuple(
    fc.oneof({ arbitrary: channels, weight: 3 }, { arbitrary: manyChannels, weight: 1 }),
    transposedAxisCase,
    transposedAxisCase,
    fc.nat(),
  )
  .map(([{ batch, groups, inputs, outputs }, height, width, seed]) => ({
    input: integers([batch, groups * inputs, height.inputSize, width.inputSize], seed),
    weight: integers([groups * inputs, outputs, height.kernelSize, width.kernelSize], seed + 1),
    bias: integers([groups * outputs], seed + 2),
    options: {
      ...planeOptions(height, width, groups),
      outputPadding: [height.outputPadding, width.outputPadding],
    },
  }))

function planeOptions(height: AxisCase, width: AxisCase, groups: number): PlaneOptions {
  return {
    stride: [height.stride, width.stride],
    padding: [height.padding, width.padding],
    dilation: [height.dilation, width.dilation],
    groups,
  }
}

/** Integers from −4 to 4, the same for the same seed. */
export function integers(shape: readonly number[], seed: number): Tensor {
  const next = sequence(seed)
  return tensor(
    shape,
    Array.from({ length: shape.reduce((a, b) => a * b) }, () => Math.floor(next() * 9) - 4),
  )
}

/** Numbers between −1 and 1 of which no two are alike, the same for the same seed. */
export function fractions(shape: readonly number[], seed: number): Tensor {
  const next = sequence(seed)
  return tensor(
    shape,
    Array.from({ length: shape.reduce((a, b) => a * b) }, () => next() * 2 - 1),
  )
}

/** The generator mulberry32 (Tommy Ettinger, public domain): numbers in [0, 1). */
function sequence(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function dot(a: Tensor, b: Tensor): number {
  return a.data.reduce((sum, value, at) => sum + value * b.data[at], 0)
}
