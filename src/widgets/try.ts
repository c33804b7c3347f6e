import type { Fields } from '#ui/fields.ts'

/** The fields of every figure, found by folder. */
const models = import.meta.glob<{ fields: Fields }>('./*/model.ts', { eager: true })

function fits(fields: Fields, name: string, text: string): string | null {
  const field = fields[name]
  if (!field) return `there is no field '${name}'; the fields are ${Object.keys(fields).join(', ')}`
  if (field.kind === 'int') {
    const value = Number(text)
    return Number.isInteger(value) && value >= field.min && value <= field.max
      ? null
      : `${name} must be an integer from ${field.min} to ${field.max}, got '${text}'`
  }
  if (field.kind === 'choice' && !field.options.includes(text))
    return `${name} must be one of ${field.options.join(', ')}, got '${text}'`
  if (field.kind === 'flag' && text !== 'yes' && text !== 'no') return `${name} must be yes or no, got '${text}'`
  return null
}

/** Refuses a phrase that would set what its figure does not have. @throws {RangeError} naming page, figure, rule and value */
export function checkTry(figure: string, folder: string | undefined, set: string, page: string): void {
  const fields = models[`./${folder}/model.ts`]?.fields
  if (!fields) throw new RangeError(`${page}: <Try figure="${figure}">: there is no such figure`)
  for (const pair of set.split('&')) {
    const [name, text = ''] = pair.split('=')
    const problem = fits(fields, name, text)
    if (problem) throw new RangeError(`${page}: <Try figure="${figure}" set="${set}">: ${problem}`)
  }
}
