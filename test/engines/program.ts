import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'

export interface Program {
  readonly child: ChildProcess
  /** What it says of itself on a stream, such as the port that it has chosen. */
  said(stream: Readable, wanted: RegExp): Promise<string>
  /** Resolves when it is gone. */
  end(): Promise<void>
}

/** A program that ends with this one at the latest. */
export function program(path: string, args: readonly string[], stdio: StdioOptions, env = process.env): Program {
  const child = spawn(path, args, { stdio, env, detached: true })
  // with what it has started itself, which is why it leads a group
  const kill = (): void => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid)
  }
  process.once('exit', kill)
  const gone = new Promise<string>((ended) => {
    child.once('error', (error) => ended(String(error)))
    child.once('exit', (code) => ended(`${path} ended with ${code}`))
  })
  return {
    child,
    said: (stream, wanted) =>
      new Promise((found, fail) => {
        let said = ''
        stream.on('data', (text) => {
          said += text
          const match = wanted.exec(said)
          if (match) found(match[1])
        })
        gone.then((why) => fail(new Error(`${why}: ${said}`)))
      }),
    end: async () => {
      process.off('exit', kill)
      kill()
      await gone
    },
  }
}
