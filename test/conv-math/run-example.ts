import * as convMath from 'conv-math'

/** One line of documentation: an expression and what it gives. */
export interface Example {
  readonly expression: string
  readonly result: string
}

/** The parts of `expression // result`; null for a line that states no result. */
export function parseExample(line: string): Example | null {
  const at = line.lastIndexOf(' // ')
  return at < 0 ? null : { expression: line.slice(0, at).trim(), result: line.slice(at + 4).trim() }
}

/** What the expression gives and what the documentation says it gives, after the statements before it. */
export function runExample({ expression, result }: Example, statements = ''): { got: unknown; want: unknown } {
  const run = new Function(...Object.keys(convMath), `${statements}\nreturn [${expression}, (${result})]`)
  const [got, want] = run(...Object.values(convMath)) as [unknown, unknown]
  return { got: plain(got), want }
}

/** Typed arrays are written as lists. */
function plain(value: unknown): unknown {
  return ArrayBuffer.isView(value) ? Array.from(value as Float32Array) : value
}
