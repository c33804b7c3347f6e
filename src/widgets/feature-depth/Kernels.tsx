import type { JSX } from 'preact'
import { convs } from '#feature-net/architecture.ts'
import { type Orientation, orientationOf } from '#feature-net/orientation.ts'
import type { Weights } from '#feature-net/weights.ts'
import { Heat } from '#ui/Heat.tsx'
import { range } from '#ui/scale.ts'
import type { Messages } from './messages.ts'

const { kernelSize, outChannels } = convs[0]
const across = 4
const down = outChannels / across
/** Cells from one kernel to the next: a gap of one between. */
const pitch = kernelSize + 1
const width = across * pitch - 1
const height = down * pitch - 1

const cornerOf = (channel: number): readonly [row: number, column: number] => [
  Math.floor(channel / across) * pitch,
  (channel % across) * pitch,
]

export const orientationsOf = (weights: Weights): readonly Orientation[] =>
  range(outChannels).map((channel) => orientationOf(weights[0].weight, channel))

/** All kernels in one map, each with its own largest weight as full strength. */
function laidOut({ data }: Weights[number]['weight']): Float32Array {
  const values = new Float32Array(width * height)
  for (const channel of range(outChannels)) {
    const kernel = data.subarray(channel * kernelSize ** 2, (channel + 1) * kernelSize ** 2)
    const most = kernel.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
    const [row, column] = cornerOf(channel)
    for (const [at, value] of kernel.entries()) {
      values[(row + Math.floor(at / kernelSize)) * width + column + (at % kernelSize)] = value / most
    }
  }
  return values
}

const gaps = [
  ...range(down - 1).map((at) => `M0 ${(at + 1) * pitch - 0.5}h${width}`),
  ...range(across - 1).map((at) => `M${(at + 1) * pitch - 0.5} 0v${height}`),
].join('')

interface KernelsProps {
  readonly weights: Weights
  /** What random kernels come to by the same rule, where these are not random. */
  readonly baseline: number | null
  readonly chosen: number
  readonly words: Messages
}

export const edgesAmong = (found: readonly Orientation[]): number => found.filter(({ isEdge }) => isEdge).length

/** The kernels of the first stage as pictures, edges underlined. */
export function Kernels({ weights, baseline, chosen, words }: KernelsProps): JSX.Element {
  const found = orientationsOf(weights)
  const label = found.map(({ isEdge, coherence }, channel) => words.kernelLabel(channel, isEdge, coherence))
  const edges = range(outChannels).filter((channel) => found[channel].isEdge)
  const [row, column] = cornerOf(chosen)
  return (
    <>
      <div class="kernels">
        <Heat
          values={laidOut(weights[0].weight)}
          width={width}
          height={height}
          look="signed"
          max={1}
          label={label.join(words.pause)}
        >
          <path class="kernel-gaps" d={gaps} />
          <path
            class="kernel-edges"
            d={edges
              .map((channel) => `M${cornerOf(channel)[1]} ${cornerOf(channel)[0] + kernelSize + 0.4}h${kernelSize}`)
              .join('')}
          />
          <rect class="window" x={column} y={row} width={kernelSize} height={kernelSize} />
        </Heat>
      </div>
      <p class="note">{words.kernelsNote(edges.length, outChannels, baseline)}</p>
    </>
  )
}
