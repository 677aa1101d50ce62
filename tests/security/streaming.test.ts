import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, follow, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'
import { listenTo, openEvents, openSocket, type Stream, settle } from '../support/stream.ts'

let server: TestServer
const lines: string[] = []
beforeAll(async () => {
  server = await startServer({}, undefined, { write: (line) => lines.push(line) })
})
afterAll(() => server.stop())

const sessionOf = (person: Person) => person.browser.cookies.get('session')
const everything: Record<string, string>[] = [
  { stream: 'user' },
  { stream: 'public' },
  { stream: 'hashtag', tag: 'secret' },
  { stream: 'direct' },
]

/** What somebody heard of posts with that text, after everything had the time to come. */
async function heardOf(stream: Stream, words: string): Promise<string[]> {
  await settle()
  return stream.heard.filter(({ payload }) => payload?.includes(words)).map(({ event }) => event)
}

describe('who listens to everything', () => {
  test('hears nothing that their lists would not show: private, direct and blocked posts stay where they are', async () => {
    const [ada, ben, cleo] = await cast(server, 'ada', 'ben', 'cleo')
    await follow(cleo, ada)
    // so that private words of people one does not follow call at once
    await ben.api.patch('/api/v2/notifications/policy', { for_private_mentions: 'accept' })
    const [stranger, follower] = [
      await listenTo(server, ben, ...everything),
      await listenTo(server, cleo, ...everything),
    ]
    await say(ada, 'followers-only #secret', { visibility: 'private' })
    await say(ada, 'quiet-one #secret', { visibility: 'unlisted' })
    await say(ada, `for-nobody-else @${ben.username} #secret`, { visibility: 'direct' })
    expect(await heardOf(stranger, 'followers-only')).toEqual([])
    expect(await heardOf(stranger, 'quiet-one')).toEqual([])
    // it names them: so it is theirs to hear, as what calls them and as a talk of theirs
    expect((await heardOf(stranger, 'for-nobody-else')).sort()).toEqual(['conversation', 'notification'])
    expect(await heardOf(follower, 'followers-only')).toEqual(['update'])
    expect(await heardOf(follower, 'for-nobody-else')).toEqual([])
    await ada.api.post(`/api/v1/accounts/${ben.id}/block`)
    await say(ada, 'after-the-block #secret')
    expect(await heardOf(stranger, 'after-the-block')).toEqual([])
    stranger.close()
    follower.close()
  })

  test('hears nothing of those whom they block or mute, nor what names or answers them', async () => {
    const [ada, ben, cleo, dora] = await cast(server, 'ada', 'ben', 'cleo', 'dora')
    for (const other of [ben, cleo, dora]) await follow(ada, other)
    await ada.api.post(`/api/v1/accounts/${ben.id}/mute`)
    await ada.api.post(`/api/v1/accounts/${cleo.id}/block`)
    const stream = await listenTo(server, ada, ...everything)
    await say(ben, 'of-the-muted #secret')
    await say(cleo, 'of-the-blocked #secret')
    await say(dora, `names-the-muted @${ben.username}`, { visibility: 'unlisted' })
    await say(dora, 'of-a-friend')
    await stream.next('update', (payload) => payload.includes('of-a-friend'))
    expect(stream.heard.some(({ payload }) => /of-the-muted|of-the-blocked|names-the-muted/.test(payload ?? ''))).toBe(
      false,
    )
    stream.close()
  })

  test('hears nothing that a warning choice of theirs hides, while another one does', async () => {
    const [ada, ben, cleo] = await cast(server, 'ada', 'ben', 'cleo')
    await ada.browser.put('/api/community/v1/warnings/choices', { default: { text: 'hide', media: 'hide' } })
    const [hiding, other] = [await listenTo(server, ada, ...everything), await listenTo(server, cleo, ...everything)]
    await say(ben, 'behind-a-warning', { spoiler_text: 'spiders' })
    expect(await heardOf(other, 'behind-a-warning')).toEqual(['update'])
    expect(await heardOf(hiding, 'behind-a-warning')).toEqual([])
    hiding.close()
    other.close()
  })

  test('gets no mark of somebody else: which program an author used is told to the author alone', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const [own, other] = [
      await listenTo(server, ada, { stream: 'public' }),
      await listenTo(server, ben, { stream: 'public' }),
    ]
    await say(ada, 'whose-program')
    const [mine, theirs] = [JSON.parse(await own.next('update')), JSON.parse(await other.next('update'))]
    expect('application' in mine).toBe(true)
    expect('application' in theirs).toBe(false)
    own.close()
    other.close()
  })

  test('is told of a deleted post only where they could see it', async () => {
    const [ada, ben, cleo] = await cast(server, 'ada', 'ben', 'cleo')
    await follow(cleo, ada)
    const [stranger, follower] = [
      await listenTo(server, ben, ...everything),
      await listenTo(server, cleo, ...everything),
    ]
    const post = await say(ada, 'soon gone', { visibility: 'private' })
    await ada.api.delete(`/api/v1/statuses/${post.id}`)
    expect(await follower.next('delete')).toBe(post.id)
    await settle()
    expect(stranger.heard).toEqual([])
    stranger.close()
    follower.close()
  })

  test('a post that was not kept is told to nobody', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const stream = await listenTo(server, ben, ...everything)
    await ada.api.post('/api/v1/statuses', { status: 'x'.repeat(30_000) })
    await ada.api.post('/api/v1/statuses', { status: 'answers nothing', in_reply_to_id: '1' })
    await settle()
    expect(stream.heard).toEqual([])
    stream.close()
  })
})

describe('a stream', () => {
  const refused = (wish: Parameters<typeof openSocket>[1], query = '?stream=user') =>
    openSocket(server, { query, ...wish }).then(
      (stream) => {
        stream.close()
        return 'open'
      },
      (thrown: Error) => thrown.message,
    )

  test('is for members with a token or a session of their own, and says no in HTTP', async () => {
    const waiting = await server.signUp('waits', { waiting: true })
    expect(await refused({})).toBe('401')
    expect(await refused({ token: 'made up' })).toBe('401')
    expect(await refused({ token: waiting.token })).toBe('403')
    await expect(openEvents(server, 'public')).rejects.toThrow('401')
    const [ada] = await cast(server, 'ada')
    expect(await refused({ token: ada.token })).toBe('open')
  })

  test('takes a session from our own page alone', async () => {
    const [ada] = await cast(server, 'ada')
    const cookie = sessionOf(ada)
    expect(await refused({ cookie, origin: server.url })).toBe('open')
    expect(await refused({ cookie, origin: 'https://evil.example' })).toBe('403')
    expect(await refused({ cookie })).toBe('403')
    const asPage = { cookie: `session=${cookie}` }
    await expect(openEvents(server, 'user', asPage)).rejects.toThrow('403')
    await expect(openEvents(server, 'user', { ...asPage, 'sec-fetch-site': 'cross-site' })).rejects.toThrow('403')
    const events = await openEvents(server, 'user', { ...asPage, 'sec-fetch-site': 'same-origin' })
    events.close()
  })

  test('carries only what the program was allowed', async () => {
    const reader = await server.signUp('reader', { scopes: 'read:statuses' })
    const told = await server.signUp('told', { scopes: 'read:notifications' })
    const [ben] = await cast(server, 'ben')
    await follow(ben, reader)
    const socket = await listenTo(server, reader, { stream: 'user' }, { stream: 'user:notification' })
    const other = await listenTo(
      server,
      told,
      { stream: 'user:notification' },
      { stream: 'user' },
      { stream: 'public' },
    )
    await say(ben, '@reader and @told')
    await other.next('notification')
    await settle()
    expect(socket.heard.map(({ event }) => event)).toEqual([])
    expect(socket.errors.map(({ status }) => status)).toEqual([403])
    expect(other.heard.map(({ event }) => event)).toEqual(['notification'])
    expect(other.errors.map(({ status }) => status)).toEqual([403, 403])
    await expect(openEvents(server, `user?access_token=${told.token}`)).rejects.toThrow('403')
    socket.close()
    other.close()
  })

  test('closes on bytes and on a flood of words', async () => {
    const [ada] = await cast(server, 'ada')
    const flooding = await listenTo(server, ada)
    flooding.say('x'.repeat(10_000))
    expect(await flooding.ended).toBe(1009)
  })

  test('of each person and network there are only so many', async () => {
    const strict = await startServer({ RATE_LIMITS: 'on' })
    const ada = await strict.signUp('ada')
    const open: Stream[] = []
    for (let n = 0; n < 30; n += 1) open.push(await openSocket(strict, { token: ada.token }))
    await expect(openSocket(strict, { token: ada.token })).rejects.toThrow('429')
    open[0]?.close()
    await open[0]?.ended
    const again = await openSocket(strict, { token: ada.token })
    for (const stream of [...open, again]) stream.close()
    await strict.stop()
  })

  test('leaves no token in the log, wherever it stood', async () => {
    const [ada] = await cast(server, 'ada')
    for (const wish of [{ query: `?access_token=${ada.token}` }, { protocol: ada.token }, { token: ada.token }]) {
      const stream = await openSocket(server, wish)
      stream.close()
      await stream.ended
    }
    await expect(openEvents(server, `nothing?access_token=${ada.token}`)).rejects.toThrow('400')
    await server.visitor.get(`/api/v1/accounts/verify_credentials?access_token=${ada.token}`)
    expect(lines.some((line) => line.includes('streaming'))).toBe(true)
    expect(lines.join('')).not.toContain(ada.token)
  })

  test('is the only door that takes a token from the address', async () => {
    const [ada] = await cast(server, 'ada')
    const reply = await server.visitor.get(`/api/v1/accounts/verify_credentials?access_token=${ada.token}`)
    expect(reply.status).toBe(401)
  })
})

test('a boost comes to those who follow the booster, with the marks of each reader, and goes with its post', async () => {
  const [ada, ben, cleo] = await cast(server, 'ada', 'ben', 'cleo')
  await follow(ada, ben)
  const post = await say(cleo, 'worth-a-boost')
  await ada.api.post(`/api/v1/statuses/${post.id}/favourite`)
  const stream = await listenTo(server, ada, { stream: 'user' })
  await ben.api.post(`/api/v1/statuses/${post.id}/reblog`)
  const boost = JSON.parse(await stream.next('update'))
  expect([boost.reblog.id, boost.reblog.favourited]).toEqual([post.id, true])
  await cleo.api.put(`/api/v1/statuses/${post.id}`, { status: 'worth-more' })
  await cleo.api.delete(`/api/v1/statuses/${post.id}`)
  expect(await stream.next('delete')).toBe(boost.id)
  stream.close()
})

test('an edit comes to those who have the post', async () => {
  const [ada, ben] = await cast(server, 'ada', 'ben')
  await follow(ada, ben)
  const post = await say(ben, 'first words')
  const stream = await listenTo(server, ada, { stream: 'user' })
  await ben.api.put(`/api/v1/statuses/${post.id}`, { status: 'better words' })
  const edited = JSON.parse(await stream.next('status.update'))
  expect([edited.id, edited.edited_at === null]).toEqual([post.id, false])
  expect(edited.content).toContain('better words')
  stream.close()
})
