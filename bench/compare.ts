import { inferShapes, macCount, networks, parameterCount, receptiveField } from 'conv-math'
import { cases } from './cases.ts'
import { contestants, type Entry } from './contestants.ts'
import { median, medianTimes, requireEqual, timeOf } from './measure.ts'

const columns = [...contestants.map(({ name }) => name), 'tfjs cpu ÷ conv-math', 'SIMD ÷ tfjs wasm']
console.log(`| | ${columns.join(' | ')} |`)
console.log(`| --- |${columns.map(() => ' --: |').join('')}`)
for (const one of cases) {
  const entries: Entry[] = []
  for (const contestant of contestants) {
    const entry = await contestant.enter(one)
    entries.push(entry)
    requireEqual(`${contestant.name}, ${one.name}`, entries[0].result(), entry.result())
  }
  const times = await medianTimes(entries)
  const [plain, simd, cpu, wasm] = times
  const cells = [...times.map((time) => `${time.toFixed(1)} ms`), (cpu / plain).toFixed(1), (simd / wasm).toFixed(1)]
  console.log(`| ${one.name} | ${cells.join(' | ')} |`)
}

const { graph, inputShape, endpoints } = networks.resnet152()
const analyse = () => {
  receptiveField(graph, endpoints.layer4)
  inferShapes(graph, inputShape)
  parameterCount(graph, inputShape)
  macCount(graph, inputShape)
}
const samples = Array.from({ length: 20 }, () => timeOf(analyse, 50)).slice(3)
console.log(`\nResNet-152: receptive field, shapes and both counts in ${median(samples).toFixed(2)} ms`)
