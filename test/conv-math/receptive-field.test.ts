import { type Graph, type Layer, networks, receptiveField, receptiveFields, sequential } from 'conv-math'
import { describe, expect, it } from 'vitest'

const conv = (kernelSize: number, more: object = {}): Layer => ({ type: 'conv', outChannels: 1, kernelSize, ...more })

describe('chains', () => {
  it('the input sees itself', () => {
    for (const field of [receptiveField(sequential([conv(3)]), 'input'), receptiveField(sequential([]))]) {
      const { size, effectiveStride, start, centre, period, interval } = field.height
      expect([size, effectiveStride, start, centre, period, interval(-4)]).toEqual([1, 1, 0, 0, 1, [-4, -4]])
      expect(field.aligned).toBe(true)
    }
  })

  it('dilation moves the centre by d (k − 1) / 2 − p', () => {
    const { size, start, centre } = receptiveField(sequential([conv(3, { dilation: 2, padding: 1 })])).height
    expect([size, start, centre]).toEqual([5, -1, 1])
  })

  it('one output of a transposed convolution sees at most ⌈k / s⌉ inputs', () => {
    for (let kernelSize = 1; kernelSize <= 6; kernelSize += 1) {
      for (let stride = 1; stride <= 6; stride += 1) {
        const { size } = receptiveField(
          sequential([{ type: 'transposedConv', outChannels: 1, kernelSize, stride }]),
        ).height
        expect(size).toBe(Math.ceil(kernelSize / stride))
      }
    }
  })

  it('stacked dilated 3×3 layers see 3, 7, 15; single ones 3, 5, 9', () => {
    const rates = [1, 2, 4]
    const layers = rates.map((dilation) => conv(3, { dilation }))
    expect(rates.map((_, index) => receptiveField(sequential(layers), `${index}`).width.size)).toEqual([3, 7, 15])
    expect(layers.map((layer) => receptiveField(sequential([layer])).width.size)).toEqual([3, 5, 9])
  })

  it('height and width are kept apart', () => {
    const layer: Layer = {
      type: 'conv',
      outChannels: 1,
      kernelSize: [3, 5],
      stride: [1, 2],
      padding: [
        [1, 0],
        [3, 0],
      ],
      dilation: [2, 1],
    }
    const { height, width } = receptiveField(sequential([layer]))
    expect([height.size, height.effectiveStride, height.start]).toEqual([5, 1, -1])
    expect([width.size, width.effectiveStride, width.start]).toEqual([5, 2, -3])
  })

  it('a pool of stride left out steps by its kernel', () => {
    expect(receptiveField(sequential([{ type: 'maxPool', kernelSize: 3 }])).height.effectiveStride).toBe(3)
    expect(receptiveField(sequential([{ type: 'averagePool', kernelSize: [2, 3] }])).width.effectiveStride).toBe(3)
  })

  it('pools may be padded beyond half their window here', () => {
    expect(receptiveField(sequential([{ type: 'maxPool', kernelSize: 2, padding: 2 }])).height.start).toBe(-2)
  })

  it('units that nothing reaches have no interval, and a layer that reads only such sees nothing', () => {
    const gaps: Layer = { type: 'transposedConv', outChannels: 1, kernelSize: 1, stride: 2 }
    const { size, start, period, interval } = receptiveField(sequential([gaps])).height
    expect([size, start, period, interval(4), interval(5)]).toEqual([1, 0, 2, [2, 2], null])
    const missed = receptiveField(sequential([gaps, conv(1, { stride: 2, padding: 1 })])).height
    expect([missed.size, missed.start, missed.interval(0), missed.effectiveStride]).toEqual([0, null, null, 1])
    expect(missed.period).toBe(1)
    const shifted = receptiveField(sequential([gaps, conv(1, { padding: 1 })])).height
    expect([shifted.size, shifted.start, shifted.interval(1)]).toEqual([1, null, [0, 0]])
  })

  it('the field of an upsampling after a downsampling repeats after two outputs, though its stride is 1', () => {
    const layers: Layer[] = [conv(3, { stride: 2, padding: 1 }), { type: 'resize', scale: 2, mode: 'nearest' }]
    const { period, effectiveStride, interval } = receptiveField(sequential(layers)).height
    expect([period, effectiveStride, interval(0), interval(1), interval(2)]).toEqual([2, 1, [-1, 1], [-1, 1], [1, 3]])
  })

  it('bilinear reads one cell where it stands on one', () => {
    const { interval } = receptiveField(sequential([{ type: 'resize', scale: 3, mode: 'bilinear' }])).height
    expect([0, 1, 2, 3].map(interval)).toEqual([
      [-1, 0],
      [0, 0],
      [0, 1],
      [0, 1],
    ])
  })
})

const branches = (left: Layer, right: Layer): Graph => ({
  nodes: [
    { id: 'left', layer: left, inputs: ['input'] },
    { id: 'right', layer: right, inputs: ['input'] },
    { id: 'join', layer: { type: 'add' }, inputs: ['left', 'right'] },
  ],
})

describe('branches', () => {
  it('the field of a join is the hull of its branches, wider than either when they look beside each other', () => {
    const graph = branches(
      conv(3, {
        padding: [
          [2, 0],
          [1, 1],
        ],
      }),
      conv(3, {
        padding: [
          [0, 2],
          [1, 1],
        ],
      }),
    )
    const { height, width, aligned } = receptiveField(graph)
    expect([height.size, height.start, height.centre]).toEqual([5, -2, null])
    expect([width.size, width.start, width.centre]).toEqual([3, -1, 0])
    expect(aligned).toBe(false)
  })

  it('branches whose strides differ throw, and only for nodes behind the join', () => {
    const graph = branches(conv(1, { stride: 2 }), conv(1))
    expect(() => receptiveField(graph)).toThrow(
      new RangeError("receptiveField: effective strides must be equal where branches meet, got 2 and 1 at node 'join'"),
    )
    expect(receptiveField(graph, 'left').height.effectiveStride).toBe(2)
    expect([...receptiveFields(graph).keys()]).toEqual(['input', 'left', 'right'])
  })

  it('strides that differ on the width alone throw too', () => {
    const graph = branches(conv(1, { stride: [1, 3] }), conv(1))
    expect(() => receptiveField(graph)).toThrow("got 3 and 1 at node 'join'")
  })

  it('strides that are equal as fractions are equal', () => {
    const graph: Graph = {
      nodes: [
        { id: 'up', layer: { type: 'transposedConv', outChannels: 1, kernelSize: 3, stride: 3 }, inputs: ['input'] },
        { id: 'down', layer: conv(3, { stride: 3 }), inputs: ['up'] },
        { id: 'join', layer: { type: 'concat' }, inputs: ['down', 'input'] },
      ],
    }
    const { height, aligned } = receptiveField(graph)
    expect([height.effectiveStride, height.size, height.period, aligned]).toEqual([1, 1, 1, true])
  })

  it('a branch that sees more in every phase hides the phases of the other: the period is the smallest', () => {
    const graph: Graph = {
      nodes: [
        { id: 'down', layer: conv(2, { stride: 2 }), inputs: ['input'] },
        { id: 'up', layer: { type: 'resize', scale: 2, mode: 'nearest' }, inputs: ['down'] },
        { id: 'wide', layer: conv(5, { padding: 2 }), inputs: ['input'] },
        { id: 'join', layer: { type: 'add' }, inputs: ['up', 'wide'] },
      ],
    }
    expect(receptiveField(graph, 'up').height.period).toBe(2)
    const { period, size, interval } = receptiveField(graph).height
    expect([period, size, interval(3)]).toEqual([1, 5, [1, 5]])
  })

  it('globalAveragePool and flatten end all fields, and are named', () => {
    const graph = sequential([conv(3), { type: 'globalAveragePool' }, { type: 'linear', outFeatures: 2 }])
    expect(() => receptiveField(graph)).toThrow(/^receptiveField: node '1' \(globalAveragePool\)/)
    expect(() => receptiveField(graph, '1')).toThrow(RangeError)
    expect(receptiveField(graph, '0').height.size).toBe(3)
    const flat = sequential([{ type: 'flatten' }, { type: 'linear', outFeatures: 2 }])
    expect(() => receptiveField(flat)).toThrow(/^receptiveField: node '0' \(flatten\)/)
  })

  it('hundreds of blocks of two branches take no longer than their number', () => {
    const nodes = Array.from({ length: 300 }, (_, block) => {
      const input = block === 0 ? 'input' : `join${block - 1}`
      return [
        {
          id: `left${block}`,
          layer: conv(3, {
            padding: [
              [0, 2],
              [1, 1],
            ],
          }),
          inputs: [input],
        },
        {
          id: `right${block}`,
          layer: conv(3, {
            padding: [
              [2, 0],
              [1, 1],
            ],
          }),
          inputs: [input],
        },
        { id: `join${block}`, layer: { type: 'add' } as const, inputs: [`left${block}`, `right${block}`] },
      ]
    }).flat()
    const { height, width } = receptiveField({ nodes })
    expect([height.size, height.start, height.interval(7), width.size]).toEqual([1201, -600, [-593, 607], 601])
  })
})

describe('numbers beyond exact ones are refused', () => {
  it.each([
    ['a stride of 2^60', () => receptiveField(sequential(Array.from({ length: 60 }, () => conv(1, { stride: 2 }))))],
    [
      'a period of 2^21',
      () =>
        receptiveField(sequential(Array.from({ length: 21 }, () => ({ type: 'resize', scale: 2, mode: 'nearest' })))),
    ],
    [
      'a period of 2^21 at a join',
      () => {
        const up = (scale: number): Layer => ({ type: 'resize', scale, mode: 'nearest' })
        const down = (stride: number): Layer => conv(1, { stride })
        const nodes = [2 ** 11 - 1, 2 ** 11].flatMap((scale) => [
          { id: `down${scale}`, layer: down(scale), inputs: ['input'] },
          { id: `up${scale}`, layer: up(scale), inputs: [`down${scale}`] },
        ])
        return receptiveField({
          nodes: [...nodes, { id: 'join', layer: { type: 'add' }, inputs: ['up2047', 'up2048'] }],
        })
      },
    ],
    ['a unit that is no integer', () => receptiveField(sequential([conv(1)])).height.interval(0.5)],
    ['a unit that is nothing', () => receptiveField(sequential([conv(1)])).height.interval(undefined as never)],
    ['a unit too far', () => receptiveField(sequential([conv(1, { stride: 2 })])).height.interval(2 ** 53 - 2)],
  ])('%s', (_, run) => {
    expect(run).toThrow(RangeError)
    expect(run).toThrow(/^receptiveField: .* must .*, got /)
  })
})

describe('receptiveFields', () => {
  it('gives what receptiveField gives, node by node', () => {
    const { graph } = networks.unet({ depth: 2 })
    const fields = receptiveFields(graph)
    expect(fields.size).toBe(graph.nodes.length + 1)
    for (const [id, field] of fields) {
      const { height, width, aligned } = receptiveField(graph, id)
      const numbers = (axis: typeof height) => ({ ...axis, interval: [0, 1, 2, 3].map(axis.interval) })
      expect([numbers(field.height), numbers(field.width), field.aligned]).toEqual([
        numbers(height),
        numbers(width),
        aligned,
      ])
    }
  })
})
