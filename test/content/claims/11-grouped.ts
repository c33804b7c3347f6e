import { inferShapes, type Layer, macCount, networks, parameterCount, sequential } from 'conv-math'
import { type Claim, claim } from '../claim.ts'
import { conv, macs, rounded, weights } from '../counting.ts'

const depthwise = (channels: number): Layer => conv(3, channels, { groups: channels })
const separable = (inChannels: number, outChannels: number): Layer[] => [depthwise(inChannels), conv(1, outChannels)]
const percent = (layers: readonly Layer[], inChannels: number, outChannels: number, decimals = 1): number =>
  rounded((100 * weights(layers, inChannels)) / weights([conv(3, outChannels)], inChannels), decimals)

const late = [512, 14, 14] as const
const mapOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b)
/** Multiply-accumulates for every number read or written: input, weights and output. */
function perNumber(layer: Layer): number {
  const graph = sequential([layer])
  const output = inferShapes(graph, late).get('0') ?? []
  const moved = mapOf(late) + mapOf(output) + parameterCount(graph, late).total
  return macCount(graph, late).total / moved
}
function pointwiseShare(): number {
  const { graph, inputShape } = networks.mobilenetV1()
  const { total, byNode } = macCount(graph, inputShape)
  const pointwise = graph.nodes.filter(({ layer }) => layer.type === 'conv' && layer.kernelSize === 1)
  return pointwise.reduce((sum, { id }) => sum + (byNode.get(id) ?? 0), 0) / total
}

const resnext: [string, string] = ['从147,456个减到4,608个', 'has 4,608 weights instead of 147,456']
export const claims: Claim[] = [
  claim('3×3 of 128 channels', resnext, 147_456, () => weights([conv(3, 128)], 128)),
  claim('the same in 32 groups', resnext, 4608, () => weights([conv(3, 128, { groups: 32 })], 128)),
  claim('ordinary, 256 to 256', '| 589,824 | 100% |', 589_824, () => weights([conv(3, 256)], 256)),
  claim('8 groups', '| 73,728 | 12.5% |', 73_728, () => weights([conv(3, 256, { groups: 8 })], 256)),
  claim('8 groups, share', '| 73,728 | 12.5% |', 12.5, () => percent([conv(3, 256, { groups: 8 })], 256, 256)),
  claim('depthwise', '| 2,304 | 0.4% |', 2304, () => weights([depthwise(256)], 256)),
  claim('depthwise, share', '| 2,304 | 0.4% |', 0.4, () => percent([depthwise(256)], 256, 256)),
  claim('separable', '| 67,840 | 11.5% |', 67_840, () => weights(separable(256, 256), 256)),
  claim('separable, share', '| 67,840 | 11.5% |', 11.5, () => percent(separable(256, 256), 256, 256)),
  claim('its 1×1', ['占65,536个', '65,536 of those'], 65_536, () => weights([conv(1, 256)], 256)),
  claim('1×1 in MobileNet v1', '94.86%', 94.86, () => rounded(100 * pointwiseShare(), 2)),
  claim('MACs, ordinary', ['462,422,016次乘加', '462,422,016 MACs'], 462_422_016, () => macs([conv(3, 512)], late)),
  claim('MACs, depthwise', '903,168', 903_168, () => macs([depthwise(512)], late)),
  claim('numbers of the map', ['各100,352个数', '100,352 inputs'], 100_352, () => mapOf(late)),
  claim('MACs per number, ordinary', ['做181次乘加', 'does 181 MACs'], 181, () => rounded(perNumber(conv(3, 512)))),
  claim('MACs per number, depthwise', ['逐通道只做4次', 'the depthwise one 4'], 4, () =>
    rounded(perNumber(depthwise(512))),
  ),
  claim('64 to 128, ordinary', '9 × 64 × 128 = 73,728', 73_728, () => weights([conv(3, 128)], 64)),
  claim('64 to 128, depthwise', '9 × 64 = 576', 576, () => weights([depthwise(64)], 64)),
  claim('64 to 128, 1×1', '64 × 128 = 8,192', 8192, () => weights([conv(1, 128)], 64)),
  claim('64 to 128, separable', ['共8,768个', 'make 8,768'], 8768, () => weights(separable(64, 128), 64)),
  claim('64 to 128, share', '11.9%', 11.9, () => percent(separable(64, 128), 64, 128)),
  claim('1×1, 256 to 512', '256 × 512 = 131,072', 131_072, () => weights([conv(1, 512)], 256)),
  claim('the same in 4 groups', '32,768', 32_768, () => weights([conv(1, 512, { groups: 4 })], 256)),
  claim('depthwise of 64', ['共576个权重', '576 weights'], 576, () => weights([depthwise(64)], 64)),
]
