import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mastoOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'
import { listenTo } from '../support/stream.ts'

const admin = '/api/community/v1/admin/announcements'

let server: TestServer
let moderator: Person
let alice: Person
beforeAll(async () => {
  server = await startServer()
  moderator = await server.signUp('moderator_one', { roles: ['moderator'] })
  alice = await server.signUp('alice')
})
afterAll(() => server.stop())

const say = async (text: string, more = {}) => (await moderator.browser.post(admin, { text, ...more })).body
const read = async (by = alice) => (await by.api.get('/api/v1/announcements')).body
const in1 = (hours: number) => new Date(server.ctx.now() + hours * 3_600_000).toISOString()

describe('an announcement', () => {
  test('is read by every member, in the words and with the links of a post', async () => {
    const { id } = await say('Down for an hour on Sunday, says @alice #news')
    const [typed] = await mastoOf(server, alice).v1.announcements.list()
    expect(typed).toMatchObject({ id, read: false, allDay: false, startsAt: null, statuses: [], reactions: [] })
    const [one] = await read()
    expect(one.content).toContain(`href="${server.url}/@alice"`)
    expect([one.mentions[0].username, one.tags[0].name, one.emojis]).toEqual(['alice', 'news', []])
    expect((await server.visitor.get('/api/v1/announcements')).status).toBe(401)
  })

  test('is put away on all devices by whoever read it', async () => {
    const { id } = await say('Put me away')
    await mastoOf(server, alice).v1.announcements.$select(id).dismiss()
    expect((await read()).find((one: { id: string }) => one.id === id).read).toBe(true)
    expect((await read(moderator)).find((one: { id: string }) => one.id === id).read).toBe(false)
  })

  test('comes out and ends by the clock', async () => {
    const { id, state } = await say('Later', { publish_at: in1(2), ends_at: in1(4) })
    const isShown = async () => (await read()).some((one: { id: string }) => one.id === id)
    expect([state, await isShown()]).toEqual(['to_come', false])
    await server.advance('PT3H')
    expect(await isShown()).toBe(true)
    await server.advance('PT2H')
    expect(await isShown()).toBe(false)
    const [last] = (await moderator.browser.get(admin)).body
    expect([last.id, last.state]).toEqual([id, 'over'])
  })

  test('is told live when it comes, changes, is reacted to and is taken back', async () => {
    const socket = await listenTo(server, alice, { stream: 'user' })
    const { id } = await say('Live')
    expect(JSON.parse(await socket.next('announcement'))).toMatchObject({ id, content: '<p>Live</p>' })
    await moderator.browser.put(`${admin}/${id}`, { text: 'Live again' })
    await socket.next('announcement', (payload) => payload.includes('Live again'))
    await alice.api.put(`/api/v1/announcements/${id}/reactions/${encodeURIComponent('🎉')}`)
    expect(JSON.parse(await socket.next('announcement.reaction'))).toEqual({
      name: '🎉',
      count: 1,
      announcement_id: id,
    })
    await moderator.browser.delete(`${admin}/${id}`)
    expect(await socket.next('announcement.delete')).toBe(id)
    socket.close()
  })

  test('is reacted to with signs and the community’s pictures, eight kinds at most', async () => {
    const { id } = await say('React')
    const path = (name: string) => `/api/v1/announcements/${id}/reactions/${encodeURIComponent(name)}`
    const reactions = async () => (await read()).find((one: { id: string }) => one.id === id).reactions
    expect((await alice.api.put(path('nothing'))).status).toBe(422)
    expect((await alice.api.put(path('two words'))).status).toBe(422)
    for (const sign of ['👍', '👍', '❤️', '🏳️‍🌈']) expect((await alice.api.put(path(sign))).status).toBe(200)
    await moderator.api.put(path('👍'))
    expect(await reactions()).toEqual([
      { name: '👍', count: 2, me: true },
      { name: '❤️', count: 1, me: true },
      { name: '🏳️‍🌈', count: 1, me: true },
    ])
    for (const sign of ['🔥', '⭐', '✨', '🎉', '🌍']) await alice.api.put(path(sign))
    expect((await alice.api.put(path('🐝'))).status).toBe(422)
    await alice.api.delete(path('👍'))
    expect(await reactions()).toContainEqual({ name: '👍', count: 1, me: false })
  })

  test('is written by those who may, and refused in the words of its field', async () => {
    expect((await alice.browser.post(admin, { text: 'mine' })).status).toBe(403)
    const { status, body } = await moderator.browser.post(admin, { text: ' ' })
    expect([status, body.details.text[0].error]).toEqual([422, 'ERR_BLANK'])
    const wrong = await moderator.browser.post(admin, { text: 'x', starts_at: in1(3), ends_at: in1(2) })
    expect(wrong.body.details.ends_at[0].error).toBe('ERR_INVALID')
    expect((await moderator.browser.put(`${admin}/1`, { text: 'x' })).status).toBe(404)
  })
})
