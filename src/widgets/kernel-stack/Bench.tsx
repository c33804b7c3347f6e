import type { JSX } from 'preact'
import { Bars, LogBars } from '#ui/Bars.tsx'
import { grouped } from '#ui/scale.ts'
import type { LayerCost } from './model.ts'
import type { ViewProps } from './View.tsx'

/** k × k × in × out of one layer; depthwise has no factor for the input's channels. */
function factors({ kernelSize: k, inChannels, outChannels }: LayerCost, depthwise: boolean): string {
  return [k, k, ...(depthwise ? [] : [inChannels]), outChannels].join(' × ')
}

/** The weights of every layer, their sum, and the one layer's below. */
export function Sum({ state, shape, words }: ViewProps): JSX.Element {
  const { stack, single } = shape
  const line = (name: string, layer: LayerCost, look = ''): JSX.Element => (
    <tr class={look}>
      <td class="what">{name}</td>
      <td class="e">{factors(layer, state.depthwise)}</td>
      <td class="e">=</td>
      <td class="v">{grouped(layer.weights)}</td>
    </tr>
  )
  return (
    <>
      <table class="sum">
        <tbody>{stack.layers.map((layer, at) => line(words.workLayer(at + 1), layer))}</tbody>
        <tfoot>
          <tr>
            <td class="what">{words.layerCount(stack.kernelSize, stack.layers.length)}</td>
            <td />
            <td class="e">=</td>
            <td class="v">{grouped(stack.weights)}</td>
          </tr>
          {line(words.layerCount(single.kernelSize, 1), single.layers[0], 'beside')}
        </tfoot>
      </table>
      <p class="note">{words.workNote(shape, state)}</p>
    </>
  )
}

/** The same layers when the channels are not equal. */
export function Uneven({ state, shape, words }: ViewProps): JSX.Element {
  const { stack, single } = shape.unequal
  const bars = [stack, single].map((side) => ({
    label: words.layerCount(side.kernelSize, side.layers.length),
    parts: side.layers.map((layer) => layer.weights),
    text: grouped(side.weights),
  }))
  const channels = [stack.layers[0].inChannels, ...stack.layers.map((layer) => layer.outChannels)]
  return (
    <>
      <p class="map-name">{words.unequalText(channels)}</p>
      <Bars bars={bars} label={words.unequal} />
      <p class="note">{words.unequalNote(shape, state)}</p>
    </>
  )
}

/** What networks with large kernels pay, ordinary and depthwise, by decades. */
export function Large({ state, shape, words }: ViewProps): JSX.Element {
  const bars = shape.large.flatMap(({ name, kernels, ordinary, depthwise }) => [
    {
      label: `${name} ${kernels} ${words.largeOrdinary}`,
      parts: [ordinary],
      text: grouped(ordinary),
      look: 'plain' as const,
    },
    { label: words.largeDepthwise, parts: [depthwise], text: grouped(depthwise) },
  ])
  return (
    <>
      <LogBars bars={bars} label={words.large} decades={9} />
      <p class="note">{words.largeNote(shape, state)}</p>
    </>
  )
}
