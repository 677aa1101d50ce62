import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, activity, type Peer, PUBLIC, startPeer } from '../support/evil-peer.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let peer: Peer
let alice: Person
let bob: Actor
let inbox: string

const uriOf = ({ id }: Person) => `${server.ctx.config.publicUrl}/ap/users/${id}`
const statuses = async (person: Person, path = '/api/v1/timelines/home') => (await person.api.get(path)).body

/** Alice follows Bob, who agrees. */
async function befriend(person: Person, actor: Actor): Promise<string> {
  const { body } = await person.api.get(`/api/v2/search?resolve=true&type=accounts&q=@${actor.name}@${peer.host}`)
  const { id } = body.accounts[0]
  server.ctx.transact(() => {
    server.ctx.db
      .prepare('INSERT OR IGNORE INTO follow_requests (id, account_id, target_id, created_at) VALUES (?, ?, ?, ?)')
      .run(server.ctx.newId(), person.accountId, Number(id), server.ctx.now())
  })
  await actor.send(
    inbox,
    activity(actor, 'Accept', {
      type: 'Follow',
      id: `${uriOf(person)}#follows/1`,
      actor: uriOf(person),
      object: actor.uri,
    }),
  )
  return id
}

beforeAll(async () => {
  server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  peer = await startPeer()
  alice = await server.signUp('alice')
  bob = peer.actor('bob', { summary: '<p>Bees and <a href="https://bees.example">honey</a></p>' })
  inbox = `${server.ctx.config.publicUrl}/inbox`
})
afterAll(async () => {
  await peer.stop()
  await server.stop()
})

test('somebody elsewhere is found by their handle, with their words and page', async () => {
  const { body } = await alice.api.get(`/api/v2/search?resolve=true&q=@bob@${peer.host}`)
  expect(body.accounts).toMatchObject([
    { username: 'bob', acct: `bob@${peer.host}`, display_name: 'bob of elsewhere', url: `${peer.url}/@bob` },
  ])
  expect(body.accounts[0].note).toContain('Bees and <a href="https://bees.example"')
})

test('what somebody elsewhere posts comes home to who follows them', async () => {
  await befriend(alice, bob)
  const note = bob.note({ content: '<p>The hives are <strong>open</strong></p>' })
  expect((await bob.send(inbox, activity(bob, 'Create', note))).status).toBe(202)
  const [first] = await statuses(alice)
  expect(first).toMatchObject({
    content: '<p>The hives are <strong>open</strong></p>',
    uri: note.id,
    visibility: 'public',
    account: { acct: `bob@${peer.host}` },
  })
})

test('each inbox that a document of ours names takes what is signed', async () => {
  const url = server.ctx.config.publicUrl
  for (const actor of [uriOf(alice), `${url}/actor`, `${url}/ap/mediation`]) {
    const asked = await fetch(actor, { headers: { accept: 'application/activity+json' } })
    const { inbox: own, endpoints } = await asked.json()
    for (const address of [own, endpoints.sharedInbox]) {
      const said = await bob.send(address, activity(bob, 'Create', bob.note({ content: `<p>To ${address}</p>` })))
      expect([address, said.status]).toEqual([address, 202])
    }
    expect((await statuses(alice))[0].content).toContain('/inbox')
  }
})

test('a post that names a member tells them, and stands in the thread that it answers', async () => {
  const { body: mine } = await alice.api.post('/api/v1/statuses', { status: 'Who keeps bees?' })
  const note = bob.note({
    content: `<p><a href="${uriOf(alice)}" class="u-url mention">@alice</a> I do</p>`,
    inReplyTo: mine.uri,
    cc: [uriOf(alice)],
    tag: [{ type: 'Mention', href: uriOf(alice), name: '@alice' }],
  })
  expect((await bob.send(inbox, activity(bob, 'Create', note), { scheme: 'rfc9421' })).status).toBe(202)
  const [told] = (await alice.api.get('/api/v1/notifications')).body
  expect(told).toMatchObject({ type: 'mention', account: { acct: `bob@${peer.host}` }, status: { uri: note.id } })
  const { body: thread } = await alice.api.get(`/api/v1/statuses/${mine.id}/context`)
  expect(thread.descendants.map((one: { uri: string }) => one.uri)).toEqual([note.id])
})

test('what was said to a member can be kept word for word, with whether its author’s signature came with it', async () => {
  const tag = [{ type: 'Mention', href: uriOf(alice), name: '@alice' }]
  const harm = bob.note({ content: '<p>@alice I know where you live</p>', to: [uriOf(alice)], cc: [], tag })
  await bob.send(inbox, activity(bob, 'Create', harm))
  const aside = bob.note({ content: '<p>Of bees</p>' })
  await bob.send(inbox, activity(bob, 'Create', aside))
  const idOf = (uri: string) =>
    server.ctx.db.prepare<[string], { id: number }>('SELECT id FROM statuses WHERE uri = ?').get(uri)?.id
  const kept = await alice.api.post('/api/community/v1/evidence', {
    status_ids: [idOf(String(harm.id)), idOf(String(aside.id))],
  })
  const [item, other] = kept.body.items
  expect(item.document).toMatchObject({ signed: true })
  expect(JSON.parse(item.document.json)).toMatchObject({ id: harm.id, content: harm.content, to: [uriOf(alice)] })
  expect(other.document).toBeUndefined()
  const id = idOf(String(harm.id))
  await bob.send(inbox, activity(bob, 'Delete', String(harm.id)))
  const left = server.ctx.db.prepare('SELECT count(*) AS n FROM status_documents WHERE status_id = ?').get(id)
  expect(left).toEqual({ n: 0 })
})

test('people elsewhere follow, favourite, boost, take it back and block', async () => {
  const uri = uriOf(alice)
  const { body: mine } = await alice.api.post('/api/v1/statuses', { status: 'A post to like' })
  const followed = activity(bob, 'Follow', uri)
  await bob.send(inbox, followed)
  expect((await alice.api.get(`/api/v1/accounts/${alice.id}/followers`)).body).toMatchObject([{ username: 'bob' }])
  const liked = activity(bob, 'Like', mine.uri)
  const boosted = activity(bob, 'Announce', mine.uri, { to: [PUBLIC] })
  for (const one of [liked, boosted]) await bob.send(inbox, one)
  expect((await alice.api.get(`/api/v1/statuses/${mine.id}`)).body).toMatchObject({
    favourites_count: 1,
    reblogs_count: 1,
  })
  expect(
    (await alice.api.get('/api/v1/notifications')).body.map(({ type }: { type: string }) => type).slice(0, 3),
  ).toEqual(['reblog', 'favourite', 'follow'])
  for (const one of [liked, boosted, followed]) await bob.send(inbox, activity(bob, 'Undo', one))
  expect((await alice.api.get(`/api/v1/statuses/${mine.id}`)).body).toMatchObject({
    favourites_count: 0,
    reblogs_count: 0,
  })
  expect((await alice.api.get(`/api/v1/accounts/${alice.id}/followers`)).body).toEqual([])
})

test('what somebody elsewhere puts at the top of their profile stands there here, until they take it away', async () => {
  const note = bob.note({ content: '<p>Read this first</p>' })
  await bob.send(inbox, activity(bob, 'Create', note))
  const [{ account }] = await statuses(alice)
  const pinned = () => statuses(alice, `/api/v1/accounts/${account.id}/statuses?pinned=true`)
  const target = bob.doc.featured
  await bob.send(inbox, activity(bob, 'Add', note.id, { target }))
  expect((await pinned()).map(({ uri }: { uri: string }) => uri)).toEqual([note.id])
  await bob.send(inbox, activity(bob, 'Remove', note.id, { target }))
  expect(await pinned()).toEqual([])
})

test('an edit and a deletion arrive', async () => {
  const note = bob.note({ content: '<p>Frist</p>', published: '2026-11-01T10:00:00Z' })
  await bob.send(inbox, activity(bob, 'Create', note))
  const find = async () => (await statuses(alice)).find(({ uri }: { uri: string }) => uri === note.id)
  expect(await find()).toMatchObject({ content: '<p>Frist</p>', created_at: '2026-11-01T10:00:00.000Z' })
  const later = { ...note, content: '<p>First</p>', summary: 'Spelling', updated: '2026-11-02T10:00:00Z' }
  await bob.send(inbox, activity(bob, 'Update', later))
  expect(await find()).toMatchObject({
    content: '<p>First</p>',
    spoiler_text: 'Spelling',
    edited_at: '2026-11-02T10:00:00.000Z',
  })
  await bob.send(inbox, activity(bob, 'Delete', { type: 'Tombstone', id: note.id }))
  expect(await find()).toBeUndefined()
  await bob.send(inbox, activity(bob, 'Create', note))
  expect(await find()).toBeUndefined()
})

test('pictures, polls, emoji, hashtags and languages keep their meaning', async () => {
  const note = bob.note({
    type: 'Question',
    content: '<p>Wie viele? :bee: <a href="x" class="mention hashtag">#Bienen</a></p>',
    contentMap: { de: '<p>Wie viele? :bee: <a href="x" class="mention hashtag">#Bienen</a></p>' },
    oneOf: [
      { type: 'Note', name: 'drei', replies: { type: 'Collection', totalItems: 4 } },
      { type: 'Note', name: 'vier', replies: { type: 'Collection', totalItems: 1 } },
    ],
    votersCount: 5,
    endTime: '2099-01-01T00:00:00Z',
    tag: [
      { type: 'Hashtag', name: '#Bienen', href: `${peer.url}/tags/bienen` },
      { type: 'Emoji', name: ':bee:', id: `${peer.url}/e/bee`, icon: { type: 'Image', url: `${peer.url}/bee.png` } },
    ],
    attachment: [
      {
        type: 'Document',
        mediaType: 'image/jpeg',
        url: `${peer.url}/hive.jpg`,
        name: 'A hive',
        blurhash: 'LEHV6nWB2yk8pyo0adR*.7kCMdnj',
        focalPoint: [0.5, -0.25],
        width: 800,
        height: 600,
      },
    ],
  })
  await bob.send(inbox, activity(bob, 'Create', note))
  const [first] = await statuses(alice)
  expect(first).toMatchObject({
    language: 'de',
    tags: [{ name: 'bienen' }],
    emojis: [{ shortcode: 'bee' }],
    poll: {
      voters_count: 5,
      options: [
        { title: 'drei', votes_count: 4 },
        { title: 'vier', votes_count: 1 },
      ],
    },
    media_attachments: [
      {
        type: 'image',
        description: 'A hive',
        remote_url: `${peer.url}/hive.jpg`,
        meta: { focus: { x: 0.5, y: -0.25 }, original: { width: 800, height: 600 } },
      },
    ],
  })
  expect(first.media_attachments[0].url).toContain(`${server.ctx.config.publicUrl}/proxy/media/`)
})

test('in bad hours nothing is taken but from servers that are allowed; the rest is asked to come again', async () => {
  const noa = await server.signUp('noa', { roles: ['admin'] })
  const path = '/api/community/v1/admin/panic'
  const note = bob.note({ content: '<p>The hives are quiet</p>' })
  const create = activity(bob, 'Create', note)
  const count = async () => (await statuses(alice)).filter(({ uri }: { uri: string }) => uri === note.id).length
  await noa.browser.post(path, { kind: 'pause_inbound', hours: 1, reason: 'a raid' })
  expect(await bob.send(inbox, create)).toMatchObject({ status: 503, retryAfter: '3600' })
  expect(await count()).toBe(0)
  const { db } = server.ctx
  db.prepare(`INSERT INTO domain_allows (id, domain, allowed_at) VALUES (1, ?, 1)`).run(peer.host)
  expect((await bob.send(inbox, activity(bob, 'Create', bob.note()))).status).toBe(202)
  db.prepare('DELETE FROM domain_allows').run()
  const { body } = await noa.browser.get(path)
  await noa.browser.post(`${path}/${body.on[0].id}/end`)
  expect((await bob.send(inbox, create)).status).toBe(202)
  expect(await count()).toBe(1)
})
