import { type Tensor, tensor } from 'conv-math'
import { type Weights, weightShapes } from '#feature-net/weights.ts'

// The file, little-endian: for every layer the biases and then the steps, one 32-bit float per output channel each;
// then for every layer the weights as whole multiples of their channel's step, one signed byte each.

const levels = 127
const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1)
const floats = weightShapes.reduce((sum, [outChannels]) => sum + 2 * outChannels, 0)
export const packedLength = 4 * floats + weightShapes.reduce((sum, shape) => sum + sizeOf(shape), 0)

/** The weights as a file: eight bits each, and per output channel one step, the largest magnitude / 127. */
export function packWeights(weights: Weights): Uint8Array {
  const bytes = new Uint8Array(packedLength)
  const view = new DataView(bytes.buffer)
  let [floatAt, byteAt] = [0, 4 * floats]
  for (const { weight, bias } of weights) {
    const perChannel = weight.data.length / bias.data.length
    const steps = bias.data.map((_, channel) => {
      const row = weight.data.subarray(channel * perChannel, (channel + 1) * perChannel)
      return row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / levels
    })
    for (const value of [...bias.data, ...steps]) {
      view.setFloat32(floatAt, value, true)
      floatAt += 4
    }
    for (const [i, value] of weight.data.entries()) {
      view.setInt8(byteAt++, Math.round(value / (steps[Math.floor(i / perChannel)] || 1)))
    }
  }
  return bytes
}

/**
 * The weights of a file that `packWeights` made.
 *
 * @throws {RangeError} when the file has another length
 */
export function unpackWeights(bytes: Uint8Array): Weights {
  if (bytes.length !== packedLength) {
    throw new RangeError(`unpackWeights: bytes must be ${packedLength}, got ${bytes.length}`)
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let [floatAt, byteAt] = [0, 4 * floats]
  const next = (count: number): Tensor => {
    const list = tensor([count])
    for (let i = 0; i < count; i++, floatAt += 4) list.data[i] = view.getFloat32(floatAt, true)
    return list
  }
  return weightShapes.map((shape) => {
    const bias = next(shape[0])
    const steps = next(shape[0])
    const weight = tensor(shape)
    const perChannel = weight.data.length / shape[0]
    for (let i = 0; i < weight.data.length; i++) {
      weight.data[i] = view.getInt8(byteAt++) * steps.data[Math.floor(i / perChannel)]
    }
    return { weight, bias }
  })
}
