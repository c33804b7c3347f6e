import { inferShapes, macCount, parameterCount, receptiveField, sequential } from 'conv-math'
import { describe, expect, it } from 'vitest'

describe('nodes and shapes', () => {
  const graph = sequential([{ type: 'activation' }])

  it.each([
    ["receptiveField: node must be in the graph, got 'x'", () => receptiveField(graph, 'x')],
    ['receptiveField: node must be in the graph, got null', () => receptiveField(graph, null as never)],
    ['receptiveField: node must be in the graph, got 0', () => receptiveField(graph, 0 as never)],
    ["receptiveField: node must be in the graph, got 'constructor'", () => receptiveField(graph, 'constructor')],
    [
      'inferShapes: inputShape must be [channels, height, width], got undefined',
      () => inferShapes(graph, undefined as never),
    ],
    [
      'inferShapes: inputShape must be [channels, height, width], got [1, 2]',
      () => inferShapes(graph, [1, 2] as never),
    ],
    ['inferShapes: inputShape must be [channels, height, width], got "abc"', () => inferShapes(graph, 'abc' as never)],
    ['macCount: channels of inputShape must be an integer ≥ 1, got 0', () => macCount(graph, [0, 1, 1])],
    ['parameterCount: height of inputShape must be an integer ≥ 1, got 1.5', () => parameterCount(graph, [1, 1.5, 1])],
    [
      'inferShapes: width of inputShape must be an integer ≥ 1, got undefined',
      () => inferShapes(graph, [1, 1, undefined] as never),
    ],
    [
      'inferShapes: channels of inputShape must be an integer ≥ 1, got undefined',
      () => inferShapes(graph, new Array(3) as never),
    ],
  ])('%s', (message, run) => {
    expect(run).toThrow(RangeError)
    expect(run).toThrow(message)
  })
})
