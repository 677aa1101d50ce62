import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Status, Visibility } from '../../shared/api/wire.ts'
import { type Client, createClient } from '../support/client.ts'
import { follow, say } from '../support/masto.ts'
import { register } from '../support/program.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'
import { PAGE, showPage } from '../support/trending.ts'

/** Who looks: nobody, nobody's program, people who wait or are members, and how those stand to the author. */
const askers = ['visitor', 'app', 'waiting', 'stranger', 'follower', 'mentioned', 'blocked', 'author'] as const
type Asker = (typeof askers)[number]

const outside: readonly Asker[] = ['visitor', 'app', 'waiting']
const members: readonly Asker[] = ['stranger', 'follower', 'mentioned', 'author']

/** Who may see a post of each audience; one that stays within the community is for no outsider. */
const sees: Record<Visibility, readonly Asker[]> = {
  public: [...outside, ...members],
  unlisted: [...outside, ...members],
  private: ['follower', 'mentioned', 'author'],
  direct: ['mentioned', 'author'],
}

type Case = { name: string; visibility: Visibility; localOnly: boolean }
const cases = (Object.keys(sees) as Visibility[]).flatMap((visibility) =>
  [false, true].map(
    (localOnly): Case => ({ name: `${visibility}${localOnly ? ', here only' : ''}`, visibility, localOnly }),
  ),
)
const mayAsk = (asker: Asker, { visibility, localOnly }: Case) =>
  sees[visibility].includes(asker) && !(localOnly && outside.includes(asker))

let server: TestServer
const clients = new Map<Asker, Client>()
const people = new Map<Asker, Person>()
const posts = new Map<string, { status: Status; below: string; boost: string }>()
let root: Status

const clientOf = (asker: Asker): Client => clients.get(asker) ?? server.visitor
const personOf = (asker: Asker): Person => {
  const person = people.get(asker)
  if (!person) throw new Error(`${asker} is nobody`)
  return person
}

async function meetEverybody(): Promise<void> {
  for (const asker of [...members, 'blocked', 'waiting'] as const) {
    const person = await server.signUp(asker, { waiting: asker === 'waiting' })
    people.set(asker, person)
    clients.set(asker, person.api)
  }
  const author = personOf('author')
  await personOf('mentioned').api.patch('/api/v2/notifications/policy', { for_private_mentions: 'accept' })
  await follow(personOf('follower'), author)
  await follow(personOf('blocked'), author)
  await author.api.post(`/api/v1/accounts/${personOf('blocked').id}/block`)
  const program = await register(server)
  const { client_id, client_secret } = program
  const grant = { grant_type: 'client_credentials', client_id, client_secret, scope: 'read write' }
  const token = (await server.visitor.post('/oauth/token', grant)).body.access_token
  expect(token).toBeTypeOf('string')
  clients.set('app', createClient(server.url, { authorization: `Bearer ${token}` }))
}

/** An answer that everybody may see below a post that they may not: only the database can hold such a one. */
function plantAnswer(parent: Status): string {
  const carrier = personOf('stranger').accountId
  const id = server.ctx.newId()
  server.ctx.db
    .prepare(
      `INSERT INTO statuses (id, account_id, local, thread_id, in_reply_to_id, text, visibility, created_at)
       VALUES (?, ?, 1, ?, ?, 'planted', 'public', ?)`,
    )
    .run(id, carrier, Number(root.id), Number(parent.id), server.ctx.now())
  return String(id)
}

/** A boost for everybody of a post that is not: only the database can hold such a one. */
function plantBoost(status: Status): string {
  const id = server.ctx.newId()
  server.ctx.db
    .prepare(
      `INSERT INTO statuses (id, account_id, local, thread_id, text, visibility, created_at, reblog_of_id)
       VALUES (?, ?, 1, ?, '', 'public', ?, ?)`,
    )
    .run(id, personOf('stranger').accountId, Number(root.id), server.ctx.now(), Number(status.id))
  return String(id)
}

/** Rows in homes and notifications of people whom the post is not for, as a mistake elsewhere could leave them. */
function plantRows(status: Status): void {
  const { db } = server.ctx
  for (const asker of [...members, 'blocked'] as const) {
    const me = personOf(asker).accountId
    db.prepare('INSERT INTO home_entries VALUES (?, ?) ON CONFLICT DO NOTHING').run(me, status.id)
    db.prepare(
      `INSERT INTO notifications (account_id, type, from_account_id, status_id, created_at) VALUES (?, 'mention', ?, ?, 0)`,
    ).run(me, personOf('author').accountId, status.id)
  }
}

beforeAll(async () => {
  server = await startServer()
  await meetEverybody()
  root = await say(personOf('author'), 'The root of all')
  for (const { name, visibility, localOnly } of cases) {
    const more = { visibility, local_only: localOnly, in_reply_to_id: root.id }
    const status = await say(personOf('author'), `#walk @mentioned ${name}`, more)
    expect(status.visibility).toBe(visibility)
    posts.set(name, { status, below: plantAnswer(status), boost: plantBoost(status) })
    plantRows(status)
  }
  await personOf('author').api.patch('/api/v1/accounts/update_credentials', { discoverable: true, indexable: true })
  await server.advance('PT5S')
})
afterAll(() => server.stop())

type Way = (client: Client, post: { status: Status; below: string; boost: string }) => Promise<boolean>

const has = (list: unknown, id: string) =>
  Array.isArray(list) && list.some((item) => item.id === id || item.status?.id === id)

const author = () => personOf('author').id

/** Every way out on which a post can be read, and whether it came out. */
const ways: Record<string, Way> = {
  'by its id': async (client, { status }) => (await client.get(`/api/v1/statuses/${status.id}`)).status === 200,
  'among several': async (client, { status }) =>
    has((await client.get(`/api/v1/statuses?id[]=${status.id}`)).body, status.id),
  'with its thread': async (client, { status }) =>
    (await client.get(`/api/v1/statuses/${status.id}/context`)).status === 200,
  'in its history': async (client, { status }) =>
    (await client.get(`/api/v1/statuses/${status.id}/history`)).status === 200,
  'in a boost': async (client, { boost }) => (await client.get(`/api/v1/statuses/${boost}`)).status === 200,
  'in a boost on a profile': async (client, { boost }) =>
    has((await client.get(`/api/v1/accounts/${personOf('stranger').id}/statuses?limit=40`)).body, boost),
  'by who favourited it': async (client, { status }) =>
    (await client.get(`/api/v1/statuses/${status.id}/favourited_by`)).status === 200,
  'by who boosted it': async (client, { boost }) =>
    (await client.get(`/api/v1/statuses/${boost}/reblogged_by`)).status === 200,
  'above an answer': async (client, { status, below }) =>
    has((await client.get(`/api/v1/statuses/${below}/context`)).body.ancestors, status.id),
  'below what it answers': async (client, { status }) =>
    has((await client.get(`/api/v1/statuses/${root.id}/context`)).body.descendants, status.id),
  'on its author’s list': async (client, { status }) =>
    has((await client.get(`/api/v1/accounts/${author()}/statuses?limit=40`)).body, status.id),
  'among its author’s tagged ones': async (client, { status }) =>
    has((await client.get(`/api/v1/accounts/${author()}/statuses?limit=40&tagged=walk`)).body, status.id),
}

const expected = (test: (asker: Asker) => boolean) => askers.filter(test)

async function whoSees(way: Way, name: string): Promise<Asker[]> {
  const post = posts.get(name)
  if (!post) throw new Error(name)
  const found: Asker[] = []
  for (const asker of askers) if (await way(clientOf(asker), post)) found.push(asker)
  return found
}

describe.each(cases)('a post that is $name', (one) => {
  test.each(Object.entries(ways))('is read %s by whom it is for, and by nobody else', async (_way, way) => {
    expect(await whoSees(way, one.name)).toEqual(expected((asker) => mayAsk(asker, one)))
  })

  test('is on the local timeline and on its hashtag’s when it is public', async () => {
    const shown = expected((asker) => one.visibility === 'public' && mayAsk(asker, one))
    for (const list of ['public?local=true', 'tag/walk']) {
      const way: Way = async (client, { status }) =>
        has((await client.get(`/api/v1/timelines/${list}`)).body, status.id)
      expect(await whoSees(way, one.name), list).toEqual(shown)
    }
  })

  test('is found by whom it names, who boosted it and, when it is public and its author lets it be found, by members', async () => {
    const way: Way = async (client, { status }) => {
      const found = await client.get(
        `/api/v2/search?type=statuses&limit=40&q=${encodeURIComponent('walk from:author')}`,
      )
      return has(found.body.statuses, status.id)
    }
    // the planted boost is the stranger's
    const near = (asker: Asker) => asker !== 'follower' || one.visibility === 'public'
    expect(await whoSees(way, one.name)).toEqual(
      expected((asker) => !outside.includes(asker) && mayAsk(asker, one) && near(asker)),
    )
  })

  test('comes from no home and no notification where a row was left by mistake', async () => {
    const shown = expected((asker) => !outside.includes(asker) && mayAsk(asker, one))
    for (const list of ['timelines/home?limit=40', 'notifications?limit=80']) {
      const way: Way = async (client, { status }) => has((await client.get(`/api/v1/${list}`)).body, status.id)
      expect(await whoSees(way, one.name), list).toEqual(shown)
    }
  })

  test('is a private conversation of those whom it names when it is for them alone', async () => {
    const shown = expected((asker) => one.visibility === 'direct' && mayAsk(asker, one))
    const more = { visibility: one.visibility, local_only: one.localOnly }
    const alone = await say(personOf('author'), '@mentioned alone', more)
    const way: Way = async (client) => {
      const { body } = await client.get('/api/v1/conversations?limit=40')
      return Array.isArray(body) && body.some(({ last_status: last }) => last?.id === alone.id)
    }
    expect(await whoSees(way, one.name)).toEqual(shown)
  })

  test('is answered by members whom it is for', async () => {
    const way: Way = async (client, { status }) =>
      (await client.post('/api/v1/statuses', { status: 'Hm', visibility: 'direct', in_reply_to_id: status.id }))
        .status === 200
    expect(await whoSees(way, one.name)).toEqual(expected((asker) => !outside.includes(asker) && mayAsk(asker, one)))
  })

  test('is muted with its conversation, favourited, bookmarked, and kept as evidence, by members whom it is for', async () => {
    const shown = expected((asker) => !outside.includes(asker) && mayAsk(asker, one))
    const deeds: Record<string, (id: string) => [path: string, form: object]> = {
      muted: (id) => [`/api/v1/statuses/${id}/mute`, {}],
      kept: (id) => ['/api/community/v1/evidence', { status_ids: [id] }],
      favourited: (id) => [`/api/v1/statuses/${id}/favourite`, {}],
      bookmarked: (id) => [`/api/v1/statuses/${id}/bookmark`, {}],
    }
    for (const [name, deed] of Object.entries(deeds)) {
      const way: Way = async (client, { status }) => (await client.post(...deed(status.id))).status === 200
      expect(await whoSees(way, one.name), name).toEqual(shown)
    }
  })

  test('is on the about page when everybody may see it', async () => {
    const { recent } = (await server.visitor.get('/api/community/v1/about')).body
    const { status } = posts.get(one.name) ?? {}
    expect(has(recent, status?.id ?? '')).toBe(one.visibility === 'public' && !one.localOnly)
  })

  test('is on the pages that visitors get when everybody may see it', async () => {
    const { status, below } = posts.get(one.name) ?? { status: root, below: '' }
    const shown = mayAsk('visitor', one)
    const own = await server.visitor.get(`/@author/${status.id}`, { accept: 'text/html' })
    expect([own.status, own.text.includes(one.name)]).toEqual(shown ? [200, true] : [404, false])
    const absent = await server.visitor.get('/@author/1234567890123456', { accept: 'text/html' })
    if (!shown) expect(own.text).toBe(absent.text)
    for (const page of ['/@author', '/@author?show=replies', `/@author/${root.id}`, `/@stranger/${below}`]) {
      const { text } = await server.visitor.get(page, { accept: 'text/html' })
      expect(text.includes(`/@author/${status.id}"`), page).toBe(shown)
    }
  })

  test('is in its author’s feed when it is public', async () => {
    const [feed, { status }] = [await server.visitor.get('/@author.atom'), posts.get(one.name) ?? { status: root }]
    expect([feed.status, feed.text.includes(status.uri)]).toEqual([200, one.visibility === 'public' && !one.localOnly])
  })

  test('is shown by other pages when it is public', async () => {
    const url = `${server.url}/@author/${posts.get(one.name)?.status.id}`
    const { text } = await server.visitor.get(`/api/oembed?url=${url}`)
    expect(text.includes(one.name)).toBe(one.visibility === 'public' && !one.localOnly)
  })

  test('is among those that link to a page when it is public', async () => {
    // only the database can hold a card of a post that is not for everybody
    const { status } = posts.get(one.name) ?? { status: root }
    showPage(server)
    server.ctx.db.prepare('INSERT INTO status_cards VALUES (?, 7)').run(status.id)
    const way: Way = async (client, post) =>
      has((await client.get(`/api/v1/timelines/link?limit=40&url=${PAGE}`)).body, post.status.id)
    expect(await whoSees(way, one.name)).toEqual(expected((who) => one.visibility === 'public' && mayAsk(who, one)))
  })

  test('is hidden as if it were not there', async () => {
    const { status } = posts.get(one.name) ?? { status: root }
    for (const asker of expected((who) => !mayAsk(who, one))) {
      const client = clientOf(asker)
      for (const what of ['', '/context']) {
        const at = (id: string) => client.get(`/api/v1/statuses/${id}${what}`)
        const [hidden, absent] = [await at(status.id), await at('1234567890123456')]
        expect([asker, hidden.status, hidden.text]).toEqual([asker, 404, absent.text])
        expect(hidden.headers.get('content-length')).toBe(absent.headers.get('content-length'))
      }
    }
  })

  test('is deleted by nobody but its author', async () => {
    const { status } = posts.get(one.name) ?? { status: root }
    for (const asker of ['stranger', 'follower', 'mentioned', 'blocked'] as const) {
      expect((await clientOf(asker).delete(`/api/v1/statuses/${status.id}`)).status).toBe(404)
    }
    expect((await clientOf('author').get(`/api/v1/statuses/${status.id}`)).status).toBe(200)
  })
})

test('nobody sees a suspended author’s posts any more, mentioned people and followers included', async () => {
  server.ctx.db.prepare('UPDATE accounts SET suspended_at = 1 WHERE id = ?').run(personOf('author').accountId)
  for (const { name } of cases) {
    for (const asker of askers.filter((who) => who !== 'author')) {
      const status = posts.get(name)?.status
      expect((await clientOf(asker).get(`/api/v1/statuses/${status?.id}`)).status, asker).toBe(404)
    }
  }
  server.ctx.db.prepare('UPDATE accounts SET suspended_at = NULL WHERE id = ?').run(personOf('author').accountId)
})
