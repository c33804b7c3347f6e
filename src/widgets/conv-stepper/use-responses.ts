import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { photo, type Source } from './model.ts'
import { type Plan, respond } from './responses.ts'
import type { Answer, Task } from './worker.ts'

/** What a plan gives on a picture: with its own plan, so that a late answer is never drawn under new labels. */
export interface Responses {
  readonly plan: Plan
  readonly source: Source
  readonly maps: readonly Float32Array[]
}

/**
 * The small photograph is computed in place, so that the server draws it too; the reader's picture in a worker, or in place
 * where that does not start, as without the network.
 */
export function useResponses(source: Source, plan: Plan): Responses {
  const key = JSON.stringify(plan)
  const own = source !== photo
  const here = useMemo(() => (own ? null : { plan, source, maps: respond(source.values, plan) }), [source, key])
  const [there, setThere] = useState<Responses | null>(null)
  const worker = useRef<Worker | null>(null)
  const last = useRef(0)
  const latest = useRef<Responses | null>(here)
  useEffect(() => () => worker.current?.terminate(), [])
  useEffect(() => {
    if (!own) return
    worker.current ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    const task: Task = { id: ++last.current, values: source.values, plan }
    worker.current.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.id === last.current) setThere({ plan, source, maps: data.responses })
    }
    worker.current.onerror = () => {
      worker.current = null
      setThere({ plan, source, maps: respond(source.values, plan) })
    }
    worker.current.postMessage(task)
  }, [source, key])
  latest.current = here ?? there ?? latest.current
  return latest.current ?? { plan, source, maps: [] }
}
