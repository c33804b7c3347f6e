import type { JSX } from 'preact'
import { type Extent, outline, project, Solid } from '#ui/Solid.tsx'
import { fixed } from '#ui/scale.ts'
import type { DrawnAxis } from './model.ts'

interface VolumeProps {
  /** Frames, rows and columns, in this order. */
  readonly axes: readonly [DrawnAxis, DrawnAxis, DrawnAxis]
  readonly side: 'input' | 'output'
  readonly label: string
}
const width = 340
const line = (from: Extent, to: Extent): string =>
  `M${project(from).map(fixed).join(' ')}L${project(to).map(fixed).join(' ')}`
const quad = (...corners: readonly Extent[]): string =>
  `M${corners.map((corner) => project(corner).map(fixed).join(' ')).join('L')}z`

/** Where the drawing goes on beyond what is drawn: the edges fade out in dashes. */
function beyond([a, d, b]: Extent): string {
  const on = 12
  return [
    line([0, d, 0], [0, d + on, 0]),
    line([a, d, 0], [a, d + on, 0]),
    line([a, d, b], [a, d + on, b]),
    line([0, 0, b], [0, 0, b + on]),
    line([a, 0, b], [a, 0, b + on]),
    line([a, d, b], [a, d, b + on]),
  ].join('')
}

/** Frames along, rows down, columns back; the window, and its shadows on the front and the top. */
export function Volume({ axes, side, label }: VolumeProps): JSX.Element {
  const input = side === 'input'
  const counts = axes.map((axis) => (input ? axis.drawn : axis.drawnOutputs)) as readonly number[]
  const cut = axes[1].drawn < axes[1].size
  // a window may stand out over a border, though not over one that is not drawn
  const around = (at: number): readonly [number, number] => {
    const [start, end] = input ? axes[at].padding : [0, 0]
    return [start, cut && at > 0 ? 0 : end]
  }
  const windows = axes.map((axis) => (input ? axis.window : [axis.output, axis.output]))
  // input and output are drawn to one scale, which the larger of them sets
  const [most, rows] = [axes[0].size + axes[0].padding[0] + axes[0].padding[1], Math.max(axes[1].drawn, 4)]
  const plane = Math.min(20, 128 / rows)
  const depth = (axes[2].drawn + axes[2].padding[0] + axes[2].padding[1]) * plane
  const along = Math.min(24, (width - outline([0, 0, depth]).width - 18) / most)
  const units = [along, plane, plane]
  const extent = (cells: readonly number[]): Extent => {
    const [a, d, b] = cells.map((count, at) => count * units[at])
    return [a, d, b]
  }
  const size = extent(counts)
  const at = extent(windows.map(([first]) => first))
  const box = extent(windows.map(([first, last]) => last - first + 1))
  const [x, y, z] = at
  const [a, d, b] = box
  const lead = around(0)[0] * along + (around(2)[0] * plane) / 2 + 4
  const rise = outline([0, 0, size[2] + around(2)[1] * plane]).rise + around(1)[0] * plane + (cut ? 6 : 3)
  const height = size[1] + around(1)[1] * plane + (cut ? 14 : 4) + around(2)[0] * plane * 0.36
  return (
    <svg
      class="solid volume"
      viewBox={`${fixed(-lead)} ${fixed(-rise)} ${width} ${fixed(rise + height)}`}
      style={{ '--w': `${width}px` }}
      role="img"
      aria-label={label}
    >
      {cut && <path class={`frame f-dash f-${side}`} d={beyond(size)} />}
      <Solid size={size} cells={counts as unknown as Extent} look={side} />
      {input && (
        <path
          class="shadow"
          d={`${quad([x, y, 0], [x + a, y, 0], [x + a, y + d, 0], [x, y + d, 0])}${quad([x, 0, z], [x + a, 0, z], [x + a, 0, z + b], [x, 0, z + b])}`}
        />
      )}
      <Solid at={at} size={box} look={input ? 'kernel' : 'output'} />
      <Solid at={at} size={box} look="window" />
    </svg>
  )
}
