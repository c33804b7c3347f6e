import type { JSX } from 'preact'
import type { Messages } from './messages.ts'
import { type LevelSummary, type Shown, summaries } from './model.ts'

interface TablesProps {
  readonly shape: Shown
  readonly words: Messages
}

/** How far each anchor goes beyond what the unit sees. */
export function Anchors({ shape, words, onAnchor }: TablesProps & { onAnchor: (at: number) => void }): JSX.Element {
  return (
    <table class="num-table anchors">
      <thead>
        <tr>
          {words.anchorColumns.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shape.anchors.map((anchor, at) => (
          <tr class={at === shape.chosen ? 'is-now' : ''}>
            <th scope="row">
              <button type="button" class="act" aria-pressed={at === shape.chosen} onClick={() => onAnchor(at)}>
                {words.size(anchor)}
              </button>
            </th>
            <td>{words.times(anchor.byField)}</td>
            <td>{words.over(anchor.columns)}</td>
            <td>{words.over(anchor.rows)}</td>
            <td>{words.percent(anchor.covered)}</td>
            <td>{words.times(anchor.bySpread)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Every map of every detector with its own anchors. */
export function Levels({
  shape,
  words,
  onLevel,
}: TablesProps & { onLevel: (level: LevelSummary) => void }): JSX.Element {
  return (
    <table class="num-table anchors">
      <thead>
        <tr>
          {words.levelColumns.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {summaries().map((summary) => {
          const { level, sides, spread } = summary
          const here = level === shape.level
          return (
            <tr class={here ? 'is-now' : ''}>
              <th scope="row">
                <button type="button" class="act" aria-pressed={here} onClick={() => onLevel(summary)}>
                  {level.name || words.presets[level.preset]}
                </button>
              </th>
              <td>{level.stride}</td>
              <td>{sides.join(' ')}</td>
              <td>{level.fieldSize}</td>
              <td>{Math.round(spread)}</td>
              <td>{words.times(sides[sides.length - 1] / level.fieldSize)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
