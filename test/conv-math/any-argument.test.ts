import * as convMath from 'conv-math'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNS } from './random-cases.ts'

// biome-ignore lint/suspicious/noExplicitAny: the point is to pass what the types forbid
type Anything = any

const { tensor, sequential, networks, checkConvAxis, checkPoolAxis, checkTransposedConvAxis, problemMessage } = convMath

/** Any value, but for integers that are merely large: they ask for memory, and fairly. */
const unlikely = fc.anything({
  values: [
    fc.boolean(),
    fc.integer({ min: -9, max: 9 }),
    fc.double({ noInteger: true }),
    fc.string(),
    fc.constantFrom(null, undefined, 2 ** 60),
  ],
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
})

/** Numbers that are often sound, and things that never are. */
const wild = fc.oneof(
  { arbitrary: fc.integer({ min: -2, max: 9 }), weight: 8 },
  { arbitrary: fc.tuple(fc.integer({ min: -1, max: 4 }), fc.integer({ min: -1, max: 4 })), weight: 2 },
  { arbitrary: fc.constantFrom(undefined, null, Number.NaN, 2 ** 40, '3', 1n, true, Symbol('s'), () => 1), weight: 1 },
  { arbitrary: unlikely, weight: 1 },
)

const wildOptions = fc.oneof(
  {
    arbitrary: fc.record(
      {
        kernelSize: wild,
        stride: wild,
        padding: wild,
        dilation: wild,
        outputPadding: wild,
        ceilMode: fc.oneof(fc.boolean(), wild),
        countIncludePadding: fc.oneof(fc.boolean(), wild),
        groups: wild,
        inputSize: wild,
        inChannels: wild,
        outChannels: wild,
        kernelDepth: wild,
        expand: fc.oneof(fc.boolean(), wild),
        scale: wild,
      },
      { requiredKeys: ['kernelSize'] },
    ),
    weight: 9,
  },
  { arbitrary: unlikely, weight: 1 },
)

const plane = tensor([1, 2, 4, 4])
const kernels = tensor([2, 2, 3, 3])
const chain = (options: Anything, type = 'conv') => sequential([{ outChannels: 2, ...options, type }])
const anyGraph = (options: Anything, other: Anything): Anything =>
  Array.isArray(other) ? { nodes: other } : chain(options, typeof other === 'string' ? other : undefined)

type Call = (options: Anything, other: Anything) => unknown

/** Every function of the package with one or more of its arguments wild. */
const calls: Readonly<Record<string, readonly Call[]>> = {
  averagePool2d: [(options, other) => convMath.averagePool2d(other, options), (o) => convMath.averagePool2d(plane, o)],
  axisLevelReads: [
    (options, other) => convMath.axisLevelReads([options], 0, other),
    (options, other) => convMath.axisLevelReads([{ kernelSize: 2 }, options], other, 9),
    (options) => convMath.axisLevelReads(options, 0, 9),
  ],
  axisPathCounts: [
    (options, other) => convMath.axisPathCounts([options], other),
    (options, other) => convMath.axisPathCounts([options, options], 0, other),
    (options) => convMath.axisPathCounts(options, 0),
  ],
  bilinearNeighbours: [(options, other) => convMath.bilinearNeighbours(other, options)],
  breakEvenWidth: [(options) => convMath.breakEvenWidth(options)],
  channelsSeen: [
    (options, other) => convMath.channelsSeen([{ ...options, type: 'conv', outChannels: other }], 4),
    (options, other) => convMath.channelsSeen(options, other),
  ],
  collapsingInputSizes: [(options, other) => convMath.collapsingInputSizes(other, options)],
  conv2d: [(options) => convMath.conv2d(plane, kernels, options), (_, other) => convMath.conv2d(plane, other)],
  conv2dInputGradient: [(options) => convMath.conv2dInputGradient(plane, kernels, options)],
  conv2dWeightGradient: [(options) => convMath.conv2dWeightGradient(plane, plane, options)],
  convAxisReads: [(options, other) => convMath.convAxisReads(other, options)],
  convAxisTaps: [
    (options, other) => convMath.convAxisTaps(0, other, options),
    (options, other) => convMath.convAxisTaps(other, 7, options),
  ],
  convCost: [
    (options, other) => convMath.convCost([other], { inChannels: 2, outChannels: 2, axes: [options] }),
    (options, other) => convMath.convCost(other, options),
  ],
  convOutputSize: [(options, other) => convMath.convOutputSize(other, options)],
  convTaps: [
    (options, other) => convMath.convTaps(other, [5, 5], options),
    (options, other) => convMath.convTaps([0, 0], other, options),
  ],
  deformableConv2d: [
    (options, other) => convMath.deformableConv2d(plane, kernels, other, options),
    (options) => convMath.deformableConv2d(plane, kernels, tensor([1, 18, 2, 2]), options),
  ],
  deformableTaps: [(options, other) => convMath.deformableTaps([0, 0], [4, 4], { ...options, offsets: other })],
  droppedByFloor: [(options, other) => convMath.droppedByFloor(other, options)],
  effectiveKernelSize: [(options, other) => convMath.effectiveKernelSize(other, options)],
  effectiveReceptiveField: [
    (options, other) => convMath.effectiveReceptiveField([options], { inputSize: [7, 7], unit: other }),
    (options, other) => convMath.effectiveReceptiveField([{ ...options, kernel: other }], { inputSize: [5, 6] }),
    (options, other) => convMath.effectiveReceptiveField([{ kernelSize: 2 }], { ...options, inputSize: other }),
    (options, other) => convMath.effectiveReceptiveField(other, options),
  ],
  factorizedWidth: [(options, other) => convMath.factorizedWidth({ ...options, inChannels: other, outChannels: 1 })],
  fieldCoverage: [(options) => convMath.fieldCoverage([options]), (_, other) => convMath.fieldCoverage(other)],
  filterKernel: [(_, other) => convMath.filterKernel('gaussian', other), (_, other) => convMath.filterKernel(other, 3)],
  globalAveragePool2d: [(_, other) => convMath.globalAveragePool2d(other)],
  gridOffsets: [(options, other) => convMath.gridOffsets(other, options)],
  hybridDilation: [
    (_, other) => convMath.hybridDilation([1, other, other], 3),
    (options, other) => convMath.hybridDilation(other, options),
  ],
  inferShapes: [(options, other) => convMath.inferShapes(anyGraph(options, other), [2, 7, 7])],
  inputsSeen: [
    (options, other) => convMath.inputsSeen(chain(options), '0', other, [2, 7, 7]),
    (options, other) => convMath.inputsSeen(anyGraph(options, other), other, [0, 0], [2, 7, 7]),
  ],
  locallyConnected2d: [
    (options) => convMath.locallyConnected2d(plane, tensor([2, 2, 1, 2, 3, 3]), options),
    (options, other) => convMath.locallyConnected2d(plane, other, options),
  ],
  macCount: [(options, other) => convMath.macCount(anyGraph(options, other), [2, 7, 7])],
  maxPool2d: [(options) => convMath.maxPool2d(plane, options)],
  parameterCount: [(options, other) => convMath.parameterCount(chain(options), other)],
  pathShares: [(options, other) => convMath.pathShares(anyGraph(options, other), '0', other)],
  poolOutputSize: [(options, other) => convMath.poolOutputSize(other, options)],
  receptiveField: [(options, other) => convMath.receptiveField(anyGraph(options, other), other)],
  receptiveFields: [(options, other) => convMath.receptiveFields(anyGraph(options, other))],
  samePadding: [(options, other) => convMath.samePadding(other, options)],
  sequential: [(_, other) => sequential(other)],
  smallestFilterSize: [(_, other) => convMath.smallestFilterSize(other)],
  stretchedAxis: [(options, other) => convMath.stretchedAxis(other, options)],
  tensor: [(options, other) => tensor(other, options)],
  touchedInputs: [(options, other) => convMath.touchedInputs(chain(options), '0', other, [2, 7, 7])],
  transposedConv2d: [(options) => convMath.transposedConv2d(plane, kernels, options)],
  transposedConvAxisPaints: [(options, other) => convMath.transposedConvAxisPaints(other, options)],
  transposedConvAxisTaps: [(options, other) => convMath.transposedConvAxisTaps(other, 5, options)],
  transposedConvOutputSize: [(options, other) => convMath.transposedConvOutputSize(other, options)],
  transposedConvTaps: [(options, other) => convMath.transposedConvTaps(other, [5, 5], options)],
  ...Object.fromEntries(
    Object.entries(networks).map(
      ([name, make]) => [name, [(options: Anything) => (make as (options: Anything) => unknown)(options)]] as const,
    ),
  ),
}

/** Functions that throw nothing: the checks give problems, and the last takes one; `loadSimd` takes no argument. */
const without = [
  'checkConvAxis',
  'checkGroups',
  'checkPoolAxis',
  'checkTransposedConvAxis',
  'loadSimd',
  'problemMessage',
]

describe('law: any argument gives numbers or a RangeError of the documented form, never another error and never NaN', () => {
  test.each(Object.entries(calls))('%s', (name, ways) => {
    for (const call of ways) {
      fc.assert(
        fc.property(wildOptions, wild, (options, other) => {
          expect(numbersIn(outcomeOf(name, () => call(options, other)).result).some(Number.isNaN)).toBe(false)
        }),
        RUNS,
      )
    }
  })

  test('of every function', () => {
    const functions = [...Object.entries(convMath), ...Object.entries(networks)]
      .filter(([, value]) => typeof value === 'function')
      .map(([name]) => name)
    expect([...Object.keys(calls), ...without].sort()).toEqual(functions.sort())
  })
})

describe('law: a check says as data what the function throws', () => {
  test.each([
    ['convOutputSize', convMath.convOutputSize, checkConvAxis],
    ['transposedConvOutputSize', convMath.transposedConvOutputSize, checkTransposedConvAxis],
    ['poolOutputSize', convMath.poolOutputSize, checkPoolAxis],
  ] as const)('%s', (name, sizeOf, check) => {
    fc.assert(
      fc.property(wild, wildOptions, (size, options) => {
        const { result, message } = outcomeOf(name, () => sizeOf(size as Anything, options as Anything))
        if (message === null) expect(result).toSatisfy(Number.isInteger)
        const problem = check(size as Anything, options as Anything)
        expect(problem === null ? null : problemMessage(name, problem)).toBe(message)
      }),
      RUNS,
    )
  })
})

/** The numbers of any result. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (ArrayBuffer.isView(value)) return Array.from(value as Float32Array)
  if (value instanceof Map) return [...value.values()].flatMap(numbersIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

/** What a call gives: its result, or the message of a RangeError of the documented form. Any other error fails. */
function outcomeOf(name: string, call: () => unknown): { result?: unknown; message: string | null } {
  try {
    return { result: call(), message: null }
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError)
    const { message } = error as RangeError
    expect(message).toMatch(new RegExp(`^(${name}|sequential): .+ must .+, got .+$`, 's'))
    return { message }
  }
}
