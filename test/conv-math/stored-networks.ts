import type { Graph, GraphNode, Layer } from 'conv-math'

/** A convolution or linear layer of networks.json, in execution order. */
export interface StoredRow {
  readonly name: string
  readonly type: 'conv2d' | 'conv_transpose2d' | 'linear'
  readonly in_ch: number
  readonly out_ch: number
  readonly out_hw?: readonly [number, number]
  readonly positions?: number
  readonly params: number
  readonly macs: number
}

interface StoredNode {
  readonly id: string
  readonly op: string
  readonly inputs: readonly string[]
  readonly name?: string
  readonly k?: readonly [number, number]
  readonly s?: readonly [number, number]
  readonly p?: readonly [number, number]
  readonly d?: readonly [number, number]
  readonly groups?: number
  readonly out_ch?: number
  readonly bias?: boolean
  readonly ceil_mode?: boolean
  readonly output_padding?: readonly [number, number]
  readonly output_size?: readonly [number, number]
}

export interface StoredEndpointAxis {
  readonly rf: number
  readonly jump: number
  readonly period?: number
  readonly start?: number
  readonly center?: number
  readonly units?: readonly { readonly u: number; readonly lo: number; readonly hi: number }[]
  readonly measured?: {
    readonly inputSize: number
    readonly unit?: number
    /** The unit that stands for phase 0 when every phase was measured. */
    readonly firstUnit?: number
    readonly lo?: number
    readonly hi?: number
  }
}

export interface StoredNetwork {
  readonly name: string
  readonly input: readonly [number, number, number, number]
  readonly params: { readonly total: number; readonly conv: number; readonly linear: number }
  readonly macs: { readonly total: number }
  readonly counts: { readonly conv: number; readonly linear: number }
  readonly layers: readonly StoredRow[]
  readonly graph: readonly StoredNode[]
  readonly rf: {
    readonly squeezeExcitation: string
    readonly endpoints: readonly {
      readonly endpoint: string
      readonly graphNode: string
      readonly aligned: boolean | null
      readonly axes: readonly [StoredEndpointAxis, StoredEndpointAxis]
    }[]
    readonly withSqueezeExcitation?: {
      readonly inputSize: number
      readonly units: readonly { readonly u: number; readonly lo: number; readonly hi: number }[]
    }
    readonly measured2d?: {
      readonly inputSize: number
      readonly unit: readonly [number, number]
      readonly rows: readonly [number, number]
      readonly cols: readonly [number, number]
      readonly touched: number
    }
  }
}

/** A stored network as a graph whose nodes keep their ids; the stored input becomes 'input'. */
export function storedGraph({ graph }: StoredNetwork): Graph {
  const [input, ...rest] = graph
  const nodes = rest.map(
    (node): GraphNode => ({
      id: node.id,
      layer: layerOf(node),
      inputs: node.inputs.map((id) => (id === input.id ? 'input' : id)),
    }),
  )
  return { nodes }
}

/** The same graph with each multiply passing on its larger map alone. */
export function withoutGates({ nodes }: Graph): Graph {
  const gates = new Set(nodes.filter(({ layer }) => layer.type === 'globalAveragePool').map(({ id }) => id))
  const passing = nodes.map((node): GraphNode => {
    if (node.layer.type !== 'multiply') return node
    return { ...node, inputs: node.inputs.filter((id) => !comesFrom(nodes, id, gates)) }
  })
  return { nodes: passing }
}

/** Whether a chain of single inputs leads back from the node to one of the sources. */
function comesFrom(nodes: readonly GraphNode[], id: string, sources: ReadonlySet<string>): boolean {
  const node = nodes.find((each) => each.id === id)
  if (node === undefined || sources.has(id)) return node !== undefined
  return node.layer.type === 'conv' && node.layer.bias === true && comesFrom(nodes, node.inputs[0], sources)
}

function layerOf(node: StoredNode): Layer {
  const { op, k = 1, s = 1, p = 0, d = 1, groups = 1, out_ch: outChannels = 0, bias = true, ceil_mode: ceilMode } = node
  const window = { kernelSize: k, stride: s, padding: p }
  switch (op) {
    case 'conv2d':
      return { type: 'conv', outChannels, ...window, dilation: d, groups, bias }
    case 'conv_transpose2d':
      return { type: 'transposedConv', outChannels, ...window, outputPadding: node.output_padding ?? 0, groups, bias }
    case 'maxpool':
      return { type: 'maxPool', ...window, dilation: d, ceilMode: ceilMode ?? false }
    case 'avgpool':
      return { type: 'averagePool', ...window, ceilMode: ceilMode ?? false }
    case 'adaptiveavgpool':
      // At 224² the larger ones change nothing, and what follows them is linear in all their values.
      return { type: node.output_size?.[0] === 1 ? 'globalAveragePool' : 'flatten' }
    case 'linear':
      return { type: 'linear', outFeatures: outChannels, bias }
    case 'add':
    case 'concat':
      return { type: op }
    case 'mul':
      return { type: 'multiply' }
    default:
      throw new Error(`no layer for ${op}`)
  }
}
