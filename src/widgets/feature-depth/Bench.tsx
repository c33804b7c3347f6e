import { macCount, parameterCount } from 'conv-math'
import type { JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { imageSize } from '#feature-net/architecture.ts'
import { sprites } from '#feature-net/files.ts'
import { graph } from '#feature-net/graph.ts'
import { blockSide, blocksAcross, type PatchFacts } from '#feature-net/sprite.ts'
import { stages } from '#feature-net/stages.ts'
import type { Weights } from '#feature-net/weights.ts'
import { Bars } from '#ui/Bars.tsx'
import { show } from '#ui/scale.ts'
import { Spoken } from '#ui/words.ts'
import { best, labels, stageNames, sumOf } from './model.ts'
import type { Sight } from './View.tsx'

export function Classes({ sight }: { sight: Sight }): JSX.Element {
  const { state, reading, result, words } = sight
  const { probabilities, whole } = reading
  const given = best(probabilities)
  return (
    <>
      <Bars
        label={words.titles.classes}
        max={100}
        bars={probabilities.map((value, at) => ({
          label: words.classes[at],
          parts: [100 * value],
          text: state.cover ? words.change(whole[at], value) : words.share(value),
          look: at === given ? 'output' : 'plain',
        }))}
      />
      <p class="note">
        {words.classesNote(
          reading,
          reading.own || state.source === 'drawing' ? null : labels[state.image],
          result.milliseconds,
        )}
      </p>
    </>
  )
}

export function Patches({ sight, facts }: { sight: Sight; facts: PatchFacts | 'failed' | null }): JSX.Element {
  const { state, shape, words } = sight
  const { stage, channel } = shape
  const { channels, field } = stages[stage]
  const columns = blocksAcross(channels)
  const rows = Math.ceil(channels / columns)
  const known = facts && facts !== 'failed' ? facts[stage][channel] : null
  const place = {
    inlineSize: `${100 * columns}%`,
    blockSize: `${100 * rows}%`,
    insetInlineStart: `${-100 * (channel % columns)}%`,
    insetBlockStart: `${-100 * Math.floor(channel / columns)}%`,
  }
  return (
    <>
      <div class="patches">
        <img
          loading="lazy"
          src={sprites[state.weights][stage]}
          width={columns * blockSide(field)}
          height={rows * blockSide(field)}
          alt={words.patchesLabel(stageNames[stage], channel)}
          style={place}
        />
      </div>
      <p class="note">
        {known
          ? known.length > 0
            ? words.patchesNote(
                countsOf(known.map(([, label]) => label)),
                [known[known.length - 1][4], known[0][4]],
                sight.reading.value,
              )
            : words.patchesNone
          : facts === 'failed'
            ? words.patchesFailed
            : words.patchesWait}
      </p>
    </>
  )
}

/** How often each class occurs, the most frequent first. */
function countsOf(found: readonly number[]): (readonly [number, number])[] {
  return [...new Set(found)]
    .map((label) => [label, found.filter((each) => each === label).length] as const)
    .sort((a, b) => b[1] - a[1])
}

const termsShown = 5

export function SumTable({ sight, weights }: { sight: Sight; weights: Weights }): JSX.Element {
  const { shape, result, reading, words } = sight
  const sum = sumOf(shape, weights, result.answer)
  const sorted = shape.stage === 0 ? sum.terms : [...sum.terms].sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
  const rest = sorted.slice(termsShown)
  const row = (what: string, value: number): JSX.Element => (
    <tr>
      <td class="what">{what}</td>
      <td class="v">{show(value)}</td>
    </tr>
  )
  return (
    <>
      <table class="sum">
        <tbody>
          {sorted.slice(0, termsShown).map(({ from, value }) => row(words.term(shape.stage, from), value))}
          {rest.length > 0 &&
            row(
              words.others(rest.length),
              rest.reduce((total, { value }) => total + value, 0),
            )}
          {row(words.bias, sum.bias)}
        </tbody>
        <tfoot>{row(`${words.sumName(shape)} = max(0, ${show(sum.total)})`, reading.value)}</tfoot>
      </table>
      <p class="note">{words.sumNote(sum, shape.stage)}</p>
    </>
  )
}

/** What the cover changes; while it is off, what it would change. */
export function Covered({ sight }: { sight: Sight }): JSX.Element {
  const { shape, reading, words } = sight
  return (
    <>
      <table class="num-table">
        <thead>
          <tr>
            {[words.columns.stage, words.columns.changed, words.columns.most, words.columns.sums].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reading.changes.map(({ share, channel, before, after }, stage) => (
            <tr>
              <td>{words.stages[stageNames[stage]]}</td>
              <td>{words.share(share)}</td>
              <td>{channel}</td>
              <td>
                {show(before, 1)} → {show(after, 1)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">
        {words.coverNote(shape, reading)} <span class="depth-hint">{words.coverHint(shape.covers)}</span>
      </p>
    </>
  )
}

const inputShape = [1, imageSize, imageSize] as const

export function Numbers({ sight }: { sight: Sight }): JSX.Element {
  const { lang } = useContext(Spoken)
  const { reading, shape, words } = sight
  const { columns } = words
  return (
    <>
      <table class="num-table">
        <thead>
          <tr>
            {[columns.stage, columns.map, columns.channels, columns.field, columns.stride, columns.active].map(
              (name) => (
                <th scope="col">{name}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {stages.map(({ size, channels, field, effectiveStride }, stage) => (
            <tr class={stage === shape.stage ? 'is-now' : ''}>
              <td>{words.stages[stageNames[stage]]}</td>
              <td>
                {size}×{size}
              </td>
              <td>{channels}</td>
              <td>
                {field}×{field}
              </td>
              <td>{effectiveStride}</td>
              <td>{words.share(reading.active[stage])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">
        {words.numbersNote(parameterCount(graph, inputShape).total, macCount(graph, inputShape).total)}{' '}
        <a href={`${import.meta.env.BASE_URL.replace(/\/$/, '')}${lang === 'en' ? '/en' : ''}/network/`}>
          {words.more}
        </a>
      </p>
    </>
  )
}
