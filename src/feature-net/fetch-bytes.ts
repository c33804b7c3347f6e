/**
 * A file's bytes, told as they come.
 *
 * @throws {TypeError | Error} when the connection fails, the server refuses, or the signal aborts
 */
export async function fetchBytes(
  url: string,
  signal: AbortSignal,
  onBytes: (count: number) => void,
): Promise<Uint8Array> {
  const response = await fetch(url, { signal })
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status}`)
  const parts: Uint8Array[] = []
  const reader = response.body.getReader()
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    parts.push(step.value)
    onBytes(step.value.length)
  }
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
