import { type Layer, type MapShape, macCount, parameterCount, samePadding, sequential } from 'conv-math'

type Conv = Extract<Layer, { type: 'conv' }>

/** A convolution without bias that keeps the size at stride 1. */
export function conv(
  kernelSize: number,
  outChannels: number,
  options: Partial<Omit<Conv, 'type' | 'kernelSize' | 'outChannels'>> = {},
): Conv {
  const dilation = typeof options.dilation === 'number' ? options.dilation : 1
  const [padding] = samePadding(1, { kernelSize, dilation })
  return { type: 'conv', kernelSize, outChannels, padding, bias: false, ...options }
}

/** Weights of a chain of layers on an input with these channels. */
export const weights = (layers: readonly Layer[], inChannels: number): number =>
  parameterCount(sequential(layers), [inChannels, 64, 64]).total

/** Multiply-accumulates of a chain of layers. */
export const macs = (layers: readonly Layer[], input: MapShape): number => macCount(sequential(layers), input).total

/** A number with so many decimals, as prose gives it. */
export const rounded = (value: number, decimals = 0): number => Number(value.toFixed(decimals))
