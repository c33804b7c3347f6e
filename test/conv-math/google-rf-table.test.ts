import { convOutputSize, type Layer, receptiveField, samePadding, sequential } from 'conv-math'
import { describe, expect, it } from 'vitest'
import { loadFixture } from './load-fixture.ts'

interface StoredLayer {
  readonly type: 'conv' | 'maxpool'
  readonly k: number
  readonly s: number
  readonly d: number
  readonly padding: 'valid' | 'same_upper' | readonly [number, number]
}

interface Row {
  readonly model: string
  readonly resolution: number | null
  readonly endpoint: string
  readonly rf: number
  readonly stride: number
  readonly padding: number | null
  readonly layers?: number
}

const table = loadFixture<{ models: Record<string, readonly StoredLayer[]>; rows: readonly Row[] }>(
  'google-rf-table.json',
)
const rows = table.rows.filter((row) => row.layers !== undefined)

/** Rows without a resolution hold at any: this one stands for it. */
const ANY_SIZE = 224

describe('receptive fields as google-research/receptive_field publishes them', () => {
  it('140 of 278 rows can be recomputed from a list of layers', () => {
    expect([rows.length, table.rows.length]).toEqual([140, 278])
  })

  it.each(rows)('$model at $resolution: $endpoint', (row) => {
    const layers = table.models[row.model].slice(0, row.layers)
    const { height, width, aligned } = receptiveField(sequential(chainAt(layers, row.resolution ?? ANY_SIZE)))
    expect([height.size, height.effectiveStride]).toEqual([row.rf, row.stride])
    expect([width.size, width.effectiveStride, width.start]).toEqual([row.rf, row.stride, height.start])
    expect(aligned).toBe(true)
    if (row.padding !== null) expect(height.start).toBe(0 - row.padding)
  })

  it('most rows fix the padding too', () => {
    expect(rows.filter((row) => row.padding !== null).length).toBe(122)
  })
})

/** The layers with the padding that TensorFlow works out from the size of each map. */
function chainAt(layers: readonly StoredLayer[], inputSize: number): readonly Layer[] {
  let size = inputSize
  return layers.map(({ type, k, s, d, padding }) => {
    const window = { kernelSize: k, stride: s, dilation: d }
    const same = padding === 'same_upper' ? samePadding(size, window) : padding
    const sides = same === 'valid' ? ([0, 0] as const) : same
    size = convOutputSize(size, { ...window, padding: sides })
    const square = { ...window, padding: [sides, sides] } as const
    return type === 'conv' ? { type, outChannels: 1, ...square } : { type: 'maxPool', ...square }
  })
}
