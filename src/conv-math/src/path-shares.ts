import { type AxisReader, layerReader } from './axis-reader.ts'
import { requireInteger, requireListLength, requirePair } from './checks.ts'
import type { Graph } from './graph.ts'
import { refuse } from './problem.ts'
import { quote, requireNode, resolveGraph } from './resolve-graph.ts'

/** How one unit's paths are spread along one axis of the input. */
export interface AxisShares {
  /** The cell that `shares` begins with. */
  readonly first: number
  /** The part of the paths that ends in the cells first, first + 1, …; together 1. Empty when none reaches the input. */
  readonly shares: readonly number[]
  /** Mean and standard deviation in input cells; null when no path reaches the input. */
  readonly mean: number | null
  readonly standardDeviation: number | null
}

/** The same on both axes. */
export interface PathShares {
  readonly height: AxisShares
  readonly width: AxisShares
}

interface Spread {
  readonly first: number
  readonly values: readonly number[]
}

/**
 * Where paths from one unit of a network end in its input, when a path takes each cell of a window with equal chance,
 * and each branch where branches meet: the effective receptive field if every window averages what it reads and every
 * join its branches. Of a chain these are the counts of `axisPathCounts` divided by their sum; a shortcut around a
 * layer halves the variance that the layer adds. On an input without ends.
 *
 * @param node id of a node, or 'input'
 * @param unit [row, column], any integers
 * @throws {RangeError} when the graph is unsound, the node is not in it, a list would be longer than 2^20, or
 *   globalAveragePool or flatten lies before the node: there the field depends on the input's size
 * @see Luo et al. 2016, arXiv:1701.04128
 *
 * @example pathShares(sequential([{ type: 'averagePool', kernelSize: 2 }]), '0', [0, 1]).width // { first: 2, shares: [0.5, 0.5], mean: 2.5, standardDeviation: 0.5 }
 */
export function pathShares(graph: Graph, node: string, unit: readonly [row: number, column: number]): PathShares {
  const fn = 'pathShares'
  const resolved = resolveGraph(fn, graph)
  const place = requireNode(fn, resolved, node)
  const start = requirePair(fn, 'unit', unit, Number.MIN_SAFE_INTEGER, '[row, column]')
  const pending = new Map<number, readonly [height: Spread, width: Spread]>([
    [place, [point(start[0]), point(start[1])]],
  ])
  for (let at = place; at >= 0; at -= 1) {
    const here = pending.get(at)
    if (here === undefined) continue
    pending.delete(at)
    const { id, layer, inputs } = resolved.nodes[at]
    const reader = layerReader(layer)
    if (reader === 'whole') {
      refuse(fn, `node ${quote(id)} (${layer.type}) must not come before the node asked for: it reads the whole map`)
    }
    const read = [readBack(fn, here[0], reader[0]), readBack(fn, here[1], reader[1])] as const
    for (const from of inputs) {
      const known = pending.get(from)
      pending.set(from, [sum(known?.[0], read[0], 1 / inputs.length), sum(known?.[1], read[1], 1 / inputs.length)])
    }
  }
  const [height, width] = pending.get(-1) ?? [nothing, nothing]
  return { height: described(height), width: described(width) }
}

const nothing: Spread = { first: 0, values: [] }
const point = (cell: number): Spread => ({ first: cell, values: [1] })

/** A unit gives each of the cells that it reads an equal part; what a unit without cells holds is lost. */
function readBack(fn: string, spread: Spread, reader: AxisReader): Spread {
  const { first, values } = spread
  if (readsItself(reader)) return spread
  const reads = values.flatMap((value, at) => {
    const cells = reader.reads(first + at)
    return value > 0 && cells.count > 0 ? [{ ...cells, part: value / cells.count }] : []
  })
  if (reads.length === 0) return nothing
  const low = Math.min(...reads.map((cells) => cells.first))
  const high = Math.max(...reads.map((cells) => cells.first + (cells.count - 1) * cells.step))
  requireListLength(fn, 'graph', high - low + 1)
  const sums = new Array<number>(high - low + 1).fill(0)
  for (const { first: start, step, count, part } of reads) {
    for (let tap = 0; tap < count; tap += 1) sums[start + tap * step - low] += part
  }
  return { first: requireInteger(fn, 'cell', low, Number.MIN_SAFE_INTEGER), values: sums }
}

/** Whether every unit reads the one cell at its own place, as most layers of a network do. */
function readsItself(reader: AxisReader): boolean {
  const { first, count } = reader.reads(0)
  return reader.units === 1 && reader.cells === 1 && first === 0 && count === 1
}

/** What is known, and `weight` times more. */
function sum(known: Spread = nothing, more: Spread, weight: number): Spread {
  if (more.values.length === 0) return known
  const some = known.values.length > 0
  const low = some ? Math.min(known.first, more.first) : more.first
  const end = Math.max(some ? known.first + known.values.length : low, more.first + more.values.length)
  const values = new Array<number>(end - low).fill(0)
  for (const [at, value] of known.values.entries()) values[known.first + at - low] += value
  for (const [at, value] of more.values.entries()) values[more.first + at - low] += weight * value
  return { first: low, values }
}

function described({ first, values }: Spread): AxisShares {
  const total = values.reduce((all, value) => all + value, 0)
  if (total === 0) return { first: 0, shares: [], mean: null, standardDeviation: null }
  const shares = values.map((value) => value / total)
  // from the first cell, so that far from cell 0 no digits are lost
  const offset = shares.reduce((all, share, at) => all + share * at, 0)
  const variance = shares.reduce((all, share, at) => all + share * (at - offset) ** 2, 0)
  return { first, shares, mean: first + offset, standardDeviation: Math.sqrt(variance) }
}
