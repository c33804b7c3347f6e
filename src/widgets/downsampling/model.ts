import {
  checkConvAxis,
  checkPoolAxis,
  droppedByFloor,
  inferShapes,
  type Layer,
  macCount,
  type Problem,
  parameterCount,
  sequential,
} from 'conv-math'
import { choice, int, type StateOf } from '#ui/fields.ts'
import { range } from '#ui/scale.ts'
import { type Equivariance, equivarianceOf } from './equivariance.ts'
import type { Messages } from './messages.ts'

export const kinds = ['stridedConv', 'sameConv', 'maxPool', 'averagePool'] as const
export type Kind = (typeof kinds)[number]
const orNone = [...kinds, 'none'] as const

export const fields = {
  inputSize: int(1, 256, 60),
  channels: int(1, 64, 16),
  /** Of the convolutions with stride 2; the others keep the size. */
  padding: int(0, 1, 1),
  stage1: choice(kinds, 'stridedConv'),
  stage2: choice(orNone, 'sameConv'),
  stage3: choice(orNone, 'maxPool'),
  stage4: choice(orNone, 'averagePool'),
  shift: int(0, 16, 5),
}
export type State = StateOf<typeof fields>
export const stageNames = ['stage1', 'stage2', 'stage3', 'stage4'] as const

export interface Stage {
  readonly kind: Kind
  readonly kernelSize: number
  readonly stride: number
  readonly padding: number
  readonly inputSize: number
  readonly outputSize: number
  readonly channels: number
  readonly activations: number
  readonly macs: number
  /** Rows, and as many columns, at the end of the padded input that no window reads; those of them that are real input. */
  readonly dropped: number
  readonly lost: number
}
interface Totals {
  readonly activations: number
  readonly macs: number
}
export interface Shape {
  readonly ok: true
  readonly stages: readonly Stage[]
  readonly total: Totals & { readonly parameters: number }
  /** The same convolutions with stride 1 and padding that keeps the size, without pooling. */
  readonly undiminished: Totals
  readonly equivariance: Equivariance
}
export type Trouble = Problem & { readonly stage: number }
export type Derived = Shape | { readonly ok: false; readonly problem: Trouble }

/** What comes in: a picture's three colours. */
export const inputChannels = 3

type Window = Pick<Stage, 'kernelSize' | 'stride' | 'padding'>
export function windowOf(kind: Kind, padding: number): Window {
  if (kind === 'stridedConv') return { kernelSize: 3, stride: 2, padding }
  return kind === 'sameConv' ? { kernelSize: 3, stride: 1, padding: 1 } : { kernelSize: 2, stride: 2, padding: 0 }
}
const isConv = (kind: Kind): boolean => kind === 'stridedConv' || kind === 'sameConv'

export const chosen = (state: State): Kind[] => stageNames.map((name) => state[name]).filter((kind) => kind !== 'none')

/** The layers: the first convolution makes `channels`, each later one with stride 2 doubles them. */
function layersOf(state: State, full: boolean): Layer[] {
  let width = 0
  return chosen(state)
    .filter((kind) => !full || isConv(kind))
    .map((kind): Layer => {
      const window = windowOf(full ? 'sameConv' : kind, state.padding)
      if (kind === 'maxPool' || kind === 'averagePool') return { type: kind, ...window }
      width = width === 0 ? state.channels : kind === 'stridedConv' ? 2 * width : width
      return { type: 'conv', outChannels: width, bias: false, ...window }
    })
}

const cells = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1)

function totalsOf(layers: readonly Layer[], inputSize: number): Totals {
  const input = [inputChannels, inputSize, inputSize] as const
  const graph = sequential(layers)
  const shapes = [...inferShapes(graph, input).values()].slice(1)
  return {
    activations: shapes.reduce((sum, shape) => sum + cells(shape), 0),
    macs: macCount(graph, input).total,
  }
}

export function derive(state: State): Derived {
  const { inputSize } = state
  const names = chosen(state)
  const layers = layersOf(state, false)
  const input = [inputChannels, inputSize, inputSize] as const
  let size: number = inputSize
  for (const stage of range(names.length)) {
    const window = windowOf(names[stage], state.padding)
    const problem = isConv(names[stage]) ? checkConvAxis(size, window) : checkPoolAxis(size, window)
    if (problem) return { ok: false, problem: { ...problem, stage: stage + 1 } }
    size = (inferShapes(sequential(layers.slice(0, stage + 1)), input).get(`${stage}`) ?? input)[1]
  }
  const graph = sequential(layers)
  const shapes = inferShapes(graph, input)
  const macs = macCount(graph, input).byNode
  const shapeAt = (id: string): readonly number[] => shapes.get(id) ?? input
  return {
    ok: true,
    stages: names.map((kind, index): Stage => {
      const window = windowOf(kind, state.padding)
      const [, from] = shapeAt(index === 0 ? 'input' : `${index - 1}`)
      const [channels, outputSize] = shapeAt(`${index}`)
      const dropped = droppedByFloor(from, window)
      return {
        kind,
        ...window,
        inputSize: from,
        outputSize,
        channels,
        activations: cells(shapeAt(`${index}`)),
        macs: macs.get(`${index}`) ?? 0,
        dropped,
        lost: Math.max(0, dropped - window.padding),
      }
    }),
    total: { ...totalsOf(layers, inputSize), parameters: parameterCount(graph, input).total },
    undiminished: totalsOf(layersOf(state, true), inputSize),
    equivariance: equivarianceOf(
      names.map((kind) => ({ kind, ...windowOf(kind, state.padding) })),
      state.shift,
    ),
  }
}

export function describe(state: State, derived: Shape, messages: Messages): string {
  return messages.description(state, derived)
}
