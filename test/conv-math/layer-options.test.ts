import {
  inferShapes,
  type Layer,
  type MapShape,
  macCount,
  parameterCount,
  receptiveField,
  sequential,
  touchedInputs,
} from 'conv-math'
import { describe, expect, it } from 'vitest'

/** What the package says about a layer alone, as text. */
function facts(layer: Layer): string {
  const graph = sequential([layer])
  const shape: MapShape = [12, 13, 17]
  const seen = inferShapes(graph, shape).get('0') ?? [0, 0, 0]
  const field = ['globalAveragePool', 'flatten'].includes(layer.type) ? undefined : receptiveField(graph)
  const middle = [Math.floor(seen[1] / 2), Math.floor(seen[2] / 2)] as const
  return JSON.stringify([
    seen,
    parameterCount(graph, shape).total,
    macCount(graph, shape).total,
    [field?.height, field?.width].map((axis) => axis && [axis.size, axis.effectiveStride, axis.start, axis.period]),
    [...touchedInputs(graph, '0', middle, shape).mask],
    field?.height.interval(2),
  ])
}

describe('every option has an effect', () => {
  const conv: Layer = { type: 'conv', outChannels: 6, kernelSize: 3, stride: 2, padding: 1, dilation: 2 }
  const transposed: Layer = { type: 'transposedConv', outChannels: 6, kernelSize: 3, stride: 2, padding: 1 }
  const pool: Layer = { type: 'maxPool', kernelSize: 4, stride: 3, padding: 1, dilation: 1 }
  const mean: Layer = { type: 'averagePool', kernelSize: 4, stride: 3, padding: 1 }
  const changes: readonly [Layer, object][] = [
    [conv, { outChannels: 12 }],
    [conv, { kernelSize: [3, 2] }],
    [conv, { kernelSize: [2, 3] }],
    [conv, { stride: [1, 2] }],
    [conv, { stride: [2, 1] }],
    [
      conv,
      {
        padding: [
          [0, 1],
          [1, 1],
        ],
      },
    ],
    [
      conv,
      {
        padding: [
          [1, 0],
          [1, 1],
        ],
      },
    ],
    [
      conv,
      {
        padding: [
          [1, 1],
          [0, 1],
        ],
      },
    ],
    [
      conv,
      {
        padding: [
          [1, 1],
          [1, 0],
        ],
      },
    ],
    [conv, { padding: [0, 1] }],
    [conv, { dilation: [1, 2] }],
    [conv, { dilation: [2, 1] }],
    [conv, { groups: 3 }],
    [conv, { bias: false }],
    [transposed, { outChannels: 12 }],
    [transposed, { kernelSize: [3, 2] }],
    [transposed, { stride: [1, 2] }],
    [
      transposed,
      {
        padding: [
          [0, 1],
          [1, 1],
        ],
      },
    ],
    [
      transposed,
      {
        padding: [
          [1, 0],
          [1, 1],
        ],
      },
    ],
    [transposed, { dilation: [1, 2] }],
    [transposed, { outputPadding: [0, 1] }],
    [transposed, { outputPadding: [1, 0] }],
    [transposed, { groups: 3 }],
    [transposed, { bias: false }],
    [pool, { kernelSize: [4, 3] }],
    [pool, { stride: [3, 2] }],
    [pool, { stride: undefined }],
    [
      pool,
      {
        padding: [
          [1, 2],
          [1, 1],
        ],
      },
    ],
    [
      pool,
      {
        padding: [
          [2, 1],
          [1, 1],
        ],
      },
    ],
    [pool, { dilation: [2, 1] }],
    [pool, { ceilMode: true }],
    [mean, { kernelSize: [3, 4] }],
    [mean, { stride: [2, 3] }],
    [mean, { padding: [0, 1] }],
    [mean, { ceilMode: true }],
    [{ type: 'linear', outFeatures: 3 }, { outFeatures: 4 }],
    [{ type: 'linear', outFeatures: 3 }, { bias: false }],
    [{ type: 'sliceChannels', from: 1, to: 3 }, { from: 0 }],
    [{ type: 'sliceChannels', from: 1, to: 3 }, { to: 4 }],
    [{ type: 'resize', scale: 2, mode: 'nearest' }, { scale: [2, 3] }],
    [{ type: 'resize', scale: 2, mode: 'nearest' }, { mode: 'bilinear' }],
  ]

  it('of 41 changes each changes something', () => {
    expect(changes.length).toBe(41)
    for (const [layer, change] of changes) {
      expect(facts({ ...layer, ...change } as Layer), JSON.stringify([layer, change])).not.toBe(facts(layer))
    }
  })

  it('what is left out is the documented default', () => {
    const bare: Layer = { type: 'conv', outChannels: 6, kernelSize: 3 }
    const full = { ...bare, stride: 1, padding: 0, dilation: 1, groups: 1, bias: true }
    expect(facts(full)).toBe(facts(bare))
    const up: Layer = { type: 'transposedConv', outChannels: 6, kernelSize: 3 }
    expect(facts({ ...full, ...up, outputPadding: 0 })).toBe(facts(up))
    const least: Layer = { type: 'maxPool', kernelSize: 3 }
    expect(facts({ ...least, stride: 3, padding: 0, dilation: 1, ceilMode: false })).toBe(facts(least))
    const average: Layer = { type: 'averagePool', kernelSize: 3 }
    const given: Layer = { ...average, stride: 3, padding: 0, ceilMode: false, countIncludePadding: true }
    expect(facts(given)).toBe(facts(average))
  })
})
