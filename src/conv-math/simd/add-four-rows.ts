// AssemblyScript. The same sums as plainFourRows of ../src/dot-tiles.ts, each in the same order, so that the results are
// equal to the last bit: what runs side by side in a vector of two 64-bit floats are the sums of two rows, never two
// parts of one sum.

/**
 * All arguments that are not counts are addresses in bytes, of 64-bit floats.
 *
 * @param panels cells as they are read: [panel of four sums, k, sum]
 * @param rows four rows of weights, interleaved: [k, row]
 * @param sums [4, outerCount], added to
 */
export function addFourRows(panels: usize, rows: usize, innerCount: i32, outerCount: i32, sums: usize): void {
  const row = outerCount << 3
  const end = rows + (innerCount << 5)
  let cells = panels
  for (let i = 0; i < outerCount; i += 4) {
    // Past the end the last sum is made again, and written to its own place again.
    const at0 = sums + (i << 3)
    const at1 = i + 1 < outerCount ? at0 + 8 : at0
    const at2 = i + 2 < outerCount ? at1 + 8 : at1
    const at3 = i + 3 < outerCount ? at2 + 8 : at2
    let ab0 = pair(at0, row)
    let ab1 = pair(at1, row)
    let ab2 = pair(at2, row)
    let ab3 = pair(at3, row)
    let cd0 = pair(at0 + 2 * row, row)
    let cd1 = pair(at1 + 2 * row, row)
    let cd2 = pair(at2 + 2 * row, row)
    let cd3 = pair(at3 + 2 * row, row)
    for (let at = rows; at < end; at += 32, cells += 32) {
      const ab = v128.load(at)
      const cd = v128.load(at, 16)
      const x0 = v128.load_splat<f64>(cells)
      ab0 = f64x2.add(ab0, f64x2.mul(ab, x0))
      cd0 = f64x2.add(cd0, f64x2.mul(cd, x0))
      const x1 = v128.load_splat<f64>(cells, 8)
      ab1 = f64x2.add(ab1, f64x2.mul(ab, x1))
      cd1 = f64x2.add(cd1, f64x2.mul(cd, x1))
      const x2 = v128.load_splat<f64>(cells, 16)
      ab2 = f64x2.add(ab2, f64x2.mul(ab, x2))
      cd2 = f64x2.add(cd2, f64x2.mul(cd, x2))
      const x3 = v128.load_splat<f64>(cells, 24)
      ab3 = f64x2.add(ab3, f64x2.mul(ab, x3))
      cd3 = f64x2.add(cd3, f64x2.mul(cd, x3))
    }
    keep(at0, row, ab0)
    keep(at1, row, ab1)
    keep(at2, row, ab2)
    keep(at3, row, ab3)
    keep(at0 + 2 * row, row, cd0)
    keep(at1 + 2 * row, row, cd1)
    keep(at2 + 2 * row, row, cd2)
    keep(at3 + 2 * row, row, cd3)
  }
}

/** The sums of two rows, a row apart. */
function pair(at: usize, row: usize): v128 {
  return f64x2.replace_lane(v128.load_splat<f64>(at), 1, load<f64>(at + row))
}

function keep(at: usize, row: usize, both: v128): void {
  v128.store_lane<f64>(at, both, 0)
  v128.store_lane<f64>(at + row, both, 1)
}
