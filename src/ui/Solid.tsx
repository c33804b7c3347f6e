import type { JSX } from 'preact'
import { fixed, range } from './scale.ts'

/** Along (to the end face), down and back, in this order. */
export type Extent = readonly [along: number, down: number, back: number]
export interface SolidProps {
  /** The front upper corner at the start. */
  readonly at?: Extent
  readonly size: Extent
  /** Cells along each edge, where they are drawn. */
  readonly cells?: Extent
  readonly look: 'input' | 'kernel' | 'output' | 'plain' | 'window'
}

/** How far one unit back leads along and up on the page. */
const lean = [0.5, 0.36] as const
const looks = { input: 'u u-input', kernel: 'bar', output: 'u u-output', plain: 'u u-plain', window: 'window' }

/** A place of the solid on the page. */
export const project = ([along, down, back]: Extent): readonly [x: number, y: number] => [
  along + lean[0] * back,
  down - lean[1] * back,
]

/** Width and height on the page, and how far the top lies above the front edge. */
export const outline = ([along, down, back]: Extent): { width: number; height: number; rise: number } => ({
  width: along + lean[0] * back,
  height: down + lean[1] * back,
  rise: lean[1] * back,
})

const path = (...places: readonly Extent[]): string =>
  `M${places.map((place) => project(place).map(fixed).join(' ')).join('L')}`

/** The three faces in sight: front, top and end. */
function faces([x, y, z]: Extent, [a, d, b]: Extent): string {
  const front = path([x, y, z], [x + a, y, z], [x + a, y + d, z], [x, y + d, z])
  const top = path([x, y, z], [x, y, z + b], [x + a, y, z + b], [x + a, y, z])
  const end = path([x + a, y, z], [x + a, y, z + b], [x + a, y + d, z + b], [x + a, y + d, z])
  return `${front}z${top}z${end}z`
}

/** Each cut goes round two faces. */
function lattice([x, y, z]: Extent, [a, d, b]: Extent, [along, down, back]: Extent): string {
  const cuts = (count: number): number[] => range(count - 1).map((cut) => (cut + 1) / count)
  return [
    ...cuts(along).map((s) => path([x + s * a, y + d, z], [x + s * a, y, z], [x + s * a, y, z + b])),
    ...cuts(down).map((s) => path([x, y + s * d, z], [x + a, y + s * d, z], [x + a, y + s * d, z + b])),
    ...cuts(back).map((s) => path([x, y, z + s * b], [x + a, y, z + s * b], [x + a, y + d, z + s * b])),
  ].join('')
}

/** A box seen from its front upper end, in units of the page; a window is drawn as its edges alone. */
export function Solid({ at = [0, 0, 0], size, cells, look }: SolidProps): JSX.Element {
  return (
    <>
      <path class={looks[look]} d={faces(at, size)} />
      {cells && <path class="line" d={lattice(at, size, cells)} />}
    </>
  )
}
