import { type Graph, type GraphNode, inferShapes, type Layer, type MapShape } from 'conv-math'
import fc from 'fast-check'

const size = fc.integer({ min: 1, max: 3 })
const pair = fc.tuple(size, size)
const sides = fc.tuple(fc.nat(2), fc.nat(2))
const padding = fc.tuple(sides, sides)

const window = fc.record({
  kernelSize: pair,
  stride: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
  padding,
})

const conv: fc.Arbitrary<Layer> = fc
  .tuple(window, pair, size, fc.boolean())
  .map(([each, dilation, outChannels, bias]) => ({ type: 'conv', ...each, dilation, outChannels, bias }))

const transposedConv: fc.Arbitrary<Layer> = fc
  .tuple(fc.record({ kernelSize: pair, stride: pair, padding }), pair, size, fc.tuple(fc.nat(2), fc.nat(2)))
  .map(([each, dilation, outChannels, extra]) => {
    const outputPadding = [0, 1].map((axis) => extra[axis] % Math.max(each.stride[axis], dilation[axis]))
    return { type: 'transposedConv', ...each, dilation, outChannels, outputPadding: outputPadding as [number, number] }
  })

const pool: fc.Arbitrary<Layer> = fc
  .tuple(window, pair, fc.boolean(), fc.boolean())
  .map(([each, dilation, ceilMode, largest]) => {
    const within = each.padding.map((ends, axis) =>
      ends.map((end) => end % (Math.floor(each.kernelSize[axis] / 2) + 1)),
    )
    const sound = { ...each, padding: within as unknown as typeof each.padding, ceilMode }
    return largest ? { type: 'maxPool', ...sound, dilation } : { type: 'averagePool', ...sound }
  })

const resize: fc.Arbitrary<Layer> = fc.record({
  type: fc.constant('resize'),
  scale: pair,
  mode: fc.constantFrom('nearest', 'bilinear'),
})

const plain: fc.Arbitrary<Layer> = fc.constantFrom<Layer>(
  { type: 'activation' },
  { type: 'batchNorm' },
  { type: 'layerScale' },
  { type: 'linear', outFeatures: 2 },
)

const join: fc.Arbitrary<Layer> = fc.constantFrom<Layer>({ type: 'add' }, { type: 'concat' }, { type: 'multiply' })

const whole: fc.Arbitrary<Layer> = fc.constantFrom<Layer>({ type: 'globalAveragePool' }, { type: 'flatten' })

/** One axis of two windows that leave equally many outputs, though they may look at different places. */
interface TwinAxis {
  readonly stride: number
  readonly windows: readonly { readonly kernelSize: number; readonly dilation: number; readonly sides: Sides }[]
}

type Sides = readonly [start: number, end: number]

const twinAxis: fc.Arbitrary<TwinAxis> = fc
  .record({
    stride: fc.integer({ min: 1, max: 2 }),
    kernels: fc.tuple(size, size),
    dilations: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
    spare: fc.nat(2),
    split: fc.tuple(fc.nat(12), fc.nat(12)),
  })
  .map(({ stride, kernels, dilations, spare, split }) => {
    const reach = kernels.map((kernelSize, index) => dilations[index] * (kernelSize - 1))
    const windows = kernels.map((kernelSize, index) => {
      const total = spare + reach[index] - Math.min(...reach)
      const start = split[index] % (total + 1)
      return { kernelSize, dilation: dilations[index], sides: [start, total - start] as const }
    })
    return { stride, windows }
  })

/** Two convolutions of one map whose results fit together. */
const twins: fc.Arbitrary<readonly [Layer, Layer]> = fc
  .tuple(twinAxis, twinAxis, size)
  .map(([down, across, outChannels]) => {
    const [left, right] = [0, 1].map((index): Layer => {
      const [tall, wide] = [down.windows[index], across.windows[index]]
      return {
        type: 'conv',
        outChannels,
        kernelSize: [tall.kernelSize, wide.kernelSize],
        stride: [down.stride, across.stride],
        padding: [tall.sides, wide.sides],
        dilation: [tall.dilation, wide.dilation],
      }
    })
    return [left, right]
  })

/** One step: a layer and how far back in the list of nodes its inputs lie, or two branches of one node and their join. */
type Step =
  | { readonly layer: Layer; readonly back: readonly number[] }
  | { readonly twins: readonly [Layer, Layer]; readonly join: Layer; readonly back: readonly number[] }

function steps(layer: fc.Arbitrary<Layer>): fc.Arbitrary<readonly Step[]> {
  const back = fc.array(fc.nat(5), { minLength: 1, maxLength: 3 })
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ layer, back }) },
    { weight: 1, arbitrary: fc.record({ twins, join, back }) },
  )
  return fc.array(step, { minLength: 1, maxLength: 6 })
}

/** A graph of the steps that can be taken; those that do not fit are left out, so that every graph is sound. */
function grow(recipe: readonly Step[], isSound: (graph: Graph) => boolean): Graph {
  let nodes: readonly GraphNode[] = []
  for (const step of recipe) {
    const next = [...nodes, ...nodesOf(step, nodes)]
    if (isSound({ nodes: next })) nodes = next
  }
  return { nodes }
}

function nodesOf(step: Step, nodes: readonly GraphNode[]): readonly GraphNode[] {
  const id = `n${nodes.length}`
  // The nearest nodes are the likeliest, so that graphs grow long.
  const inputs = step.back.map((far) => nodes[nodes.length - 1 - (far % (nodes.length + 1))]?.id ?? 'input')
  const first = inputs.slice(0, 1)
  if ('layer' in step) {
    const { type } = step.layer
    const joins = type === 'add' || type === 'concat' || type === 'multiply'
    return [{ id, layer: step.layer, inputs: joins ? inputs : first }]
  }
  const [left, right] = step.twins
  return [
    { id: `${id}l`, layer: left, inputs: first },
    { id: `${id}r`, layer: right, inputs: first },
    { id, layer: step.join, inputs: [`${id}l`, `${id}r`] },
  ]
}

export interface SizedGraph {
  readonly graph: Graph
  readonly inputShape: MapShape
}

/** A graph with at least one node that fits a small input. */
export const sizedGraph: fc.Arbitrary<SizedGraph> = fc
  .tuple(
    steps(
      fc.oneof(
        { weight: 4, arbitrary: conv },
        { weight: 2, arbitrary: transposedConv },
        { weight: 2, arbitrary: pool },
        { weight: 1, arbitrary: resize },
        { weight: 1, arbitrary: plain },
        { weight: 4, arbitrary: join },
        { weight: 1, arbitrary: whole },
      ),
    ),
    fc.tuple(size, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })),
  )
  .map(([recipe, inputShape]) => ({ graph: grow(recipe, (graph) => fits(graph, inputShape)), inputShape }))
  .filter(({ graph }) => graph.nodes.length > 0)

function fits(graph: Graph, inputShape: MapShape): boolean {
  try {
    const shape = inferShapes(graph, inputShape).get(graph.nodes[graph.nodes.length - 1].id)
    return shape !== undefined && shape[0] <= 8 && shape[1] * shape[2] <= 400
  } catch {
    return false
  }
}

/** A graph without size whose branches have equal strides where they meet. */
export const endlessGraph: fc.Arbitrary<Graph> = steps(
  fc.oneof(
    { weight: 4, arbitrary: conv },
    { weight: 3, arbitrary: transposedConv },
    { weight: 1, arbitrary: pool },
    { weight: 2, arbitrary: resize },
    { weight: 1, arbitrary: plain },
    { weight: 4, arbitrary: join },
  ),
)
  .map((recipe) => grow(recipe, hasEqualStrides))
  .filter(({ nodes }) => nodes.length > 0)

/** Strides along every path, as [numerator, denominator] per axis, worked out by walking all paths. */
export function pathStrides(graph: Graph, id: string): readonly (readonly [number, number, number, number])[] {
  const node = graph.nodes.find((each) => each.id === id)
  if (node === undefined) return [[1, 1, 1, 1]]
  const {
    stride = 1,
    scale = 1,
    kernelSize = 1,
  } = node.layer as {
    stride?: number | readonly [number, number]
    scale?: number | readonly [number, number]
    kernelSize?: number | readonly [number, number]
  }
  const isPool = node.layer.type === 'maxPool' || node.layer.type === 'averagePool'
  const given = isPool && !('stride' in node.layer) ? kernelSize : stride
  const by = axis(node.layer.type === 'resize' ? scale : given)
  const up = node.layer.type === 'resize' || node.layer.type === 'transposedConv'
  return node.inputs.flatMap((input) =>
    pathStrides(graph, input).map(([a, b, c, d]) =>
      up ? ([a, b * by[0], c, d * by[1]] as const) : ([a * by[0], b, c * by[1], d] as const),
    ),
  )
}

function hasEqualStrides(graph: Graph): boolean {
  const paths = pathStrides(graph, graph.nodes[graph.nodes.length - 1].id)
  const [[a, b, c, d]] = paths
  return paths.length <= 60 && paths.every(([e, f, g, h]) => a * f === e * b && c * h === g * d) && a * c <= 64
}

function axis(value: number | readonly [number, number]): readonly [number, number] {
  return typeof value === 'number' ? [value, value] : value
}
