import { requirePair } from './checks.ts'
import { refuse, show } from './problem.ts'

/** A pixel next to a point between pixels, and its share of the value there. */
export interface Neighbour {
  readonly cell: readonly [row: number, column: number]
  readonly weight: number
  /** false: beyond the map, where the value is 0. */
  readonly inside: boolean
}

/**
 * The four pixels around a point, in reading order, with their bilinear weights
 * max(0, 1 − |row − p_row|) · max(0, 1 − |column − p_column|), which sum to 1. On a whole row or column two of them
 * weigh 0, on a pixel three. Pixel i has its middle at i.
 *
 * @param point [row, column], any finite numbers
 * @param inputSize [height, width] of the map
 * @throws {RangeError} when the point is not a pair of finite numbers, or a size is not an integer ≥ 1
 * @see Dai et al. 2017, arXiv:1703.06211, equation 3
 *
 * @example bilinearNeighbours([0.25, 0.5], [2, 2]).map(({ weight }) => weight) // [0.375, 0.375, 0.125, 0.125]
 */
export function bilinearNeighbours(
  point: readonly [row: number, column: number],
  inputSize: readonly [height: number, width: number],
): readonly [Neighbour, Neighbour, Neighbour, Neighbour] {
  const fn = 'bilinearNeighbours'
  const [height, width] = requirePair(fn, 'inputSize', inputSize, 1)
  const [row, column] = requirePoint(fn, 'point', point)
  const [top, left] = [Math.floor(row), Math.floor(column)]
  const neighbour = (down: 0 | 1, along: 0 | 1): Neighbour => {
    const cell = [top + down, left + along] as const
    return {
      cell,
      weight: share(cell[0] - row) * share(cell[1] - column),
      inside: cell[0] >= 0 && cell[0] < height && cell[1] >= 0 && cell[1] < width,
    }
  }
  return [neighbour(0, 0), neighbour(0, 1), neighbour(1, 0), neighbour(1, 1)]
}

const share = (distance: number): number => Math.max(0, 1 - Math.abs(distance))

/** A pair of finite numbers, small enough that their whole parts are exact; else throws. */
export function requirePoint(fn: string, name: string, value: unknown): readonly [number, number] {
  const pair: readonly unknown[] = Array.isArray(value) && value.length === 2 ? value : [Number.NaN]
  if (!pair.every((part) => typeof part === 'number' && Math.abs(part) < 2 ** 52)) {
    refuse(fn, `${name} must be a pair of finite numbers [row, column], got ${show(value)}`)
  }
  return [pair[0] as number, pair[1] as number]
}
