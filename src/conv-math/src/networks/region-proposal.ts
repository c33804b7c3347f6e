import { addFeatures } from './alexnet.ts'
import { conv, maxPool, type Network, type NetworkBuilder, networkBuilder } from './network-builder.ts'
import { vggStages } from './vgg.ts'

/** Anchors per position: three scales by three ratios. */
const ANCHORS = 9

/**
 * The ZF network with the region proposal network of Faster R-CNN on top: 3×3, then scores and boxes for nine anchors
 * at every position, side by side.
 *
 * @see Zeiler & Fergus 2013, arXiv:1311.2901; Ren, He, Girshick & Sun 2015, arXiv:1506.01497
 *
 * @example receptiveField(networks.zfRpn().graph, 'rpn').height.size // 171
 */
export function zfRpn(): Network {
  const net = networkBuilder()
  addFeatures(net, [
    ['conv1', conv(96, 7, { stride: 2, padding: 3 })],
    ['pool1', maxPool(3, 2, { padding: 1, ceilMode: true })],
    ['conv2', conv(256, 5, { stride: 2, padding: 2 })],
    ['pool2', maxPool(3, 2, { padding: 1, ceilMode: true })],
    ['conv3', conv(384, 3, { padding: 1 })],
    ['conv4', conv(384, 3, { padding: 1 })],
    ['conv5', conv(256, 3, { padding: 1 })],
  ])
  addProposals(net, 256)
  return net.finish([3, 600, 1000])
}

/**
 * VGG-16 up to conv5_3 with the region proposal network of Faster R-CNN on top.
 *
 * @see Ren, He, Girshick & Sun 2015, arXiv:1506.01497
 *
 * @example receptiveField(networks.vgg16Rpn().graph, 'rpn').height.size // 228
 */
export function vgg16Rpn(): Network {
  const net = networkBuilder()
  addFeatures(net, vggStages([2, 2, 3, 3, 3]).slice(0, -1))
  addProposals(net, 512)
  return net.finish([3, 600, 1000])
}

function addProposals(net: NetworkBuilder, channels: number): void {
  net.add('rpn', conv(channels, 3, { padding: 1 }))
  net.mark('rpn')
  const features = net.add('rpn.activation', { type: 'activation' })
  const scores = net.add('rpn.scores', conv(2 * ANCHORS, 1), features)
  const boxes = net.add('rpn.boxes', conv(4 * ANCHORS, 1), features)
  net.add('proposals', { type: 'concat' }, scores, boxes)
}
