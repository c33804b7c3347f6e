import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { imageSize } from '#feature-net/architecture.ts'
import type { Messages } from './messages.ts'

export interface OwnPicture {
  readonly pixels: Float32Array
  readonly inverted: boolean
}

/** The middle square of a picture as the data set has it: 28×28, grey, bright on black, its range stretched to 0 … 1. */
async function pictureOf(file: File): Promise<OwnPicture> {
  const bitmap = await createImageBitmap(file)
  const from = Math.min(bitmap.width, bitmap.height)
  const canvas = document.createElement('canvas')
  canvas.width = imageSize
  canvas.height = imageSize
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
  context.fillStyle = 'white'
  context.fillRect(0, 0, imageSize, imageSize)
  context.imageSmoothingQuality = 'high'
  const [start, top] = [(bitmap.width - from) / 2, (bitmap.height - from) / 2]
  context.drawImage(bitmap, start, top, from, from, 0, 0, imageSize, imageSize)
  bitmap.close()
  const { data } = context.getImageData(0, 0, imageSize, imageSize)
  const luma = Float32Array.from(
    { length: imageSize ** 2 },
    (_, at) => (0.299 * data[4 * at] + 0.587 * data[4 * at + 1] + 0.114 * data[4 * at + 2]) / 255,
  )
  return asInDataSet(luma)
}

/** Inverted where the border, taken for the ground, is bright; then the ground becomes 0 and the brightest pixel 1. */
export function asInDataSet(luma: Float32Array): OwnPicture {
  const border = luma.filter((_, at) => {
    const [row, column] = [Math.floor(at / imageSize), at % imageSize]
    return row % (imageSize - 1) === 0 || column % (imageSize - 1) === 0
  })
  const ground = border.reduce((sum, value) => sum + value, 0) / border.length
  const inverted = ground > 0.5
  const lifted = luma.map((value) => Math.max(0, inverted ? ground - value : value - ground))
  const most = lifted.reduce((largest, value) => Math.max(largest, value), 0)
  return { pixels: most > 0 ? lifted.map((value) => value / most) : lifted, inverted }
}

interface OwnProps {
  readonly own: OwnPicture | null
  readonly words: Messages
  readonly onPicture: (picture: OwnPicture | null) => void
}

/** Lets a reader put in a picture: it is read, drawn small and computed in this browser, and goes nowhere. */
export function Own({ own, words, onPicture }: OwnProps): JSX.Element {
  const [failed, setFailed] = useState(false)
  const load = async (file: File | undefined): Promise<void> => {
    if (!file) return
    try {
      onPicture(await pictureOf(file))
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  return (
    <div class="depth-own">
      <label class="act">
        {words.load}
        <input class="vh" type="file" accept="image/*" onChange={(event) => load(event.currentTarget.files?.[0])} />
      </label>
      {own && (
        <button type="button" class="act" onClick={() => onPicture(null)}>
          {words.back}
        </button>
      )}
      <small aria-live="polite">{failed ? words.notAPicture : own ? words.loaded(own.inverted) : words.loadHint}</small>
    </div>
  )
}
