import { BLOCK, CHUNK, PANEL_CELLS, type Read, sumOneRow } from './dot-tiles.ts'
import { fourRows } from './simd.ts'

/** A matrix by rows: rows in fours, interleaved, [four][k][row]; then the rest, each by itself. */
export interface Rows {
  readonly data: Float64Array
  readonly at: number
  readonly count: number
}

/** How many sums are held at a time, of so many rows. */
export function sumsHeld(rowCount: number, outerCount: number): number {
  return Math.max((rowCount - (rowCount % 4)) * Math.min(BLOCK, outerCount), outerCount)
}

/** Where row's element 0 lies from a matrix' beginning, and how far apart its elements are. */
export function placeOfRow(
  row: number,
  rowCount: number,
  length: number,
): { readonly at: number; readonly step: number } {
  const four = row - (row % 4)
  return four + 4 <= rowCount ? { at: four * length + (row % 4), step: 4 } : { at: row * length, step: 1 }
}

/**
 * The products of rows and cells, Σ over k of rows[row, k] · cells[inner[k] + outer[i]], each summed in the order of k.
 *
 * @param sums space for as many as `sumsHeld` says
 * @param visit takes the sums from..from + count of a row, which lie in `sums` from `sumsAt` on
 */
export function sumRows(
  rows: Rows,
  read: Read,
  sums: Float64Array,
  visit: (row: number, from: number, count: number, sumsAt: number) => void,
): void {
  const { cells, inner, innerCount, outer, outerCount } = read
  const inFours = rows.count - (rows.count % 4)
  const chunk = Math.ceil(innerCount / Math.ceil(innerCount / CHUNK))
  // Whole panels of either width.
  const block = Math.min(BLOCK, Math.floor(PANEL_CELLS / chunk / 12) * 12)
  for (let from = 0; from < outerCount && inFours > 0; from += block) {
    const count = Math.min(block, outerCount - from)
    sums.fill(0, 0, inFours * count)
    for (let first = 0; first < innerCount; first += chunk) {
      const length = Math.min(chunk, innerCount - first)
      fourRows.pack(read, first, length, from, count)
      for (let row = 0; row < inFours; row += 4) {
        fourRows.add(rows.data, rows.at + row * innerCount + 4 * first, length, count, sums, row * count)
      }
    }
    for (let row = 0; row < inFours; row++) visit(row, from, count, row * count)
  }
  for (let row = inFours; row < rows.count; row++) {
    sumOneRow(rows.data, rows.at + row * innerCount, cells, inner, innerCount, outer, outerCount, sums)
    visit(row, 0, outerCount, 0)
  }
}
