import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as convMath from 'conv-math'
import { describe, expect, test } from 'vitest'
import { parseExample, runExample } from './run-example.ts'

const source = new URL('../../src/conv-math/src/', import.meta.url).pathname

const examples = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    readFileSync(join(source, file), 'utf8')
      .split('\n')
      .filter((line) => line.includes('@example'))
      .map((line) => ({ file, line: line.slice(line.indexOf('@example') + 8).trim() })),
  )

describe('every @example gives what it says', () => {
  test.each(examples)('$file: $line', async ({ line }) => {
    const example = parseExample(line)
    if (!example) expect.fail('an example must read: expression // result')
    const { got, want } = await runExample(example)
    expect(got).toEqual(want)
  })
})

test('every function of the package has an example', () => {
  const functions = [...Object.entries(convMath), ...Object.entries(convMath.networks)]
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name)
  const bare = functions.filter((name) => !examples.some(({ line }) => new RegExp(`\\b${name}\\(`).test(line)))
  expect(functions.length).toBeGreaterThan(50)
  expect(bare).toEqual([])
})
