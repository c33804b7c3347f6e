import type { Layer } from '../layers.ts'
import { addClassifier, addFeatures } from './alexnet.ts'
import { conv, IMAGENET, maxPool, type Network, networkBuilder } from './network-builder.ts'

const WIDTHS = [64, 128, 256, 512, 512]

/**
 * VGG with 11 layers, configuration A.
 *
 * @see Simonyan & Zisserman 2014, arXiv:1409.1556
 *
 * @example networks.vgg11().endpoints.pool5 // 'features.20'
 */
export function vgg11(): Network {
  return vgg([1, 1, 2, 2, 2])
}

/**
 * VGG with 13 layers, configuration B.
 *
 * @see Simonyan & Zisserman 2014, arXiv:1409.1556
 *
 * @example networks.vgg13().endpoints.pool5 // 'features.24'
 */
export function vgg13(): Network {
  return vgg([2, 2, 2, 2, 2])
}

/**
 * VGG with 16 layers, configuration D.
 *
 * @see Simonyan & Zisserman 2014, arXiv:1409.1556
 *
 * @example networks.vgg16().endpoints.conv5_3 // 'features.28'
 */
export function vgg16(): Network {
  return vgg([2, 2, 3, 3, 3])
}

/**
 * VGG with 19 layers, configuration E.
 *
 * @see Simonyan & Zisserman 2014, arXiv:1409.1556
 *
 * @example networks.vgg19().endpoints.pool5 // 'features.36'
 */
export function vgg19(): Network {
  return vgg([2, 2, 4, 4, 4])
}

/** Stages of 3×3 convolutions, as many as `depths` says, each stage with its pool; names as in the paper. */
export function vggStages(depths: readonly number[]): (readonly [name: string, layer: Layer])[] {
  return depths.flatMap((depth, stage) => {
    const convs = Array.from({ length: depth }, (_, index) => {
      return [`conv${stage + 1}_${index + 1}`, conv(WIDTHS[stage], 3, { padding: 1 })] as const
    })
    return [...convs, [`pool${stage + 1}`, maxPool(2, 2)] as const]
  })
}

function vgg(depths: readonly number[]): Network {
  const net = networkBuilder()
  addFeatures(net, vggStages(depths))
  addClassifier(net, [0, 3, 6])
  return net.finish(IMAGENET)
}
