import { centreOf, deepest, nearestUnit, type Shown, type State, stackOf } from './model.ts'
import { type Layer, layerFields } from './presets.ts'

/** Another layer with the unit of it that looks nearest to a place, by default to where the present one looks. */
export function moveTo(shape: Shown, layer: number, place?: number): Partial<State> {
  const from = shape.levels[shape.layer]
  const to = shape.levels[layer]
  const [row, unit] = shape.unit.map((at) => nearestUnit(to, centreOf(from, at)))
  return { layer, row, unit: place === undefined ? unit : nearestUnit(to, place), step: deepest }
}

/** A whole stack anew: its last layer, the unit that shows it best, walked back to the input. */
const afresh = { layer: deepest, unit: -1, row: -1, step: deepest } as const

/** A preset, or the present stack to be edited. */
export const chosen = (state: State, preset: State['preset']): Partial<State> =>
  preset === 'custom' ? edited(state, stackOf(state).layers) : { preset, ...afresh }

/** The layer that the controls speak of. */
export const layerOf = (state: State): number => Math.min(state.layer, stackOf(state).layers.length)

/** The stack is the reader's own as soon as anything in it changes. */
function edited(state: State, layers: readonly Layer[], layer = layerOf(state)): Partial<State> {
  const { inputSize } = stackOf(state)
  return { preset: 'custom', layers, inputSize, ...afresh, layer: layer === layers.length ? deepest : layer }
}

export const resize = (state: State, inputSize: number): Partial<State> => ({
  ...edited(state, stackOf(state).layers),
  inputSize,
})

export const changeLayer = (state: State, patch: Partial<Layer>): Partial<State> =>
  edited(
    state,
    stackOf(state).layers.map((layer, at) => (at === layerOf(state) - 1 ? { ...layer, ...patch } : layer)),
  )

/** One more layer after the chosen one, which it becomes. */
export function addLayer(state: State): Partial<State> {
  const at = layerOf(state)
  const usual = Object.fromEntries(Object.entries(layerFields).map(([name, field]) => [name, field.initial]))
  return edited(state, stackOf(state).layers.toSpliced(at, 0, usual as Layer), at + 1)
}

export function removeLayer(state: State): Partial<State> {
  const at = layerOf(state)
  return edited(state, stackOf(state).layers.toSpliced(at - 1, 1), Math.max(1, at - 1))
}

export function moveLayer(state: State, by: -1 | 1): Partial<State> {
  const at = layerOf(state)
  const { layers } = stackOf(state)
  return edited(state, layers.toSpliced(at - 1, 1).toSpliced(at - 1 + by, 0, layers[at - 1]), at + by)
}
