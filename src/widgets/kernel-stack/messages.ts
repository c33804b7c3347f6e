import { show } from '#ui/scale.ts'
import type { Derived, Side, State, Trouble } from './model.ts'

type Shape = Extract<Derived, { ok: true }>
export interface Messages {
  readonly cover: string
  readonly coverText: (shape: Shape) => string
  readonly links: string
  readonly linksText: string
  readonly costs: string
  readonly costsText: (state: State) => string
  readonly measures: Readonly<Record<'weights' | 'macs' | 'activations', string>>
  /** The weights in terms of C, when all channels are equal. */
  readonly inChannels: (state: State, shape: Shape) => string
  readonly between: string
  readonly layerCount: (size: number, layers: number) => string
  readonly pointwise: string
  readonly mapName: (level: number, size: number, last: boolean) => string
  readonly mapLabel: (level: number, size: number) => string
  readonly linksLabel: (side: Side) => string
  readonly levels: (level: number) => string
  readonly output: string
  readonly cell: (layer: number, row: number, column: number) => string
  readonly names: Readonly<
    Record<'layers' | 'kernel' | 'channels' | 'outChannels' | 'inChannels' | 'middle' | 'map' | 'against', string>
  >
  readonly againstWords: Readonly<Record<State['against'], string>>
  readonly kernelWords: Readonly<Record<State['kernelSize'], string>>
  readonly switches: Readonly<Record<'equal' | 'depthwise' | 'keepSize', string>>
  readonly work: string
  readonly workLayer: (layer: number) => string
  readonly workNote: (shape: Shape, state: State) => string
  readonly unequal: string
  readonly unequalText: (channels: readonly number[]) => string
  readonly unequalNote: (shape: Shape, state: State) => string
  readonly large: string
  readonly largeOrdinary: string
  readonly largeDepthwise: string
  readonly largeNote: (shape: Shape, state: State) => string
  readonly again: string
  readonly summary: (state: State) => string
  readonly description: (state: State, shape: Shape) => string
  readonly problem: (trouble: Trouble, shown: State) => string
}

export const square = (size: number): string => `${size}×${size}`
/** How much one count differs from another: −28%, +100%, ×8.0. */
export function ratio(a: number, b: number): string {
  if (a === b) return '='
  if (a < b) return `−${Math.round(100 - (100 * a) / b)}%`
  return a < 3 * b ? `+${Math.round((100 * a) / b - 100)}%` : `×${show(a / b, 1)}`
}

/** 18C² of equal channels; depthwise 18C. */
export function inTermsOfC(weights: number, { channels, depthwise }: State): string {
  return depthwise ? `${weights / channels}C` : `${weights / channels ** 2}C²`
}
