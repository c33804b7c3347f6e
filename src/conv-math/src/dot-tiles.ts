// The two loops in which nearly all time is spent. Both compute
//   sums[row · outerCount + i] = Σ over k of rows[at + …] · cells[inner[k] + outer[i]],
// the sums of products that a convolution, its transpose and its weight gradient all consist of. Sums are held in
// local variables, twelve and eight of them: enough for the additions of one not to wait for those of another, few
// enough to stay in registers. 64-bit arrays spare a conversion at every load, and `| 0` an overflow check.

/** Four rows at once, interleaved: rows[at + 4k + row]. */
export function sumFourRows(
  rows: Float64Array,
  at: number,
  cells: Float64Array,
  inner: Int32Array,
  innerCount: number,
  outer: Int32Array,
  outerCount: number,
  sums: Float64Array,
): void {
  const second = outerCount
  const third = 2 * outerCount
  const fourth = 3 * outerCount
  for (let i = 0; i < outerCount; i += 3) {
    // Past the end the last cell is computed again, and written to its own place again.
    const i1 = i + 1 < outerCount ? i + 1 : i
    const i2 = i + 2 < outerCount ? i + 2 : i
    const o0 = outer[i]
    const o1 = outer[i1]
    const o2 = outer[i2]
    let a0 = 0
    let a1 = 0
    let a2 = 0
    let b0 = 0
    let b1 = 0
    let b2 = 0
    let c0 = 0
    let c1 = 0
    let c2 = 0
    let d0 = 0
    let d1 = 0
    let d2 = 0
    for (let k = 0, r = at; k < innerCount; k++, r += 4) {
      const o = inner[k]
      const x0 = cells[(o + o0) | 0]
      const x1 = cells[(o + o1) | 0]
      const x2 = cells[(o + o2) | 0]
      const a = rows[r]
      a0 += a * x0
      a1 += a * x1
      a2 += a * x2
      const b = rows[r + 1]
      b0 += b * x0
      b1 += b * x1
      b2 += b * x2
      const c = rows[r + 2]
      c0 += c * x0
      c1 += c * x1
      c2 += c * x2
      const d = rows[r + 3]
      d0 += d * x0
      d1 += d * x1
      d2 += d * x2
    }
    sums[i] = a0
    sums[i1] = a1
    sums[i2] = a2
    sums[second + i] = b0
    sums[second + i1] = b1
    sums[second + i2] = b2
    sums[third + i] = c0
    sums[third + i1] = c1
    sums[third + i2] = c2
    sums[fourth + i] = d0
    sums[fourth + i1] = d1
    sums[fourth + i2] = d2
  }
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
