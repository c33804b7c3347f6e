import { layerReader } from './axis-reader.ts'
import { bounds, type CellRegion, regionRead, singleCell, unite, wholeMap } from './cell-region.ts'
import { requireInteger, requireListLength } from './checks.ts'
import type { Graph } from './graph.ts'
import { refuse, show } from './problem.ts'
import { ancestorsOf, type ResolvedNode, requireNode, resolveGraph } from './resolve-graph.ts'
import { isGate, type MapShape, requireMapShape, shapesOf } from './shapes.ts'

/** First and last row and column of the real input that a unit sees; both null when it sees none. */
export interface InputsSeen {
  readonly rows: readonly [first: number, last: number] | null
  readonly columns: readonly [first: number, last: number] | null
}

/** The real input cells that a unit sees, one by one. */
export interface TouchedInputs extends InputsSeen {
  /** Row-major marks over the rectangle from the first to the last row and column: 1 where the cell is seen. */
  readonly mask: Uint8Array
  /** Cells seen. */
  readonly count: number
  /** Cells seen, as a share of the rectangle: 1 = no holes; 0 when none is seen. */
  readonly share: number
}

/**
 * The rows and columns of the real input that one unit of a node sees: from the first to the last that can change its
 * value. Unlike `receptiveField` it stops at the borders, at every level: a tap in the padding of a layer inside the
 * network sees nothing, so the answer can be less than the field cut to the input.
 *
 * @param node id of a node, or 'input'
 * @param unit [row, column] in the node's map
 * @param inputShape [channels, height, width] of the network's input
 * @throws {RangeError} when the graph is unsound or does not fit the shape, the node is not in it, or the unit is not in
 *   the node's map
 *
 * @example inputsSeen(sequential([{ type: 'conv', outChannels: 1, kernelSize: 3, padding: 1 }]), '0', [0, 2], [1, 5, 5]) // { rows: [0, 1], columns: [1, 3] }
 */
export function inputsSeen(
  graph: Graph,
  node: string,
  unit: readonly [row: number, column: number],
  inputShape: MapShape,
): InputsSeen {
  return boundsOf(inputRegion('inputsSeen', graph, node, unit, inputShape))
}

/**
 * The real input cells that one unit of a node sees, each by itself: dilation and large strides leave holes that
 * `inputsSeen` spans. Arguments and errors as there.
 *
 * @throws {RangeError} as `inputsSeen`
 *
 * @example touchedInputs(sequential([{ type: 'conv', outChannels: 1, kernelSize: 3, dilation: 2 }]), '0', [0, 0], [1, 5, 5]).count // 9
 */
export function touchedInputs(
  graph: Graph,
  node: string,
  unit: readonly [row: number, column: number],
  inputShape: MapShape,
): TouchedInputs {
  const region = inputRegion('touchedInputs', graph, node, unit, inputShape)
  const { rows, columns } = boundsOf(region)
  if (rows === null || columns === null) return { rows, columns, mask: new Uint8Array(0), count: 0, share: 0 }
  const width = columns[1] - columns[0] + 1
  const mask = new Uint8Array((rows[1] - rows[0] + 1) * width)
  for (const product of region) {
    for (let row = rows[0]; row <= rows[1]; row += 1) {
      if (!product.rows[row]) continue
      const offset = (row - rows[0]) * width - columns[0]
      for (let column = columns[0]; column <= columns[1]; column += 1) mask[offset + column] |= product.columns[column]
    }
  }
  const count = mask.reduce((sum, mark) => sum + mark, 0)
  return { rows, columns, mask, count, share: count / mask.length }
}

function boundsOf(region: CellRegion): InputsSeen {
  return { rows: bounds(region.map(({ rows }) => rows)), columns: bounds(region.map(({ columns }) => columns)) }
}

/** Walks from the unit back to the input, keeping for every node the set of its cells that matter. */
function inputRegion(fn: string, graph: Graph, node: string, unit: unknown, inputShape: MapShape): CellRegion {
  const resolved = resolveGraph(fn, graph)
  const place = requireNode(fn, resolved, node)
  const input = requireMapShape(fn, inputShape)
  const shapes = shapesOf(fn, resolved, input, ancestorsOf(resolved, place))
  for (const shape of [input, ...shapes]) {
    if (shape) requireListLength(fn, 'inputShape', Math.max(shape[1], shape[2]))
  }
  const shapeAt = (at: number): MapShape => (at < 0 ? input : (shapes[at] as MapShape))
  const [, height, width] = shapeAt(place)
  const [row, column] = requireUnit(fn, unit, height, width)
  const regions = new Map<number, CellRegion>([[place, singleCell(height, width, row, column)]])
  for (let at = place; at >= 0; at -= 1) {
    const region = regions.get(at)
    if (region === undefined) continue
    regions.delete(at)
    const each = resolved.nodes[at]
    for (const from of new Set(each.inputs)) {
      const read = inputRead(each, region, shapeAt(at), shapeAt(from))
      const known = regions.get(from)
      regions.set(from, known ? unite(known, read) : read)
    }
  }
  return regions.get(-1) ?? []
}

function inputRead({ layer }: ResolvedNode, region: CellRegion, output: MapShape, input: MapShape): CellRegion {
  const [, height, width] = input
  // A gate's only cell works on every position of the other map.
  if (layer.type === 'multiply' && isGate(input) && !isGate(output) && region.length > 0) return wholeMap(1, 1)
  return regionRead(region, layerReader(layer), height, width)
}

function requireUnit(fn: string, unit: unknown, height: number, width: number): readonly [number, number] {
  if (!Array.isArray(unit) || unit.length !== 2) refuse(fn, `unit must be [row, column], got ${show(unit)}`)
  return [requireInteger(fn, 'row', unit[0], 0, height - 1), requireInteger(fn, 'column', unit[1], 0, width - 1)]
}
