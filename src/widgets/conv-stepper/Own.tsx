import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Messages } from './messages.ts'
import type { Source } from './model.ts'

/** The side that a reader's picture is drawn to. */
export const ownSize = 64

/** The middle square of a picture in grey levels, ITU-R BT.601 as PIL's 'L'. */
async function greyOf(file: File): Promise<Source> {
  const bitmap = await createImageBitmap(file)
  const from = Math.min(bitmap.width, bitmap.height)
  const canvas = document.createElement('canvas')
  canvas.width = ownSize
  canvas.height = ownSize
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
  context.imageSmoothingQuality = 'high'
  const [left, top] = [(bitmap.width - from) / 2, (bitmap.height - from) / 2]
  context.drawImage(bitmap, left, top, from, from, 0, 0, ownSize, ownSize)
  bitmap.close()
  const { data } = context.getImageData(0, 0, ownSize, ownSize)
  const values = Array.from({ length: ownSize ** 2 }, (_, at) =>
    Math.round(0.299 * data[4 * at] + 0.587 * data[4 * at + 1] + 0.114 * data[4 * at + 2]),
  )
  return { size: ownSize, values }
}

interface OwnProps {
  readonly own: boolean
  readonly words: Messages
  readonly onPicture: (picture: Source | null) => void
}

/** Lets a reader put in a picture: it is read, drawn small and computed in this browser, and goes nowhere. */
export function Own({ own, words, onPicture }: OwnProps): JSX.Element {
  const [failed, setFailed] = useState(false)
  const load = async (file: File | undefined): Promise<void> => {
    if (!file) return
    try {
      onPicture(await greyOf(file))
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  return (
    <div class="own">
      <label>
        <span>{words.choosePicture}</span>
        <input type="file" accept="image/*" onChange={(event) => load(event.currentTarget.files?.[0])} />
      </label>
      {own && (
        <button type="button" class="act" onClick={() => onPicture(null)}>
          {words.backToPhoto}
        </button>
      )}
      <p class="note" aria-live="polite">
        {failed ? words.notAPicture : words.privacy(ownSize)}
      </p>
    </div>
  )
}
