import { afterAll, beforeAll, expect, test } from 'vitest'
import { letFollow } from '../support/elsewhere.ts'
import { activity, type Doc, startPeer } from '../support/evil-peer.ts'
import { type Fed, startFed } from '../support/federation.ts'
import { say } from '../support/masto.ts'

let fed: Fed
beforeAll(async () => {
  fed = await startFed()
})
afterAll(() => fed.stop())

/** A list of a peer's, in pages of two. */
function serveCollection(id: string, items: unknown[]): void {
  const pages = Array.from({ length: Math.ceil(items.length / 2) }, (_one, n) => items.slice(n * 2, n * 2 + 2))
  fed.peer.serve({ id, type: 'OrderedCollection', totalItems: items.length, first: `${id}/0` })
  for (const [n, orderedItems] of pages.entries()) {
    const next = n + 1 < pages.length ? { next: `${id}/${n + 1}` } : {}
    fed.peer.serve({ id: `${id}/${n}`, type: 'OrderedCollectionPage', partOf: id, orderedItems, ...next })
  }
}

const ids = (posts: { uri: string }[]) => posts.map(({ uri }) => uri)

test('a thread says what is missing here, and one request fetches the rest, branch by branch, telling nobody', async () => {
  const carla = fed.peer.actor('carla')
  const root = fed.bob.note({ content: '<p>Who comes?</p>' })
  const replies = Array.from({ length: 5 }, (_one, n) => carla.note({ inReplyTo: root.id, content: `<p>Me ${n}</p>` }))
  const deeper = fed.bob.note({ inReplyTo: replies[0]?.id, content: '<p>Good</p>' })
  const lost = `${fed.peer.url}/users/carla/posts/lost`
  const list = `${root.id}/replies`
  root.replies = { id: list, type: 'Collection', totalItems: 6, first: `${list}/0` }
  serveCollection(list, [...replies.map((one) => one.id), lost])
  const below = `${replies[0]?.id}/replies`
  Object.assign(replies[0] as Doc, { replies: below })
  fed.peer.serve(replies[0] as Doc)
  serveCollection(below, [deeper.id])
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', root))
  const id = fed.postAt(root.id)?.id
  const context = async () => (await fed.alice.api.get(`/api/v1/statuses/${id}/context`)).body
  const notified = async () => (await fed.alice.api.get('/api/v1/notifications')).body.length
  const home = async () => (await fed.alice.api.get('/api/v1/timelines/home')).body.length
  const before = [await notified(), await home()]
  expect(await context()).toMatchObject({ descendants: [], elsewhere: { missing: 6 } })
  const { body } = await fed.alice.browser.post(`/api/community/v1/statuses/${id}/replies`)
  expect(body).toEqual({ fetched: 6, missing: { gone: 1, refused: 0, unreachable: 0, unreadable: 0 }, more: false })
  const after = await context()
  expect(ids(after.descendants).sort()).toEqual([...replies.map((one) => one.id), deeper.id].sort())
  expect(after.elsewhere).toEqual({ missing: 1 })
  expect([await notified(), await home()]).toEqual(before)
})

test('what a followed person answers is fetched upwards, and stands in its place', async () => {
  const carla = fed.peer.actor('carla')
  const first = carla.note({ content: '<p>First</p>' })
  const second = carla.note({ content: '<p>Second</p>', inReplyTo: first.id })
  const third = fed.bob.note({ content: '<p>Third</p>', inReplyTo: second.id })
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', third))
  await fed.server.advance('PT1S')
  const { body } = await fed.alice.api.get(`/api/v1/statuses/${fed.postAt(third.id)?.id}/context`)
  expect(ids(body.ancestors)).toEqual([first.id, second.id])
})

test('a profile looked at for the first time is filled with its 20 latest public posts and no more, telling nobody', async () => {
  const dina = fed.peer.actor('dina')
  const start = fed.server.ctx.now() - 100 * 60_000
  const posts = Array.from({ length: 30 }, (_one, n) =>
    dina.note({ content: `<p>Number ${n}</p>`, published: new Date(start + n * 60_000).toISOString() }),
  ).reverse()
  const orderedItems = posts.map((note) => activity(dina, 'Create', note))
  fed.peer.serve({ id: `${dina.uri}/outbox`, type: 'OrderedCollection', totalItems: 30, orderedItems })
  const { body } = await fed.alice.api.get(`/api/v2/search?resolve=true&type=accounts&q=@dina@${fed.peer.host}`)
  const { id } = body.accounts[0]
  const notified = async () => (await fed.alice.api.get('/api/v1/notifications')).body.length
  const before = await notified()
  const filled = await fed.alice.browser.post(`/api/community/v1/people/${id}/posts`)
  expect(filled.body).toEqual({ filled: 20 })
  const kept = (await fed.alice.api.get(`/api/v1/accounts/${id}/statuses?limit=40`)).body
  expect(ids(kept)).toEqual(posts.slice(0, 20).map((note) => note.id))
  expect(await notified()).toBe(before)
})

test('MUST: what two members agreed on in a conversation, and who pauses it, holds on when its beginning arrives', async () => {
  const cem = await fed.server.signUp('cem')
  const carla = fed.peer.actor('carla2')
  const first = carla.note({ content: '<p>The beginning</p>' })
  const served = new URL(String(first.id)).pathname
  fed.peer.pages.delete(served)
  const second = fed.bob.note({ content: '<p>The middle</p>', inReplyTo: first.id })
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', second))
  const middle = String(fed.postAt(second.id)?.id)
  const answer = await say(cem, 'I think so', { in_reply_to_id: middle })
  const locks = '/api/community/v1/thread_locks'
  const { body: offer } = await fed.alice.api.post(locks, { account_id: cem.id, status_id: answer.id, days: 3 })
  expect((await cem.api.post(`${locks}/${offer.id}/accept`)).status).toBe(200)
  await fed.alice.api.post(`/api/v1/statuses/${answer.id}/mute`)
  const thread = async () => (await fed.alice.api.get(`/api/v1/statuses/${answer.id}`)).body
  const before = await thread()
  fed.peer.serve(first)
  await fed.alice.browser.post(`/api/community/v1/statuses/${middle}/replies`)
  const after = await thread()
  expect(fed.postAt(first.id)).toBeDefined()
  expect(after.thread_id).not.toBe(before.thread_id)
  expect([before.muted, after.muted]).toEqual([true, true])
  for (const id of [answer.id, middle, String(fed.postAt(first.id)?.id)]) {
    const { status } = await cem.api.post('/api/v1/statuses', { status: 'One more word', in_reply_to_id: id })
    expect(status).toBe(422)
  }
})

test('nobody draws the conversation of others into theirs by saying that they are of it', async () => {
  const [carla, mallory] = [fed.peer.actor('carla3'), fed.peer.actor('mallory')]
  await fed.befriend(fed.alice, mallory)
  const conversation = `${fed.peer.url}/contexts/1`
  const theirs = fed.bob.note({ conversation })
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', theirs))
  const threadOf = async () => (await fed.alice.api.get(`/api/v1/statuses/${fed.postAt(theirs.id)?.id}`)).body.thread_id
  const before = await threadOf()
  const hook = carla.note()
  fed.peer.pages.delete(new URL(String(hook.id)).pathname)
  const lie = mallory.note({ conversation, inReplyTo: hook.id })
  await mallory.send(fed.inbox, activity(mallory, 'Create', lie))
  fed.peer.serve(hook)
  await fed.alice.browser.post(`/api/community/v1/statuses/${fed.postAt(lie.id)?.id}/replies`)
  expect(fed.postAt(hook.id)).toBeDefined()
  expect(await threadOf()).toBe(before)
})

test('a profile looked at for the first time is filled with its 20 latest public posts, telling nobody', async () => {
  const dora = fed.peer.actor('dora')
  const alice = fed.uriOf(fed.alice)
  const notes = Array.from({ length: 25 }, (_one, n) =>
    dora.note({
      content: `<p>Day ${n}</p>`,
      published: new Date(Date.UTC(2026, 9, 30 - n)).toISOString(),
      cc: [alice],
      tag: [{ type: 'Mention', href: alice, name: '@alice' }],
    }),
  )
  const quiet = dora.note({ to: [`${dora.uri}/followers`], cc: [] })
  const boost = activity(dora, 'Announce', fed.bob.note().id)
  serveCollection(
    `${dora.uri}/outbox`,
    [quiet, boost, ...notes].map((one) => (one.type === 'Note' ? activity(dora, 'Create', one) : one)),
  )
  serveCollection(`${dora.uri}/followers`, [fed.bob.uri, fed.bob.uri])
  fed.peer.serve({ id: `${dora.uri}/featured`, type: 'OrderedCollection', orderedItems: [notes[3]?.id] })
  const { body: found } = await fed.alice.api.get(`/api/v2/search?resolve=true&q=@dora@${fed.peer.host}`)
  const { id } = found.accounts[0]
  const told = async () => (await fed.alice.api.get('/api/v1/notifications')).body.length
  const before = await told()
  const { body } = await fed.alice.browser.post(`/api/community/v1/people/${id}/posts`)
  expect(body.filled).toBeGreaterThan(0)
  const { body: posts } = await fed.alice.api.get(`/api/v1/accounts/${id}/statuses?limit=40`)
  expect(posts.length).toBe(body.filled)
  expect(posts[0]).toMatchObject({ content: '<p>Day 0</p>', created_at: '2026-10-30T00:00:00.000Z' })
  expect(fed.postAt(quiet.id)).toBeUndefined()
  expect(await told()).toBe(before)
  const { body: account } = await fed.alice.api.get(`/api/v1/accounts/${id}`)
  expect(account).toMatchObject({ followers_count: 2, statuses_count: 27 })
  // and with a follow from here, before their server says so itself
  letFollow(fed.server, fed.alice.accountId, Number(id))
  const followers = async () => (await fed.alice.api.get(`/api/v1/accounts/${id}`)).body.followers_count
  expect(await followers()).toBe(3)
  await fed.alice.api.post(`/api/v1/accounts/${id}/unfollow`)
  expect(await followers()).toBe(2)
  const { body: pinned } = await fed.alice.api.get(`/api/v1/accounts/${id}/statuses?pinned=true`)
  expect(ids(pinned)).toEqual([notes[3]?.id])
  // a second look asks nobody
  const asked = fed.peer.asked.length
  await fed.alice.browser.post(`/api/community/v1/people/${id}/posts`)
  expect(fed.peer.asked.length).toBe(asked)
})

test('any address of a post or profile leads to it', async () => {
  const note = fed.bob.note({ content: '<p>At an address</p>', url: `${fed.peer.url}/@bob/77` })
  const html = `<html><head><link rel="alternate" type="application/activity+json" href="${note.id}"></head></html>`
  fed.peer.pages.set(
    '/@bob/77',
    (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(html),
  )
  for (const address of [`${fed.peer.url}/@bob/77`, String(note.id)]) {
    const { body } = await fed.alice.api.get(`/api/v2/search?resolve=true&q=${encodeURIComponent(address)}`)
    expect(ids(body.statuses)).toEqual([note.id])
  }
  fed.peer.pages.set('/@bob', (_request, response) => void response.writeHead(302, { location: fed.bob.uri }).end())
  const { body } = await fed.alice.api.get(
    `/api/v2/search?resolve=true&q=${encodeURIComponent(`${fed.peer.url}/@bob`)}`,
  )
  expect(body.accounts).toMatchObject([{ username: 'bob' }])
  // who has not logged in has us ask nobody
  expect((await fed.server.visitor.get(`/api/v2/search?resolve=true&q=@nobody@${fed.peer.host}`)).status).toBe(401)
})

test('also: collections that loop, lead elsewhere or never end are walked no further', async () => {
  const list = `${fed.peer.url}/loop`
  const root = fed.bob.note({ replies: list })
  let pages = 0
  fed.peer.serve({ id: list, type: 'Collection', first: `${list}/0` })
  for (let n = 0; n < 200; n += 1) {
    const page = { id: `${list}/${n}`, type: 'CollectionPage', items: [], next: `${list}/${n + 1}` }
    fed.peer.pages.set(`/loop/${n}`, (_request, response) => {
      pages += 1
      response.writeHead(200, { 'content-type': 'application/activity+json' }).end(JSON.stringify(page))
    })
  }
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', root))
  const { body } = await fed.alice.browser.post(`/api/community/v1/statuses/${fed.postAt(root.id)?.id}/replies`)
  expect(body.fetched).toBe(0)
  expect(pages).toBeLessThanOrEqual(60)
  const circle = fed.bob.note({ replies: `${fed.peer.url}/circle` })
  fed.peer.serve({
    id: `${fed.peer.url}/circle`,
    type: 'Collection',
    items: [circle.id],
    next: `${fed.peer.url}/circle`,
  })
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', circle))
  const asked = fed.peer.asked.length
  await fed.alice.browser.post(`/api/community/v1/statuses/${fed.postAt(circle.id)?.id}/replies`)
  expect(fed.peer.asked.length - asked).toBeLessThan(4)
  // a page that is said to be on another server is not of this list
  const other = await startPeer('127.0.0.2', fed.server.ctx.now)
  const led = fed.bob.note({ replies: `${fed.peer.url}/led` })
  const theirs = other.actor('otto').note({ inReplyTo: led.id })
  fed.peer.serve({ id: `${fed.peer.url}/led`, type: 'Collection', first: `${other.url}/page` })
  other.serve({ id: `${other.url}/page`, type: 'CollectionPage', items: [theirs.id] })
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', led))
  await fed.alice.browser.post(`/api/community/v1/statuses/${fed.postAt(led.id)?.id}/replies`)
  expect(other.asked).toEqual([])
  await other.stop()
})

test('also: of one thread no more is fetched in one go than its budget and a member’s patience allow', async () => {
  const ask = async (items: string[]) => {
    const list = `${fed.peer.url}/${crypto.randomUUID()}`
    const root = fed.bob.note({ replies: list })
    fed.peer.serve({ id: list, type: 'Collection', items })
    await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', root))
    const before = fed.peer.asked.length
    const { body } = await fed.alice.browser.post(`/api/community/v1/statuses/${fed.postAt(root.id)?.id}/replies`)
    return { more: body.more, asked: fed.peer.asked.length - before }
  }
  const lost = (of: number) => Array.from({ length: of }, (_one, n) => `${fed.peer.url}/lost/${n}`)
  const { more, asked } = await ask(lost(450))
  expect([more, asked < 420]).toEqual([true, true])
  // somebody whose server takes its time
  fed.peer.pages.set('/lost/0', async (_request, response) => {
    await fed.server.advance('PT1M')
    response.writeHead(404).end()
  })
  const slow = await ask(lost(40))
  expect([slow.more, slow.asked < 12]).toEqual([true, true])
})
