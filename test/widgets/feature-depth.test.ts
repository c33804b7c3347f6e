import { expect, describe as group, it } from 'vitest'
import * as network from '#feature-net/at-build.ts'
import { stages } from '#feature-net/stages.ts'
import { initialState } from '#ui/fields.ts'
import { en } from '../../src/widgets/feature-depth/en.ts'
import { resultAtBuild, said } from '../../src/widgets/feature-depth/first-sight.ts'
import { greyBitmap, sheetOf } from '../../src/widgets/feature-depth/grey-bitmap.ts'
import { edgesAmong, orientationsOf } from '../../src/widgets/feature-depth/Kernels.tsx'
import {
  best,
  coverUp,
  derive,
  describe,
  drawn,
  fields,
  imageCount,
  labels,
  mapOf,
  pixelsOf,
  read,
  type Shape,
  type State,
  sumOf,
  unitAcross,
  unitAt,
} from '../../src/widgets/feature-depth/model.ts'
import { asInDataSet } from '../../src/widgets/feature-depth/Own.tsx'
import { torch } from '../../src/widgets/feature-depth/torch.ts'
import { zh } from '../../src/widgets/feature-depth/zh.ts'

const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch })
function shapeOf(patch: Partial<State> = {}): Shape {
  const derived = derive(state(patch))
  if (!derived.ok) throw new Error('every state holds')
  return derived
}
function readingOf(patch: Partial<State> = {}) {
  const { whole, covered } = resultAtBuild(state(patch), shapeOf(patch))
  return read(shapeOf(patch), whole, covered, false)
}

group('feature-depth: what a unit sees', () => {
  it('a shallow unit sees 5×5, a middle one 10×10, the deep one in the middle the whole image', () => {
    expect(shapeOf({ stage: 'shallow', row: 9, column: 6 }).field).toEqual({ rows: [7, 11], columns: [4, 8] })
    expect(shapeOf({ stage: 'middle', row: 6, column: 6 }).field).toEqual({ rows: [8, 17], columns: [8, 17] })
    expect(shapeOf({ stage: 'deep', row: 3, column: 3 }).field).toEqual({ rows: [0, 27], columns: [0, 27] })
  })
  it('a unit at the border sees padding too, and only the image counts as seen', () => {
    const { field, seen } = shapeOf({ stage: 'deep', row: 0, column: 6 })
    expect(field).toEqual({ rows: [-12, 15], columns: [12, 39] })
    expect(seen).toEqual({ rows: [0, 15], columns: [12, 27] })
  })
  it('the units of a smaller map take the last place when the address asks for more', () => {
    expect(shapeOf({ stage: 'deep', row: 27, column: 27 }).unit).toEqual([6, 6])
  })
  it('is made of the cells that see nothing beyond its field', () => {
    const { parts } = shapeOf({ stage: 'middle', row: 6, column: 6 })
    expect(parts).toEqual([{ rows: [10, 15], columns: [10, 15] }, null, null])
    const [shallow, middle] = shapeOf({ stage: 'deep', row: 3, column: 3 }).parts
    expect(shallow).toEqual({ rows: [2, 25], columns: [2, 25] })
    expect(middle).toEqual({ rows: [2, 11], columns: [2, 11] })
  })
  it('keeps its place in the image when the stage changes', () => {
    expect(unitAcross(1, [6, 6], 0)).toEqual([13, 13])
    expect(unitAcross(1, [6, 6], 2)).toEqual([3, 3])
    for (const [stage, { size }] of stages.entries()) {
      for (let unit = 0; unit < size; unit++) expect(unitAcross(stage, [unit, unit], stage)).toEqual([unit, unit])
    }
    expect([unitAt(2, -5), unitAt(2, 40)]).toEqual([0, 6])
  })
})

group('feature-depth: the network’s answer', () => {
  it('names the classes of the test images, but for those that it gets wrong', () => {
    const right = labels.map((label, image) => best(readingOf({ image }).probabilities) === label)
    expect(imageCount).toBeGreaterThanOrEqual(20)
    expect(right.filter(Boolean).length).toBeGreaterThanOrEqual(17)
    expect(right.slice(20)).toEqual([false, false, false, false])
  })
  it('untrained, is all but blind to the class', () => {
    const right = labels
      .slice(0, 20)
      .filter((label, image) => best(readingOf({ image, weights: 'random' }).probabilities) === label)
    expect(right.length).toBeLessThan(8)
  })
  it('is the sum that the bench writes out, in every stage', () => {
    for (const [stage, row, column] of [
      ['shallow', 0, 0],
      ['middle', 6, 6],
      ['deep', 3, 4],
      ['deep', 6, 0],
    ] as const) {
      for (const weights of ['trained', 'random'] as const) {
        const patch = { stage, row, column, weights }
        const { answer } = resultAtBuild(state(patch), shapeOf(patch))
        const { total, terms, bias } = sumOf(shapeOf(patch), network.weights[weights], answer)
        expect(Math.max(0, total)).toBeCloseTo(readingOf(patch).value, 4)
        expect(terms.reduce((sum, { value }) => sum + value, bias)).toBeCloseTo(total, 9)
      }
    }
  })
  it('leaves out of the sum what lies in the padding', () => {
    const { answer } = resultAtBuild(state(), shapeOf())
    expect(sumOf(shapeOf({ stage: 'middle', row: 6 }), network.weights.trained, answer).taps).toBe(9 * 12)
    expect(sumOf(shapeOf({ stage: 'middle', row: 0, column: 0 }), network.weights.trained, answer).taps).toBe(4 * 12)
    expect(sumOf(shapeOf({ stage: 'shallow', row: 9, column: 9 }), network.weights.trained, answer).taps).toBe(25)
  })
})

group('feature-depth: covering a part', () => {
  it('sets it to the ground and nothing else', () => {
    const pixels = Float32Array.from({ length: 784 }, () => 1)
    const left = coverUp(pixels, { rows: [20, 27], columns: [0, 7] })
    expect(left.reduce((sum, value) => sum + value, 0)).toBe(784 - 64)
    expect([left[20 * 28], left[20 * 28 + 8], left[19 * 28]]).toEqual([0, 1, 1])
  })
  it('keeps the whole cover inside the image', () => {
    expect(shapeOf({ coverSize: 14, coverRow: 26, coverColumn: 0 }).patch).toEqual({ rows: [14, 27], columns: [0, 13] })
  })
  it('changes no place whose field it does not meet, and more places the deeper the stage', () => {
    const patch = { cover: true, coverRow: 10, coverColumn: 10, coverSize: 8 }
    const { changes } = readingOf(patch)
    const meets = stages.map(({ size, interval }) => {
      const touched = [...Array(size).keys()].filter((unit) => interval(unit)[0] <= 17 && interval(unit)[1] >= 10)
      return (touched.length / size) ** 2
    })
    for (const [stage, { share }] of changes.entries()) expect(share).toBeLessThanOrEqual(meets[stage])
    expect(changes[0].share).toBeLessThan(changes[1].share)
    expect(changes[1].share).toBeLessThan(changes[2].share)
    expect(changes[2].share).toBe(1)
  })
  it('changes nothing where the image is ground already', () => {
    const { changes, whole, covered } = readingOf({ image: 1, coverSize: 2, coverRow: 0, coverColumn: 0 })
    expect(changes.map(({ share }) => share)).toEqual([0, 0, 0])
    expect(covered).toEqual(whole)
  })
  it('shows the covered image’s answer only while it is on', () => {
    expect(readingOf({ cover: true }).probabilities).toEqual(readingOf().covered)
    expect(readingOf().probabilities).toEqual(readingOf().whole)
  })
})

group('feature-depth: drawings and pictures', () => {
  it('a stroke inks two by two pixels, and wiping takes them away', () => {
    const once = drawn(fields.drawing.initial, 4, 27, true)
    const pixels = pixelsOf(state({ source: 'drawing', drawing: once }), network.images)
    expect(pixels.reduce((sum, value) => sum + value, 0)).toBe(2)
    expect(pixels[4 * 28 + 27]).toBe(1)
    const twice = drawn(once, 10, 10, true)
    expect(twice.reduce((count, line) => count + line.toString(2).replaceAll('0', '').length, 0)).toBe(6)
    expect(drawn(twice, 10, 10, false)).toEqual(once)
  })
  it('a picture on a bright ground is inverted, one on a dark ground is not; the ground becomes 0, the brightest 1', () => {
    const on = (ground: number, thing: number): Float32Array =>
      Float32Array.from({ length: 784 }, (_, at) =>
        at % 28 > 9 && at % 28 < 18 && at > 280 && at < 560 ? thing : ground,
      )
    const dark = asInDataSet(on(0.1, 0.6))
    expect([dark.inverted, dark.pixels[0], dark.pixels[14 * 28 + 12]]).toEqual([false, 0, 1])
    const bright = asInDataSet(on(0.9, 0.2))
    expect([bright.inverted, bright.pixels[0], bright.pixels[14 * 28 + 12]]).toEqual([true, 0, 1])
    expect(asInDataSet(on(0.5, 0.5)).pixels.every((value) => value === 0)).toBe(true)
  })
  it('a sheet lays maps side by side, bottom row first as bitmaps are', () => {
    const bytes = (url: string): Buffer => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
    expect(bytes(greyBitmap([0, 1], 2, 1)).subarray(118)).toEqual(Buffer.from([0x0f, 0, 0, 0]))
    const sheet = bytes(sheetOf([1, 0, 0, 0, 0, 0, 0, 2], 2, 2, 2))
    expect(sheet.subarray(118)).toEqual(Buffer.from([0x00, 0x0f, 0, 0, 0x80, 0x00, 0, 0]))
  })
})

group('feature-depth: what it says', () => {
  it('counts edges among the first kernels by its rule, and more of them trained than random', () => {
    const [trained, random] = [network.weights.trained, network.weights.random].map((weights) =>
      edgesAmong(orientationsOf(weights)),
    )
    expect([trained, random]).toEqual([7, 2])
    expect(zh.kernelsNote(trained, 12, random)).toContain('12 个核里 7 个算有方向的边')
    expect(en.kernelsNote(trained, 12, random)).toContain('7 of 12 kernels are oriented edges')
  })
  it('describes the state with the network’s numbers, in both languages, and without them before they are known', () => {
    const reading = readingOf()
    const share = `${Math.round(1000 * Math.max(...reading.probabilities)) / 10}%`
    expect(said(zh, undefined)).toContain(`判为短靴 ${share}`)
    expect(said(en, undefined)).toContain(`it says ankle boot (${share})`)
    expect(said(zh, { stage: 'deep' })).toContain('感受野 28×28')
    expect(describe(state(), shapeOf(), zh)).toBe(
      '测试图 9（短靴）送进训练过的网络。中层 19 号通道第 6 行第 6 列：感受野 10×10，看输入第 8–17 行、第 8–17 列。',
    )
  })
  it('names the padding, the cover and the untrained weights where there are any', () => {
    expect(said(en, { stage: 'deep', row: 0, column: 0 })).toContain('the rest of it in the padding')
    expect(said(en, { cover: true })).toContain('with rows 10–17, columns 10–17 covered')
    expect(said(zh, { weights: 'random' })).toContain('没训练过')
  })
  it('gives PyTorch code with the page’s weights and image, up to the unit in question', () => {
    const code = (patch: Partial<State>, own = false) =>
      torch(state(patch), shapeOf(patch), { own, value: readingOf(patch).value, words: en.torch })
    const middle = code({})
    expect(middle).toContain('nn.Conv2d(12, 24, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),')
    expect(middle).toContain('data[0] / 255')
    expect(middle).toContain('y = net[:5](x[None, None])')
    expect(middle).toContain('y.shape  # torch.Size([1, 24, 14, 14])')
    expect(middle).toMatch(/y\[0, 19, 6, 6\] {2}# 3\.\d+\n/)
    expect(code({ stage: 'shallow' })).toContain('y = net[:2]')
    expect(code({ stage: 'deep' })).toContain('y = net[:10]')
    expect(code({ cover: true })).toContain('x[10:18, 10:18] = 0')
    expect(code({ source: 'drawing', drawing: fields.drawing.initial.map(() => 3) })).toContain('bits = [3, 3,')
    for (const unknown of [code({ weights: 'random' }), code({}, true)]) expect(unknown).toMatch(/y\[0, 19, 6, 6\]\n/)
    expect(code({ weights: 'random' })).not.toContain('weights.bin')
  })
  it('a map is the part of the answer that belongs to its channel', () => {
    const { answer } = resultAtBuild(state(), shapeOf())
    expect(mapOf(answer, 2, 47)).toEqual(answer.stages[2].slice(-49))
  })
})
