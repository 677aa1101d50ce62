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
  settle,
  view,
  yes,
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

/** Somebody asked somebody, and the invitation is out. */
async function invite(changes: Record<string, unknown> = {}) {
  const { a, b } = await pair()
  const { id } = await ask(a, b, { track: 'message', ...changes })
  await settle(server)
  return { a, b, id }
}
const verbsOf = ({ actions }: Pick<MediationView, 'actions'>) => actions.map(({ verb }) => verb)
const notices = async (person: Person) => (await person.api.get('/api/community/v1/notices')).body

describe('an invitation', () => {
  test('I2 No message from A reaches B before B consents; only the service writes, and names nobody', async () => {
    const { a, b, id } = await invite({ story: 'A very particular account of events.' })
    const [invitation] = await invitations(b)
    expect(invitation).toMatchObject({ id, seen: false, from: null, quotes: [], hopes: [] })
    expect(verbsOf(invitation ?? { actions: [] })).toEqual(['report', 'see', 'consent', 'decline'])
    const everything = async () =>
      JSON.stringify([
        await invitations(b),
        (await view(b, id)).body,
        (await b.api.get(MEDIATIONS)).body,
        await notices(b),
        (await b.api.get('/api/v1/notifications')).body,
      ])
    const unseen = await everything()
    for (const word of ['particular', a.username, a.id]) expect(unseen).not.toContain(word)
    await act(b, id, 'see')
    expect(await everything()).not.toContain('particular')
    expect(await b.api.post(`${MEDIATIONS}/${id}/messages`, { stream: 'caucus_b', text: 'Hello' })).toMatchObject({
      status: expect.not.toSatisfy((status: number) => status === 200),
    })
  })

  test('shows who asked, the posts and the hopes once they want to see it, and never the account of events', async () => {
    const { a, b } = await pair()
    const { body: post } = await b.api.post('/api/v1/statuses', { status: 'The dishes are yours.' })
    const { id } = await ask(a, b, { track: 'message', status_ids: [post.id], hopes: ['apology', 'correction'] })
    await settle(server)
    await act(b, id, 'see')
    const [seen] = await invitations(b)
    expect(seen).toMatchObject({ seen: true, from: { acct: a.username }, hopes: ['apology', 'correction'] })
    expect(seen?.quotes).toMatchObject([{ id: post.id, deleted: false }])
  })

  test('answers through its own door too', async () => {
    const { b, id } = await invite()
    expect((await b.api.get(`${MEDIATIONS}/invitations/${id}`)).body.id).toBe(id)
    const door = `${MEDIATIONS}/invitations/${id}/actions`
    expect((await b.api.post(door, { verb: 'decline', how: 'not_now' })).body.title).toBe('You said no')
    expect((await b.api.get(`${MEDIATIONS}/invitations/${id}`)).status).toBe(404)
    expect(await invitations(b)).toEqual([])
  })

  test('I1 an individual’s no is invisible to moderators and the other party', async () => {
    const { a, b, id } = await invite()
    const moderator = await member(server, `moderator_${pairs}`, { roles: ['moderator', 'admin', 'owner', 'steward'] })
    const before = JSON.stringify([(await view(a, id)).body, (await a.api.get(MEDIATIONS)).body])
    await act(b, id, 'decline', { how: 'no' })
    expect(JSON.stringify([(await view(a, id)).body, (await a.api.get(MEDIATIONS)).body])).toBe(before)
    for (const other of [moderator, coordinator]) {
      expect((await view(other, id)).status).toBe(404)
      for (const door of ['', '/invitations', '/triage', '/reports', '/desk']) {
        expect(JSON.stringify((await other.api.get(MEDIATIONS + door)).body)).not.toContain(id)
      }
    }
  })

  test('is a yes only after B’s own screening has passed: B’s hard answer shows B the safety page and A nothing', async () => {
    const { a, b, id } = await invite()
    const before = JSON.stringify((await view(a, id)).body)
    const refused = await act(b, id, 'consent', { choice: 'yes', screening: {}, consent: true })
    expect([refused.status, Object.keys(refused.body.details)]).toEqual([422, ['screening']])
    const led = await act(b, id, 'consent', { choice: 'yes', screening: { q5: 'unsure' } })
    expect([led.body.state, verbsOf(led.body)]).toEqual([
      'diverted',
      ['report', 'keep_evidence', 'talk_privately', 'see'],
    ])
    expect(JSON.stringify((await view(a, id)).body)).toBe(before)
    expect((await act(b, id, 'consent', yes())).status).toBe(409)
    await server.advance('P8D')
    expect((await view(a, id)).body.state).toBe('not_taken_up')
    expect((await view(b, id)).body.state).toBe('diverted')
  })

  test('is a yes, and both go on to choosing', async () => {
    const { a, b, id } = await invite()
    const { body } = await act(b, id, 'consent', yes())
    expect(body.state).toBe('matching')
    expect((await view(a, id)).body).toMatchObject({ state: 'matching', other: { acct: b.username } })
    expect(await notices(a)).toHaveLength(1)
  })

  test('has to be consented to in what is kept', async () => {
    const { b, id } = await invite()
    const { status, body } = await act(b, id, 'consent', yes({ consent: false }))
    expect([status, Object.keys(body.details)]).toEqual([422, ['consent']])
  })

  test('with an unclear answer a coordinator looks at that alone, and lets it go on or not', async () => {
    const { a, b, id } = await invite()
    const before = JSON.stringify((await view(a, id)).body)
    await act(b, id, 'consent', yes({ screening: answers({ q6: 'unsure' }) }))
    expect(JSON.stringify((await view(a, id)).body)).toBe(before)
    const seen = (await view(coordinator, id)).body
    expect(seen.flagged).toEqual([{ question: 'q6', answer: 'unsure' }])
    expect([seen.intake, verbsOf(seen)]).toEqual([null, ['pass_check', 'fail_check']])
    await act(coordinator, id, 'pass_check')
    expect((await view(a, id)).body.state).toBe('matching')

    const second = await invite()
    await act(second.b, second.id, 'consent', yes({ screening: answers({ q1: 'unsure' }) }))
    await act(coordinator, second.id, 'fail_check')
    expect((await view(second.a, second.id)).body.state).toBe('invited')
    expect((await view(second.b, second.id)).body.state).toBe('diverted')
  })

  test('can be a yes to one message only', async () => {
    const { a, b } = await pair()
    const { id } = await ask(a, b)
    await act(coordinator, id, 'invite')
    await settle(server)
    await act(b, id, 'consent', yes({ choice: 'message' }))
    expect((await view(a, id)).body.track).toBe('message')
  })

  test('disappears for B when A takes it back, without a word', async () => {
    const { a, b, id } = await invite()
    await act(a, id, 'withdraw')
    expect([await invitations(b), (await view(b, id)).status]).toEqual([[], 404])
    expect((await b.api.get(MEDIATIONS)).body).toEqual([])
  })
})

describe('the limits that protect whoever is asked', () => {
  test('one waits for an answer at a time, the others wait unseen and come after it', async () => {
    const { b, id } = await invite()
    const [other] = await members(server, `later_${pairs}`)
    if (!other) throw new Error('nobody came')
    const later = await ask(other, b, { track: 'message' })
    await settle(server)
    expect((await invitations(b)).map((one) => one.id)).toEqual([id])
    expect((await view(b, later.id)).status).toBe(404)
    await act(b, id, 'decline', { how: 'no' })
    await settle(server)
    expect((await invitations(b)).map((one) => one.id)).toEqual([later.id])
  })

  test('three different people within 14 days are a possible pile-on: coordinators hear, and nothing more comes', async () => {
    const { b, id } = await invite()
    const crowd = await members(server, `crowd_a_${pairs}`, `crowd_b_${pairs}`)
    for (const one of crowd) await ask(one, b, { track: 'message' })
    await settle(server)
    await act(b, id, 'decline', { how: 'no' })
    await settle(server)
    expect(await invitations(b)).toEqual([])
    const { body } = await coordinator.api.get(`${MEDIATIONS}/triage`)
    const own = body.alerts.filter((one: { account: { acct: string } | null }) => one.account?.acct === b.username)
    expect(own).toMatchObject([{ kind: 'pile_on' }])
  })

  test('not from this person again holds for a year, stands in one’s own list, and can be taken back', async () => {
    const { a, b, id } = await invite()
    await act(b, id, 'decline', { how: 'not_from_them' })
    const choices = async () => (await b.api.get(`${MEDIATIONS}/choices`)).body
    expect((await choices()).not_from).toMatchObject([{ acct: a.username }])
    await leap(server, 91)
    const again = await ask(a, b, { track: 'message' })
    await settle(server)
    expect([again.state, await invitations(b)]).toEqual(['invited', []])
    await b.api.put(`${MEDIATIONS}/choices`, { not_from: [] })
    expect((await choices()).not_from).toEqual([])
  })

  test('no requests at all is one’s own switch', async () => {
    const { b, id } = await invite()
    await act(b, id, 'decline', { how: 'none_at_all' })
    expect((await b.api.get(`${MEDIATIONS}/choices`)).body.no_requests).toBe(true)
    await b.api.put(`${MEDIATIONS}/choices`, { no_requests: false })
    const [other] = await members(server, `welcome_${pairs}`)
    if (!other) throw new Error('nobody came')
    await ask(other, b, { track: 'message' })
    await settle(server)
    expect(await invitations(b)).toHaveLength(1)
  })

  test('after two requests without an answer only the other one can begin', async () => {
    const { a, b } = await invite()
    await leap(server, 91)
    await ask(a, b, { track: 'message' })
    await settle(server)
    expect(await invitations(b)).toHaveLength(1)
    await leap(server, 91)
    await ask(a, b, { track: 'message' })
    await settle(server)
    expect(await invitations(b)).toEqual([])
    await ask(b, a, { track: 'message' })
    await settle(server)
    expect(await invitations(a)).toHaveLength(1)
  })

  test('I9 Existing blocks and mutes are untouched by the process', async () => {
    const { a, b } = await pair()
    await a.api.post(`/api/v1/accounts/${b.id}/mute`)
    await b.api.post(`/api/v1/accounts/${a.id}/block`)
    const relation = async (of: Person, to: Person) =>
      (await of.api.get(`/api/v1/accounts/relationships?id[]=${to.id}`)).body[0]
    const before = [await relation(a, b), await relation(b, a)]
    const { id } = await ask(a, b, { track: 'message' })
    await settle(server)
    await act(a, id, 'withdraw')
    expect([await relation(a, b), await relation(b, a)]).toEqual(before)
    expect(before).toMatchObject([{ muting: true }, { blocking: true }])
  })
})

test('I6 what was written for a mediation is nowhere in what moderators get, but what its author sends there', async () => {
  const { a, b, id } = await invite({ story: 'Words for the mediator alone.' })
  const moderator = await member(server, 'moderator_of_words', { roles: ['moderator'] })
  await act(b, id, 'report', { statement: 'Not a disagreement.' })
  const { text } = await moderator.api.get(`${MEDIATIONS}/reports`)
  expect(text).toContain('Not a disagreement.')
  expect(text).not.toContain('Words for the mediator alone.')
  expect((await view(a, id)).body.state).toBe('invited')
})
