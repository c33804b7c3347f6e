import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { imageSize } from '#feature-net/architecture.ts'
import { stages } from '#feature-net/stages.ts'
import { type Frame, Window } from '#ui/Grid.tsx'
import { Heat } from '#ui/Heat.tsx'
import { PixelCursor } from '#ui/PixelCursor.tsx'
import { sheetOf } from './grey-bitmap.ts'
import { InputView } from './InputView.tsx'
import { Kept } from './Kept.tsx'
import type { Messages } from './messages.ts'
import { imageCount, mapOf, type Reading, type Region, type Shape, type State, stageNames } from './model.ts'
import { Sheet } from './Sheet.tsx'
import type { Result } from './use-result.ts'

/** What is in sight: a state, what follows from it, and the network's answer to it. */
export interface Sight {
  readonly state: State
  readonly shape: Shape
  readonly result: Result
  readonly reading: Reading
  readonly words: Messages
}
interface ViewProps {
  readonly sight: Sight | null
  readonly state: State
  readonly words: Messages
  /** The test images, once a reader can pick one. */
  readonly images: Uint8Array | null
  readonly own: boolean
  readonly onUnit: (stage: number, row: number, column: number) => void
  readonly onChannel: (stage: number, channel: number) => void
  readonly onImage: (image: number) => void
  readonly onPixel: (row: number, column: number) => void
  readonly onPaint: (row: number, column: number, ink: boolean) => void
}
/** Tiles in a row of a stage's sheet, and of the test images'. */
const across = [4, 6, 8] as const
const imagesAcross = 6

const frameOf = ({ rows, columns }: Region, look: 'field'): Frame => ({
  row: rows[0],
  column: columns[0],
  height: rows[1] - rows[0] + 1,
  width: columns[1] - columns[0] + 1,
  look,
})

/** One channel's map, the unit chosen on it, or the cells that a deeper unit is made of. */
function ChannelMap({
  sight,
  stage,
  onUnit,
}: {
  sight: Sight
  stage: number
  onUnit: ViewProps['onUnit']
}): JSX.Element {
  const { shape, result, words } = sight
  const { size } = stages[stage]
  const channel = shape.channels[stage]
  const map = useMemo(() => mapOf(result.answer, stage, channel), [result, channel])
  const label = words.mapLabel(stageNames[stage], channel, size)
  const parts = shape.parts[stage]
  const here = stage === shape.stage
  const [row, column] = shape.unit
  const middle = Math.floor(size / 2)
  const cursor = {
    row: here ? row : middle,
    column: here ? column : middle,
    label,
    cellLabel: here ? words.unitLabel(row, column, sight.reading.value) : label,
    onMove: (toRow: number, toColumn: number) => onUnit(stage, toRow, toColumn),
  }
  return (
    <Heat values={map} width={size} height={size} look="ink" label={label} holdsCursor>
      {[
        ...(parts ? [<Window at={frameOf(parts, 'field')} unit={1} over />] : []),
        ...(here ? [<Window at={{ row, column, height: 1, width: 1 }} unit={1} over />] : []),
        <PixelCursor rows={size} columns={size} cursor={cursor} />,
      ]}
    </Heat>
  )
}

function StageColumn(props: ViewProps & { stage: number }): JSX.Element {
  const { sight, words, stage, onUnit, onChannel } = props
  const name = stageNames[stage]
  const { size, channels, field } = stages[stage]
  const maps = sight?.result.answer.stages[stage]
  const picture = useMemo(() => {
    const most = maps?.reduce((largest, value) => Math.max(largest, value), 0)
    return maps && most ? sheetOf(maps, size, across[stage], most) : ''
  }, [maps])
  return (
    <section class="depth-view">
      <header>
        <h4>{words.stages[name]}</h4>
        <p>{words.stageText(size, channels, field)}</p>
      </header>
      <Kept class="depth-map">
        {sight && (
          <>
            <ChannelMap sight={sight} stage={stage} onUnit={onUnit} />
            <p>
              {words.mapText(
                sight.shape.channels[stage],
                mapOf(sight.result.answer, stage, sight.shape.channels[stage]).reduce((a, b) => Math.max(a, b), 0),
              )}
            </p>
          </>
        )}
      </Kept>
      <div class="depth-sheet" style={{ '--ratio': `${across[stage]}/${channels / across[stage]}` }}>
        {sight && props.images && (
          <Sheet
            picture={picture}
            rows={channels / across[stage]}
            columns={across[stage]}
            look="ink"
            chosen={sight.shape.channels[stage]}
            marked={sight.shape.covers ? sight.reading.changes[stage].channel : undefined}
            label={words.sheetLabel(name)}
            tileLabel={words.channelLabel}
            onChoose={(channel) => onChannel(stage, channel)}
          />
        )}
      </div>
    </section>
  )
}

function InputColumn(props: ViewProps): JSX.Element {
  const { sight, state, words, images, own, onPixel, onPaint, onImage } = props
  const picture = useMemo(() => images && sheetOf(images, imageSize, imagesAcross, 255), [images])
  const isDrawing = state.source === 'drawing' && !own
  return (
    <section class="depth-view">
      <header>
        <h4>{words.input}</h4>
        <p>{words.inputText(state, own)}</p>
      </header>
      <Kept class={isDrawing ? 'depth-map depth-drawing' : 'depth-map'}>
        {sight && (
          <>
            <InputView
              pixels={sight.result.pixels}
              shape={sight.shape}
              words={words}
              onPixel={onPixel}
              pen={isDrawing ? { onPaint } : undefined}
            />
            <p>{isDrawing && words.drawHint}</p>
          </>
        )}
      </Kept>
      <div class="depth-sheet" style={{ '--ratio': `${imagesAcross}/${imageCount / imagesAcross}` }}>
        {picture && (
          <Sheet
            picture={picture}
            rows={imageCount / imagesAcross}
            columns={imagesAcross}
            look="photo"
            chosen={own || state.source === 'drawing' ? null : state.image}
            label={words.pickerLabel}
            tileLabel={words.pictureLabel}
            onChoose={onImage}
          />
        )}
      </div>
    </section>
  )
}

/** Input, shallow, middle, deep: a large map each, and below it all that one may choose from. */
export function View(props: ViewProps): JSX.Element {
  return (
    <div class="depth">
      <InputColumn {...props} />
      {stageNames.map((name, stage) => (
        <StageColumn key={name} {...props} stage={stage} />
      ))}
    </div>
  )
}
