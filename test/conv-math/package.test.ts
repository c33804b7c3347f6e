import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'conv-math-package-'))
const scratch = join(folder, 'scratch')
const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` }
const inScratch = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: scratch, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

const FOUND = { sizes: [4, 8], values: [1, 1], field: 427, parameters: 25557032 }

/** What someone would write who has the package and nothing else; tsc refuses it if the types did not come along. */
const USE = `import { conv2d, convOutputSize, networks, parameterCount, receptiveField, tensor, transposedConvOutputSize } from 'conv-math'
import type { Layer, Tensor } from 'conv-math'

const layer: Layer = { type: 'conv', outChannels: 1, kernelSize: 3 }
const output: Tensor = conv2d(tensor([1, 1, 1, 3], [1, 2, 3]), tensor([1, 1, 1, 2], [-1, 1]))
const { graph, inputShape, endpoints } = networks.resnet50()
// @ts-expect-error a kernel has a size
const refused = (): number => convOutputSize(7, { stride: 2 })
export const found = {
  sizes: [convOutputSize(7, { kernelSize: layer.kernelSize as number, stride: 2, padding: 1 }), transposedConvOutputSize(4, { kernelSize: 2, stride: 2 })],
  values: Array.from(output.data),
  field: receptiveField(graph, endpoints['layer4']).height.size,
  parameters: parameterCount(graph, inputShape).total,
}
if (refused.length > 0) throw new Error('never')
`

const STRICT = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    target: 'ES2023',
    lib: ['ES2023'],
    types: [],
    noEmitOnError: true,
    outDir: 'out',
    rootDir: '.',
  },
}

/** A bundle for the browser of one source file, as Vite makes it. */
async function bundle(name: string, source: string): Promise<string> {
  const entry = join(scratch, `${name}.js`)
  writeFileSync(entry, source)
  const output = await build({
    configFile: false,
    logLevel: 'error',
    root: scratch,
    build: { write: false, lib: { entry, formats: ['iife'], name: 'bundle' } },
  })
  const [{ output: chunks }] = output as unknown as [{ output: [{ code: string }] }]
  return chunks[0].code
}

describe('the package by itself, packed and installed in a project of its own', () => {
  // A copy, since packing changes package.json for a moment, which other tests are reading.
  beforeAll(() => {
    const copy = join(folder, 'conv-math')
    cpSync(join(root, 'src/conv-math'), copy, { recursive: true })
    const manifest = readFileSync(join(copy, 'package.json'), 'utf8')
    execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: copy, env, stdio: 'pipe' })
    expect(readFileSync(join(copy, 'package.json'), 'utf8')).toBe(manifest)
    expect(readdirSync(copy)).not.toContain('dist')
    mkdirSync(scratch)
    writeFileSync(join(scratch, 'package.json'), '{ "name": "scratch", "private": true, "type": "module" }')
    const tarball = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
    expect(tarball).toHaveLength(1)
    inScratch('npm', 'install', '--silent', '--offline', join(folder, tarball[0]))
  }, 180_000)

  afterAll(() => rmSync(folder, { recursive: true }))

  test('holds JavaScript, declarations, README and licence, no source, no dependency', () => {
    const installed = join(scratch, 'node_modules/conv-math')
    expect(readdirSync(join(scratch, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['conv-math'])
    expect(readdirSync(installed).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json'])
    const modules = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' })
    const code = modules.filter((name) => name.endsWith('.js')).map((name) => name.slice(0, -3))
    const declared = modules.filter((name) => name.endsWith('.d.ts')).map((name) => name.slice(0, -5))
    expect(code.length).toBeGreaterThan(40)
    expect(declared.sort()).toEqual(code.sort())
    expect(JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))).toMatchObject({ private: true })
  })

  test.each(['NodeNext', 'Preserve'])('is used with types under strict tsc, module %s', (module) => {
    const config = { ...STRICT, compilerOptions: { ...STRICT.compilerOptions, module }, files: ['use.ts'] }
    writeFileSync(join(scratch, 'use.ts'), USE)
    writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify(config))
    inScratch('tsc', '-p', '.')
    const print = "import('./out/use.js').then(({ found }) => console.log(JSON.stringify(found)))"
    expect(JSON.parse(inScratch('node', '-e', print))).toEqual(FOUND)
  })

  test('bundles for the browser, and runs without anything of Node', async () => {
    const code = await bundle('page', "export { found } from './out/use.js'")
    const bare = createContext({})
    expect(JSON.parse(runInContext(`${code};JSON.stringify(bundle.found)`, bare))).toEqual(FOUND)
  })

  test('gives a page that wants one function little more than that function', async () => {
    const wanted = "export { convOutputSize as bundle } from 'conv-math'"
    const code = await bundle('size', wanted)
    const context = createContext({})
    expect(runInContext(`${code};bundle.bundle(7, { kernelSize: 3 })`, context)).toBe(5)
    expect(code.length).toBeLessThan(4_000)
  })
})
