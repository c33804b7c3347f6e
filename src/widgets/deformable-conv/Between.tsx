import type { JSX } from 'preact'
import { fixed, show } from '#ui/scale.ts'
import { type Messages, number } from './messages.ts'
import type { Point } from './model.ts'

interface BetweenProps {
  readonly point: Point
  readonly words: Messages
}
/** The square between the middles of four pixels, and what stands around it. */
const size = 132
const [left, top] = [104, 34]

/** A point between four pixels: it cuts the square into four pieces, and each pixel weighs what lies opposite. */
export function Between({ point, words }: BetweenProps): JSX.Element {
  const { neighbours, pixels } = point
  const [down, along] = point.point.map((place) => place - Math.floor(place))
  const [x, y] = [fixed(left + along * size), fixed(top + down * size)]
  const corner = (near: number): readonly [number, number] => [left + (near % 2) * size, top + (near < 2 ? 0 : size)]
  // the piece at a corner belongs to the pixel across
  const piece = (near: number): { cx: number; cy: number; room: number } => {
    const [px, py] = corner(3 - near)
    return { cx: (px + x) / 2, cy: (py + y) / 2, room: Math.min(Math.abs(px - x), 3 * Math.abs(py - y)) }
  }
  return (
    <svg class="draw" viewBox="26 0 288 216" role="img" aria-label={words.squareLabel(point)}>
      <rect class="frame f-frame" x={left} y={top} width={size} height={size} />
      <path class="cuts" d={`M${x} ${top}v${size}M${left} ${y}h${size}`} />
      {neighbours.map(({ weight }, near) => {
        const { cx, cy, room } = piece(near)
        return (
          room > 44 && (
            <text class="val val-mid" x={fixed(cx)} y={fixed(cy + 4)}>
              {number(weight)}
            </text>
          )
        )
      })}
      {neighbours.map(({ cell, weight, inside }, near) => {
        const [px, py] = corner(near)
        const end = near % 2 === 0
        const tx = end ? px - 22 : px + 22
        return (
          <>
            <rect class={`u ${inside ? 'u-input' : 'u-pad'}`} x={px - 16} y={py - 16} width={32} height={32} />
            <text class={`n${weight > 0 ? ' n-strong' : ' n-faint'}`} x={px} y={py + 0.5}>
              {show(pixels[near])}
            </text>
            <text class={`lab ${end ? 'lab-end' : ''}`} x={tx} y={py - 4}>
              {inside ? `x[${cell.join(', ')}]` : words.outside}
            </text>
            <text class={`val ${end ? 'lab-end' : ''}`} x={tx} y={py + 12}>
              × {number(weight)}
            </text>
          </>
        )
      })}
      <circle class="ring ring-now" cx={x} cy={y} r={11} />
      <text class="lab lab-strong lab-mid" x={left + size / 2} y={top + size + 40}>
        = {show(point.value, 3)}
      </text>
    </svg>
  )
}
