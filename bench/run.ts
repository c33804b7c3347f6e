// `npm run bench`: conv-math beside TensorFlow.js in one process. Not part of the tests; tfjs is installed here alone.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
if (!existsSync(`${here}node_modules`)) {
  const { status } = spawnSync('npm', ['ci'], { cwd: here, stdio: 'inherit' })
  if (status !== 0) throw new Error('TensorFlow.js could not be installed')
}
await import('./compare.ts')
