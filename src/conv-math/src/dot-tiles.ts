// The loops in which nearly all time is spent. Both compute
//   sums[row, i] = Σ over k of rows[row, k] · cells[inner[k] + outer[i]],
// the sums of products that a convolution, its transpose and its weight gradient all consist of. Sums are held in
// local variables, twelve and eight of them: enough for the additions of one not to wait for those of another, few
// enough to stay near registers. 64-bit arrays spare a conversion at every load, and `| 0` an overflow check.

/** Products of a sum that are made at a time: four rows of them and a panel of cells fit a first-level cache. */
export const CHUNK = 512

/** Sums of a row that are made at a time, at most; of long sums fewer, as many as the panels hold: 48 or more. */
export const BLOCK = 240

/** Cells of the panels: 192 KiB of 64-bit numbers. */
export const PANEL_CELLS: number = 48 * CHUNK

/** Cells that sums read: the one of product k and sum i lies at inner[k] + outer[i]. */
export interface Read {
  readonly cells: Float64Array
  readonly inner: Int32Array
  readonly innerCount: number
  readonly outer: Int32Array
  readonly outerCount: number
}

/** The loop over four rows in one of its two forms. */
export interface FourRows {
  /**
   * Takes the cells of products first..first + length, at most `CHUNK`, of sums from..from + count, at most `BLOCK`, in
   * the order in which they are read: panels of some sums side by side, [panel, k, sum]. A panel that is not full
   * repeats the last sum.
   */
  readonly pack: (read: Read, first: number, length: number, from: number, count: number) => void
  /**
   * Adds to the sums of four rows, [row, sum] from `sumsAt` on, the products of the cells packed last with the rows,
   * interleaved: rows[at + 4k + row].
   */
  readonly add: (
    rows: Float64Array,
    at: number,
    length: number,
    count: number,
    sums: Float64Array,
    sumsAt: number,
  ) => void
}

// Constants of the module, neither exported nor passed on: their addresses and lengths become part of the machine code.
const panels = new Float64Array(PANEL_CELLS)
const tile = new Float64Array(4 * CHUNK)

/** The plain form: panels of three. */
export const plainFourRows: FourRows = {
  pack: ({ cells, inner, outer }, first, length, from, count) => {
    const last = from + count - 1
    const end = first + length
    let p = 0
    for (let i = from; i <= last; i += 3) {
      const o0 = outer[i]
      const o1 = outer[Math.min(i + 1, last)]
      const o2 = outer[Math.min(i + 2, last)]
      for (let k = first; k < end; k++) {
        const o = inner[k]
        panels[p] = cells[(o + o0) | 0]
        panels[p + 1] = cells[(o + o1) | 0]
        panels[p + 2] = cells[(o + o2) | 0]
        p = (p + 3) | 0
      }
    }
  },
  add: (rows, at, length, count, sums, sumsAt) => {
    tile.set(rows.subarray(at, at + 4 * length))
    const end = 4 * length
    let p = 0
    for (let i = 0; i < count; i += 3) {
      // Past the end the last sum is made again, and written to its own place again.
      const i0 = (sumsAt + i) | 0
      const i1 = i + 1 < count ? (i0 + 1) | 0 : i0
      const i2 = i + 2 < count ? (i0 + 2) | 0 : i1
      let a0 = sums[i0]
      let a1 = sums[i1]
      let a2 = sums[i2]
      let b0 = sums[i0 + count]
      let b1 = sums[i1 + count]
      let b2 = sums[i2 + count]
      let c0 = sums[i0 + 2 * count]
      let c1 = sums[i1 + 2 * count]
      let c2 = sums[i2 + 2 * count]
      let d0 = sums[i0 + 3 * count]
      let d1 = sums[i1 + 3 * count]
      let d2 = sums[i2 + 3 * count]
      for (let r = 0; r < end; r = (r + 4) | 0, p = (p + 3) | 0) {
        const x0 = panels[p]
        const x1 = panels[p + 1]
        const x2 = panels[p + 2]
        const a = tile[r]
        a0 += a * x0
        a1 += a * x1
        a2 += a * x2
        const b = tile[r + 1]
        b0 += b * x0
        b1 += b * x1
        b2 += b * x2
        const c = tile[r + 2]
        c0 += c * x0
        c1 += c * x1
        c2 += c * x2
        const d = tile[r + 3]
        d0 += d * x0
        d1 += d * x1
        d2 += d * x2
      }
      sums[i0] = a0
      sums[i1] = a1
      sums[i2] = a2
      sums[i0 + count] = b0
      sums[i1 + count] = b1
      sums[i2 + count] = b2
      sums[i0 + 2 * count] = c0
      sums[i1 + 2 * count] = c1
      sums[i2 + 2 * count] = c2
      sums[i0 + 3 * count] = d0
      sums[i1 + 3 * count] = d1
      sums[i2 + 3 * count] = d2
    }
  },
}

/** One row: rows[at + k]. */
export function sumOneRow(
  rows: Float64Array,
  at: number,
  cells: Float64Array,
  inner: Int32Array,
  innerCount: number,
  outer: Int32Array,
  outerCount: number,
  sums: Float64Array,
): void {
  for (let i = 0; i < outerCount; i += 8) {
    const i1 = i + 1 < outerCount ? i + 1 : i
    const i2 = i + 2 < outerCount ? i + 2 : i
    const i3 = i + 3 < outerCount ? i + 3 : i
    const i4 = i + 4 < outerCount ? i + 4 : i
    const i5 = i + 5 < outerCount ? i + 5 : i
    const i6 = i + 6 < outerCount ? i + 6 : i
    const i7 = i + 7 < outerCount ? i + 7 : i
    const o0 = outer[i]
    const o1 = outer[i1]
    const o2 = outer[i2]
    const o3 = outer[i3]
    const o4 = outer[i4]
    const o5 = outer[i5]
    const o6 = outer[i6]
    const o7 = outer[i7]
    let a0 = 0
    let a1 = 0
    let a2 = 0
    let a3 = 0
    let a4 = 0
    let a5 = 0
    let a6 = 0
    let a7 = 0
    for (let k = 0; k < innerCount; k++) {
      const o = inner[k]
      const a = rows[at + k]
      a0 += a * cells[(o + o0) | 0]
      a1 += a * cells[(o + o1) | 0]
      a2 += a * cells[(o + o2) | 0]
      a3 += a * cells[(o + o3) | 0]
      a4 += a * cells[(o + o4) | 0]
      a5 += a * cells[(o + o5) | 0]
      a6 += a * cells[(o + o6) | 0]
      a7 += a * cells[(o + o7) | 0]
    }
    sums[i] = a0
    sums[i1] = a1
    sums[i2] = a2
    sums[i3] = a3
    sums[i4] = a4
    sums[i5] = a5
    sums[i6] = a6
    sums[i7] = a7
  }
}
