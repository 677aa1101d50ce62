import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Truce } from '../../shared/api/pauses.ts'
import { cast, follow, say, wordsOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const TRUCES = '/api/community/v1/truces'

let server: TestServer
let ann: Person
let ben: Person
let cem: Person
beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  ;[ann, ben, cem] = await cast(server, 'ann', 'ben', 'cem')
})
afterAll(() => server.stop())

const offer = (from: Person, to: Person, days: unknown = 3) => from.api.post(TRUCES, { account_id: to.id, days })
const mine = async (person: Person): Promise<Truce[]> => (await person.api.get(TRUCES)).body
const notices = async (person: Person) =>
  (await person.api.get('/api/community/v1/notices')).body.map((one: { kind: string }) => one.kind)
const home = async (person: Person) => wordsOf((await person.api.get('/api/v1/timelines/home')).body)
const write = (person: Person, status: string, more: object = {}) =>
  person.api.post('/api/v1/statuses', { status, ...more })

async function agree(days = 3): Promise<Truce> {
  const { body } = await offer(ann, ben, days)
  const reply = await ben.api.post(`${TRUCES}/${body.id}/accept`)
  expect(reply.status).toBe(200)
  return reply.body
}

describe('an offer of a truce', () => {
  test('names who offers and for how long and nothing else, in the app alone', async () => {
    const made = await offer(ann, ben, 7)
    expect(made.status).toBe(200)
    expect(made.body).toMatchObject({
      kind: 'truce',
      mine: true,
      state: 'offered',
      days: 7,
      ends_at: null,
      status: null,
    })
    expect(made.body.account.id).toBe(ben.id)
    expect(Date.parse(made.body.answer_by) - server.ctx.now()).toBeGreaterThan(86_390_000)
    const [seen] = await mine(ben)
    expect(seen).toMatchObject({ id: made.body.id, mine: false, state: 'offered', days: 7 })
    expect(seen?.account.id).toBe(ann.id)
    expect(await notices(ben)).toEqual(['truce_offered'])
    expect((await ben.api.get('/api/v1/notifications')).body).toEqual([])
    expect(await notices(ann)).toEqual([])
    expect(await mine(cem)).toEqual([])
  })

  test('holds once the other says yes, for as many days as offered, and ends by itself', async () => {
    const truce = await agree(3)
    expect(truce).toMatchObject({ state: 'holding', mine: false })
    expect(Date.parse(truce.ends_at ?? '') - server.ctx.now()).toBeGreaterThan(3 * 86_400_000 - 10_000)
    expect(await mine(ann)).toMatchObject([{ id: truce.id, state: 'holding' }])
    expect(await notices(ann)).toEqual(['truce_began'])
    expect(await notices(ben)).toEqual([])
    await server.advance('P3D')
    expect(await mine(ann)).toEqual([])
    expect(await mine(ben)).toEqual([])
    expect(await notices(ann)).toEqual(['truce_ended', 'truce_began'])
    expect(await notices(ben)).toEqual(['truce_ended'])
  })

  test('is gone for the other after a day, with its notice', async () => {
    const { body } = await offer(ann, ben)
    await server.advance('PT23H')
    expect(await mine(ben)).toHaveLength(1)
    await server.advance('PT1H')
    expect(await mine(ben)).toEqual([])
    expect(await notices(ben)).toEqual([])
    expect((await ben.api.post(`${TRUCES}/${body.id}/accept`)).status).toBe(404)
    expect(await mine(ann)).toMatchObject([{ state: 'not_taken_up' }])
    await server.advance('P14D')
    expect(await mine(ann)).toEqual([])
  })

  test('can be taken back, and the other finds nothing of it', async () => {
    const { body } = await offer(ann, ben)
    expect((await ann.api.delete(`${TRUCES}/${body.id}`)).status).toBe(200)
    expect(await mine(ann)).toEqual([])
    expect(await mine(ben)).toEqual([])
    expect(await notices(ben)).toEqual([])
    expect((await ben.api.post(`${TRUCES}/${body.id}/accept`)).status).toBe(404)
    expect((await offer(ann, ben)).status).toBe(422)
  })

  test('is answered by nobody but the person it was made to', async () => {
    const { body } = await offer(ann, ben)
    for (const verb of ['accept', 'decline']) {
      expect((await ann.api.post(`${TRUCES}/${body.id}/${verb}`)).status).toBe(404)
      expect((await cem.api.post(`${TRUCES}/${body.id}/${verb}`)).status).toBe(404)
    }
    expect((await cem.api.delete(`${TRUCES}/${body.id}`)).status).toBe(404)
    expect((await ben.api.delete(`${TRUCES}/${body.id}`)).status).toBe(404)
    expect((await server.visitor.get(TRUCES)).status).toBe(401)
    expect(await mine(ben)).toHaveLength(1)
  })

  test('has to be for somebody else who is here, and for 1, 3, 7 or 30 days', async () => {
    const bad = await offer(ann, ben, 2)
    expect([bad.status, bad.body.details.days[0].description]).toEqual([422, 'has to be one of 1, 3, 7, 30 days'])
    expect((await offer(ann, ann)).body.details.account_id).toHaveLength(1)
    expect((await ann.api.post(TRUCES, { account_id: '1', days: 3 })).status).toBe(404)
    await ann.api.post(`/api/v1/accounts/${ben.id}/block`)
    expect((await offer(ann, ben)).body.details.account_id[0].error).toBe('ERR_BLOCKING')
  })

  test('is made once to one person in 7 days, and at most 5 times in 30 days', async () => {
    expect((await offer(ann, ben)).status).toBe(200)
    expect((await offer(ann, ben)).body.details.account_id[0].description).toMatch(/^One offer to one person in 7 days/)
    for (const name of ['dot', 'eve', 'fay', 'gus']) {
      const [other] = await cast(server, name)
      expect((await offer(ann, other)).status).toBe(200)
    }
    expect((await offer(ann, cem)).body.details.account_id[0].description).toMatch(/^5 offers in 30 days are the most/)
    await server.advance('P7D')
    expect((await offer(ann, ben)).body.details.account_id[0].error).toBe('ERR_TOO_MANY')
    await server.advance('P23D')
    expect((await offer(ann, ben)).status).toBe(200)
  })

  test('that both made is one truce when one says yes', async () => {
    await offer(ann, ben)
    const back = await offer(ben, ann)
    await ann.api.post(`${TRUCES}/${back.body.id}/accept`)
    expect(await mine(ann)).toMatchObject([{ id: back.body.id, state: 'holding' }])
    expect(await mine(ben)).toMatchObject([{ id: back.body.id, state: 'holding' }])
    expect(await notices(ben)).toEqual(['truce_began'])
  })
})

describe('while a truce holds', () => {
  const refusal = async (person: Person, status: string, more: object = {}) => {
    const reply = await write(person, status, more)
    return [reply.status, Object.keys(reply.body.details ?? {})[0]]
  }

  test('neither can answer or mention the other, and both read the same neutral line', async () => {
    const post = await say(ben, 'before')
    const other = await say(ann, 'before as well')
    await agree()
    expect(await refusal(ann, 'answer', { in_reply_to_id: post.id })).toEqual([422, 'in_reply_to_id'])
    expect(await refusal(ben, 'answer', { in_reply_to_id: other.id })).toEqual([422, 'in_reply_to_id'])
    expect(await refusal(ann, `hey @${ben.username}`)).toEqual([422, 'status'])
    expect(await refusal(ben, `hey @${ann.username}`, { visibility: 'direct' })).toEqual([422, 'status'])
    const { body } = await write(ann, `hey @${ben.username}`)
    expect(body.error).toMatch(`You and @${ben.username} have a truce until `)
    expect(body.error).toMatch('neither of you answers or mentions the other')
    expect((await write(ann, 'to everybody')).status).toBe(200)
    expect((await write(cem, `@${ann.username} @${ben.username} hello both`)).status).toBe(200)
  })

  test('they are hidden from each other’s home and notifications, and from nobody else’s', async () => {
    await follow(ann, ben)
    await follow(cem, ben)
    await say(ben, `old word for @${ann.username}`)
    const truce = await agree()
    await say(ben, 'new word')
    await follow(ben, ann)
    expect(await home(ann)).toEqual([])
    expect(await home(cem)).toHaveLength(2)
    expect((await ann.api.get('/api/v1/notifications')).body).toEqual([])
    expect((await ann.api.get('/api/v1/notifications/unread_count')).body.count).toBe(0)
    await ben.api.delete(`${TRUCES}/${truce.id}`)
    expect(await home(ann)).toHaveLength(2)
    expect((await ann.api.get('/api/v1/notifications')).body.map((one: { type: string }) => one.type)).toEqual([
      'mention',
    ])
  })

  test('nobody is unfollowed', async () => {
    await follow(ann, ben)
    await agree()
    const [stands] = (await ann.api.get(`/api/v1/accounts/relationships?id[]=${ben.id}`)).body
    expect(stands).toMatchObject({ following: true, muting: false, blocking: false })
  })

  test('either ends it at any time, both are told in the same words, and none is offered for 7 days', async () => {
    const truce = await agree(30)
    expect((await offer(ben, ann)).body.details.account_id[0].error).toBe('ERR_TAKEN')
    await server.advance('P2D')
    expect((await ben.api.delete(`${TRUCES}/${truce.id}`)).status).toBe(200)
    const last = async (person: Person) => {
      const [{ id: _id, created_at: _at, ...notice }] = (await person.api.get('/api/community/v1/notices')).body
      return notice
    }
    expect(await last(ann)).toEqual(await last(ben))
    expect((await last(ann)).kind).toBe('truce_ended')
    expect((await write(ann, `hey @${ben.username}`)).status).toBe(200)
    expect((await ann.api.delete(`${TRUCES}/${truce.id}`)).status).toBe(404)
    for (const [from, to] of [
      [ann, ben],
      [ben, ann],
    ] as const) {
      expect((await offer(from, to)).body.details.account_id[0].error).toBe('ERR_TOO_SOON')
    }
    await server.advance('P7D')
    expect((await offer(ben, ann)).status).toBe(200)
    expect((await notices(ann)).filter((kind: string) => kind === 'truce_ended')).toHaveLength(1)
  })
})
