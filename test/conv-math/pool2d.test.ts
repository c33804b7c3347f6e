import { averagePool2d, globalAveragePool2d, maxPool2d, poolOutputSize, type Tensor, tensor } from 'conv-math'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectTensor } from './expect-tensor.ts'
import { type AxisCase, axisCase, fractions, integers, RUNS } from './random-cases.ts'

const row = (...values: number[]) => tensor([1, 1, 1, values.length], values)
const values = ({ data }: Tensor) => Array.from(data)

describe('maxPool2d(input, options)', () => {
  test('takes the largest of each window, and strides by the kernel size', () => {
    const input = tensor([1, 1, 4, 4], [1, 2, 3, 4, 8, 7, 6, 5, -1, -2, -9, -8, -3, -4, -7, -6])
    expect(values(maxPool2d(input, { kernelSize: 2 }))).toEqual([8, 6, -1, -6])
  })

  test('never lets padding win', () => {
    expect(values(maxPool2d(row(-5, -3), { kernelSize: [1, 2], stride: 1, padding: [0, 1] }))).toEqual([-5, -3, -3])
  })

  test('gives −Infinity where a dilated window reads padding alone', () => {
    const options = { kernelSize: [1, 2], stride: [1, 1], padding: [0, 1], dilation: [1, 2] } as const
    expect(values(maxPool2d(row(4), options))).toEqual([Number.NEGATIVE_INFINITY])
  })

  test('reads only the cells that dilation leaves', () => {
    const options = { kernelSize: [1, 2], stride: [1, 1], dilation: [1, 2] } as const
    expect(values(maxPool2d(row(1, 9, 2, 3), options))).toEqual([2, 9])
  })

  test('shrinks the last window to the input in ceil mode', () => {
    expect(values(maxPool2d(row(1, 5, 2), { kernelSize: [1, 2], ceilMode: true }))).toEqual([5, 2])
  })

  test('hands NaN on, as PyTorch does', () => {
    expect(values(maxPool2d(row(1, Number.NaN, Number.NaN, 2, 3, 4), { kernelSize: [1, 2] }))).toEqual([
      Number.NaN,
      Number.NaN,
      4,
    ])
  })

  test('keeps batch and channels apart', () => {
    const input = tensor([2, 2, 1, 2], [1, 2, 3, 4, 5, 6, 7, 8])
    const output = maxPool2d(input, { kernelSize: [1, 2] })
    expect(output.shape).toEqual([2, 2, 1, 1])
    expect(values(output)).toEqual([2, 4, 6, 8])
  })
})

describe('averagePool2d(input, options)', () => {
  test('divides by the window when it lies in the input', () => {
    expect(values(averagePool2d(row(1, 3, 5, 9), { kernelSize: [1, 2] }))).toEqual([2, 7])
  })

  test('counts declared padding in the divisor, or not', () => {
    const options = { kernelSize: [1, 2], stride: [1, 2], padding: [0, 1] } as const
    expect(values(averagePool2d(row(6, 8), options))).toEqual([3, 4])
    expect(values(averagePool2d(row(6, 8), { ...options, countIncludePadding: false }))).toEqual([6, 8])
  })

  test('never counts the cells that ceil mode adds beyond the end padding', () => {
    const options = { kernelSize: [1, 3], stride: [1, 2], ceilMode: true } as const
    expect(values(averagePool2d(row(1, 2, 3, 5), options))).toEqual([2, 4])
    // The last window starts at cell 3 and covers cell 3, one declared padding cell, and one beyond: two count.
    const padded = {
      ...options,
      padding: [
        [0, 0],
        [1, 1],
      ],
    } as const
    expect(values(averagePool2d(row(1, 2, 3, 5), padded))).toEqual([1, 10 / 3, 2.5].map(Math.fround))
    const inputAlone = { ...padded, countIncludePadding: false }
    expect(values(averagePool2d(row(1, 2, 3, 5), inputAlone))).toEqual([1.5, 10 / 3, 5].map(Math.fround))
  })
})

describe('globalAveragePool2d(input)', () => {
  test('is the mean of each plane, [batch, channels, 1, 1]', () => {
    const output = globalAveragePool2d(tensor([1, 2, 2, 2], [1, 2, 3, 4, 10, 20, 30, 40]))
    expect(output.shape).toEqual([1, 2, 1, 1])
    expect(values(output)).toEqual([2.5, 25])
  })

  test('law: equals average pooling with a window as large as the plane', () => {
    const size = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(fc.tuple(size, size, size, size), fc.nat(), (shape, seed) => {
        const input = fractions(shape, seed)
        const window = { kernelSize: [shape[2], shape[3]] as const }
        expectTensor(globalAveragePool2d(input), averagePool2d(input, window), 1e-6)
      }),
      RUNS,
    )
  })
})

const poolAxis = axisCase.map(({ inputSize, kernelSize, padding, ...axis }) => {
  const half = Math.floor(kernelSize / 2)
  const sides = [Math.min(padding[0], half), Math.min(padding[1], half)] as const
  const least = axis.dilation * (kernelSize - 1) + 1 - sides[0] - sides[1]
  return { ...axis, kernelSize, padding: sides, inputSize: Math.max(least, inputSize) }
})

describe('law: pools equal their definition', () => {
  const pools = [
    ['maxPool2d', maxPool2d, false],
    ['averagePool2d', averagePool2d, true],
  ] as const

  test.each(pools)('%s', (_, pool, isAverage) => {
    fc.assert(
      fc.property(
        poolAxis,
        poolAxis,
        fc.boolean(),
        fc.boolean(),
        fc.nat(),
        (height, width, ceilMode, counted, seed) => {
          const axes = [height, width].map((axis) => ({ ...axis, ...(isAverage ? { dilation: 1 } : {}), ceilMode }))
          const input = integers([1, 2, height.inputSize, width.inputSize], seed)
          const output = pool(input, {
            kernelSize: [height.kernelSize, width.kernelSize],
            stride: [height.stride, width.stride],
            padding: [height.padding, width.padding],
            dilation: [height.dilation, width.dilation],
            ceilMode,
            countIncludePadding: counted,
          })
          const [rows, columns] = axes.map((axis) => poolOutputSize(axis.inputSize, axis))
          expect(output.shape).toEqual([1, 2, rows, columns])
          for (let at = 0; at < output.data.length; at++) {
            const plane = input.data.subarray(Math.floor(at / (rows * columns)) * height.inputSize * width.inputSize)
            const units = [Math.floor(at / columns) % rows, at % columns]
            const cells = axes.map((axis, which) => cellsOf(axis, units[which]))
            const read = cells[0].input.flatMap((y) => cells[1].input.map((x) => plane[y * width.inputSize + x]))
            const divisor = counted ? cells[0].declared * cells[1].declared : read.length
            const want = isAverage ? read.reduce((a, b) => a + b, 0) / divisor : Math.max(...read)
            expect(output.data[at]).toBe(Math.fround(want))
          }
        },
      ),
      RUNS,
    )
  })
})

/** The input cells one window reads on an axis, and how many of its cells lie in input and declared padding. */
function cellsOf(
  { inputSize, kernelSize, stride, padding, dilation }: AxisCase,
  unit: number,
): { input: number[]; declared: number } {
  const cells = Array.from({ length: kernelSize }, (_, j) => unit * stride - padding[0] + j * dilation)
  return {
    input: cells.filter((cell) => cell >= 0 && cell < inputSize),
    declared: cells.filter((cell) => cell < inputSize + padding[1]).length,
  }
}
