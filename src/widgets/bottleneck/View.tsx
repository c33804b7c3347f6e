import type { JSX } from 'preact'
import { Bars } from '#ui/Bars.tsx'
import { fixed, grouped } from '#ui/scale.ts'
import { Curve } from './Curve.tsx'
import type { Messages } from './messages.ts'
import type { Chain, Derived } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
export interface ViewProps {
  readonly whole: Whole
  readonly words: Messages
  readonly onMiddle: (middle: number) => void
}
const width = 340
const bar = 14
const tallest = 92

/** A chain of maps, each a bar as high as it has channels, with a convolution between neighbours. */
function Forms({ chain, most, top }: { chain: Chain; most: number; top: number }): JSX.Element {
  const channels = [chain.rows[0].inChannels, ...chain.rows.map((row) => row.outChannels)]
  const gap = (width - bar) / chain.rows.length
  const centre = top + 20 + tallest / 2
  const height = (count: number): number => Math.max(1.5, (tallest * count) / most)
  return (
    <>
      {chain.rows.map((row, at) => {
        const [x, to] = [at * gap + bar, (at + 1) * gap]
        const [a, b] = [height(channels[at]) / 2, height(channels[at + 1]) / 2]
        return (
          <>
            <path
              class="bar"
              d={`M${fixed(x)} ${fixed(centre - a)}L${fixed(to)} ${fixed(centre - b)}v${fixed(2 * b)}L${fixed(x)} ${fixed(centre + a)}z`}
            />
            <text class="op-t" x={fixed((x + to) / 2)} y={top + 9}>
              {row.kernelSize}×{row.kernelSize}
            </text>
            <text class="val val-mid" x={fixed((x + to) / 2)} y={top + tallest + 35}>
              {grouped(row.weights)}
            </text>
          </>
        )
      })}
      {channels.map((count, at) => {
        const last = channels.length - 1
        const name = at === 0 ? 'u-input' : at === last ? 'u-output' : 'u-plain'
        const x = at * gap
        const place = at === 0 ? '' : at === last ? 'lab-end' : 'lab-mid'
        return (
          <>
            <rect
              class={`u ${name}`}
              x={fixed(x)}
              y={fixed(centre - height(count) / 2)}
              width={bar}
              height={fixed(height(count))}
            />
            <text
              class={`lab lab-strong ${place}`}
              x={fixed(at === 0 ? x : at === last ? x + bar : x + bar / 2)}
              y={top + 13}
            >
              {count}
            </text>
          </>
        )
      })}
    </>
  )
}

export function View({ whole, words, onMiddle }: ViewProps): JSX.Element {
  const { direct, reduced } = whole
  const most = Math.max(...[direct, reduced].flatMap(({ rows }) => rows.flatMap((r) => [r.inChannels, r.outChannels])))
  const row = tallest + 66
  const names = [words.directName, words.reducedName(whole)]
  const bars = (count: 'weights' | 'macs'): JSX.Element => {
    const [from, to] = [reduced[count], direct[count]].sort((a, b) => a - b)
    return (
      <Bars
        label={words[count]}
        bars={[direct, reduced].map((chain, at) => ({
          label: names[at],
          parts: chain.rows.map((each) => each[count]),
          text: grouped(chain[count]),
        }))}
        {...(from < to ? { bracket: { from, to, text: words.difference(reduced.weights / direct.weights) } } : {})}
      />
    )
  }
  return (
    <div class="panels narrows">
      <section class="panel">
        <header>
          <h4>{words.forms}</h4>
          <p>{words.formsText}</p>
        </header>
        <svg
          class="draw"
          viewBox={`-1 0 ${width + 2} ${2 * row}`}
          role="img"
          aria-label={[direct, reduced].map((chain, at) => `${names[at]}: ${words.formLabel(chain)}`).join('; ')}
        >
          <text class="lab" x={0} y={10}>
            {names[0]}
          </text>
          <Forms chain={direct} most={most} top={14} />
          <text class="lab" x={0} y={row + 10}>
            {names[1]}
          </text>
          <Forms chain={reduced} most={most} top={row + 14} />
        </svg>
      </section>
      <section class="panel">
        <header>
          <h4>{words.where}</h4>
          <p>{words.whereText}</p>
        </header>
        <Curve whole={whole} words={words} onMiddle={onMiddle} />
      </section>
      <section class="panel">
        <header>
          <h4>{words.weights}</h4>
          <p>{words.costText(whole)}</p>
        </header>
        {bars('weights')}
      </section>
      <section class="panel">
        <header>
          <h4>{words.macs}</h4>
          <p>{words.macsText(whole)}</p>
        </header>
        {bars('macs')}
      </section>
    </div>
  )
}
