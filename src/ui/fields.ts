/**
 * A figure's state, declared once: types, defaults, bounds, controls, URL and build-time checks follow from the table of fields.
 * Decoding is total: whatever a visitor's URL says, the result is a valid state. An author's mistake throws.
 */
export interface IntField {
  readonly kind: 'int'
  readonly min: number
  readonly max: number
  readonly initial: number
}
export interface ChoiceField<T extends string = string> {
  readonly kind: 'choice'
  readonly options: readonly T[]
  readonly initial: T
}
export interface FlagField {
  readonly kind: 'flag'
  readonly initial: boolean
}
/** A list of numbers of fixed length, such as the cells of a grid; the URL names only the cells that differ. */
export interface NumbersField {
  readonly kind: 'numbers'
  readonly min: number
  readonly max: number
  readonly initial: readonly number[]
}
type Simple = IntField | ChoiceField | FlagField
/** A list of records, such as the layers of a network. */
export interface ListField<F extends Readonly<Record<string, Simple>> = Readonly<Record<string, Simple>>> {
  readonly kind: 'list'
  readonly item: F
  readonly min: number
  readonly max: number
  readonly initial: readonly StateOf<F>[]
}
export type Field = Simple | NumbersField | ListField
export type Fields = Readonly<Record<string, Field>>
type ValueOf<F> = F extends IntField
  ? number
  : F extends ChoiceField<infer T>
    ? T
    : F extends FlagField
      ? boolean
      : F extends NumbersField
        ? readonly number[]
        : F extends { readonly kind: 'list'; readonly item: infer I extends Readonly<Record<string, Simple>> }
          ? readonly StateOf<I>[]
          : never
export type StateOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> }

export const int = (min: number, max: number, initial: number): IntField => ({ kind: 'int', min, max, initial })
export const choice = <const T extends string>(options: readonly T[], initial: NoInfer<T>): ChoiceField<T> => ({
  kind: 'choice',
  options,
  initial,
})
export const flag = (initial: boolean): FlagField => ({ kind: 'flag', initial })
export const numbers = (min: number, max: number, initial: readonly number[]): NumbersField => ({
  kind: 'numbers',
  min,
  max,
  initial,
})
export const list = <const F extends Readonly<Record<string, Simple>>>(
  item: F,
  min: number,
  max: number,
  initial: readonly StateOf<F>[],
): ListField<F> => ({ kind: 'list', item, min, max, initial })

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value))
/** Cells keep two decimals, so that a link restores the number that was shown. */
const rounded = (value: number): number => Math.round(value * 100) / 100 + 0
const number = /^[+-]?(\d+\.?\d*|\.\d+)$/

function decodeSimple(field: Simple, text: string, initial: unknown): number | string | boolean {
  if (field.kind === 'int') {
    return number.test(text) ? clamp(Math.round(Number(text)) + 0, field.min, field.max) : (initial as number)
  }
  if (field.kind === 'flag') return text === 'yes' ? true : text === 'no' ? false : (initial as boolean)
  return field.options.includes(text) ? text : (initial as string)
}

function decodeNumbers(field: NumbersField, text: string, initial: readonly number[]): readonly number[] {
  const values = [...initial]
  for (const pair of text.split(',')) {
    const [index, value, ...rest] = pair.split(':')
    if (rest.length > 0 || !/^\d{1,4}$/.test(index) || value === undefined || !number.test(value)) continue
    if (Number(index) < values.length) values[Number(index)] = rounded(clamp(Number(value), field.min, field.max))
  }
  return values
}

function decodeList(field: ListField, text: string, initial: readonly unknown[]): readonly unknown[] {
  const names = Object.keys(field.item)
  const items = text.split('~').slice(0, field.max)
  if (items.length < field.min) return initial
  return items.map((item) => {
    const parts = item.split('.')
    return Object.fromEntries(
      names.map((name, at) => [name, decodeSimple(field.item[name], parts[at] ?? '', field.item[name].initial)]),
    )
  })
}

function encodeValue(field: Field, value: unknown, initial: unknown): string {
  if (field.kind === 'flag') return value ? 'yes' : 'no'
  if (field.kind === 'numbers') {
    const before = initial as readonly number[]
    return (value as readonly number[])
      .flatMap((cell, at) => (cell === before[at] ? [] : [`${at}:${rounded(cell)}`]))
      .join(',')
  }
  if (field.kind === 'list') {
    const names = Object.keys(field.item)
    return (value as readonly Record<string, unknown>[])
      .map((item) => names.map((name) => encodeValue(field.item[name], item[name], null)).join('.'))
      .join('~')
  }
  return String(value)
}

/** The state that a figure starts from: each field's initial value, or what its author chose instead. */
export function initialState<F extends Fields>(fields: F, chosen: Partial<StateOf<F>> | undefined = {}): StateOf<F> {
  const entries = Object.entries(fields).map(([name, field]) => [name, field.initial])
  return { ...(Object.fromEntries(entries) as StateOf<F>), ...chosen }
}

/** The parameters that differ from the initial state, as [field, text]. */
export function encode<F extends Fields>(fields: F, state: StateOf<F>, initial: StateOf<F>): [string, string][] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const text = encodeValue(field, state[name], initial[name])
    const before = encodeValue(field, initial[name], initial[name])
    return text === before ? [] : [[name, text] satisfies [string, string]]
  })
}

/** The state that a visitor's parameters ask for: unknown names ignored, numbers clamped, nonsense replaced by the initial value. */
export function decode<F extends Fields>(
  fields: F,
  read: (name: string) => string | null | undefined,
  initial: StateOf<F>,
): StateOf<F> {
  const entries = Object.entries(fields).map(([name, field]) => {
    const text = read(name)
    if (text === null || text === undefined || text.length > 4000) return [name, initial[name]]
    if (field.kind === 'numbers') return [name, decodeNumbers(field, text, initial[name] as readonly number[])]
    if (field.kind === 'list') return [name, decodeList(field, text, initial[name] as readonly unknown[])]
    return [name, decodeSimple(field, text, initial[name])]
  })
  return Object.fromEntries(entries) as StateOf<F>
}

function mistake(field: Field, value: unknown): string | null {
  if (field.kind === 'int') {
    const fine = typeof value === 'number' && Number.isInteger(value) && value >= field.min && value <= field.max
    return fine ? null : `must be an integer from ${field.min} to ${field.max}`
  }
  if (field.kind === 'flag') return typeof value === 'boolean' ? null : 'must be true or false'
  if (field.kind === 'choice')
    return field.options.includes(value as string) ? null : `must be one of ${field.options.join(', ')}`
  if (!Array.isArray(value)) return 'must be a list'
  if (field.kind === 'numbers') {
    const fine = value.length === field.initial.length && value.every((cell) => cell >= field.min && cell <= field.max)
    return fine ? null : `must be ${field.initial.length} numbers from ${field.min} to ${field.max}`
  }
  return value.length >= field.min && value.length <= field.max ? null : `must have ${field.min} to ${field.max} items`
}

/** Refuses an author's choice that is not a state of the figure. @throws {RangeError} naming place, field, rule and value */
export function checkChosen(fields: Fields, chosen: Readonly<Record<string, unknown>>, where: string): void {
  for (const [name, value] of Object.entries(chosen)) {
    const field = fields[name]
    const names = Object.keys(fields).join(', ')
    if (field === undefined) throw new RangeError(`${where}: no field '${name}'; the fields are ${names}`)
    const problem = mistake(field, value)
    if (problem) throw new RangeError(`${where}: ${name} ${problem}, got ${JSON.stringify(value)}`)
  }
}
