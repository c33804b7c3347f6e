import { convOutputSize, type PoolAxisOptions, poolOutputSize, samePadding, transposedConvOutputSize } from 'conv-math'
import { describe, expect, test } from 'vitest'
import { loadFixture } from './load-fixture.ts'

interface ShapeCase {
  readonly id: string
  readonly op: 'conv2d' | 'conv_transpose2d' | 'max_pool2d' | 'avg_pool2d'
  readonly params: {
    readonly kernel: readonly [number, number]
    readonly stride: readonly [number, number]
    readonly padding: readonly [number, number] | 'same' | 'valid'
    readonly dilation?: readonly [number, number]
    readonly outputPadding?: readonly [number, number]
    readonly ceilMode?: boolean
  }
  readonly input: readonly [number, number]
  readonly output?: readonly [number, number]
  readonly error?: true
}

const cases = loadFixture<readonly ShapeCase[]>('torch-shapes.json')

const sizeOf = {
  conv2d: convOutputSize,
  conv_transpose2d: transposedConvOutputSize,
  max_pool2d: poolOutputSize,
  avg_pool2d: poolOutputSize,
}

function axisSize({ op, params, input }: ShapeCase, axis: 0 | 1): number {
  const window = {
    kernelSize: params.kernel[axis],
    stride: params.stride[axis],
    dilation: params.dilation?.[axis] ?? 1,
  }
  const options: PoolAxisOptions & { outputPadding: number } = {
    ...window,
    padding: paddingOf(params.padding, axis, input[axis], window),
    outputPadding: params.outputPadding?.[axis] ?? 0,
    ceilMode: params.ceilMode ?? false,
  }
  return sizeOf[op](input[axis], options)
}

type Window = Pick<PoolAxisOptions, 'kernelSize' | 'stride' | 'dilation'>

function paddingOf(padding: ShapeCase['params']['padding'], axis: 0 | 1, inputSize: number, window: Window) {
  if (padding === 'same') return samePadding(inputSize, window)
  return padding === 'valid' ? 0 : padding[axis]
}

/** PyTorch refuses padding 'same' with a stride; samePadding does not, so it is no case for the package. */
function isStridedSame({ params }: ShapeCase): boolean {
  return params.padding === 'same' && (params.stride[0] !== 1 || params.stride[1] !== 1)
}

describe('PyTorch 1.13: output sizes', () => {
  test('the file holds the cases counted here', () => {
    const sound = cases.filter((one) => !one.error).length
    const strided = cases.filter(isStridedSame)
    expect({ cases: cases.length, sound, refused: cases.length - sound, strided: strided.length }).toEqual({
      cases: 998,
      sound: 831,
      refused: 167,
      strided: 6,
    })
    expect(strided.every((one) => one.error)).toBe(true)
  })

  for (const op of Object.keys(sizeOf)) {
    const own = cases.filter((one) => one.op === op)
    const sound = own.filter((one) => !one.error)
    const refused = own.filter((one) => one.error && !isStridedSame(one))

    test(`${op}: ${sound.length} sizes agree on both axes`, () => {
      for (const one of sound) expect([axisSize(one, 0), axisSize(one, 1)], one.id).toEqual(one.output)
    })

    test(`${op}: ${refused.length} configurations that PyTorch refuses throw RangeError`, () => {
      for (const one of refused) expect(() => [axisSize(one, 0), axisSize(one, 1)], one.id).toThrow(RangeError)
    })
  }
})
