import { byteText } from '#ui/byte-text.ts'
import { grouped, show } from '#ui/scale.ts'
import type { Kind, Layer, Shape, State } from './model.ts'

export interface Messages {
  readonly kinds: Readonly<Record<Kind, string>>
  readonly kindTexts: (shape: Shape) => Readonly<Record<Kind, string>>
  readonly output: string
  readonly input: string
  readonly cell: (unit: number) => string
  readonly linksLabel: (kind: Kind, unit: number, layer: Layer) => string
  readonly weights: string
  readonly weightsText: string
  readonly macs: string
  readonly macsText: string
  readonly work: string
  readonly biases: string
  readonly steps: string
  readonly stepsNote: (shape: Shape) => readonly string[]
  readonly names: Readonly<Record<'inputSize' | 'kernelSize' | 'inChannels' | 'channels' | 'bias', string>>
  readonly player: string
  readonly summary: (state: State) => string
  readonly description: (state: State, shape: Shape) => string
  readonly torchFull: string
  readonly torchLocal: string
}

export const square = (size: number): string => `${size}×${size}`
/** How many times as large, in at most three figures that say something. */
export const times = (a: number, b: number): string => (a / b < 10 ? show(a / b, 1) : grouped(a / b))
/** Bytes of as many 32-bit floats. */
export const floats = (count: number): string => byteText(4 * count)
