/** One window of one engine: as little as a smoke test needs, so that every protocol can give it. */
export interface Window {
  readonly version: string
  /** Resolves when the page has loaded. */
  open(url: string): Promise<void>
  /** The value of an expression that gives text. */
  evaluate(expression: string): Promise<string>
  /** A key by its DOM name, to whatever has the focus. */
  press(key: string): Promise<void>
  click(x: number, y: number): Promise<void>
  /** The window as a PNG. */
  picture(): Promise<Buffer>
  close(): Promise<void>
}
export const size = { width: 1280, height: 900 } as const
