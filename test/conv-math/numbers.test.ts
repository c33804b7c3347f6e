import {
  axisPathCounts,
  convOutputSize,
  effectiveKernelSize,
  fieldCoverage,
  type Layer,
  macCount,
  type Network,
  networks,
  parameterCount,
  receptiveField,
  samePadding,
  sequential,
  transposedConvAxisPaints,
  transposedConvOutputSize,
} from 'conv-math'
import { describe, expect, it } from 'vitest'

const last = ({ endpoints }: Network): string => Object.values(endpoints).at(-1) ?? ''

describe('receptive fields at the last feature map, as the sources quote them', () => {
  const paper = { form: 'paper' } as const
  const gateless = networks.efficientnetB0({ squeezeExcitation: false })
  it.each([
    ['VGG-16 after pool5', networks.vgg16(), 'features.30', 212, 32, 90],
    ['VGG-16 at conv5_3', networks.vgg16(), 'features.28', 196, 16, 90],
    ['ResNet-50, paper', networks.resnet50(paper), 'layer4.2', 483, 32, 239],
    ['ResNet-101, paper', networks.resnet101(paper), 'layer4.2', 1027, 32, 511],
    ['ResNet-152, paper', networks.resnet152(paper), 'layer4.2', 1507, 32, 751],
    ['ResNet-50, torchvision', networks.resnet50(), 'layer4.2', 427, 32, null],
    ['ResNet-101, torchvision', networks.resnet101(), 'layer4.2', 971, 32, null],
    ['ResNet-152, torchvision', networks.resnet152(), 'layer4.2', 1451, 32, null],
    ['ResNet-18', networks.resnet18(), 'layer4.1', 435, 32, null],
    ['ResNet-34', networks.resnet34(), 'layer4.2', 899, 32, null],
    ['MobileNet v1', networks.mobilenetV1(), 'pointwise13', 315, 32, null],
    ['MobileNetV2', networks.mobilenetV2(), 'features.18.activation', 491, 32, null],
    ['GoogLeNet, paper', networks.googlenet(paper), 'inception5b', 715, 32, null],
    ['GoogLeNet, torchvision', networks.googlenet(), 'inception5b', 379, 32, null],
    ['Inception v3', networks.inceptionV3(), 'mixed7c', 1311, 32, 618],
    ["Faster R-CNN's RPN on ZF", networks.zfRpn(), 'rpn', 171, 16, null],
    ["Faster R-CNN's RPN on VGG-16", networks.vgg16Rpn(), 'rpn', 228, 16, null],
    ['EfficientNet-B0 without gates', gateless, last(gateless), 851, 32, 425],
  ])('%s', (_, { graph }, node, size, stride, padding) => {
    const { height, width, aligned } = receptiveField(graph, node)
    expect([height.size, height.effectiveStride, width.size, width.effectiveStride]).toEqual([
      size,
      stride,
      size,
      stride,
    ])
    if (padding !== null) expect([height.start, width.start]).toEqual([-padding, -padding])
    expect(aligned).toBe(true)
  })

  it('AlexNet in tf-slim: 195, stride 32, padding 64; in torchvision 66, since its first layer is padded', () => {
    const same = (kernelSize: number): Layer => conv(kernelSize, { padding: (kernelSize - 1) / 2 })
    const pool: Layer = { type: 'maxPool', kernelSize: 3, stride: 2 }
    const slim = [conv(11, { stride: 4 }), pool, same(5), pool, same(3), same(3), same(3), pool]
    const field = receptiveField(sequential(slim)).height
    expect([field.size, field.effectiveStride, field.start]).toEqual([195, 32, -64])
    expect(receptiveField(networks.alexnet().graph, 'features.12').height.start).toBe(-66)
  })

  it('MobileNet v1 in tf-slim at 224: padding 126, for SAME pads (0, 1) where PyTorch pads (1, 1)', () => {
    let size = 224
    const layers = networks.mobilenetV1().graph.nodes.flatMap(({ layer }): Layer[] => {
      if (layer.type !== 'conv') return []
      const window = { kernelSize: layer.kernelSize as number, stride: (layer.stride ?? 1) as number }
      const padding = samePadding(size, window)
      size = convOutputSize(size, { ...window, padding })
      return [{ ...layer, outChannels: 1, groups: 1, padding: [padding, padding] }]
    })
    const { height } = receptiveField(sequential(layers))
    expect([height.size, height.effectiveStride, height.start, size]).toEqual([315, 32, -126, 7])
    expect([
      samePadding(224, { kernelSize: 3, stride: 2 }),
      convOutputSize(224, { kernelSize: 3, stride: 2, padding: 1 }),
    ]).toEqual([[0, 1], 112])
  })
})

describe('parameters and multiply-accumulates at 224×224', () => {
  it.each([
    ['AlexNet', networks.alexnet(), 61_100_840, 714_188_480],
    ['VGG-16', networks.vgg16(), 138_357_544, 15_470_264_320],
    ['GoogLeNet, torchvision', networks.googlenet(), 6_624_904, 1_498_376_192],
    [
      'GoogLeNet, true 5×5 and batch norm',
      networks.googlenet({ form: 'paper', batchNorm: true }),
      7_005_832,
      1_582_671_872,
    ],
    ['ResNet-18', networks.resnet18(), 11_689_512, 1_814_073_344],
    ['ResNet-50, torchvision', networks.resnet50(), 25_557_032, 4_089_184_256],
    ['ResNet-50, paper', networks.resnet50({ form: 'paper' }), 25_557_032, 3_857_973_248],
    ['MobileNetV2', networks.mobilenetV2(), 3_504_872, 300_774_272],
  ])('%s', (_, { graph, inputShape }, parameters, macs) => {
    expect(inputShape).toEqual([3, 224, 224])
    expect([parameterCount(graph, inputShape).total, macCount(graph, inputShape).total]).toEqual([parameters, macs])
  })
})

describe('where other sources go wrong', () => {
  it('dilation rate r puts r − 1 zeros between taps: one 2-dilated 3×3 spans 5×5, the stack of figure (b) 7×7', () => {
    expect([1, 2, 4].map((dilation) => effectiveKernelSize(3, dilation))).toEqual([3, 5, 9])
    expect(receptiveField(sequential([conv(3), conv(3, { dilation: 2 })])).height.size).toBe(7)
  })

  it('rates 2, 2, 2 touch 29 % of their 13×13, rates 1, 2, 4 all of 15×15', () => {
    const [gridded, dense] = [
      [2, 2, 2],
      [1, 2, 4],
    ].map((rates) => rates.map((dilation) => ({ kernelSize: 3, dilation })))
    expect(fieldCoverage(gridded)).toEqual({ size: 169, touched: 49, share: 49 / 169 })
    expect(Math.round(fieldCoverage(gridded).share * 100)).toBe(29)
    expect(fieldCoverage(dense)).toEqual({ size: 225, touched: 225, share: 1 })
  })

  it('output padding pads no zeros: the cell that it adds is reached like any other', () => {
    const layer = { kernelSize: 3, stride: 2, padding: 1, outputPadding: 1 }
    expect(transposedConvOutputSize(3, layer)).toBe(6)
    expect(transposedConvAxisPaints(3, layer)).toEqual([1, 2, 1, 2, 1, 1])
    expect(axisPathCounts([{ type: 'transposedConv', ...layer }], 5, 3).counts).toEqual([1])
  })

  it('the floor drops the last rows of a stride that does not divide', () => {
    expect([6, 7].map((size) => convOutputSize(size, { kernelSize: 3, stride: 2 }))).toEqual([2, 3])
  })

  it('even overlap needs a kernel that the stride divides: 4 by 2 paints evenly, 3 by 2 does not', () => {
    const inside = (kernelSize: number) => new Set(transposedConvAxisPaints(9, { kernelSize, stride: 2 }).slice(4, -4))
    expect([inside(4).size, inside(3).size]).toEqual([1, 2])
  })
})

function conv(kernelSize: number, options: object = {}): Layer {
  return { type: 'conv', outChannels: 1, kernelSize, ...options }
}
