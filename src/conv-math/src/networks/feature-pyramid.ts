import { conv, type Network, networkBuilder } from './network-builder.ts'
import { resnet50 } from './resnet.ts'

/** Channels of every level of the pyramid. */
const WIDTH = 256

/**
 * ResNet-50 with a feature pyramid and the 3×3 convolution of the region proposal network on each of its levels, as
 * torchvision has it. Every level adds to its own stage what the level above it, enlarged to twice its size, has seen.
 * `p2` … `p6` are the levels, `rpn2` … `rpn6` the maps on which proposals are made, `c2` … `c5` the stages below.
 * Sizes must be multiples of 32. The levels share the weights of that convolution; here each has its own, so that
 * parameters are counted once per level.
 *
 * @see Lin, Dollár, Girshick, He, Hariharan & Belongie 2016, arXiv:1612.03144
 *
 * @example receptiveField(networks.resnet50Fpn().graph, 'rpn6').height.size // 619
 */
export function resnet50Fpn(): Network {
  const { graph, endpoints } = resnet50()
  const net = networkBuilder()
  for (const { id, layer, inputs } of graph.nodes.slice(
    0,
    graph.nodes.findIndex(({ id }) => id === 'avgpool'),
  )) {
    net.add(id, layer, ...inputs)
  }
  const levels = [5, 4, 3, 2] as const
  for (const level of levels) {
    const stage = endpoints[`layer${level - 1}`]
    net.mark(`c${level}`, stage)
    const lateral = net.add(`lateral${level}`, conv(WIDTH, 1), stage)
    if (level === 5) continue
    const above = level === 4 ? 'lateral5' : `merged${level + 1}`
    const enlarged = net.add(`enlarged${level + 1}`, { type: 'resize', scale: 2, mode: 'nearest' }, above)
    net.add(`merged${level}`, { type: 'add' }, lateral, enlarged)
  }
  for (const level of levels) {
    net.add(`p${level}`, conv(WIDTH, 3, { padding: 1 }), level === 5 ? 'lateral5' : `merged${level}`)
    net.mark(`p${level}`)
  }
  net.add('p6', { type: 'maxPool', kernelSize: 1, stride: 2 }, 'p5')
  net.mark('p6')
  for (const level of [2, 3, 4, 5, 6]) {
    net.add(`rpn${level}`, conv(WIDTH, 3, { padding: 1 }), `p${level}`)
    net.mark(`rpn${level}`)
  }
  return net.finish([3, 800, 1344])
}
