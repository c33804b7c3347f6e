import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { Choice, Select, Slider, Switch } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { Work } from '#ui/Formula.tsx'
import type { LegendEntry } from '#ui/Legend.tsx'
import { range } from '#ui/scale.ts'
import { type Figure, type FigureProps, useFigure } from '#ui/use-figure.ts'
import type { Role } from '#ui/words.ts'
import { Edit, Sum } from './Bench.tsx'
import { choosePadding, ownKernel } from './editing.ts'
import type { Messages } from './messages.ts'
import {
  type Derived,
  derive,
  describe,
  fields,
  type Preset,
  photo,
  type Shape,
  type Source,
  type State,
} from './model.ts'
import { Own } from './Own.tsx'
import { PictureView } from './PictureView.tsx'
import { Same } from './Same.tsx'
import { compareSame } from './same.ts'
import { View } from './View.tsx'

interface PartProps {
  readonly figure: Figure<typeof fields, Derived>
  readonly shape: Shape
  readonly words: Messages
  readonly onPreset: (preset: Preset) => void
}

function Choices({ figure, shape, words, onPreset }: PartProps): JSX.Element {
  const { state, set, id } = figure
  return (
    <>
      <Choice
        name={words.mode}
        field={fields.mode}
        value={state.mode}
        words={words.modes}
        group={`${id}.mode`}
        onChange={(mode) => set({ mode })}
      />
      <Select
        name={words.preset}
        field={fields.preset}
        value={state.preset}
        words={words.presets}
        onChange={onPreset}
      />
      <Select
        name={words.paddingMode}
        field={fields.paddingMode}
        value={state.paddingMode}
        words={words.paddingModes}
        onChange={(paddingMode) => set(choosePadding(paddingMode, shape))}
      />
      {state.mode === 'picture' && <Switch name={words.relu} value={state.relu} onChange={(relu) => set({ relu })} />}
    </>
  )
}

const four = [
  ['paddingTop', 'top'],
  ['paddingBottom', 'bottom'],
  ['paddingLeft', 'left'],
  ['paddingRight', 'right'],
] as const

function Sliders({ figure, words }: Pick<PartProps, 'figure' | 'words'>): JSX.Element {
  const { state, set } = figure
  const slider = (name: 'inputSize' | 'kernelSize' | 'stride' | 'padding' | 'dilation' | (typeof four)[number][0]) => ({
    field: fields[name],
    value: state[name],
    onChange: (value: number) => set({ [name]: value }),
  })
  return (
    <>
      {state.mode === 'numbers' && <Slider name={words.names.input} symbol="i" {...slider('inputSize')} />}
      <Slider name={words.names.kernel} symbol="k" {...slider('kernelSize')} />
      <Slider name={words.names.stride} symbol="s" {...slider('stride')} />
      {state.paddingMode === 'equal' && <Slider name={words.names.padding} symbol="p" {...slider('padding')} />}
      {state.paddingMode === 'sides' &&
        four.map(([field, name]) => <Slider name={words.names[name]} {...slider(field)} />)}
      <Slider name={words.names.dilation} symbol="d" {...slider('dilation')} hint={words.dense} />
    </>
  )
}

/** The size along one axis, worked out: in 2p where both ends are padded alike. */
function SizeWork({
  state,
  shape,
  axis,
  note,
}: {
  state: State
  shape: Shape
  axis: 'rows' | 'columns'
  note?: string
}) {
  const { kernelSize: k, stride: s, dilation: d } = state
  const { padding, output } = shape[axis]
  const [start, end] = padding
  const [symbols, numbers] =
    start === end
      ? ['2p', `2 × ${start}`]
      : [axis === 'rows' ? 'p_top + p_bottom' : 'p_left + p_right', `${start} + ${end}`]
  return (
    <Work
      source={`${note ? `"${note}\u00a0" ` : ''}o = ⌊(i + ${symbols} - d(k - 1) - 1) / s⌋ + 1`}
      numbers={`= ⌊(${shape.size} + ${numbers} − ${d} × (${k} − 1) − 1) / ${s}⌋ + 1`}
      result={output}
    />
  )
}

/** Every role that is in sight. */
function legendOf(state: State, { rows, columns }: Shape, words: Messages): (Role | LegendEntry)[] {
  if (state.mode === 'picture') return ['kernel', 'signed', 'now']
  const axes = [rows, columns]
  const padded = axes.some(({ padding }) => padding[0] + padding[1] > 0)
  const unread = axes.some(({ dropped, skipped }) => dropped + skipped > 0)
  return [
    'input',
    'kernel',
    'output',
    { role: 'partial', text: words.products.toLowerCase() },
    ...(padded ? ['pad' as const] : []),
    ...(unread ? ['drop' as const] : []),
    'weight',
    'now',
  ]
}

export function Widget(props: FigureProps<typeof fields, Messages>): JSX.Element {
  const { words } = props
  const figure = useFigure(props, fields, derive)
  const [own, setOwn] = useState<Source | null>(null)
  const { set, shown } = figure
  const { state } = shown
  const picture = state.mode === 'picture'
  const source = own ?? photo
  const shape = useMemo(() => (own && picture ? (derive(state, own) as Shape) : shown.derived), [shown.derived, own])
  const parts = { state, shape, words }
  const onUnit = (row: number, column: number): void => set({ step: row * shape.columns.output + column })
  const onPreset = (preset: Preset): void =>
    set(preset === 'custom' ? ownKernel(figure.state, shape, state.kernelSize) : { preset })
  const alike = `${shape.rows.padding}` === `${shape.columns.padding}`
  const rows = shape.rows.output
  const { kernelSize, stride, dilation } = state
  const { x, w, divisor, preset } = figure.state
  const row = shape.unit[0]
  // a step changes neither: their many inputs and marks are left alone
  const edit = useMemo(
    () => <Edit {...parts} typed={figure.state} onChange={set} />,
    [x, w, divisor, preset, `${shape.kernel.weights}÷${shape.kernel.divisor}`, shape.size, picture],
  )
  const same = useMemo(
    () => <Same here={compareSame(shape.size, state)} large={compareSame(224, state)} unit={row} words={words} />,
    [shape.size, kernelSize, stride, dilation, row],
  )
  return (
    <FigureBody
      figure={figure}
      stage={
        picture ? (
          <PictureView {...parts} source={source} onUnit={onUnit} onPreset={onPreset} />
        ) : (
          <View {...parts} onUnit={onUnit} />
        )
      }
      legend={legendOf(state, shape, words)}
      player={{
        frame: shape.frame,
        frames: shape.frames,
        onFrame: (step) => set({ step }),
        ticks: rows > 1 && rows <= 18 ? range(rows).map((row) => row * shape.columns.output) : [],
      }}
      choices={<Choices figure={figure} shape={shape} words={words} onPreset={onPreset} />}
      sliders={<Sliders figure={figure} words={words} />}
      summary={words.summary(figure.state)}
      status={describe(state, shape, words)}
      problem={figure.problem && words.problem(figure.problem, state)}
      bench={[
        { title: words.work, body: <Sum {...parts} /> },
        { title: words.edit, body: edit },
        picture
          ? { title: words.ownTitle, body: <Own own={own !== null} words={words} onPicture={setOwn} /> }
          : { title: words.same, body: same },
      ]}
      work={
        <>
          <SizeWork {...parts} axis="rows" {...(alike ? {} : { note: words.heightNote })} />
          {!alike && <SizeWork {...parts} axis="columns" note={words.widthNote} />}
          <p>{words.sizeNote(state, shape)}</p>
        </>
      }
      torch={async () => (await import('./torch.ts')).torch(state, shape, own !== null, words.torchNote)}
    />
  )
}
