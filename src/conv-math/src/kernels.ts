import { type Geometry, tapRange } from './geometry.ts'

// Sums run in 64-bit floats, a plane at a time, and are rounded to 32 bits once at the end.

/** out = weight ∗ in + bias. */
export function forward(
  g: Geometry,
  input: Float32Array,
  weight: Float32Array,
  bias: Float32Array | undefined,
  output: Float32Array,
): void {
  const plane = new Float64Array(g.height.outputSize * g.width.outputSize)
  const inputs = g.inChannels / g.groups
  const outputs = g.outChannels / g.groups
  for (let b = 0; b < g.batch; b++) {
    for (let o = 0; o < g.outChannels; o++) {
      plane.fill(bias ? bias[o] : 0)
      const firstInput = Math.floor(o / outputs) * inputs
      for (let c = 0; c < inputs; c++) {
        eachTap(g, (tap, inAt, outAt, count, step) => {
          const w = weight[(o * inputs + c) * g.height.kernelSize * g.width.kernelSize + tap]
          let from = (b * g.inChannels + firstInput + c) * g.height.inputSize * g.width.inputSize + inAt
          for (let i = 0; i < count; i++, from += step) plane[outAt + i] += w * input[from]
        })
      }
      output.set(plane, (b * g.outChannels + o) * plane.length)
    }
  }
}

/** in = weightᵀ ∗ out + bias: every output cell painted back over the window it came from. */
export function backward(
  g: Geometry,
  output: Float32Array,
  weight: Float32Array,
  bias: Float32Array | undefined,
  input: Float32Array,
): void {
  const plane = new Float64Array(g.height.inputSize * g.width.inputSize)
  const inputs = g.inChannels / g.groups
  const outputs = g.outChannels / g.groups
  for (let b = 0; b < g.batch; b++) {
    for (let c = 0; c < g.inChannels; c++) {
      plane.fill(bias ? bias[c] : 0)
      const firstOutput = Math.floor(c / inputs) * outputs
      for (let o = firstOutput; o < firstOutput + outputs; o++) {
        eachTap(g, (tap, inAt, outAt, count, step) => {
          const w = weight[(o * inputs + (c % inputs)) * g.height.kernelSize * g.width.kernelSize + tap]
          const from = (b * g.outChannels + o) * g.height.outputSize * g.width.outputSize + outAt
          for (let i = 0, to = inAt; i < count; i++, to += step) plane[to] += w * output[from + i]
        })
      }
      input.set(plane, (b * g.inChannels + c) * plane.length)
    }
  }
}

/** weight = Σ over batch and windows of in · out. */
export function correlate(g: Geometry, input: Float32Array, output: Float32Array, weight: Float32Array): void {
  const inputs = g.inChannels / g.groups
  const outputs = g.outChannels / g.groups
  const taps = new Float64Array(g.height.kernelSize * g.width.kernelSize)
  for (let o = 0; o < g.outChannels; o++) {
    for (let c = 0; c < inputs; c++) {
      taps.fill(0)
      const channel = Math.floor(o / outputs) * inputs + c
      for (let b = 0; b < g.batch; b++) {
        eachTap(g, (tap, inAt, outAt, count, step) => {
          const a = (b * g.inChannels + channel) * g.height.inputSize * g.width.inputSize + inAt
          const z = (b * g.outChannels + o) * g.height.outputSize * g.width.outputSize + outAt
          let sum = 0
          for (let i = 0; i < count; i++) sum += input[a + i * step] * output[z + i]
          taps[tap] += sum
        })
      }
      weight.set(taps, (o * inputs + c) * taps.length)
    }
  }
}

type RowVisitor = (tap: number, inAt: number, outAt: number, count: number, step: number) => void

/** Every run of windows in one row that read real input with one tap. */
function eachTap(g: Geometry, visit: RowVisitor): void {
  const { height, width } = g
  for (let j = 0; j < height.kernelSize; j++) {
    const [top, bottom] = tapRange(height, j)
    for (let k = 0; k < width.kernelSize; k++) {
      const [left, right] = tapRange(width, k)
      if (right < left) continue
      for (let row = top; row <= bottom; row++) {
        const y = row * height.stride - height.start + j * height.dilation
        const x = left * width.stride - width.start + k * width.dilation
        const inAt = y * width.inputSize + x
        visit(j * width.kernelSize + k, inAt, row * width.outputSize + left, right - left + 1, width.stride)
      }
    }
  }
}
