import {
  collapsingInputSizes,
  convAxisReads,
  convAxisTaps,
  convOutputSize,
  convTaps,
  droppedByFloor,
  effectiveKernelSize,
  poolOutputSize,
  samePadding,
  stretchedAxis,
  transposedConvAxisPaints,
  transposedConvAxisTaps,
  transposedConvOutputSize,
  transposedConvTaps,
} from 'conv-math'

// biome-ignore lint/suspicious/noExplicitAny: the point is to pass what the types forbid
type Anything = any

const window = { kernelSize: 3 }

/** A rule broken once: what is called, and the whole message. */
export type BrokenRule = readonly [call: () => unknown, message: string]

export const brokenAxisRules: readonly BrokenRule[] = [
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
  [
    () => stretchedAxis(2 ** 40, window),
    'stretchedAxis: inputSize must give a list of at most 1048576, got 1099511627780',
  ],
]
