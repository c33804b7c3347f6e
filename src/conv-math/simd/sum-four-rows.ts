// AssemblyScript. The same sums as sumFourRows of ../src/dot-tiles.ts, each in the same order, so that the results are
// equal to the last bit: what runs side by side in a vector of two 64-bit floats are the sums of two rows, never two
// parts of one sum.

/**
 * All arguments that are not counts are addresses in bytes.
 *
 * @param rows four rows of weights, interleaved: 64-bit floats
 * @param inner where the cells of a sum lie, seen from its origin: 32-bit integers
 * @param outer where the origins lie
 * @param sums [4, outerCount], 64-bit floats
 */
export function sumFourRows(
  rows: usize,
  cells: usize,
  inner: usize,
  innerCount: i32,
  outer: usize,
  outerCount: i32,
  sums: usize,
): void {
  const last = outerCount - 1
  const row = outerCount << 3
  for (let i = 0; i < outerCount; i += 4) {
    // Past the end the last cell is computed again, and written to its own place again.
    const i1 = min(i + 1, last)
    const i2 = min(i + 2, last)
    const i3 = min(i + 3, last)
    const from0 = cells + ((<usize>load<i32>(outer + (i << 2))) << 3)
    const from1 = cells + ((<usize>load<i32>(outer + (i1 << 2))) << 3)
    const from2 = cells + ((<usize>load<i32>(outer + (i2 << 2))) << 3)
    const from3 = cells + ((<usize>load<i32>(outer + (i3 << 2))) << 3)
    let ab0 = f64x2.splat(0)
    let ab1 = f64x2.splat(0)
    let ab2 = f64x2.splat(0)
    let ab3 = f64x2.splat(0)
    let cd0 = f64x2.splat(0)
    let cd1 = f64x2.splat(0)
    let cd2 = f64x2.splat(0)
    let cd3 = f64x2.splat(0)
    let weights = rows
    const end = inner + (innerCount << 2)
    for (let at = inner; at < end; at += 4, weights += 32) {
      const o = (<usize>load<i32>(at)) << 3
      const ab = v128.load(weights)
      const cd = v128.load(weights, 16)
      const x0 = v128.load_splat<f64>(from0 + o)
      ab0 = f64x2.add(ab0, f64x2.mul(ab, x0))
      cd0 = f64x2.add(cd0, f64x2.mul(cd, x0))
      const x1 = v128.load_splat<f64>(from1 + o)
      ab1 = f64x2.add(ab1, f64x2.mul(ab, x1))
      cd1 = f64x2.add(cd1, f64x2.mul(cd, x1))
      const x2 = v128.load_splat<f64>(from2 + o)
      ab2 = f64x2.add(ab2, f64x2.mul(ab, x2))
      cd2 = f64x2.add(cd2, f64x2.mul(cd, x2))
      const x3 = v128.load_splat<f64>(from3 + o)
      ab3 = f64x2.add(ab3, f64x2.mul(ab, x3))
      cd3 = f64x2.add(cd3, f64x2.mul(cd, x3))
    }
    const at0 = sums + (i << 3)
    v128.store_lane<f64>(at0, ab0, 0)
    v128.store_lane<f64>(at0 + row, ab0, 1)
    v128.store_lane<f64>(at0 + 2 * row, cd0, 0)
    v128.store_lane<f64>(at0 + 3 * row, cd0, 1)
    const at1 = sums + (i1 << 3)
    v128.store_lane<f64>(at1, ab1, 0)
    v128.store_lane<f64>(at1 + row, ab1, 1)
    v128.store_lane<f64>(at1 + 2 * row, cd1, 0)
    v128.store_lane<f64>(at1 + 3 * row, cd1, 1)
    const at2 = sums + (i2 << 3)
    v128.store_lane<f64>(at2, ab2, 0)
    v128.store_lane<f64>(at2 + row, ab2, 1)
    v128.store_lane<f64>(at2 + 2 * row, cd2, 0)
    v128.store_lane<f64>(at2 + 3 * row, cd2, 1)
    const at3 = sums + (i3 << 3)
    v128.store_lane<f64>(at3, ab3, 0)
    v128.store_lane<f64>(at3 + row, ab3, 1)
    v128.store_lane<f64>(at3 + 2 * row, cd3, 0)
    v128.store_lane<f64>(at3 + 3 * row, cd3, 1)
  }
}
