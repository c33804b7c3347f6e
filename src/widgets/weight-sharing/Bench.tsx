import type { JSX } from 'preact'
import { LogBars } from '#ui/Bars.tsx'
import { factorText, grouped, show } from '#ui/scale.ts'
import { kernelSize, type Term } from './model.ts'
import type { ViewProps } from './View.tsx'

/** Both sums of the chosen output, tap by tap: the same pixels, the same weights, or not. */
export function Sums({ state, shape, words }: ViewProps): JSX.Element {
  const { first, second } = shape.terms
  const product = ({ x, w }: Term): JSX.Element => (
    <td class="e">
      <u class="t-input">{x}</u> × <u class="t-kernel">{factorText(w, 1)}</u>
    </td>
  )
  const [tap, before, after] = words.columns
  const total = (terms: readonly Term[]): string =>
    show(
      terms.reduce((sum, { x, w }) => sum + x * w, 0),
      1,
    )
  return (
    <>
      <table class="sum two-sums">
        <thead>
          <tr>
            <th scope="col">{tap}</th>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {first.map((term, at) => (
            <tr>
              <td class="what">
                [{Math.floor(at / kernelSize)}, {at % kernelSize}]
              </td>
              {product(term)}
              {product(second[at])}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td class="what">{words.sums}</td>
            <td class="v">{total(first)}</td>
            <td class="v">{total(second)}</td>
          </tr>
        </tfoot>
      </table>
      <p class="note">{words.workNote(state, shape)}</p>
    </>
  )
}

export function Weights({ state, shape, words }: ViewProps): JSX.Element {
  const { sharedWeights, unsharedWeights } = shape
  const look = (now: boolean): 'kernel' | 'plain' => (now ? 'kernel' : 'plain')
  return (
    <>
      <LogBars
        label={words.weights}
        decades={4}
        bars={[
          { label: words.shared, parts: [sharedWeights], text: grouped(sharedWeights), look: look(state.sharing) },
          {
            label: words.unshared,
            parts: [unsharedWeights],
            text: grouped(unsharedWeights),
            look: look(!state.sharing),
          },
        ]}
      />
      <p class="note">{words.weightsNote(state, shape)}</p>
    </>
  )
}
