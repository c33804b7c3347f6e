import {
  averagePool2d,
  conv2d,
  conv2dInputGradient,
  conv2dWeightGradient,
  globalAveragePool2d,
  maxPool2d,
  tensor,
  transposedConv2d,
} from 'conv-math'

import type { BrokenRule } from './broken-axis-rules.ts'

// biome-ignore lint/suspicious/noExplicitAny: the point is to pass what the types forbid
type Anything = any

const plane = tensor([1, 2, 4, 4])
const kernels = tensor([2, 2, 3, 3])

export const brokenPlaneRules: readonly BrokenRule[] = [
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
