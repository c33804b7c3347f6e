import type { JSX } from 'preact'
import { Select, Slider } from '#ui/Controls.tsx'
import { addLayer, changeLayer, layerOf, moveLayer, removeLayer, resize } from './editing.ts'
import type { Messages } from './messages.ts'
import { fields, nameOf, type State, stackOf } from './model.ts'
import { type Layer, layerFields } from './presets.ts'

interface EditorProps {
  readonly state: State
  readonly words: Messages
  readonly set: (patch: Partial<State>) => void
}

/** The chosen layer's own numbers, and its place among the others. */
export function Editor({ state, words, set }: EditorProps): JSX.Element {
  const stack = stackOf(state)
  const at = layerOf(state)
  const layer: Layer | undefined = stack.layers[at - 1]
  const { length } = stack.layers
  const button = (name: string, possible: boolean, patch: () => Partial<State>): JSX.Element => (
    <button type="button" class="act" aria-disabled={!possible} onClick={() => possible && set(patch())}>
      {name}
    </button>
  )
  return (
    <>
      <Slider
        name={words.names.inputSize}
        symbol="i"
        field={fields.inputSize}
        value={stack.inputSize}
        onChange={(inputSize) => set(resize(state, inputSize))}
      />
      <fieldset class="editor">
        <legend>{words.editing(layer ? nameOf(stack, at - 1) : '')}</legend>
        {layer && (
          <>
            <Select
              name={words.type}
              field={layerFields.type}
              value={layer.type}
              words={words.types}
              onChange={(type) => set(changeLayer(state, { type }))}
            />
            {(['kernelSize', 'stride', 'padding', 'dilation'] as const).map((name) => (
              <Slider
                name={words.names[name]}
                symbol={name[0]}
                field={name === 'dilation' && layer.type === 'averagePool' ? { min: 1, max: 1 } : layerFields[name]}
                value={layer[name]}
                onChange={(value) => set(changeLayer(state, { [name]: value }))}
              />
            ))}
          </>
        )}
        <span class="moves">
          {button(words.earlier, at > 1, () => moveLayer(state, -1))}
          {button(words.later, at > 0 && at < length, () => moveLayer(state, 1))}
          {button(words.remove, at > 0 && length > 1, () => removeLayer(state))}
          {button(words.add, length < fields.layers.max, () => addLayer(state))}
        </span>
      </fieldset>
    </>
  )
}
