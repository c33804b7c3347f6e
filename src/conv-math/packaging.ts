// `npm pack` runs this before and after: in the package is JavaScript with declarations, in the repository source alone.
import { execSync } from 'node:child_process'
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

process.chdir(import.meta.dirname)
const kept = 'package.source.json'

function compile(): void {
  execSync('tsc -p tsconfig.build.json', { stdio: ['ignore', process.stderr, 'inherit'] })
  copyFileSync('package.json', kept)
  const { scripts: _, ...manifest } = JSON.parse(readFileSync(kept, 'utf8'))
  const exports = { '.': { types: './dist/index.d.ts', default: './dist/index.js' } }
  writeFileSync('package.json', `${JSON.stringify({ ...manifest, exports }, null, 2)}\n`)
}

function restore(): void {
  renameSync(kept, 'package.json')
  rmSync('dist', { recursive: true })
}

if (process.argv[2] === 'restore') restore()
else compile()
