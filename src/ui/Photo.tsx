import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { pictureFile } from './pictures.ts'

export interface PhotoProps {
  /** Values from 0 to 1, planar: [channels, height, width]; beyond that range they are cut. */
  readonly values: ArrayLike<number>
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly label: string
  /** Whether a cursor is among what is drawn over it: then it is a group, and no single picture. */
  readonly holdsCursor?: boolean
  readonly children?: JSX.Element | JSX.Element[] | null
}

/** An uncompressed bitmap as a data address: the same on the server and in the page, whatever the theme. */
function bitmap({ values, width, height, channels }: PhotoProps): string {
  const stride = Math.ceil((width * 3) / 4) * 4
  const bytes = new Uint8Array(54 + stride * height)
  const view = new DataView(bytes.buffer)
  bytes.set([0x42, 0x4d])
  const header: readonly (readonly [number, number])[] = [
    [2, bytes.length],
    [10, 54],
    [14, 40],
    [18, width],
    [22, height],
    [26, 1 | (24 << 16)],
    [34, stride * height],
  ]
  for (const [at, value] of header) view.setUint32(at, value, true)
  const plane = width * height
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      for (let channel = 0; channel < 3; channel++) {
        const value = values[Math.min(channel, channels - 1) * plane + row * width + column]
        const to = 54 + (height - 1 - row) * stride + column * 3 + 2 - channel
        bytes[to] = Math.round(255 * Math.min(1, Math.max(0, value)))
      }
    }
  }
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return `data:image/bmp;base64,${btoa(text)}`
}

/** A picture without a label repeats what stands beside it. */
const named = (label: string, holdsCursor: boolean): object =>
  label ? { role: holdsCursor ? 'group' : 'img', 'aria-label': label } : { 'aria-hidden': 'true' }

/** A photograph in its own colours, never tinted: one unit a pixel, and what is drawn over it. */
export function Photo(props: PhotoProps): JSX.Element {
  const { values, width, height, label, holdsCursor = false, children } = props
  const source = useMemo(() => pictureFile(values, width, height) ?? bitmap(props), [values, width, height])
  return (
    <svg class="photo" viewBox={`0 0 ${width} ${height}`} {...named(label, holdsCursor)}>
      <image class="pixels" href={source} width={width} height={height} preserveAspectRatio="none" />
      {children}
    </svg>
  )
}
