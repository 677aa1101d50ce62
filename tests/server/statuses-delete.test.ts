import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { follow, mastoOf, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let alice: Person
let bob: Person
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
  bob = await server.signUp('bob')
  await follow(bob, alice)
})
afterAll(() => server.stop())

describe('deleting a post', () => {
  test('gives its text back, as it was written', async () => {
    const text = 'Hi @bob\n\nsee #soup'
    const status = await say(alice, text, { spoiler_text: 'food', visibility: 'unlisted' })
    const reply = await alice.api.delete(`/api/v1/statuses/${status.id}`)
    expect(reply.body).toMatchObject({ id: status.id, text, spoiler_text: 'food', visibility: 'unlisted' })
    expect(reply.body).not.toHaveProperty('content')
    expect((await server.visitor.get(`/api/v1/statuses/${status.id}`)).status).toBe(404)
  })

  test('leaves no trace', async () => {
    const status = await say(alice, 'Hi @bob #gone', { visibility: 'unlisted' })
    const other = await say(alice, 'This one stays #stays')
    const answer = await say(bob, '@alice an answer', { in_reply_to_id: status.id })
    await alice.api.delete(`/api/v1/statuses/${status.id}`)
    const { db } = server.ctx
    const tables = ['statuses:id', 'mentions:status_id', 'status_tags:status_id', 'home_entries:status_id']
    for (const place of [...tables, 'notifications:status_id', 'idempotency:status_id', 'statuses:in_reply_to_id']) {
      const [table, column] = place.split(':')
      expect(db.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${column} = ?`).get(status.id), place).toEqual({
        n: 0,
      })
    }
    expect(db.prepare(`SELECT name FROM tags WHERE name IN ('gone', 'stays')`).all()).toEqual([{ name: 'stays' }])
    expect((await server.visitor.get(`/api/v1/statuses/${answer.id}`)).body.in_reply_to_id).toBeNull()
    expect((await bob.api.get('/api/v1/timelines/home')).body.map(({ id }: { id: string }) => id)).toContain(other.id)
  })

  test('takes it off the count, and its day off the profile', async () => {
    const carol = await server.signUp('carol')
    const status = await say(carol, 'My first')
    expect((await server.visitor.get(`/api/v1/accounts/${carol.id}`)).body.statuses_count).toBe(1)
    await carol.api.delete(`/api/v1/statuses/${status.id}`)
    const profile = (await server.visitor.get(`/api/v1/accounts/${carol.id}`)).body
    expect(profile).toMatchObject({ statuses_count: 0, last_status_at: null })
  })

  test('is for one’s own posts alone, and says no more of others', async () => {
    const status = await say(alice, 'Mine')
    const hidden = await say(alice, 'Mine too', { visibility: 'direct' })
    const absent = await bob.api.delete('/api/v1/statuses/1234567890123456')
    for (const { id } of [status, hidden]) {
      const reply = await bob.api.delete(`/api/v1/statuses/${id}`)
      expect([reply.status, reply.text]).toEqual([404, absent.text])
      expect((await alice.api.get(`/api/v1/statuses/${id}`)).status).toBe(200)
    }
  })

  test('works for masto', async () => {
    const status = await say(alice, 'Not for long')
    const removed = await mastoOf(server, alice).v1.statuses.$select(status.id).remove()
    expect(removed.text).toBe('Not for long')
  })
})
