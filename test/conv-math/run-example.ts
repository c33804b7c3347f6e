import * as convMath from 'conv-math'

/** Makes functions whose body may wait. */
const AsyncFunction = (async () => {}).constructor as FunctionConstructor

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
export async function runExample(
  { expression, result }: Example,
  statements = '',
): Promise<{ got: unknown; want: unknown }> {
  const run = new AsyncFunction(...Object.keys(convMath), `${statements}\nreturn [${expression}, (${result})]`)
  const [got, want] = (await run(...Object.values(convMath))) as [unknown, unknown]
  return { got: plain(got), want }
}

/** Typed arrays are written as lists. */
function plain(value: unknown): unknown {
  return ArrayBuffer.isView(value) ? Array.from(value as Float32Array) : value
}
