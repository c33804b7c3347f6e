import type { EffectiveReceptiveField } from 'conv-math'
import type { ComponentChildren, JSX } from 'preact'
import { show } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import type { Shown } from './model.ts'
import { fieldSum, placeOf, varianceSum } from './sums.ts'

const Sub = ({ base, at = 'l' }: { base: string; at?: string }): JSX.Element => (
  <msub>
    <mi>{base}</mi>
    <mi>{at}</mi>
  </msub>
)
const Over = ({ sign, children }: { sign: string; children: ComponentChildren }): JSX.Element => (
  <munder>
    <mo>{sign}</mo>
    <mrow>{children}</mrow>
  </munder>
)
/** The product of the strides before layer l. */
const Jump = (): JSX.Element => (
  <>
    <Over sign="∏">
      <mi>i</mi>
      <mo>&lt;</mo>
      <mi>l</mi>
    </Over>
    <Sub base="s" at="i" />
  </>
)
const Layers = (): JSX.Element => (
  <Over sign="∑">
    <mi>l</mi>
  </Over>
)

interface RecursionProps {
  readonly shape: Shown
  readonly effective: EffectiveReceptiveField | null
  readonly words: Messages
}

/** The recursion of the receptive field with the reader's numbers, where the unit looks, and how wide the effective field is. */
export function Recursion({ shape, effective, words }: RecursionProps): JSX.Element {
  const variance = varianceSum(shape)
  const deviation = effective?.standardDeviation?.[1]
  return (
    <>
      <p class="work">
        <math>
          <mrow>
            <mi>RF</mi>
            <mo>=</mo>
            <mn>1</mn>
            <mo>+</mo>
            <Layers />
            <Sub base="d" />
            <mo>(</mo>
            <Sub base="k" />
            <mo>−</mo>
            <mn>1</mn>
            <mo>)</mo>
            <Jump />
          </mrow>
        </math>
        <span class="eqline">
          = {fieldSum(shape)} = <b class="t-output">{shape.levels[shape.layer].fieldSize}</b>
        </span>
      </p>
      <p>{words.place(placeOf(shape))}</p>
      {variance && deviation && (
        <p class="work">
          <math>
            <mrow>
              <msup>
                <mi>σ</mi>
                <mn>2</mn>
              </msup>
              <mo>=</mo>
              <Layers />
              <mfrac>
                <mrow>
                  <msubsup>
                    <mi>k</mi>
                    <mi>l</mi>
                    <mn>2</mn>
                  </msubsup>
                  <mo>−</mo>
                  <mn>1</mn>
                </mrow>
                <mn>12</mn>
              </mfrac>
              <msup>
                <mrow>
                  <mo>(</mo>
                  <Sub base="d" />
                  <Jump />
                  <mo>)</mo>
                </mrow>
                <mn>2</mn>
              </msup>
            </mrow>
          </math>
          <span class="eqline">
            = {variance} = {show(deviation ** 2)}, <i class="var">σ</i> = <b class="t-output">{show(deviation)}</b>
          </span>
        </p>
      )}
    </>
  )
}
