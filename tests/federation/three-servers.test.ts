import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Status } from '../../shared/api/wire.ts'
import { say } from '../support/masto.ts'
import type { Person, TestServer } from '../support/server.ts'
import { eventually, find, handleOf, startServers } from '../support/servers.ts'
import { openSocket, type Stream } from '../support/stream.ts'

/** How somebody stands to Alice. */
const standings = ['follower', 'stranger', 'mentioned', 'blocked'] as const
type Standing = (typeof standings)[number]
type Place = { server: TestServer; people: Record<Standing, Person>; streams: Stream[] }

let alice: Person
/** Alice's own server first. */
let places: Place[]

/** Four people of a server, each standing to Alice as they are called; the stranger and who is blocked have their streams open. */
async function settle(server: TestServer, name: string): Promise<Place> {
  const people = {} as Record<Standing, Person>
  for (const standing of standings) people[standing] = await server.signUp(`${standing}_${name}`)
  return { server, people, streams: [] }
}

const handles = (standing: Standing) => places.map(({ server, people }) => handleOf(people[standing], server))

async function standToAlice({ server, people, streams }: Place, here: TestServer): Promise<void> {
  const isHome = server === here
  const aliceThere = isHome ? alice.id : await find(people.follower, handleOf(alice, here))
  await people.follower.api.post(`/api/v1/accounts/${aliceThere}/follow`)
  for (const standing of ['mentioned', 'blocked'] as const) {
    const id = isHome ? people[standing].id : await find(alice, handleOf(people[standing], server))
    if (standing === 'blocked') await alice.api.post(`/api/v1/accounts/${id}/block`)
  }
  const relation = async (person: Person) =>
    (await person.api.get(`/api/v1/accounts/relationships?id[]=${aliceThere}`)).body[0]
  await eventually(async () => (await relation(people.follower)).following, 'the follow')
  await eventually(async () => (await relation(people.blocked)).blocked_by, 'the block')
  for (const standing of ['stranger', 'blocked'] as const)
    for (const stream of ['user', 'public', 'public:local', 'hashtag&tag=lantern'])
      streams.push(await openSocket(server, { query: `?stream=${stream}`, token: people[standing].token }))
}

beforeAll(async () => {
  const servers = await startServers('here', 'there', 'yonder')
  const [here] = servers
  alice = await here.signUp('alice')
  places = await Promise.all(
    Object.entries(servers).map(([at, server]) => settle(server, ['here', 'there', 'yonder'][Number(at)] ?? 'x')),
  )
  for (const place of places) await standToAlice(place, here)
}, 60_000)
afterAll(async () => {
  for (const { server, streams } of places) {
    for (const stream of streams) stream.close()
    await server.stop()
  }
})

/** The post's number on a server, where it is there. */
const numberAt = ({ server }: Place, status: Status): string | undefined =>
  server.ctx.db
    .prepare('SELECT CAST(id AS TEXT) FROM statuses WHERE uri = @uri OR (uri IS NULL AND id = @id)')
    .pluck()
    .get({ uri: status.uri, id: server === places[0]?.server ? status.id : 0 }) as string | undefined

/** Whether somebody reads a post, having looked for it by its address too. */
async function reads(place: Place, standing: Standing, status: Status): Promise<boolean> {
  const { api } = place.people[standing]
  const { body } = await api.get(`/api/v2/search?type=statuses&resolve=true&q=${encodeURIComponent(status.uri)}`)
  const id = numberAt(place, status)
  const read = id !== undefined && (await api.get(`/api/v1/statuses/${id}`)).status === 200
  expect(body.statuses.length > 0).toBe(read)
  return read
}

/** All that somebody who may not read a post can look into, as one text. */
async function surroundings(place: Place, standing: Standing | undefined, root: Status, post: Status): Promise<string> {
  const client = standing ? place.people[standing].api : place.server.visitor
  const [rootId, id] = [numberAt(place, root), numberAt(place, post) ?? '1']
  const { body } = await place.people.follower.api.get(`/api/v1/statuses/${rootId}`)
  const { id: authorId, acct } = body.account
  const paths = [
    ...['', '/context', '/source', '/history', '/quotes', '/favourited_by'].map(
      (way) => `/api/v1/statuses/${id}${way}`,
    ),
    `/api/v1/statuses/${rootId}/context`,
    `/api/v1/accounts/${authorId}/statuses`,
    '/api/v1/timelines/home',
    '/api/v1/timelines/public',
    '/api/v1/timelines/tag/lantern',
    '/api/v1/notifications',
    '/api/v1/notifications/requests',
    '/api/v1/conversations',
    '/api/v2/search?q=lantern',
    `/@${acct}`,
    `/@${acct}.rss`,
    `/@${acct}/${id}`,
    '/tags/lantern.rss',
  ]
  const texts = await Promise.all(paths.map(async (path) => (await client.get(path)).text))
  return texts.join('\n')
}

type Case = [name: string, how: Record<string, unknown>, readers: Record<Standing, boolean>]
const everybody = { follower: true, stranger: true, mentioned: true, blocked: false }
const cases: Case[] = [
  ['public', { visibility: 'public' }, everybody],
  ['unlisted', { visibility: 'unlisted' }, everybody],
  ['private', { visibility: 'private' }, { ...everybody, stranger: false }],
  ['direct', { visibility: 'direct' }, { ...everybody, stranger: false, follower: false }],
]

describe('MUST: every audience, on three servers', () => {
  let root: Status

  beforeAll(async () => {
    root = await say(alice, 'A post for all #root')
    for (const place of places) await eventually(() => reads(place, 'follower', root), 'the first post')
  })

  /** Says something of every server's mentioned person, in the thread of the first post, and waits until it is there. */
  async function sayTo(how: Record<string, unknown>, secret: string): Promise<Status> {
    const names = [...handles('mentioned'), ...handles('blocked')].join(' ')
    return await say(alice, `${secret} #lantern ${names}`, { in_reply_to_id: root.id, language: 'en', ...how })
  }

  test.each(cases)('%s: follower, stranger, mentioned and blocked person', async (visibility, how, wanted) => {
    const secret = `word${Math.random().toString(36).slice(2)}`
    const post = await sayTo(how, secret)
    for (const place of places) {
      await eventually(() => reads(place, 'mentioned', post), `${visibility} at ${place.server.url}`)
      for (const standing of standings) {
        const who = `${standing} at ${place.server.url}`
        expect([who, await reads(place, standing, post)]).toEqual([who, wanted[standing]])
        if (!wanted[standing]) expect(await surroundings(place, standing, root, post)).not.toContain(secret)
      }
      const kept = place.server.ctx.db.prepare('SELECT visibility FROM statuses WHERE text LIKE ?').pluck()
      expect(kept.all(`%${secret}%`)).toEqual([visibility])
      if (visibility === 'public' || visibility === 'unlisted') continue
      expect(await surroundings(place, undefined, root, post)).not.toContain(secret)
      for (const { heard } of place.streams) expect(JSON.stringify(heard)).not.toContain(secret)
    }
  })

  test('local_only leaves by no exit, in no form, also where it is boosted, edited and voted in', async () => {
    const secret = `word${Math.random().toString(36).slice(2)}`
    const poll = { options: [`${secret} yes`, `${secret} no`], expires_in: 3600 }
    const post = await sayTo({ local_only: true, poll }, secret)
    const [home, ...others] = places
    if (!home) throw new Error('no server')
    const { follower, mentioned, blocked, stranger } = home.people
    await follower.api.post(`/api/v1/statuses/${post.id}/reblog`)
    await mentioned.api.post(`/api/v1/polls/${post.poll?.id}/votes`, { choices: [0] })
    await alice.api.put(`/api/v1/statuses/${post.id}`, { status: `${secret} again ${handles('mentioned').join(' ')}` })
    await say(mentioned, `${secret} ${handles('mentioned').join(' ')}`, { in_reply_to_id: post.id, local_only: true })
    const seen = await Promise.all(
      [follower, mentioned, stranger, blocked].map(({ api }) => api.get(`/api/v1/statuses/${post.id}`)),
    )
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 404])
    await home.server.advance('PT5M')
    await alice.api.delete(`/api/v1/statuses/${post.id}`)
    const after = await say(alice, 'After it')
    await home.server.advance('PT5M')
    for (const place of others) {
      await eventually(() => reads(place, 'follower', after), 'what came after')
      for (const standing of standings) expect(await reads(place, standing, post)).toBe(false)
      const { db } = place.server.ctx
      for (const table of ['statuses', 'poll_options', 'notifications', 'tombstones', 'accounts', 'remote_statuses'])
        expect(JSON.stringify(db.prepare(`SELECT * FROM ${table}`).all())).not.toMatch(
          new RegExp(`${secret}|${post.id}`),
        )
    }
    expect(
      home.server.ctx.db.prepare('SELECT count(*) FROM activities WHERE body LIKE ?').pluck().get(`%${secret}%`),
    ).toBe(0)
    const accept = 'application/activity+json'
    expect((await home.server.visitor.get(new URL(post.uri).pathname, { accept })).status).toBe(404)
    expect(await surroundings(home, undefined, root, post)).not.toContain(secret)
  })
})
