import { Component, type JSX } from 'preact'
import { show, unit as U } from './scale.ts'

/** What stands in a cell. */
export interface Labelled {
  readonly value?: number | string
  /** The weight that meets this cell, small at its lower right. */
  readonly sub?: number
  readonly strong?: boolean
  readonly faint?: boolean
}
interface NumbersProps {
  readonly cells: readonly Labelled[]
  readonly row: number
  readonly round: boolean
}

/** Whether a number is too wide for a cell at the usual size; a point takes next to no room. */
export const isLong = (text: string): boolean => text.replace('.', '').length > 3

function classOf({ strong, faint }: Labelled, text: string, round: boolean): string {
  return `n${round ? ' n-round' : ''}${strong ? ' n-strong' : ''}${faint ? ' n-faint' : ''}${isLong(text) ? ' n-long' : ''}`
}

const sameLabel = (a: Labelled, b: Labelled): boolean =>
  a.value === b.value && a.sub === b.sub && a.strong === b.strong && a.faint === b.faint

/** The numbers in one row of a grid. Most keys change few rows: the others are left alone. */
export class Numbers extends Component<NumbersProps> {
  override shouldComponentUpdate({ cells, round }: NumbersProps): boolean {
    const before = this.props
    return (
      round !== before.round ||
      cells.length !== before.cells.length ||
      cells.some((cell, at) => !sameLabel(cell, before.cells[at]))
    )
  }

  override render({ cells, row, round }: NumbersProps): JSX.Element {
    const y = row * U
    const values = cells.map((cell, column) => {
      if (cell.value === undefined) return null
      const text = typeof cell.value === 'number' ? show(cell.value) : cell.value
      const off = cell.sub === undefined ? 0 : -3.5
      return (
        <text class={classOf(cell, text, round)} x={column * U + U / 2 + off} y={y + U / 2 + 0.5 + off}>
          {text}
        </text>
      )
    })
    const subs = cells.map(
      ({ sub }, column) =>
        sub !== undefined && (
          <text class="sub" x={column * U + U - 3.5} y={y + U - 6.5}>
            {show(sub)}
          </text>
        ),
    )
    return <>{[...values, ...subs]}</>
  }
}
