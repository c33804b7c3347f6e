import type { Padding, PerAxis } from './per-axis.ts'

/** A convolution; `groups` = its input channels makes it depthwise. */
export interface ConvLayer {
  readonly type: 'conv'
  readonly outChannels: number
  readonly kernelSize: PerAxis<number>
  readonly stride?: PerAxis<number>
  readonly padding?: Padding
  readonly dilation?: PerAxis<number>
  readonly groups?: number
  readonly bias?: boolean
}

/** A transposed convolution: padding crops, outputPadding adds cells at the bottom and the right. */
export interface TransposedConvLayer extends Omit<ConvLayer, 'type'> {
  readonly type: 'transposedConv'
  readonly outputPadding?: PerAxis<number>
}

/** The largest value under each window; stride defaults to kernelSize. */
export interface MaxPoolLayer {
  readonly type: 'maxPool'
  readonly kernelSize: PerAxis<number>
  readonly stride?: PerAxis<number>
  readonly padding?: Padding
  readonly dilation?: PerAxis<number>
  readonly ceilMode?: boolean
}

/** The mean under each window; stride defaults to kernelSize. */
export interface AveragePoolLayer {
  readonly type: 'averagePool'
  readonly kernelSize: PerAxis<number>
  readonly stride?: PerAxis<number>
  readonly padding?: Padding
  readonly ceilMode?: boolean
  readonly countIncludePadding?: boolean
}

/** The same linear map of the channels at every position. */
export interface LinearLayer {
  readonly type: 'linear'
  readonly outFeatures: number
  readonly bias?: boolean
}

/** Channels from `from` (included) to `to` (excluded). */
export interface SliceChannelsLayer {
  readonly type: 'sliceChannels'
  readonly from: number
  readonly to: number
}

/** Channels as a matrix of `groups` rows, transposed. */
export interface ShuffleChannelsLayer {
  readonly type: 'shuffleChannels'
  readonly groups: number
}

/** Enlargement by a whole factor; bilinear as with PyTorch's align_corners false. */
export interface ResizeLayer {
  readonly type: 'resize'
  readonly scale: PerAxis<number>
  readonly mode: 'nearest' | 'bilinear'
}

/**
 * A layer without options.
 *
 * - `globalAveragePool` leaves one cell per channel, `flatten` makes every value a channel of one cell.
 * - `batchNorm` stands for any normalisation that learns a scale and a shift per channel.
 * - `layerScale` multiplies each channel by one learnt factor.
 * - `activation` is any function of single values.
 * - `add` sums equal shapes; `multiply` also takes gates [channels, 1, 1]; `concat` stacks channels.
 */
export interface PlainLayer {
  readonly type:
    | 'globalAveragePool'
    | 'flatten'
    | 'batchNorm'
    | 'layerScale'
    | 'activation'
    | 'add'
    | 'multiply'
    | 'concat'
}

/** One step of a network. Defaults are those of the operations: stride 1, padding 0, dilation 1, groups 1, bias true. */
export type Layer =
  | ConvLayer
  | TransposedConvLayer
  | MaxPoolLayer
  | AveragePoolLayer
  | LinearLayer
  | SliceChannelsLayer
  | ShuffleChannelsLayer
  | ResizeLayer
  | PlainLayer
