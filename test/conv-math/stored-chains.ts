import { type Graph, type Layer, sequential } from 'conv-math'

/** A layer of rf-chains.json; k, s, d hold one number per axis, p is [begin …, end …]. */
export interface StoredLayer {
  readonly type: 'conv' | 'maxpool' | 'avgpool' | 'convtranspose'
  readonly k: readonly number[]
  readonly s: readonly number[]
  readonly d: readonly number[]
  readonly p: readonly number[]
  readonly outputPadding?: readonly number[]
  readonly ceilMode?: boolean
}

/** A node of a graph in rf-chains.json, along one axis. */
export interface StoredNode extends Partial<Omit<StoredLayer, 'type'>> {
  readonly id: string
  readonly op: StoredLayer['type'] | 'input' | 'add' | 'concat' | 'crop'
  readonly inputs: readonly string[]
  readonly begin?: number
  readonly end?: number
}

export interface StoredUnit {
  readonly u: number
  readonly lo: number | null
  readonly hi: number | null
  readonly touched: number
}

export interface StoredAxis {
  readonly jump: number | null
  readonly period: number | null
  readonly rf: number
  readonly rfMin: number
  readonly units: readonly StoredUnit[]
  readonly start?: number
  readonly center?: number
  readonly clipped?: {
    readonly inputSize: number
    readonly equalLengthJoins?: boolean
    readonly units: readonly (readonly [number, number] | null)[]
  }
}

export interface StoredChain {
  readonly id: string
  readonly dims: 1 | 2
  readonly layers: readonly StoredLayer[]
  readonly axes: readonly StoredAxis[]
  readonly measured2d?: {
    readonly inputSize: readonly [number, number]
    readonly unit: readonly [number, number]
    readonly box: readonly [readonly [number, number], readonly [number, number]]
    readonly touched: number
  }
}

export interface StoredGraph {
  readonly id: string
  readonly nodes: readonly StoredNode[]
  readonly aligned: boolean | null
  readonly strideMismatch: boolean
  readonly axes: readonly StoredAxis[]
}

/** A chain with both axes alive; a chain along one axis lies on the height. */
export function chainOf({ layers }: StoredChain): Graph {
  return sequential(layers.map(layerOf))
}

/** A graph along the height; 'x' becomes the network's input. */
export function graphOf({ nodes }: Pick<StoredGraph, 'nodes'>): Graph {
  const [input] = nodes
  return {
    nodes: nodes.slice(1).flatMap((node) => {
      const inputs = node.inputs.map((id) => (id === input.id ? 'input' : id))
      if (node.op !== 'concat') return [{ id: node.id, layer: nodeLayer(node), inputs }]
      // Back to one channel, which is what every map of these files has.
      const joined = `${node.id} joined`
      const mix: Layer = { type: 'conv', outChannels: 1, kernelSize: 1 }
      return [
        { id: joined, layer: { type: 'concat' } as const, inputs },
        { id: node.id, layer: mix, inputs: [joined] },
      ]
    }),
  }
}

function nodeLayer(node: StoredNode): Layer {
  const { op, k, s, d, p } = node
  if (op === 'add') return { type: op }
  // Transposed padding cuts rows off, which with a 1×1 kernel is all that it does.
  if (op === 'crop') {
    return layerOf({ type: 'convtranspose', k: [1], s: [1], d: [1], p: [node.begin ?? 0, node.end ?? 0] })
  }
  if (op === 'input' || op === 'concat' || !k || !s || !d || !p) throw new Error(`no layer for ${op}`)
  // Pools padded beyond half a window stand for any window in these files.
  const pool = op === 'maxpool' || op === 'avgpool'
  const type = pool && Math.max(...p) > Math.floor(k[0] / 2) ? 'conv' : op
  return layerOf({ ...node, type, k, s, d, p })
}

function layerOf({ type, k, s, d, p, outputPadding, ceilMode = false }: StoredLayer): Layer {
  const sides: readonly [number, number] = k.length === 2 ? [p[1], p[3]] : [0, 0]
  const padding = [[p[0], p[k.length]], sides] as const
  const window = { kernelSize: pair(k, 1), stride: pair(s, 1), padding }
  if (type === 'avgpool') return { type: 'averagePool', ...window, ceilMode }
  const dilated = { ...window, dilation: pair(d, 1) }
  if (type === 'maxpool') return { type: 'maxPool', ...dilated, ceilMode }
  if (type === 'conv') return { type, outChannels: 1, ...dilated }
  return { type: 'transposedConv', outChannels: 1, ...dilated, outputPadding: pair(outputPadding ?? [0], 0) }
}

function pair(values: readonly number[], other: number): readonly [number, number] {
  return [values[0], values[1] ?? other]
}
