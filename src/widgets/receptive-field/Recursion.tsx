import type { JSX } from 'preact'
import type { Messages } from './messages.ts'
import { fieldSum, placeSum, type Shown } from './model.ts'

const Product = (): JSX.Element => (
  <munder>
    <mo>∏</mo>
    <mrow>
      <mi>i</mi>
      <mo>&lt;</mo>
      <mi>l</mi>
    </mrow>
  </munder>
)
const Sub = ({ base, at = 'l' }: { base: string; at?: string }): JSX.Element => (
  <msub>
    <mi>{base}</mi>
    <mi>{at}</mi>
  </msub>
)

/** The recursion of the receptive field, and the same with the reader's numbers from the input up. */
export function Recursion({ shape, words }: { readonly shape: Shown; readonly words: Messages }): JSX.Element {
  const { centre, ends } = placeSum(shape)
  return (
    <>
      <p class="work">
        <math>
          <mrow>
            <mi>RF</mi>
            <mo>=</mo>
            <mn>1</mn>
            <mo>+</mo>
            <munder>
              <mo>∑</mo>
              <mi>l</mi>
            </munder>
            <Sub base="d" />
            <mo>(</mo>
            <Sub base="k" />
            <mo>−</mo>
            <mn>1</mn>
            <mo>)</mo>
            <Product />
            <Sub base="s" at="i" />
          </mrow>
        </math>
        <span class="eqline">
          = {fieldSum(shape)} = <b class="t-output">{shape.levels[shape.layer].fieldSize}</b>
        </span>
      </p>
      <p>
        {words.place}: {centre}; {ends}
      </p>
    </>
  )
}
