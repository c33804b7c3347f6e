import {
  averagePool2d,
  axisLevelReads,
  axisPathCounts,
  channelsSeen,
  conv2d,
  conv2dInputGradient,
  conv2dWeightGradient,
  deformableConv2d,
  effectiveReceptiveField,
  fieldCoverage,
  type Graph,
  globalAveragePool2d,
  hybridDilation,
  inferShapes,
  inputsSeen,
  locallyConnected2d,
  macCount,
  maxPool2d,
  networks,
  parameterCount,
  pathShares,
  receptiveField,
  receptiveFields,
  sequential,
  type Tensor,
  tensor,
  touchedInputs,
  transposedConv2d,
} from 'conv-math'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convCase, fractions, RUNS, transposedConvCase } from './random-cases.ts'

const outcome = ({ shape, data }: Tensor) => JSON.stringify([shape, Array.from(data)])

describe('law: inputs are never changed', () => {
  test('by conv2d, its gradients and transposedConv2d', () => {
    fc.assert(
      fc.property(convCase, transposedConvCase, (conv, transposed) => {
        const before = JSON.stringify([conv, transposed])
        const { input, weight, bias, options } = conv
        const output = conv2d(input, weight, { ...options, bias })
        const inputSize = [input.shape[2], input.shape[3]] as const
        const kernelSize = [weight.shape[2], weight.shape[3]] as const
        const kept = outcome(output)
        conv2dInputGradient(output, weight, { ...options, inputSize })
        conv2dWeightGradient(input, output, { ...options, kernelSize })
        transposedConv2d(transposed.input, transposed.weight, { ...transposed.options, bias: transposed.bias })
        expect(JSON.stringify([conv, transposed])).toBe(before)
        expect(outcome(output)).toBe(kept)
      }),
      RUNS,
    )
  })

  test('by the pools', () => {
    fc.assert(
      fc.property(fc.nat(), fc.boolean(), (seed, ceilMode) => {
        const input = fractions([1, 2, 5, 6], seed)
        const options = Object.freeze({ kernelSize: 2, padding: 1, ceilMode })
        const before = outcome(input)
        for (const output of [maxPool2d(input, options), averagePool2d(input, options), globalAveragePool2d(input)]) {
          expect(output.data).not.toBe(input.data)
        }
        expect(outcome(input)).toBe(before)
      }),
      RUNS,
    )
  })

  test('by the convolutions with kernels or points of their own', () => {
    const input = fractions([1, 2, 4, 4], 1)
    const [offset, own, weight] = [
      fractions([1, 8, 3, 3], 2),
      fractions([3, 3, 1, 2, 2, 2], 3),
      fractions([1, 2, 2, 2], 4),
    ]
    const before = [input, offset, own, weight].map(outcome)
    deformableConv2d(input, weight, offset)
    locallyConnected2d(input, own)
    expect([input, offset, own, weight].map(outcome)).toEqual(before)
  })

  // A write to a frozen object throws in a module.
  test.each(Object.entries(networks))('by what reads a graph: %s', (_, make) => {
    const { graph, inputShape, endpoints } = frozen(make())
    const node = Object.values(endpoints)[0]
    inferShapes(graph, inputShape)
    parameterCount(graph, inputShape)
    macCount(graph, inputShape)
    receptiveFields(graph)
    receptiveField(graph, node)
    inputsSeen(graph, node, [0, 0], inputShape)
    touchedInputs(graph, node, [0, 0], inputShape)
  })

  test('by what reads a chain or a list', () => {
    const chain = frozen([
      { kernelSize: 3, stride: 2, padding: [1, 0] as const },
      { kernelSize: 2, dilation: 2 },
    ])
    axisLevelReads(chain, 0, 9)
    axisPathCounts(chain, 0, 9)
    fieldCoverage(chain)
    effectiveReceptiveField(
      frozen([{ kernelSize: 2, kernel: [1, 2, 3, 4] }]),
      frozen({ inputSize: [4, 4], unit: [0, 1] }),
    )
    hybridDilation(frozen([1, 2, 5]), 3)
    channelsSeen(frozen([{ type: 'conv', outChannels: 4, kernelSize: 1, groups: 2 }]), 4)
    const graph: Graph = sequential(
      frozen([{ type: 'conv', outChannels: 2, kernelSize: [3, 1] }, { type: 'activation' }]),
    )
    pathShares(frozen(graph), '1', frozen([0, 0] as const))
    expect(tensor(frozen([1, 2]), frozen([3, 4])).data).toEqual(Float32Array.of(3, 4))
  })
})

/** The value and all that is in it, so that a write throws. */
function frozen<const T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}
