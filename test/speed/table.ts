import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import type { Press } from './watch.ts'

/** The presses on one control: medians, and the worst paint. */
export interface Row extends Press {
  readonly name: string
  readonly worst: number
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

export function summary(name: string, presses: readonly Press[]): Row {
  const middle = (key: keyof Press): number => median(presses.map((press) => press[key]))
  return {
    name,
    paint: middle('paint'),
    worst: Math.max(...presses.map((press) => press.paint)),
    settled: middle('settled'),
    thread: middle('thread'),
  }
}

const columns = ['paint', 'worst', 'settled', 'thread'] as const
const line = (name: string, cells: readonly string[]): void =>
  console.log(`${name.slice(0, 60).padEnd(60)}${cells.map((cell) => cell.padStart(9)).join('')}`)

/** How many times longer than alone this machine takes at the moment: time that passes for time on the processor. */
function load(): number {
  const [from, used] = [performance.now(), process.cpuUsage()]
  while (performance.now() - from < 200);
  const { user, system } = process.cpuUsage(used)
  return (performance.now() - from) / ((user + system) / 1000)
}

/** Prints a table a figure, and one of all figures in the end. */
export default class Table implements Reporter {
  readonly #all: [title: string, row: Row][] = []

  printsToStdio(): boolean {
    return true
  }

  onTestEnd({ title }: TestCase, { attachments, status, errors }: TestResult): void {
    const body = attachments.find(({ name }) => name === 'rows')?.body
    if (!body) {
      console.log(`\n${title}: ${status}\n${errors.map(({ message }) => message).join('\n')}`)
      return
    }
    const rows = JSON.parse(body.toString()) as Row[]
    line(`\n${title}, ms; machine busy × ${load().toFixed(1)}`, columns)
    for (const row of rows)
      line(
        row.name,
        columns.map((column) => row[column].toFixed(0)),
      )
    const slow = rows.reduce((worst, row) => (row.paint > worst.paint ? row : worst))
    this.#all.push([title, { ...slow, worst: Math.max(...rows.map(({ worst }) => worst)) }])
  }

  onEnd(): void {
    line('\nThe slowest control of every figure', columns)
    for (const [title, row] of this.#all)
      line(
        `${title}: ${row.name}`,
        columns.map((column) => row[column].toFixed(0)),
      )
  }
}
