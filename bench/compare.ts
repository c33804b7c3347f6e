import { inferShapes, macCount, networks, parameterCount, receptiveFields } from 'conv-math'
import { cases } from './cases.ts'
import { contestants, type Entry } from './contestants.ts'
import { median, medianTimes, requireEqual, timeOf } from './measure.ts'

const others = contestants.slice(1)
console.log(`| | conv-math | G MAC/s | ${others.map(({ name }) => `${name} |`).join(' ')}`)
console.log(`| --- | --: | --: | ${others.map(() => '--: |').join(' ')}`)
for (const one of cases) {
  const entries: Entry[] = []
  for (const contestant of contestants) {
    const entry = await contestant.enter(one)
    entries.push(entry)
    requireEqual(`${contestant.name}, ${one.name}`, entries[0].result(), entry.result())
  }
  const [own, ...rest] = await medianTimes(entries)
  const ratios = rest.map((time) => `${time.toFixed(1)} ms, ${(time / own).toFixed(2)}× |`).join(' ')
  console.log(`| ${one.name} | ${own.toFixed(1)} ms | ${(one.macs / own / 1e6).toFixed(2)} | ${ratios}`)
}

const { graph, inputShape } = networks.resnet152()
const analyse = () => {
  receptiveFields(graph)
  inferShapes(graph, inputShape)
  parameterCount(graph, inputShape)
  macCount(graph, inputShape)
}
const samples = Array.from({ length: 20 }, () => timeOf(analyse, 50)).slice(3)
console.log(`\nResNet-152: receptive fields, shapes and both counts in ${median(samples).toFixed(2)} ms`)
