import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

export interface BenchPart {
  readonly title: string
  readonly body: ComponentChildren
}
interface BelowProps {
  readonly bench: readonly BenchPart[]
  /** The formula with the reader's numbers. */
  readonly work: ComponentChildren
}

/** Milliseconds after a key in which the picture is painted, and the key let go, before the rest is drawn. */
const pause = 50

/** Where the reader is at work, what a key does shows at once. */
function Part({ now, late }: { now: BenchPart; late: BenchPart }): JSX.Element {
  const box = useRef<HTMLElement>(null)
  const { title, body } = box.current?.contains(document.activeElement) ? now : late
  return (
    <section class="ctl" ref={box}>
      <h4>{title}</h4>
      {body}
    </section>
  )
}

/** What is below the picture: it follows the picture, so that a key is answered by the picture first. */
export function Below(now: BelowProps): JSX.Element {
  const [late, draw] = useState(now)
  useEffect(() => {
    // an effect runs after the paint; a change before the timer takes its place
    const timer = setTimeout(() => draw(now), pause)
    return () => clearTimeout(timer)
  }, [now.bench, now.work])
  const { bench, work } = late
  return (
    <>
      {bench.length > 0 && (
        <div class={`bench bench-${bench.length}`}>
          {bench.map((part, at) => (
            <Part now={now.bench[at] ?? part} late={part} />
          ))}
        </div>
      )}
      {work && <div class="size">{work}</div>}
    </>
  )
}
