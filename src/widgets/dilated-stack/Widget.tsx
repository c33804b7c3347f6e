import type { JSX } from 'preact'
import { Bars } from '#ui/Bars.tsx'
import { Choice, Select, Slider } from '#ui/Controls.tsx'
import { FigureBody } from '#ui/FigureBody.tsx'
import { Work } from '#ui/Formula.tsx'
import { grouped } from '#ui/scale.ts'
import { type FigureProps, useFigure } from '#ui/use-figure.ts'
import type { Messages } from './messages.ts'
import { derive, describe, fields, ratesOf } from './model.ts'
import { View, type ViewProps } from './View.tsx'

/** Paths to the chosen input: rows times columns, branch by branch. */
function Uses({ shape, words }: ViewProps): JSX.Element {
  const { parallel, terms, uses } = shape
  return (
    <>
      <table class="sum">
        <tbody>
          {terms.map(([rows, columns], at) => (
            <tr>
              <td class="what">{words.term(at, parallel)}</td>
              <td class="e">
                {rows} × {columns}
              </td>
              <td class="e">=</td>
              <td class="v">{rows * columns}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td class="what">{words.total}</td>
            <td />
            <td class="e">=</td>
            <td class="v">{uses}</td>
          </tr>
        </tfoot>
      </table>
      <p class="note">{words.workNote(shape)}</p>
    </>
  )
}

function Weights({ shape, words }: ViewProps): JSX.Element {
  const [layers, dense] = words.weightBars(shape)
  const parts = shape.stages.slice(0, shape.now + 1).map((stage) => stage.weights)
  return (
    <>
      <Bars
        label={words.weights}
        bars={[
          { label: layers, parts, text: grouped(shape.weights) },
          { label: dense, parts: [shape.dense], text: grouped(shape.dense), look: 'plain' },
        ]}
      />
      <p class="note">{words.weightsNote(shape)}</p>
    </>
  )
}

export function Widget(props: FigureProps<typeof fields, Messages>): JSX.Element {
  const { words, id } = props
  const figure = useFigure(props, fields, derive)
  const { state, set } = figure
  const { state: shown, derived: shape } = figure.shown
  const rates = ratesOf(state)
  const own = (next: readonly number[]): void =>
    set({ preset: 'own', rates: next.map((dilation) => ({ dilation })), step: fields.step.initial })
  const stage = shape.stages[shape.now]
  const so = shape.stages.slice(0, shape.now + 1)
  return (
    <FigureBody
      figure={figure}
      stage={<View shape={shape} words={words} onCell={(step, row, column) => set({ step, row, column })} />}
      legend={[
        { role: 'kernel', text: words.taps(stage) },
        { role: 'heat', text: words.uses(stage.most) },
        'field',
        ...(stage.share < 1 ? [{ role: 'drop', text: words.untouched } as const] : []),
        { role: 'now', text: words.chosen },
      ]}
      player={{ frame: shape.now, frames: shape.stages.length, onFrame: (step) => set({ step }) }}
      choices={
        <>
          <Select
            name={words.names.preset}
            field={fields.preset}
            value={state.preset}
            words={words.presets}
            onChange={(preset) =>
              preset === 'own' && !state.preset.startsWith('a')
                ? own(rates)
                : set({ preset, step: fields.step.initial })
            }
          />
          {state.preset !== 'aspp' && (
            <Choice
              name={words.names.kernel}
              field={fields.kernelSize}
              value={state.kernelSize}
              words={words.kernels}
              group={`${id}.kernelSize`}
              onChange={(kernelSize) => set({ kernelSize })}
            />
          )}
        </>
      }
      sliders={
        state.preset !== 'aspp' && (
          <>
            <Slider
              name={words.names.layers}
              field={fields.rates}
              value={rates.length}
              onChange={(count) =>
                own([...rates, ...rates.slice(-1), ...rates.slice(-1), ...rates.slice(-1)].slice(0, count))
              }
            />
            {rates.map((rate, at) => (
              <Slider
                name={words.rate(at + 1)}
                symbol={`d_${at + 1}`}
                field={fields.rates.item.dilation}
                value={rate}
                hint={words.dense}
                onChange={(dilation) => own(rates.map((old, layer) => (layer === at ? dilation : old)))}
              />
            ))}
          </>
        )
      }
      summary={words.summary(state)}
      status={describe(shown, shape, words)}
      problem={figure.problem && words.problem(figure.problem, shown)}
      bench={[
        { title: words.work, body: <Uses shape={shape} words={words} /> },
        { title: words.weights, body: <Weights shape={shape} words={words} /> },
        { title: words.rules, body: words.rulesNote(shape).map((line) => <p class="note">{line}</p>) },
      ]}
      work={
        shape.parallel ? (
          <Work
            source="K = d(k - 1) + 1"
            numbers={`= ${stage.dilation} × (${stage.kernelSize} − 1) + 1`}
            result={stage.span}
          />
        ) : (
          <Work
            source="R = 1 + Σ d_l (k - 1)"
            numbers={`= 1 + ${so.map(({ dilation, kernelSize }) => `${dilation} × ${kernelSize - 1}`).join(' + ')}`}
            result={stage.field}
          />
        )
      }
      torch={async () => (await import('./torch.ts')).torch(shown, shape)}
    />
  )
}
