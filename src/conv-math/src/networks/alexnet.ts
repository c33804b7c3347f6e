import type { Layer } from '../layers.ts'
import { conv, IMAGENET, maxPool, type Network, type NetworkBuilder, networkBuilder } from './network-builder.ts'

/**
 * AlexNet as torchvision has it: the one-tower form of "One weird trick".
 *
 * @see Krizhevsky 2014, arXiv:1404.5997
 *
 * @example networks.alexnet().endpoints.pool5 // 'features.12'
 */
export function alexnet(): Network {
  const net = networkBuilder()
  const layers: readonly [name: string, Layer][] = [
    ['conv1', conv(64, 11, { stride: 4, padding: 2 })],
    ['pool1', maxPool(3, 2)],
    ['conv2', conv(192, 5, { padding: 2 })],
    ['pool2', maxPool(3, 2)],
    ['conv3', conv(384, 3, { padding: 1 })],
    ['conv4', conv(256, 3, { padding: 1 })],
    ['conv5', conv(256, 3, { padding: 1 })],
    ['pool5', maxPool(3, 2)],
  ]
  addFeatures(net, layers)
  addClassifier(net, [1, 4, 6])
  return net.finish(IMAGENET)
}

/** Appends convolutions with an activation each, and pools, numbered as torchvision numbers them. */
export function addFeatures(net: NetworkBuilder, layers: readonly (readonly [name: string, layer: Layer])[]): void {
  let index = 0
  for (const [name, layer] of layers) {
    net.add(`features.${index}`, layer)
    net.mark(name)
    index += 1
    if (layer.type !== 'conv') continue
    net.add(`features.${index}`, { type: 'activation' })
    index += 1
  }
}

/** Appends three linear layers at the given places of torchvision's classifier. */
export function addClassifier(net: NetworkBuilder, places: readonly [number, number, number]): void {
  net.add('flatten', { type: 'flatten' })
  for (const place of places.slice(0, 2)) {
    net.add(`classifier.${place}`, { type: 'linear', outFeatures: 4096 })
    net.add(`classifier.${place + 1}`, { type: 'activation' })
  }
  net.add(`classifier.${places[2]}`, { type: 'linear', outFeatures: 1000 })
}
