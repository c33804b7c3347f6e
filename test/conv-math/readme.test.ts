import { readFileSync } from 'node:fs'
import * as convMath from 'conv-math'
import { describe, expect, test } from 'vitest'
import { parseExample, runExample } from './run-example.ts'

const readme = readFileSync(new URL('../../src/conv-math/README.md', import.meta.url), 'utf8')
const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code.trimEnd().split('\n'))
const code = blocks.flat()

/** Each line that states a result, with the declarations of its block that come before it. */
const examples = blocks.flatMap((lines) => {
  const statements = (end: number) =>
    lines
      .slice(0, end)
      .filter((line) => line.startsWith('const '))
      .join('\n')
  return lines.flatMap((line, at) => {
    const example = line.startsWith('const ') || line.startsWith('import ') ? null : parseExample(line)
    return example ? [{ line, example, before: statements(at) }] : []
  })
})

describe('README: every line of code gives what it says', () => {
  test.each(examples)('$line', async ({ example, before }) => {
    const { got, want } = await runExample(example, before)
    expect(got).toEqual(want)
  })

  test('each line is an import, a declaration or an example', () => {
    const others = code.filter((line) => !/^(import|const) /.test(line) && !examples.some((one) => one.line === line))
    expect(others).toEqual([])
  })
})

test('README: every export appears in the code', () => {
  const names = [...Object.keys(convMath), ...Object.keys(convMath.networks).map((name) => `networks.${name}`)]
  const missing = names.filter((name) => !new RegExp(`\\b${name.replace('.', '\\.')}\\b`).test(code.join('\n')))
  expect(missing).toEqual([])
})

test('README: at most 120 lines', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(120)
})
