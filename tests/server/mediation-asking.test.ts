import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MediationView } from '../../shared/api/mediation.ts'
import {
  act,
  answers,
  ask,
  invitations,
  leap,
  MEDIATIONS,
  member,
  members,
  request,
  settle,
  view,
} from '../support/mediation.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let coordinator: Person
beforeAll(async () => {
  server = await startServer()
  coordinator = await member(server, 'coordinator_one', { roles: ['coordinator'] })
})
afterAll(() => server.stop())

let pairs = 0
const pair = async () => {
  pairs += 1
  const [a, b] = await members(server, `ash_${pairs}`, `bo_${pairs}`)
  if (!a || !b) throw new Error('nobody came')
  return { a, b }
}
const start = (person: Person, form: unknown) =>
  person.api.post<MediationView & { error_code: string }>(MEDIATIONS, form)
const verbsOf = ({ actions }: MediationView) => actions.map(({ verb }) => verb)
const triage = async (by = coordinator) => (await by.api.get(`${MEDIATIONS}/triage`)).body

describe('a draft', () => {
  test('is kept, added to, and read by nobody else', async () => {
    const { a, b } = await pair()
    const { body } = await start(a, { draft: true, story: 'First words.' })
    expect([body.state, body.intake?.story, verbsOf(body)]).toEqual([
      'draft',
      'First words.',
      ['save', 'submit', 'discard'],
    ])
    const saved = await act(a, body.id, 'save', { hopes: ['apology'], screening: { q1: 'no' } })
    expect(saved.body.intake).toMatchObject({ story: 'First words.', hopes: ['apology'], screening: { q1: 'no' } })
    for (const other of [b, coordinator]) expect((await view(other, body.id)).status).toBe(404)
  })

  test('is deleted at once when it is discarded, and after 7 days in any case', async () => {
    const { a } = await pair()
    const first = (await start(a, { draft: true })).body.id
    expect((await act(a, first, 'discard')).body).toEqual({})
    const second = (await start(a, { draft: true, story: 'Left lying.' })).body.id
    await server.advance('P6DT23H')
    expect((await view(a, second)).status).toBe(200)
    await server.advance('PT2H')
    expect([(await view(a, first)).status, (await view(a, second)).status]).toEqual([404, 404])
    const left = server.ctx.db.prepare('SELECT count(*) AS count FROM mediation_cases WHERE id IN (?, ?)')
    expect(left.get(Number(first), Number(second))).toEqual({ count: 0 })
    expect(server.ctx.mediation.has(Number(second))).toBe(false)
  })

  test('says of each field what is missing when it is sent', async () => {
    const { a } = await pair()
    const { id } = (await start(a, { draft: true })).body
    const { status, body } = await act(a, id, 'submit')
    expect([status, Object.keys(body.details).sort()]).toEqual([
      422,
      ['account_id', 'consent', 'hopes', 'languages', 'screening', 'story', 'track'],
    ])
  })

  test('becomes a request with what was written before', async () => {
    const { a, b } = await pair()
    const { screening, ...rest } = request(b)
    const { id } = (await start(a, { ...rest, draft: true })).body
    const sent = await act(a, id, 'submit', { screening })
    expect([sent.status, sent.body.state, sent.body.title]).toEqual([200, 'triage', 'With the team'])
    expect(sent.body.due_at).not.toBeNull()
  })

  test('is refused past what a field takes, in the words of the field', async () => {
    const { a, b } = await pair()
    const long = await start(a, request(b, { story: 'x'.repeat(1001) }))
    expect([long.status, long.body]).toMatchObject([422, { details: { story: [{ error: 'ERR_TOO_LONG' }] } }])
    expect((await start(a, request(b, { hours: ['mon-sometime'] }))).status).toBe(422)
    expect((await start(a, request(a))).body).toMatchObject({ details: { account_id: [{ error: 'ERR_INVALID' }] } })
    expect((await start(a, request({ id: '12' }))).status).toBe(422)
  })
})

describe('screening', () => {
  const hard = [
    ['q1', 'yes'],
    ['q2', 'yes'],
    ['q2', 'unsure'],
    ['q3', 'yes'],
    ['q4', 'yes'],
    ['q5', 'yes'],
    ['q5', 'unsure'],
  ] as const

  test('I5 a hard screening answer cannot lead to an invitation, and B is told nothing, ever', async () => {
    const { a, b } = await pair()
    const asked: string[] = []
    for (const [question, answer] of hard) {
      const { body } = await start(a, request(b, { track: 'message', screening: answers({ [question]: answer }) }))
      expect([question, body.state, body.title]).toEqual([
        question,
        'diverted',
        'This sounds like something you shouldn’t have to talk through',
      ])
      expect(verbsOf(body)).toEqual(['report', 'keep_evidence', 'talk_privately', 'close'])
      asked.push(body.id)
      for (const verb of ['submit', 'save', 'invite', 'consent']) {
        expect((await act(a, body.id, verb, request(b))).status).toBe(409)
        expect((await act(coordinator, body.id, verb)).status).toBe(404)
      }
    }
    await settle(server)
    await server.advance('P1D')
    expect(await invitations(b)).toEqual([])
    expect((await b.api.get('/api/community/v1/notices')).body).toEqual([])
    expect((await triage()).waiting.filter((one: { id: string }) => asked.includes(one.id))).toEqual([])
  })

  test('a hard answer leads to the safety page as soon as it is saved, before anything else is written', async () => {
    const { a } = await pair()
    const { id } = (await start(a, { draft: true })).body
    expect((await act(a, id, 'save', { screening: { q4: 'yes' } })).body.state).toBe('diverted')
    await leap(server, 15)
    expect((await view(a, id)).status).toBe(404)
  })

  test('several people, somebody under 18, and danger lead to moderators and to help', async () => {
    const { a, b } = await pair()
    for (const question of ['q7', 'q8']) {
      const { body } = await start(a, request(b, { screening: answers({ [question]: 'yes' }) }))
      expect([body.state, body.title]).toEqual(['diverted', 'A moderator should help with this'])
    }
    for (const answer of ['yes', 'unsure'] as const) {
      const { body } = await start(a, request(b, { screening: answers({ q9: answer }) }))
      expect(body.title).toBe('If anyone is in danger now, get help first')
    }
  })

  test('an unclear answer is seen by coordinators, that question alone, only if the member agrees to it', async () => {
    const { a, b } = await pair()
    const alone = await start(a, request(b, { human_check: false, screening: answers({ q1: 'unsure' }) }))
    expect(alone.body.state).toBe('diverted')
    const { body } = await start(a, request(b, { screening: answers({ q1: 'unsure', q10: 'yes' }) }))
    expect(body.state).toBe('triage')
    const seen = (await view(coordinator, body.id)).body
    expect(seen.flagged).toEqual([{ question: 'q1', answer: 'unsure' }])
    expect(JSON.stringify(seen)).not.toContain('q10')
    expect(JSON.stringify(body)).not.toContain('q1"')
  })

  test('power over somebody leaves only talk through the mediator', async () => {
    const { a, b } = await pair()
    const { id } = await ask(a, b, { mode: 'joint', screening: answers({ q6: 'yes' }) })
    const folded = server.ctx.db.prepare('SELECT folded FROM mediation_cases WHERE id = ?').get(Number(id)) as {
      folded: string
    }
    expect(JSON.parse(folded.folded).shuttleOnly).toBe(true)
  })
})

describe('the rules for asking, which are A’s own', () => {
  test('an account of less than 7 days asks for no mediator', async () => {
    const { b } = await pair()
    const fresh = await server.signUp('newcomer')
    expect((await start(fresh, request(b))).body.error_code).toBe('too_new')
  })

  test('an account that moderators limited asks for no mediator while that lasts', async () => {
    const [lim, other] = await members(server, 'lim', 'lou')
    if (!lim || !other) throw new Error('nobody came')
    const limit = (at: number | null) =>
      server.ctx.db.prepare('UPDATE accounts SET limited_at = ? WHERE id = ?').run(at, lim.accountId)
    limit(server.ctx.now())
    const refused = await lim.api.post(MEDIATIONS, request(other))
    expect([refused.status, refused.body.error_code]).toEqual([403, 'limited'])
    limit(null)
    expect((await lim.api.post(MEDIATIONS, request(other))).status).toBe(200)
  })

  test('two may be open, three in 30 days, and one per person in 90 days', async () => {
    const { a, b } = await pair()
    const others = await members(server, 'cy_1', 'cy_2', 'cy_3', 'cy_4')
    const [c1, c2, c3, c4] = others as [Person, Person, Person, Person]
    const first = await ask(a, b)
    await ask(a, c1)
    expect((await start(a, request(c2))).body.error_code).toBe('two_open')
    await act(a, first.id, 'withdraw')
    const again = await start(a, request(b))
    expect(again.body).toMatchObject({
      error_code: 'one_per_person',
      error: 'There is one request per person in 90 days.',
    })
    const third = await ask(a, c3)
    await act(a, third.id, 'withdraw')
    expect((await start(a, request(c4))).body.error_code).toBe('three_a_month')
    await leap(server, 31)
    expect((await start(a, request(c4))).status).toBe(200)
    await leap(server, 60)
    expect((await start(a, request(b))).status).toBe(200)
  })

  test('three may be unsent', async () => {
    const { a } = await pair()
    for (let n = 0; n < 3; n += 1) expect((await start(a, { draft: true })).status).toBe(200)
    expect((await start(a, { draft: true })).body.error_code).toBe('drafts')
  })

  test('somebody who has not accepted new rules cannot begin, but can go on and leave', async () => {
    const { a, b } = await pair()
    const { id } = await ask(a, b)
    server.ctx.db.prepare('DELETE FROM acceptances WHERE account_id = ?').run(a.accountId)
    expect((await start(a, request(b))).body.error_code).toBe('rules_not_accepted')
    expect((await act(a, id, 'withdraw')).body.state).toBe('closed')
  })
})
