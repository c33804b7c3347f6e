import type { Tensor } from 'conv-math'
import { expect } from 'vitest'
import type { StoredTensor } from './load-fixture.ts'

/** Expects equal shapes and |got − want| ≤ tolerance · (1 + |want|) in every cell; tolerance 0 means equal numbers. */
export function expectTensor(got: Tensor, want: StoredTensor | Tensor, tolerance: number): void {
  expect(got.shape).toEqual(want.shape)
  expect(got.data).toHaveLength(want.data.length)
  const off = Array.from(got.data).findIndex((value, at) => !close(value, want.data[at], tolerance))
  if (off >= 0) expect.fail(`cell ${off}: got ${got.data[off]}, want ${want.data[off]}`)
}

function close(got: number, want: number, tolerance: number): boolean {
  return got === want || Math.abs(got - want) <= tolerance * (1 + Math.abs(want))
}
