import { expect, test } from 'vitest'
import { createIds, firstIdAt, timeOfId } from '../../../server/core/ids.ts'

test('ids sort by time, never repeat, and keep 16 digits', () => {
  let now = Date.UTC(2026, 10, 22)
  const newId = createIds(() => now)
  const ids = Array.from({ length: 5000 }, () => newId())
  now += 1
  ids.push(newId())
  expect(ids.toSorted((a, b) => a - b)).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(String(id)).toMatch(/^\d{16}$/)
  expect(Number.isSafeInteger(ids.at(-1))).toBe(true)
})

test('a clock that goes back does not bring an id back', () => {
  let now = 2_000_000_000_000
  const newId = createIds(() => now)
  const first = newId()
  now -= 60_000
  expect(newId()).toBeGreaterThan(first)
})

test('an id tells when it was minted', () => {
  const id = createIds(() => 1_800_000_000_000)()
  expect(timeOfId(id)).toBe(1_800_000_000_000)
  expect(firstIdAt(1_800_000_000_000)).toBeLessThanOrEqual(id)
})
