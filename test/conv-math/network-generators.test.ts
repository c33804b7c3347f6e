import { inferShapes, type Network, networks, parameterCount, receptiveField, receptiveFields } from 'conv-math'
import { describe, expect, it } from 'vitest'

describe('every generator', () => {
  const all = Object.entries(networks).map(([name, make]) => ({ name, network: make() }))

  it('there are 23', () => {
    expect(all.length).toBe(23)
  })

  it.each(all)('$name: its endpoints are nodes, its field is defined where receptiveFields says', ({ network }) => {
    const { graph, inputShape, endpoints } = network
    const shapes = inferShapes(graph, inputShape)
    for (const id of Object.values(endpoints)) expect(shapes.has(id)).toBe(true)
    expect(Object.keys(endpoints).length).toBeGreaterThan(0)
    const fields = receptiveFields(graph)
    for (const { id } of graph.nodes) {
      const known = fields.get(id)
      if (known === undefined) expect(() => receptiveField(graph, id)).toThrow(/globalAveragePool|flatten/)
    }
    const [last] = Object.values(endpoints).reverse()
    const [field, same] = [fields.get(last), fields.has(last) ? receptiveField(graph, last) : undefined]
    expect([field?.height.size, field?.width.start]).toEqual([same?.height.size, same?.width.start])
  })

  it('options out of range are refused', () => {
    const refused: readonly [() => unknown, string][] = [
      [() => networks.resnet50({ form: 'tensorflow' as never }), "resnet50: form must be 'paper' or 'torchvision'"],
      [() => networks.resnet101(null as never), 'resnet101: options must be an object, got null'],
      [() => networks.resnet152({ form: 1 as never }), 'resnet152: form must be'],
      [() => networks.googlenet({ form: null as never }), 'googlenet: form must be'],
      [() => networks.googlenet({ batchNorm: 1 as never }), 'googlenet: batchNorm must be true or false, got 1'],
      [
        () => networks.efficientnetB0({ squeezeExcitation: 'no' as never }),
        'efficientnetB0: squeezeExcitation must be true or false, got "no"',
      ],
      [() => networks.unet({ depth: 0 }), 'unet: depth must be an integer ≥ 1, got 0'],
      [() => networks.unet({ baseWidth: 1.5 }), 'unet: baseWidth must be an integer ≥ 1, got 1.5'],
      [() => networks.unet('deep' as never), 'unet: options must be an object, got "deep"'],
    ]
    for (const [run, message] of refused) {
      expect(run).toThrow(RangeError)
      expect(run).toThrow(message)
    }
  })

  it('each option has an effect', () => {
    const count = ({ graph, inputShape }: Network) => parameterCount(graph, inputShape).total
    expect(count(networks.unet({ baseWidth: 64 }))).toBeGreaterThan(15 * count(networks.unet()))
    expect(count(networks.unet({ outChannels: 3 }))).toBe(count(networks.unet()) + 17)
    expect(receptiveField(networks.unet({ depth: 2 }).graph).height.period).toBe(4)
    const norms = networks.googlenet({ batchNorm: false })
    expect(count(networks.googlenet()) - count(norms)).toBe(7280)
  })
})
