import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

const file = new URL('../../docs/keyboard.md', import.meta.url)
const widgets = new URL('../../src/widgets/', import.meta.url)
const count = readdirSync(widgets).filter((name) => existsSync(new URL(`${name}/Widget.tsx`, widgets))).length
const head = `# One pass through every figure by keyboard alone

Written by \`npm run keyboard\`, which opens each figure's own page in English, goes from stop to stop with Tab, presses
the keys that belong to each, and fails when a stop has no name, cannot be seen, keeps the focus, or does nothing. A stop
is told as a screen reader hears it first. "Says" is the figure's description, which changes are announced by; "own" that
the stop's own name, value or state changed as well. Controls of the page around the figures: \`/\` and Ctrl+K open the
search, the first Tab of a page offers to skip its head.
`

/** Collects the tables of all figures, in the order of their names; writes nothing when one is missing. */
export default class Written implements Reporter {
  private readonly tables = new Map<string, string>()

  onTestEnd(test: TestCase, { attachments, status }: TestResult): void {
    const body = attachments.find(({ name }) => name === 'table')?.body
    if (status === 'passed' && body) this.tables.set(test.title, body.toString())
  }

  onEnd(): void {
    if (this.tables.size < count) {
      console.log(`docs/keyboard.md is left as it was: ${this.tables.size} figures of ${count}`)
    } else {
      const parts = [...this.tables].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, table]) => table)
      writeFileSync(file, [head, ...parts].join('\n'))
      console.log(`docs/keyboard.md: ${count} figures`)
    }
  }
}
