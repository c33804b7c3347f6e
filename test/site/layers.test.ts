import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** One import that each layer must not make: [file, line]. */
const forbidden: readonly (readonly [file: string, line: string])[] = [
  ['src/conv-math/src/planted.ts', "import { int } from '#ui/fields.ts'"],
  ['src/conv-math/src/planted.ts', "import { h } from 'preact'"],
  ['src/ui/planted.ts', "import { registry } from '#widgets'"],
  ['src/ui/planted.ts', "import { path } from '#site/nav.ts'"],
  ['src/ui/planted.ts', "import { derive } from '../widgets/transposed-conv/model.ts'"],
  ['src/widgets/transposed-conv/planted.ts', "import { derive } from '../conv-stepper/model.ts'"],
  ['src/widgets/transposed-conv/planted.ts', "import { derive } from '#widgets/conv-stepper/model.ts'"],
  ['src/widgets/transposed-conv/planted.ts', "import { path } from '#site/nav.ts'"],
  ['src/widgets/transposed-conv/planted.ts', "import { conv2d } from '../../conv-math/src/conv2d.ts'"],
  ['src/feature-net/planted.ts', "import { registry } from '#widgets'"],
  ['src/site/planted.ts', "import { int } from '../ui/fields.ts'"],
]
const allowed: readonly (readonly [file: string, line: string])[] = [
  ['src/ui/planted.ts', "import { conv2d } from 'conv-math'"],
  ['src/widgets/transposed-conv/planted.ts', "import { int } from '#ui/fields.ts'"],
  ['src/site/planted.ts', "import { registry } from '#widgets'"],
]

const root = resolve('.')
const biome = join(root, 'node_modules/.bin/biome')

/** Lints one planted line in a copy that holds only the rules. */
function lint(file: string, line: string): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'))
  cpSync(join(root, 'biome.jsonc'), join(folder, 'biome.jsonc'))
  cpSync(join(root, '.gitignore'), join(folder, '.gitignore'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  execFileSync('git', ['init', '-q', folder])
  mkdirSync(join(folder, dirname(file)), { recursive: true })
  const name = /\{ (\w+) \}/.exec(line)?.[1]
  writeFileSync(join(folder, file), `${line}\n\nexport const planted = ${name}\n`)
  return spawnSync(biome, ['lint', '--only=style/noRestrictedImports', file], { cwd: folder }).status
}

test.each(forbidden)('%s may not have: %s', (file, line) => {
  expect(lint(file, line)).not.toBe(0)
})

test.each(allowed)('%s may have: %s', (file, line) => {
  expect(lint(file, line)).toBe(0)
})
