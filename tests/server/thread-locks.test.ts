import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Status } from '../../shared/api/wire.ts'
import { cast, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const LOCKS = '/api/community/v1/thread_locks'

let server: TestServer
let ann: Person
let ben: Person
let cem: Person
let root: Status
let answer: Status
beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  ;[ann, ben, cem] = await cast(server, 'ann', 'ben', 'cem')
  root = await say(cem, 'A talk')
  answer = await say(ben, 'I think so', { in_reply_to_id: root.id })
})
afterAll(() => server.stop())

const offer = (days: unknown = 3, at = answer.id) => ann.api.post(LOCKS, { account_id: ben.id, status_id: at, days })
const reply = (person: Person, to: Status) =>
  person.api.post('/api/v1/statuses', { status: 'and another thing', in_reply_to_id: to.id })
const notices = async (person: Person) =>
  (await person.api.get('/api/community/v1/notices')).body.map((one: { kind: string }) => one.kind)

async function agree(days = 3): Promise<string> {
  const { body } = await offer(days)
  expect((await ben.api.post(`${LOCKS}/${body.id}/accept`)).status).toBe(200)
  return body.id
}

describe('a conversation that two of us lock for ourselves', () => {
  test('takes no reply of either, to whomever, in a neutral line, while the others go on', async () => {
    const own = await say(ann, 'mine', { in_reply_to_id: root.id })
    await agree()
    for (const person of [ann, ben]) {
      for (const post of [root, answer, own]) {
        const refused = await reply(person, post)
        expect([refused.status, Object.keys(refused.body.details)]).toEqual([422, ['in_reply_to_id']])
        expect(refused.body.error).toMatch('both stopped replying in this conversation until')
      }
    }
    expect((await reply(cem, answer)).status).toBe(200)
    const elsewhere = await say(cem, 'Another talk')
    expect((await reply(ann, elsewhere)).status).toBe(200)
    expect((await ann.api.post('/api/v1/statuses', { status: `@${ben.username} elsewhere` })).status).toBe(200)
  })

  test('is offered with the post at which it was, and begins with a yes', async () => {
    const { body } = await offer(14)
    expect(body).toMatchObject({
      kind: 'thread_lock',
      state: 'offered',
      days: 14,
      mine: true,
      status: null,
    })
    expect(await notices(ben)).toEqual(['lock_offered'])
    expect((await reply(ann, root)).status).toBe(200)
    const [seen] = (await ben.api.get(LOCKS)).body
    expect(seen).toMatchObject({ id: body.id, mine: false, status: { id: answer.id }, account: { id: ann.id } })
    expect((await ben.api.get('/api/community/v1/truces')).body).toEqual([])
    await ben.api.post(`${LOCKS}/${body.id}/accept`)
    expect(await notices(ann)).toEqual(['lock_began'])
    expect((await reply(ann, root)).status).toBe(422)
    expect((await ann.api.get(LOCKS)).body).toMatchObject([{ state: 'holding', status: { id: answer.id } }])
  })

  test('tells other servers by its first post that the two do not reply in it, and everybody else may', async () => {
    const policy = async () => {
      const note = await fetch(`${server.url}/ap/users/${cem.accountId}/statuses/${root.id}`, {
        headers: { accept: 'application/activity+json' },
      })
      return (await note.json()).interactionPolicy
    }
    expect((await policy()).canReply).toBeUndefined()
    const id = await agree()
    const named = [ann, ben].map((person) => `${server.url}/ap/users/${person.accountId}`)
    expect((await policy()).canReply).toEqual({
      automaticApproval: ['https://www.w3.org/ns/activitystreams#Public'],
      manualApproval: named,
    })
    await ann.api.delete(`${LOCKS}/${id}`)
    expect((await policy()).canReply).toBeUndefined()
  })

  test('is open again when either ends it, or by itself', async () => {
    const id = await agree(1)
    expect((await cem.api.delete(`${LOCKS}/${id}`)).status).toBe(404)
    expect((await ann.api.delete(`${LOCKS}/${id}`)).status).toBe(200)
    expect((await reply(ben, root)).status).toBe(200)
    expect(await notices(ben)).toEqual(['lock_ended'])
    expect(await notices(ann)).toEqual(['lock_ended', 'lock_began'])
    await server.advance('P7D')
    await agree(1)
    await server.advance('P1D')
    expect((await reply(ann, answer)).status).toBe(200)
  })

  test('has to be one that I can see, for 1, 3, 7 or 14 days', async () => {
    expect((await offer(30)).body.details.days[0].description).toBe('has to be one of 1, 3, 7, 14 days')
    const secret = await say(cem, 'not for Ann', { visibility: 'direct' })
    expect((await offer(3, secret.id)).status).toBe(404)
    expect((await ann.api.post(LOCKS, { account_id: ben.id, days: 3 })).status).toBe(422)
  })
})
