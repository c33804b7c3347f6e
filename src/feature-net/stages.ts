import { inferShapes, receptiveField } from 'conv-math'
import { convs, imageSize, stageEnds } from '#feature-net/architecture.ts'
import { graph, stageNode } from '#feature-net/graph.ts'

/** What a stage's last map is, and what its units see; the network is square, so one axis says it. */
export interface Stage {
  readonly channels: number
  /** Cells across its map. */
  readonly size: number
  /** Input pixels across the receptive field. */
  readonly field: number
  /** Input pixels from one unit's field to the next. */
  readonly effectiveStride: number
  /** The first and last input pixel, along one axis, that the unit at this place sees; beyond the image is padding. */
  interval(unit: number): readonly [first: number, last: number]
}

const shapes = inferShapes(graph, [convs[0].inChannels, imageSize, imageSize])

/** Shallow, middle, deep. */
export const stages: readonly Stage[] = stageEnds.map((_, stage) => {
  const node = stageNode(stage)
  const [channels, size] = shapes.get(node) ?? [0, 0]
  const { width } = receptiveField(graph, node)
  return {
    channels,
    size,
    field: width.size,
    effectiveStride: width.effectiveStride,
    interval: (unit) => width.interval(unit) ?? [0, 0],
  }
})
