import type { JSX } from 'preact'
import { Window } from '#ui/Grid.tsx'
import { Heat } from '#ui/Heat.tsx'
import { PixelCursor } from '#ui/PixelCursor.tsx'
import { range } from '#ui/scale.ts'
import { type Messages, percent } from './messages.ts'
import type { Shape, Stage } from './model.ts'

interface PanelProps {
  readonly stage: Stage
  readonly at: number
  readonly shape: Shape
  readonly words: Messages
  readonly onCell: (step: number, row: number, column: number) => void
}

/** The uses of the field in the middle of a map of the largest field, so that all panels have one scale. */
function placed({ uses, field }: Stage, size: number): number[] {
  const edge = (size - field) / 2
  return range(size).flatMap((row) =>
    range(size).map((column) => {
      const [r, c] = [row - edge, column - edge]
      return r < 0 || c < 0 || r >= field || c >= field ? 0 : uses[r * field + c]
    }),
  )
}

function missed({ uses, field }: Stage, edge: number): string {
  return uses
    .map((count, at) =>
      count ? '' : `M${edge + (at % field) + 0.27} ${edge + Math.floor(at / field) + 0.27}l.46 .46m0-.46l-.46 .46`,
    )
    .join('')
}

const lattice = (size: number): string =>
  range(size + 1)
    .map((at) => `M0 ${at}h${size}M${at} 0v${size}`)
    .join('')

/** What is drawn over the uses of one stage: its field, the weights of its layer, the cells that nothing touches. */
function Marks({ stage, at, shape, words, onCell, size }: PanelProps & { readonly size: number }): JSX.Element {
  const middle = (size - 1) / 2
  const edge = (size - stage.field) / 2
  const { kernelSize: k, dilation: d } = stage
  const taps = range(k).map((tap) => middle + (tap - (k - 1) / 2) * d)
  const current = at === shape.now
  const half = (stage.field - 1) / 2
  const within = (position: number): number => Math.min(half, Math.max(-half, position))
  const [row, column] = [within(shape.row), within(shape.column)]
  const uses = stage.uses[(row + half) * stage.field + column + half]
  return (
    <svg class="atop" viewBox={`0 0 ${size} ${size}`} role="none">
      <path class="line" d={lattice(size)} />
      <path class="miss" d={missed(stage, edge)} />
      <rect class="field-edge" x={edge} y={edge} width={stage.field} height={stage.field} />
      {taps.flatMap((y) => taps.map((x) => <circle class="tap" cx={x + 0.5} cy={y + 0.5} r={0.34} />))}
      {current && (
        <Window key={size} at={{ row: middle + row, column: middle + column, height: 1, width: 1 }} unit={1} over />
      )}
      <PixelCursor
        rows={size}
        columns={size}
        cursor={{
          row: middle + row,
          column: middle + column,
          label: words.panelLabel(at, stage),
          cellLabel: words.cell(row, column, uses),
          onMove: (r, c) => onCell(at, r - middle, c - middle),
        }}
      />
    </svg>
  )
}

/** Figure (a), (b), (c): after every layer, or branch, which inputs are seen and how often. */
export function Panels({ shape, words, onCell }: Omit<PanelProps, 'stage' | 'at'>): JSX.Element {
  const { stages, parallel, now } = shape
  const size = Math.max(...stages.map((stage) => stage.field))
  const most = Math.max(4, ...stages.map((stage) => stage.most))
  return (
    <div class={`stages stages-${stages.length}`}>
      {stages.map((stage, at) => {
        const [span, field] = words.panelText(stage, parallel)
        return (
          <section class={at === now ? 'panel is-now' : 'panel'}>
            <h4>{words.panel(at, stage, parallel)}</h4>
            <div class="stacked">
              <Heat
                values={placed(stage, size)}
                width={size}
                height={size}
                look="field"
                max={most}
                label={words.panelLabel(at, stage)}
              />
              <Marks stage={stage} at={at} shape={shape} words={words} onCell={onCell} size={size} />
            </div>
            <p>
              <span>{span}</span>
              <span>{field}</span>
              <b class={stage.share < 1 ? 'lacks' : ''}>{percent(stage.share)}</b>
            </p>
          </section>
        )
      })}
    </div>
  )
}
