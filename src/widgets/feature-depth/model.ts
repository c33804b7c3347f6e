import { convTaps } from 'conv-math'
import type { Answer } from '#feature-net/answer.ts'
import { convs, imageSize, stageEnds } from '#feature-net/architecture.ts'
import shownImages from '#feature-net/data/images.json' with { type: 'json' }
import { stages } from '#feature-net/stages.ts'
import type { Weights } from '#feature-net/weights.ts'
import { choice, flag, int, numbers, type StateOf } from '#ui/fields.ts'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

export const stageNames = ['shallow', 'middle', 'deep'] as const
export type StageName = (typeof stageNames)[number]
/** The true classes of the test images that a reader may pick. */
export const labels: readonly number[] = shownImages.labels
export const imageCount = labels.length

export const fields = {
  source: choice(['test', 'drawing'], 'test'),
  image: int(0, imageCount - 1, 9),
  /** What the reader drew: a row each, bit c set where column c is inked. */
  drawing: numbers(
    0,
    2 ** imageSize - 1,
    range(imageSize).map(() => 0),
  ),
  weights: choice(['trained', 'random'], 'trained'),
  stage: choice(stageNames, 'middle'),
  /** The channel in sight of each stage. */
  shallow: int(0, stages[0].channels - 1, 8),
  middle: int(0, stages[1].channels - 1, 19),
  deep: int(0, stages[2].channels - 1, 21),
  row: int(0, imageSize - 1, 6),
  column: int(0, imageSize - 1, 6),
  cover: flag(false),
  coverSize: int(2, 14, 8),
  coverRow: int(0, imageSize - 2, 10),
  coverColumn: int(0, imageSize - 2, 10),
}
export type State = StateOf<typeof fields>

/** First and last cell. */
export type Interval = readonly [first: number, last: number]
export interface Region {
  readonly rows: Interval
  readonly columns: Interval
}
export interface Shape {
  readonly ok: true
  /** The stage in question, its channel, and the unit chosen on its map. */
  readonly stage: number
  readonly channel: number
  readonly channels: readonly number[]
  readonly unit: readonly [row: number, column: number]
  /** The pixels that the unit sees, padding included, and those of them that are in the image. */
  readonly field: Region
  readonly seen: Region
  /** By stage before this one: the cells that the unit is made of. */
  readonly parts: readonly (Region | null)[]
  /** The pixels that the cover hides, or would hide while it is off. */
  readonly patch: Region
  readonly covers: boolean
}
export type Derived = Shape | { readonly ok: false; readonly problem: never }

const clamp = (value: number, last: number): number => Math.min(last, Math.max(0, value))
const inImage = ([first, last]: Interval): Interval => [clamp(first, imageSize - 1), clamp(last, imageSize - 1)]

export function derive(state: State): Derived {
  const stage = stageNames.indexOf(state.stage)
  const channels = [state.shallow, state.middle, state.deep]
  const { size, interval } = stages[stage]
  const unit = [clamp(state.row, size - 1), clamp(state.column, size - 1)] as const
  const field = { rows: interval(unit[0]), columns: interval(unit[1]) }
  const covered = (at: number): Interval => {
    const first = clamp(at, imageSize - state.coverSize)
    return [first, first + state.coverSize - 1]
  }
  return {
    ok: true,
    stage,
    channel: channels[stage],
    channels,
    unit,
    field,
    seen: { rows: inImage(field.rows), columns: inImage(field.columns) },
    parts: stages.map((_, other) =>
      other < stage ? { rows: within(other, field.rows), columns: within(other, field.columns) } : null,
    ),
    patch: { rows: covered(state.coverRow), columns: covered(state.coverColumn) },
    covers: state.cover,
  }
}

/** The cells of a stage's map, along one axis, that see nothing outside the pixels given. */
function within(stage: number, [first, last]: Interval): Interval {
  const { size, interval } = stages[stage]
  const inside = range(size).filter((cell) => interval(cell)[0] >= first && interval(cell)[1] <= last)
  return [inside[0], inside[inside.length - 1]]
}

/** The unit of a stage whose field has its middle nearest to that of a unit of another stage. */
export function unitAcross(from: number, unit: readonly [number, number], to: number): [row: number, column: number] {
  const middle = (stage: number, at: number): number => {
    const [first, last] = stages[stage].interval(at)
    return (first + last) / 2
  }
  const nearest = (at: number): number => unitAt(to, middle(from, at))
  return [nearest(unit[0]), nearest(unit[1])]
}

/** The unit of a stage, along one axis, whose field has its middle nearest to a pixel. */
export function unitAt(stage: number, pixel: number): number {
  const { size, interval, effectiveStride } = stages[stage]
  const [first, last] = interval(0)
  return clamp(Math.round((pixel - (first + last) / 2) / effectiveStride), size - 1)
}

/** The image in question with values from 0 to 1: a test image, or what the reader drew. */
export function pixelsOf(state: State, images: Uint8Array): Float32Array {
  const cells = imageSize * imageSize
  if (state.source === 'test') {
    return Float32Array.from(images.subarray(state.image * cells, (state.image + 1) * cells), (value) => value / 255)
  }
  return Float32Array.from({ length: cells }, (_, at) => {
    const bits = Math.floor(state.drawing[Math.floor(at / imageSize)])
    return (bits >> (at % imageSize)) & 1
  })
}

/** The image with a patch of it set to the ground's 0. */
export function coverUp(pixels: Float32Array, { rows, columns }: Region): Float32Array {
  const left = pixels.slice()
  for (let row = rows[0]; row <= rows[1]; row++)
    left.fill(0, row * imageSize + columns[0], row * imageSize + columns[1] + 1)
  return left
}

/** The drawing with a square of two pixels inked or wiped. */
export function drawn(drawing: readonly number[], row: number, column: number, ink: boolean): readonly number[] {
  const bits = (1 << column) | (column + 1 < imageSize ? 1 << (column + 1) : 0)
  return drawing.map((line, at) => (at === row || at === row + 1 ? (ink ? line | bits : line & ~bits) : line))
}

/** What the network says of an image, in the numbers that texts use. */
export interface Reading {
  /** The image is the reader's own picture. */
  readonly own: boolean
  /** Of the image in sight. */
  readonly probabilities: readonly number[]
  /** Of the whole image, and of the image with the cover on. */
  readonly whole: readonly number[]
  readonly covered: readonly number[]
  /** The chosen unit's activation. */
  readonly value: number
  /** By stage: the share of cells above 0, over all channels. */
  readonly active: readonly number[]
  /** By stage: what the cover changes. */
  readonly changes: readonly Change[]
}
export interface Change {
  /** The share of places where any channel differs. */
  readonly share: number
  /** The channel whose sum differs most, and that sum without the cover and with it. */
  readonly channel: number
  readonly before: number
  readonly after: number
}

const sum = (values: Float32Array): number => values.reduce((total, value) => total + value, 0)

/** One channel's map. */
export function mapOf(answer: Answer, stage: number, channel: number): Float32Array {
  const cells = stages[stage].size ** 2
  return answer.stages[stage].subarray(channel * cells, (channel + 1) * cells)
}

export function read(shape: Shape, whole: Answer, covered: Answer, own: boolean): Reading {
  const { size } = stages[shape.stage]
  const answer = shape.covers ? covered : whole
  return {
    own,
    probabilities: answer.probabilities,
    whole: whole.probabilities,
    covered: covered.probabilities,
    value: mapOf(answer, shape.stage, shape.channel)[shape.unit[0] * size + shape.unit[1]],
    active: answer.stages.map((maps) => maps.filter((value) => value > 0).length / maps.length),
    changes: stages.map((_, stage) => changeOf(stage, whole, covered)),
  }
}

function changeOf(stage: number, before: Answer, after: Answer): Change {
  const { channels, size } = stages[stage]
  const cells = size * size
  const [from, to] = [before.stages[stage], after.stages[stage]]
  const places = range(cells).filter((cell) =>
    range(channels).some((channel) => from[channel * cells + cell] !== to[channel * cells + cell]),
  )
  const sums = range(channels).map((channel) => [sum(mapOf(before, stage, channel)), sum(mapOf(after, stage, channel))])
  const sizes = sums.map(([was, is]) => Math.abs(is - was))
  const channel = sizes.indexOf(Math.max(...sizes))
  return { share: places.length / cells, channel, before: sums[channel][0], after: sums[channel][1] }
}

export const best = (probabilities: readonly number[]): number => probabilities.indexOf(Math.max(...probabilities))

/** The sum behind the chosen unit: what each row of the kernel adds (shallow), or each map that is read. */
export interface Sum {
  readonly terms: readonly { readonly from: number; readonly value: number }[]
  readonly bias: number
  /** Before the ReLU. */
  readonly total: number
  /** Products in all; those with padding are left out. */
  readonly taps: number
}

export function sumOf(shape: Shape, weights: Weights, answer: Answer): Sum {
  const { kernelSize, padding, inChannels } = convs[stageEnds[shape.stage]]
  const { weight, bias } = weights[stageEnds[shape.stage]]
  const { size } = stages[shape.stage]
  const input = answer.inputs[shape.stage]
  const byRow = shape.stage === 0
  const values = range(byRow ? kernelSize : inChannels).map(() => 0)
  const taps = convTaps(shape.unit, [size, size], { kernelSize, padding }).filter((tap) => tap.inside)
  for (const tap of taps) {
    for (let channel = 0; channel < inChannels; channel++) {
      const w =
        weight.data[((shape.channel * inChannels + channel) * kernelSize + tap.kernel[0]) * kernelSize + tap.kernel[1]]
      values[byRow ? tap.kernel[0] : channel] += w * input[(channel * size + tap.input[0]) * size + tap.input[1]]
    }
  }
  const offset = bias.data[shape.channel]
  const total = values.reduce((all, value) => all + value, offset)
  return { terms: values.map((value, from) => ({ from, value })), bias: offset, total, taps: taps.length * inChannels }
}

/** One sentence after another: what is shown; with the network's numbers once they are known. */
export function describe(
  state: State,
  derived: Shape & { readonly reading?: Reading | undefined },
  messages: Messages,
): string {
  return messages.description(state, derived, derived.reading)
}
