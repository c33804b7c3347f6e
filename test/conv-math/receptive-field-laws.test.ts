import { type Graph, type Layer, receptiveField } from 'conv-math'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RUNS } from './random-cases.ts'
import { endlessGraph, pathStrides } from './random-graphs.ts'

type Axis = 0 | 1

describe('laws', () => {
  it('the field is the hull of the inputs that some path joins to the unit, at any unit, phase and branch', () => {
    fc.assert(
      fc.property(endlessGraph, fc.integer({ min: -50, max: 50 }), (graph, from) => {
        const { id } = graph.nodes[graph.nodes.length - 1]
        const field = receptiveField(graph)
        for (const axis of [0, 1] as const) {
          const { interval, period, effectiveStride, size, start } = axis === 0 ? field.height : field.width
          const known = new Map<string, Set<number>>()
          const hull = (unit: number): readonly [number, number] | null => {
            const cells = seenBy(graph, id, unit, axis, known)
            return cells.size === 0 ? null : [Math.min(...cells), Math.max(...cells)]
          }
          const units = Array.from({ length: 2 * period + 2 }, (_, index) => from + index)
          const hulls = units.map(hull)
          expect(units.map((unit) => interval(unit))).toEqual(hulls)
          expect(start).toBe(hull(0)?.[0] ?? null)
          expect(size).toBe(Math.max(...hulls.map((each) => (each ? each[1] - each[0] + 1 : 0))))
          const [paths] = pathStrides(graph, id)
          expect(effectiveStride).toBe(paths[2 * axis] / paths[2 * axis + 1])
          for (let shorter = 1; shorter < period; shorter += 1) {
            expect(
              units
                .slice(0, period)
                .every((unit) => follows(hull(unit), hull(unit + shorter), shorter * effectiveStride)),
            ).toBe(false)
          }
          expect(
            units.slice(0, period).every((unit) => follows(hull(unit), hull(unit + period), period * effectiveStride)),
          ).toBe(true)
        }
      }),
      RUNS,
    )
  })

  it('paths are aligned when the centres of all are the same', () => {
    fc.assert(
      fc.property(endlessGraph, (graph) => {
        const { id } = graph.nodes[graph.nodes.length - 1]
        const field = receptiveField(graph)
        const same = ([0, 1] as const).map((axis) => {
          const centres = pathCentres(graph, id, 0, axis)
          const equal = centres.every((centre) => Math.abs(centre - centres[0]) < 1e-9)
          const { centre } = axis === 0 ? field.height : field.width
          if (equal) expect(centre).toBeCloseTo(centres[0], 9)
          else expect(centre).toBeNull()
          return equal
        })
        expect(field.aligned).toBe(same[0] && same[1])
      }),
      RUNS,
    )
  })
})

/** What a unit reads along one axis, by the definition of each layer: every tap tried. */
function cellsRead(layer: Layer, unit: number, axis: Axis): readonly number[] {
  if (layer.type === 'resize') {
    const scale = on(layer.scale, axis)
    const at = (unit + 0.5) / scale - 0.5
    if (layer.mode === 'nearest') return [Math.floor(unit / scale)]
    return Math.abs(at - Math.round(at)) < 1e-9 ? [Math.round(at)] : [Math.floor(at), Math.floor(at) + 1]
  }
  if (!('kernelSize' in layer)) return [unit]
  const stride = on(layer.stride ?? 1, axis)
  const dilation = 'dilation' in layer ? on(layer.dilation ?? 1, axis) : 1
  const [start] = (layer.padding as readonly (readonly [number, number])[])[axis]
  const taps = Array.from({ length: on(layer.kernelSize, axis) }, (_, tap) => tap * dilation)
  if (layer.type !== 'transposedConv') return taps.map((tap) => unit * stride - start + tap)
  return taps.map((tap) => (unit + start - tap) / stride).filter(Number.isInteger)
}

/** All input cells from which a path leads to the unit. */
function seenBy(graph: Graph, id: string, unit: number, axis: Axis, known: Map<string, Set<number>>): Set<number> {
  const node = graph.nodes.find((each) => each.id === id)
  if (node === undefined) return new Set([unit])
  const key = `${id} ${unit}`
  const before = known.get(key)
  if (before) return before
  const cells = new Set<number>()
  for (const cell of cellsRead(node.layer, unit, axis)) {
    for (const input of node.inputs) for (const seen of seenBy(graph, input, cell, axis, known)) cells.add(seen)
  }
  known.set(key, cells)
  return cells
}

/** The centres of unit 0 along every path, in exact sixtieths of 2^20: strides here divide that many. */
function pathCentres(graph: Graph, id: string, unit: number, axis: Axis): readonly number[] {
  const node = graph.nodes.find((each) => each.id === id)
  if (node === undefined) return [unit]
  const { layer } = node
  const centre = (): number => {
    if (layer.type === 'resize') return (unit + 0.5) / on(layer.scale, axis) - 0.5
    if (!('kernelSize' in layer)) return unit
    const reach = (('dilation' in layer ? on(layer.dilation ?? 1, axis) : 1) * (on(layer.kernelSize, axis) - 1)) / 2
    const [start] = (layer.padding as readonly (readonly [number, number])[])[axis]
    const stride = on(layer.stride ?? 1, axis)
    return layer.type === 'transposedConv' ? (unit + start - reach) / stride : unit * stride - start + reach
  }
  return node.inputs.flatMap((input) => pathCentres(graph, input, centre(), axis))
}

function follows(
  now: readonly [number, number] | null,
  later: readonly [number, number] | null,
  shift: number,
): boolean {
  if (now === null || later === null) return now === later
  return Math.abs(later[0] - now[0] - shift) < 1e-9 && Math.abs(later[1] - now[1] - shift) < 1e-9
}

function on(value: number | readonly [number, number], axis: Axis): number {
  return typeof value === 'number' ? value : value[axis]
}
