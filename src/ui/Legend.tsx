import type { JSX } from 'preact'
import type { Role, Words } from './words.ts'

const square = 'M1 1h16v16H1z'
const glyphs: Readonly<Record<Role, JSX.Element>> = {
  input: (
    <>
      <path class="c-input" d={square} />
      <path class="frame f-input" d={square} />
    </>
  ),
  kernel: <rect class="c-kernel" x={1} y={1} width={16} height={16} rx={5} />,
  output: (
    <>
      <path class="c-output" d="M1 1h16v12.5H1z" />
      <path class="frame f-output" d="M1 1h16v12.5H1zM1 16.5h16" />
    </>
  ),
  partial: (
    <>
      <path class="c-partial" d={square} />
      <path class="frame f-output f-dash" d={square} />
    </>
  ),
  pad: (
    <>
      <path class="c-pad" d={square} />
      <path fill="url(#hatch)" d={square} />
      <path class="line" d={square} />
    </>
  ),
  gap: (
    <>
      <path class="line" d={square} />
      <text class="n n-faint n-chip" x={9} y={9.5}>
        0
      </text>
    </>
  ),
  weight: (
    <>
      <path class="line" d={square} />
      <text class="sub" x={15} y={12}>
        2
      </text>
    </>
  ),
  now: <path class="window" d="M2 2h14v14H2z" />,
  second: <path class="window-2" d="M2 2h14v14H2z" />,
  drop: (
    <>
      <path class="c-drop" d={square} />
      <path class="line" d={square} />
      <path class="cross" d="M3 3l12 12m0-12l-12 12" />
    </>
  ),
  field: (
    <>
      <path class="c-field" d={square} />
      <path class="field-edge" d={square} />
    </>
  ),
  spread: <path class="spread-edge" d="M3 3h12v12H3z" />,
  other: <path class="frame f-frame" d={square} />,
  heat: <Ramp names={['heat-1', 'heat-3', 'heat-5']} />,
  signed: <Ramp names={['neg-3', 'nil', 'pos-3']} />,
  ink: <Ramp names={['ink-1', 'ink-4', 'ink-8']} />,
}

function Ramp({ names }: { names: readonly string[] }): JSX.Element {
  return (
    <>
      {names.map((name, at) => {
        const inset = name.startsWith('neg') ? 1 : 0
        return (
          <rect
            class="swatch"
            style={{ fill: `var(--fig-${name})` }}
            x={at * 6 + inset}
            y={5 + inset}
            width={6 - 2 * inset}
            height={8 - 2 * inset}
          />
        )
      })}
    </>
  )
}

export interface LegendEntry {
  readonly role: Role
  readonly text?: string
}

/** Every role that is in sight, with its cue besides colour. */
export function Legend({ entries, words }: { entries: readonly (Role | LegendEntry)[]; words: Words }): JSX.Element {
  return (
    <ul class="legend" aria-label={words.legend}>
      {entries.map((entry) => {
        const { role, text } = typeof entry === 'string' ? { role: entry, text: undefined } : entry
        return (
          <li>
            <svg viewBox="0 0 18 18" aria-hidden="true">
              {glyphs[role]}
            </svg>
            {text ?? words.roles[role]}
          </li>
        )
      })}
    </ul>
  )
}
