import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { type Cell, type Cursor, Grid, Window } from '#ui/Grid.tsx'
import { Heat } from '#ui/Heat.tsx'
import { Photo } from '#ui/Photo.tsx'
import { PixelCursor } from '#ui/PixelCursor.tsx'
import { show } from '#ui/scale.ts'
import type { Messages } from './messages.ts'
import { channels, type Derived, inChannels, type Output, picture, type State, side } from './model.ts'
import { Stacks } from './Stacks.tsx'

type Whole = Extract<Derived, { ok: true }>
export interface ViewProps {
  readonly state: State
  readonly whole: Whole
  readonly words: Messages
  readonly onPixel: (row: number, column: number) => void
}

const letters = ['R', 'G', 'B']
/** The chosen pixel over a map, and where asked the cursor that chooses it. */
function Over({ unit, cursor }: { unit: Whole['unit']; cursor?: Cursor }): JSX.Element {
  const at = { row: unit[0] - 0.2, column: unit[1] - 0.2, height: 1.4, width: 1.4 }
  return (
    <svg class="over" viewBox={`0 0 ${side} ${side}`} {...(cursor ? { role: 'none' } : { 'aria-hidden': 'true' })}>
      <Window at={at} unit={1} over />
      {cursor && <PixelCursor rows={side} columns={side} cursor={cursor} />}
    </svg>
  )
}

/** The picture with its cursor, and each of its channels alone. */
function Input({ whole, words, onPixel }: ViewProps): JSX.Element {
  const [row, column] = whole.unit
  const cursor: Cursor = {
    row,
    column,
    label: words.picture(side),
    cellLabel: words.pixel(row, column, whole.x),
    onMove: onPixel,
  }
  const pictures = useMemo(
    () => [
      <Photo values={picture.data} width={side} height={side} channels={inChannels} label={words.picture(side)} />,
      ...letters.map((letter, at) => (
        <Photo values={channels[at]} width={side} height={side} channels={1} label={words.plane(letter)} />
      )),
    ],
    [words],
  )
  return (
    <>
      <div class="layers">
        {pictures[0]}
        <Over unit={whole.unit} cursor={cursor} />
      </div>
      <div class="planes">
        {letters.map((letter, channel) => (
          <div class="map-cell">
            {pictures[channel + 1]}
            <span>
              {letter} <b class="t-input">{show(whole.x[channel])}</b>
            </span>
          </div>
        ))}
      </div>
    </>
  )
}

/** W x + b = y, and what the activation leaves of it. */
function Product({ state, whole, words }: ViewProps): JSX.Element {
  const { mix, x, before, after } = whole
  const column = (values: readonly number[], kind: Cell['kind'], strong = false): Cell[][] =>
    values.map((value) => [{ kind, value, strong }])
  const named = (name: string, grid: JSX.Element): JSX.Element => (
    <div>
      {grid}
      <span class="map-name">{name}</span>
    </div>
  )
  return (
    <div class="product">
      {named(
        'W',
        <Grid
          cells={mix.w.map((row) => row.map((value): Cell => ({ kind: 'kernel', value })))}
          round
          label={words.names.W}
        />,
      )}
      <b>·</b>
      {named('x', <Grid cells={column(x, 'input')} frame="input" label={words.names.x} />)}
      <b>+</b>
      {named('b', <Grid cells={column(mix.b, 'kernel')} round label={words.names.b} />)}
      <b>=</b>
      {named(
        'y',
        <Grid
          cells={column(before, 'output', !state.activation)}
          frame="output"
          result={!state.activation}
          label={words.names.y}
        />,
      )}
      {state.activation && (
        <>
          <b>→</b>
          {named(
            'ReLU(y)',
            <Grid cells={column(after, 'output', true)} frame="output" result label={`ReLU, ${words.names.y}`} />,
          )}
        </>
      )}
    </div>
  )
}

/** One output as a picture where its row of weights keeps the brightness, as heat where it does not. */
function OutputMap({ output, index, words }: { output: Output; index: number; words: Messages }): JSX.Element {
  const { after, keepsBrightness } = output
  const [low, high] = after.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [0, 0])
  const map = { values: after, width: side, height: side, label: words.map(index, low, high) }
  return keepsBrightness ? <Photo {...map} channels={1} /> : <Heat {...map} look={low < 0 ? 'signed' : 'ink'} />
}

function Maps({ state, whole, words }: ViewProps): JSX.Element {
  const { outputs, colours } = whole
  const names = words.outputNames[state.preset] ?? []
  const maps = useMemo(
    () => [
      ...outputs.map((output, index) => <OutputMap output={output} index={index} words={words} />),
      colours && <Photo values={colours} width={side} height={side} channels={3} label={words.colours} />,
    ],
    [outputs, colours, words],
  )
  return (
    <div class={`maps maps-${outputs.length}`}>
      {maps.map(
        (map, index) =>
          map && (
            <div class="map-cell">
              <div class="layers">
                {map}
                <Over unit={whole.unit} />
              </div>
              {index < outputs.length ? (
                <span>
                  <i class="var">y</i>
                  <sub>{index}</sub> {names[index]} <b class="t-output">{show(whole.after[index])}</b>
                </span>
              ) : (
                <span>{words.colours}</span>
              )}
            </div>
          ),
      )}
    </div>
  )
}

export function View(props: ViewProps): JSX.Element {
  const { whole, words } = props
  const outChannels = whole.mix.w.length
  return (
    <div class="mix">
      <section class="panel">
        <header>
          <h4>{words.input}</h4>
          <p>{words.inputText(side)}</p>
        </header>
        <Input {...props} />
        <p class="map-name">{words.credit}</p>
      </section>
      <section class="panel">
        <header>
          <h4>{words.product}</h4>
          <p>{words.productText}</p>
        </header>
        <Stacks from={inChannels} to={outChannels} label={words.stack(inChannels, outChannels)} />
        <Product {...props} />
      </section>
      <section class="panel">
        <header>
          <h4>
            {words.output} <span class="t-output">y</span>
          </h4>
          <p>{words.outputText(outChannels)}</p>
        </header>
        <Maps {...props} />
      </section>
    </div>
  )
}
