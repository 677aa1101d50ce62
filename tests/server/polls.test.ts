import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Poll, Status } from '../../shared/api/wire.ts'
import { cast, follow, mastoOf, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const HOUR = 3600
const asks = (person: Person, poll: object = {}, more: object = {}) =>
  say(person, 'Which day?', { poll: { options: ['Monday', 'Tuesday', 'Friday'], expires_in: HOUR, ...poll }, ...more })
const pollOf = (status: Status): Poll => {
  if (!status.poll) throw new Error('no poll')
  return status.poll
}
const votes = (person: Person, poll: Poll, ...choices: unknown[]) =>
  person.api.post(`/api/v1/polls/${poll.id}/votes`, { choices })
const errorOf = (reply: { status: number; body: { details?: Record<string, { error: string }[]> } }) => [
  reply.status,
  Object.values(reply.body.details ?? {})[0]?.[0]?.error,
]

describe('a poll', () => {
  test('works for masto from asking to voting', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const status = await mastoOf(server, alice).v1.statuses.create({
      status: 'Which day?',
      poll: { options: ['Monday', 'Tuesday'], expiresIn: HOUR, multiple: true },
    })
    expect(status.poll).toMatchObject({ multiple: true, expired: false, votesCount: 0, votersCount: 0, voted: true })
    const id = status.poll?.id ?? ''
    const voted = await mastoOf(server, bob)
      .v1.polls.$select(id)
      .votes.create({ choices: [0, 1] })
    expect(voted).toMatchObject({ voted: true, ownVotes: [0, 1], votesCount: 2, votersCount: 1 })
    const seen = await mastoOf(server).v1.polls.$select(id).fetch()
    expect(seen.options.map(({ votesCount }) => votesCount)).toEqual([1, 1])
    expect(seen).not.toHaveProperty('voted')
  })

  test('counts one vote of a person for each choice', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const poll = pollOf(await asks(alice))
    expect((await votes(bob, poll, 1)).body).toMatchObject({ own_votes: [1], votes_count: 1, voters_count: 1 })
    expect(errorOf(await votes(bob, poll, 1))).toEqual([422, 'ERR_TAKEN'])
    expect(errorOf(await votes(bob, poll, 0))).toEqual([422, 'ERR_TAKEN'])
    expect(errorOf(await votes(bob, pollOf(await asks(alice)), 0, 1))).toEqual([422, 'ERR_TOO_MANY'])
    const open = pollOf(await asks(alice, { multiple: true }))
    expect((await votes(bob, open, 2, 2, '2')).body).toMatchObject({ own_votes: [2], votes_count: 1 })
    expect(errorOf(await votes(bob, open, 2))).toEqual([422, 'ERR_TAKEN'])
    expect((await votes(bob, open, 0)).body).toMatchObject({ own_votes: [0, 2], votes_count: 2, voters_count: 1 })
  })

  test('refuses what is no choice, one’s own vote, and a vote after its end', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const poll = pollOf(await asks(alice))
    for (const choice of [3, -1]) expect(errorOf(await votes(bob, poll, choice))).toEqual([422, 'ERR_INCLUSION'])
    expect((await votes(bob, poll, 'x')).status).toBe(422)
    expect(errorOf(await votes(bob, poll))).toEqual([422, 'ERR_BLANK'])
    expect(errorOf(await votes(alice, poll, 0))).toEqual([422, 'ERR_OWN'])
    expect((await server.visitor.post(`/api/v1/polls/${poll.id}/votes`, { choices: [0] })).status).toBe(401)
    await server.advance('PT2H')
    expect(errorOf(await votes(bob, poll, 0))).toEqual([422, 'ERR_OVER'])
    expect((await bob.api.get(`/api/v1/polls/${poll.id}`)).body.expired).toBe(true)
  })

  test('is there only for whom its post is', async () => {
    const [alice, bob, carol, blocked] = await cast(server, 'alice', 'bob', 'carol', 'blocked')
    await follow(bob, alice)
    const poll = pollOf(await asks(alice, {}, { visibility: 'private' }))
    const open = pollOf(await asks(alice))
    await alice.api.post(`/api/v1/accounts/${blocked.id}/block`)
    const absent = await carol.api.get('/api/v1/polls/1234567890123456')
    expect(absent.status).toBe(404)
    for (const client of [carol.api, server.visitor]) {
      const hidden = await client.get(`/api/v1/polls/${poll.id}`)
      expect([hidden.status, hidden.text]).toEqual([404, absent.text])
    }
    expect((await votes(carol, poll, 0)).status).toBe(404)
    expect((await votes(blocked, open, 0)).status).toBe(404)
    await carol.api.post(`/api/v1/accounts/${alice.id}/block`)
    expect((await votes(carol, open, 0)).status).toBe(404)
    expect((await votes(bob, poll, 0)).status).toBe(200)
  })

  test('keeps its numbers back until the end where its author wants that', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const status = await asks(alice, { hide_totals: true })
    expect(
      (await votes(bob, pollOf(status), 0)).body.options.map((one: { votes_count: null }) => one.votes_count),
    ).toEqual([null, null, null])
    await server.advance('PT1H')
    const { poll } = (await alice.api.get<Status>(`/api/v1/statuses/${status.id}`)).body
    expect(poll?.options.map(({ votes_count }) => votes_count)).toEqual([1, 0, 0])
  })

  test('tells who asked and who voted when it is over, once', async () => {
    const [alice, bob, carol] = await cast(server, 'alice', 'bob', 'carol')
    const status = await asks(alice)
    await votes(bob, pollOf(status), 1)
    const told = async (person: Person) =>
      (await person.api.get('/api/v1/notifications?types[]=poll')).body.map(
        (one: { type: string; account: { id: string }; status: Status }) => [one.type, one.account.id, one.status.id],
      )
    expect(await told(alice)).toEqual([])
    await server.advance('PT2H')
    for (const person of [alice, bob]) expect(await told(person)).toEqual([['poll', alice.id, status.id]])
    expect(await told(carol)).toEqual([])
  })

  test('has two options at least, each with words of its own, and an end', async () => {
    const [alice] = await cast(server, 'alice')
    const ask = async (poll: object, more: object = {}) =>
      errorOf(await alice.api.post('/api/v1/statuses', { status: 'Which?', poll, ...more }))
    const [options, expires_in] = [['a', 'b'], HOUR]
    expect(await ask({ options: ['a'], expires_in })).toEqual([422, 'ERR_TOO_SHORT'])
    expect(await ask({ options: ['a', ' '], expires_in })).toEqual([422, 'ERR_BLANK'])
    expect(await ask({ options: ['a', 'A'], expires_in })).toEqual([422, 'ERR_TAKEN'])
    expect(await ask({ options: ['a', 'x'.repeat(81)], expires_in })).toEqual([422, 'ERR_TOO_LONG'])
    expect(await ask({ options: [...'abcdefghi'], expires_in })).toEqual([422, 'ERR_TOO_MANY'])
    expect(await ask({ options })).toEqual([422, 'ERR_BLANK'])
    expect(await ask({ options, expires_in: 10 })).toEqual([422, 'ERR_INCLUSION'])
    expect(await ask({ options, expires_in: 99_999_999 })).toEqual([422, 'ERR_INCLUSION'])
  })

  test('that is edited loses its votes with other options alone', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const status = await asks(alice)
    await votes(bob, pollOf(status), 1)
    const edit = async (form: object) => (await alice.api.put(`/api/v1/statuses/${status.id}`, form)).body
    const options = ['Monday', 'Tuesday', 'Friday']
    const kept = await edit({ status: 'Which day, please?', poll: { options } })
    expect(kept.poll).toMatchObject({ votes_count: 1, expires_at: status.poll?.expires_at })
    const asked = await edit({ status: 'Which day?', poll: { options: ['Monday', 'Sunday'], expires_in: HOUR } })
    expect(asked.poll).toMatchObject({ id: status.poll?.id, votes_count: 0, voters_count: 0 })
    const history = (await bob.api.get(`/api/v1/statuses/${status.id}/history`)).body
    expect(history.map((one: { poll: Poll }) => one.poll.options.map(({ title }) => title).join())).toEqual([
      options.join(),
      options.join(),
      'Monday,Sunday',
    ])
    expect((await votes(bob, asked.poll, 1)).status).toBe(200)
    expect((await edit({ status: 'No day at all' })).poll).toBeNull()
    await alice.api.delete(`/api/v1/statuses/${status.id}`)
    expect(server.ctx.db.prepare('SELECT 1 FROM poll_votes WHERE poll_id = ?').all(asked.poll.id)).toEqual([])
  })

  test('goes with its voters’ accounts, and counts them no more', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const status = await asks(alice)
    await votes(bob, pollOf(status), 1)
    server.ctx.db.prepare('DELETE FROM accounts WHERE id = ?').run(bob.accountId)
    const { body } = await alice.api.get(`/api/v1/polls/${status.poll?.id}`)
    expect(body).toMatchObject({ votes_count: 0, voters_count: 0 })
  })
})
