import { describe, expect, test } from 'vitest'
import { mediationStates, screeningQuestions } from '../../../shared/api/mediation.ts'
import type { Actor, CaseEvent, EventData } from '../../../shared/mediation/case.ts'
import { clockOf, dueOf } from '../../../shared/mediation/clock.ts'
import { fold, IllegalMove } from '../../../shared/mediation/fold.ts'
import type { Move } from '../../../shared/mediation/move.ts'
import { findMove, moves, movesFor, talking } from '../../../shared/mediation/moves.ts'
import { readScreening, screeningTable } from '../../../shared/mediation/screening.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

type Told = [Actor, string, EventData?, number?]

/** A case told as a story: who, what, with what, and how many ms after the beginning. */
const tell = (...story: Told[]) =>
  fold(story.map(([by, verb, data = {}, at = 0]): CaseEvent => ({ at, by, verb, data })))

const asked: Told[] = [
  ['a', 'create'],
  ['a', 'submit', { route: 'triage', track: 'mediation', mode: 'joint' }],
]
const invited: Told[] = [...asked, ['coordinator', 'invite']]
const agreed: Told[] = [
  ...invited,
  ['system', 'deliver'],
  ['b', 'see'],
  ['b', 'consent', { route: 'go', track: 'mediation', mode: 'shuttle' }],
]
const opened: Told[] = [
  ...agreed,
  ['system', 'candidates', { texts: { candidates: 1 } }],
  ['a', 'vote'],
  ['b', 'vote'],
  ['system', 'pick'],
  ['mediator', 'take'],
]
const begun: Told[] = [...opened, ['a', 'sign_rules'], ['b', 'sign_rules']]

describe('the table of moves', () => {
  const everyVerb = moves as readonly Move[]

  test('I1 nobody can be forced: no clock and nobody else can say yes, sign or write for a party', () => {
    for (const verb of ['consent', 'decline', 'vote', 'sign_rules', 'sign', 'approve', 'agree_joint', 'agree_reopen']) {
      const by = everyVerb.filter((move) => move.verb === verb).flatMap((move) => move.by)
      expect(by.every((actor) => actor === 'a' || actor === 'b')).toBe(true)
    }
  })

  test('I4 either party ends it in one tap at any state in which it is open, and the mediator once there is one', () => {
    for (const state of talking) {
      const leads = (verb: string, by: Actor) =>
        everyVerb.some((move) => move.verb === verb && move.by.includes(by) && move.from.includes(state) && !move.when)
      expect([state, leads('leave', 'a'), leads('leave', 'b')]).toEqual([state, true, true])
      if (state !== 'matching') expect([state, leads('end', 'mediator')]).toEqual([state, true])
    }
    expect(movesFor(tell(...asked), 'a')).toContain('withdraw')
    expect(movesFor(tell(...invited), 'a')).toContain('withdraw')
    expect(movesFor(tell(['a', 'create']), 'a')).toContain('discard')
  })

  test('I5 a hard screening answer cannot lead to an invitation: nothing leads on from the safety page', () => {
    const onwards = everyVerb.filter((move) => move.from.includes('diverted')).flatMap((move) => move.leads)
    expect([...new Set(onwards)]).toEqual(['purged'])
    const c = tell(['a', 'create'], ['a', 'submit', { route: 'divert' }])
    expect(c.state).toBe('diverted')
    expect(movesFor(c, 'a')).toEqual(['report', 'keep_evidence', 'talk_privately', 'close'])
    for (const by of ['coordinator', 'mediator', 'b', 'system'] as const) {
      expect(movesFor(c, by).filter((verb) => !['purge', 'forget_screening', 'hold_by_law'].includes(verb))).toEqual([])
    }
  })

  test('I7 mediator ≠ decider: a mediator can neither sign, nor approve, nor close with an agreement', () => {
    const own = everyVerb.filter((move) => move.by.includes('mediator')).map((move) => move.verb)
    for (const verb of ['sign', 'approve', 'carry_unapproved', 'finish', 'escalate', 'no_agreement']) {
      expect(own).not.toContain(verb)
    }
  })

  test('everything that the table does not have is refused', () => {
    expect(() => tell(['b', 'create'])).toThrow(IllegalMove)
    expect(() => tell(['a', 'create'], ['a', 'consent'])).toThrow(IllegalMove)
    expect(() => tell(...asked, ['mediator', 'invite'])).toThrow(IllegalMove)
    expect(() => tell(...invited, ['b', 'see'])).toThrow(IllegalMove)
    expect(() => tell(...invited, ['system', 'withhold'], ['b', 'consent', { route: 'go' }])).toThrow(IllegalMove)
    expect(() => tell(...begun, ['a', 'sign', { version: 0 }])).toThrow(IllegalMove)
  })

  test('every state but the first is reached by a move, and every one but the last is left by one', () => {
    const reached = new Set(everyVerb.flatMap((move) => move.leads))
    const left = new Set(everyVerb.flatMap((move) => move.from))
    expect(mediationStates.filter((state) => state !== 'draft' && !reached.has(state))).toEqual([])
    expect(mediationStates.filter((state) => state !== 'purged' && !left.has(state))).toEqual([])
  })
})

describe('a case', () => {
  test('goes from a request to an agreement', () => {
    const signed = tell(
      ...begun,
      ['mediator', 'to_signing'],
      ['mediator', 'edit_agreement'],
      ['a', 'sign', { version: 1 }],
      ['b', 'sign', { version: 1 }],
    )
    expect(signed.state).toBe('follow_up')
    expect(tell(...begun).phase).toBe('statements')
  })

  test('loses both signatures when the agreement is edited', () => {
    const signing: Told[] = [...begun, ['mediator', 'to_signing'], ['mediator', 'edit_agreement']]
    const again = tell(...signing, ['a', 'sign', { version: 1 }], ['b', 'edit_agreement'])
    expect([again.agreementVersion, again.signed]).toEqual([2, { a: false, b: false }])
    expect(tell(...signing, ['a', 'sign', { version: 0 }]).signed.a).toBe(false)
  })

  test('has the same state for whom asked, whatever the person invited does', () => {
    const states = [
      tell(...invited),
      tell(...invited, ['system', 'withhold']),
      tell(...invited, ['system', 'wait']),
      tell(...invited, ['system', 'deliver'], ['b', 'decline']),
      tell(...invited, ['system', 'deliver'], ['b', 'consent', { route: 'divert' }]),
      tell(...invited, ['system', 'deliver'], ['b', 'report']),
    ]
    for (const c of states) {
      expect([c.state, dueOf(c), movesFor(c, 'a')]).toEqual(['invited', 7 * DAY, ['withdraw']])
      expect(clockOf({ ...c, texts: {} })).toEqual({ at: 7 * DAY, verb: 'not_taken_up' })
    }
  })

  test('talks in one room only where both want it and screening leaves it', () => {
    expect(tell(...begun).mode).toBe('shuttle')
    expect(tell(...begun, ['b', 'agree_joint']).mode).toBe('joint')
    const back = tell(...begun, ['b', 'agree_joint'], ['b', 'switch_to_shuttle'])
    expect([back.mode, back.wishesJoint]).toEqual(['shuttle', { a: false, b: false }])
    const careful: Told[] = begun.map(([by, verb, data]) =>
      verb === 'consent' ? [by, verb, { ...data, shuttleOnly: true }] : [by, verb, data ?? {}],
    )
    expect(findMove(tell(...careful), 'a', 'agree_joint')).toBeUndefined()
  })

  test('gives each side three pauses', () => {
    const round: Told[] = [
      ['a', 'pause', { hours: 2 }],
      ['system', 'resume'],
    ]
    const three = tell(...begun, ...round, ...round, ...round)
    expect(findMove(three, 'a', 'pause')).toBeUndefined()
    expect(findMove(three, 'b', 'pause')).toBeDefined()
  })

  test('is extended once, and only when all three agree', () => {
    const two = tell(...begun, ['a', 'extend'], ['b', 'extend'])
    expect(two.extended).toBe(false)
    const all = tell(...begun, ['a', 'extend'], ['b', 'extend'], ['mediator', 'extend'])
    expect([all.extended, dueOf(all)]).toEqual([true, 35 * DAY])
    expect(findMove(all, 'a', 'extend')).toBeUndefined()
  })
})

describe('the clocks', () => {
  test.each([
    ['a draft is purged after 7 days', tell(['a', 'create']), 7 * DAY, 'purge'],
    ['a second coordinator is asked after 48 hours', tell(...asked), 48 * HOUR, 'second_asked'],
    [
      'a request nobody looks at ends after 96 hours',
      tell(...asked, ['system', 'second_asked', {}, 48 * HOUR]),
      96 * HOUR,
      'capacity',
    ],
    ['an invitation runs 7 days', tell(...invited), 7 * DAY, 'not_taken_up'],
    ['ballots run 72 hours', tell(...agreed, ['system', 'candidates']), 72 * HOUR, 'candidates'],
    [
      'after three rounds there is no mediator',
      tell(...agreed, ['system', 'candidates'], ['system', 'candidates'], ['system', 'candidates']),
      72 * HOUR,
      'capacity',
    ],
    [
      'a mediator has 48 hours to answer',
      tell(...agreed, ['system', 'candidates'], ['system', 'pick']),
      48 * HOUR,
      'mediator_silent',
    ],
    ['opening has one nudge after 5 days', tell(...opened), 5 * DAY, 'nudge'],
    ['opening ends after 10 days', tell(...opened, ['system', 'nudge', {}, 5 * DAY]), 10 * DAY, 'lapse'],
    ['a turn has its first nudge after 48 hours', tell(...begun), 48 * HOUR, 'nudge'],
    ['its second after 96', tell(...begun, ['system', 'nudge', {}, 48 * HOUR]), 96 * HOUR, 'nudge'],
    [
      'and after 7 days the mediator has to act',
      tell(...begun, ['system', 'nudge'], ['system', 'nudge']),
      7 * DAY,
      'must_act',
    ],
    [
      'a talk ends after 42 days at last',
      tell(...begun, ['system', 'nudge'], ['system', 'nudge'], ['system', 'must_act']),
      42 * DAY,
      'lapse',
    ],
    ['a pause ends by itself', tell(...begun, ['a', 'pause', { hours: 12 }]), 12 * HOUR, 'resume'],
    ['a freeze ends it after 30 days', tell(...begun, ['a', 'freeze']), 30 * DAY, 'end_frozen'],
    ['signing lasts 7 days', tell(...begun, ['mediator', 'to_signing']), 7 * DAY, 'no_agreement'],
  ] as const)('%s', (_title, c, at, verb) => expect(clockOf(c)).toEqual({ at, verb }))

  test('one message ends after 7 days', () => {
    const story = begun.map(
      ([by, verb, data]): Told => [by, verb, { ...data, ...(data?.track && { track: 'message' }) }],
    )
    expect(clockOf(tell(...story))).toEqual({ at: 7 * DAY, verb: 'no_agreement' })
  })

  test('screening answers are forgotten 48 hours after it is decided where they lead', () => {
    const c = tell(asked[0] as Told, ['a', 'submit', { route: 'divert', texts: { screening_a: 7 } }])
    expect(clockOf(c)).toEqual({ at: 48 * HOUR, verb: 'forget_screening' })
  })
})

describe('screening', () => {
  const no = Object.fromEntries(screeningQuestions.map((question) => [question, 'no'])) as Record<
    (typeof screeningQuestions)[number],
    'yes' | 'unsure' | 'no'
  >

  test('leads where the table of screening says, for every question and answer', () => {
    const rows = screeningQuestions.map((question) => Object.values(screeningTable[question]).join(' '))
    expect(rows).toEqual([
      'divert triage',
      'divert divert',
      'divert triage',
      'divert triage',
      'divert divert',
      'triage triage',
      'moderator_help triage',
      'moderator_help triage',
      'crisis crisis',
      'go go',
    ])
    for (const question of screeningQuestions) {
      for (const answer of ['yes', 'unsure'] as const) {
        expect(readScreening({ ...no, [question]: answer }, true).route).toBe(screeningTable[question][answer])
      }
    }
    expect(readScreening(no, false).route).toBe('go')
  })

  test('an unclear answer is a safety page unless the member agrees that a person looks at it', () => {
    expect(readScreening({ ...no, q1: 'unsure' }, false).route).toBe('divert')
    expect(readScreening({ ...no, q1: 'unsure' }, true)).toMatchObject({ route: 'triage', flagged: ['q1'] })
  })

  test('the gravest answer decides', () => {
    expect(readScreening({ ...no, q6: 'yes', q3: 'yes' }, true).route).toBe('divert')
    expect(readScreening({ ...no, q3: 'yes', q9: 'unsure' }, true).route).toBe('crisis')
  })

  test('power over somebody, or wishing it, leaves only talk through the mediator', () => {
    expect(readScreening({ ...no, q6: 'yes' }, true).shuttleOnly).toBe(true)
    expect(readScreening({ ...no, q10: 'yes' }, true).shuttleOnly).toBe(true)
    expect(readScreening(no, true).shuttleOnly).toBe(false)
  })
})

describe('An interpreter', () => {
  const interpreted: Told[] = [
    ...begun,
    ['a', 'name_interpreter'],
    ['b', 'agree_interpreter'],
    ['interpreter', 'accept_interpreter'],
    ['mediator', 'to_signing'],
    ['mediator', 'edit_agreement', { version: 1 }],
    ['a', 'sign', { version: 1 }],
    ['b', 'sign', { version: 1 }],
  ]

  test.each([
    ['with their mediator', []],
    ['after the mediator was lost', [['system', 'mediator_gone'] as Told]],
  ])('is asked about anew when both talk again, %s: a consent holds for one step', (_how, between) => {
    const c = tell(...interpreted, ...between, ['a', 'not_holding'], ['b', 'agree_reopen'])
    expect(c.state).toBe(between.length > 0 ? 'matching' : 'active')
    expect(c.interpreter).toMatchObject({ stands: 'asked', yes: { a: false, b: false } })
    expect(c.toInterpret).toEqual([])
  })
})

test('MUST: what somebody of another server asks for goes on by a coordinator alone', () => {
  const fromElsewhere: Told[] = [
    ['a', 'create', { fromElsewhere: true }],
    ['a', 'submit', { route: 'go', track: 'message' }],
  ]
  expect(() => tell(...fromElsewhere, ['system', 'invite'])).toThrow(IllegalMove)
  expect(tell(...fromElsewhere, ['coordinator', 'invite']).state).toBe('invited')
})
