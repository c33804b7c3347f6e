import type { Reach } from './reach.ts'

/** Cells of a strip, 256 KiB of 64-bit numbers: what stays in a second-level cache while weights pass over it. */
const STRIP_CELLS = 2 ** 15

/** Results of a strip: what their sums may hold besides. */
const STRIP_RESULTS = 2 ** 11

/** Where the results of a plane lie, and where their sources. */
export interface Planes {
  readonly batch: number
  /** Channels read, of one group and of all. */
  readonly channels: number
  readonly sourceChannels: number
  readonly rows: Reach
  readonly columns: Reach
  readonly writeChannels: number
  readonly writeHeight: number
  readonly writeWidth: number
}

/**
 * A copy of the source rows that some rows of results read, for all channels of one group: with its padding, so that
 * the loops over it need no bounds, and in 64 bits. Small planes of several images share one strip.
 */
export interface Strip {
  readonly planes: Planes
  readonly cells: Float64Array
  /** Rows of results per image, and images. */
  readonly height: number
  readonly images: number
  readonly sourceRows: number
  readonly sourceColumns: number
  readonly firstRow: number
  readonly firstColumn: number
  /** Where in `cells` each tap of each channel lies, seen from a result's origin; [channel, tap row, tap column]. */
  readonly taps: Int32Array
  /** Where in `cells` each result's origin lies. */
  readonly origins: Int32Array
  /** Where each result belongs in channel 0 of what is written. */
  readonly targets: Int32Array
}

/** An empty strip of the best size for the planes; null when no tap reaches them. */
export function createStrip(planes: Planes): Strip | null {
  const { batch, channels, rows, columns } = planes
  if (rows.taps.length === 0 || columns.taps.length === 0) return null
  const firstRow = Math.min(...rows.offsets)
  const firstColumn = Math.min(...columns.offsets)
  const rowSpan = Math.max(...rows.offsets) - firstRow + 1
  const sourceColumns = (columns.count - 1) * columns.step + Math.max(...columns.offsets) - firstColumn + 1
  const fitting = Math.floor((STRIP_CELLS / (channels * sourceColumns) - rowSpan) / rows.step) + 1
  const height = clamp(Math.min(fitting, Math.floor(STRIP_RESULTS / columns.count)), 1, rows.count)
  const sourceRows = (height - 1) * rows.step + rowSpan
  const planeCells = channels * sourceRows * sourceColumns
  const fittingImages = Math.min(STRIP_CELLS / planeCells, STRIP_RESULTS / (height * columns.count))
  const images = clamp(Math.floor(fittingImages), 1, batch)
  const results = images * height * columns.count
  const strip = {
    planes,
    cells: new Float64Array(images * planeCells),
    height,
    images,
    sourceRows,
    sourceColumns,
    firstRow,
    firstColumn,
    taps: new Int32Array(channels * rows.taps.length * columns.taps.length),
    origins: new Int32Array(results),
    targets: new Int32Array(results),
  }
  placeTaps(strip)
  return strip
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}

function placeTaps({ planes, images, sourceRows, sourceColumns, firstRow, firstColumn, taps }: Strip): void {
  let at = 0
  for (let channel = 0; channel < planes.channels; channel++) {
    for (const row of planes.rows.offsets) {
      for (const column of planes.columns.offsets) {
        taps[at++] = (channel * images * sourceRows + row - firstRow) * sourceColumns + column - firstColumn
      }
    }
  }
}

/**
 * Moves the strip to the results from `row` on of the images from `image` on, its cells all zero; returns how many
 * results it covers there.
 */
export function moveStrip(strip: Strip, image: number, row: number): number {
  const { planes, cells, sourceRows, sourceColumns, origins, targets } = strip
  const { rows, columns, writeChannels, writeHeight, writeWidth } = planes
  cells.fill(0)
  const rowCount = Math.min(strip.height, rows.count - row)
  let at = 0
  for (let which = 0; which < imagesAt(strip, image); which++) {
    for (let n = 0; n < rowCount; n++) {
      const origin = (which * sourceRows + n * rows.step) * sourceColumns
      const y = rows.writeStart + (row + n) * rows.writeStep
      const target = ((image + which) * writeChannels * writeHeight + y) * writeWidth + columns.writeStart
      for (let m = 0; m < columns.count; m++, at++) {
        origins[at] = origin + m * columns.step
        targets[at] = target + m * columns.writeStep
      }
    }
  }
  return at
}

/** Copies the channels from `firstChannel` on into the strip where it stands; the cells of the padding stay zero. */
export function fillStrip(strip: Strip, source: Float32Array, firstChannel: number, image: number, row: number): void {
  const { planes, cells, images, sourceRows, sourceColumns, firstRow, firstColumn } = strip
  const { rows, columns, channels, sourceChannels } = planes
  const top = row * rows.step + firstRow
  const firstY = Math.max(0, top)
  const stopY = Math.min(rows.sourceSize, top + sourceRows)
  const firstX = Math.max(0, firstColumn)
  const count = Math.min(columns.sourceSize, firstColumn + sourceColumns) - firstX
  const imageCount = imagesAt(strip, image)
  for (let channel = 0; channel < channels; channel++) {
    for (let which = 0; which < imageCount; which++) {
      const plane = (image + which) * sourceChannels + firstChannel + channel
      for (let y = firstY; y < stopY; y++) {
        const from = (plane * rows.sourceSize + y) * columns.sourceSize + firstX
        const to = ((channel * images + which) * sourceRows + y - top) * sourceColumns + firstX - firstColumn
        for (let x = 0; x < count; x++) cells[to + x] = source[from + x]
      }
    }
  }
}

function imagesAt({ images, planes }: Strip, image: number): number {
  return Math.min(images, planes.batch - image)
}
