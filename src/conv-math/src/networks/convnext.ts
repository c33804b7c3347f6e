import { conv, IMAGENET, type Network, type NetworkBuilder, networkBuilder } from './network-builder.ts'

const WIDTHS = [96, 192, 384, 768]
const DEPTHS = [3, 3, 9, 3]

/**
 * ConvNeXt-T: depthwise 7×7 convolutions between linear layers at every position. Its layer norms learn a scale and a
 * shift per channel, as a `batchNorm` does here.
 *
 * @see Liu et al. 2022, arXiv:2201.03545
 *
 * @example networks.convnextTiny().endpoints['features.7'] // 'features.7.2'
 */
export function convnextTiny(): Network {
  const net = networkBuilder()
  for (const [index, width] of WIDTHS.entries()) {
    // Norm after the stem, but before each halving.
    const id = `features.${2 * index}`
    if (index > 0) net.add(`${id}.norm`, { type: 'batchNorm' })
    const patch = index === 0 ? 4 : 2
    net.add(id, conv(width, patch, { stride: patch }))
    if (index === 0) net.add(`${id}.norm`, { type: 'batchNorm' })
    net.mark(id)
    for (let block = 0; block < DEPTHS[index]; block += 1) addBlock(net, `features.${2 * index + 1}.${block}`, width)
    net.mark(`features.${2 * index + 1}`)
  }
  net.add('avgpool', { type: 'globalAveragePool' })
  net.add('classifier.0', { type: 'batchNorm' })
  net.add('classifier.2', { type: 'linear', outFeatures: 1000 })
  return net.finish(IMAGENET)
}

function addBlock(net: NetworkBuilder, id: string, width: number): void {
  const input = net.last()
  net.add(`${id}.depthwise`, conv(width, 7, { padding: 3, groups: width }))
  net.add(`${id}.norm`, { type: 'batchNorm' })
  net.add(`${id}.expand`, { type: 'linear', outFeatures: 4 * width })
  net.add(`${id}.activation`, { type: 'activation' })
  net.add(`${id}.project`, { type: 'linear', outFeatures: width })
  const result = net.add(`${id}.scale`, { type: 'layerScale' })
  net.add(id, { type: 'add' }, result, input)
}
