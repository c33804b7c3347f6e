import type { EffectiveReceptiveField } from 'conv-math'
import { useEffect, useRef, useState } from 'preact/hooks'
import { effective, type Shown } from './model.ts'
import type { Layer } from './presets.ts'

/** What the worker is asked, and what it answers. */
export interface Question {
  readonly number: number
  readonly layers: readonly Layer[]
  readonly inputSize: number
  readonly unit: readonly [row: number, column: number]
}
export interface Reply {
  readonly number: number
  readonly effective: EffectiveReceptiveField
}

export interface Effective {
  /** The effective field to draw: the last one known for an input of this size. */
  readonly drawn: EffectiveReceptiveField | null
  /** The effective field of what is shown, null until the worker answers. */
  readonly now: EffectiveReceptiveField | null
}

/** The effective field of what is shown: at once where that is quick, else from a worker, or where none starts, as without the network. */
export function useEffective(shape: Shown): Effective {
  const [found, setFound] = useState<{ shape: Shown; effective: EffectiveReceptiveField } | null>(null)
  const worker = useRef<Worker>()
  const number = useRef(0)
  useEffect(() => () => worker.current?.terminate(), [])
  useEffect(() => {
    if (shape.effective) return
    worker.current ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    const { stack: layers, inputSize, unit } = shape
    const question: Question = { number: ++number.current, layers, inputSize, unit }
    worker.current.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.number === number.current) setFound({ shape, effective: data.effective })
    }
    worker.current.onerror = () => {
      worker.current = undefined
      setFound({ shape, effective: effective(layers, inputSize, unit) })
    }
    worker.current.postMessage(question)
  }, [shape])
  if (shape.effective) return { drawn: shape.effective, now: shape.effective }
  return {
    drawn: found?.effective.width === shape.inputSize ? found.effective : null,
    now: found?.shape === shape ? found.effective : null,
  }
}
