import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, follow, mastoOf, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const MUTED = '/api/community/v1/muted_threads'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const pause = (person: Person, id: string, body?: unknown) => person.api.post(`/api/v1/statuses/${id}/mute`, body)
const isMuted = async (person: Person, id: string) => (await person.api.get(`/api/v1/statuses/${id}`)).body.muted
const told = async (person: Person) => (await person.api.get('/api/v1/notifications')).body.length

/** A talk between two people: what the first wrote, and the other's answer. */
async function talk() {
  const [ann, ben, cem] = await cast(server, 'ann', 'ben', 'cem')
  const root = await say(ann, 'Who is in?')
  const answer = await say(ben, `@${ann.username} I am.`, { in_reply_to_id: root.id })
  return { ann, ben, cem, root, answer }
}

describe('a conversation that I pause', () => {
  test('is muted for me in every one of its posts, through masto, and for nobody else', async () => {
    const { ann, ben, root, answer } = await talk()
    const muted = await mastoOf(server, ann).v1.statuses.$select(answer.id).mute()
    expect(muted).toMatchObject({ id: answer.id, muted: true })
    expect(await isMuted(ann, root.id)).toBe(true)
    expect((await ann.api.get(`/api/v1/statuses/${root.id}/context`)).body.descendants[0].muted).toBe(true)
    expect(await isMuted(ben, root.id)).toBe(false)
    expect('muted' in (await server.visitor.get(`/api/v1/statuses/${root.id}`)).body).toBe(false)
    expect(await mastoOf(server, ann).v1.statuses.$select(root.id).unmute()).toMatchObject({ muted: false })
    expect(await isMuted(ann, answer.id)).toBe(false)
  })

  test('tells me of nothing that is said in it, whoever says it, and everybody else as before', async () => {
    const { ann, ben, cem, root, answer } = await talk()
    await pause(ann, root.id)
    const before = await told(ann)
    await say(cem, `@${ann.username} @${ben.username} me too`, { in_reply_to_id: answer.id })
    expect(await told(ann)).toBe(before)
    expect((await ben.api.get('/api/v1/notifications')).body[0].type).toBe('mention')
    await say(cem, `@${ann.username} and something else`)
    expect(await told(ann)).toBe(before + 1)
    await ann.api.post(`/api/v1/statuses/${root.id}/unmute`)
    await say(cem, `@${ann.username} are you back?`, { in_reply_to_id: answer.id })
    expect(await told(ann)).toBe(before + 2)
  })

  test('comes back by itself after the time that I chose', async () => {
    const { ann, cem, root } = await talk()
    await pause(ann, root.id, { duration: 3600 })
    expect(await isMuted(ann, root.id)).toBe(true)
    await server.advance('PT59M')
    expect(await isMuted(ann, root.id)).toBe(true)
    await server.advance('PT1M')
    expect(await isMuted(ann, root.id)).toBe(false)
    const before = await told(ann)
    await say(cem, `@${ann.username} hello again`, { in_reply_to_id: root.id })
    expect(await told(ann)).toBe(before + 1)
    await server.advance('PT1H')
    expect(server.ctx.db.prepare('SELECT count(*) AS n FROM thread_mutes WHERE expires_at IS NOT NULL').get()).toEqual({
      n: 0,
    })
  })

  test('stands in my list with its end, and can be ended there also when its posts are gone', async () => {
    const { ann, ben, root, answer } = await talk()
    const other = await say(ben, 'Another talk')
    await pause(ann, root.id, { duration: 86_400 })
    await pause(ann, other.id)
    const { body } = await ann.api.get(MUTED)
    expect(body.map((one: { status: { id: string } }) => one.status.id)).toEqual([other.id, root.id])
    expect(body[0].expires_at).toBeNull()
    expect(Date.parse(body[1].expires_at) - server.ctx.now()).toBeGreaterThan(86_000_000)
    await ann.api.delete(`/api/v1/statuses/${root.id}`)
    const [, gone] = (await ann.api.get(MUTED)).body
    expect(gone.status).toBeNull()
    expect(await isMuted(ann, answer.id)).toBe(true)
    expect((await ann.api.delete(`${MUTED}/${gone.id}`)).status).toBe(200)
    expect(await isMuted(ann, answer.id)).toBe(false)
    expect((await ann.api.delete(`${MUTED}/${gone.id}`)).status).toBe(404)
    expect((await ben.api.get(MUTED)).body).toEqual([])
  })

  test('paused a second time changes until when', async () => {
    const { ann, root } = await talk()
    await pause(ann, root.id, { duration: 3600 })
    await pause(ann, root.id)
    expect((await ann.api.get(MUTED)).body).toMatchObject([{ expires_at: null }])
  })

  test('has to be one that I can see, and the time a number that makes sense', async () => {
    const { ann, ben, root } = await talk()
    const secret = await say(ben, 'not for Ann', { visibility: 'direct' })
    expect((await pause(ann, secret.id)).status).toBe(404)
    expect((await pause(ann, '1234567890123456')).status).toBe(404)
    const bad = await pause(ann, root.id, { duration: -5 })
    expect([bad.status, Object.keys(bad.body.details)]).toEqual([422, ['duration']])
    expect((await server.visitor.post(`/api/v1/statuses/${root.id}/mute`)).status).toBe(401)
    const reader = await server.signUp('pausereader', { scopes: 'read write:statuses' })
    expect((await pause(reader, root.id)).status).toBe(403)
    const unaccepted = await server.signUp('pauseunaccepted', { unaccepted: true })
    expect((await pause(unaccepted, root.id)).status).toBe(200)
  })
})

test('a person whom I pause for an hour is heard again after it', async () => {
  const [ann, ben] = await cast(server, 'ann', 'ben')
  await follow(ann, ben)
  await ann.api.post(`/api/v1/accounts/${ben.id}/mute`, { duration: 3600 })
  await say(ben, 'while paused')
  expect((await ann.api.get('/api/v1/timelines/home')).body).toEqual([])
  const [paused] = (await ann.api.get('/api/v1/mutes')).body
  expect(paused.mute_expires_at).toEqual(expect.any(String))
  await server.advance('PT1H')
  expect((await ann.api.get('/api/v1/timelines/home')).body).toHaveLength(1)
  expect((await ann.api.get('/api/v1/mutes')).body).toEqual([])
})
