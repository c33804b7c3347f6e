import type { JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { Variable } from './Formula.tsx'
import type { ChoiceField, IntField } from './fields.ts'
import { show } from './scale.ts'
import { Live } from './use-figure.ts'

export interface SliderProps {
  readonly name: string
  /** The symbol of formulas, such as k. */
  readonly symbol?: string
  readonly field: Pick<IntField, 'min' | 'max'>
  readonly value: number
  readonly onChange: (value: number) => void
  /** A word on the range, such as "1 is dense". */
  readonly hint?: string
  /** The value in words, where the number alone does not say it. */
  readonly text?: string
  /** Distance between two values; 1 when left out. */
  readonly step?: number
}

/** A native range with its name, value and bounds in sight. */
export function Slider({ name, symbol, field, value, onChange, hint, text, step = 1 }: SliderProps): JSX.Element {
  if (!useContext(Live)) return <label />
  return (
    <label>
      <span>
        {name} {symbol && <Variable name={symbol} />}
      </span>
      {/* not an <output>, which would take the label from the range */}
      <b aria-hidden="true">{text ?? value}</b>
      <input
        type="range"
        min={field.min}
        max={field.max}
        step={step}
        value={value}
        disabled={field.min === field.max}
        {...(text ? { 'aria-valuetext': text } : {})}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
      <small aria-hidden="true">
        <span>{show(field.min)}</span>
        <span>{hint}</span>
        <span>{field.max}</span>
      </small>
    </label>
  )
}

export interface ChoiceProps<T extends string> {
  readonly name: string
  readonly field: ChoiceField<T>
  readonly value: T
  readonly words: Readonly<Record<T, string>>
  readonly onChange: (value: T) => void
  /** Unique in the page: the figure's id and the field's name. */
  readonly group: string
}

/** Native radio buttons on one line: a choice among few. */
export function Choice<T extends string>({ name, field, value, words, onChange, group }: ChoiceProps<T>): JSX.Element {
  return (
    <fieldset class="order">
      <legend class="vh">{name}</legend>
      {field.options.map((option) => (
        <label>
          <input type="radio" name={group} checked={option === value} onChange={() => onChange(option)} />
          {words[option]}
        </label>
      ))}
    </fieldset>
  )
}

/**
 * A native list with its name in sight: a choice among many. The server draws a box of its size: a browser that fills in
 * forms lays out all of a page that has a list, also what is far from the reader.
 */
export function Select<T extends string>(props: Omit<ChoiceProps<T>, 'group'>): JSX.Element {
  const { name, field, value, words, onChange } = props
  const live = useContext(Live)
  return (
    <label class="select">
      <span>{name}</span>
      {live ? (
        <select value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
          {field.options.map((option) => (
            <option value={option} selected={option === value}>
              {words[option]}
            </option>
          ))}
        </select>
      ) : (
        <span class="listed">
          {field.options.map((option) => (option === value ? <b>{words[option]}</b> : <i>{words[option]}</i>))}
        </span>
      )}
    </label>
  )
}

export interface SwitchProps {
  readonly name: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

/** A native checkbox with its name. */
export function Switch({ name, value, onChange }: SwitchProps): JSX.Element {
  return (
    <label class="switch">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{name}</span>
    </label>
  )
}
