import fc from 'fast-check'
import type { Field, Fields } from '#ui/fields.ts'

const nonsense = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    '-1',
    '1e9',
    '1e309',
    'NaN',
    'Infinity',
    '-0',
    '0x10',
    '.5',
    '9'.repeat(400),
    '__proto__',
    'null',
  ),
  fc.constantFrom('a:b,c~d', '0:1,1:x', '0:NaN', '~~~', '..~..', '-1:2', '%00%F0%9F', '½', '１２', '<svg>'),
)
const whole = (min: number, max: number): fc.Arbitrary<string> =>
  fc.oneof(fc.integer({ min, max }), fc.integer({ min: min - 3, max: max + 3 }), fc.integer()).map(String)

/** What a field may be asked for: mostly what it can be, often a little beyond, sometimes what means nothing. */
function asked(field: Field): fc.Arbitrary<string> {
  const sensible = (): fc.Arbitrary<string> => {
    if (field.kind === 'int') return whole(field.min, field.max)
    if (field.kind === 'flag') return fc.constantFrom('yes', 'no')
    if (field.kind === 'choice') return fc.constantFrom(...field.options)
    if (field.kind === 'numbers') {
      const value = fc.oneof(fc.double({ noNaN: true, min: 2 * field.min - 1, max: 2 * field.max + 1 }), fc.double())
      const cell = fc.tuple(fc.nat(field.initial.length + 2), value).map(([at, number]) => `${at}:${number}`)
      return fc.array(cell, { maxLength: 6 }).map((cells) => cells.join(','))
    }
    const item = fc.tuple(...Object.values(field.item).map(asked)).map((parts) => parts.join('.'))
    return fc.array(item, { maxLength: field.max + 2 }).map((items) => items.join('~'))
  }
  return fc.oneof({ weight: 4, arbitrary: sensible() }, { weight: 1, arbitrary: nonsense })
}

/** Query strings that ask a figure for a state: some of its fields, names it does not have, parts that are no pairs. */
export function queriesOf(id: string, fields: Fields): fc.Arbitrary<string> {
  const own = Object.entries(fields).map(([name, field]) =>
    fc.option(asked(field).map((text) => `${id}.${name}=${encodeURIComponent(text.toWellFormed())}`)),
  )
  const foreign = fc.constantFrom('&&', '=', `${id}.`, `${id}.__proto__=1`, `${id}.toString=1`, '%E0%A4%A=1', 'x=1')
  return fc
    .tuple(fc.tuple(...own), fc.array(foreign, { maxLength: 2 }))
    .map(([pairs, others]) => [...pairs.filter((pair) => pair !== null), ...others].join('&'))
}
