import { createStreamingAPIClient } from 'masto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { hubOf } from '../../server/features/streaming/hub.ts'
import type { Notification } from '../../shared/api/notifications.ts'
import type { Status } from '../../shared/api/wire.ts'
import { cast, follow, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'
import { listenTo, openEvents, openSocket, settle } from '../support/stream.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const textOf = (payload: string) => (JSON.parse(payload) as Status).content.replace(/<[^>]*>/g, '')

describe('through masto', () => {
  const streamingOf = (person: Person) =>
    createStreamingAPIClient({
      streamingApiUrl: server.url.replace('http', 'ws'),
      accessToken: person.token,
      implementation: WebSocket,
    })

  test('the instance says where its streams are', async () => {
    const { body } = await server.visitor.get('/api/v2/instance')
    expect(body.configuration.urls.streaming).toBe(server.url.replace('http', 'ws'))
    expect((await server.visitor.get('/api/v1/instance')).body.urls.streaming_api).toBe(
      server.url.replace('http', 'ws'),
    )
  })

  test('another program hears of new posts, deleted posts and mentions, in one connection', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    await follow(ada, ben)
    const client = streamingOf(ada)
    const heard: string[] = []
    const reading = (async () => {
      for await (const { event, payload } of client.user.subscribe()) {
        if (event === 'update') heard.push(`update ${payload.content}`)
        else if (event === 'notification') heard.push(`notification ${payload.type}`)
        else if (event === 'delete') heard.push(`delete ${payload}`)
        if (heard.length === 4) return
      }
    })()
    await vi.waitUntil(() => hubOf(server.ctx).of('user').has(ada.id), { timeout: 8000 })
    const post = await say(ben, 'hello')
    await say(ben, `hello @${ada.username}`)
    await ben.api.delete(`/api/v1/statuses/${post.id}`)
    await reading
    client.close()
    expect(heard[0]).toContain('hello')
    expect(heard).toContain('notification mention')
    expect(heard.at(-1)).toBe(`delete ${post.id}`)
  })
})

describe('one connection for many streams', () => {
  test('tells on each what belongs there, by the name that the client gave it', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const socket = await listenTo(server, ada, { stream: 'public:local' }, { stream: 'hashtag', tag: 'Lanterns' })
    await say(ben, 'bring #lanterns')
    await socket.next('update')
    await settle()
    expect(socket.heard.map(({ stream }) => stream?.join(' ')).sort()).toEqual(['hashtag Lanterns', 'public:local'])
    expect(socket.heard.map(({ payload }) => textOf(payload ?? ''))).toEqual(['bring #lanterns', 'bring #lanterns'])
    socket.close()
  })

  test('an answer to somebody else is on the hashtag and not in the public list, as in the lists themselves', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const post = await say(ada, 'a question')
    const socket = await listenTo(server, ada, { stream: 'public' }, { stream: 'hashtag', tag: 'reply' })
    await say(ben, 'an answer #reply', { in_reply_to_id: post.id })
    await socket.next('update')
    await settle()
    expect(socket.heard.map(({ stream }) => stream?.[0])).toEqual(['hashtag'])
    socket.close()
  })

  test('is quiet about what it was told to leave', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const socket = await listenTo(server, ada, { stream: 'public' }, { stream: 'hashtag', tag: 'left' })
    socket.say({ type: 'unsubscribe', stream: 'public' })
    await settle()
    await say(ben, 'still here #left')
    await socket.next('update')
    await settle()
    expect(socket.heard.map(({ stream }) => stream?.[0])).toEqual(['hashtag'])
    socket.close()
  })

  test('answers what it does not understand and stays open', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const socket = await listenTo(server, ada, { stream: 'nothing' }, { stream: 'hashtag' })
    socket.say('no JSON')
    socket.say({ type: 'dance' })
    await settle()
    expect(socket.errors.map(({ status }) => status)).toEqual([400, 400, 400, 400])
    expect(socket.errors[0]?.error).toBe('Unknown stream type')
    socket.say({ type: 'subscribe', stream: 'public' })
    await settle()
    await say(ben, 'and goes on')
    await socket.next('update')
    socket.close()
  })

  test('takes the token in the address, as a protocol (given back), or in the header', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const sockets = [
      await openSocket(server, { query: `?stream=public&access_token=${ada.token}` }),
      await openSocket(server, { query: '?stream=public', protocol: ada.token }),
      await openSocket(server, { query: '?stream=public', token: ada.token }),
    ]
    await settle()
    await say(ben, 'to all three')
    for (const socket of sockets) {
      await socket.next('update')
      socket.close()
    }
  })
})

describe('server-sent events', () => {
  test.each([
    ['public', 'news'],
    ['public/local', 'news'],
    ['hashtag?tag=News', 'news #news'],
    ['hashtag/local?tag=news', 'news #news'],
  ])('%s tells of a new post, one event a block', async (path, words) => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const events = await openEvents(server, path, { authorization: `Bearer ${ada.token}` })
    expect(events.headers.get('content-type')).toContain('text/event-stream')
    expect(events.headers.get('cache-control')).toContain('no-store')
    expect(events.headers.get('x-accel-buffering')).toBe('no')
    await say(ben, words)
    expect(textOf(await events.next('update'))).toBe(words)
    events.close()
  })

  test('user tells of home and notifications, user/notification of these alone', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    await follow(ada, ben)
    const all = await openEvents(server, `user?access_token=${ada.token}`)
    const told = await openEvents(server, 'user/notification', { authorization: `Bearer ${ada.token}` })
    await say(ben, `hello @${ada.username}`)
    await all.next('update')
    await all.next('notification')
    const notification = JSON.parse(await told.next('notification')) as Notification
    expect([notification.type, notification.account.username]).toEqual(['mention', ben.username])
    expect(told.heard.map(({ event }) => event)).toEqual(['notification'])
    all.close()
    told.close()
  })

  test('says that it is well, and that it does not know a channel', async () => {
    const [ada] = await cast(server, 'ada')
    const health = await server.visitor.get('/api/v1/streaming/health')
    expect([health.status, health.text]).toEqual([200, 'OK'])
    const unknown = await ada.api.get('/api/v1/streaming/nothing')
    expect([unknown.status, unknown.body.error]).toEqual([400, 'Unknown channel requested'])
    expect((await ada.api.get('/api/v1/streaming')).status).toBe(404)
    const remote = await openEvents(server, 'public/remote', { authorization: `Bearer ${ada.token}` })
    const direct = await openEvents(server, 'direct', { authorization: `Bearer ${ada.token}` })
    remote.close()
    direct.close()
  })
})

test('a home that is written later, as its owner is one of many followers, hears of the post then', async () => {
  const [ben] = await cast(server, 'ben')
  const [late] = await cast(server, 'late')
  const followers = server.ctx.db.prepare(
    'INSERT INTO follows (id, account_id, target_id, created_at) VALUES (?, ?, ?, ?)',
  )
  const accounts = server.ctx.db.prepare(
    `INSERT INTO accounts (id, username, username_key, joined_at, created_at) VALUES (?, ?, ?, 1, 1)`,
  )
  server.ctx.transact(() => {
    for (let n = 0; n < 201; n += 1) {
      const id = server.ctx.newId()
      accounts.run(id, `crowd${n}`, `crowd${n}`)
      followers.run(server.ctx.newId(), id, ben.accountId, 1)
    }
  })
  await follow(late, ben)
  const socket = await listenTo(server, late, { stream: 'user' })
  await say(ben, 'to a crowd')
  expect(textOf(await socket.next('update'))).toBe('to a crowd')
  socket.close()
})

test('another device of ours is told how far one read, and another program is not', async () => {
  const [ada] = await cast(server, 'ada')
  const cookie = ada.browser.cookies.get('session')
  const own = await openSocket(server, { query: '?stream=user', cookie, origin: server.url })
  const other = await listenTo(server, ada, { stream: 'user' })
  await ada.api.post('/api/v1/markers', { home: { last_read_id: '12' } })
  expect(JSON.parse(await own.next('markers')).home.last_read_id).toBe('12')
  expect(other.heard).toEqual([])
  own.close()
  other.close()
})

test('our own page hears that a request to follow was answered, and who follows since then', async () => {
  const [ada, ben] = await cast(server, 'ada', 'ben')
  await ben.api.patch('/api/v1/accounts/update_credentials', { locked: true })
  const open = (who: Person) =>
    openSocket(server, { query: '?stream=user', cookie: who.browser.cookies.get('session'), origin: server.url })
  const [own, theirs] = [await open(ada), await open(ben)]
  const other = await listenTo(server, ada, { stream: 'user' })
  await follow(ada, ben)
  await ben.api.post(`/api/v1/follow_requests/${ada.id}/authorize`)
  expect(JSON.parse(await own.next('relationship'))).toMatchObject({ id: ben.id, following: true, requested: false })
  expect(JSON.parse(await theirs.next('relationship'))).toMatchObject({ id: ada.id, followed_by: true })
  expect(other.heard).toEqual([])
  for (const stream of [own, theirs, other]) stream.close()
})

test('a post that was taken out of another one tells those who see the other', async () => {
  const [ada, ben, cleo] = await cast(server, 'ada', 'ben', 'cleo')
  await follow(cleo, ben)
  const quoted = await say(ada, 'a lantern', { quote_approval_policy: 'public' })
  const quoting = await say(ben, 'look at this', { quoted_status_id: quoted.id })
  const stream = await listenTo(server, cleo, { stream: 'user' })
  await ada.api.post(`/api/v1/statuses/${quoted.id}/quotes/${quoting.id}/revoke`)
  const after = JSON.parse(await stream.next('status.update')) as Status
  expect([after.id, after.quote?.state]).toEqual([quoting.id, 'revoked'])
  stream.close()
})

test('what somebody wrote who is removed leaves the screens', async () => {
  const [ada, ben] = await cast(server, 'ada', 'ben')
  await follow(ben, ada)
  const posts = [await say(ada, 'one'), await say(ada, 'two', { visibility: 'private' })]
  const [home, everybody] = [
    await listenTo(server, ben, { stream: 'user' }),
    await listenTo(server, ben, { stream: 'public' }),
  ]
  server.ctx.transact(() => {
    server.ctx.emit('accountRemoved', { accountId: ada.accountId })
    server.ctx.db.prepare('DELETE FROM accounts WHERE id = ?').run(ada.accountId)
  })
  for (const { id } of posts) await home.next('delete', (payload) => payload === id)
  await everybody.next('delete', (payload) => payload === posts[0]?.id)
  await settle()
  expect(everybody.heard.map(({ payload }) => payload)).toEqual([posts[0]?.id])
  home.close()
  everybody.close()
})

test('two servers in one process tell each its own people', async () => {
  const second = await startServer()
  const [ada, ben] = await cast(server, 'ada', 'ben')
  const cleo = await second.signUp('cleo')
  const here = await listenTo(server, ada, { stream: 'public' })
  const there = await listenTo(second, cleo, { stream: 'public' })
  await say(ben, 'only here')
  await here.next('update')
  await say(cleo, 'only there')
  expect(textOf(await there.next('update'))).toBe('only there')
  expect(here.heard).toHaveLength(1)
  await second.stop()
  expect(await there.ended).toBe(1008)
  here.close()
})
