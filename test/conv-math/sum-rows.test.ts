import { conv2d, conv2dInputGradient, conv2dWeightGradient, type Tensor, tensor } from 'conv-math'
import { expect, test } from 'vitest'

/** Small whole numbers: their sums are exact in whatever order. */
function whole(shape: readonly number[], seed: number): Tensor {
  const length = shape.reduce((product, size) => product * size)
  return tensor(
    shape,
    Array.from({ length }, (_, i) => (((i + seed) * 7919) % 17) - 8),
  )
}

// Longer than a part of a sum (512 products) and than a block of sums (240), which random cases do not reach.
test.each([
  ['one channel', 1],
  ['a four', 4],
  ['a four and a rest', 6],
  ['two fours', 8],
])('sums of 1,200 products in rows of 300, %s written: each equals its own loop', (_, outputs) => {
  const [inputs, kernel, size, width] = [150, 8, 3, 300]
  const input = whole([1, inputs, size, width + kernel - 1], 1)
  const weight = whole([outputs, inputs, 1, kernel], 2)
  const output = conv2d(input, weight)
  expect(output.shape).toEqual([1, outputs, size, width])
  const at = (channel: number, y: number, x: number) => input.data[(channel * size + y) * (width + kernel - 1) + x]
  for (let o = 0; o < outputs; o++) {
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < width; x++) {
        let sum = 0
        for (let c = 0; c < inputs; c++)
          for (let k = 0; k < kernel; k++) sum += weight.data[(o * inputs + c) * kernel + k] * at(c, y, x + k)
        if (output.data[(o * size + y) * width + x] !== sum) expect.fail(`channel ${o}, row ${y}, column ${x}`)
      }
    }
  }
})

test('both gradients of such sums are adjoint to them', () => {
  const [input, weight] = [whole([1, 150, 3, 307], 1), whole([6, 150, 1, 8], 2)]
  const output = conv2d(input, weight)
  const other = whole(output.shape, 3)
  const dot = (a: Tensor, b: Tensor) => a.data.reduce((sum, value, i) => sum + value * b.data[i], 0)
  const wanted = dot(output, other)
  expect(Math.abs(wanted)).toBeGreaterThan(0)
  expect(dot(input, conv2dInputGradient(other, weight, { inputSize: [3, 307] }))).toBe(wanted)
  expect(dot(weight, conv2dWeightGradient(input, other, { kernelSize: [1, 8] }))).toBe(wanted)
})
