import {
  addConvNorm,
  addConvNormActivation,
  addPooledClassifier,
  conv,
  type FormOptions,
  IMAGENET,
  maxPool,
  type Network,
  type NetworkBuilder,
  networkBuilder,
  requireForm,
} from './network-builder.ts'

/**
 * ResNet with 18 layers: two 3×3 convolutions per block.
 *
 * @see He, Zhang, Ren & Sun 2015, arXiv:1512.03385
 *
 * @example receptiveField(networks.resnet18().graph, networks.resnet18().endpoints.layer4).height.size // 435
 */
export function resnet18(): Network {
  return resnet([2, 2, 2, 2], BASIC)
}

/**
 * ResNet with 34 layers: two 3×3 convolutions per block.
 *
 * @see He, Zhang, Ren & Sun 2015, arXiv:1512.03385
 *
 * @example networks.resnet34().endpoints.layer4 // 'layer4.2'
 */
export function resnet34(): Network {
  return resnet([3, 4, 6, 3], BASIC)
}

/**
 * ResNet with 50 layers. A block halves its maps in the first 1×1 convolution in the paper, in the 3×3 in torchvision,
 * which sees less: 483 against 427 input cells.
 *
 * @throws {RangeError} when the form is neither 'paper' nor 'torchvision'
 * @see He, Zhang, Ren & Sun 2015, arXiv:1512.03385
 *
 * @example receptiveField(networks.resnet50({ form: 'paper' }).graph, 'layer4.2').height.size // 483
 */
export function resnet50(options: FormOptions = {}): Network {
  return resnet([3, 4, 6, 3], bottleneck('resnet50', options))
}

/**
 * ResNet with 101 layers; forms as for `resnet50`.
 *
 * @throws {RangeError} when the form is neither 'paper' nor 'torchvision'
 * @see He, Zhang, Ren & Sun 2015, arXiv:1512.03385
 *
 * @example networks.resnet101().endpoints.layer3 // 'layer3.22'
 */
export function resnet101(options: FormOptions = {}): Network {
  return resnet([3, 4, 23, 3], bottleneck('resnet101', options))
}

/**
 * ResNet with 152 layers; forms as for `resnet50`.
 *
 * @throws {RangeError} when the form is neither 'paper' nor 'torchvision'
 * @see He, Zhang, Ren & Sun 2015, arXiv:1512.03385
 *
 * @example networks.resnet152().endpoints.layer3 // 'layer3.35'
 */
export function resnet152(options: FormOptions = {}): Network {
  return resnet([3, 8, 36, 3], bottleneck('resnet152', options))
}

/** Appends the convolutions of a block and returns the id of their result, before the sum. */
type AddBlock = (net: NetworkBuilder, id: string, width: number, stride: number) => string

interface Blocks {
  readonly add: AddBlock
  /** Output channels of a block in widths of its first convolution. */
  readonly expansion: number
  readonly form: 'paper' | 'torchvision'
}

function resnet(depths: readonly number[], { add, expansion, form }: Blocks): Network {
  const net = networkBuilder()
  addConvNormActivation(net, 'conv1', conv(64, 7, { stride: 2, padding: 3 }))
  net.mark('conv1', 'conv1')
  // The authors' Caffe model rounds up instead of padding: as many windows, one cell further right.
  net.add('maxpool', maxPool(3, 2, form === 'paper' ? { ceilMode: true } : { padding: 1 }))
  net.mark('maxpool')
  let channels = 64
  for (const [index, depth] of depths.entries()) {
    const width = 64 * 2 ** index
    for (let block = 0; block < depth; block += 1) {
      const id = `layer${index + 1}.${block}`
      const stride = index > 0 && block === 0 ? 2 : 1
      const input = net.last()
      const result = add(net, id, width, stride)
      const changes = stride > 1 || channels !== width * expansion
      channels = width * expansion
      const shortcut = changes ? addConvNorm(net, `${id}.downsample`, conv(channels, 1, { stride }), input) : input
      net.add(`${id}.add`, { type: 'add' }, result, shortcut)
      net.add(id, { type: 'activation' })
    }
    net.mark(`layer${index + 1}`)
  }
  addPooledClassifier(net, 'fc')
  return net.finish(IMAGENET)
}

const BASIC: Blocks = {
  add: (net, id, width, stride) => {
    addConvNormActivation(net, `${id}.conv1`, conv(width, 3, { stride, padding: 1 }))
    return addConvNorm(net, `${id}.conv2`, conv(width, 3, { padding: 1 }))
  },
  expansion: 1,
  form: 'torchvision',
}

function bottleneck(fn: string, options: FormOptions): Blocks {
  const form = requireForm(fn, options)
  const early = form === 'paper'
  const add: AddBlock = (net, id, width, stride) => {
    addConvNormActivation(net, `${id}.conv1`, conv(width, 1, { stride: early ? stride : 1 }))
    addConvNormActivation(net, `${id}.conv2`, conv(width, 3, { stride: early ? 1 : stride, padding: 1 }))
    return addConvNorm(net, `${id}.conv3`, conv(4 * width, 1))
  }
  return { add, expansion: 4, form }
}
