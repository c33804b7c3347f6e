import type { JSX } from 'preact'
import { type Bar, LogBars } from '#ui/Bars.tsx'
import { type Link, Links } from '#ui/Links.tsx'
import { grouped, range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { drawn, kinds, type Shape, type State } from './model.ts'

export interface ViewProps {
  readonly state: State
  readonly shape: Shape
  readonly words: Messages
}

/** One output's links in three kinds of layer, the number of each link's weight below. */
function Networks({ state, shape, words, onUnit }: ViewProps & { onUnit: (unit: number) => void }): JSX.Element {
  const texts = words.kindTexts(shape)
  const { unit } = state
  return (
    <>
      {kinds.map((kind) => {
        const layer = shape.layers[kind]
        // where every link has its own weight, three strokes would mean nothing
        const stroked = ([a, b, weight = 0]: Link): Link => [a, b, kind === 'conv' ? weight : 0]
        return (
          <section class="panel">
            <header>
              <h4>{words.kinds[kind]}</h4>
              <p>{texts[kind]}</p>
            </header>
            <Links
              levels={[
                { name: words.output, look: 'output', cells: range(drawn) },
                { name: words.input, look: 'input', cells: range(drawn) },
              ]}
              links={[layer.links.map(stroked)]}
              now={{
                level: 0,
                cell: unit,
                links: layer.chosen.map(stroked),
              }}
              counts={layer.chosen.map(([, cell, weight]) => ({ cell, text: `${weight}` }))}
              label={words.linksLabel(kind, unit, layer)}
              gap={96}
              cursor={{
                row: 0,
                column: unit,
                label: words.linksLabel(kind, unit, layer),
                cellLabel: words.cell(unit),
                onMove: (_, column) => onUnit(column),
              }}
            />
          </section>
        )
      })}
    </>
  )
}

/** The connections of one output, and what all of them cost, by decades. */
export function View(props: ViewProps & { onUnit: (unit: number) => void }): JSX.Element {
  const { shape, words } = props
  const decades = Math.max(12, Math.ceil(Math.log10(shape.layers.full.parameters)))
  const bars = (count: 'parameters' | 'macs'): Bar[] =>
    kinds.map((kind) => ({
      label: words.kinds[kind],
      parts: [shape.layers[kind][count]],
      text: grouped(shape.layers[kind][count]),
      look: count === 'macs' ? 'plain' : 'kernel',
    }))
  return (
    <>
      <div class="panels networks">
        <Networks {...props} />
      </div>
      <div class="panels">
        <section class="panel">
          <header>
            <h4>{words.weights}</h4>
            <p>{words.weightsText}</p>
          </header>
          <LogBars bars={bars('parameters')} label={words.weights} decades={decades} />
        </section>
        <section class="panel">
          <header>
            <h4>{words.macs}</h4>
            <p>{words.macsText}</p>
          </header>
          <LogBars bars={bars('macs')} label={words.macs} decades={decades} />
        </section>
      </div>
    </>
  )
}
