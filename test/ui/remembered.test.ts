import { expect, test } from 'vitest'
import { remembered } from '#ui/remembered.ts'

test('the last result is kept while the arguments are the same, and computed anew when one differs', () => {
  let calls = 0
  const pair = remembered((a: number, b: readonly number[]) => {
    calls++
    return [a, ...b]
  })
  const list = [2]
  const first = pair(1, list)
  expect(pair(1, list)).toBe(first)
  expect(calls).toBe(1)
  expect(pair(1, [2])).not.toBe(first)
  expect(pair(3, list)).toEqual([3, 2])
  expect(calls).toBe(3)
})
