import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Whether the reader is at work below the picture: what a key does there must show there at once. */
const atWork = (): boolean => document.activeElement?.closest('.bench') != null

/** What may follow the picture a frame later, so that a key is answered by the picture first. */
export function Later({ children }: { children: ComponentChildren }): JSX.Element {
  const [drawn, draw] = useState(children)
  useEffect(() => {
    // an effect runs after the paint; a change before the timer takes its place
    const timer = setTimeout(() => draw(children), 50)
    return () => clearTimeout(timer)
  }, [children])
  return <>{drawn === children || atWork() ? children : drawn}</>
}
