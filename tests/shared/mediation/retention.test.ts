import { describe, expect, test } from 'vitest'
import { type Ageing, datesOf, keptDays } from '../../../shared/mediation/retention.ts'

const DAY = 24 * 60 * 60 * 1000
const END = 1000 * DAY
const ageing = (more: Partial<Ageing>): Ageing => ({
  state: 'closed',
  since: END,
  talked: true,
  keep: {},
  dropped: { a: false, b: false },
  ...more,
})
const daysAfter = (more: Partial<Ageing>) =>
  Object.fromEntries(Object.entries(datesOf(ageing(more))).map(([cls, at]) => [cls, ((at ?? 0) - END) / DAY]))

describe('what is written goes on its date', () => {
  test.each([
    ['a draft after 7 days', 'draft', 7],
    ['the safety page after 14 days', 'diverted', 14],
    ['a request that was not taken up after 14 days', 'not_taken_up', 14],
    ['what is purged at once', 'purged', 0],
  ] as const)('%s', (_what, state, days) => {
    expect(daysAfter({ state })).toEqual({ screening: days, intake: days, notes: days, room: days, agreement: days })
  })

  test('the screening 48 hours after the route is chosen, whatever becomes of the case', () => {
    for (const state of ['diverted', 'invited', 'active', 'closed', 'not_taken_up'] as const)
      expect(datesOf(ageing({ state, routedAt: END - DAY })).screening).toBe(END + DAY)
  })

  test('nothing else while a case is open', () => {
    expect(datesOf(ageing({ state: 'active', routedAt: END }))).toEqual({ screening: END + 2 * DAY })
    expect(datesOf(ageing({ state: 'triage' }))).toEqual({})
  })

  test('room messages 30 days after the end, the mediator’s notes 7', () => {
    expect(daysAfter({})).toMatchObject({ room: 30, intake: 30, notes: 7, agreement: 30 })
  })

  test('a request that was refused or withdrawn before anybody talked after 14 days', () => {
    expect(daysAfter({ talked: false, reason: 'capacity' })).toMatchObject({ room: 14, intake: 14 })
  })

  test('the agreement 180 days after both signed, or at once when both dropped it', () => {
    const signedAt = END - 74 * DAY
    expect(daysAfter({ signedAt })).toMatchObject({ room: 30, agreement: 106 })
    expect(daysAfter({ signedAt, dropped: { a: true, b: false } })).toMatchObject({ agreement: 106 })
    expect(daysAfter({ signedAt, dropped: { a: true, b: true } })).toMatchObject({ agreement: 0 })
  })
})

test('only both together choose 0 or 90 days', () => {
  expect([keptDays({ a: 0, b: 0 }), keptDays({ a: 90, b: 90 })]).toEqual([0, 90])
  expect([keptDays({}), keptDays({ a: 0 }), keptDays({ a: 90, b: 0 }), keptDays({ b: 90 })]).toEqual([30, 30, 30, 30])
  expect(daysAfter({ keep: { a: 0, b: 0 } })).toMatchObject({ room: 0, intake: 0 })
  expect(daysAfter({ keep: { a: 90, b: 90 } })).toMatchObject({ room: 90 })
})
