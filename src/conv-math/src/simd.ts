import { sumFourRows } from './dot-tiles.ts'
import { simdBytes } from './simd-bytes.ts'

/** The loop over four rows in one of its two forms, and the cells it reads. */
export interface FourRows {
  /** Takes the cells as they are now; what follows reads these. */
  readonly take: (cells: Float64Array) => void
  readonly sum: typeof sumFourRows
}

// The part of the WebAssembly interface that is used: the package is typed without the DOM.
interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}
interface Exports {
  readonly memory: Memory
  sumFourRows(
    rows: number,
    cells: number,
    inner: number,
    innerCount: number,
    outer: number,
    outerCount: number,
    sums: number,
  ): void
}
interface WebAssemblyApi {
  instantiate(bytes: Uint8Array): Promise<{ readonly instance: { readonly exports: unknown } }>
}
const pageSize = 2 ** 16

/** The form in use: plain until `loadSimd` has loaded the other. */
export let fourRows: FourRows = { take: () => {}, sum: sumFourRows }

/**
 * Loads the WebAssembly form of the innermost loop, from then on used by `conv2d`, `transposedConv2d` and their gradients.
 * Every sum is made in the same order in 64-bit floats, so that results are equal to the plain form's to the last bit;
 * only the time differs. Its memory, kept between calls, is what the largest call so far needed: a strip, the weights of
 * four output channels and four rows of results.
 *
 * @returns whether it is in use: false where there is no WebAssembly with SIMD, or a content security policy forbids it
 *
 * @example await loadSimd() // true
 */
export async function loadSimd(): Promise<boolean> {
  const api = (globalThis as { readonly WebAssembly?: WebAssemblyApi }).WebAssembly
  if (!api) return false
  try {
    const { instance } = await api.instantiate(simdBytes)
    fourRows = vectorized(instance.exports as Exports)
    return true
  } catch {
    return false
  }
}

function vectorized({ memory, sumFourRows: sum }: Exports): FourRows {
  let doubles = new Float64Array(memory.buffer)
  let integers = new Int32Array(memory.buffer)
  let cellsEnd = 0
  const reserve = (bytes: number): void => {
    const missing = bytes - memory.buffer.byteLength
    if (missing <= 0) return
    memory.grow(Math.ceil(missing / pageSize))
    doubles = new Float64Array(memory.buffer)
    integers = new Int32Array(memory.buffer)
  }
  return {
    take: (cells) => {
      cellsEnd = cells.length * 8
      reserve(cellsEnd)
      doubles.set(cells)
    },
    sum: (rows, at, _cells, inner, innerCount, outer, outerCount, sums) => {
      const rowsEnd = cellsEnd + innerCount * 32
      const sumsEnd = rowsEnd + outerCount * 32
      const innerEnd = sumsEnd + innerCount * 4
      reserve(innerEnd + outerCount * 4)
      doubles.set(rows.subarray(at, at + 4 * innerCount), cellsEnd / 8)
      integers.set(inner.subarray(0, innerCount), sumsEnd / 4)
      integers.set(outer.subarray(0, outerCount), innerEnd / 4)
      sum(cellsEnd, 0, sumsEnd, innerCount, innerEnd, outerCount, rowsEnd)
      sums.set(doubles.subarray(rowsEnd / 8, sumsEnd / 8))
    },
  }
}
