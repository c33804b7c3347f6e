import { type AxisShares, type Graph, inferShapes, networks, pathShares, receptiveFields } from 'conv-math'

export type PresetName = 'zf' | 'vgg16' | 'resnet50fpn'

/** One map on which proposals are made: what its units see, and the anchors that stand on it. */
export interface Level {
  readonly preset: PresetName
  /** P2 … P6; empty where there is one map alone. */
  readonly name: string
  /** Side of the square picture that the detector is shown. */
  readonly span: number
  readonly stride: number
  /** Side of the map. */
  readonly size: number
  /** The most cells that a unit sees along an axis. */
  readonly fieldSize: number
  /** What the map below sees, where one 3×3 convolution adds two strides to it. */
  readonly below: number | null
  /** Where unit 0 looks, along the path through its own stage. */
  readonly centre: number
  readonly interval: (unit: number) => readonly [first: number, last: number]
  /** How the paths of a unit spread along an axis. */
  readonly shares: (unit: number) => AxisShares & { readonly mean: number; readonly standardDeviation: number }
  /** The anchors of the detector: times the base size, which is the stride. */
  readonly scales: readonly number[]
}

interface Node {
  readonly name: string
  readonly node: string
  readonly below: string
  readonly scales: readonly number[]
}

function levelsOf(preset: PresetName, graph: Graph, span: number, nodes: readonly Node[]): readonly Level[] {
  const shapes = inferShapes(graph, [3, span, span])
  const fields = receptiveFields(graph)
  return nodes.map(({ name, node, below, scales }): Level => {
    const field = fields.get(node)?.width
    const under = fields.get(below)?.width
    if (!field || !under) throw new RangeError(`${preset}: node '${node}' must have a receptive field`)
    const { size: fieldSize, effectiveStride: stride, period } = field
    // phases repeat: the same shares, some cells further on
    const known = new Map<number, AxisShares>()
    const shares = (unit: number): ReturnType<Level['shares']> => {
      const phase = unit % period
      const found = known.get(phase) ?? pathShares(graph, node, [phase, phase]).width
      known.set(phase, found)
      const by = (unit - phase) * stride
      const { first, mean, standardDeviation } = found
      return { ...found, first: first + by, mean: (mean ?? 0) + by, standardDeviation: standardDeviation ?? 0 }
    }
    return {
      preset,
      name,
      span,
      stride,
      size: shapes.get(node)?.[1] ?? 1,
      fieldSize,
      below: under.effectiveStride === stride && fieldSize === under.size + 2 * stride ? under.size : null,
      centre: field.centre ?? 0,
      interval: (unit) => field.interval(unit) ?? [0, 0],
      shares,
      scales,
    }
  })
}

function rpn(preset: PresetName): readonly Level[] {
  if (preset === 'resnet50fpn') {
    // a shorter side of 800, one scale on each of five maps
    const nodes = [2, 3, 4, 5, 6].map((level) => ({
      name: `P${level}`,
      node: `rpn${level}`,
      below: `p${level}`,
      scales: [8],
    }))
    return levelsOf(preset, networks.resnet50Fpn().graph, 800, nodes)
  }
  const { graph, endpoints } = preset === 'zf' ? networks.zfRpn() : networks.vgg16Rpn()
  // Faster R-CNN: a shorter side of 600, three scales on one map
  const below = endpoints.conv5_3 ?? endpoints.conv5
  return levelsOf(preset, graph, 600, [{ name: '', node: 'rpn', below, scales: [8, 16, 32] }])
}

const found = new Map<PresetName, readonly Level[]>()
/** The maps of a detector, computed once from its graph. */
export function detector(preset: PresetName): readonly Level[] {
  const levels = found.get(preset) ?? rpn(preset)
  found.set(preset, levels)
  return levels
}
