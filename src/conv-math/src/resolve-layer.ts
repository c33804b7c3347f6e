import { outputPaddingProblem, resolveWindow, type Window } from './axis.ts'
import { requireBoolean, requireInteger } from './checks.ts'
import { splitOptions, splitPerAxis } from './per-axis.ts'
import { refuse, refuseProblem, show } from './problem.ts'

type Pair<T> = readonly [height: T, width: T]
type Options = Readonly<Record<string, unknown>>

/** A window on both axes: with defaults filled in, and as the options that one axis of it would be called with. */
export interface PlaneWindow {
  readonly window: Pair<Window>
  readonly options: Pair<Options>
}

/** A layer whose options are known to be sound by themselves, with every default filled in. */
export type ResolvedLayer =
  | (PlaneWindow & {
      readonly type: 'conv' | 'transposedConv'
      readonly outChannels: number
      readonly groups: number
      readonly bias: boolean
    })
  | (PlaneWindow & { readonly type: 'maxPool' | 'averagePool' })
  | { readonly type: 'linear'; readonly outFeatures: number; readonly bias: boolean }
  | { readonly type: 'sliceChannels'; readonly from: number; readonly to: number }
  | { readonly type: 'shuffleChannels'; readonly groups: number }
  | { readonly type: 'resize'; readonly scale: Pair<number>; readonly mode: 'nearest' | 'bilinear' }
  | { readonly type: PlainType }

type PlainType = (typeof PLAIN_TYPES)[number]

const PLAIN_TYPES = [
  'globalAveragePool',
  'flatten',
  'batchNorm',
  'layerScale',
  'activation',
  'add',
  'multiply',
  'concat',
] as const

const JOINS: readonly string[] = ['add', 'multiply', 'concat']

/** Whether a layer of this type reads one or more inputs rather than exactly one. */
export function isJoin(type: string): boolean {
  return JOINS.includes(type)
}

/**
 * The layer with its options checked as far as that goes without a shape; throws naming `fn`. How far a pool may be
 * padded is left to the shapes: a receptive field is defined beyond it.
 */
export function resolveLayer(fn: string, layer: unknown): ResolvedLayer {
  if (typeof layer !== 'object' || layer === null) refuse(fn, `layer must be an object, got ${show(layer)}`)
  const options = layer as Options
  const { type } = options
  switch (type) {
    case 'conv':
    case 'transposedConv':
      return resolveConv(fn, type, options)
    case 'maxPool':
    case 'averagePool':
      return resolvePool(fn, type, options)
    case 'linear':
      return {
        type,
        outFeatures: requireInteger(fn, 'outFeatures', options.outFeatures, 1),
        bias: withDefault(fn, 'bias', options.bias),
      }
    case 'sliceChannels':
      return resolveSlice(fn, options)
    case 'shuffleChannels':
      return { type, groups: requireInteger(fn, 'groups', options.groups, 1) }
    case 'resize':
      return resolveResize(fn, options)
  }
  const plain = PLAIN_TYPES.find((name) => name === type)
  return plain === undefined ? refuse(fn, `layer type must be a known one, got ${show(type)}`) : { type: plain }
}

/** A window on both axes, checked; `defaultStride` undefined makes the stride default to the kernel size. */
export function resolvePlane(fn: string, layer: Options, defaultStride: number | undefined): PlaneWindow {
  const options = splitOptions(fn, layer)
  return { options, window: [windowOf(fn, options[0], defaultStride), windowOf(fn, options[1], defaultStride)] }
}

/** Throws unless 0 ≤ outputPadding < max(stride, dilation); left out counts as 0. */
export function requireOutputPadding(fn: string, window: Window, outputPadding: unknown = 0): void {
  const problem = outputPaddingProblem(window, outputPadding)
  if (problem) refuseProblem(fn, problem)
}

function windowOf(fn: string, options: Options, defaultStride: number | undefined): Window {
  // The size is the shape's affair; one cell stands in for it here.
  const resolved = resolveWindow(1, options, defaultStride)
  if ('problem' in resolved) refuseProblem(fn, resolved.problem)
  return resolved.window
}

function resolveConv(fn: string, type: 'conv' | 'transposedConv', options: Options): ResolvedLayer {
  const outChannels = requireInteger(fn, 'outChannels', options.outChannels, 1)
  const groups = requireInteger(fn, 'groups', options.groups === undefined ? 1 : options.groups, 1)
  const bias = withDefault(fn, 'bias', options.bias)
  if (outChannels % groups !== 0) refuse(fn, `groups must divide outChannels ${outChannels}, got ${groups}`)
  const plane = resolvePlane(fn, options, 1)
  if (type === 'transposedConv') {
    requireOutputPadding(fn, plane.window[0], plane.options[0].outputPadding)
    requireOutputPadding(fn, plane.window[1], plane.options[1].outputPadding)
  }
  return { type, outChannels, groups, bias, ...plane }
}

function resolvePool(fn: string, type: 'maxPool' | 'averagePool', options: Options): ResolvedLayer {
  if (options.ceilMode !== undefined) requireBoolean(fn, 'ceilMode', options.ceilMode)
  if (type === 'maxPool') return { type, ...resolvePlane(fn, options, undefined) }
  if (options.countIncludePadding !== undefined) {
    requireBoolean(fn, 'countIncludePadding', options.countIncludePadding)
  }
  return { type, ...resolvePlane(fn, { ...options, dilation: 1 }, undefined) }
}

function resolveSlice(fn: string, options: Options): ResolvedLayer {
  const from = requireInteger(fn, 'from', options.from, 0)
  return { type: 'sliceChannels', from, to: requireInteger(fn, 'to', options.to, from + 1) }
}

function resolveResize(fn: string, options: Options): ResolvedLayer {
  const { mode } = options
  const [height, width] = splitPerAxis(fn, 'scale', options.scale)
  if (mode !== 'nearest' && mode !== 'bilinear') refuse(fn, `mode must be 'nearest' or 'bilinear', got ${show(mode)}`)
  return {
    type: 'resize',
    mode,
    scale: [requireInteger(fn, 'scale', height, 1), requireInteger(fn, 'scale', width, 1)],
  }
}

function withDefault(fn: string, name: string, value: unknown): boolean {
  return value === undefined ? true : requireBoolean(fn, name, value)
}
