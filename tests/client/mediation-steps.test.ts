import { describe, expect, test } from 'vitest'
import { emptyValue, isEmpty, wireForm } from '../../client/features/mediation/form/values.ts'
import { firstOpen, stepAt, stepOf } from '../../client/features/mediation/intake/steps.ts'
import { isHardAnswer } from '../../client/features/mediation/invitation/hard.ts'
import type { MediationField } from '../../shared/api/mediation.ts'
import { answers } from '../support/mediation.ts'

describe('A draft that was left lying', () => {
  test('goes on at the first step that needs something', () => {
    const { q7: _, ...nine } = answers()
    expect(firstOpen({})).toBe('safety')
    expect(firstOpen({ screening: nine as ReturnType<typeof answers>, story: 'So it was.' })).toBe('safety')
    expect(firstOpen({ screening: answers() })).toBe('story')
    expect(firstOpen({ screening: answers(), story: 'So it was.', hopes: ['apology'] })).toBe('way')
    const whole = { story: 'So it was.', hopes: ['apology' as const], track: 'message' as const, languages: ['en'] }
    expect(firstOpen({ screening: answers(), ...whole })).toBe('look')
  })

  test('has a step for every address and every field that the server may name', () => {
    expect([undefined, '0', '1', '9', '12', 'x'].map(stepAt)).toEqual(['who', 'who', 'who', 'look', 'look', 'who'])
    const fields = ['story', 'account_id', 'hours', 'screening', 'consent']
    expect(fields.map(stepOf)).toEqual(['story', 'who', 'times', 'safety', 'look'])
  })
})

describe('An answer about safety', () => {
  test('ends the questions when it is hard, or when nobody may look at an unclear one', () => {
    expect(isHardAnswer({ q1: 'no' }, undefined)).toBe(false)
    expect(isHardAnswer({ q2: 'unsure' }, undefined)).toBe(true)
    expect(isHardAnswer(answers({ q1: 'unsure' }), undefined)).toBe(false)
    expect(isHardAnswer(answers({ q1: 'unsure' }), true)).toBe(false)
    expect(isHardAnswer(answers({ q1: 'unsure' }), false)).toBe(true)
    expect(isHardAnswer(answers({ q10: 'yes' }), false)).toBe(false)
  })
})

describe('A form that the server describes', () => {
  const field = (name: string, kind: MediationField['kind'], max: number | null = null): MediationField => ({
    name,
    kind,
    label: '',
    hint: '',
    required: true,
    max,
    options: [],
  })
  const person = { id: '7', acct: 'rowan', display_name: 'Rowan', avatar: '', url: '' }

  test('sends each kind of field as the contract says, and leaves out what is empty', () => {
    const fields = [
      field('who', 'people', 1),
      field('several', 'people'),
      field('hours', 'number'),
      field('why', 'text'),
    ]
    const sent = wireForm(fields, { who: [person], several: [person], hours: '12', why: ' ' })
    expect(sent).toEqual({ who: '7', several: ['7'], hours: 12 })
    expect(wireForm([field('read', 'tick')], { read: false })).toEqual({ read: false })
  })

  test('counts a screening as filled in when all ten are answered', () => {
    const { q3: _, ...nine } = answers()
    expect([isEmpty(emptyValue(field('s', 'screening'))), isEmpty(nine), isEmpty(answers())]).toEqual([
      true,
      true,
      false,
    ])
  })
})
