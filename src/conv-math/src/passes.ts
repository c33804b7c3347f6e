import type { Geometry } from './geometry.ts'
import { backwardReaches, forwardReach } from './reach.ts'
import { createStrip, fillStrip, moveStrip, type Planes, type Strip } from './strip.ts'
import { placeOfRow, sumRows, sumsHeld } from './sum-rows.ts'

/** How the weight is read: the distance between what is written, and between what is read, in kernel planes. */
interface WeightOrder {
  readonly written: number
  readonly read: number
}

/** out = weight ∗ in + bias. */
export function forwardPass(
  g: Geometry,
  input: Float32Array,
  weight: Float32Array,
  bias: Float32Array | undefined,
  output: Float32Array,
): void {
  const order = { written: g.inChannels / g.groups, read: 1 }
  multiply(g, forwardPlanes(g), order, input, weight, bias, output)
}

function forwardPlanes(g: Geometry): Planes {
  return {
    batch: g.batch,
    channels: g.inChannels / g.groups,
    sourceChannels: g.inChannels,
    rows: forwardReach(g.height),
    columns: forwardReach(g.width),
    writeChannels: g.outChannels,
    writeHeight: g.height.outputSize,
    writeWidth: g.width.outputSize,
  }
}

/** in = weightᵀ ∗ out + bias: every output cell painted back over the window it came from. */
export function transposedPass(
  g: Geometry,
  output: Float32Array,
  weight: Float32Array,
  bias: Float32Array | undefined,
  input: Float32Array,
): void {
  const order = { written: 1, read: g.inChannels / g.groups }
  const columnPhases = backwardReaches(g.width)
  for (const rows of backwardReaches(g.height)) {
    for (const columns of columnPhases) {
      const planes = {
        batch: g.batch,
        channels: g.outChannels / g.groups,
        sourceChannels: g.outChannels,
        rows,
        columns,
        writeChannels: g.inChannels,
        writeHeight: g.height.inputSize,
        writeWidth: g.width.inputSize,
      }
      multiply(g, planes, order, output, weight, bias, input)
    }
  }
}

/** weight = Σ over batch and windows of in · out. */
export function weightPass(g: Geometry, input: Float32Array, output: Float32Array, weight: Float32Array): void {
  const channels = g.inChannels / g.groups
  const outputs = g.outChannels / g.groups
  const cells = g.height.outputSize * g.width.outputSize
  const strip = createStrip(forwardPlanes(g))
  if (!strip) return
  const { taps, origins, targets } = strip
  const total = new Float64Array(g.outChannels * taps.length)
  const rows = new Float64Array(outputs * origins.length)
  const sums = new Float64Array(sumsHeld(outputs, taps.length))
  eachStrip(strip, (image, row, results) => {
    const read = { cells: strip.cells, inner: origins, innerCount: results, outer: taps, outerCount: taps.length }
    for (let group = 0; group < g.groups; group++) {
      const first = group * outputs
      fillStrip(strip, input, group * channels, image, row)
      for (let channel = 0; channel < outputs; channel++) {
        const plane = (first + channel) * cells
        const { at, step } = placeOfRow(channel, outputs, results)
        for (let n = 0; n < results; n++) rows[at + n * step] = output[targets[n] + plane]
      }
      sumRows({ data: rows, at: 0, count: outputs }, read, sums, (channel, from, count, sumsAt) => {
        const at = (first + channel) * taps.length + from
        for (let k = 0; k < count; k++) total[at + k] += sums[sumsAt + k]
      })
    }
  })
  weight.set(total)
}

/** Moves the strip over all images and rows of results. */
function eachStrip(strip: Strip, visit: (image: number, row: number, results: number) => void): void {
  const { batch, rows } = strip.planes
  for (let image = 0; image < batch; image += strip.images) {
    for (let row = 0; row < rows.count; row += strip.height) visit(image, row, moveStrip(strip, image, row))
  }
}

function multiply(
  g: Geometry,
  planes: Planes,
  order: WeightOrder,
  source: Float32Array,
  weight: Float32Array,
  bias: Float32Array | undefined,
  target: Float32Array,
): void {
  const strip = createStrip(planes)
  if (!strip) {
    fillBias(planes, bias, target)
    return
  }
  const { taps, origins, targets } = strip
  const channels = planes.writeChannels / g.groups
  const cells = planes.writeHeight * planes.writeWidth
  const rows = packedWeight(g, planes, order, weight)
  const sums = new Float64Array(sumsHeld(channels, origins.length))
  eachStrip(strip, (image, row, results) => {
    const read = { cells: strip.cells, inner: taps, innerCount: taps.length, outer: origins, outerCount: results }
    for (let group = 0; group < g.groups; group++) {
      const first = group * channels
      fillStrip(strip, source, group * planes.channels, image, row)
      const ofGroup = { data: rows, at: first * taps.length, count: channels }
      sumRows(ofGroup, read, sums, (channel, from, count, sumsAt) => {
        const plane = (first + channel) * cells
        const offset = bias ? bias[first + channel] : 0
        for (let n = 0; n < count; n++) target[(targets[from + n] + plane) | 0] = sums[sumsAt + n] + offset
      })
    }
  })
}

/** The weight as rows of each group's written channels: [read channel, tap row, tap column]. */
function packedWeight(g: Geometry, planes: Planes, order: WeightOrder, weight: Float32Array): Float64Array {
  const { channels, rows, columns, writeChannels } = planes
  const kernelWidth = g.width.kernelSize
  const kernelCells = g.height.kernelSize * kernelWidth
  const length = channels * rows.taps.length * columns.taps.length
  const perGroup = writeChannels / g.groups
  const groupPlanes = (g.outChannels / g.groups) * (g.inChannels / g.groups)
  const packed = new Float64Array(writeChannels * length)
  for (let written = 0; written < writeChannels; written++) {
    const inGroup = written % perGroup
    const group = (written - inGroup) / perGroup
    const { at: start, step } = placeOfRow(inGroup, perGroup, length)
    let at = group * perGroup * length + start
    for (let channel = 0; channel < channels; channel++) {
      const plane = group * groupPlanes + inGroup * order.written + channel * order.read
      for (const row of rows.taps) {
        for (const column of columns.taps) {
          packed[at] = weight[plane * kernelCells + row * kernelWidth + column]
          at += step
        }
      }
    }
  }
  return packed
}

/** Cells that no tap reaches hold the bias alone. */
function fillBias(planes: Planes, bias: Float32Array | undefined, target: Float32Array): void {
  if (!bias) return
  const { batch, rows, columns, writeChannels, writeHeight, writeWidth } = planes
  for (let plane = 0; plane < batch * writeChannels; plane++) {
    for (let n = 0; n < rows.count; n++) {
      const at = (plane * writeHeight + rows.writeStart + n * rows.writeStep) * writeWidth + columns.writeStart
      for (let m = 0; m < columns.count; m++) target[at + m * columns.writeStep] = bias[plane % writeChannels]
    }
  }
}
