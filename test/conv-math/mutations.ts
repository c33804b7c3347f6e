// Does the suite notice? Breaks conv-math in one place at a time, in a copy, and runs the tests that should fail.
// Not part of the tests: run it as `node test/conv-math/mutations.ts`. Exits 1 when a fault survives.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { faults } from './faults.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'conv-math-mutations-'))
const source = join(copy, 'src/conv-math/src')

// The workspace link in node_modules would lead back to the sound package.
const config = `export default {
  resolve: { alias: { 'conv-math': ${JSON.stringify(join(source, 'index.ts'))} } },
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000 },
}
`

function runTests(names: readonly string[]): { passed: boolean; failure: string } {
  const files = names.map((name) => `test/conv-math/${name}.test.ts`)
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vitest, 'run', '--bail', '1', '--reporter', 'dot', ...files],
    { cwd: copy, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  )
  const failure = /FAIL\s+(.*)/.exec(stdout + stderr)?.[1] ?? 'no test ran'
  return { passed: status === 0, failure }
}

/** Null when a test fails on the fault, else what is wrong. */
function survives({ file, search, replace, tests }: (typeof faults)[number]): string | null {
  const path = join(source, file)
  const sound = readFileSync(path, 'utf8')
  const places = sound.split(search).length - 1
  if (places !== 1) return `the place to break was found ${places} times`
  writeFileSync(
    path,
    sound.replace(search, () => replace),
  )
  const { passed, failure } = runTests(tests)
  writeFileSync(path, sound)
  if (passed) return 'no test failed'
  console.log(`         ${failure}`)
  return failure === 'no test ran' ? failure : null
}

try {
  cpSync(join(root, 'src/conv-math'), join(copy, 'src/conv-math'), { recursive: true })
  cpSync(join(root, 'test/conv-math'), join(copy, 'test/conv-math'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  writeFileSync(join(copy, 'vitest.config.ts'), config)
  writeFileSync(join(copy, 'package.json'), '{ "type": "module" }')
  const suites = [...new Set(faults.flatMap(({ tests }) => tests))]
  const sound = runTests(suites)
  if (!sound.passed) throw new Error(`the tests fail before anything is broken: ${sound.failure}`)
  const survivors: string[] = []
  for (const fault of faults) {
    const problem = survives(fault)
    console.log(`${problem ? 'SURVIVED' : 'caught  '} ${fault.file}: ${fault.what}${problem ? ` (${problem})` : ''}`)
    if (problem) survivors.push(fault.what)
  }
  console.log(`${faults.length - survivors.length} of ${faults.length} faults caught`)
  process.exitCode = survivors.length > 0 ? 1 : 0
} finally {
  rmSync(copy, { recursive: true, force: true })
}
