import type { ComponentChildren, JSX } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { Actions } from './Actions.tsx'
import { Below, type BenchPart } from './Below.tsx'
import { Legend, type LegendEntry } from './Legend.tsx'
import { Player, type PlayerProps } from './Player.tsx'
import { type Figure, Live } from './use-figure.ts'
import { type Role, Spoken } from './words.ts'

export interface BodyProps {
  // biome-ignore lint/suspicious/noExplicitAny: the anatomy reads nothing of a figure's own fields
  readonly figure: Figure<any, any>
  /** The views. */
  readonly stage: ComponentChildren
  readonly legend?: readonly (Role | LegendEntry)[]
  readonly player?: Omit<PlayerProps, 'words' | 'onPlay'>
  /** Choices above the sliders. */
  readonly choices?: ComponentChildren
  readonly sliders?: ComponentChildren
  /** The parameters in short, for the closed drawer on a phone. */
  readonly summary?: string
  /** One sentence: what is shown now. */
  readonly status: string
  /** Why the controls' state does not hold, naming rule and values. */
  readonly problem?: string | null
  readonly bench?: readonly BenchPart[]
  /** The formula with the reader's numbers. */
  readonly work?: ComponentChildren
  /** The exact PyTorch code that gives the same numbers, written when a reader asks for it. */
  readonly torch?: () => Promise<string>
}

const none: readonly BenchPart[] = []

/** The anatomy that every figure shares, in its one order: views, legend, deck, status, bench, formula, actions. */
export function FigureBody(props: BodyProps): JSX.Element {
  const { figure, stage, legend, player, choices, sliders, summary, status, problem, bench = none, work, torch } = props
  const words = useContext(Spoken)
  const [playing, setPlaying] = useState(false)
  const [open, setOpen] = useState(false)
  useEffect(() => setOpen(matchMedia('(min-width: 720px)').matches), [])
  return (
    <Live.Provider value={figure.live}>
      <div class={figure.live ? 'body live' : 'body'}>
        {stage}
        {legend && <Legend entries={legend} words={words} />}
        {(player || choices || sliders) && (
          <div class="deck">
            {player && <Player {...player} words={words} onPlay={setPlaying} />}
            {(choices || sliders) && (
              <details
                class="params"
                aria-label={words.parameters}
                open={open}
                onToggle={(event) => setOpen(event.currentTarget.open)}
              >
                <summary>
                  <b>{words.parameters}</b>
                  <span>{summary}</span>
                </summary>
                {choices && <div class="choices">{choices}</div>}
                {sliders && <div class="sliders">{sliders}</div>}
              </details>
            )}
          </div>
        )}
        <div class="status" role="status" aria-live={playing ? 'off' : 'polite'}>
          {problem && <span class="stamp">{words.invalid}</span>}
          {problem ?? status}
        </div>
        <Below bench={bench} work={work} />
        <Actions figure={figure} words={words} {...(torch ? { torch } : {})} />
      </div>
    </Live.Provider>
  )
}
