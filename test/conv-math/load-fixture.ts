import { readFileSync } from 'node:fs'
import { type Tensor, tensor } from 'conv-math'

/** A tensor as the reference files write it. */
export interface StoredTensor {
  readonly shape: readonly number[]
  readonly data: readonly number[]
}

/** Padding as the reference files write it: the order of ONNX `pads`. */
export type StoredPadding = readonly [top: number, left: number, bottom: number, right: number]

export function loadFixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')) as T
}

export function stored({ shape, data }: StoredTensor): Tensor {
  return tensor(shape, data)
}

/** Padding nested per axis, as conv-math takes it. */
export function nested([top, left, bottom, right]: StoredPadding): readonly [
  readonly [number, number],
  readonly [number, number],
] {
  return [
    [top, bottom],
    [left, right],
  ]
}
