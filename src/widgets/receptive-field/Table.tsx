import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Formula } from '#ui/Formula.tsx'
import { show } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import type { Shown } from './model.ts'
import { type Step, stepOf } from './sums.ts'

interface TableProps {
  readonly shape: Shown
  readonly words: Messages
  readonly onLayer: (layer: number) => void
}

const quantities: readonly (readonly [keyof Step, string])[] = [
  ['size', 'o = ⌊(i + 2p - d(k - 1) - 1) / s⌋ + 1'],
  ['effectiveStride', 'S · s'],
  ['fieldSize', '"RF" + d(k - 1)S'],
  ['start', '"start" - pS'],
  ['centre', 'c + (d(k - 1) / 2 - p)S'],
]

/** A row per layer: its numbers, and where each comes from. */
export function Table({ shape, words, onLayer }: TableProps): JSX.Element {
  const { layers, levels, layer: now } = shape
  const value = (at: number, name: keyof Step): string => show(levels[at][name])
  const box = useRef<HTMLDivElement>(null)
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    // keeps the chosen row in sight inside the box, and leaves the page where it is
    if (!box.current || !row.current) return
    const { offsetTop: top } = row.current
    const last = row.current.nextElementSibling
    const end = last?.className === 'sums' ? (last as HTMLElement) : row.current
    const height = Math.max(row.current.offsetHeight, end.offsetTop + end.offsetHeight - top)
    const { scrollTop, clientHeight } = box.current
    const head = box.current.querySelector('thead')?.offsetHeight ?? 0
    if (top - head < scrollTop) box.current.scrollTop = top - head
    else if (top + height > scrollTop + clientHeight) box.current.scrollTop = top + height - clientHeight
  }, [now, layers])
  return (
    <div class="layers" role="region" tabIndex={0} aria-label={words.table} ref={box}>
      <table class="num-table">
        <thead>
          <tr>
            <th scope="col">{words.layer}</th>
            {quantities.map(([name, source]) => (
              <th scope="col">
                {words.quantities[name]}
                <small>
                  <Formula source={source.replace('start', words.startSymbol)} />
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.map((level, at) => {
            const step = at > 0 ? stepOf(shape, at) : null
            return (
              <>
                <tr class={at === now ? 'is-now' : ''} {...(at === now ? { ref: row } : {})}>
                  <th scope="row">
                    <button type="button" class="act" aria-pressed={at === now} onClick={() => onLayer(at)}>
                      {level.name || words.input}
                    </button>
                    {at > 0 && <small>{words.kind(layers[at - 1])}</small>}
                  </th>
                  {quantities.map(([name]) => (
                    <td>
                      <b>{value(at, name)}</b>
                      {step && <small>{step[name]}</small>}
                    </td>
                  ))}
                </tr>
                {step && at === now && (
                  <tr class="sums">
                    <td colSpan={quantities.length + 1}>
                      {quantities.map(([name]) => (
                        <span>
                          {words.quantities[name]} = {step[name]} = <b>{value(at, name)}</b>
                        </span>
                      ))}
                    </td>
                  </tr>
                )}
              </>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
