import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { MediationView } from '../../shared/api/mediation.ts'
import type { MediationDesk } from '../../shared/api/mediation-team.ts'
import { act, ask, MEDIATIONS, mediator, member, members, settle, view, yes } from '../support/mediation.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
// each test has mediators of its own
afterEach(() => void server.ctx.db.prepare('UPDATE mediator_profiles SET away = 1').run())

let pairs = 0
async function pair() {
  pairs += 1
  const [a, b] = await members(server, `ash_${pairs}`, `bo_${pairs}`)
  if (!a || !b) throw new Error('nobody came')
  return { a, b }
}
const volunteer = (name: string, changes: Record<string, unknown> = {}) =>
  mediator(server, `${name}_${pairs + 1}`, changes)

/** Two who have said yes. */
async function agree(
  changes: Record<string, unknown> = {},
  consent: Record<string, unknown> = {},
  people?: { a: Person; b: Person },
) {
  const { a, b } = people ?? (await pair())
  const { id } = await ask(a, b, { track: 'message', ...changes })
  await settle(server)
  const said = await act(b, id, 'consent', yes(consent))
  if (said.status !== 200) throw new Error(said.text)
  return { a, b, id }
}
const offered = async (person: Person, id: string) => (await view(person, id)).body.candidates.map(({ acct }) => acct)
const vote = (person: Person, id: string, ...acceptable: Person[]) =>
  act(person, id, 'vote', { acceptable: acceptable.map((one) => one.id) })
const desk = async (person: Person) => (await person.api.get<MediationDesk>(`${MEDIATIONS}/desk`)).body

describe('who is offered as a mediator', () => {
  test('up to three with a language and hours in common, those with the fewest cases first', async () => {
    const busy = await volunteer('busy')
    const first = await agree()
    await vote(first.a, first.id, busy)
    await vote(first.b, first.id, busy)
    await act(busy, first.id, 'take', { read: true })
    const idle = await volunteer('idle')
    await volunteer('polyglot', { languages: ['fr'] })
    await volunteer('nightly', { hours: ['sun-night'] })
    await volunteer('absent', { away: true })
    const { a, b, id } = await agree()
    expect(await offered(a, id)).toEqual([idle.username, busy.username])
    expect(await offered(b, id)).toEqual([idle.username, busy.username])
  })

  test('nobody whom either blocks or mutes, who wrote in the thread, or is close to one of them', async () => {
    const people = await pair()
    const { a, b } = people
    const blocked = await volunteer('blocked')
    const muting = await volunteer('muting')
    await volunteer('close', { close_to: [b.id] })
    const wrote = await volunteer('wrote')
    const unwanted = await volunteer('unwanted')
    const fair = await volunteer('fair')
    await a.api.post(`/api/v1/accounts/${blocked.id}/block`)
    await muting.api.post(`/api/v1/accounts/${b.id}/mute`)
    const { body: post } = await b.api.post('/api/v1/statuses', { status: 'The thread.' })
    await wrote.api.post('/api/v1/statuses', { status: 'Me too.', in_reply_to_id: post.id })
    const { id } = await agree({ status_ids: [post.id], unwanted: [unwanted.username] }, {}, people)
    expect(await offered(a, id)).toEqual([fair.username])
  })

  test('nobody with as many cases as they want, who was away for ten days, or who lost the role', async () => {
    const full = await volunteer('full', { max_open: 1 })
    const first = await agree()
    await vote(first.a, first.id, full)
    await vote(first.b, first.id, full)
    const idle = await volunteer('unseen')
    server.ctx.db
      .prepare('UPDATE mediator_profiles SET seen_at = ? WHERE account_id = ?')
      .run(server.ctx.now() - 11 * 86_400_000, idle.accountId)
    const former = await volunteer('former')
    server.ctx.db.prepare('DELETE FROM roles WHERE account_id = ?').run(former.accountId)
    const { a, id } = await agree()
    expect(await offered(a, id)).toEqual([])
    expect((await view(a, id)).body.title).toBe('Nobody is free right now')
  })

  test('nobody who looked at the request as a coordinator (I7 Mediator ≠ decider)', async () => {
    const two = await member(server, 'two_hats', { roles: ['coordinator', 'mediator'] })
    await two.api.put(`${MEDIATIONS}/desk/profile`, { volunteering: true, accepted_code: true, languages: ['en'] })
    const other = await volunteer('one_hat')
    const { a, b } = await pair()
    const { id } = await ask(a, b)
    await act(two, id, 'invite')
    await settle(server)
    await act(b, id, 'consent', yes())
    expect(await offered(a, id)).toEqual([other.username])
    expect((await act(a, id, 'propose_comrade', { account_id: two.id })).status).toBe(422)
  })

  test('with what there is to know: who follows only one of them, who mediated for one before', async () => {
    const people = await pair()
    const one = await volunteer('follower')
    await one.api.post(`/api/v1/accounts/${people.a.id}/follow`)
    const { a, b, id } = await agree({}, {}, people)
    const told = async (person: Person) => (await view(person, id)).body.candidates[0]?.disclosures
    expect(await told(a)).toEqual(['Follows you, and not the other person'])
    expect(await told(b)).toEqual(['Follows the other person, and not you'])
    await one.api.post(`/api/v1/accounts/${b.id}/follow`)
    await vote(a, id, one)
    await vote(b, id, one)
    await act(one, id, 'take', { read: true })
    const [newcomer] = await members(server, `newcomer_${pairs}`)
    if (!newcomer) throw new Error('nobody came')
    const second = await agree({}, {}, { a, b: newcomer })
    expect((await view(newcomer, second.id)).body.candidates[0]?.disclosures).toContain(
      'Has mediated for one of you before',
    )
  })
})

describe('the ballots', () => {
  test('are private: whom both marked is asked, and nobody learns of the marks', async () => {
    const people = await pair()
    const [one, two] = [await volunteer('one'), await volunteer('two')]
    const { a, b, id } = await agree({}, {}, people)
    await vote(a, id, one, two)
    expect((await view(a, id)).body.title).toBe('Your choice is in')
    expect((await view(b, id)).body.candidates.map(({ marked }) => marked)).toEqual([false, false])
    await vote(b, id, two)
    expect((await view(a, id)).body.title).toBe('We asked a mediator')
    expect((await view(one, id)).status).toBe(404)
    expect((await desk(two)).offers.map((line) => line.id)).toEqual([id])
    const asked = (await view(two, id)).body
    expect(asked).toMatchObject({ role: 'mediator', parties: { a: { acct: a.username }, b: { acct: b.username } } })
    expect(asked.candidates).toEqual([])
  })

  test('without anybody in common bring the next three; after three rounds there is no mediator', async () => {
    const people = await pair()
    for (let n = 0; n < 4; n += 1) await volunteer(`many_${n}`)
    const { a, b, id } = await agree({}, {}, people)
    const first = await offered(a, id)
    expect(first).toHaveLength(3)
    await vote(a, id)
    await vote(b, id)
    const second = await offered(a, id)
    expect([second.length, first.includes(second[0] ?? '')]).toEqual([1, false])
    for (let round = 0; round < 2; round += 1) {
      await vote(a, id)
      await vote(b, id)
    }
    expect((await view(b, id)).body).toMatchObject({ state: 'closed', title: 'No mediator has room' })
  })

  test('run 72 hours; who says nothing marked nobody', async () => {
    const people = await pair()
    const one = await volunteer('patient')
    const { a, id } = await agree({}, {}, people)
    await vote(a, id, one)
    await server.advance('PT72H1M')
    expect((await view(a, id)).body.title).toBe('Nobody is free right now')
    await server.advance('PT144H2M')
    expect((await view(a, id)).body.state).toBe('closed')
  })
})

describe('whoever is asked to mediate', () => {
  async function chosen(...names: string[]) {
    const people = await pair()
    const asked: Person[] = []
    for (const name of names) asked.push(await volunteer(name))
    const { a, b, id } = await agree({}, {}, people)
    await vote(a, id, ...asked)
    await vote(b, id, ...asked)
    return { a, b, id, asked }
  }

  test('takes it after a short guide, and it opens', async () => {
    const { a, id, asked } = await chosen('willing')
    const [one] = asked as [Person]
    expect((await act(one, id, 'take')).status).toBe(422)
    expect((await act(one, id, 'take', { read: true })).body.state).toBe('opening')
    expect((await view(a, id)).body).toMatchObject({ state: 'opening', mediator: { acct: one.username } })
    expect((await desk(one)).load).toEqual({ open: 1, max: 2 })
  })

  test('says no without a reason, and the next whom both marked is asked', async () => {
    const { a, id, asked } = await chosen('unsure', 'second')
    const first = (await view(asked[0] as Person, id)).status === 200 ? 0 : 1
    const [no, next] = [asked[first] as Person, asked[1 - first] as Person]
    expect((await act(no, id, 'pass')).body).toEqual({})
    expect((await view(no, id)).status).toBe(404)
    expect((await act(next, id, 'take', { read: true })).status).toBe(200)
    expect((await view(a, id)).body.mediator?.acct).toBe(next.username)
  })

  test('is passed over after 48 hours', async () => {
    const { a, id, asked } = await chosen('silent')
    await server.advance('PT48H1M')
    expect((await view(asked[0] as Person, id)).status).toBe(404)
    expect((await view(a, id)).body.state).toBe('matching')
  })

  test('can be replaced once by each side, without a reason, and does not come back', async () => {
    const { a, b, id, asked } = await chosen('replaced')
    const [one] = asked as [Person]
    await act(one, id, 'take', { read: true })
    const other = await mediator(server, `instead_${pairs}`)
    expect((await act(a, id, 'replace_mediator')).status).toBe(200)
    expect((await view(one, id)).status).toBe(404)
    expect(await offered(b, id)).toEqual([other.username])
    await vote(a, id, other)
    await vote(b, id, other)
    await act(other, id, 'take', { read: true })
    expect((await view(a, id)).body.actions.map(({ verb }) => verb)).not.toContain('replace_mediator')
    expect((await view(b, id)).body.actions.map(({ verb }) => verb)).toContain('replace_mediator')
  })

  test('hands over, and rests for a week', async () => {
    const { id, asked } = await chosen('tired')
    const [one] = asked as [Person]
    await act(one, id, 'take', { read: true })
    expect((await act(one, id, 'hand_over')).status).toBe(200)
    expect((await desk(one)).cooling_off_until).not.toBeNull()
    expect((await view(one, id)).status).toBe(404)
  })
})

describe('a comrade', () => {
  test('is named by one side, marked by both, and asked before anybody else', async () => {
    const people = await pair()
    const stranger = await volunteer('stranger')
    const { a, b, id } = await agree({}, {}, people)
    const [comrade] = await members(server, `comrade_${pairs}`)
    if (!comrade) throw new Error('nobody came')
    expect((await act(a, id, 'propose_comrade', { account_id: comrade.id })).status).toBe(200)
    expect((await view(b, id)).body.candidates.find(({ comrade: is }) => is)?.acct).toBe(comrade.username)
    await vote(a, id, stranger, comrade)
    await vote(b, id, stranger, comrade)
    expect((await act(comrade, id, 'take', { read: true })).status).toBe(200)
    expect((await desk(comrade)).cases).toHaveLength(1)
  })

  test('is nobody whom one of them blocks, and why is not said', async () => {
    const { a, b, id } = await agree()
    const [blocked] = await members(server, `blocked_comrade_${pairs}`)
    if (!blocked) throw new Error('nobody came')
    await b.api.post(`/api/v1/accounts/${blocked.id}/block`)
    const refused = async (accountId: string) => (await act(a, id, 'propose_comrade', { account_id: accountId })).body
    const words = (await refused(blocked.id)).error
    expect((await refused(b.id)).error).toBe(words)
    expect((await refused('12')).error).toBe(words)
  })
})

describe('the profile of a volunteer', () => {
  test('needs the code and a language, and is refused to who is no mediator', async () => {
    const one = await member(server, 'profiled', { roles: ['mediator'] })
    const put = (form: Record<string, unknown>, by = one) => by.api.put(`${MEDIATIONS}/desk/profile`, form)
    expect(Object.keys((await put({ volunteering: true })).body.details)).toEqual(['accepted_code'])
    expect(Object.keys((await put({ volunteering: true, accepted_code: true })).body.details)).toEqual(['languages'])
    const whole = {
      volunteering: true,
      accepted_code: true,
      languages: ['en'],
      approach: 'Slowly.',
      close_to: [one.id],
    }
    expect((await put(whole)).body.profile).toMatchObject({ ...whole, max_open: 2, away: false })
    expect((await put({ max_open: 9 })).status).toBe(422)
    const [nobody] = await members(server, 'no_mediator')
    if (!nobody) throw new Error('nobody came')
    expect([(await put(whole, nobody)).status, (await nobody.api.get(`${MEDIATIONS}/desk`)).status]).toEqual([403, 403])
  })
})

test('I4 Either party or the mediator ends it in one tap, no reason, while a mediator is chosen and after', async () => {
  const people = await pair()
  const one = await volunteer('ending')
  const { a, b, id } = await agree({}, {}, people)
  const can = ({ actions }: MediationView, verb: string) => actions.find((action) => action.verb === verb)
  for (const person of [a, b]) expect(can((await view(person, id)).body, 'leave')).toMatchObject({ weight: 'exit' })
  await vote(a, id, one)
  await vote(b, id, one)
  await act(one, id, 'take', { read: true })
  expect(can((await view(one, id)).body, 'end')).toMatchObject({ weight: 'exit' })
  expect((await act(b, id, 'leave')).status).toBe(200)
  const ended = 'The mediation has ended. This is a normal way for it to end.'
  for (const person of [a, one]) expect((await view(person, id)).body.text).toContain(ended)
})
