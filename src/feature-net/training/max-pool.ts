import { maxPool2d, type Tensor, tensor } from 'conv-math'
import { pool } from '#feature-net/architecture.ts'

/**
 * The gradient with respect to the input of the network's max pool: each output's gradient goes to the first cell of its
 * window, in row-major order, that holds the maximum.
 *
 * @param input [batch, channels, height, width], height and width divisible by the pool's size
 * @param output what `maxPool2d(input, pool)` gave
 */
export function maxPoolGradient(input: Tensor, output: Tensor, outputGradient: Tensor): Tensor {
  const gradient = tensor(input.shape)
  const [batch, channels, rows, columns] = output.shape
  const width = input.shape[3]
  const size = pool.kernelSize
  for (let row = 0, at = 0; row < batch * channels * rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      const corner = row * size * width + column * size
      for (let j = 0; j < size * size; j++) {
        const cell = corner + Math.floor(j / size) * width + (j % size)
        if (input.data[cell] !== output.data[at]) continue
        gradient.data[cell] = outputGradient.data[at]
        break
      }
    }
  }
  return gradient
}

export const maxPool = (input: Tensor): Tensor => maxPool2d(input, pool)
