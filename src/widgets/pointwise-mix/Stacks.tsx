import type { JSX } from 'preact'
import { range } from '#ui/scale.ts'

const plate = 44
const shift = 8

/** Maps behind each other, one plate a channel. */
function Stack({ count, x, look }: { count: number; x: number; look: 'input' | 'output' }): JSX.Element {
  return (
    <>
      {range(count).map((at) => {
        const back = (count - 1 - at) * shift
        return <rect class={`u u-${look}`} x={x + back} y={40 - back} width={plate} height={plate} />
      })}
      <text class="val val-mid" x={x + plate / 2} y={100}>
        {count}
      </text>
    </>
  )
}

/** The channels as stacks of maps before and after: raised, lowered or as many. */
export function Stacks({ from, to, label }: { from: number; to: number; label: string }): JSX.Element {
  const start = 2 + plate + (from - 1) * shift
  return (
    <svg class="draw" viewBox="0 -2 260 104" role="img" aria-label={label}>
      <Stack count={from} x={2} look="input" />
      <path class="arrow" d={`M${start + 8} 62H152m-5-4l5 4-5 4`} />
      <text class="op-t" x={(start + 160) / 2} y={50}>
        1×1
      </text>
      <Stack count={to} x={166} look="output" />
    </svg>
  )
}
