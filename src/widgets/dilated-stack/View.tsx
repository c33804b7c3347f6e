import type { JSX } from 'preact'
import { Links } from '#ui/Links.tsx'
import { range } from '#ui/scale.ts'
import { type Messages, percent } from './messages.ts'
import { countAt, type Shape } from './model.ts'
import { Panels } from './Panels.tsx'

export interface ViewProps {
  readonly shape: Shape
  readonly words: Messages
}

/** One output and the inputs that it leads to, level by level. */
function Network({ shape, words }: ViewProps): JSX.Element {
  const stage = shape.stages[shape.now]
  const last = stage.levels.length - 1
  const whole = range(stage.field).map((at) => at - (stage.field - 1) / 2)
  const paths = (cell: number): number => stage.chains.reduce((sum, chain) => sum + countAt(chain, cell), 0)
  const most = Math.max(3, ...whole.map(paths))
  return (
    <Links
      levels={stage.levels.map((cells, depth) => ({
        name: words.levels(last - depth, last),
        look: depth === 0 ? 'output' : depth === last ? 'plain' : 'field',
        cells: depth === last ? whole : cells,
      }))}
      links={stage.links}
      now={{
        level: 0,
        cell: 0,
        links: shape.parallel ? stage.links[0].slice(-stage.kernelSize) : stage.links[0],
      }}
      counts={whole
        .filter((cell) => paths(cell) > 0)
        .map((cell) => ({ cell, text: `${paths(cell)}`, heat: Math.ceil((4 * paths(cell)) / most) }))}
      missed={whole.filter((cell) => paths(cell) === 0)}
      caption={words.field(stage.field)}
      label={words.linksLabel(stage)}
      gap={last > 1 ? 54 : 108}
    />
  )
}

/** A row per layer: what it spans alone, and what is seen with all before it. */
function Table({ shape, words }: ViewProps): JSX.Element {
  return (
    <table class="num-table">
      <thead>
        <tr>
          {words.columns(shape.parallel).map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shape.stages.map((stage, at) => (
          <tr class={at === shape.now ? 'is-now' : ''}>
            <td>{at + 1}</td>
            <td>{stage.dilation}</td>
            <td>{stage.weights}</td>
            <td>
              {stage.span}×{stage.span}
            </td>
            <td>
              {stage.field}×{stage.field}
            </td>
            <td>{percent(stage.share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The panels of the paper, one axis of the present one as a network, and the numbers of all layers. */
export function View(props: ViewProps & { onCell: (step: number, row: number, column: number) => void }): JSX.Element {
  const { shape, words, onCell } = props
  return (
    <div class="panels">
      <div class="panel-wide">
        <Panels shape={shape} words={words} onCell={onCell} />
      </div>
      <section class="panel">
        <header>
          <h4>{words.links}</h4>
          <p>{words.linksText(shape.parallel)}</p>
        </header>
        <Network shape={shape} words={words} />
      </section>
      <section class="panel">
        <header>
          <h4>{words.table(shape.parallel)}</h4>
          <p>{words.tableText}</p>
        </header>
        <Table shape={shape} words={words} />
      </section>
    </div>
  )
}
