import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { classNames, imageSize } from '#feature-net/architecture.ts'

export interface DataSet {
  readonly count: number
  /** One byte a pixel, image after image, row-major; 0 is the ground. In shared memory, so that workers read it too. */
  readonly images: Uint8Array
  readonly labels: Uint8Array
}

/**
 * Fashion-MNIST from a folder with its four .gz files.
 *
 * @throws {RangeError} when a file is not of the format
 * @see Xiao, Rasul & Vollgraf 2017, arXiv:1708.07747; the format is MNIST's IDX
 */
export function readDataSet(folder: string, part: 'train' | 't10k' | 'sample'): DataSet {
  const images = readIdx(join(folder, `${part}-images-idx3-ubyte.gz`), 3)
  const labels = readIdx(join(folder, `${part}-labels-idx1-ubyte.gz`), 1)
  const [count, height, width] = images.sizes
  if (height !== imageSize || width !== imageSize) {
    throw new RangeError(`readDataSet: images must be ${imageSize}×${imageSize}, got ${height}×${width}`)
  }
  if (labels.sizes[0] !== count || labels.bytes.some((label) => label >= classNames.length)) {
    throw new RangeError(`readDataSet: labels must be ${count} numbers below ${classNames.length}`)
  }
  return { count, images: images.bytes, labels: labels.bytes }
}

/** Two bytes 0, one for the type (8: bytes), one for the number of sizes; the sizes as 32-bit big-endian; the bytes. */
function readIdx(file: string, rank: number): { sizes: readonly number[]; bytes: Uint8Array } {
  const content = gunzipSync(readFileSync(file))
  if (content.readUInt32BE(0) !== 0x0800 + rank)
    throw new RangeError(`readDataSet: ${file} must be IDX of rank ${rank}`)
  const sizes = Array.from({ length: rank }, (_, at) => content.readUInt32BE(4 + 4 * at))
  const length = sizes.reduce((product, size) => product * size, 1)
  const start = 4 + 4 * rank
  if (content.length !== start + length) {
    throw new RangeError(`readDataSet: ${file} must hold ${length} bytes, got ${content.length - start}`)
  }
  const bytes = new Uint8Array(new SharedArrayBuffer(length))
  bytes.set(content.subarray(start))
  return { sizes, bytes }
}
