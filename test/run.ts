/**
 * `npm test`: everything, in the order in which mistakes are cheapest to hear of. Ends with one line,
 * `N passed, N failed`, that sums the suites; each tool that only says yes or no counts as one.
 */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browser } from './browser.ts'

interface Count {
  readonly passed: number
  readonly failed: number
}
const reports = mkdtempSync(join(tmpdir(), 'conv-faq-'))
const counts: Count[] = []

function run(command: string, env: Record<string, string> = {}): SpawnSyncReturns<Buffer> {
  console.log(`\n> ${command}`)
  return spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
}

function count(name: string, counted: Count): void {
  counts.push(counted)
  console.log(`${name}: ${counted.passed} passed, ${counted.failed} failed`)
}

function check(name: string, command: string): boolean {
  const fine = run(command).status === 0
  count(name, fine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
  return fine
}

/** A suite that writes a report; a runner that ends badly without a failed test counts as one failure. */
function suite(
  name: string,
  command: string,
  read: (report: unknown) => Count,
  env: (file: string) => Record<string, string>,
): void {
  const file = join(reports, `${name}.json`)
  const { status } = run(command.replace('{file}', file), env(file))
  let counted: Count = { passed: 0, failed: 1 }
  try {
    counted = read(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    console.error(`${name}: no report, ${error}`)
  }
  const silent = (status !== 0 && counted.failed === 0) || counted.passed + counted.failed === 0
  count(name, silent ? { ...counted, failed: counted.failed + 1 } : counted)
}

check('format and lint', 'npm run --silent lint')
check('types', 'npm run --silent types')
suite(
  'unit',
  'vitest run --reporter=default --reporter=json --outputFile.json={file}',
  (report) => {
    const { numPassedTests, numFailedTests } = report as { numPassedTests: number; numFailedTests: number }
    return { passed: numPassedTests, failed: numFailedTests }
  },
  () => ({}),
)
if (check('build', 'astro build')) {
  suite(
    'pages',
    'playwright test -c test/playwright.config.ts --reporter=list,json',
    (report) => {
      const { stats } = report as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
    },
    (file) => ({ CHROMIUM_PATH: browser(), PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
  )
}
const sum = (key: keyof Count): number => counts.reduce((total, each) => total + each[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0
