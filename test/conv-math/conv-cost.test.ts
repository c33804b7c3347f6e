import { checkGroups, convCost, inferShapes, type Layer, macCount, parameterCount, sequential } from 'conv-math'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { windowStarts } from './by-definition.ts'
import { type AxisCase, axisCase, RUNS } from './random-cases.ts'

const cube = (kernelSize: number, padding: number) => [1, 2, 3].map(() => ({ kernelSize, padding }))

describe('cases', () => {
  test('the first layer of C3D does 48 times the work of one frame', () => {
    const clip = convCost([16, 112, 112], { inChannels: 3, outChannels: 64, axes: cube(3, 1), bias: false })
    expect(clip).toEqual({
      outputSize: [16, 112, 112],
      weightCount: 5184,
      parameterCount: 5184,
      macCount: 1_040_449_536,
      inputCount: 602_112,
      outputCount: 12_845_056,
    })
    const frame = convCost([112, 112], { inChannels: 3, outChannels: 64, axes: cube(3, 1).slice(1) })
    expect(clip.macCount / frame.macCount).toBe(48)
    expect(frame.parameterCount - frame.weightCount).toBe(64)
  })

  test('each axis has a window of its own', () => {
    const axes = [
      { kernelSize: 3, padding: 1 },
      { kernelSize: 7, stride: 2, padding: 3 },
      { kernelSize: 7, stride: 2, padding: 3 },
    ]
    const { outputSize, weightCount } = convCost([16, 112, 112], { inChannels: 3, outChannels: 64, axes })
    expect(outputSize).toEqual([16, 56, 56])
    expect(weightCount).toBe(28_224)
  })
})

describe('laws', () => {
  const channels = fc.record({
    groups: fc.integer({ min: 1, max: 4 }),
    inputs: fc.integer({ min: 1, max: 4 }),
    outputs: fc.integer({ min: 1, max: 4 }),
    bias: fc.boolean(),
  })

  test('on two axes it is what a network of one layer counts', () => {
    fc.assert(
      fc.property(channels, axisCase, axisCase, ({ groups, inputs, outputs, bias }, height, width) => {
        const [inChannels, outChannels] = [groups * inputs, groups * outputs]
        const layer: Layer = {
          type: 'conv',
          outChannels,
          kernelSize: [height.kernelSize, width.kernelSize],
          stride: [height.stride, width.stride],
          padding: [height.padding, width.padding],
          dilation: [height.dilation, width.dilation],
          groups,
          bias,
        }
        const input = [inChannels, height.inputSize, width.inputSize] as const
        const graph = sequential([layer])
        const [, ...size] = inferShapes(graph, input).get('0') ?? []
        const cost = convCost(input.slice(1), { inChannels, outChannels, axes: [height, width], groups, bias })
        expect(cost.outputSize).toEqual(size)
        expect(cost.parameterCount).toBe(parameterCount(graph, input).total)
        expect(cost.macCount).toBe(macCount(graph, input).total)
      }),
      RUNS,
    )
  })

  test('on any number of axes it counts what a loop over windows and taps does', () => {
    const windows = ({ inputSize, kernelSize, dilation, stride, padding }: AxisCase) =>
      windowStarts(inputSize, dilation * (kernelSize - 1) + 1, stride, padding)
    fc.assert(
      fc.property(channels, fc.array(axisCase, { minLength: 1, maxLength: 4 }), (given, axes) => {
        const { groups, inputs, outputs, bias } = given
        let [taps, outs] = [1, 1]
        for (const axis of axes) [taps, outs] = [taps * axis.kernelSize, outs * windows(axis).length]
        const options = { inChannels: groups * inputs, outChannels: groups * outputs, axes, groups, bias }
        const cost = convCost(
          axes.map(({ inputSize }) => inputSize),
          options,
        )
        // every output channel of every window reads the channels of one group, once per tap
        let macs = 0
        for (let out = 0; out < outs; out++) for (let o = 0; o < groups * outputs; o++) macs += taps * inputs
        expect(cost.macCount).toBe(macs)
        expect(cost.outputCount).toBe(outs * groups * outputs)
        expect(cost.weightCount).toBe(macs / outs)
        expect(cost.parameterCount).toBe(macs / outs + (bias ? groups * outputs : 0))
      }),
      RUNS,
    )
  })
})

const axes = [{ kernelSize: 3 }]
test.each([
  [
    () => convCost([], { inChannels: 1, outChannels: 1, axes }),
    'inputSize must be a list of sizes, one per axis, got []',
  ],
  [
    () => convCost([7, 7], { inChannels: 1, outChannels: 1, axes }),
    'axes must be a list of 2 windows, one per axis, got [an object]',
  ],
  [() => convCost([7], { inChannels: 0, outChannels: 1, axes }), 'inChannels must be an integer ≥ 1, got 0'],
  [() => convCost([7], { inChannels: 4, outChannels: 6, axes, groups: 4 }), 'groups must divide outChannels 6, got 4'],
  [
    () => convCost([2], { inChannels: 1, outChannels: 1, axes }),
    'kernelSize must span at most the padded input size 2, got 3 with dilation 1, which spans 3',
  ],
  [
    () => convCost([2 ** 40 + 2], { inChannels: 2 ** 20, outChannels: 1, axes }),
    'macCount must be an integer from 1 to 9007199254740991, got 3458764513820541000',
  ],
] as const)('refuses what breaks a rule: %#', (call, rule) => {
  expect(call).toThrow(new RangeError(`convCost: ${rule}`))
})

test.each([
  [1, { inChannels: 3, outChannels: 5 }, null],
  [3, { inChannels: 6, outChannels: 9 }, null],
  [4, { inChannels: 6, outChannels: 8 }, { code: 'groupsNotDividing', name: 'inChannels', channels: 6, groups: 4 }],
  [4, { inChannels: 8, outChannels: 6 }, { code: 'groupsNotDividing', name: 'outChannels', channels: 6, groups: 4 }],
  [0, { inChannels: 8 }, { code: 'outOfRange', name: 'groups', min: 1, got: 0 }],
  [2, { inChannels: 1.5 }, { code: 'notInteger', name: 'inChannels', min: 1, got: 1.5 }],
])('checkGroups(%j, %j)', (groups, channels, problem) => {
  expect(checkGroups(groups, channels)).toEqual(problem)
})
