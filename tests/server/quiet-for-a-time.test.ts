import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Status } from '../../shared/api/wire.ts'
import { cast, follow, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'
import { listenTo, type Stream, settle } from '../support/stream.ts'

let server: TestServer
let ann: Person
let ben: Person
let list: string
let tag: string
let live: Stream
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

let runs = 0
beforeEach(async () => {
  runs += 1
  tag = `leek${runs}x`
  ;[ann, ben] = await cast(server, 'ann', 'ben')
  await ben.api.patch('/api/v1/accounts/update_credentials', { indexable: true, discoverable: true })
  await follow(ann, ben)
  await ann.api.patch('/api/v2/notifications/policy', { for_private_mentions: 'accept' })
  list = (await ann.api.post('/api/v1/lists', { title: 'kin' })).body.id
  await ann.api.post(`/api/v1/lists/${list}/accounts`, { account_ids: [ben.id] })
  live = await listenTo(
    server,
    ann,
    ...[{ stream: 'user' }, { stream: 'public' }, { stream: 'public:local' }, { stream: 'user:notification' }],
    ...[
      { stream: 'hashtag', tag },
      { stream: 'list', list },
    ],
  )
  return () => live.close()
})

const idsIn = async (path: string): Promise<string[]> => (await ann.api.get(path)).body.map(({ id }: Status) => id)
const named = async (path: string): Promise<string[]> =>
  (await ann.api.get(path)).body.map(({ status }: { status?: Status }) => status?.id)

/** Every list on which ann would meet a public post of ben's that names her. */
const lists: Record<string, () => Promise<string[]>> = {
  home: () => idsIn('/api/v1/timelines/home'),
  public: () => idsIn('/api/v1/timelines/public'),
  local: () => idsIn('/api/v1/timelines/public?local=true'),
  hashtag: () => idsIn(`/api/v1/timelines/tag/${tag}`),
  list: () => idsIn(`/api/v1/timelines/list/${list}`),
}
const told: Record<string, () => Promise<string[]>> = {
  notifications: () => named('/api/v1/notifications'),
  grouped: async () =>
    (await ann.api.get('/api/v2/notifications')).body.notification_groups.map(
      ({ status_id }: { status_id?: string }) => status_id,
    ),
}
const found = async (): Promise<string[]> =>
  (await ann.api.get(`/api/v2/search?type=statuses&q=${tag}`)).body.statuses.map(({ id }: Status) => id)
const counts = async () => [
  (await ann.api.get('/api/v1/notifications/unread_count')).body.count,
  (await ann.api.get('/api/v2/notifications/unread_count')).body.count,
]

/** Which of some ways a post comes out on. */
const showing = async (ways: Record<string, () => Promise<string[]>>, { id }: Status) => {
  const shown: string[] = []
  for (const [name, read] of Object.entries(ways)) if ((await read()).includes(id)) shown.push(name)
  return shown
}

/** What the open streams said of a post, by the name of the stream. */
async function heardOf({ id }: Status): Promise<string[]> {
  await settle()
  const of = live.heard.filter(({ event, payload }) => {
    if (event === 'update') return JSON.parse(payload ?? '{}').id === id
    return event === 'notification' && JSON.parse(payload ?? '{}').status?.id === id
  })
  return of.map(({ event, stream }) => `${stream?.[0]} ${event}`).sort()
}

const ALL_STREAMS = [
  ...['hashtag update', 'list update', 'public update', 'public:local update'],
  ...['user notification', 'user update', 'user:notification notification'],
]
const post = (more: object = {}) => say(ben, `@${ann.username} soup of #${tag}`, { ...more })

describe('a person whom I mute for an hour', () => {
  test('is on no list, in no search and on no stream of mine meanwhile, and on all of them after it', async () => {
    const before = await post()
    expect(await heardOf(before)).toEqual(ALL_STREAMS)
    await ann.api.post(`/api/v1/accounts/${ben.id}/mute`, { duration: 3600 })
    const during = await post()
    await server.advance('PT59M')
    for (const one of [before, during]) {
      expect(await showing(lists, one)).toEqual([])
      expect(await showing(told, one)).toEqual([])
    }
    expect([await heardOf(during), await found(), await counts()]).toEqual([[], [], [0, 0]])
    await server.advance('PT2M')
    const after = await post()
    await server.advance('PT5S')
    for (const one of [before, during, after]) expect(await showing(lists, one)).toEqual(Object.keys(lists))
    expect(await showing(told, after)).toEqual(Object.keys(told))
    expect(await showing(told, during)).toEqual([])
    expect((await found()).sort()).toEqual([before.id, during.id, after.id].sort())
    expect(await heardOf(after)).toEqual(ALL_STREAMS)
  })
})

describe('a filter that hides for an hour', () => {
  test('keeps its words from every list and stream that it is for, and gives them back after it', async () => {
    const before = await post()
    const context = ['home', 'notifications', 'public', 'account']
    const made = await ann.api.post('/api/v2/filters', {
      ...{ title: 'soup', context, filter_action: 'hide', expires_in: 3600 },
      keywords_attributes: [{ keyword: 'soup' }],
    })
    expect(made.status).toBe(200)
    const during = await post()
    await server.advance('PT59M')
    for (const one of [before, during]) {
      expect(await showing(lists, one)).toEqual([])
      expect(await showing(told, one)).toEqual([])
    }
    expect([await heardOf(during), await counts()]).toEqual([[], [0, 0]])
    const profile = `/api/v1/accounts/${ben.id}/statuses`
    expect(await idsIn(profile)).toEqual([])
    await server.advance('PT2M')
    const after = await post()
    for (const one of [before, during, after]) {
      expect(await showing(lists, one)).toEqual(Object.keys(lists))
      expect(await showing(told, one)).toEqual(Object.keys(told))
    }
    expect((await idsIn(profile)).sort()).toEqual([before.id, during.id, after.id].sort())
    expect([await heardOf(after), await counts()]).toEqual([ALL_STREAMS, [3, 3]])
    const [kept] = (await ann.api.get('/api/v2/filters')).body
    expect(Date.parse(kept.expires_at)).toBeLessThan(server.ctx.now())
  })
})

describe('a conversation that I pause for an hour', () => {
  test('tells me nothing meanwhile, on the list and live, and calls again after it', async () => {
    const root = await post()
    await ann.api.post('/api/v1/markers', {
      notifications: { last_read_id: (await ann.api.get('/api/v1/notifications')).body[0].id },
    })
    await ann.api.post(`/api/v1/statuses/${root.id}/mute`, { duration: 3600 })
    const during = await post({ in_reply_to_id: root.id })
    await server.advance('PT59M')
    expect(await showing(told, during)).toEqual([])
    expect(await counts()).toEqual([0, 0])
    expect((await heardOf(during)).filter((said) => said.endsWith('notification'))).toEqual([])
    await server.advance('PT2M')
    const after = await post({ in_reply_to_id: root.id })
    expect(await showing(told, after)).toEqual(Object.keys(told))
    expect(await counts()).toEqual([1, 1])
    expect((await heardOf(after)).filter((said) => said.endsWith('notification'))).toHaveLength(2)
  })
})
