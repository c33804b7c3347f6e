import {
  addConvNormActivation,
  addPooledClassifier,
  conv,
  IMAGENET,
  maxPool,
  type Network,
  type NetworkBuilder,
  networkBuilder,
} from './network-builder.ts'

const GROWTH = 32
const DEPTHS = [6, 12, 24, 16]

/**
 * DenseNet with 121 layers: every layer of a block reads the maps of all layers before it.
 *
 * @see Huang, Liu, van der Maaten & Weinberger 2016, arXiv:1608.06993
 *
 * @example networks.densenet121().endpoints.denseblock4 // 'denseblock4.16'
 */
export function densenet121(): Network {
  const net = networkBuilder()
  addConvNormActivation(net, 'conv0', conv(64, 7, { stride: 2, padding: 3 }))
  net.add('pool0', maxPool(3, 2, { padding: 1 }))
  net.mark('pool0')
  let channels = 64
  for (const [index, depth] of DEPTHS.entries()) {
    const id = `denseblock${index + 1}`
    for (let layer = 1; layer <= depth; layer += 1) addDenseLayer(net, `${id}.${layer}`)
    net.mark(id)
    channels += depth * GROWTH
    if (index === DEPTHS.length - 1) continue
    channels /= 2
    addNormActivationConv(net, `transition${index + 1}`, conv(channels, 1))
    net.add(`transition${index + 1}.pool`, { type: 'averagePool', kernelSize: 2 })
    net.mark(`transition${index + 1}`)
  }
  net.add('norm5', { type: 'batchNorm' })
  net.add('activation5', { type: 'activation' })
  addPooledClassifier(net, 'classifier')
  return net.finish(IMAGENET)
}

function addDenseLayer(net: NetworkBuilder, id: string): void {
  const input = net.last()
  addNormActivationConv(net, `${id}.bottleneck`, conv(4 * GROWTH, 1))
  const added = addNormActivationConv(net, `${id}.conv`, conv(GROWTH, 3, { padding: 1 }))
  net.add(id, { type: 'concat' }, input, added)
}

function addNormActivationConv(net: NetworkBuilder, id: string, layer: ReturnType<typeof conv>): string {
  net.add(`${id}.norm`, { type: 'batchNorm' })
  net.add(`${id}.activation`, { type: 'activation' })
  return net.add(id, { ...layer, bias: false })
}
