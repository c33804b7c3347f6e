import { type Tensor, tensor } from 'conv-math'
import { imageSize } from '#feature-net/architecture.ts'
import { random } from '#feature-net/random.ts'
import type { DataSet } from './data-set.ts'

const cells = imageSize * imageSize
/** The farthest that an image is moved, in pixels. */
const maxShift = 1

/** The images of the given places, with values from 0 to 1: [places, 1, 28, 28]. */
export function batchOf({ images }: DataSet, places: ArrayLike<number>): Tensor {
  const batch = tensor([places.length, 1, imageSize, imageSize])
  for (let b = 0; b < places.length; b++) {
    for (let i = 0; i < cells; i++) batch.data[b * cells + i] = images[places[b] * cells + i] / 255
  }
  return batch
}

/** The same, each image moved by up to a pixel on both axes and mirrored every other time, by chance. */
export function augmentedBatchOf({ images }: DataSet, places: ArrayLike<number>, seed: readonly number[]): Tensor {
  const source = random(...seed)
  const batch = tensor([places.length, 1, imageSize, imageSize])
  for (let b = 0; b < places.length; b++) {
    const down = source.below(2 * maxShift + 1) - maxShift
    const along = source.below(2 * maxShift + 1) - maxShift
    const mirrored = source.next() < 0.5
    for (let row = 0; row < imageSize; row++) {
      for (let column = 0; column < imageSize; column++) {
        const fromRow = row - down
        const fromColumn = (mirrored ? imageSize - 1 - column : column) - along
        if (fromRow < 0 || fromRow >= imageSize || fromColumn < 0 || fromColumn >= imageSize) continue
        const at = places[b] * cells + fromRow * imageSize + fromColumn
        batch.data[b * cells + row * imageSize + column] = images[at] / 255
      }
    }
  }
  return batch
}
