import {
  axisLevelReads,
  checkConvAxis,
  checkPoolAxis,
  convOutputSize,
  type EffectiveReceptiveField,
  effectiveReceptiveField,
  type LevelReads,
  type Problem,
  receptiveFields,
  sequential,
} from 'conv-math'
import { choice, int, list, type StateOf } from '#ui/fields.ts'
import type { Messages } from './messages.ts'
import { type Layer, layerFields, type PresetName, presets, type Stack } from './presets.ts'

export const deepest = 20
export const fields = {
  preset: choice([...(Object.keys(presets) as PresetName[]), 'custom'], 'strided'),
  /** What the reader edits: read when the preset is 'custom'. */
  layers: list(layerFields, 1, deepest, presets.strided.layers),
  inputSize: int(1, 256, presets.strided.inputSize),
  /** The layer asked about, 0 for the input; beyond the last one: the last. */
  layer: int(0, deepest, deepest),
  /** The unit asked about, across; −1: the one that shows the stack best. */
  unit: int(-1, 255, -1),
  /** The same downwards; −1: the middle. */
  row: int(-1, 255, -1),
  /** How many layers the walk back has gone. */
  step: int(0, deepest, deepest),
}
export type State = StateOf<typeof fields>

/** One level: the input, or the output of a layer. */
export interface Level {
  readonly name: string
  readonly size: number
  readonly effectiveStride: number
  readonly fieldSize: number
  readonly start: number
  readonly centre: number
}
interface Shape {
  readonly ok: true
  readonly inputSize: number
  readonly layers: readonly Layer[]
  /** The input's level first. */
  readonly levels: readonly Level[]
  /** The layer and the unit [row, column] asked about, and how many layers the walk back has gone. */
  readonly layer: number
  readonly unit: readonly [row: number, column: number]
  readonly step: number
  /** What the unit reads across, and downwards, at each level up to its own. */
  readonly columns: readonly LevelReads[]
  readonly rows: readonly LevelReads[]
  /** The layers up to the one asked about: what the effective field is computed from. */
  readonly stack: readonly Layer[]
  /** Computed at once where that is quick. */
  readonly effective: EffectiveReceptiveField | null
}
export interface Trouble {
  readonly layer: number
  readonly name: string
  readonly problem: Problem
}
export type Derived = Shape | { readonly ok: false; readonly problem: Trouble }
export type Shown = Extract<Derived, { ok: true }>

/** The largest input whose effective field is computed where it is asked for; beyond, a worker does it. */
const quick = 64

export const stackOf = ({ preset, layers, inputSize }: State): Stack =>
  preset === 'custom' ? { layers: layers.map(sound), inputSize } : presets[preset]

/** Average pooling has no dilation. */
const sound = (layer: Layer): Layer => (layer.type === 'averagePool' ? { ...layer, dilation: 1 } : layer)

/** Names by what a layer does and its place: conv1, pool2. */
export const nameOf = ({ layers, names }: Stack, at: number): string =>
  names?.[at] ?? `${layers[at].type === 'conv' ? 'conv' : 'pool'}${at + 1}`

/** The size of every level, the input's first, or the layer that does not fit. */
function sizesOf(stack: Stack): readonly number[] | Trouble {
  const sizes = [stack.inputSize]
  for (const [layer, options] of stack.layers.entries()) {
    const check = options.type === 'conv' ? checkConvAxis : checkPoolAxis
    const problem = check(sizes[layer], options)
    if (problem) return { layer: layer + 1, name: nameOf(stack, layer), problem }
    sizes.push(convOutputSize(sizes[layer], options))
  }
  return sizes
}

function levelsOf(stack: Stack, sizes: readonly number[]): readonly Level[] {
  const graph = sequential(
    stack.layers.map(({ type, kernelSize, stride, padding, dilation }) =>
      type === 'conv'
        ? { type, outChannels: 1, kernelSize, stride, padding, dilation }
        : { type: 'maxPool', kernelSize, stride, padding, dilation },
    ),
  )
  const found = [...receptiveFields(graph).values()]
  return sizes.map((size, at) => {
    const { size: fieldSize, effectiveStride, start, centre } = found[at].width
    return {
      name: at === 0 ? '' : nameOf(stack, at - 1),
      size,
      effectiveStride,
      fieldSize,
      start: start ?? 0,
      centre: centre ?? 0,
    }
  })
}

export const inside = (value: number, size: number): number => Math.min(size - 1, Math.max(0, value))
const middle = (size: number): number => Math.floor(size / 2)

export function derive(state: State): Derived {
  const stack = stackOf(state)
  const sizes = sizesOf(stack)
  if ('problem' in sizes) return { ok: false, problem: sizes }
  const levels = levelsOf(stack, sizes)
  const layer = Math.min(state.layer, stack.layers.length)
  const { size } = levels[layer]
  // the unit that a stack is best shown by is one of its last layer
  const usual = layer === stack.layers.length ? (stack.unit ?? middle(size)) : middle(size)
  const unit = [
    inside(state.row < 0 ? middle(size) : state.row, size),
    inside(state.unit < 0 ? usual : state.unit, size),
  ] as const
  const below = stack.layers.slice(0, layer)
  return {
    ok: true,
    inputSize: stack.inputSize,
    layers: stack.layers,
    levels,
    layer,
    unit,
    step: Math.min(state.step, layer),
    columns: axisLevelReads(below, unit[1], stack.inputSize),
    rows: axisLevelReads(below, unit[0], stack.inputSize),
    stack: below,
    effective: stack.inputSize <= quick ? effective(below, stack.inputSize, unit) : null,
  }
}

export function effective(
  layers: readonly Layer[],
  inputSize: number,
  unit: readonly [row: number, column: number],
): EffectiveReceptiveField {
  // a pool reads its window as a convolution does
  const windows = layers.map((layer) => ({ ...layer, type: 'conv' as const }))
  return effectiveReceptiveField(windows, { inputSize: [inputSize, inputSize], unit })
}

/** First and last real cell of a level that a unit reads, or null when it reads padding alone. */
export function realCells({ first, counts, size }: LevelReads): readonly [number, number] | null {
  const real = (count: number, at: number): boolean => count > 0 && first + at >= 0 && first + at < size
  const low = counts.findIndex(real)
  return low < 0 ? null : [first + low, first + counts.findLastIndex(real)]
}

export const cellsBetween = ([first, last]: readonly [number, number]): number => last - first + 1

/** The unit of a level that looks nearest to a place in the input. */
export const nearestUnit = ({ centre, effectiveStride, size }: Level, place: number): number =>
  inside(Math.round((place - centre) / effectiveStride), size)

export const centreOf = ({ centre, effectiveStride }: Level, unit: number): number => centre + unit * effectiveStride

/** Cells around the picture that the theoretical field reaches, at most half the picture. */
export function marginOf({ inputSize, rows, columns }: Shown): number {
  const beyond = [rows[0], columns[0]].map(({ interval: [first, last] }) => Math.max(-first, last - inputSize + 1))
  return Math.min(Math.ceil(inputSize / 2), Math.max(0, ...beyond))
}

export function describe(state: State, derived: Shown, messages: Messages): string {
  return messages.description(state, derived)
}
