import { conv, type Network, networkBuilder } from './network-builder.ts'

/**
 * LeNet-5 for 32×32 digits, with every map of C3 reading all maps of S2 as it is usually built today; the paper leaves
 * some of these connections out.
 *
 * @see LeCun, Bottou, Bengio & Haffner 1998, Gradient-Based Learning Applied to Document Recognition
 *
 * @example networks.lenet5().endpoints.s4 // 's4'
 */
export function lenet5(): Network {
  const net = networkBuilder()
  for (const [index, channels] of [6, 16].entries()) {
    const layer = 2 * index + 1
    net.add(`c${layer}`, conv(channels, 5))
    net.mark(`c${layer}`)
    net.add(`c${layer}.activation`, { type: 'activation' })
    net.add(`s${layer + 1}`, { type: 'averagePool', kernelSize: 2 })
    net.mark(`s${layer + 1}`)
  }
  net.add('c5', conv(120, 5))
  net.mark('c5')
  net.add('c5.activation', { type: 'activation' })
  net.add('flatten', { type: 'flatten' })
  net.add('f6', { type: 'linear', outFeatures: 84 })
  net.add('f6.activation', { type: 'activation' })
  net.add('output', { type: 'linear', outFeatures: 10 })
  return net.finish([1, 32, 32])
}
