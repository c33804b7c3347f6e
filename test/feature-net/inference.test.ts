import { conv2d, globalAveragePool2d, maxPool2d, receptiveField, tensor } from 'conv-math'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerOf } from '#feature-net/answer.ts'
import { convs } from '#feature-net/architecture.ts'
import { forward, softmax } from '#feature-net/forward.ts'
import { graph, stageNode } from '#feature-net/graph.ts'
import { stages } from '#feature-net/stages.ts'
import { untrainedWeights } from '#feature-net/weights.ts'
import type { Reply, Task } from '#feature-net/worker.ts'
import { sample, shippedFile, shippedWeights } from './shipped.ts'

const image = Float32Array.from(sample.images.subarray(0, 784), (value) => value / 255)
const relu = (values: Float32Array): Float32Array => values.map((value) => Math.max(0, value))

describe('answerOf', () => {
  it('is the chain of conv-math’s operations, layer by layer', () => {
    const [one, two, three, four, head] = shippedWeights
    const step = (x: ReturnType<typeof tensor>, at: number, padding: number) => {
      const y = conv2d(x, shippedWeights[at].weight, { bias: shippedWeights[at].bias, padding })
      return tensor(y.shape, relu(y.data))
    }
    const shallow = step(tensor([1, 1, 28, 28], image), 0, 2)
    const middle = step(maxPool2d(shallow, { kernelSize: 2 }), 1, 1)
    const between = step(maxPool2d(middle, { kernelSize: 2 }), 2, 1)
    const deep = step(between, 3, 1)
    const logits = conv2d(globalAveragePool2d(deep), head.weight, { bias: head.bias })
    const answer = answerOf(shippedWeights, image)
    expect(answer.stages).toEqual([shallow.data, middle.data, deep.data])
    expect(answer.inputs[2]).toEqual(between.data)
    expect(answer.probabilities).toEqual(softmax(logits.data))
    expect([one, two, three, four].map(({ weight }) => weight.shape[0])).toEqual([12, 24, 48, 48])
  })
  it('does not depend on the other images of a batch', () => {
    const pixels = Float32Array.from(sample.images.subarray(0, 3 * 784), (value) => value / 255)
    const { logits } = forward(shippedWeights, tensor([3, 1, 28, 28], pixels))
    for (let at = 0; at < 3; at++) {
      const alone = answerOf(shippedWeights, pixels.subarray(at * 784, (at + 1) * 784))
      expect(softmax(logits.data.subarray(at * 10, (at + 1) * 10))).toEqual(alone.probabilities)
    }
  })
  it('changes in a unit only where its receptive field is touched', () => {
    const before = answerOf(shippedWeights, image)
    const [row, column] = [13, 8]
    const after = answerOf(
      shippedWeights,
      image.map((value, at) => (at === row * 28 + column ? 1 - value : value)),
    )
    for (const [stage, { size, channels, interval }] of stages.entries()) {
      let felt = 0
      for (let cell = 0; cell < size * size; cell++) {
        const [top, bottom] = interval(Math.floor(cell / size))
        const [left, right] = interval(cell % size)
        const sees = row >= top && row <= bottom && column >= left && column <= right
        const changes = Array.from({ length: channels }, (_, c) => c * size * size + cell).some(
          (at) => before.stages[stage][at] !== after.stages[stage][at],
        )
        if (changes) felt++
        if (!sees) expect(changes, `stage ${stage}, cell ${cell}`).toBe(false)
      }
      expect(felt).toBeGreaterThan(0)
    }
  })
})

describe('stages', () => {
  it('see 5×5, 10×10 and 28×28 at strides 1, 2 and 4', () => {
    expect(stages.map(({ field }) => field)).toEqual([5, 10, 28])
    expect(stages.map(({ effectiveStride }) => effectiveStride)).toEqual([1, 2, 4])
    expect(stages.map(({ size, channels }) => [size, channels])).toEqual([
      [28, 12],
      [14, 24],
      [7, 48],
    ])
  })
  it('have a deep unit whose field is the image exactly', () => {
    expect(stages[2].interval(3)).toEqual([0, 27])
  })
  it('lie at the activations that end them', () => {
    expect(stages.map((_, stage) => receptiveField(graph, stageNode(stage)).height.size)).toEqual([5, 10, 28])
    expect(convs).toHaveLength(4)
  })
})

describe('softmax', () => {
  it('sums to 1 and keeps the differences of logits, however large', () => {
    const shares = softmax([1000, 1001, 999])
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(Math.log(shares[1] / shares[0])).toBeCloseTo(1, 9)
  })
})

describe('the worker', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('answers with trained and with random weights as the network does in place', async () => {
    let ask: (event: { data: Task }) => void = () => {}
    const replies: Reply[] = []
    vi.stubGlobal('addEventListener', (_: string, listener: typeof ask) => {
      ask = listener
    })
    vi.stubGlobal('postMessage', (reply: Reply) => replies.push(reply))
    await import('#feature-net/worker.ts')
    ask({ data: { file: shippedFile('weights.bin') } })
    ask({ data: { weights: 'trained', images: [image] } })
    ask({ data: { weights: 'random', images: [image, image] } })
    expect(replies[0].answers).toEqual([answerOf(shippedWeights, image)])
    expect(replies[1].answers).toEqual([answerOf(untrainedWeights(), image), answerOf(untrainedWeights(), image)])
    for (const { milliseconds } of replies) expect(milliseconds).toBeGreaterThan(0)
  })
})
