import { type AxisOrProblem, resolveConvAxis, resolvePoolAxis, resolveTransposedConvAxis } from './axis.ts'
import { requireInteger } from './checks.ts'
import type { Graph } from './graph.ts'
import { refuse, refuseProblem, show } from './problem.ts'
import { INPUT, type ResolvedGraph, resolveGraph } from './resolve-graph.ts'
import type { PlaneWindow, ResolvedLayer } from './resolve-layer.ts'

/** The shape of one map: channels, then height before width. */
export type MapShape = readonly [channels: number, height: number, width: number]

/**
 * The shape [channels, height, width] of every node's output, by id; also of 'input'.
 *
 * @param inputShape [channels, height, width] of the network's input, each ≥ 1
 * @throws {RangeError} when the graph or a layer is unsound, or a layer does not fit the shapes it reads; names the node
 *
 * @example inferShapes(sequential([{ type: 'conv', outChannels: 8, kernelSize: 3 }]), [3, 32, 32]).get('0') // [8, 30, 30]
 */
export function inferShapes(graph: Graph, inputShape: MapShape): ReadonlyMap<string, MapShape> {
  const fn = 'inferShapes'
  const resolved = resolveGraph(fn, graph)
  const input = requireMapShape(fn, inputShape)
  const shapes = shapesOf(fn, resolved, input)
  return new Map([[INPUT, input], ...resolved.nodes.map(({ id }, place) => [id, shapes[place] as MapShape] as const)])
}

/** The shape of every node in order, or of the wanted ones alone: the others are left undefined. */
export function shapesOf(
  fn: string,
  graph: ResolvedGraph,
  inputShape: MapShape,
  wanted?: readonly boolean[],
): readonly (MapShape | undefined)[] {
  const shapes: (MapShape | undefined)[] = []
  for (const [place, node] of graph.nodes.entries()) {
    if (wanted && !wanted[place]) {
      shapes.push(undefined)
      continue
    }
    const inputs = node.inputs.map((input) => (input < 0 ? inputShape : (shapes[input] as MapShape)))
    shapes.push(outputShape(`${fn}: node '${node.id}'`, node.layer, inputs))
  }
  return shapes
}

/** The shape itself, once it is known to be three sizes ≥ 1; else throws. */
export function requireMapShape(fn: string, shape: unknown): MapShape {
  if (!Array.isArray(shape) || shape.length !== 3) {
    refuse(fn, `inputShape must be [channels, height, width], got ${show(shape)}`)
  }
  const [channels, height, width] = shape
  return [
    requireInteger(fn, 'channels of inputShape', channels, 1),
    requireInteger(fn, 'height of inputShape', height, 1),
    requireInteger(fn, 'width of inputShape', width, 1),
  ]
}

/** Whether the input with this shape is a gate: one factor per channel for a multiply of larger maps. */
export function isGate([, height, width]: MapShape): boolean {
  return height === 1 && width === 1
}

function outputShape(fn: string, layer: ResolvedLayer, inputs: readonly MapShape[]): MapShape {
  const [channels, height, width] = inputs[0]
  switch (layer.type) {
    case 'conv':
    case 'transposedConv': {
      if (channels % layer.groups !== 0) {
        refuse(fn, `groups must divide the input's ${channels} channels, got ${layer.groups}`)
      }
      const resolve = layer.type === 'conv' ? resolveConvAxis : resolveTransposedConvAxis
      return [layer.outChannels, ...outputSize(fn, [height, width], layer, resolve)]
    }
    case 'maxPool':
    case 'averagePool':
      return [channels, ...outputSize(fn, [height, width], layer, resolvePoolAxis)]
    case 'linear':
      return [layer.outFeatures, height, width]
    case 'globalAveragePool':
      return [channels, 1, 1]
    case 'flatten':
      return [requireInteger(fn, 'number of values', channels * height * width, 1), 1, 1]
    case 'resize':
      return [channels, scaled(fn, height, layer.scale[0]), scaled(fn, width, layer.scale[1])]
    case 'sliceChannels':
      requireInteger(fn, 'to', layer.to, layer.from + 1, channels)
      return [layer.to - layer.from, height, width]
    case 'shuffleChannels':
      if (channels % layer.groups !== 0) {
        refuse(fn, `groups must divide the input's ${channels} channels, got ${layer.groups}`)
      }
      return inputs[0]
    default:
      return joinedShape(fn, layer.type, inputs)
  }
}

function joinedShape(fn: string, type: string, inputs: readonly MapShape[]): MapShape {
  if (type === 'concat') {
    const [, height, width] = inputs[0]
    const other = inputs.find((shape) => shape[1] !== height || shape[2] !== width)
    if (other) refuse(fn, `heights and widths must be equal, got shapes ${show(inputs[0])} and ${show(other)}`)
    return [
      requireInteger(
        fn,
        'channels',
        inputs.reduce((sum, shape) => sum + shape[0], 0),
        1,
      ),
      height,
      width,
    ]
  }
  const gates = type === 'multiply'
  const full = (gates && inputs.find((shape) => !isGate(shape))) || inputs[0]
  for (const shape of inputs) {
    const fits = shape[0] === full[0] && ((gates && isGate(shape)) || (shape[1] === full[1] && shape[2] === full[2]))
    if (!fits)
      refuse(fn, `shapes must be equal${gates ? ' or [channels, 1, 1]' : ''}, got ${show(full)} and ${show(shape)}`)
  }
  return full
}

function outputSize(
  fn: string,
  size: readonly [number, number],
  { options }: PlaneWindow,
  resolve: (inputSize: number, options: unknown) => AxisOrProblem,
): [height: number, width: number] {
  const height = resolve(size[0], options[0])
  if ('problem' in height) refuseProblem(fn, height.problem, 'height')
  const width = resolve(size[1], options[1])
  if ('problem' in width) refuseProblem(fn, width.problem, 'width')
  return [height.axis.outputSize, width.axis.outputSize]
}

function scaled(fn: string, size: number, scale: number): number {
  return requireInteger(fn, 'output size', size * scale, 1)
}
