import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { imageSize } from '#feature-net/architecture.ts'
import { fetchBytes } from '#feature-net/fetch-bytes.ts'
import { imagesUrl, loadPatches, weightsUrl } from '#feature-net/files.ts'
import { packedLength, unpackWeights } from '#feature-net/packed-weights.ts'
import type { PatchFacts } from '#feature-net/sprite.ts'
import { type NetworkWorker, startWorker } from '#feature-net/start-worker.ts'
import { untrainedWeights, type Weights } from '#feature-net/weights.ts'
import type { WeightsName } from '#feature-net/worker.ts'
import { imageCount } from './model.ts'

/** The network's numbers, and the test images that a reader may pick. */
export interface Network {
  readonly weights: Readonly<Record<WeightsName, Weights>>
  readonly images: Uint8Array
}
export type Loading =
  | { readonly step: 'loading'; readonly received: number; readonly total: number; readonly slow: boolean }
  | { readonly step: 'ready'; readonly network: Network; readonly worker: NetworkWorker }
  | { readonly step: 'failed'; readonly reason: 'network' | 'worker' }

const total = packedLength + imageCount * imageSize * imageSize
/** After so many milliseconds without the whole network the reader is told. */
const patience = 4000
const start: Loading = { step: 'loading', received: 0, total, slow: false }

/** Fetches the network once the figure runs, which is when it comes near; `retry` begins again. */
export function useNetwork(): { readonly loading: Loading; readonly retry: () => void } {
  const [loading, setLoading] = useState<Loading>(start)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const control = new AbortController()
    let worker: NetworkWorker | undefined
    let received = 0
    let slow = false
    const tell = (): void => {
      if (!control.signal.aborted) setLoading({ step: 'loading', received, total, slow })
    }
    const fail = (reason: 'network' | 'worker') => (): void => {
      if (!control.signal.aborted) setLoading({ step: 'failed', reason })
      control.abort()
    }
    const more = (count: number): void => {
      received += count
      tell()
    }
    const timer = setTimeout(() => {
      slow = true
      if (worker === undefined) tell()
    }, patience)
    tell()
    Promise.all([weightsUrl, imagesUrl].map((url) => fetchBytes(url, control.signal, more))).then(([file, images]) => {
      clearTimeout(timer)
      worker = startWorker(file, fail('worker'))
      const weights = { trained: unpackWeights(file), random: untrainedWeights() }
      setLoading({ step: 'ready', network: { weights, images }, worker })
    }, fail('network'))
    return () => {
      clearTimeout(timer)
      control.abort()
      worker?.close()
    }
  }, [attempt])
  return { loading, retry: useCallback(() => setAttempt((before) => before + 1), []) }
}

/** What the patches of a set of weights are; null while unknown, 'failed' when they could not be had. */
export function usePatches(name: WeightsName): PatchFacts | 'failed' | null {
  const known = useRef(new Map<WeightsName, PatchFacts | 'failed'>())
  const [, redraw] = useState(0)
  useEffect(() => {
    if (known.current.has(name)) return
    const keep = (facts: PatchFacts | 'failed'): void => {
      known.current.set(name, facts)
      redraw((before) => before + 1)
    }
    loadPatches(name).then(keep, () => keep('failed'))
  }, [name])
  return known.current.get(name) ?? null
}
