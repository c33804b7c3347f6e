import type { JSX } from 'preact'
import { type Bar, Bars, LogBars } from '#ui/Bars.tsx'
import { byteText } from '#ui/byte-text.ts'
import { type Extent, outline, Solid, type SolidProps } from '#ui/Solid.tsx'
import { fixed, show } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { type Account, accounts, type Derived, type State } from './model.ts'

type Whole = Extract<Derived, { ok: true }>
export interface ViewProps {
  readonly state: State
  readonly whole: Whole
  readonly words: Messages
}

const Arrow = (): JSX.Element => (
  <svg class="arr" viewBox="0 0 46 10" aria-hidden="true">
    <path class="arrow" d="M1 5h43m-5-4l5 4-5 4" />
  </svg>
)

interface BoxProps {
  readonly sizes: Extent
  readonly scale: number
  readonly look: SolidProps['look']
  readonly name: string
}
const roots = (sizes: Extent, scale = 1): Extent => {
  const [along, down, back] = sizes.map((size) => scale * Math.sqrt(size))
  return [along, down, back]
}

/** One box whose edges are as long as the square roots of its sizes, channels along. */
function Box({ sizes, scale, look, name }: BoxProps): JSX.Element {
  const size = roots(sizes, scale)
  const { width, height, rise } = outline(size)
  return (
    <div>
      <svg
        class="solid"
        viewBox={`-1 ${fixed(-rise - 1)} ${fixed(width + 2)} ${fixed(height + 2)}`}
        style={{ '--w': `${Math.round(width + 2)}px` }}
        aria-hidden="true"
      >
        <Solid size={size} look={look} />
      </svg>
      <span class="map-name">
        {name} {sizes.join('×')}
      </span>
    </div>
  )
}

/** What the three boxes may take together, in pixels, and the most that one unit may. */
const room = [520, 11] as const

function Layer({ whole, words }: ViewProps): JSX.Element {
  const { shape, groups, outputSize } = whole
  const { inChannels, outChannels, inputSize, kernelSize } = shape
  const boxes: readonly Omit<BoxProps, 'scale'>[] = [
    { sizes: [inChannels, inputSize, inputSize], look: 'input', name: words.input },
    { sizes: [inChannels / groups, kernelSize, kernelSize], look: 'kernel', name: words.kernels(whole) },
    { sizes: [outChannels, outputSize, outputSize], look: 'output', name: words.output },
  ]
  const wide = boxes.reduce((sum, { sizes }) => sum + outline(roots(sizes)).width, 0)
  const scale = Math.min(room[1], room[0] / wide)
  return (
    <div class="chain" role="img" aria-label={words.solidLabel(whole)}>
      {boxes.map((box, at) => (
        <>
          {at > 0 && <Arrow />}
          <Box scale={scale} {...box} />
        </>
      ))}
    </div>
  )
}

/** What doubling each parameter does to one account. */
function Effects({ account, whole, words }: ViewProps & { account: Account }): JSX.Element {
  const look = account === 'outputCount' ? 'output' : 'kernel'
  const rows = whole.effects.map(({ change, factors }): Bar => {
    const label = words.changes[change]
    if (!factors) return { label, parts: [], text: words.none }
    const factor = factors[account]
    return { label, parts: [factor], text: words.factor(factor), look: factor === 1 ? 'plain' : look }
  })
  return (
    <section class="panel">
      <header>
        <h4>{words.accounts[account]}</h4>
        <p>{words.accountText(account, whole)}</p>
      </header>
      <Bars
        label={words.accounts[account]}
        bars={[{ label: words.now, parts: [1], text: '1', look: 'plain' }, ...rows]}
      />
    </section>
  )
}

export function View(props: ViewProps): JSX.Element {
  const { state, whole, words } = props
  return (
    <div class="panels accounts">
      <section class="panel panel-wide">
        <header>
          <h4>{words.layer}</h4>
          <p>{words.layerText}</p>
        </header>
        <Layer {...props} />
      </section>
      {accounts.map((account) => (
        <Effects account={account} {...props} />
      ))}
      <section class="panel">
        <header>
          <h4>{words.memory}</h4>
          <p>{words.memoryText(whole, state)}</p>
        </header>
        <Bars
          label={words.memory}
          bars={(['parameters', 'input', 'output'] as const).map((part) => ({
            label: words.parts[part],
            parts: [whole.memory[part]],
            text: byteText(whole.memory[part]),
            look: part === 'parameters' ? 'kernel' : part,
          }))}
        />
        <p class="map-name per-byte">{words.perByte}</p>
        <LogBars
          label={words.perByte}
          decades={4}
          bars={[
            { label: words.thisLayer, parts: [whole.intensity], text: show(whole.intensity, 1) },
            ...(['pointwise', 'depthwise'] as const).map((other) => ({
              label: words.others[other],
              parts: [whole.others[other]],
              text: show(whole.others[other], 1),
              look: 'plain' as const,
            })),
          ]}
        />
      </section>
    </div>
  )
}
