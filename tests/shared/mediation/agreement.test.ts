import { describe, expect, test } from 'vitest'
import type { MediationClause } from '../../../shared/api/mediation.ts'
import {
  benefits,
  clauseTypes,
  demandsApology,
  owes,
  problemOf,
  signedText,
} from '../../../shared/mediation/agreement.ts'

const clause = (more: Partial<MediationClause>): MediationClause => ({
  type: 'free',
  owed_by: 'a',
  text: 'I ask before I quote.',
  status_id: null,
  until: null,
  public: false,
  done_by: [],
  ...more,
})

describe('a clause', () => {
  test('has what its kind needs', () => {
    expect(problemOf(clause({ text: '  ' }))).toBe('text')
    expect(problemOf(clause({ type: 'delete_post' }))).toBe('post')
    expect(problemOf(clause({ type: 'no_contact' }))).toBe('until')
    expect(problemOf(clause({ type: 'no_contact', until: '2030-01-01', owed_by: 'both' }))).toBeUndefined()
    expect(problemOf(clause({ type: 'apology', owed_by: 'both' }))).toBe('one_side')
  })

  test('of every kind can be made', () => {
    for (const type of clauseTypes)
      expect([type, problemOf(clause({ type, status_id: '1', until: '2030-01-01' }))]).toEqual([type, undefined])
  })

  test('is owed by one side or both, and only no contact is ever shown to moderators, by whom it protects', () => {
    const far = clause({ type: 'no_contact', until: '2030-01-01', owed_by: 'b' })
    expect([owes(far, 'a'), owes(far, 'b'), benefits(far, 'a'), benefits(far, 'b')]).toEqual([false, true, true, false])
    expect(benefits({ ...far, owed_by: 'both' }, 'a')).toBe(true)
    expect(benefits(clause({ owed_by: 'b' }), 'a')).toBe(false)
  })
})

describe('an apology', () => {
  const sorry = clause({ type: 'apology', owed_by: 'b', text: 'I am sorry.' })

  test('is never demanded: it comes from who owes it', () => {
    expect(demandsApology([], [sorry], 'a')).toBe(true)
    expect(demandsApology([], [sorry], 'mediator')).toBe(true)
    expect(demandsApology([], [sorry], 'b')).toBe(false)
  })

  test('that was offered may stay in an edit of the rest, in the same words', () => {
    expect(demandsApology([sorry], [{ ...sorry, done_by: [] }, clause({})], 'a')).toBe(false)
    expect(demandsApology([sorry], [{ ...sorry, text: 'I am so very sorry.' }], 'a')).toBe(true)
    expect(demandsApology([sorry], [{ ...sorry, public: true }], 'a')).toBe(true)
  })
})

test('what is signed is every word and the version, and not what was done since', () => {
  const wording = { version: 2, clauses: [clause({})], publicity: 'none', statement: '' } as const
  const same = signedText({ ...wording, clauses: [clause({ done_by: ['a'] })] })
  expect(signedText({ ...wording, clauses: [...wording.clauses] })).toBe(same)
  const others = [
    { ...wording, version: 3 },
    { ...wording, publicity: 'marker' as const },
    { ...wording, statement: 'x' },
    { ...wording, clauses: [clause({ text: 'I ask before I quote!' })] },
    { ...wording, clauses: [clause({ owed_by: 'both' })] },
    { ...wording, clauses: [clause({ public: true })] },
  ]
  expect(new Set([same, ...others.map((other) => signedText({ ...other, clauses: [...other.clauses] }))]).size).toBe(7)
})
