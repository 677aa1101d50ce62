import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { afterQuiet } from '../../server/core/quiet.ts'
import {
  act,
  answers,
  ask,
  leap,
  MEDIATIONS,
  mediator,
  member,
  members,
  settle,
  view,
  yes,
} from '../support/mediation.ts'
import { beginRoom } from '../support/room.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let coordinator: Person
beforeAll(async () => {
  server = await startServer()
  coordinator = await member(server, 'coordinator_one', { roles: ['coordinator'] })
})
afterAll(() => server.stop())

let pairs = 0
async function pair() {
  pairs += 1
  const [a, b] = await members(server, `ash_${pairs}`, `bo_${pairs}`)
  if (!a || !b) throw new Error('nobody came')
  return { a, b }
}
const notices = async (person: Person) => (await person.api.get('/api/community/v1/notices')).body
const mailsTo = (person: Person) =>
  server.ctx.db
    .prepare<[Buffer], { content: Buffer }>('SELECT content FROM mails WHERE recipient_hash = ? ORDER BY id')
    .all(server.ctx.vault.fingerprint('email', `${person.username}@mail.example`))
    .map(({ content }) => JSON.parse(server.ctx.vault.open(content)))
const putAway = async (person: Person) => {
  for (const { id } of await notices(person)) await person.api.post(`/api/community/v1/notices/${id}/read`)
}
const choose = (person: Person, choices: Record<string, unknown>) => person.api.put(`${MEDIATIONS}/choices`, choices)

async function invite(b?: Person) {
  const people = await pair()
  const to = b ?? people.b
  const { id } = await ask(people.a, to, { track: 'message' })
  await settle(server)
  return { a: people.a, b: to, id }
}

describe('what waits is told', () => {
  test('in the community, by a notice without a name that leads to the page of mediations', async () => {
    const { a, b } = await invite()
    expect(await notices(b)).toMatchObject([{ kind: 'mediation', ref: '0' }])
    expect(await notices(a)).toEqual([])
    expect(JSON.stringify(await notices(b))).not.toContain(a.username)
  })

  test('by a mail with no names and no subject of its own', async () => {
    const { a, b, id } = await invite()
    const mails = mailsTo(b)
    expect(mails.map(({ subject }) => subject)).toEqual(['You have a message on Left Community'])
    for (const word of [a.username, b.username, id, 'mediat', 'disagree']) expect(mails[0].text).not.toContain(word)
  })

  test('by one mail in 48 hours at most', async () => {
    const { b, id } = await invite()
    await act(b, id, 'consent', yes())
    await settle(server)
    expect(mailsTo(b)).toHaveLength(1)
    await server.advance('PT47H')
    expect(mailsTo(b)).toHaveLength(1)
    await server.advance('PT73H')
    expect(mailsTo(b)).toHaveLength(2)
  })

  test('to who mediates by a digest: one mail of all that waits in their cases, and none of what they saw', async () => {
    const one = await mediator(server, 'digest_one')
    const say = (from: Person, id: number) =>
      from.api.post(`/api/community/v1/mediations/${id}/messages`, { stream: 'caucus_a', text: 'something' })
    const rooms: { a: Person; id: number }[] = []
    for (const people of [await pair(), await pair()])
      rooms.push({ a: people.a, id: beginRoom(server, { ...people, m: one }) })
    for (const { a, id } of rooms) await say(a, id)
    await settle(server)
    expect([mailsTo(one).length, (await notices(one)).length]).toEqual([0, 1])
    await server.advance('PT8H')
    expect(mailsTo(one)).toMatchObject([{ subject: 'You have messages on Left Community' }])
    expect(mailsTo(one)[0].text).toContain('2 things wait')
    for (const word of ['mediat', rooms[0]?.a.username ?? '']) expect(mailsTo(one)[0].text).not.toContain(word)
    for (const { a, id } of rooms.slice(1)) await say(a, id)
    await server.advance('PT30H')
    expect(mailsTo(one)).toHaveLength(1)
    await server.advance('PT24H')
    expect(mailsTo(one)).toHaveLength(2)
    for (const { a, id } of rooms) await act(a, String(id), 'leave')
    await putAway(one)
    await server.advance('P4D')
    expect(mailsTo(one)).toHaveLength(2)
  })

  test('by no mail to who switched it off', async () => {
    const { b } = await pair()
    await choose(b, { mail: false })
    await invite(b)
    expect([mailsTo(b).length, (await notices(b)).length]).toEqual([0, 1])
  })

  test('not in quiet hours, but after them', async () => {
    const { b } = await pair()
    const hour = (offset: number) =>
      `${String((new Date(server.ctx.now()).getUTCHours() + offset + 24) % 24).padStart(2, '0')}:00`
    await choose(b, { quiet_from: hour(-1), quiet_to: hour(3), time_zone: 'UTC' })
    await invite(b)
    expect(mailsTo(b)).toHaveLength(0)
    await server.advance('PT3H')
    expect(mailsTo(b)).toHaveLength(1)
  })

  test('to coordinators when a request waits and again after 48 hours, to moderators when something is reported', async () => {
    const moderator = await member(server, 'moderator_one', { roles: ['moderator'] })
    const asked = await member(server, 'coordinator_two', { roles: ['coordinator'] })
    const { a } = await pair()
    const unread = async (person: Person) => (await person.api.get('/api/community/v1/notices?unread=true')).body.length
    for (const { id } of await notices(coordinator)) await coordinator.api.post(`/api/community/v1/notices/${id}/read`)
    await ask(a, asked)
    expect([await unread(coordinator), await unread(asked), await unread(moderator)]).toEqual([1, 0, 0])
    for (const { id } of await notices(coordinator)) await coordinator.api.post(`/api/community/v1/notices/${id}/read`)
    await server.advance('PT48H1M')
    expect([await unread(coordinator), await unread(asked)]).toEqual([1, 0])
    const second = await pair()
    const { id } = await ask(second.a, second.b, { screening: answers({ q3: 'yes' }) })
    await act(second.a, id, 'report', { statement: 'Please look.' })
    expect([await unread(moderator), await unread(second.b)]).toEqual([1, 0])
  })

  test('A hears of the end after seven days, once', async () => {
    const { a } = await invite()
    await server.advance('P7DT1M')
    expect([await notices(a), mailsTo(a)]).toMatchObject([[{ kind: 'mediation' }], [{}]])
  })
})

describe('what waits too long', () => {
  async function opened() {
    const { a, b } = await pair()
    const { id } = await ask(a, b, { screening: answers({ q6: 'unsure' }) })
    await act(coordinator, id, 'invite')
    await settle(server)
    await act(b, id, 'consent', yes())
    const one = await mediator(server, `clock_${pairs}`)
    await act(a, id, 'propose_comrade', { account_id: one.id })
    for (const side of [a, b]) await act(side, id, 'vote', { acceptable: [one.id] })
    await act(one, id, 'take', { read: true })
    for (const person of [a, b, one]) await putAway(person)
    return { a, b, one, id }
  }
  const unread = async (person: Person) => (await person.api.get('/api/community/v1/notices?unread=true')).body.length

  test('opening is nudged after 5 days, only whoever has not agreed yet, and ends after 10', async () => {
    const { a, b, id } = await opened()
    await act(a, id, 'sign_rules', { read: true })
    await server.advance('P5DT1M')
    expect([await unread(a), await unread(b)]).toEqual([0, 1])
    await server.advance('P5D')
    expect((await view(b, id)).body).toMatchObject({
      state: 'closed',
      text: expect.stringContaining('The mediation has ended. This is a normal way for it to end.'),
    })
  })

  test('a turn is nudged after 48 and 96 hours, then the mediator has to act; no two mails in 48 hours', async () => {
    const { a, b, one, id } = await opened()
    for (const side of [a, b]) await act(side, id, 'sign_rules', { read: true })
    const mails = async (days: string) => {
      for (const person of [a, b, one]) await putAway(person)
      const before = mailsTo(a).length
      await server.advance(days)
      return [await unread(a), await unread(b), await unread(one), mailsTo(a).length - before]
    }
    expect(await mails('PT47H')).toEqual([0, 0, 0, 0])
    expect(await mails('PT2H')).toEqual([1, 1, 1, 1])
    expect(await mails('PT48H')).toEqual([1, 1, 1, 1])
    expect((await mails('P3D')).slice(0, 3)).toEqual([0, 0, 1])
    await leap(server, 36)
    expect((await view(a, id)).body.state).toBe('closed')
  })
})

describe('quiet hours', () => {
  const choices = { noRequests: false, mail: true, notFrom: [], mailedAt: 0 }
  const at = (time: string) => Date.parse(`2026-07-01T${time}:00Z`)

  test('go over midnight and follow the time zone', () => {
    const night = { ...choices, quietFrom: '22:00', quietTo: '07:30', timeZone: 'Europe/Berlin' }
    expect(afterQuiet(night, at('19:59'))).toBe(at('19:59'))
    expect(afterQuiet(night, at('20:00'))).toBe(at('20:00') + 9.5 * 3_600_000)
    expect(afterQuiet(night, at('05:29'))).toBe(at('05:30'))
    expect(afterQuiet(night, at('05:30'))).toBe(at('05:30'))
  })

  test('can be ended, and a time or zone that is none is refused', async () => {
    const { a } = await pair()
    expect((await choose(a, { quiet_from: '22:00', quiet_to: '07:00', time_zone: 'Asia/Tokyo' })).body).toMatchObject({
      quiet_from: '22:00',
      time_zone: 'Asia/Tokyo',
    })
    expect((await choose(a, { quiet_from: '' })).body.quiet_from).toBeNull()
    expect((await choose(a, { quiet_to: '25:00' })).status).toBe(422)
    expect((await choose(a, { time_zone: 'Mars/Base' })).status).toBe(422)
  })
})

describe('the number beside the navigation', () => {
  test('counts what waits for one, and says whether there is anything at all', async () => {
    const { b, id } = await invite()
    const waiting = async (person: Person) => (await person.api.get(`${MEDIATIONS}/waiting`)).body
    expect(await waiting(b)).toEqual({ count: 1, any: true })
    await act(b, id, 'decline', { how: 'no' })
    expect((await waiting(b)).count).toBe(0)
    const { a } = await pair()
    expect(await waiting(a)).toEqual({ count: 0, any: false })
  })
})

describe('somebody who is gone', () => {
  const remove = (person: Person) =>
    server.ctx.transact(() => {
      server.ctx.emit('accountRemoved', { accountId: person.accountId })
      server.ctx.db.prepare('DELETE FROM accounts WHERE id = ?').run(person.accountId)
    })

  test('ends a case that both were in, and the other reads what every end reads', async () => {
    const { a, b, id } = await invite()
    await act(b, id, 'consent', yes())
    remove(b)
    const seen = (await view(a, id)).body
    expect([seen.state, seen.text]).toEqual(['closed', 'The mediation has ended. This is a normal way for it to end.'])
  })

  test('ends it in the same way when they are suspended, and a mediator who is gone is replaced', async () => {
    const { a, b, id } = await invite()
    await act(b, id, 'consent', yes())
    const one = await mediator(server, `leaving_${pairs}`)
    await act(a, id, 'propose_comrade', { account_id: one.id })
    for (const side of [a, b]) await act(side, id, 'vote', { acceptable: [one.id] })
    await act(one, id, 'take', { read: true })
    const suspend = (person: Person) =>
      server.ctx.transact(() => server.ctx.emit('accountSuspended', { accountId: person.accountId }))
    suspend(one)
    expect((await view(a, id)).body).toMatchObject({ state: 'matching', mediator: null })
    expect((await view(one, id)).status, 'whoever is suspended is logged out').toBe(401)
    suspend(a)
    expect((await view(b, id)).body.text).toBe('The mediation has ended. This is a normal way for it to end.')
  })

  test('leaves whoever asked about them with the ordinary seven days', async () => {
    const { a, b, id } = await invite()
    const before = (await view(a, id)).body
    remove(b)
    const after = (await view(a, id)).body
    expect([after.state, after.text, after.due_at]).toEqual([before.state, before.text, before.due_at])
    await server.advance('P7DT1M')
    expect((await view(a, id)).body.state).toBe('not_taken_up')
  })

  test('takes their own request along, and the invitation with it', async () => {
    const { a, b, id } = await invite()
    remove(a)
    expect((await view(b, id)).status).toBe(404)
    expect((await b.api.get(`${MEDIATIONS}/invitations`)).body).toEqual([])
  })
})

describe('what is left', () => {
  test('text of a request that nobody took up is shredded after 14 days, the pair’s fingerprint after 90 and 365', async () => {
    const { a, id } = await invite()
    await leap(server, 8)
    expect(server.ctx.mediation.has(Number(id))).toBe(true)
    await leap(server, 15)
    expect([server.ctx.mediation.has(Number(id)), (await view(a, id)).status]).toEqual([false, 404])
    const count = () => server.ctx.db.prepare('SELECT count(*) AS count FROM pair_counters').get() as { count: number }
    expect(count().count).toBeGreaterThan(0)
    await leap(server, 366)
    expect(count().count).toBe(0)
  })

  test('events without a word or a name are kept for 12 months', async () => {
    const { id } = await invite()
    const events = () =>
      server.ctx.db.prepare('SELECT verb, data FROM mediation_events WHERE case_id = ?').all(Number(id))
    await leap(server, 8)
    await leap(server, 15)
    expect(events().length).toBeGreaterThan(3)
    await leap(server, 366)
    expect(events()).toEqual([])
  })
})
