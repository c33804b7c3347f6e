// `npm run bench:page`: the built Chinese page beside a bare page of the same text, its long tasks, and what Lighthouse says. Not part
// of the tests; Lighthouse is installed here alone.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
if (!existsSync(`${here}node_modules`)) {
  const { status } = spawnSync('npm', ['ci'], { cwd: here, stdio: 'inherit' })
  if (status !== 0) throw new Error('Lighthouse could not be installed')
}
if (!existsSync(new URL('../../dist/index.html', import.meta.url))) throw new Error('no built site: npm run build')
await import('./paint.ts')
await import('./long-tasks.ts')
await import('./audit.ts')
