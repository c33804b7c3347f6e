import type { AxisReader, LayerReader } from './axis-reader.ts'

/** A mark per cell of an axis: 1 where the cell belongs to the set. */
export type CellSet = Uint8Array

/** All cells whose row is in `rows` and whose column is in `columns`; neither is empty. */
export interface CellProduct {
  readonly rows: CellSet
  readonly columns: CellSet
}

/**
 * A set of cells of one map, as the union of products. Along a chain there is one product; branches add some, most of
 * which lie inside others.
 */
export type CellRegion = readonly CellProduct[]

/** From here on a region is rewritten with at most one product per row, so that branches cannot pile up. */
const MANY_PRODUCTS = 32

/** The one cell at [row, column]. */
export function singleCell(height: number, width: number, row: number, column: number): CellRegion {
  const rows = new Uint8Array(height)
  const columns = new Uint8Array(width)
  rows[row] = 1
  columns[column] = 1
  return [{ rows, columns }]
}

/** Every cell. */
export function wholeMap(height: number, width: number): CellRegion {
  return [{ rows: new Uint8Array(height).fill(1), columns: new Uint8Array(width).fill(1) }]
}

/** The cells of a map of the given size that the cells of a region read; what lies outside the map is left out. */
export function regionRead(region: CellRegion, reader: LayerReader, height: number, width: number): CellRegion {
  if (reader === 'whole') return region.length === 0 ? [] : wholeMap(height, width)
  const read: CellProduct[] = []
  for (const product of region) {
    const rows = cellsRead(product.rows, reader[0], height)
    const columns = cellsRead(product.columns, reader[1], width)
    if (rows && columns) read.push({ rows, columns })
  }
  return read.length > 1 ? read.reduce<CellRegion>(including, []) : read
}

/** The cells of one axis that the units of a set read, inside 0 … size − 1; null when there are none. */
export function cellsRead(units: CellSet, reader: AxisReader, size: number): CellSet | null {
  const cells = new Uint8Array(size)
  let any = false
  for (let unit = units.indexOf(1); unit >= 0; unit = units.indexOf(1, unit + 1)) {
    const { first, step, count } = reader.reads(unit)
    const from = first < 0 ? Math.ceil(-first / step) : 0
    const to = Math.min(count - 1, Math.floor((size - 1 - first) / step))
    for (let index = from; index <= to; index += 1) cells[first + index * step] = 1
    any ||= from <= to
  }
  return any ? cells : null
}

/** The union of two regions of the same map. */
export function unite(a: CellRegion, b: CellRegion): CellRegion {
  const united = b.reduce(including, a)
  return united.length > MANY_PRODUCTS ? byRows(united) : united
}

/** The first and last marked place, or null when there is none. */
export function bounds(sets: readonly CellSet[]): readonly [first: number, last: number] | null {
  let first = Number.POSITIVE_INFINITY
  let last = -1
  for (const set of sets) {
    const start = set.indexOf(1)
    if (start < 0) continue
    first = Math.min(first, start)
    last = Math.max(last, set.lastIndexOf(1))
  }
  return last < 0 ? null : [first, last]
}

/** The region with one more product, unless it adds nothing; products inside the new one are dropped. */
function including(region: CellRegion, product: CellProduct): CellRegion {
  if (region.some((other) => contains(other, product))) return region
  return [...region.filter((other) => !contains(product, other)), product]
}

/** The same cells as products that share no row. */
function byRows(region: CellRegion): CellRegion {
  const byColumns = new Map<string, CellProduct>()
  const height = region[0].rows.length
  for (let row = 0; row < height; row += 1) {
    const columns = region.filter((product) => product.rows[row]).map((product) => product.columns)
    if (columns.length === 0) continue
    const union = columns.reduce(merged)
    const key = union.join('')
    const rows = byColumns.get(key)?.rows ?? new Uint8Array(height)
    rows[row] = 1
    byColumns.set(key, { rows, columns: union })
  }
  return [...byColumns.values()]
}

function contains(outer: CellProduct, inner: CellProduct): boolean {
  return covers(outer.rows, inner.rows) && covers(outer.columns, inner.columns)
}

function covers(outer: CellSet, inner: CellSet): boolean {
  return inner.every((mark, cell) => mark <= outer[cell])
}

function merged(a: CellSet, b: CellSet): CellSet {
  return a.map((mark, cell) => mark | b[cell])
}
