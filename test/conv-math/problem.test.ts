import {
  averagePool2d,
  checkConvAxis,
  checkPoolAxis,
  checkTransposedConvAxis,
  collapsingInputSizes,
  conv2d,
  conv2dInputGradient,
  conv2dWeightGradient,
  convAxisReads,
  convAxisTaps,
  convOutputSize,
  convTaps,
  droppedByFloor,
  effectiveKernelSize,
  globalAveragePool2d,
  maxPool2d,
  poolOutputSize,
  samePadding,
  tensor,
  transposedConv2d,
  transposedConvAxisPaints,
  transposedConvAxisTaps,
  transposedConvOutputSize,
  transposedConvTaps,
} from 'conv-math'
import { describe, expect, test } from 'vitest'

// biome-ignore lint/suspicious/noExplicitAny: the point is to pass what the types forbid
type Anything = any

const plane = tensor([1, 2, 4, 4])
const kernels = tensor([2, 2, 3, 3])
const window = { kernelSize: 3 }

/** Each rule broken once: what is called, and the whole message. */
const broken: readonly (readonly [call: () => unknown, message: string])[] = [
  // Integers in range, one parameter after the other.
  [() => effectiveKernelSize(0), 'effectiveKernelSize: kernelSize must be an integer ≥ 1, got 0'],
  [() => effectiveKernelSize(3, 0), 'effectiveKernelSize: dilation must be an integer ≥ 1, got 0'],
  [() => effectiveKernelSize(3, 1.5), 'effectiveKernelSize: dilation must be an integer ≥ 1, got 1.5'],
  [() => convOutputSize(0, window), 'convOutputSize: inputSize must be an integer ≥ 1, got 0'],
  [() => convOutputSize(7, { kernelSize: 0 }), 'convOutputSize: kernelSize must be an integer ≥ 1, got 0'],
  [() => convOutputSize(7, { ...window, stride: 0 }), 'convOutputSize: stride must be an integer ≥ 1, got 0'],
  [() => convOutputSize(7, { ...window, stride: 0.5 }), 'convOutputSize: stride must be an integer ≥ 1, got 0.5'],
  [() => convOutputSize(7, { ...window, padding: -1 }), 'convOutputSize: padding must be an integer ≥ 0, got -1'],
  [() => convOutputSize(7, { ...window, padding: [0, -2] }), 'convOutputSize: padding must be an integer ≥ 0, got -2'],
  [() => convOutputSize(7, { ...window, dilation: 0 }), 'convOutputSize: dilation must be an integer ≥ 1, got 0'],
  [() => convOutputSize(Number.NaN, window), 'convOutputSize: inputSize must be an integer ≥ 1, got NaN'],
  [
    () => convOutputSize(Number.POSITIVE_INFINITY, window),
    'convOutputSize: inputSize must be an integer ≥ 1, got Infinity',
  ],
  [
    () => convOutputSize(2 ** 53, window),
    'convOutputSize: inputSize must be an integer from 1 to 9007199254740991, got 9007199254740992',
  ],
  // Values of another type.
  [() => convOutputSize(7, undefined as Anything), 'convOutputSize: kernelSize must be an integer ≥ 1, got undefined'],
  [() => convOutputSize(7, null as Anything), 'convOutputSize: options must be an object, got null'],
  [() => convOutputSize(7, 3 as Anything), 'convOutputSize: options must be an object, got 3'],
  [() => convOutputSize('7' as Anything, window), 'convOutputSize: inputSize must be an integer ≥ 1, got "7"'],
  [() => convOutputSize(7n as Anything, window), 'convOutputSize: inputSize must be an integer ≥ 1, got 7n'],
  [
    () => convOutputSize(7, { ...window, stride: null as Anything }),
    'convOutputSize: stride must be an integer ≥ 1, got null',
  ],
  [
    () => convOutputSize(7, { kernelSize: [3, 3] as Anything }),
    'convOutputSize: kernelSize must be an integer ≥ 1, got [3, 3]',
  ],
  [
    () => convOutputSize(7, { ...window, dilation: (() => 1) as Anything }),
    'convOutputSize: dilation must be an integer ≥ 1, got a function',
  ],
  [
    () => convOutputSize(7, { ...window, stride: Symbol('two') as Anything }),
    'convOutputSize: stride must be an integer ≥ 1, got Symbol(two)',
  ],
  // Padding of one axis.
  [
    () => convOutputSize(7, { ...window, padding: [1] as Anything }),
    'convOutputSize: padding must be an integer ≥ 0 or a pair [start, end], got [1]',
  ],
  [
    () => convOutputSize(7, { ...window, padding: [1, 2, 3] as Anything }),
    'convOutputSize: padding must be an integer ≥ 0 or a pair [start, end], got [1, 2, 3]',
  ],
  [
    () => convOutputSize(7, { ...window, padding: [1, [2, 3]] as Anything }),
    'convOutputSize: padding must be an integer ≥ 0, got [2, 3]',
  ],
  // Windows that do not fit.
  [
    () => convOutputSize(4, { kernelSize: 3, dilation: 3, padding: [0, 1] }),
    'convOutputSize: kernelSize must span at most the padded input size 5, got 3 with dilation 3, which spans 7',
  ],
  [
    () => transposedConvOutputSize(1, { kernelSize: 3, padding: [1, 2] }),
    'transposedConvOutputSize: padding must leave an output ≥ 1, got [1, 2], which leaves 0 of the input size 1',
  ],
  [
    () => transposedConvOutputSize(4, { ...window, stride: 2, outputPadding: 2 }),
    'transposedConvOutputSize: outputPadding must be less than max(stride, dilation) = 2, got 2',
  ],
  [
    () => transposedConvOutputSize(4, { ...window, stride: 2, outputPadding: -1 }),
    'transposedConvOutputSize: outputPadding must be an integer ≥ 0, got -1',
  ],
  [
    () => transposedConvOutputSize(2 ** 40 + 1, { kernelSize: 1, stride: 2 ** 20 }),
    'transposedConvOutputSize: outputSize must be an integer from 1 to 9007199254740991, got 1152921504606847000',
  ],
  [
    () => poolOutputSize(7, { kernelSize: 3, padding: [0, 2] }),
    'poolOutputSize: padding must be at most floor(kernelSize / 2) = 1 on each side, got 2 with kernelSize 3',
  ],
  [
    () => poolOutputSize(2, { kernelSize: 3 }),
    'poolOutputSize: kernelSize must span at most the padded input size 2, got 3 with dilation 1, which spans 3',
  ],
  [
    () => poolOutputSize(1, { kernelSize: 3, stride: 1, ceilMode: true }),
    'poolOutputSize: kernelSize must span at most the padded input size 1, got 3 with dilation 1, which spans 3',
  ],
  [
    () => poolOutputSize(7, { kernelSize: 3, ceilMode: 1 as Anything }),
    'poolOutputSize: ceilMode must be true or false, got 1',
  ],
  [() => samePadding(7, { kernelSize: 0 }), 'samePadding: kernelSize must be an integer ≥ 1, got 0'],
  [() => samePadding(0, window), 'samePadding: inputSize must be an integer ≥ 1, got 0'],
  [() => samePadding(7, { ...window, stride: 0 }), 'samePadding: stride must be an integer ≥ 1, got 0'],
  [() => samePadding(7, { ...window, dilation: -1 }), 'samePadding: dilation must be an integer ≥ 1, got -1'],
  [() => samePadding(7, null as Anything), 'samePadding: options must be an object, got null'],
  [() => samePadding(7, window, 'upper' as Anything), "samePadding: extra must be 'end' or 'start', got \"upper\""],
  [() => collapsingInputSizes(0, window), 'collapsingInputSizes: outputSize must be an integer ≥ 1, got 0'],
  [
    () => collapsingInputSizes(3, { ...window, stride: 0 }),
    'collapsingInputSizes: stride must be an integer ≥ 1, got 0',
  ],
  // Taps and coverage.
  [() => convAxisTaps(5, 7, window), 'convAxisTaps: unit must be an integer from 0 to 4, got 5'],
  [() => convAxisTaps(-1, 7, window), 'convAxisTaps: unit must be an integer from 0 to 4, got -1'],
  [() => transposedConvAxisTaps(4, 2, window), 'transposedConvAxisTaps: unit must be an integer from 0 to 3, got 4'],
  [() => convTaps([5, 0], [7, 7], window), 'convTaps: unit row must be an integer from 0 to 4, got 5'],
  [() => convTaps([0, 5], [7, 7], window), 'convTaps: unit column must be an integer from 0 to 4, got 5'],
  [() => convTaps(0 as Anything, [7, 7], window), 'convTaps: unit must be a pair [row, column], got 0'],
  [() => convTaps([0, 0], 7 as Anything, window), 'convTaps: inputSize must be a pair [height, width], got 7'],
  [
    () => transposedConvTaps([0, 9], [2, 2], window),
    'transposedConvTaps: unit column must be an integer from 0 to 3, got 9',
  ],
  [() => convAxisReads(7, { kernelSize: -1 }), 'convAxisReads: kernelSize must be an integer ≥ 1, got -1'],
  [() => droppedByFloor(7, { kernelSize: -1 }), 'droppedByFloor: kernelSize must be an integer ≥ 1, got -1'],
  [
    () => transposedConvAxisPaints(7, { kernelSize: 2, outputPadding: 1 }),
    'transposedConvAxisPaints: outputPadding must be less than max(stride, dilation) = 1, got 1',
  ],
  // Lists that would not end.
  [
    () => convAxisTaps(0, 2 ** 40, { kernelSize: 2 ** 40 }),
    'convAxisTaps: kernelSize must give a list of at most 1048576, got 1099511627776',
  ],
  [
    () => transposedConvAxisTaps(0, 2, { kernelSize: 2 ** 40 }),
    'transposedConvAxisTaps: kernelSize must give a list of at most 1048576, got 1099511627776',
  ],
  [
    () => convTaps([0, 0], [2048, 2048], { kernelSize: 2048 }),
    'convTaps: kernelSize must give a list of at most 1048576, got 4194304',
  ],
  [
    () => convAxisReads(2 ** 40, window),
    'convAxisReads: inputSize must give a list of at most 1048576, got 1099511627776',
  ],
  [
    () => transposedConvAxisPaints(2 ** 20, window),
    'transposedConvAxisPaints: inputSize must give a list of at most 1048576, got 1048578',
  ],
  [
    () => collapsingInputSizes(1, { ...window, stride: 2 ** 40 }),
    'collapsingInputSizes: stride must give a list of at most 1048576, got 1099511627776',
  ],
  // Tensors.
  [() => tensor([]), 'tensor: shape must be a list of integers ≥ 1, got []'],
  [() => tensor(4 as Anything), 'tensor: shape must be a list of integers ≥ 1, got 4'],
  [() => tensor([2, 0]), 'tensor: shape must be an integer ≥ 1, got 0'],
  [() => tensor([2, 3], [1, 2]), 'tensor: data must have 6 numbers for shape [2, 3], got 2'],
  [
    () => tensor([2], ['1', '2'] as Anything),
    'tensor: data must be an array of numbers, got an array with other values',
  ],
  [() => tensor([2], new Array(2)), 'tensor: data must be an array of numbers, got an array with other values'],
  [() => tensor([2], '12' as Anything), 'tensor: data must be an array of numbers, got "12"'],
  [() => tensor([2], new BigInt64Array(2) as Anything), 'tensor: data must be an array of numbers, got an object'],
  [() => tensor([2 ** 20, 2 ** 20]), 'tensor: shape must have at most 2147483647 cells, got [1048576, 1048576]'],
  // Planes and weights.
  [
    () => conv2d(undefined as Anything, kernels),
    'conv2d: input must be a tensor { shape, data: Float32Array }, got undefined',
  ],
  [
    () => conv2d({ shape: [1, 2, 4, 4], data: Array.from(plane.data) } as Anything, kernels),
    'conv2d: input must be a tensor { shape, data: Float32Array }, got an object',
  ],
  [() => conv2d(tensor([2, 4, 4]), kernels), 'conv2d: input must have 4 dimensions, got shape [2, 4, 4]'],
  [
    () => conv2d({ shape: [1, 2, 4, 5], data: plane.data }, kernels),
    'conv2d: input must have 40 numbers for shape [1, 2, 4, 5], got 32',
  ],
  [
    () => conv2d({ shape: [1, 2, 4, -4], data: plane.data }, kernels),
    'conv2d: input.shape must be an integer ≥ 1, got -4',
  ],
  [
    () => conv2d(plane, tensor([2, 3, 3, 3])),
    'conv2d: weight must have shape [2, 2, 3, 3] for input [1, 2, 4, 4] and groups 1, got [2, 3, 3, 3]',
  ],
  [
    () => conv2d(plane, kernels, { groups: 2 }),
    'conv2d: weight must have shape [2, 1, 3, 3] for input [1, 2, 4, 4] and groups 2, got [2, 2, 3, 3]',
  ],
  [() => conv2d(plane, kernels, { groups: 3 }), 'conv2d: groups must divide inChannels 2, got 3'],
  [() => conv2d(plane, tensor([3, 1, 3, 3]), { groups: 2 }), 'conv2d: groups must divide outChannels 3, got 2'],
  [() => conv2d(plane, kernels, { groups: 0 }), 'conv2d: groups must be an integer ≥ 1, got 0'],
  [
    () => conv2d(plane, kernels, { bias: tensor([3]) }),
    'conv2d: bias must have shape [2] for weight [2, 2, 3, 3], got [3]',
  ],
  [() => conv2d(plane, kernels, { bias: tensor([2, 1]) }), 'conv2d: bias must have 1 dimensions, got shape [2, 1]'],
  [
    () => conv2d(plane, kernels, { bias: null as Anything }),
    'conv2d: bias must be a tensor { shape, data: Float32Array }, got null',
  ],
  [() => conv2d(plane, kernels, null as Anything), 'conv2d: options must be an object, got null'],
  [() => conv2d(plane, kernels, { stride: 0 }), 'conv2d: stride must be an integer ≥ 1, got 0'],
  [() => conv2d(plane, kernels, { stride: [1, 0] }), 'conv2d: stride must be an integer ≥ 1, got 0'],
  [
    () => conv2d(plane, kernels, { stride: [1, 1, 1] as Anything }),
    'conv2d: stride must be one value or a pair [height, width], got [1, 1, 1]',
  ],
  [
    () => conv2d(plane, kernels, { dilation: [1, 2] }),
    'conv2d: kernelSize must span at most the padded width size 4, got 3 with dilation 2, which spans 5',
  ],
  [() => conv2d(plane, kernels, { padding: [0, -1] }), 'conv2d: padding must be an integer ≥ 0, got -1'],
  [
    () => conv2d(plane, kernels, { padding: [1, [0, 1]] as Anything }),
    'conv2d: padding must be p, [height, width] or [[top, bottom], [left, right]], got [1, [0, 1]]',
  ],
  [
    () => conv2d(plane, kernels, { padding: [[0, 1], 1] as Anything }),
    'conv2d: padding must be p, [height, width] or [[top, bottom], [left, right]], got [[0, 1], 1]',
  ],
  [
    () => conv2d(plane, kernels, { padding: [[0, 1], [1]] as Anything }),
    'conv2d: padding must be p, [height, width] or [[top, bottom], [left, right]], got [[0, 1], [1]]',
  ],
  [
    () => conv2d(plane, kernels, { padding: [0, 1, 0, 1] as Anything }),
    'conv2d: padding must be one value or a pair [height, width], got [0, 1, 0, 1]',
  ],
  [() => conv2d(plane, kernels, { padding: 'same' as Anything }), 'conv2d: padding must be an integer ≥ 0, got "same"'],
  [
    () => transposedConv2d(plane, tensor([3, 2, 3, 3])),
    'transposedConv2d: weight must have shape [2, 2, 3, 3] for input [1, 2, 4, 4], got [3, 2, 3, 3]',
  ],
  [() => transposedConv2d(plane, kernels, { groups: 4 }), 'transposedConv2d: groups must divide inChannels 2, got 4'],
  [
    () => transposedConv2d(plane, kernels, { groups: 2, bias: tensor([2]) }),
    'transposedConv2d: bias must have shape [4] for weight [2, 2, 3, 3], got [2]',
  ],
  [
    () => transposedConv2d(plane, kernels, { outputPadding: [0, 1] }),
    'transposedConv2d: outputPadding must be less than max(stride, dilation) = 1, got 1',
  ],
  [
    () => transposedConv2d(plane, kernels, { padding: [0, 3] }),
    'transposedConv2d: padding must leave an output ≥ 1, got [3, 3], which leaves 0 of the width size 4',
  ],
  [
    () => transposedConv2d(plane, kernels, { stride: 2 ** 20 }),
    'transposedConv2d: shape must have at most 2147483647 cells, got [1, 2, 3145731, 3145731]',
  ],
  // Pools.
  [() => maxPool2d(plane, {} as Anything), 'maxPool2d: kernelSize must be an integer ≥ 1, got undefined'],
  [() => maxPool2d(plane, undefined as Anything), 'maxPool2d: kernelSize must be an integer ≥ 1, got undefined'],
  [
    () => maxPool2d(plane, { kernelSize: 2, padding: [0, 2] }),
    'maxPool2d: padding must be at most floor(kernelSize / 2) = 1 on each side, got 2 with kernelSize 2',
  ],
  [
    () => maxPool2d(plane, { kernelSize: [2, 5] }),
    'maxPool2d: kernelSize must span at most the padded width size 4, got 5 with dilation 1, which spans 5',
  ],
  [
    () => maxPool2d(plane, { kernelSize: 2, ceilMode: 'yes' as Anything }),
    'maxPool2d: ceilMode must be true or false, got "yes"',
  ],
  [() => averagePool2d(plane, null as Anything), 'averagePool2d: options must be an object, got null'],
  [
    () => averagePool2d(plane, { kernelSize: 2, countIncludePadding: 0 as Anything }),
    'averagePool2d: countIncludePadding must be true or false, got 0',
  ],
  [
    () => averagePool2d(plane, { kernelSize: 3, padding: 2 }),
    'averagePool2d: padding must be at most floor(kernelSize / 2) = 1 on each side, got 2 with kernelSize 3',
  ],
  [() => globalAveragePool2d(tensor([4, 4])), 'globalAveragePool2d: input must have 4 dimensions, got shape [4, 4]'],
  // Gradients.
  [
    () => conv2dInputGradient(plane, kernels, {} as Anything),
    'conv2dInputGradient: inputSize must be a pair [height, width], got undefined',
  ],
  [
    () => conv2dInputGradient(plane, kernels, { inputSize: [7, 6] }),
    'conv2dInputGradient: outputGradient must have shape [1, 2, 5, 4] for inputSize [7, 6], got [1, 2, 4, 4]',
  ],
  [
    () => conv2dInputGradient(plane, tensor([3, 2, 3, 3]), { inputSize: [6, 6] }),
    'conv2dInputGradient: weight must have shape [2, 2, 3, 3] for outputGradient [1, 2, 4, 4], got [3, 2, 3, 3]',
  ],
  [
    () => conv2dInputGradient(plane, kernels, { inputSize: [6, 6], groups: 3 }),
    'conv2dInputGradient: groups must divide outChannels 2, got 3',
  ],
  [
    () => conv2dWeightGradient(plane, plane, { kernelSize: 3 as Anything }),
    'conv2dWeightGradient: kernelSize must be a pair [height, width], got 3',
  ],
  [
    () => conv2dWeightGradient(plane, plane, { kernelSize: [3, 3] }),
    'conv2dWeightGradient: outputGradient must have shape [1, 2, 2, 2] for input [1, 2, 4, 4], got [1, 2, 4, 4]',
  ],
  [
    () => conv2dWeightGradient(plane, tensor([2, 2, 2, 2]), { kernelSize: [3, 3] }),
    'conv2dWeightGradient: outputGradient must have the batch 1 of input [1, 2, 4, 4], got [2, 2, 2, 2]',
  ],
  [
    () => conv2dWeightGradient(plane, tensor([1, 3, 2, 2]), { kernelSize: [3, 3], groups: 2 }),
    'conv2dWeightGradient: groups must divide outChannels 3, got 2',
  ],
]

describe('a broken rule throws RangeError that names function, parameter, rule and value', () => {
  test.each(broken.map(([call, message]) => ({ call, message })))('$message', ({ call, message }) => {
    let thrown: unknown
    try {
      call()
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(RangeError)
    expect((thrown as RangeError).message).toBe(message)
    expect(message).toMatch(/^\w+: .+ must .+, got .+$/)
  })
})

describe('problems as data', () => {
  test.each([
    ['notInteger', checkConvAxis(7, { kernelSize: 1.5 }), { name: 'kernelSize', min: 1, got: 1.5 }],
    ['outOfRange', checkConvAxis(7, { kernelSize: 3, padding: -1 }), { name: 'padding', min: 0, got: -1 }],
    [
      'kernelExceedsInput',
      checkConvAxis(4, { kernelSize: 3, dilation: 3, padding: 1 }),
      { inputSize: 4, kernelSize: 3, dilation: 3, effectiveKernelSize: 7, paddedSize: 6 },
    ],
    ['poolPaddingTooLarge', checkPoolAxis(7, { kernelSize: 3, padding: 2 }), { padding: 2, kernelSize: 3, max: 1 }],
    [
      'outputPaddingTooLarge',
      checkTransposedConvAxis(7, { kernelSize: 3, stride: 2, outputPadding: 2 }),
      { outputPadding: 2, stride: 2, dilation: 1 },
    ],
    [
      'outputEmpty',
      checkTransposedConvAxis(1, { kernelSize: 2, padding: [1, 2] }),
      {
        inputSize: 1,
        kernelSize: 2,
        stride: 1,
        padding: [1, 2],
        dilation: 1,
        outputPadding: 0,
        outputSize: -1,
      },
    ],
  ] as const)('%s carries the numbers a sentence needs', (code, problem, numbers) => {
    expect(problem).toEqual({ code, ...numbers })
  })

  test('there is none for a sound configuration', () => {
    expect(checkConvAxis(7, { kernelSize: 3 })).toBeNull()
    expect(checkTransposedConvAxis(7, { kernelSize: 3 })).toBeNull()
    expect(checkPoolAxis(7, { kernelSize: 3 })).toBeNull()
  })
})
