import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { readDataSet } from './data-set.ts'
import { publish } from './publish.ts'
import { type Checkpoint, run } from './run.ts'
import { settings as standard } from './settings.ts'
import { startTeam } from './team.ts'

// npm run train -- [FOLDER] [--epochs N] [--images N]
// An interrupted run goes on from its last whole epoch.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { epochs: { type: 'string' }, images: { type: 'string' }, checkpoint: { type: 'string' } },
})
const folder = positionals[0] ?? '/usr/share/datasets/fashion-mnist'
const settings = {
  ...standard,
  ...(values.epochs ? { epochs: Number(values.epochs) } : {}),
  ...(values.images ? { images: Number(values.images) } : {}),
}
const file =
  values.checkpoint ??
  fileURLToPath(new URL('../../../node_modules/.cache/feature-net/checkpoint.bin', import.meta.url))

function checkpoint(): Checkpoint | undefined {
  if (!existsSync(file)) return undefined
  const stored = deserialize(readFileSync(file)) as Checkpoint
  return JSON.stringify(stored.settings) === JSON.stringify(settings) ? stored : undefined
}

const data = { train: readDataSet(folder, 'train'), test: readDataSet(folder, 't10k') }
const team = startTeam(settings.shards, data)
const finished = await run(team, settings, checkpoint(), data.test.count, (now) => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, serialize(now))
  const { epoch, trainLoss, trainAccuracy, testAccuracy } = now.log[now.log.length - 1]
  const numbers = [trainLoss, trainAccuracy, testAccuracy].map((value) => value.toFixed(4))
  console.log(
    `epoch ${epoch}: loss ${numbers[0]}, training accuracy ${numbers[1]}, test accuracy ${numbers[2]}, ${Math.round(now.seconds)} s so far`,
  )
})
await team.close()
// Short runs try things out; what the page shows is always the whole run.
if (JSON.stringify(settings) === JSON.stringify(standard)) publish(finished, data.test)
