import {
  convOutputSize,
  type Graph,
  inferShapes,
  type Layer,
  macCount,
  networks,
  parameterCount,
  receptiveField,
  samePadding,
} from 'conv-math'
import { type Claim, claim } from '../claim.ts'
import { conv, macs, rounded, weights } from '../counting.ts'

const input = [192, 28, 28] as const

interface Block {
  readonly wide?: number
  readonly reduction?: boolean
  readonly widths?: readonly [number, number, number, number]
}

/** An inception block: 1×1, 3×3, `wide`×`wide` and pooling, with the reductions of (3a) or none. */
function block({ wide = 5, reduction = true, widths = [64, 128, 32, 32] }: Block = {}): Graph {
  const pool: Layer = { type: 'maxPool', kernelSize: 3, stride: 1, padding: 1 }
  const branches: readonly Layer[][] = [
    [conv(1, widths[0])],
    [...(reduction ? [conv(1, 96)] : []), conv(3, widths[1])],
    [...(reduction ? [conv(1, 16)] : []), conv(wide, widths[2])],
    [pool, ...(reduction ? [conv(1, widths[3])] : [])],
  ]
  const nodes = branches.flatMap((layers, branch) =>
    layers.map((layer, at) => ({
      id: `${branch}.${at}`,
      layer,
      inputs: [at === 0 ? 'input' : `${branch}.${at - 1}`],
    })),
  )
  const ends = branches.map((layers, branch) => `${branch}.${layers.length - 1}`)
  return { nodes: [...nodes, { id: 'concat', layer: { type: 'concat' }, inputs: ends }] }
}
const channels = (graph: Graph): number => inferShapes(graph, input).get('concat')?.[0] ?? Number.NaN
const fieldAt = (graph: Graph, node: string): number => receptiveField(graph, node).height.size
const blockWeights = (options?: Block): number => parameterCount(block(options), input).total

const paper = networks.googlenet({ form: 'paper', batchNorm: true })
const torchvision = networks.googlenet({ form: 'torchvision' })
const lastField = ({ graph, endpoints }: networks.Network): number => fieldAt(graph, endpoints.inception5b)
const parameters = ({ graph, inputShape }: networks.Network): number => parameterCount(graph, inputShape).total
const strided = { kernelSize: 3, stride: 2 }

export const claims: Claim[] = [
  claim(
    'channels of (3a)',
    ['64、128、32、32个通道，拼成256个', '64, 128, 32 and 32 channels, 256 together'],
    256,
    () => channels(block()),
  ),
  claim('size without padding, 3×3', ['26×26、24×24', '26×26 and 24×24'], 26, () =>
    convOutputSize(28, { kernelSize: 3 }),
  ),
  claim('size without padding, 5×5', ['26×26、24×24', '26×26 and 24×24'], 24, () =>
    convOutputSize(28, { kernelSize: 5 }),
  ),
  claim(
    'padding of 3×3',
    ['依次填充0、1、2', '0, 1 and 2 for 1×1, 3×3 and 5×5'],
    1,
    () => samePadding(28, { kernelSize: 3 })[0],
  ),
  claim(
    'padding of 5×5',
    ['依次填充0、1、2', '0, 1 and 2 for 1×1, 3×3 and 5×5'],
    2,
    () => samePadding(28, { kernelSize: 5 })[0],
  ),
  claim('padding of 5×5, both sides', ['前者写2，后者写4', 'one says 2, the other 4'], 4, () =>
    samePadding(28, { kernelSize: 5 }).reduce((a, b) => a + b),
  ),
  claim('5×5 directly', ['要153,600个权重', 'needs 153,600 weights'], 153_600, () => weights([conv(5, 32)], 192)),
  claim('branch C', '| 5 | 32 | 15,872 |', 15_872, () => weights([conv(1, 16), conv(5, 32)], 192)),
  claim('branch A', '| 1 | 64 | 12,288 |', 12_288, () => weights([conv(1, 64)], 192)),
  claim('branch B', '| 3 | 128 | 129,024 |', 129_024, () => weights([conv(1, 96), conv(3, 128)], 192)),
  claim('branch D', '| 3 | 32 | 6,144 |', 6144, () => weights([conv(1, 32)], 192)),
  claim('weights of (3a)', '| 5 | 256 | 163,328 |', 163_328, () => blockWeights()),
  claim('field of (3a)', '\\mathrm{RF}=\\max(1,\\,3,\\,5,\\,3)=5', 5, () => fieldAt(block(), 'concat')),
  claim('uses of a weight', ['每个权重用784次', 'each weight is used 784 times'], 784, () =>
    macs([conv(1, 1)], [1, 28, 28]),
  ),
  claim('MACs of (3a)', '128,049,152', 128_049_152, () => macCount(block(), input).total),
  claim('weights without reduction', ['权重涨到387,072', 'the weights grow to 387,072'], 387_072, () =>
    blockWeights({ reduction: false }),
  ),
  claim('channels without reduction', ['输出涨到416个通道', 'the output to 416 channels'], 416, () =>
    channels(block({ reduction: false })),
  ),
  claim('(3a) in torchvision', ['从163,328减到155,136', '155,136 weights instead of 163,328'], 155_136, () =>
    blockWeights({ wide: 3 }),
  ),
  claim('last field, paper', ['从715减到379', '379 instead of 715'], 715, () => lastField(paper)),
  claim('last field, torchvision', ['从715减到379', '379 instead of 715'], 379, () => lastField(torchvision)),
  claim('parameters, 5×5 and norm', ['从7,005,832减到6,624,904', 'instead of 7,005,832'], 7_005_832, () =>
    parameters(paper),
  ),
  claim('parameters, torchvision', ['6,624,904', '6,624,904 parameters'], 6_624_904, () => parameters(torchvision)),
  claim('SAME at 224, start', '`SAME`', 0, () => samePadding(224, strided)[0]),
  claim('SAME at 224, end', '$(0,1)$', 1, () => samePadding(224, strided)[1]),
  claim('output, SAME', ['输出都是112', 'Both give 112'], 112, () =>
    convOutputSize(224, { ...strided, padding: samePadding(224, strided) }),
  ),
  claim('output, padding 1', ['输出都是112', 'Both give 112'], 112, () =>
    convOutputSize(224, { ...strided, padding: 1 }),
  ),
  claim('channels of (3b)', '128 + 192 + 96 + 64 = 480', 480, () => channels(block({ widths: [128, 192, 96, 64] }))),
  claim('5×5 with padding 2', '28 + 2 × 2 − 5 + 1 = 28', 28, () => convOutputSize(28, { kernelSize: 5, padding: 2 })),
  claim('5×5, 16 to 32', '25 × 16 × 32 = 12,800', 12_800, () => weights([conv(5, 32)], 16)),
  claim('two 3×3, 16 to 32 to 32', '9 × 16 × 32 + 9 × 32 × 32 = 13,824', 13_824, () =>
    weights([conv(3, 32), conv(3, 32)], 16),
  ),
  claim('two 3×3, 16 to 16 to 32', ['就只要6,912个', 'it is 6,912'], 6912, () =>
    weights([conv(3, 16), conv(3, 32)], 16),
  ),
  claim('saved by two 3×3, equal channels', ['省28%', 'save 28%'], 28, () =>
    rounded(100 - (100 * weights([conv(3, 8), conv(3, 8)], 8)) / weights([conv(5, 8)], 8)),
  ),
]
