import { inferShapes, macCount, parameterCount, receptiveFields } from 'conv-math'
import { convs, imageSize } from '#feature-net/architecture.ts'
import result from '#feature-net/data/result.json'
import { graph, trainedGraph } from '#feature-net/graph.ts'
import { packedLength } from '#feature-net/packed-weights.ts'
import { stages } from '#feature-net/stages.ts'

export { packedLength, result, stages }

const inputShape = [convs[0].inChannels, imageSize, imageSize] as const
const shapes = inferShapes(graph, inputShape)
const fields = receptiveFields(graph)
export const parameters = parameterCount(graph, inputShape)
export const macs = macCount(graph, inputShape)
/** With batch norm not yet folded in. */
export const trainedParameters = parameterCount(trainedGraph, inputShape).total

export interface LayerRow {
  readonly kind: 'conv' | 'maxPool' | 'globalAveragePool' | 'linear'
  readonly kernelSize: number | null
  readonly shape: string
  /** Input pixels across; the whole image after global pooling. */
  readonly field: number | null
  readonly parameters: number
  readonly macs: number
}

const kinds: readonly string[] = ['conv', 'maxPool', 'globalAveragePool', 'linear']

/** The layers that change shape or have weights, in order; activations are left out. */
export const layerRows: readonly LayerRow[] = graph.nodes
  .filter(({ layer }) => kinds.includes(layer.type))
  .map(({ id, layer }) => ({
    kind: layer.type as LayerRow['kind'],
    kernelSize: 'kernelSize' in layer ? Number(layer.kernelSize) : null,
    shape: (shapes.get(id) ?? []).join('×'),
    field: fields.get(id)?.width.size ?? null,
    parameters: parameters.byNode.get(id) ?? 0,
    macs: macs.byNode.get(id) ?? 0,
  }))

/** The unit whose receptive field is exactly the image. */
export const central = [...Array(stages[2].size).keys()].find((unit) => stages[2].interval(unit)[0] === 0) ?? 0

/** True and given class of the images that are taken for another class most often. */
export const confusions = result.confusion
  .flatMap((row, truth) => row.map((count, given) => ({ truth, given, count })))
  .filter(({ truth, given }) => truth !== given)
  .sort((a, b) => b.count - a.count)

export const percent = (share: number, digits = 2): string => `${(100 * share).toFixed(digits)}%`
