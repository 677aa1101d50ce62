import { afterAll, beforeAll, expect, test } from 'vitest'
import { handOf } from '../../server/federation/crypto/sign.ts'
import { fetchDocument } from '../../server/federation/net/fetch-document.ts'
import type { Status } from '../../shared/api/wire.ts'
import { say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'
import { eventually, find, handleOf } from '../support/servers.ts'

/** Both ask everybody for a signature, so that neither can answer before it has asked. */
let here: TestServer
let there: TestServer
let alice: Person
let bob: Person
let aliceThere: string

beforeAll(async () => {
  const settings = { FEDERATION_ALLOW_LOOPBACK: '1', AUTHORIZED_FETCH: 'true' }
  ;[here, there] = await Promise.all([startServer(settings), startServer(settings)])
  ;[alice, bob] = [await here.signUp('alice'), await there.signUp('bob')]
  aliceThere = await find(bob, handleOf(alice, here))
  await bob.api.post(`/api/v1/accounts/${aliceThere}/follow`)
  const relation = async () => (await bob.api.get(`/api/v1/accounts/relationships?id[]=${aliceThere}`)).body[0]
  await eventually(async () => (await relation()).following, 'the follow')
}, 30_000)
afterAll(async () => {
  await here.stop()
  await there.stop()
})

const accept = 'application/activity+json'
const pathOf = (uri: string) => new URL(uri).pathname

test('two servers of which each asks for a signature find, follow and read each other', async () => {
  const post = await say(alice, 'Hello')
  const arrived = async () => {
    const { body } = await bob.api.get('/api/v1/timelines/home')
    return body.find(({ uri }: Status) => uri === post.uri) as Status | undefined
  }
  const read = await eventually(arrived, 'the post')
  const answer = await say(bob, `${handleOf(alice, here)} hello`, { in_reply_to_id: read.id })
  await eventually(
    async () => (await alice.api.get(`/api/v1/statuses/${post.id}/context`)).body.descendants.length === 1,
    'it',
  )
  // an older one is fetched by its address
  const old = await say(alice, 'Only in the outbox', { visibility: 'unlisted' })
  there.ctx.db.prepare('DELETE FROM statuses WHERE uri = ?').run(old.uri)
  const { body } = await bob.api.get(`/api/v2/search?resolve=true&q=${encodeURIComponent(old.uri)}`)
  expect(body.statuses).toHaveLength(1)
  expect(answer.in_reply_to_id).toBe(read.id)
})

test('what is for few is given to a server for none but those for whom it is', async () => {
  const post = await say(alice, 'For followers', { visibility: 'private' })
  expect(await fetchDocument(there.ctx, post.uri)).toEqual({ missing: 'gone' })
  const within = await say(alice, 'For us', { local_only: true })
  expect(await fetchDocument(there.ctx, within.uri)).toEqual({ missing: 'gone' })
  // nor is what is for this community given to who follows from elsewhere
  const sign = await handOf(there.ctx, bob.accountId)
  const asBob = async (uri: string) => {
    const headers = (url: URL) => ({ accept, ...sign({ method: 'GET', url }) })
    return (await there.ctx.outbound.ask(uri, { headers })).status
  }
  expect([await asBob(post.uri), await asBob(within.uri)]).toEqual([200, 404])
  for (const uri of [post.uri, `${here.url}/ap/users/${alice.id}`])
    expect((await here.visitor.get(pathOf(uri), { accept })).status).toBe(401)
})

test('a server that is cut off is answered nothing, under any of its names', async () => {
  const post = await say(alice, 'For all')
  expect(await fetchDocument(there.ctx, post.uri)).toHaveProperty('document')
  const host = new URL(there.url).host
  const decide = (domain: string) =>
    here.ctx.db
      .prepare('INSERT INTO domain_decisions (id, domain, cut_off, decided_at) VALUES (?, ?, 1, 0)')
      .run(here.ctx.newId(), domain)
  const undecide = () => here.ctx.db.prepare('DELETE FROM domain_decisions').run()
  decide(host)
  expect(await fetchDocument(there.ctx, post.uri)).toEqual({ missing: 'refused' })
  undecide()
  expect(await fetchDocument(there.ctx, post.uri)).toHaveProperty('document')
  here.ctx.db.prepare(`UPDATE accounts SET domain = 'split.example' WHERE uri = ?`).run(`${there.url}/actor`)
  for (const name of ['split.example', host]) {
    decide(name)
    expect(await fetchDocument(there.ctx, post.uri)).toEqual({ missing: 'refused' })
    undecide()
  }
})

test('a server is told who of its people follows somebody, and nobody else is (FEP-8fcf)', async () => {
  const uri = `${here.url}/ap/users/${alice.id}/followers_synchronization`
  const { document } = await fetchDocument(there.ctx, uri)
  const bobUri = `${there.url}/ap/users/${bob.id}`
  expect(document).toMatchObject({ kind: 'collection', collection: { items: [bobUri], total: 1 } })
  expect((await here.visitor.get(pathOf(uri), { accept })).status).toBe(401)
  // what was lost on one side is mended by the next word about it
  here.ctx.db.prepare('DELETE FROM follows').run()
  const carol = await there.signUp('carol')
  await carol.api.post(`/api/v1/accounts/${aliceThere}/follow`)
  const relation = async (person: Person) =>
    (await person.api.get(`/api/v1/accounts/relationships?id[]=${aliceThere}`)).body[0]
  await eventually(async () => (await relation(carol)).following, 'the follow')
  const post = await say(alice, 'For those who follow', { visibility: 'private' })
  await eventually(async () => (await carol.api.get('/api/v1/timelines/home')).body[0]?.uri === post.uri, 'the post')
  expect((await relation(bob)).following).toBe(true)
  await there.advance('PT2M')
  expect([(await relation(bob)).following, (await relation(carol)).following]).toEqual([false, true])
})
