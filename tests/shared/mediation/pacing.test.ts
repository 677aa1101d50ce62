import { expect, test } from 'vitest'
import { canUnsend, freeAt, hasTurns, marksIn, turnOf, waitsForMediator } from '../../../shared/mediation/pacing.ts'

const MINUTE = 60_000

test('half an hour lies between two joint messages of one person, on both sides alike', () => {
  const spoken = [
    { by: 'a', at: 0 },
    { by: 'b', at: 10 * MINUTE },
  ] as const
  expect(freeAt(spoken, 'a', 29 * MINUTE)).toBe(30 * MINUTE)
  expect(freeAt(spoken, 'a', 30 * MINUTE)).toBeUndefined()
  expect(freeAt(spoken, 'b', 39 * MINUTE)).toBe(40 * MINUTE)
  expect(freeAt([], 'a', 0)).toBeUndefined()
})

test('the turn goes from one to the other, in the phases that have one', () => {
  expect(turnOf([])).toBe('a')
  expect(turnOf([{ by: 'a', at: 1 }])).toBe('b')
  expect(
    turnOf([
      { by: 'a', at: 1 },
      { by: 'b', at: 2 },
    ]),
  ).toBe('a')
  expect([hasTurns('statements'), hasTurns('reflect'), hasTurns('needs'), hasTurns('options')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('a message can be taken back for ten minutes', () => {
  expect([canUnsend(0, 10 * MINUTE - 1), canUnsend(0, 10 * MINUTE)]).toEqual([true, false])
})

test('messages wait for the mediator in the first phase, and are marked where one listens or chooses', () => {
  expect([waitsForMediator('statements'), waitsForMediator('reflect')]).toEqual([true, false])
  expect(marksIn('reflect')).toEqual(['yes', 'partly', 'no'])
  expect(marksIn('options')).toEqual(['can', 'cannot', 'ask'])
  expect(marksIn('needs')).toEqual([])
})
