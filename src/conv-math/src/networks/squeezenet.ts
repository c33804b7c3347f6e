import {
  addConvActivation,
  conv,
  IMAGENET,
  maxPool,
  type Network,
  type NetworkBuilder,
  networkBuilder,
} from './network-builder.ts'

/** What follows the first convolution: a pool, or the channels of a fire module's squeeze; its two halves are 4× as wide. */
const STEPS: readonly ('pool' | number)[] = ['pool', 16, 16, 'pool', 32, 32, 'pool', 48, 48, 64, 64]

/**
 * SqueezeNet 1.1: few channels into 1×1 and 3×3 side by side, and no linear layer.
 *
 * @see Iandola et al. 2016, arXiv:1602.07360
 *
 * @example networks.squeezenet().endpoints['features.12'] // 'features.12'
 */
export function squeezenet(): Network {
  const net = networkBuilder()
  addConvActivation(net, 'features.0', conv(64, 3, { stride: 2 }))
  net.mark('features.0', 'features.0')
  for (const [index, step] of STEPS.entries()) {
    const id = `features.${index + 2}`
    if (step === 'pool') net.add(id, maxPool(3, 2, { ceilMode: true }))
    else addFire(net, id, step)
    net.mark(id)
  }
  addConvActivation(net, 'classifier.1', conv(1000, 1))
  net.mark('classifier.1', 'classifier.1')
  net.add('avgpool', { type: 'globalAveragePool' })
  return net.finish(IMAGENET)
}

function addFire(net: NetworkBuilder, id: string, squeezed: number): void {
  const squeeze = addConvActivation(net, `${id}.squeeze`, conv(squeezed, 1))
  const single = addConvActivation(net, `${id}.expand1x1`, conv(4 * squeezed, 1), squeeze)
  const triple = addConvActivation(net, `${id}.expand3x3`, conv(4 * squeezed, 3, { padding: 1 }), squeeze)
  net.add(id, { type: 'concat' }, single, triple)
}
