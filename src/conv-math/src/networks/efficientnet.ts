import { requireBoolean, requireOptions } from '../checks.ts'
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

/** Which EfficientNet is meant. */
export interface EfficientnetOptions {
  /** The gates, through which every unit sees the whole input; false leaves them out, so that a field is defined. */
  readonly squeezeExcitation?: boolean
}

/** One stage of blocks: how much wider inside, kernel size, output channels, blocks, stride of the first. */
type Stage = readonly [expansion: number, kernelSize: number, outChannels: number, blocks: number, stride: number]

const STAGES: readonly Stage[] = [
  [1, 3, 16, 1, 1],
  [6, 3, 24, 2, 2],
  [6, 5, 40, 2, 2],
  [6, 3, 80, 3, 2],
  [6, 5, 112, 3, 1],
  [6, 5, 192, 4, 2],
  [6, 3, 320, 1, 1],
]

/**
 * EfficientNet-B0: inverted residual blocks whose channels are weighted by squeeze and excitation.
 *
 * @throws {RangeError} when squeezeExcitation is not a boolean
 * @see Tan & Le 2019, arXiv:1905.11946; Hu et al. 2017, arXiv:1709.01507
 *
 * @example receptiveField(networks.efficientnetB0({ squeezeExcitation: false }).graph, 'features.8').height.size // 851
 */
export function efficientnetB0(options: EfficientnetOptions = {}): Network {
  const fn = 'efficientnetB0'
  const { squeezeExcitation = true } = requireOptions(fn, options)
  const gated = requireBoolean(fn, 'squeezeExcitation', squeezeExcitation)
  const net = networkBuilder()
  addConvNormActivation(net, 'features.0', conv(32, 3, { stride: 2, padding: 1 }))
  net.mark('features.0')
  let channels = 32
  for (const [index, [expansion, kernelSize, outChannels, blocks, stride]] of STAGES.entries()) {
    for (let block = 0; block < blocks; block += 1) {
      const width = channels * expansion
      const depthwise = conv(width, kernelSize, {
        stride: block === 0 ? stride : 1,
        padding: (kernelSize - 1) / 2,
        groups: width,
      })
      const id = `features.${index + 1}.${block}`
      addBlock(net, id, channels, depthwise, outChannels, gated)
      channels = outChannels
    }
    net.mark(`features.${index + 1}`)
  }
  addConvNormActivation(net, 'features.8', conv(1280, 1))
  net.mark('features.8')
  addPooledClassifier(net, 'classifier.1')
  return net.finish(IMAGENET)
}

function addBlock(
  net: NetworkBuilder,
  id: string,
  channels: number,
  depthwise: ReturnType<typeof conv>,
  outChannels: number,
  gated: boolean,
): void {
  const input = net.last()
  const width = depthwise.outChannels
  if (width > channels) addConvNormActivation(net, `${id}.expand`, conv(width, 1))
  const filtered = addConvNormActivation(net, `${id}.depthwise`, depthwise)
  // The gate is a quarter as wide as the block's input, not as its inside.
  if (gated) addGate(net, id, filtered, channels / 4, width)
  const result = addConvNorm(net, `${id}.project`, conv(outChannels, 1))
  if (depthwise.stride === 1 && channels === outChannels) net.add(id, { type: 'add' }, result, input)
}

function addGate(net: NetworkBuilder, id: string, maps: string, squeezed: number, width: number): void {
  net.add(`${id}.squeeze`, { type: 'globalAveragePool' })
  net.add(`${id}.squeeze.reduce`, conv(squeezed, 1))
  net.add(`${id}.squeeze.activation`, { type: 'activation' })
  net.add(`${id}.squeeze.expand`, conv(width, 1))
  const gate = net.add(`${id}.gate`, { type: 'activation' })
  net.add(`${id}.excite`, { type: 'multiply' }, gate, maps)
}
