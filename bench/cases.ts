import { inferShapes, type Layer, type MapShape, macCount, sequential, type Tensor, tensor } from 'conv-math'

type ConvLayer = Extract<Layer, { type: 'conv' | 'transposedConv' }>

/** One layer on one map: what every contestant computes. Padding is what TensorFlow calls SAME, stride 2 only upsamples. */
export interface Case {
  readonly name: string
  readonly layer: ConvLayer & { readonly kernelSize: number }
  readonly macs: number
  readonly outputShape: MapShape
  readonly input: Tensor
  readonly weight: Tensor
}

const three = { kernelSize: 3, padding: 1 } as const

export const cases: readonly Case[] = [
  prepare('3×3, 3→16 at 224²', [3, 224, 224], { type: 'conv', outChannels: 16, ...three }),
  prepare('3×3, 64→64 at 56²', [64, 56, 56], { type: 'conv', outChannels: 64, ...three }),
  prepare('3×3 depthwise, 64 at 56²', [64, 56, 56], { type: 'conv', outChannels: 64, groups: 64, ...three }),
  prepare('1×1, 256→64 at 28²', [256, 28, 28], { type: 'conv', outChannels: 64, kernelSize: 1 }),
  prepare('4×4 transposed, 64→32, 28² to 56²', [64, 28, 28], {
    type: 'transposedConv',
    outChannels: 32,
    kernelSize: 4,
    stride: 2,
    padding: 1,
  }),
  prepare('3×3 dilated by 4, 32→32 at 56²', [32, 56, 56], {
    type: 'conv',
    outChannels: 32,
    kernelSize: 3,
    dilation: 4,
    padding: 4,
  }),
]

function prepare(name: string, inputShape: MapShape, layer: Case['layer']): Case {
  const graph = sequential([layer])
  const outputShape = inferShapes(graph, inputShape).get('0')
  if (!outputShape) throw new Error(`${name} has no output`)
  const { kernelSize, outChannels, groups } = { groups: 1, ...layer }
  const [written, read] = layer.type === 'conv' ? [outChannels, inputShape[0]] : [inputShape[0], outChannels]
  return {
    name,
    layer,
    macs: macCount(graph, inputShape).total,
    outputShape,
    input: noise([1, ...inputShape], 1),
    weight: noise([written, read / Number(groups), kernelSize, kernelSize], 2),
  }
}

/** Numbers between −1 and 1 without a pattern, the same in every run. */
function noise(shape: readonly number[], seed: number): Tensor {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
  return tensor(shape, Array.from({ length: shape.reduce((product, size) => product * size) }, next))
}
