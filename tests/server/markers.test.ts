import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, mastoOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

test('an answer about places always has one for notifications', async () => {
  const [alice] = await cast(server, 'alice')
  const first = await alice.api.get('/api/v1/markers?timeline[]=home&timeline[]=notifications')
  expect(first.body).toEqual({
    notifications: { last_read_id: '0', version: 0, updated_at: '1970-01-01T00:00:00.000Z' },
  })
  expect((await alice.api.get('/api/v1/markers')).body).toHaveProperty('notifications')
})

test('a place is kept for each timeline, counts its changes, and may move back', async () => {
  const [alice] = await cast(server, 'alice')
  const kept = await mastoOf(server, alice).v1.markers.create({ home: { lastReadId: '1234567890123456' } })
  expect(kept.home).toMatchObject({ lastReadId: '1234567890123456', version: 1 })
  expect(kept.notifications, 'typed clients read it always').toMatchObject({ lastReadId: '0' })
  await alice.api.post('/api/v1/markers', new URLSearchParams({ 'home[last_read_id]': '1234567890123000' }))
  const read = (await alice.api.get('/api/v1/markers?timeline[]=home')).body
  expect(read.home).toMatchObject({ last_read_id: '1234567890123000', version: 2 })
  expect((await alice.api.get('/api/v1/markers?timeline[]=notifications')).body).not.toHaveProperty('home')
})

test('what is no id is refused, and nothing is kept', async () => {
  const [alice] = await cast(server, 'alice')
  for (const wrong of ['abc', '-1', '']) {
    const { status, body } = await alice.api.post('/api/v1/markers', { home: { last_read_id: wrong } })
    expect([wrong, status]).toEqual([wrong, 422])
    expect(body.error).toMatch(/home is not valid/)
  }
  expect((await alice.api.get('/api/v1/markers?timeline[]=home')).body).not.toHaveProperty('home')
})

test('places are one’s own', async () => {
  const [alice, bob] = await cast(server, 'alice', 'bob')
  await alice.api.post('/api/v1/markers', { notifications: { last_read_id: '7' } })
  expect((await bob.api.get('/api/v1/markers')).body.notifications.last_read_id).toBe('0')
  expect((await server.visitor.get('/api/v1/markers')).status).toBe(401)
})

test('preferences say what posts begin with', async () => {
  const [alice] = await cast(server, 'alice')
  expect((await alice.api.get('/api/v1/preferences')).body).toEqual({
    'posting:default:visibility': 'public',
    'posting:default:sensitive': false,
    'posting:default:language': 'en',
    'posting:default:quote_policy': 'followers',
    'reading:expand:media': 'default',
    'reading:expand:spoilers': false,
    'reading:autoplay:gifs': false,
  })
})

test('pictures move by themselves once I chose that, in every app of mine', async () => {
  const [alice, bob] = await cast(server, 'alice', 'bob')
  const plays = async (person: Person) => (await person.api.get('/api/v1/preferences')).body['reading:autoplay:gifs']
  const chosen = await alice.browser.put('/api/community/v1/preferences', { autoplay_gifs: true })
  expect([chosen.status, await plays(alice), await plays(bob)]).toEqual([200, true, false])
  expect((await alice.browser.get('/auth/session')).body.autoplay_gifs).toBe(true)
  expect((await alice.browser.put('/api/community/v1/preferences', { autoplay_gifs: 'now' })).status).toBe(422)
})
