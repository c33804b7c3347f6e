import { convAxisReads, macCount, networks, receptiveField } from 'conv-math'
import { type Claim, claim } from '../claim.ts'
import { conv, macs, rounded, weights } from '../counting.ts'

const map = [192, 28, 28] as const
const direct = [conv(5, 32)]
const through = (middle: number) => [conv(1, middle), conv(5, 32)]

/** The widest middle for which reducing first has fewer weights than the direct convolution. */
function widestSaving(): number {
  let middle = 1
  while (weights(through(middle + 1), 192) < weights(direct, 192)) middle += 1
  return middle
}
const breakEven = (): number => weights(direct, 192) / (weights(through(2), 192) - weights(through(1), 192))

const forms = { paper: networks.resnet50({ form: 'paper' }), torchvision: networks.resnet50({ form: 'torchvision' }) }
const field = (form: keyof typeof forms): number =>
  receptiveField(forms[form].graph, forms[form].endpoints.layer4).height.size
const networkMacs = (form: keyof typeof forms): number => macCount(forms[form].graph, forms[form].inputShape).total

function pointwiseShare(): number {
  const { graph, inputShape } = networks.mobilenetV1()
  const { total, byNode } = macCount(graph, inputShape)
  const pointwise = graph.nodes.filter(({ layer }) => layer.type === 'conv' && layer.kernelSize === 1)
  return pointwise.reduce((sum, { id }) => sum + (byNode.get(id) ?? 0), 0) / total
}
/** Share of a map that no window of a 1×1 with stride 2 reads. */
function unread(): number {
  const reads = convAxisReads(28, { kernelSize: 1, stride: 2 })
  return 1 - (reads.filter((count) => count > 0).length / reads.length) ** 2
}
const bottleneck = [conv(1, 64), conv(3, 64), conv(1, 256)]

export const claims: Claim[] = [
  claim('weights, 5×5 directly', '| 153,600 | 120,422,400 |', 153_600, () => weights(direct, 192)),
  claim('MACs, 5×5 directly', '| 153,600 | 120,422,400 |', 120_422_400, () => macs(direct, map)),
  claim('weights through 16', '| 15,872 | 12,443,648 |', 15_872, () => weights(through(16), 192)),
  claim('MACs through 16', '| 15,872 | 12,443,648 |', 12_443_648, () => macs(through(16), map)),
  claim('about a tenth', ['十分之一上下', 'about a tenth'], 0.1, () =>
    rounded(weights(through(16), 192) / weights(direct, 192), 1),
  ),
  claim('break-even', ['右边约是154.8', 'the right side is about 154.8'], 154.8, () => rounded(breakEven(), 1)),
  claim('widest middle that saves', ['中间取154', 'with 154 channels in the middle'], 154, widestSaving),
  claim('weights of the bottleneck', ['合计69,632个权重', 'have 69,632 weights'], 69_632, () =>
    weights(bottleneck, 256),
  ),
  claim('weights of one 3×3', ['的589,824个', 'of the 589,824 of'], 589_824, () => weights([conv(3, 256)], 256)),
  claim('less than an eighth', ['不足八分之一', 'less than an eighth'], 8, () =>
    Math.floor(weights([conv(3, 256)], 256) / weights(bottleneck, 256)),
  ),
  claim('unread by a 1×1 of stride 2', ['四分之三的输入没人看', 'three quarters of its input go unread'], 0.75, unread),
  claim('field, stride on the first 1×1', ['从483变成427', 'from 483 to 427'], 483, () => field('paper')),
  claim('field, stride on the 3×3', ['从483变成427', 'from 483 to 427'], 427, () => field('torchvision')),
  claim('MACs, stride on the first 1×1', ['从3,857,973,248涨到', 'from 3,857,973,248 to'], 3_857_973_248, () =>
    networkMacs('paper'),
  ),
  claim('MACs, stride on the 3×3', ['涨到4,089,184,256', 'to 4,089,184,256'], 4_089_184_256, () =>
    networkMacs('torchvision'),
  ),
  claim('share of 1×1 in MobileNet v1', '94.86%', 94.86, () => rounded(100 * pointwiseShare(), 2)),
  claim('FLOPs of 12,443,648 MACs', '24,887,296 FLOPs', 24_887_296, () => 2 * macs(through(16), map)),
  claim('weights, 256 to 64', '256 × 64 = 16,384', 16_384, () => weights([conv(1, 64)], 256)),
  claim('MACs, 256 to 64 at 56×56', '16,384 × 56 × 56 = 51,380,224', 51_380_224, () =>
    macs([conv(1, 64)], [256, 56, 56]),
  ),
  claim('weights, 3×3 at 64', '9 × 64 × 64 = 36,864', 36_864, () => weights([conv(3, 64)], 64)),
  claim('weights, 64 to 256', '64 × 256 = 16,384', 16_384, () => weights([conv(1, 256)], 64)),
  claim('weights through 96', '192 × 96 + 25 × 96 × 32 = 95,232', 95_232, () => weights(through(96), 192)),
]
