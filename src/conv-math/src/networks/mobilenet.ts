import {
  addConvNorm,
  addConvNormActivation,
  addPooledClassifier,
  conv,
  IMAGENET,
  type Network,
  type NetworkBuilder,
  networkBuilder,
} from './network-builder.ts'

/**
 * MobileNet v1: a depthwise 3×3 and a 1×1 convolution, thirteen times.
 *
 * @see Howard et al. 2017, arXiv:1704.04861
 *
 * @example receptiveField(networks.mobilenetV1().graph, networks.mobilenetV1().endpoints.pointwise13).height.size // 315
 */
export function mobilenetV1(): Network {
  const net = networkBuilder()
  addConvNormActivation(net, 'conv0', conv(32, 3, { stride: 2, padding: 1 }))
  net.mark('conv0')
  let channels = 32
  const widths = [64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024]
  for (const [index, width] of widths.entries()) {
    // Maps halve where channels double, but for the first step.
    const stride = index > 0 && width > channels ? 2 : 1
    addConvNormActivation(net, `depthwise${index + 1}`, conv(channels, 3, { stride, padding: 1, groups: channels }))
    addConvNormActivation(net, `pointwise${index + 1}`, conv(width, 1))
    net.mark(`pointwise${index + 1}`)
    channels = width
  }
  addPooledClassifier(net, 'fc')
  return net.finish(IMAGENET)
}

/** One stage of inverted residual blocks: how much wider inside, output channels, blocks, stride of the first. */
type Stage = readonly [expansion: number, outChannels: number, blocks: number, stride: number]

const STAGES: readonly Stage[] = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
]

/**
 * MobileNetV2: inverted residual blocks, which widen, filter each channel, and narrow again without activation.
 *
 * @see Sandler et al. 2018, arXiv:1801.04381
 *
 * @example networks.mobilenetV2().endpoints['features.18'] // 'features.18.activation'
 */
export function mobilenetV2(): Network {
  const net = networkBuilder()
  addConvNormActivation(net, 'features.0', conv(32, 3, { stride: 2, padding: 1 }))
  net.mark('features.0')
  let channels = 32
  let index = 1
  for (const [expansion, outChannels, blocks, stride] of STAGES) {
    for (let block = 0; block < blocks; block += 1) {
      addInvertedResidual(net, `features.${index}`, channels, expansion, outChannels, block === 0 ? stride : 1)
      net.mark(`features.${index}`)
      channels = outChannels
      index += 1
    }
  }
  addConvNormActivation(net, `features.${index}`, conv(1280, 1))
  net.mark(`features.${index}`)
  addPooledClassifier(net, 'classifier.1')
  return net.finish(IMAGENET)
}

function addInvertedResidual(
  net: NetworkBuilder,
  id: string,
  channels: number,
  expansion: number,
  outChannels: number,
  stride: number,
): void {
  const input = net.last()
  const width = channels * expansion
  if (expansion > 1) addConvNormActivation(net, `${id}.expand`, conv(width, 1))
  addConvNormActivation(net, `${id}.depthwise`, conv(width, 3, { stride, padding: 1, groups: width }))
  const result = addConvNorm(net, `${id}.project`, conv(outChannels, 1))
  if (stride === 1 && channels === outChannels) net.add(id, { type: 'add' }, input, result)
}
