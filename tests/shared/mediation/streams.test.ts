import { describe, expect, test } from 'vitest'
import { type MediationRole, mediationStreams } from '../../../shared/api/mediation.ts'
import type { Case } from '../../../shared/mediation/case.ts'
import { fold } from '../../../shared/mediation/fold.ts'
import type { Spoken } from '../../../shared/mediation/pacing.ts'
import { mayRead, silenceOf } from '../../../shared/mediation/streams.ts'

const roles: MediationRole[] = ['a', 'b', 'support_a', 'support_b', 'mediator', 'coordinator']
const room = (more: Partial<Case>): Case => ({
  ...fold([{ at: 0, by: 'a', verb: 'create', data: {} }]),
  state: 'active',
  phase: 'needs',
  ...more,
})
const why = (c: Case, role: MediationRole, stream: (typeof mediationStreams)[number], spoken = none) =>
  silenceOf(c, role, stream, { spoken, now: 0 })?.why ?? 'may'
const none: Spoken[] = []

test('each part of the talk is read by those it is for, and by no coordinator', () => {
  const read = Object.fromEntries(
    mediationStreams.map((stream) => [stream, roles.filter((role) => mayRead(role, stream))]),
  )
  expect(read).toEqual({
    caucus_a: ['a', 'support_a', 'mediator'],
    caucus_b: ['b', 'support_b', 'mediator'],
    joint: ['a', 'b', 'support_a', 'support_b', 'mediator'],
    notes: ['mediator'],
  })
})

describe('writing', () => {
  test('a support person is silent everywhere', () => {
    for (const stream of mediationStreams)
      for (const role of ['support_a', 'support_b', 'coordinator'] as const)
        expect([stream, role, why(room({ mode: 'joint' }), role, stream)]).toEqual([stream, role, 'silent'])
  })

  test('the joint room is closed in shuttle, and open to all three where both want it', () => {
    for (const role of ['a', 'b', 'mediator'] as const) {
      expect(why(room({}), role, 'joint')).toBe('shuttle')
      expect(why(room({ mode: 'joint' }), role, 'joint')).toBe('may')
      expect(why(room({ mode: 'joint', track: 'message' }), role, 'joint')).toBe('shuttle')
    }
  })

  test('nobody writes in a pause, and a freeze looks the same', () => {
    for (const stream of ['caucus_a', 'joint'] as const)
      for (const c of [room({ mode: 'joint', pausedUntil: 9 }), room({ mode: 'joint', frozenUntil: 9 })])
        expect(silenceOf(c, 'a', stream, { spoken: [], now: 0 })).toEqual({ why: 'paused', until: 9 })
  })

  test('one speaks at a time in statements and reflect, and with half an hour between', () => {
    const once: Spoken[] = [{ by: 'a', at: 0, phase: 'statements' }]
    expect(why(room({ mode: 'joint', phase: 'statements' }), 'a', 'joint', once)).toBe('turn')
    expect(why(room({ mode: 'joint', phase: 'statements' }), 'b', 'joint', once)).toBe('may')
    expect(why(room({ mode: 'joint', phase: 'needs' }), 'a', 'joint', once)).toBe('pacing')
    expect(why(room({ mode: 'joint', phase: 'needs' }), 'b', 'joint', once)).toBe('may')
    expect(why(room({ mode: 'joint', phase: 'statements' }), 'mediator', 'joint', once)).toBe('may')
    const givenOn: Spoken[] = [...once, { by: 'b', at: 0, phase: 'statements', passed: true }]
    expect(why(room({ mode: 'joint', phase: 'statements' }), 'b', 'joint', givenOn)).toBe('turn')
    expect(why(room({ mode: 'joint', phase: 'reflect' }), 'b', 'joint', once)).toBe('turn')
  })

  test('before the beginning only with the mediator, after the end nowhere', () => {
    expect(why(room({ mode: 'joint', state: 'opening' }), 'a', 'joint')).toBe('not_begun')
    expect(why(room({ state: 'opening' }), 'a', 'caucus_a')).toBe('may')
    expect(why(room({ state: 'closed' }), 'a', 'caucus_a')).toBe('closed')
    for (const state of ['matching', 'signing', 'follow_up'] as const)
      expect(why(room({ state }), 'a', 'caucus_a')).toBe(state)
    expect(why(room({ state: 'closed' }), 'mediator', 'notes')).toBe('closed')
    expect(why(room({ state: 'signing' }), 'mediator', 'notes')).toBe('may')
  })
})
