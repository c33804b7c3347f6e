import { requireOptions } from '../checks.ts'
import type { Graph, GraphNode } from '../graph.ts'
import type { ConvLayer, Layer } from '../layers.ts'
import { refuse, show } from '../problem.ts'
import type { MapShape } from '../shapes.ts'

/** A well-known network as a graph, with the input it was made for. */
export interface Network {
  readonly graph: Graph
  readonly inputShape: MapShape
  /** Ids of the nodes that people quote, by the name they quote: 'layer4', 'conv5_3', 'inception3a' … */
  readonly endpoints: Readonly<Record<string, string>>
}

/** A network while it is written down: each step reads the one before unless told otherwise. */
export interface NetworkBuilder {
  /** Appends a node and returns its id. */
  add(id: string, layer: Layer, ...inputs: readonly string[]): string
  /** Names a node, the last one when no id is given, as an endpoint. */
  mark(endpoint: string, id?: string): void
  /** The id of the node appended last. */
  last(): string
  finish(inputShape: MapShape): Network
}

/** An empty network. */
export function networkBuilder(): NetworkBuilder {
  const nodes: GraphNode[] = []
  const endpoints: Record<string, string> = {}
  let latest = 'input'
  return {
    add: (id, layer, ...inputs) => {
      nodes.push({ id, layer, inputs: inputs.length > 0 ? inputs : [latest] })
      latest = id
      return id
    },
    mark: (endpoint, id = latest) => {
      endpoints[endpoint] = id
    },
    last: () => latest,
    finish: (inputShape) => ({ graph: { nodes }, inputShape, endpoints }),
  }
}

/** What a convolution needs beside its channels and kernel. */
export type ConvOptions = Partial<Omit<ConvLayer, 'type' | 'outChannels' | 'kernelSize'>>

/** A convolution layer. */
export function conv(outChannels: number, kernelSize: ConvLayer['kernelSize'], options: ConvOptions = {}): ConvLayer {
  return { type: 'conv', outChannels, kernelSize, ...options }
}

/** A max-pool layer. */
export function maxPool(
  kernelSize: number,
  stride: number,
  options: { padding?: number; ceilMode?: boolean } = {},
): Layer {
  return { type: 'maxPool', kernelSize, stride, ...options }
}

/** Appends a convolution without bias (the norm has one) and its norm; returns the id of the norm. */
export function addConvNorm(net: NetworkBuilder, id: string, layer: ConvLayer, ...inputs: readonly string[]): string {
  net.add(id, { ...layer, bias: false }, ...inputs)
  return net.add(`${id}.norm`, { type: 'batchNorm' })
}

/** Appends convolution, norm and activation; returns the id of the activation. */
export function addConvNormActivation(
  net: NetworkBuilder,
  id: string,
  layer: ConvLayer,
  ...inputs: readonly string[]
): string {
  addConvNorm(net, id, layer, ...inputs)
  return net.add(`${id}.activation`, { type: 'activation' })
}

/** Appends convolution with bias and activation; returns the id of the activation. */
export function addConvActivation(
  net: NetworkBuilder,
  id: string,
  layer: ConvLayer,
  ...inputs: readonly string[]
): string {
  net.add(id, layer, ...inputs)
  return net.add(`${id}.activation`, { type: 'activation' })
}

/** Appends the usual head: the mean of each map, then one linear layer to the classes of ImageNet. */
export function addPooledClassifier(net: NetworkBuilder, id: string): void {
  net.add('avgpool', { type: 'globalAveragePool' })
  net.add(id, { type: 'linear', outFeatures: 1000 })
}

/** Which of two published forms of a network is meant. */
export interface FormOptions {
  readonly form?: 'paper' | 'torchvision'
}

/** The form asked for, torchvision's when left out; throws on any other. */
export function requireForm(fn: string, options: FormOptions): 'paper' | 'torchvision' {
  const { form = 'torchvision' } = requireOptions(fn, options)
  if (form !== 'paper' && form !== 'torchvision') refuse(fn, `form must be 'paper' or 'torchvision', got ${show(form)}`)
  return form
}

/** The input of networks trained on ImageNet, unless they say otherwise. */
export const IMAGENET: MapShape = [3, 224, 224]
