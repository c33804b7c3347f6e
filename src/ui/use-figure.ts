import { createContext } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { decode, encode, type Fields, initialState, type StateOf } from './fields.ts'

export type Lang = 'zh' | 'en'
export interface FigureProps<F extends Fields, Messages> {
  readonly id: string
  /** What the figure says, in the page's language. */
  readonly words: Messages
  readonly initial?: Partial<StateOf<F>> | undefined
}
export type Derivation<P> = { readonly ok: true } | { readonly ok: false; readonly problem: P }

/**
 * Whether the island runs. Controls and actions do nothing without a script, so the server leaves their room empty:
 * the page stays light, and nothing moves when they come.
 */
export const Live = createContext(false)

export interface Figure<F extends Fields, D extends Derivation<unknown>> {
  readonly id: string
  /** What the controls say. */
  readonly state: StateOf<F>
  /** What the picture shows: the last state that holds, with what follows from it. */
  readonly shown: { readonly state: StateOf<F>; readonly derived: Extract<D, { ok: true }> }
  /** Why the state of the controls does not hold, if it does not. */
  readonly problem: Extract<D, { ok: false }>['problem'] | null
  readonly set: (patch: Partial<StateOf<F>>) => void
  readonly reset: () => void
  /** The address of this page with the figure in its present state. */
  readonly link: () => string
  /** An iframe of this figure alone in its present state, as HTML. */
  readonly snippet: (lang: Lang) => string
  /** True once the island runs: what needs a script may be shown. */
  readonly live: boolean
}

/** Browsers refuse more than about a hundred history changes in thirty seconds. */
const writeAfter = 250

function withQuery(id: string, pairs: readonly [string, string][]): string {
  const others = location.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !part.startsWith(`${id}.`) && !part.startsWith(`${encodeURIComponent(id)}.`))
  const own = pairs.map(
    ([name, text]) => `${id}.${name}=${encodeURIComponent(text).replace(/%(2C|3A|7E)/g, decodeURIComponent)}`,
  )
  const query = [...others, ...own].join('&')
  return `${location.pathname}${query ? `?${query}` : ''}${location.hash}`
}

/** State of one figure, kept in the query of the address under the figure's id; the server and the first paint show the initial state. */
export function useFigure<F extends Fields, D extends Derivation<unknown>>(
  { id, initial: chosen }: Omit<FigureProps<F, unknown>, 'words'>,
  fields: F,
  derive: (state: StateOf<F>) => D,
): Figure<F, D> {
  const initial = useMemo(() => initialState(fields, chosen), [])
  const [state, setState] = useState(initial)
  const [live, setLive] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const pairs = encode(fields, state, initial)

  useEffect(() => {
    const read = (): void => {
      clearTimeout(timer.current)
      const params = new URLSearchParams(location.search)
      setState(decode(fields, (name) => params.get(`${id}.${name}`), initial))
    }
    read()
    setLive(true)
    // sent by the browser, and by whatever else changes the figures' parameters in the address
    window.addEventListener('popstate', read)
    return () => {
      window.removeEventListener('popstate', read)
      clearTimeout(timer.current)
    }
  }, [])

  const change = useCallback((next: (before: StateOf<F>) => StateOf<F>) => {
    setState((before) => {
      const after = next(before)
      clearTimeout(timer.current)
      timer.current = setTimeout(
        () => history.replaceState(history.state, '', withQuery(id, encode(fields, after, initial))),
        writeAfter,
      )
      return after
    })
  }, [])

  const derived = useMemo(() => derive(state), [state])
  const last = useRef<Figure<F, D>['shown']>()
  if (derived.ok) last.current = { state, derived: derived as Extract<D, { ok: true }> }
  if (!last.current) last.current = { state: initial, derived: derive(initial) as Extract<D, { ok: true }> }
  return {
    id,
    state,
    shown: last.current,
    problem: derived.ok ? null : (derived as Extract<D, { ok: false }>).problem,
    set: useCallback((patch) => change((before) => ({ ...before, ...patch })), []),
    reset: useCallback(() => change(() => initial), []),
    link: () => new URL(`${withQuery(id, pairs).replace(/#.*$/, '')}#${id}`, location.href).href,
    snippet: (lang) => {
      const folder = document.getElementById(id)?.dataset.figure ?? id
      const query = encode(fields, state, initialState(fields)).map(
        ([name, text]) => `${folder}.${name}=${encodeURIComponent(text)}`,
      )
      const path = `${import.meta.env.BASE_URL.replace(/\/$/, '')}${lang === 'en' ? '/en' : ''}/embed/${folder}/`
      const address = new URL(`${path}${query.length ? `?${query.join('&')}` : ''}`, location.href).href
      const height = Math.ceil(document.getElementById(id)?.getBoundingClientRect().height ?? 600)
      const title = document.querySelector(`#${id} figcaption b`)?.textContent ?? folder
      return `<iframe src="${address.replaceAll('&', '&amp;')}" title="${title}" width="100%" height="${height}" style="border: 0" loading="lazy"></iframe>`
    },
    live,
  }
}
