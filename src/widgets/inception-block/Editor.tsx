import type { JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { Live } from '#ui/use-figure.ts'
import type { Messages } from './messages.ts'
import { type Branch, branchesOf, branchField, edited, fields, letters, type State } from './model.ts'

interface EditorProps {
  readonly state: State
  readonly words: Messages
  readonly onChange: (patch: Partial<State>) => void
}
interface RowProps {
  readonly branch: Branch
  readonly index: number
  readonly only: boolean
  readonly align: boolean
  readonly words: Messages
  readonly onChange: (branch: Branch) => void
  readonly onRemove: () => void
}

function Row({ branch, index, only, align, words, onChange, onRemove }: RowProps): JSX.Element {
  const letter = letters[index]
  const pick = (name: 'op' | 'kernelSize'): JSX.Element => (
    <label>
      <span>{words.parts[name]}</span>
      <select value={branch[name]} onChange={(event) => onChange({ ...branch, [name]: event.currentTarget.value })}>
        {branchField[name].options.map((option) => (
          <option value={option} selected={option === branch[name]}>
            {name === 'op' ? words.ops[option as Branch['op']] : `${option}×${option}`}
          </option>
        ))}
      </select>
    </label>
  )
  const number = (name: 'reduce' | 'outChannels' | 'padding', value = branch[name], fixed = false): JSX.Element => {
    const { min, max } = branchField[name]
    return (
      <label>
        <span>{words.parts[name]}</span>
        <input
          type="number"
          min={min}
          max={max}
          value={value}
          disabled={fixed}
          onInput={(event) => {
            const typed = Math.round(event.currentTarget.valueAsNumber)
            if (Number.isFinite(typed)) onChange({ ...branch, [name]: Math.min(max, Math.max(min, typed)) })
          }}
          onBlur={(event) => {
            event.currentTarget.value = String(value)
          }}
        />
      </label>
    )
  }
  return (
    <fieldset class="branch" aria-label={words.branch(letter)}>
      <p class="name" aria-hidden="true">
        <svg viewBox="0 0 40 12">
          <path class={`br br-${letter.toLowerCase()}`} d="M0 6h40" />
          {letter === 'D' && <path class="br br-d-in" d="M0 6h40" />}
        </svg>
        <b>{letter}</b>
      </p>
      {pick('op')}
      {pick('kernelSize')}
      {branch.op === 'conv' ? number('reduce') : <i />}
      {number('outChannels')}
      {number('padding', align ? (Number(branch.kernelSize) - 1) / 2 : branch.padding, align)}
      <button type="button" class="act" disabled={only} onClick={onRemove}>
        {words.remove(letter)}
      </button>
    </fieldset>
  )
}

/** The branches in native controls: change, remove, add. */
export function Editor({ state, words, onChange }: EditorProps): JSX.Element {
  const branches = branchesOf(state)
  const live = useContext(Live)
  const change = (next: readonly Branch[]): void => onChange(edited(next))
  return (
    <>
      <div class="branches" style={{ '--rows': branches.length }}>
        {(live ? branches : []).map((branch, index) => (
          <Row
            key={index}
            branch={branch}
            index={index}
            only={branches.length === fields.branches.min}
            align={state.align}
            words={words}
            onChange={(next) => change(branches.map((old, at) => (at === index ? next : old)))}
            onRemove={() => change(branches.filter((_, at) => at !== index))}
          />
        ))}
      </div>
      {branches.length < fields.branches.max && (
        <button
          type="button"
          class="act"
          onClick={() =>
            change([
              ...branches,
              { op: 'conv', kernelSize: '3', reduce: 0, outChannels: branchField.outChannels.initial, padding: 0 },
            ])
          }
        >
          {words.add}
        </button>
      )}
      <p class="note">{words.editNote(state.align)}</p>
    </>
  )
}
