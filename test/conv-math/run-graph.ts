import {
  averagePool2d,
  conv2d,
  type Graph,
  globalAveragePool2d,
  inferShapes,
  type Layer,
  type MapShape,
  maxPool2d,
  type Tensor,
  tensor,
  transposedConv2d,
} from 'conv-math'

/**
 * The output of a graph whose weights are all 1, which no two paths can cancel in. A multiply adds, since a product of
 * numbers other than 0 changes with each of its factors just as a sum does; a max pool takes the largest.
 */
export function runGraph(graph: Graph, input: Tensor): ReadonlyMap<string, Tensor> {
  const shapes = inferShapes(graph, input.shape.slice(1) as unknown as MapShape)
  const values = new Map<string, Tensor>([['input', input]])
  for (const { id, layer, inputs } of graph.nodes) {
    const read = inputs.map((each) => values.get(each) as Tensor)
    const value = runLayer(layer, read)
    const shape = shapes.get(id)?.join()
    if (value.shape.slice(1).join() !== shape) throw new Error(`node ${id} is ${value.shape}, not ${shape}`)
    values.set(id, value)
  }
  return values
}

function runLayer(layer: Layer, inputs: readonly Tensor[]): Tensor {
  const [input] = inputs
  const [batch, channels, height, width] = input.shape
  switch (layer.type) {
    case 'conv': {
      const { outChannels, kernelSize, groups = 1, bias: _, ...options } = layer
      return conv2d(input, ones([outChannels, channels / groups, ...kernel(kernelSize)]), { ...options, groups })
    }
    case 'transposedConv': {
      const { outChannels, kernelSize, groups = 1, bias: _, ...options } = layer
      const weight = ones([channels, outChannels / groups, ...kernel(kernelSize)])
      return transposedConv2d(input, weight, { ...options, groups })
    }
    case 'maxPool': {
      // A window that reads no cell gives −Infinity, which no sum would let go of.
      const { shape, data } = maxPool2d(input, layer)
      return { shape, data: data.map((value) => Math.max(0, value)) }
    }
    case 'averagePool':
      return averagePool2d(input, layer)
    case 'globalAveragePool':
      return globalAveragePool2d(input)
    case 'flatten':
      return { shape: [batch, channels * height * width, 1, 1], data: input.data }
    case 'linear':
      return conv2d(input, ones([layer.outFeatures, channels, 1, 1]))
    case 'resize':
      return resized(input, kernel(layer.scale), layer.mode)
    case 'add':
    case 'multiply':
      return inputs.reduce(summed)
    case 'concat':
      return joined(inputs)
    default:
      return input
  }
}

/** Shapes equal, or one of them [batch, channels, 1, 1] to be added at every position. */
function summed(a: Tensor, b: Tensor): Tensor {
  const [full, other] = a.data.length >= b.data.length ? [a, b] : [b, a]
  const repeat = full.data.length / other.data.length
  return tensor(
    full.shape,
    full.data.map((value, place) => value + other.data[Math.floor(place / repeat)]),
  )
}

function joined(inputs: readonly Tensor[]): Tensor {
  const [{ shape }] = inputs
  const [batch, , height, width] = shape
  const parts = Array.from({ length: batch }, (_, item) =>
    inputs.map(({ data }) => [...data.slice((item * data.length) / batch, ((item + 1) * data.length) / batch)]),
  )
  const channels = inputs.reduce((sum, each) => sum + each.shape[1], 0)
  return tensor([batch, channels, height, width], parts.flat(2))
}

function resized({ shape, data }: Tensor, [down, across]: readonly [number, number], mode: string): Tensor {
  const [batch, channels, height, width] = shape
  const out = tensor([batch, channels, height * down, width * across])
  const [rows, columns] = [out.shape[2], out.shape[3]]
  out.data.forEach((_, place) => {
    const plane = Math.floor(place / (rows * columns))
    const row = Math.floor(place / columns) % rows
    const column = place % columns
    for (const [y, above] of weights(row, down, height, mode)) {
      for (const [x, left] of weights(column, across, width, mode)) {
        out.data[place] += above * left * data[(plane * height + y) * width + x]
      }
    }
  })
  return out
}

/** The cells that PyTorch's interpolate reads, and how much of each: coordinates are clamped to the map. */
function weights(unit: number, scale: number, size: number, mode: string): readonly (readonly [number, number])[] {
  if (mode === 'nearest') return [[Math.floor(unit / scale), 1]]
  const at = Math.max(0, (unit + 0.5) / scale - 0.5)
  const low = Math.floor(at)
  const high = Math.min(low + 1, size - 1)
  return [
    [low, 1 - (at - low)],
    [high, at - low],
  ]
}

function ones(shape: readonly number[]): Tensor {
  const length = shape.reduce((product, each) => product * each, 1)
  return tensor(shape, new Float32Array(length).fill(1))
}

function kernel(size: number | readonly [number, number]): readonly [number, number] {
  return typeof size === 'number' ? [size, size] : size
}
