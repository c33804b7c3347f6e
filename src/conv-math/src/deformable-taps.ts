import { bilinearNeighbours, type Neighbour, requirePoint } from './bilinear-neighbours.ts'
import { requireInteger, requireListLength } from './checks.ts'
import { type PerAxis, splitPerAxis } from './per-axis.ts'
import { refuse, show } from './problem.ts'
import { type ConvTapsOptions, convTapsFor } from './taps.ts'

/** A displacement in input cells, down and along. */
export type Offset = readonly [row: number, column: number]

/** One weight of a deformable convolution and where it reads. */
export interface DeformableTap {
  readonly kernel: readonly [row: number, column: number]
  /** Where the ordinary convolution would read. */
  readonly input: readonly [row: number, column: number]
  /** input + offset: a place between pixels. */
  readonly point: readonly [row: number, column: number]
  /** What is read there: four pixels and their weights. */
  readonly neighbours: readonly [Neighbour, Neighbour, Neighbour, Neighbour]
}

/** Options of one window and the offset of each of its taps, in the kernel's row-major order. */
export interface DeformableTapsOptions extends ConvTapsOptions {
  readonly offsets: readonly Offset[]
}

/**
 * All taps of one output of a deformable convolution: those of `convTaps`, each moved by its offset and read by bilinear
 * interpolation; beyond the map the value is 0. Zero offsets give the ordinary convolution.
 *
 * @param unit [row, column] of the output
 * @param inputSize [height, width] of the input
 * @throws {RangeError} when `convTaps` refuses the options, or there is not one offset of finite numbers per tap
 * @see Dai et al. 2017, arXiv:1703.06211, equation 2
 *
 * @example deformableTaps([0, 0], [2, 2], { kernelSize: 1, offsets: [[0.5, 0.25]] })[0].neighbours.map(({ weight }) => weight) // [0.375, 0.125, 0.375, 0.125]
 */
export function deformableTaps(
  unit: readonly [row: number, column: number],
  inputSize: readonly [height: number, width: number],
  options: DeformableTapsOptions,
): readonly DeformableTap[] {
  const fn = 'deformableTaps'
  const taps = convTapsFor(fn, unit, inputSize, options)
  const { offsets } = options
  if (!Array.isArray(offsets) || offsets.length !== taps.length) {
    refuse(fn, `offsets must be a list of ${taps.length} pairs, one per tap, got ${show(offsets)}`)
  }
  return taps.map(({ kernel, input }, at) => {
    const offset = requirePoint(fn, 'offset', offsets[at])
    const point = requirePoint(fn, 'point', [input[0] + offset[0], input[1] + offset[1]])
    return { kernel, input, point, neighbours: bilinearNeighbours(point, inputSize) }
  })
}

/**
 * The offsets that carry a kernel's grid through a linear map: (M − I)·p for every tap p, counted from the kernel's
 * middle. M = d·I is dilation d, a rotation turns the kernel, a fraction of I shrinks it.
 *
 * @param kernelSize taps, one number or [height, width], ≥ 1
 * @param matrix [[a, b], [c, d]] takes [row, column] to [a·row + b·column, c·row + d·column]
 * @returns one offset per tap in row-major order, as `deformableTaps` takes them
 * @throws {RangeError} when a size is not an integer ≥ 1, or the matrix is not two pairs of finite numbers
 *
 * @example gridOffsets([1, 3], [[2, 0], [0, 2]]) // [[0, -1], [0, 0], [0, 1]]
 */
export function gridOffsets(kernelSize: PerAxis<number>, matrix: readonly [Offset, Offset]): readonly Offset[] {
  const fn = 'gridOffsets'
  const sizes = splitPerAxis(fn, 'kernelSize', kernelSize)
  const [height, width] = sizes.map((size) => requireInteger(fn, 'kernelSize', size, 1))
  requireListLength(fn, 'kernelSize', height * width)
  if (!Array.isArray(matrix) || matrix.length !== 2) {
    refuse(fn, `matrix must be two pairs [[a, b], [c, d]], got ${show(matrix)}`)
  }
  const [[a, b], [c, d]] = [requirePoint(fn, 'matrix row', matrix[0]), requirePoint(fn, 'matrix row', matrix[1])]
  return Array.from({ length: height * width }, (_, at): Offset => {
    const row = Math.floor(at / width) - (height - 1) / 2
    const column = (at % width) - (width - 1) / 2
    // + 0 turns −0 into 0
    return [(a - 1) * row + b * column + 0, c * row + (d - 1) * column + 0]
  })
}
