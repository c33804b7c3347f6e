import { inferShapes, macCount, networks, parameterCount, receptiveField } from 'conv-math'
import { expect, test } from 'vitest'

const RUNS = 30
/** Milliseconds on the processor, four times what is wanted: a slow machine must pass, another order of growth must not. */
const LIMIT = 4 * 5

test('ResNet-152: receptive field, shapes and both counts, together in a few milliseconds', () => {
  const { graph, inputShape, endpoints } = networks.resnet152()
  const analyse = () => {
    receptiveField(graph, endpoints.layer4)
    inferShapes(graph, inputShape)
    parameterCount(graph, inputShape)
    macCount(graph, inputShape)
  }
  for (let run = 0; run < RUNS; run++) analyse()
  const before = process.threadCpuUsage()
  for (let run = 0; run < RUNS; run++) analyse()
  const { user, system } = process.threadCpuUsage(before)
  expect((user + system) / 1000 / RUNS).toBeLessThan(LIMIT)
})
