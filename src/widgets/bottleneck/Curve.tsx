import type { JSX, TargetedPointerEvent } from 'preact'
import { fixed, show } from '#ui/scale.ts'
import type { ViewProps } from './View.tsx'

const size = { width: 340, height: 280, left: 6, right: 10, top: 24, bottom: 30 }

/** Weights against the width of the middle: the level line is the direct convolution, the crossing is where it stops paying. */
export function Curve({ whole, words, onMiddle }: ViewProps): JSX.Element {
  const { curve, direct, reduced, breakEven, shape } = whole
  const end = curve.at(-1)?.middle ?? 2
  const most = Math.max(direct.weights, reduced.weights, ...curve.map((point) => point.weights))
  const [inner, floor] = [size.width - size.left - size.right, size.height - size.bottom]
  const x = (middle: number): number => fixed(size.left + (middle / end) * inner)
  const y = (weights: number): number => fixed(floor - (weights / most) * (floor - size.top))
  const choose = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    const bounds = event.currentTarget.getBoundingClientRect()
    const at = ((event.clientX - bounds.left) / bounds.width) * size.width
    onMiddle(Math.round(((at - size.left) / inner) * end))
  }
  const crossing = x(breakEven)
  const late = shape.middle > end / 2
  const inside = breakEven >= end * 0.5
  return (
    <svg
      class="draw chooses"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={words.curveLabel(whole)}
      onPointerDown={choose}
      onPointerMove={(event) => event.buttons > 0 && choose(event)}
    >
      <path class="saves" d={`M${size.left} ${y(direct.weights)}H${crossing}V${floor}H${size.left}z`} />
      <path
        class="line"
        d={`M${size.left} ${floor}H${size.width - size.right}M${size.left} ${size.top - 8}V${floor}`}
      />
      <path class="level" d={`M${size.left} ${y(direct.weights)}H${size.width - size.right}`} />
      <text class="lab" x={size.left + 6} y={y(direct.weights) - 6}>
        {words.directLine(direct.weights)}
      </text>
      <path class="rise" d={`M${curve.map((point) => `${x(point.middle)} ${y(point.weights)}`).join('L')}`} />
      <path class="drop" d={`M${crossing} ${y(direct.weights)}V${floor}`} />
      <text class={inside ? 'lab lab-strong lab-end' : 'lab lab-strong'} x={crossing + (inside ? -5 : 5)} y={floor - 6}>
        m = {show(breakEven, 1)}
      </text>
      <rect class="window" x={x(shape.middle) - 5} y={y(reduced.weights) - 5} width={10} height={10} />
      <text
        class={late ? 'val lab-end' : 'val'}
        x={x(shape.middle) + (late ? -10 : 10)}
        y={late ? y(reduced.weights) - 6 : Math.min(floor - 4, y(reduced.weights) + 14)}
      >
        {shape.middle}
      </text>
      <text class="lab" x={size.left} y={floor + 18}>
        0
      </text>
      <text class="lab lab-mid" x={size.width / 2} y={floor + 18}>
        {words.names.middle} m
      </text>
      <text class="lab lab-end" x={size.width - size.right} y={floor + 18}>
        {end}
      </text>
    </svg>
  )
}
