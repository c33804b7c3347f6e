import { axisOrThrow, type ConvAxisOptions, resolveConvAxis } from './axis.ts'
import { windowReader } from './axis-reader.ts'
import { requireInteger, requireListLength } from './checks.ts'
import { refuse, show } from './problem.ts'

/** What one unit sees of one level of a chain: of its input, or of the output of one of its layers. */
export interface LevelReads {
  /** Cells of the level. */
  readonly size: number
  /** First and last cell on an axis without ends: padding counts as cells, at every level. */
  readonly interval: readonly [first: number, last: number]
  /** The cell that `counts` begins with: negative when padding at the start is read. */
  readonly first: number
  /**
   * Paths from the cells first, first + 1, … to the unit. Cells of the padding are in the list where a layer really
   * reads them, but what would lie behind them is not: the padding has no inputs.
   */
  readonly counts: readonly number[]
}

/**
 * What one output of a chain of windows sees on its way back, at every level from the input to the unit itself: the
 * interval without ends, which the recursion of the receptive field gives, and beside it the cells that are really read.
 *
 * @param layers from the input to the output; a pool is a window like any other: give its stride
 * @param unit an output 0 … size − 1
 * @returns one entry per level, the input's first, the unit's own last
 * @throws {RangeError} when a layer is unsound or does not fit, or there is no such output
 *
 * @example axisLevelReads([{ kernelSize: 3, padding: 1 }, { kernelSize: 3, padding: 1 }], 0, 9)[0].interval // [-2, 2]
 * @example axisLevelReads([{ kernelSize: 3, padding: 1 }, { kernelSize: 3, padding: 1 }], 0, 9)[0].counts // [1, 2, 2, 1]
 */
export function axisLevelReads(
  layers: readonly ConvAxisOptions[],
  unit: number,
  inputSize: number,
): readonly LevelReads[] {
  const fn = 'axisLevelReads'
  if (!Array.isArray(layers)) refuse(fn, `layers must be a list, got ${show(layers)}`)
  const sizes = [requireInteger(fn, 'inputSize', inputSize, 1)]
  const readers = Array.from(layers as readonly ConvAxisOptions[], (layer, index) => {
    const axis = axisOrThrow(`${fn}: layer ${index}`, resolveConvAxis(sizes[index], layer))
    requireListLength(fn, 'inputSize', axis.start + axis.inputSize + axis.end)
    sizes.push(axis.outputSize)
    return windowReader(axis)
  })
  const place = requireInteger(fn, 'unit', unit, 0, sizes[readers.length] - 1)
  const levels: LevelReads[] = [{ size: sizes[readers.length], interval: [place, place], first: place, counts: [1] }]
  for (let level = readers.length - 1; level >= 0; level -= 1) {
    const above = levels[0]
    const [first, last] = above.interval.map((cell) => readers[level].reads(cell))
    levels.unshift({
      size: sizes[level],
      interval: [first.first, last.first + (last.count - 1) * last.step],
      ...readOnce(above, readers[level]),
    })
  }
  return levels
}

/** The cells that the real cells of a level read one level below, with the paths through each. */
function readOnce(
  { size, first, counts }: LevelReads,
  reader: ReturnType<typeof windowReader>,
): Pick<LevelReads, 'first' | 'counts'> {
  const reads = counts.flatMap((paths, index) => {
    const real = first + index >= 0 && first + index < size
    return real && paths > 0 ? [{ ...reader.reads(first + index), paths }] : []
  })
  if (reads.length === 0) return { first: 0, counts: [] }
  const low = reads[0].first
  const end = reads[reads.length - 1]
  const sums = new Array<number>(end.first + (end.count - 1) * end.step - low + 1).fill(0)
  for (const { first: start, step, count, paths } of reads) {
    for (let tap = 0; tap < count; tap += 1) sums[start + tap * step - low] += paths
  }
  return { first: low, counts: sums }
}
