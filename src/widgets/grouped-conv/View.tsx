import type { JSX } from 'preact'
import { Bars } from '#ui/Bars.tsx'
import { compact, grouped, range } from '#ui/scale.ts'
import { Channels } from './Channels.tsx'
import { type Messages, percent } from './messages.ts'
import type { Derived } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
export interface ViewProps {
  readonly whole: Whole
  readonly words: Messages
}

/** Which outputs depend on which inputs: blocks on the diagonal while groups do not talk. */
function Matrix({ whole, words }: ViewProps): JSX.Element {
  const { seen, columns, unit } = whole
  const [height, width] = [seen.length, columns[0].shown.length]
  const cell = Math.max(height, width) > 16 ? 14 : 18
  const lattice = [
    ...range(height + 1).map((row) => `M0 ${row * cell}h${width * cell}`),
    ...range(width + 1).map((column) => `M${column * cell} 0v${height * cell}`),
  ]
  const filled = seen.flatMap((inputs, row) =>
    inputs.map((input) => `M${input * cell + 2} ${row * cell + 2}h${cell - 4}v${cell - 4}h${4 - cell}z`),
  )
  return (
    <svg
      class="solid"
      viewBox={`-2 -2 ${width * cell + 4} ${height * cell + 4}`}
      style={{ '--w': `${width * cell + 4}px` }}
      role="img"
      aria-label={words.matrixLabel(whole)}
    >
      <path class="line" d={lattice.join('')} />
      <path class="u u-field" d={filled.join('')} />
      <rect
        class="window slides"
        width={width * cell}
        height={cell}
        style={{ transform: `translateY(${unit * cell}px)` }}
      />
    </svg>
  )
}

export function View({ whole, words, onUnit }: ViewProps & { onUnit: (unit: number) => void }): JSX.Element {
  const { shape, forms } = whole
  const bars = (count: 'weights' | 'macs'): JSX.Element => (
    <Bars
      label={words[count]}
      bars={forms.map((form) => ({
        label: words.formName(form, shape),
        parts: form.layers.map((layer) => layer[count]),
        text: `${count === 'weights' ? grouped(form.weights) : compact(form.macs)} (${percent(form.share)})`,
        look: form.name === 'standard' ? 'plain' : 'kernel',
      }))}
    />
  )
  return (
    <div class="panels groups">
      <section class="panel">
        <header>
          <h4>{words.links}</h4>
          <p>{words.linksText(whole)}</p>
        </header>
        <Channels whole={whole} words={words} onUnit={onUnit} />
      </section>
      <section class="panel">
        <header>
          <h4>{words.matrix}</h4>
          <p>{words.matrixText(whole)}</p>
        </header>
        <Matrix whole={whole} words={words} />
      </section>
      <section class="panel">
        <header>
          <h4>{words.weights}</h4>
          <p>{words.weightsText}</p>
        </header>
        {bars('weights')}
      </section>
      <section class="panel">
        <header>
          <h4>{words.macs}</h4>
          <p>{words.macsText(shape)}</p>
        </header>
        {bars('macs')}
      </section>
    </div>
  )
}
