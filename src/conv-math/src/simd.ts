import { BLOCK, CHUNK, type FourRows, PANEL_CELLS, plainFourRows } from './dot-tiles.ts'
import { simdBytes } from './simd-bytes.ts'

// The part of the WebAssembly interface that is used: the package is typed without the DOM.
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer }
  addFourRows(panels: number, rows: number, innerCount: number, outerCount: number, sums: number): void
}
interface WebAssemblyApi {
  instantiate(bytes: Uint8Array): Promise<{ readonly instance: { readonly exports: unknown } }>
}
/** The form in use: plain until `loadSimd` has loaded the other. */
export let fourRows: FourRows = plainFourRows

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

/** Panels of four; the rows and sums of a call go through its memory. */
function vectorized({ memory, addFourRows }: Exports): FourRows {
  const doubles = new Float64Array(memory.buffer)
  const rowsStart = PANEL_CELLS
  const sumsStart = rowsStart + 4 * CHUNK
  const sumsEnd = sumsStart + 4 * BLOCK
  if (doubles.length < sumsEnd) throw new RangeError(`loadSimd: memory of ${doubles.length} numbers, ${sumsEnd} needed`)
  return {
    pack: ({ cells, inner, outer }, first, length, from, count) => {
      const last = from + count - 1
      const end = first + length
      let p = 0
      for (let i = from; i <= last; i += 4) {
        const o0 = outer[i]
        const o1 = outer[Math.min(i + 1, last)]
        const o2 = outer[Math.min(i + 2, last)]
        const o3 = outer[Math.min(i + 3, last)]
        for (let k = first; k < end; k++) {
          const o = inner[k]
          doubles[p] = cells[(o + o0) | 0]
          doubles[p + 1] = cells[(o + o1) | 0]
          doubles[p + 2] = cells[(o + o2) | 0]
          doubles[p + 3] = cells[(o + o3) | 0]
          p = (p + 4) | 0
        }
      }
    },
    add: (rows, at, length, count, sums, sumsAt) => {
      doubles.set(rows.subarray(at, at + 4 * length), rowsStart)
      doubles.set(sums.subarray(sumsAt, sumsAt + 4 * count), sumsStart)
      addFourRows(0, rowsStart * 8, length, count, sumsStart * 8)
      sums.set(doubles.subarray(sumsStart, sumsStart + 4 * count), sumsAt)
    },
  }
}
